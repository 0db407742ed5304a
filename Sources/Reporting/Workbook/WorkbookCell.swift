import Projection

/// What stands in one cell of the workbook.
enum WorkbookCell: Hashable, Sendable {
  case blank
  case text(String)
  case number(Double, NumberFormat)
  /// A live formula, with the value it has now.
  case formula(String, value: Double, NumberFormat)
  /// A live formula whose value is text.
  case verdict(String, value: String)

  /// Dollars to the cent, as `outcomes.csv` writes them.
  static func dollars(_ amount: Double, _ format: NumberFormat = .dollars) -> WorkbookCell {
    number(toPlaces(amount, 100), format)
  }

  /// A chance or another share to a millionth, as `outcomes.csv` writes them.
  static func share(_ share: Double, _ format: NumberFormat) -> WorkbookCell {
    number(toPlaces(share, 1_000_000), format)
  }

  private static func toPlaces(_ value: Double, _ scale: Double) -> Double {
    guard value.isFinite, value.magnitude * scale < 9e15 else { return value }
    let rounded = (value * scale).rounded(.toNearestOrAwayFromZero) / scale
    return rounded == 0 ? 0 : rounded
  }

  /// What a formula that refers to the cell would count with.
  var value: Double {
    switch self {
    case .number(let value, _), .formula(_, let value, _): value.isFinite ? value : 0
    case .blank, .text, .verdict: 0
    }
  }

  /// About how many characters wide it is shown.
  var width: Int {
    switch self {
    case .blank: 0
    case .text(let text):
      text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : TerminalWidth.of(text)
    case .number(let value, let format), .formula(_, let value, let format):
      format.width(of: value)
    case .verdict(_, let value): max(value.count, 18)
    }
  }
}

extension NumberFormat {
  /// About how many characters a number takes in this format.
  fileprivate func width(of value: Double) -> Int {
    let positive = code.split(separator: ";").first.map(String.init) ?? code
    let scale = positive.contains(",,\"") ? 1e6 : positive.contains(",\"") ? 1e3 : 1
    let decimals = positive.split(separator: ".").dropFirst().first?.prefix { $0 == "0" }.count ?? 0
    let shown = value.magnitude / scale * (positive.contains("%") ? 100 : 1)
    let whole = shown.isFinite && shown < 9e15 ? DecimalText.grouped(Int(shown)).count : 16
    guard code != "General" else { return min(16, "\(value)".count) }
    return whole + (decimals > 0 ? decimals + 1 : 0) + (value < 0 ? 1 : 0)
      + (positive.contains("±") ? 2 : 0) + (positive.contains("\"M\"") || scale == 1e3 ? 1 : 0)
      + (positive.contains("$") ? 1 : 0) + (positive.contains("%") ? 1 : 0)
  }
}
