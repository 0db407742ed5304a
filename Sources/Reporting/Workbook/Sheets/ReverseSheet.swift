import Projection

extension InputBoard {
  var reverseSheet: WorkbookSheet {
    let unit = board.workbookUnit
    let found = study.reverse
    let table = WorkbookTable(
      "ReverseStress", caption: "Questions",
      [
        .words("Question", found.map(question)), .words("Answer", found.map(answer)),
        .dollars("As projected", found.map(\.asProjected), unit),
        .numbers("Limit", found.map { $0.limit }, .dollars),
        .counts("Standard deviations away", found.map(distance)),
        .numbers(
          "Chance to first order", found.map { $0.point?.chance }, .percent(2)),
        .dollars("Figure there", found.map { $0.point?.figure }, unit),
        .numbers("Trials", found.map { Double($0.trials) }),
      ])
    let levels = found.flatMap { reverse in
      (reverse.point?.levels ?? []).map { (reverse, $0) }
    }
    let inputs = WorkbookTable(
      "ReverseStressInputs", caption: "Where the inputs then stand, those that carry it first",
      [
        .words("Question", levels.map { question($0.0) }),
        .words("Input", levels.map(\.1.input.title)),
        .numbers("Standard score", levels.map { $0.1.score }, .count(2)),
        .words("Level", levels.map { $0.1.input.words($0.1.level) }),
      ])
    return WorkbookSheet(
      name: "Reverse stress", title: "The most likely way to lose the reserve, or to be wrong",
      says: "The combination of inputs nearest to the projection at which mean five-year net "
        + "reaches the limit; its chance is a first-order figure.",
      tables: [table, inputs].filter { $0.rowCount > 0 })
  }

  private func question(_ reverse: ReverseStress) -> String {
    switch reverse.question {
    case .losesReserve:
      "\(title(reverse.path)) loses \(reverse.statesReserve ? "the reserve" : "money")"
    case .fallsBehind:
      "\(title(reverse.path)) falls behind \(reverse.behind.map(title) ?? "another path")"
    }
  }

  private func answer(_ reverse: ReverseStress) -> String {
    reverse.isBrokenAlready
      ? "as projected already"
      : reverse.point == nil
        ? "nowhere within \(Int(ReverseStress.reach)) standard deviations" : "found"
  }

  private func distance(_ reverse: ReverseStress) -> Estimate? {
    reverse.point.map { Estimate(value: $0.distance, standardError: $0.distanceError) }
  }
}
