import Projection

extension ScenarioReport {
  /// Blocks of at most eighty columns, an empty line between them.
  public var text: String {
    let wide = 80
    func wrapped(_ sentences: [String]) -> [String] {
      sentences.flatMap { Statement.wrapped($0, to: wide) }
    }
    let widths = [23, 9, 9, 10, 12, 8, 9]
    var blocks = [wrapped(banners + [headline.sentence] + drawRemarks + netRemarks)]
    blocks += [pathTable].compactMap { $0 }.map { RuleChangeReport.lines(of: $0, widths: widths) }
    blocks += optionTables.map { RuleChangeReport.lines(of: $0, widths: widths) }
    blocks.append(
      ["What each would have the ACO sign"]
        + choiceTable.rows.flatMap { hanging($0.cells.joined(separator: " · ")) })
    let differences = keyDifferences
    if !differences.isEmpty {
      blocks.append(
        ["What they say otherwise, against \(names[0])"]
          + differences.flatMap { row in
            hanging(
              "\(Names.clamped(row.key, to: 60)), \(names[row.side]): "
                + Names.clamped(row.words, to: 300))
          })
    }
    blocks.append(wrapped([boards[0].runLine]))
    return blocks.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private func hanging(_ text: String) -> [String] {
    Statement.wrapped(text, to: 78).enumerated().map { $0 == 0 ? $1 : "  \($1)" }
  }
}
