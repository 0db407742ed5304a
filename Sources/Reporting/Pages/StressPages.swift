import Projection
import Regulation

extension Board {
  /// Page 12: what one thing gone wrong does to each option; none where no stress was run.
  var stressPages: [DeckPage] {
    guard !stresses.isEmpty else { return [] }
    let usable = stresses.filter { $0.comparison.outlooks.count == outlooks.count }
    guard !usable.isEmpty else { return [] }
    let tables = Self.sheets(usable, of: 6).flatMap { columns in
      Self.sheets(legalFirst, of: 7).map { stressTable(columns, $0) }
    }
    let lists = Self.sheets(usable, of: 9).map(stressList)
    return (tables + lists).enumerated().map { index, table in
      DeckPage(
        number: 12, part: index + 1, parts: tables.count + lists.count, topic: "Stress tests",
        headline: index < tables.count ? stressHeadline(usable) : verdictHeadline(usable),
        exhibits: [.table(table)],
        howToRead: index < tables.count
          ? "Each cell is the change from the unstressed comparison, on the same random draws; a "
            + "change smaller than its error prints as 0."
          : "Each test changes one thing and keeps every random draw, so the difference is the "
            + "change alone.")
    }
  }

  private func change(
    _ stressed: StressedComparison, _ option: Int, _ figure: (TrackOutlook) -> Estimate
  ) -> Estimate {
    Self.difference(figure(stressed.comparison.outlooks[option]), figure(outlooks[option]))
  }

  private func stressHeadline(_ usable: [StressedComparison]) -> Finding {
    guard let leading else { return Finding("There is no option to settle.") }
    let mean = { (stressed: StressedComparison) in
      self.change(stressed, leading) { $0.net.mean }
    }
    guard let worst = usable.min(by: { mean($0).value < mean($1).value }) else {
      return Finding("No stress test was run.")
    }
    let fall = mean(worst)
    guard fall.isClear, fall.value < 0 else {
      return Finding(
        "None of the \(usable.count) stress tests lowers the expected net of \(name(leading)) "
          + "beyond the simulation's error.", number: fall)
    }
    let repay = worst.comparison.outlooks[leading].chanceOfAnyRepayment
    return Finding(
      "\(stressTitle(worst)) costs \(name(leading)) most: expected five-year net falls by "
        + "\(fall.dollarsWithoutSign), and the chance to repay in any year goes from "
        + "\(outlooks[leading].chanceOfAnyRepayment.percent) to \(repay.percent).", number: fall)
  }

  private func stressTitle(_ stressed: StressedComparison) -> String {
    Names.clamped(stressed.stress.title, to: 40)
  }

  private func verdictHeadline(_ usable: [StressedComparison]) -> Finding {
    guard let leading else { return Finding("There is no option to settle.") }
    let keeps = usable.filter {
      Board(comparison: $0.comparison, stresses: []).tied.contains(leading)
    }
    return Finding(
      "\(name(leading)) has the highest expected net, or cannot be told apart from it, in "
        + "\(keeps.count) of the \(usable.count) stress tests.")
  }

  private func stressTable(_ columns: [StressedComparison], _ options: [Int]) -> Table {
    let means = { (stressed: StressedComparison, index: Int) in
      self.change(stressed, index) { $0.net.mean }
    }
    let low = { (stressed: StressedComparison, index: Int) in
      self.change(stressed, index) { $0.net.quantiles[0].estimate }
    }
    let owe = { (stressed: StressedComparison, index: Int) in
      self.change(stressed, index) { $0.chanceOfAnyRepayment.estimate }
    }
    let unit = MoneyUnit(
      for: columns.flatMap { column in
        options.flatMap { [means(column, $0).value, low(column, $0).value] }
      })
    func block(
      _ title: String, _ cell: (StressedComparison, Int) -> String
    ) -> [Table.Row] {
      [Table.Row(.group, [title])]
        + options.map { index in
          Table.Row(rowKind(index), [label(index)] + columns.map { cell($0, index) })
        }
    }
    return Table(
      caption: "Change of five-year net and of the chance to repay, by stress test",
      columns: [.init("Option", .text)] + columns.map { .init(stressTitle($0)) },
      rows: block("Mean, \(unit.rawValue)") { unit.cell(means($0, $1), signed: true) }
        + block("5th percentile, \(unit.rawValue)") { unit.cell(low($0, $1), signed: true) }
        + block("Chance to repay in any year, percentage points") { owe($0, $1).points })
  }

  private func stressList(_ usable: [StressedComparison]) -> Table {
    Table(
      caption: "What each stress test changes",
      columns: ["Stress test", "What is changed", "Why this size", "Highest expected net"].map {
        .init($0, .text)
      },
      rows: usable.map { stressed in
        let board = Board(comparison: stressed.comparison, stresses: [])
        return Table.Row(
          .plain,
          [
            stressTitle(stressed), Names.clamped(stressed.stress.says, to: 220),
            Names.clamped(stressed.stress.source, to: 160), Names.list(board.tied.map(board.name)),
          ])
      })
  }
}
