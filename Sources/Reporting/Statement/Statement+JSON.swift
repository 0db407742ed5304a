import Regulation

extension Statement {
  /// One JSON object: every key of this kind of statement, then `unrounded` with the exact
  /// amount of each figure in dollars, `citations` with the paragraph of each line and `notes`.
  ///
  /// Dollars are rounded once to cents, rates to twelve decimals.
  public var json: String {
    let shown = keys.compactMap { self[$0] }
    let fields =
      [("title", Self.quoted(title))]
      + keys.map { ($0, self[$0].map(\.figure.json) ?? "null") }
      + [
        (
          "unrounded",
          Self.object(shown.compactMap { line in line.figure.unroundedJSON.map { (line.key, $0) } })
        ),
        ("citations", Self.object(shown.map { ($0.key, Self.quoted($0.paragraph.rawValue)) })),
        (
          "notes",
          Self.object(shown.compactMap { line in line.note.map { (line.key, Self.quoted($0)) } })
        ),
      ]
    return Self.object(fields)
  }

  fileprivate static func object(_ fields: [(key: String, value: String)]) -> String {
    guard !fields.isEmpty else { return "{}" }
    let rows = fields.map { field in
      "  \(quoted(field.key)): \(field.value.split(separator: "\n").joined(separator: "\n  "))"
    }
    return "{\n\(rows.joined(separator: ",\n"))\n}"
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Statement.Figure {
  fileprivate var json: String {
    switch self {
    case .money(let amount): StatementNumbers.plain(amount)
    case .perCapita(let amount): StatementNumbers.plain(Dollars(amount.amount))
    case .rate(let rate), .ratio(let rate): StatementNumbers.fraction(rate)
    case .count(let count): String(count)
    case .points(let points): StatementNumbers.fraction(Rate(points))
    case .year(let year): year.description
    case .personYears(let years): StatementNumbers.exact(years.count)
    case .flag(let flag): flag ? "true" : "false"
    case .unknown: "null"
    case .word(let word, _): Statement.quoted(word)
    case .perCapitaByType(let amounts):
      byType(amounts) { StatementNumbers.plain(Dollars($0.amount)) }
    case .ratioByType(let ratios): byType(ratios) { StatementNumbers.fraction($0) }
    case .personYearsByType(let years): byType(years) { StatementNumbers.exact($0.count) }
    }
  }

  fileprivate var unroundedJSON: String? {
    switch self {
    case .money(let amount): StatementNumbers.exact(amount.amount)
    case .perCapita(let amount): StatementNumbers.exact(amount.amount)
    case .perCapitaByType(let amounts): byType(amounts) { StatementNumbers.exact($0.amount) }
    case .rate, .ratio, .count, .points, .year, .personYears, .flag, .unknown, .word, .ratioByType,
      .personYearsByType:
      nil
    }
  }

  private func byType<Value>(
    _ values: ByEnrollmentType<Value>, _ json: (Value) -> String
  ) -> String {
    Statement.object(EnrollmentType.allCases.map { ($0.rawValue, json(values[$0])) })
  }
}
