import Projection
import Regulation

/// One column of a table of the workbook.
struct WorkbookColumn: Hashable, Sendable {
  var title: String
  var cells: [WorkbookCell]
  /// Whether its text runs over empty neighbours instead of widening it.
  var runsOver = false

  /// Most characters of a column of text; what is longer takes several lines.
  static let widest = 64

  /// Characters.
  var width: Double {
    let word = title.split(separator: " ").map(\.count).max() ?? 0
    let widest = cells.reduce(word) { max($0, $1.width) }
    return Double(min(max(widest, 6), Self.widest)) + 2
  }

  /// Whether it stands left.
  var isText: Bool {
    cells.contains { cell in
      switch cell {
      case .text, .verdict: true
      case .blank, .number, .formula: false
      }
    }
  }
}

extension [WorkbookColumn] {
  /// Words from a file are cut to this many characters; a cell's own limit is 32,767.
  static let longest = 1_500

  static func words(_ title: String, _ texts: [String]) -> [WorkbookColumn] {
    [
      WorkbookColumn(
        title: title,
        cells: texts.map {
          $0.isEmpty ? .blank : .text(Names.clamped($0, to: longest))
        })
    ]
  }

  /// Exact amounts of the sample.
  static func exact(_ title: String, _ amounts: [Cents?]) -> [WorkbookColumn] {
    [
      WorkbookColumn(
        title: title, cells: amounts.map { $0.map { .dollars($0.dollars.amount) } ?? .blank })
    ]
  }

  static func numbers(
    _ title: String, _ values: [Double?], _ format: NumberFormat = .whole
  ) -> [WorkbookColumn] {
    [WorkbookColumn(title: title, cells: values.map { $0.map { .number($0, format) } ?? .blank })]
  }

  /// Amounts, and beside each its standard error.
  static func dollars(
    _ title: String, _ estimates: [Estimate?], _ unit: MoneyUnit
  ) -> [WorkbookColumn] {
    let filled = estimates.map { $0 ?? Estimate(value: 0, standardError: 0) }
    let (formats, errors) = (
      NumberFormat.column(filled, unit), NumberFormat.errors(filled, unit)
    )
    return [
      WorkbookColumn(
        title: title,
        cells: zip(estimates, formats).map { estimate, format in
          estimate.map { .dollars($0.value, format) } ?? .blank
        }),
      WorkbookColumn(
        title: "\(title) ±",
        cells: zip(estimates, errors).map { estimate, format in
          estimate.map { .dollars($0.standardError, format) } ?? .blank
        }),
    ]
  }

  /// Quantiles, and beside each its interval.
  static func quantiles(
    _ title: String, _ quantiles: [QuantileEstimate?], _ unit: MoneyUnit
  ) -> [WorkbookColumn] {
    let formats = NumberFormat.column(
      quantiles.map { $0?.estimate ?? Estimate(value: 0, standardError: 0) }, unit)
    func part(_ suffix: String, _ amount: (QuantileEstimate) -> Cents) -> WorkbookColumn {
      WorkbookColumn(
        title: title + suffix,
        cells: zip(quantiles, formats).map { quantile, format in
          quantile.map { .dollars(amount($0).dollars.amount, format) } ?? .blank
        })
    }
    return [part("", \.value), part(" low", \.low), part(" high", \.high)]
  }

  /// Chances, and beside each its interval.
  static func chances(_ title: String, _ chances: [Chance?]) -> [WorkbookColumn] {
    func part(
      _ suffix: String, more: Int, _ share: (Chance) -> Double
    ) -> WorkbookColumn {
      WorkbookColumn(
        title: title + suffix,
        cells: chances.map { chance in
          chance.map { .share(share($0), .chance($0, more: more)) } ?? .blank
        })
    }
    return [
      part("", more: 0, \.value), part(" low", more: 1, \.low), part(" high", more: 1, \.high),
    ]
  }

  /// Fractions shown in percent, and beside each its standard error.
  static func fractions(_ title: String, _ estimates: [Estimate?]) -> [WorkbookColumn] {
    withError(title, estimates, NumberFormat.fraction)
  }

  /// Plain counts, and beside each its standard error.
  static func counts(_ title: String, _ estimates: [Estimate?]) -> [WorkbookColumn] {
    withError(title, estimates, NumberFormat.count)
  }

  private static func withError(
    _ title: String, _ estimates: [Estimate?], _ format: (Estimate) -> NumberFormat
  ) -> [WorkbookColumn] {
    [
      WorkbookColumn(
        title: title,
        cells: estimates.map { estimate in
          estimate.map { .number($0.value, format($0)) } ?? .blank
        }),
      WorkbookColumn(
        title: "\(title) ±",
        cells: estimates.map { estimate in
          estimate.map {
            let error = Estimate(value: $0.standardError, standardError: $0.standardError)
            return .number($0.standardError, format(error).asError)
          } ?? .blank
        }),
    ]
  }
}
