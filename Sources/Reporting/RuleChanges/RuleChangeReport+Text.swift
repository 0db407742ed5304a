import Projection

extension RuleChangeReport {
  static let width = 80

  /// Blocks of at most eighty columns, an empty line between them; each begins with the banners.
  public var text: String {
    blocks.map { block in
      let lines = banners.flatMap { Statement.wrapped($0, to: Self.width) } + block
      return lines.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private var blocks: [[String]] {
    var blocks = [
      wrapped([title, headline.sentence]),
      Self.lines(of: optionsTable, widths: [17, 8, 8, 8, 9, 8, 8, 7, 7]),
      wrapped(choice.map(\.sentence)),
    ]
    blocks += waterfalls.map { Self.lines(of: $0, widths: [40, 10, 10, 10, 10]) }
    if !outlook.effects.isEmpty {
      let still = Names.list(unmoved.map(before.name), most: 12)
      if !unmoved.isEmpty { blocks.append(wrapped(["No change moves \(still)."])) }
      blocks.append(["The rules that differ"] + ruleLines.flatMap(Self.hanging))
    }
    return blocks + [wrapped(notes)]
  }

  private var title: String {
    "\(Names.clamped(scenario.title, to: 60)): from \(side.before.title) to \(side.after.title)"
  }

  private func wrapped(_ sentences: [String]) -> [String] {
    sentences.flatMap { Statement.wrapped($0, to: Self.width) }
  }

  private static func hanging(_ text: String) -> [String] {
    Statement.wrapped(text, to: width - 2).enumerated().map { $0 == 0 ? $1 : "  \($1)" }
  }

  /// A table in columns: the first stands left, the rest right; titles of two words in two lines.
  static func lines(of table: Table, widths: [Int]) -> [String] {
    let titles = table.columns.map { $0.title.split(separator: " ", maxSplits: 1).map(String.init) }
    let isTall = titles.contains { $0.count > 1 }
    let heads = titles.map { words in
      words.count > 1 ? words : [isTall ? "" : words.first ?? "", isTall ? words.first ?? "" : ""]
    }
    let rule = String(repeating: "─", count: width)
    let headLines = (0..<(isTall ? 2 : 1)).map { row in line(heads.map { $0[row] }, widths) }
    return Statement.wrapped(table.caption, to: width) + headLines + [rule]
      + table.rows.map { line($0.cells, widths) }
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let text = zip(cells, widths).enumerated().map { place, pair in
      let cell = SummaryTable.fitted(pair.0, to: place == 0 ? pair.1 : pair.1 - 1)
      let space = String(repeating: " ", count: pair.1 - TerminalWidth.of(cell))
      return place == 0 ? cell + space : space + cell
    }.joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
