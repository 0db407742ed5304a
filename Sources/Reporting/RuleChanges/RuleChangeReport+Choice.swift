import Projection

extension RuleChangeReport {
  /// Whether another option would be signed: of those listed, then of all that may be elected.
  var choice: [Finding] {
    guard mayRecommend else {
      return [
        Finding("No option is named to sign: not all of these rules are rules to sign under.")
      ]
    }
    return [optionChoice, pathChoice].compactMap { $0 } + changedOpenings
  }

  private var optionChoice: Finding {
    for (board, side) in [(before, side.before), (after, side.after)] where board.legal.isEmpty {
      return Finding("None of the options listed can be signed under \(side.title).")
    }
    let (was, becomes) = (before.tied, after.tied)
    if was.count == 1, was == becomes {
      return Finding(
        "The choice stays: of the options listed, \(before.name(was[0])) has the highest mean "
          + "five-year net under both.")
    }
    let both =
      "of the options listed, the highest mean five-year net is that of \(told(was)) under "
      + "\(side.before.title), and that of \(told(becomes)) under \(side.after.title)"
    guard Set(was).isDisjoint(with: becomes) else {
      return Finding("Whether the choice changes cannot be told: \(both).")
    }
    let gain = after.comparison.differences[becomes[0]][was[0]].mean
    return Finding(
      "The choice changes: \(both). Under \(side.after.title) \(after.name(becomes[0])) then has "
        + "\(gain.dollars) more than \(after.name(was[0])) on average (± "
        + "\(gain.standardErrorDollars)).", number: gain)
  }

  private func told(_ tied: [Int]) -> String {
    let names = Names.list(tied.map(before.name))
    return tied.count == 1 ? names : "\(names) (which cannot be told apart)"
  }

  private var pathChoice: Finding? {
    guard let was = PathBoard(before), let becomes = PathBoard(after) else { return nil }
    let (old, new) = (was.title(was.paths.bestMean), becomes.title(becomes.paths.bestMean))
    let oldPath = was.outcome(was.paths.bestMean).path
    let odds =
      "under \(side.before.title) \(PathBoard.odds(was.paths.choice)); under \(side.after.title) "
      + PathBoard.odds(becomes.paths.choice)
    if oldPath.isSigned(like: becomes.outcome(becomes.paths.bestMean).path) {
      return Finding(
        "Of \(was.tried) tried under the one and \(becomes.tried) under the other, \(old) has the "
          + "highest mean under both: \(odds).")
    }
    return Finding(
      "Of \(was.tried) tried, \(old) has the highest mean under \(side.before.title); of "
        + "\(becomes.tried), \(new) has it under \(side.after.title): \(odds). \(keeping(old, new))",
      number: outlook.keepingPath?.mean)
  }

  private func keeping(_ old: String, _ new: String) -> String {
    guard let cost = outlook.keepingPath?.mean else {
      return "Under \(side.after.title) \(old) may not be signed."
    }
    guard cost.isClear else {
      return "Under \(side.after.title) the two cannot be told apart."
    }
    return "Under \(side.after.title) \(old) has \(cost.dollarsWithoutSign) less than \(new) on "
      + "average (± \(cost.standardErrorDollars))."
  }

  /// Options that one side lets the ACO sign and the other does not.
  private var changedOpenings: [Finding] {
    options.compactMap { option in
      guard before.isWhatIf(option) != after.isWhatIf(option) else { return nil }
      let (open, closed) =
        before.isWhatIf(option) ? (side.after, side.before) : (side.before, side.after)
      let why =
        (before.outlooks[option].requested.whatIf
        ?? after.outlooks[option].requested.whatIf).map { " \($0)" } ?? ""
      return Finding(
        "\(before.name(option)) can be signed under \(open.title) and not under "
          + "\(closed.title).\(why)")
    }
  }
}
