import Projection

extension Board {
  var luckSheet: WorkbookSheet? {
    guard let spread = comparison.spread, spread.options.count == outlooks.count else { return nil }
    let rows = legalFirst.flatMap { option in spread.options[option].parts.map { (option, $0) } }
    let table = WorkbookTable(
      "LuckOrSkill", caption: "Sources of the spread",
      [
        .words("Option", rows.map { label($0.0) }), .words("Source", rows.map(\.1.source.words)),
        .fractions("Share of the variance", rows.map(\.1.share)),
        .dollars("Part of the standard deviation", rows.map(\.1.amount), workbookUnit),
      ])
    let widths = WorkbookTable(
      "Spread", caption: "Standard deviation of five-year net",
      [
        .words("Option", legalFirst.map(label)),
        .dollars(
          "Standard deviation", legalFirst.map { spread.options[$0].standardDeviation },
          workbookUnit),
      ])
    return WorkbookSheet(
      name: "Luck or skill", title: "What the spread of five-year net comes from",
      says:
        "Shapley effects over \(DecimalText.grouped(spread.walks)) pairs of histories: shares of "
        + "an option add to one, amounts to its standard deviation.", tables: [table, widths])
  }

  var leavingSheet: WorkbookSheet? {
    guard let leaving = LeavingBoard(self) else { return nil }
    let (values, unit) = (leaving.leaving.values, workbookUnit)
    let worth = WorkbookTable(
      "Leaving", caption: "What leaving adds to staying",
      [
        .words("Option", values.map(leaving.title)),
        .dollars("Mean net, staying", values.map(\.never), unit),
        .dollars("Best policy adds", values.map(\.policy.mean), unit),
        .dollars("On its own trials", values.map(\.inSample), unit),
        .dollars("Hindsight adds", values.map(\.foresight), unit),
        .chances("Chance that the policy leaves", values.map(\.chanceOfLeaving)),
        .dollars("Its own exit rule adds", values.map { $0.rule?.difference.mean }, unit),
      ])
    let exits = values.flatMap { value in value.exits.map { (value, $0) } }
    let days = WorkbookTable(
      "LeavingDays", caption: "When the best policy leaves",
      [
        .words("Option", exits.map { leaving.title($0.0) }),
        .words("Day", exits.map(\.1.date.words)), .chances("Chance", exits.map(\.1.chance)),
        .words("Signal", exits.map { $0.1.signal.map(Self.words) ?? "" }),
      ])
    return WorkbookSheet(
      name: "Leaving", title: "What being able to leave early is worth",
      says:
        "Policies fitted to one set of \(DecimalText.grouped(leaving.leaving.trials)) trials and "
        + "valued on a second; hindsight is a bound that nobody can reach.",
      tables: [worth, days].filter { $0.rowCount > 0 })
  }

  private static func words(_ signal: PolicyExit.Signal) -> String {
    let threshold = DecimalText.printed(signal.threshold * 100, places: 1)
    let figure = signal.figure == .published ? "published savings rate" : "own claims' savings rate"
    return "\(figure) below \(threshold)%"
  }
}
