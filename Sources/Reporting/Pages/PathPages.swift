import Projection
import Regulation

extension Board {
  /// Page 2, every path: how many there are, and the few that are shown.
  var pathPages: [DeckPage] { PathBoard(self).map { [$0.page] } ?? [] }
}

extension PathBoard {
  fileprivate var page: DeckPage {
    DeckPage(
      number: 2, topic: "Every path", headline: headline,
      exhibits: [.table(kinds), .table(few)],
      howToRead:
        "A path is a level for each year; the minimum rate is elected before the first two-sided "
        + "year and holds for the agreement (\(Paragraph.electedMinimumRate)). Numbers name the "
        + "paths on pages 6, 7 and 9; figures are of the first \(trials) trials.")
  }

  private var headline: Finding {
    let best = outcome(paths.bestMean)
    return Finding(
      "This ACO may sign \(tried); the highest expected five-year net is that of "
        + "\(title(paths.bestMean)), \(best.net.mean.dollars).", number: best.net.mean)
  }

  private var kinds: Table {
    let elections = paths.outcomes.map(\.path).filter(\.isElection)
    func row(_ name: String, _ kind: (ElectedPath) -> Bool) -> Table.Row? {
      let found = elections.filter(kind)
      guard !found.isEmpty else { return nil }
      let ways = Set(found.map(\.years)).count
      return Table.Row(.plain, [name, "\(ways)", "\(found.count / ways)", "\(found.count)"])
    }
    let rows: [Table.Row?] = [
      row("One-sided in every year") { $0.minimumRate == nil },
      row("BASIC with two-sided years") { $0.minimumRate != nil && $0.years[0].level != nil },
      row("ENHANCED") { $0.years[0] == .enhanced },
      Table.Row(
        .leading,
        ["All elections", "\(Set(elections.map(\.years)).count)", "", "\(elections.count)"]),
      Self.listed("Early renewals the scenario lists", renewals),
      Self.listed("With an exit rule, as the scenario lists", exitRules),
    ]
    return Table(
      caption: "What can be elected (42 CFR 425.226, 425.600, 425.605(b))",
      columns: [.init("", .text), .init("Paths"), .init("Minimum rates"), .init("Elections")],
      rows: rows.compactMap { $0 })
  }

  private func exit(of path: ElectedPath) -> String {
    path.leave.map { "; \($0.words)" } ?? ""
  }

  private static func listed(_ name: String, _ count: Int) -> Table.Row? {
    count == 0 ? nil : Table.Row(.plain, [name, "\(count)", "", "\(count)"])
  }

  private var few: Table {
    Table(
      caption: "The few that matter",
      columns: [.init("#"), .init("Path", .text)]
        + board.years.map { Table.Column($0.description, .word) }
        + [.init("Min. rate", .word), .init("Shown for", .text)],
      rows: shown.enumerated().map { number, place in
        let path = outcome(place).path
        return Table.Row(
          rowKind(place),
          ["\(number + 1)", path.shortTitle] + path.years.map(\.shortTitle)
            + [path.minimumRate?.words ?? "–", reasons(place) + exit(of: path)])
      })
  }
}
