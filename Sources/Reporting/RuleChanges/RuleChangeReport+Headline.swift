import Projection

extension RuleChangeReport {
  /// The change in one sentence.
  var headline: Finding {
    guard !outlook.effects.isEmpty else {
      return Finding(
        "No rule differs between \(side.before.title) and \(side.after.title): every payment stays "
          + "as it is.")
    }
    let moved = options.filter { !outlook.whole[$0].isNothing }
    guard !moved.isEmpty else { return nothingMoves }
    let clear = moved.filter { outlook.whole[$0].mean.isClear }
    guard let most = clear.map({ outlook.whole[$0].mean.value.magnitude }).max() else {
      return Finding(
        "No option's mean five-year net changes by more than twice its own simulation error.")
    }
    let leaders = clear.filter { outlook.whole[$0].mean.value.magnitude == most }
    let change = outlook.whole[leaders[0]].mean
    return Finding(movement(of: leaders, among: moved, by: change), number: change)
  }

  private func movement(of leaders: [Int], among moved: [Int], by change: Estimate) -> String {
    let isOne = leaders.count == 1
    let alone = moved.count == leaders.count
    let verb = isOne ? "moves" : "move"
    let opening =
      alone
      ? "Only \(Names.list(leaders.map(before.name))) \(verb)"
      : "As simulated, \(Names.list(leaders.map(before.name))) \(verb) most"
    return "\(opening): \(isOne ? "its" : "each") mean five-year net is "
      + "\(change.dollarsWithoutSign) \(change.value < 0 ? "lower" : "higher") under "
      + "\(side.after.title) than under \(side.before.title) (± \(change.standardErrorDollars))."
  }

  private var nothingMoves: Finding {
    if outlook.effects.contains(where: \.movesAnything) {
      return Finding(
        "Single changes move options of this scenario; all of them together move none by a cent.")
    }
    let count = outlook.effects.count
    return Finding(
      count == 1
        ? "The one rule that differs moves no option of this scenario by a cent."
        : "None of the \(count) rules that differ moves an option of this scenario by a cent.")
  }
}
