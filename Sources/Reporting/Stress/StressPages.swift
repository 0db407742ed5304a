import Projection
import Regulation

extension Board {
  /// Page 12: what one thing gone wrong does to each option; none where no stress was run.
  var stressPages: [DeckPage] {
    guard !stresses.isEmpty else { return [] }
    let usable = stresses.filter { $0.changes.count == outlooks.count }
    guard !usable.isEmpty else { return [] }
    let changes = Self.sheets(usable, of: 5).flatMap { columns in
      Self.sheets(subjects, of: 7).map { (StressSheet.changes, stressTable(columns, $0)) }
    }
    let choices = choiceTables(usable).map { (StressSheet.choices, $0) }
    let lists = stressLists(usable).map { (StressSheet.list, $0) }
    let all = changes + choices + lists
    return all.enumerated().map { index, sheet in
      stressPage(sheet.1, usable, index + 1, all.count, sheet.0)
    }
  }

  /// What a sheet of the page shows.
  enum StressSheet {
    case changes, choices, list
  }

  func stressPage(
    _ table: Table, _ usable: [StressedComparison], _ part: Int, _ parts: Int, _ sheet: StressSheet
  ) -> DeckPage {
    DeckPage(
      number: 12, part: part, parts: parts, topic: "Stress tests",
      headline: stressHeadline(usable, sheet), exhibits: [.table(table)],
      howToRead: howToRead(usable, sheet))
  }

  private func stressHeadline(_ usable: [StressedComparison], _ sheet: StressSheet) -> Finding {
    switch sheet {
    case .changes: stressHeadline(usable)
    case .choices: StressVerdicts(usable)?.finding ?? verdictHeadline(usable)
    case .list: verdictHeadline(usable)
    }
  }

  private func howToRead(_ usable: [StressedComparison], _ sheet: StressSheet) -> String {
    switch sheet {
    case .changes:
      "Each cell is the change from the unstressed comparison\(stressTrials(usable)), trial by "
        + "trial; a change smaller than its error prints as 0. What-ifs are left out."
    case .choices:
      "Every path the ACO may sign is walked again under each test. "
        + (StressVerdicts(usable)?.hasLimits == true
          ? "The best has more by so much, trial by trial: unclear where that is within two standard "
            + "errors, or the choice itself stands so near a limit; breaks where it clearly breaks one."
          : "Keeping the choice costs what the best path has more, trial by trial; unclear where that "
            + "is within two standard errors.")
    case .list:
      "Each test changes what the second column says and nothing else\(stressTrials(usable)). "
        + "Spending and benchmark are five-year means for each assigned beneficiary."
    }
  }

  /// Said where a stress test was run on fewer trials than the comparison.
  private func stressTrials(_ usable: [StressedComparison]) -> String {
    let trials = usable.map(\.comparison.trials).min() ?? comparison.trials
    return trials == comparison.trials
      ? ", on the same random draws"
      : ", on the first \(DecimalText.grouped(trials)) of its trials"
  }

  private func stressHeadline(_ usable: [StressedComparison]) -> Finding {
    guard let leading else { return Finding("There is no option to settle.") }
    let mean = { (stressed: StressedComparison) in stressed.changes[leading].mean }
    guard let worst = usable.min(by: { mean($0).value < mean($1).value }) else {
      return Finding("No stress test was run.")
    }
    let fall = mean(worst)
    guard fall.isClear, fall.value < 0 else {
      return Finding(
        "None of the \(usable.count) stress tests lowers the expected net of \(name(leading)) "
          + "beyond the simulation's error.", number: fall)
    }
    let before = worst.unstressed.outlooks[leading].chanceOfAnyRepayment
    let after = worst.comparison.outlooks[leading].chanceOfAnyRepayment
    let repay =
      worst.changes[leading].chanceOfOwing.isClear
      ? "goes from \(before.percent) to \(after.percent)" : "stays \(before.percent)"
    return Finding(
      "\(stressTitle(worst)) costs \(name(leading)) most: expected five-year net falls by "
        + "\(fall.dollarsWithoutSign), and the chance to repay in any year \(repay)"
        + "\(because(worst)).", number: fall)
  }

  func stressTitle(_ stressed: StressedComparison) -> String {
    Names.clamped(stressed.stress.title, to: 40)
  }

  private func verdictHeadline(_ usable: [StressedComparison]) -> Finding {
    guard let leading else { return Finding("There is no option to settle.") }
    let keeps = usable.filter {
      Board(comparison: $0.comparison, stresses: []).tied.contains(leading)
    }
    return Finding(
      "\(name(leading)) has the highest expected net, or ties for it, in "
        + "\(keeps.count) of the \(usable.count) stress tests.")
  }

  private func stressTable(_ columns: [StressedComparison], _ options: [Int]) -> Table {
    let means = { (stressed: StressedComparison, index: Int) in stressed.changes[index].mean }
    let low = { (stressed: StressedComparison, index: Int) in
      stressed.changes[index].fifthPercentile
    }
    let owe = { (stressed: StressedComparison, index: Int) in
      stressed.changes[index].chanceOfOwing
    }
    let unit = MoneyUnit(
      for: columns.flatMap { column in
        options.flatMap { [means(column, $0).value, low(column, $0).value] }
      })
    func block(
      _ title: String, _ texts: ([Estimate]) -> [String],
      _ figure: (StressedComparison, Int) -> Estimate
    ) -> [Table.Row] {
      let cells = columns.map { column in texts(options.map { figure(column, $0) }) }
      return [Table.Row(.group, [title])]
        + options.indices.map { row in
          Table.Row(rowKind(options[row]), [label(options[row])] + cells.map { $0[row] })
        }
    }
    let money = { (column: [Estimate]) in unit.column(column, signed: true) }
    return Table(
      caption: "Change of five-year net and of the chance to repay, by stress test",
      columns: [.init("Option", .text)] + columns.map { .init(stressTitle($0)) },
      rows: block("Mean of five-year net, \(unit.rawValue)", money, means)
        + block("5th percentile of five-year net, \(unit.rawValue)", money, low)
        + block("Chance to repay in any year, percentage points", \.points, owe))
  }

}
