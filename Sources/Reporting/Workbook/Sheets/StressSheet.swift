import Projection

extension Board {
  static let stress = "Stress"

  var stressSheet: WorkbookSheet {
    var sheet = WorkbookSheet(
      name: Self.stress, title: "What goes wrong, and what it does to each option",
      says:
        "Each stress on the same draws; a change is the stressed figure less the unstressed one "
        + "of the same futures, with the paired error.")
    let usable = stresses.filter { $0.changes.count == outlooks.count }
    guard !usable.isEmpty else {
      sheet.absence = "No stress was run in this comparison."
      return sheet
    }
    let trials = usable.map(\.comparison.trials).max() ?? 0
    sheet.says += " Over the first \(DecimalText.grouped(trials)) trials."
    sheet.tables =
      [changeTable(usable)] + (choiceTable(usable).map { [$0] } ?? []) + [meaningTable(usable)]
    return sheet
  }

  private func changeTable(_ usable: [StressedComparison]) -> WorkbookTable {
    let rows = usable.flatMap { stressed in legalFirst.map { (stressed, $0) } }
    let unit = workbookUnit
    let changes = rows.map { $0.0.changes[$0.1] }
    let after = rows.map { $0.0.comparison.outlooks[$0.1] }
    return WorkbookTable(
      Self.stress, caption: "Options under each stress",
      [
        .words("Stress", rows.map { Names.clamped($0.0.stress.title, to: 60) }),
        .words("Option", rows.map { label($0.1) }),
        .dollars("Mean net under stress", after.map(\.net.mean), unit),
        .dollars("Change of mean", changes.map(\.mean), unit),
        .dollars("Change of 5th percentile", changes.map(\.fifthPercentile), unit),
        .dollars("Change of worst 5%", changes.map(\.tailMean), unit),
        .chances("Chance to owe under stress", after.map(\.chanceOfAnyRepayment)),
        .fractions("Change of chance to owe", changes.map(\.chanceOfOwing)),
      ])
  }

  private func meaningTable(_ usable: [StressedComparison]) -> WorkbookTable {
    WorkbookTable(
      "StressMeaning", caption: "What each stress assumes",
      [
        .words("Stress", usable.map { Names.clamped($0.stress.title, to: 60) }),
        .words(
          "What is assumed, and its source",
          usable.map { Names.clamped("\($0.stress.says) Source: \($0.stress.source)", to: 900) }),
      ])
  }

  private func choiceTable(_ usable: [StressedComparison]) -> WorkbookTable? {
    let rows = usable.compactMap { stressed in stressed.choice.map { (stressed.stress, $0) } }
    guard mayRecommend, !rows.isEmpty else { return nil }
    let (unit, choices) = (workbookUnit, rows.map(\.1))
    return WorkbookTable(
      "StressChoice", caption: "Which path is best under each stress",
      [
        .words("Stress", rows.map { Names.clamped($0.0.title, to: 60) }),
        .words("Best without it", choices.map(\.unstressed.title)),
        .words(
          "Best under it",
          choices.map(\.bestTitle)),
        .dollars("Mean net of the best without it", choices.map(\.unstressedNet), unit),
        .dollars("Mean net of the best under it", choices.map(\.bestNet), unit),
        .dollars("Cost of keeping to the first", choices.map { $0.costOfKeeping?.mean }, unit),
        .words("The choice", choices.map { StressVerdict($0).rawValue }),
        .numbers("Paths tried", choices.map { Double($0.tried) }),
        .numbers("Trials", choices.map { Double($0.trials) }),
      ])
  }
}
