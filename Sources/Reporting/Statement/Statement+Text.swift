import Regulation

extension Statement {
  /// Eighty columns: label, figure, paragraph; notes below their line.
  public var text: String {
    var rows = Self.wrapped(title, to: Self.width)
    rows.append(String(repeating: "=", count: Self.width))
    rows.append(Self.row("", "", ["42 CFR"]))
    for line in lines { rows += Self.rows(of: line) }
    return rows.joined(separator: "\n") + "\n"
  }

  static let width = 80
  private static let labelWidth = 31
  private static let figureWidth = 20
  private static var paragraphWidth: Int { width - labelWidth - figureWidth - 3 }

  private static func rows(of line: Line) -> [String] {
    let paragraphs = wrapped(
      line.paragraph.rawValue.hasPrefix("42 CFR ")
        ? String(line.paragraph.rawValue.dropFirst(7)) : line.paragraph.rawValue,
      to: paragraphWidth)
    let labels = wrapped(line.label, to: labelWidth)
    let figures = line.figure.printed
    var rows: [String] = []
    let first = figures.count == 1 ? figures[0].figure : ""
    for place in 0..<max(labels.count, paragraphs.count) {
      rows.append(
        row(
          place < labels.count ? labels[place] : "", place == labels.count - 1 ? first : "",
          place < paragraphs.count ? [paragraphs[place]] : []))
    }
    if figures.count > 1 { rows += figures.map { row("  \($0.label)", $0.figure, []) } }
    if let note = line.note { rows += wrapped(note, to: width - 4).map { "    \($0)" } }
    return rows
  }

  private static func row(_ label: String, _ figure: String, _ paragraph: [String]) -> String {
    let left = label + String(repeating: " ", count: max(0, labelWidth - label.count))
    let middle = String(repeating: " ", count: max(0, figureWidth - figure.count)) + figure
    let whole = ([left + " " + middle] + paragraph).joined(separator: "  ")
    return String(whole.reversed().drop { $0 == " " }.reversed())
  }

  /// Broken at spaces; a word longer than a row stays whole.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var rows: [String] = []
    for word in text.split(separator: " ") {
      if let last = rows.last, last.count + 1 + word.count <= width {
        rows[rows.count - 1] = last + " " + word
      } else {
        rows.append(String(word))
      }
    }
    return rows
  }
}

extension Statement.Figure {
  /// One unlabelled figure, or one for each enrollment type.
  fileprivate var printed: [(label: String, figure: String)] {
    switch self {
    case .money(let amount): [("", StatementNumbers.money(amount))]
    case .perCapita(let amount): [("", StatementNumbers.money(Dollars(amount.amount)))]
    case .rate(let rate): [("", StatementNumbers.percent(rate))]
    case .ratio(let ratio): [("", StatementNumbers.ratio(ratio))]
    case .count(let count): [("", StatementNumbers.count(count))]
    case .points(let points): [("", StatementNumbers.points(points))]
    case .year(let year): [("", year.description)]
    case .personYears(let years): [("", StatementNumbers.personYears(years))]
    case .flag(let flag): [("", flag ? "yes" : "no")]
    case .unknown: [("", "not known")]
    case .word(_, let title): [("", title)]
    case .perCapitaByType(let amounts):
      byType(amounts) { StatementNumbers.money(Dollars($0.amount)) }
    case .ratioByType(let ratios): byType(ratios, StatementNumbers.ratio)
    case .personYearsByType(let years): byType(years, StatementNumbers.personYears)
    }
  }

  private func byType<Value>(
    _ values: ByEnrollmentType<Value>, _ print: (Value) -> String
  ) -> [(label: String, figure: String)] {
    EnrollmentType.allCases.map { ($0.statementTitle, print(values[$0])) }
  }
}
