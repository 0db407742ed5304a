import Projection

extension ScenarioReport {
  /// Whether the choice of one scenario is that of the first.
  enum Choice: Hashable {
    case stays, changes
    /// Options that cannot be told apart are on either side.
    case unclear
    /// Nothing can be signed in one of the two.
    case nothing
  }

  /// Of the listed options; of all paths where an appetite is stated.
  func choice(_ side: Int) -> Choice {
    if hasAppetite { return pathChoice(side) }
    guard boards[0].mayRecommend, boards[side].mayRecommend, !boards[0].legal.isEmpty,
      !boards[side].legal.isEmpty
    else { return .nothing }
    let (first, own) = (leaders(0), leaders(side))
    if first.count == 1, first == own { return .stays }
    return Set(first).isDisjoint(with: own) ? .changes : .unclear
  }

  private func pathChoice(_ side: Int) -> Choice {
    guard mayChoose(0), mayChoose(side), let own = bestPath(side)?.path else { return .nothing }
    guard let kept = keptPath(side) else { return .changes }
    if kept.path.isSigned(like: own) { return .stays }
    let cost = compared.sides[side].keepingPath?.mean
    return breaksAppetite(side) || cost?.isClear ?? true ? .changes : .unclear
  }

  /// The options of highest mean net that cannot be told apart, as settled, whatever their names.
  private func leaders(_ side: Int) -> [[String]] {
    boards[side].tied.map { place in
      let option = boards[side].outlooks[place].option
      return option.years.map(\.key) + [
        option.renewsIn.map(String.init) ?? "", option.leave.map { $0.words } ?? "",
      ]
    }
  }

  /// What a scenario would have the ACO sign: within its appetite where one is stated.
  func recommendation(_ side: Int) -> String {
    guard hasAppetite else { return ofThoseListed(side) }
    guard mayChoose(side) else { return "no path within its appetite" }
    return bestPath(side)?.path.title ?? "none"
  }

  /// The options listed of highest mean.
  func ofThoseListed(_ side: Int) -> String {
    let board = boards[side]
    guard board.mayRecommend else { return "none: not rules to sign under" }
    guard !board.legal.isEmpty else { return "none can be signed" }
    let names = Names.list(board.tied.map(board.name))
    return board.tied.count > 1 ? "\(names) (cannot be told apart)" : names
  }

  var headline: Finding {
    if others.allSatisfy(isSame) {
      return Finding(
        "\(Names.list(names, most: 3)) give the same five-year net under every option in every "
          + "simulated future.")
    }
    guard sides.allSatisfy(mayChoose) else { return Finding(choiceSentence) }
    return Finding(
      "\(choiceSentence) \(moneySentence.sentence)", number: moneySentence.number)
  }

  /// Whether every trial of every option and of the best path ends with the same cent.
  private func isSame(_ side: Int) -> Bool {
    (!hasAppetite || choice(side) == .stays)
      && compared.options.allSatisfy { $0.net[side].isNothing }
      && compared.sides[side].bestPath.isNothing
      && compared.options.count == boards[side].outlooks.count
      && compared.options.count == boards[0].outlooks.count
  }

  private var choiceSentence: String {
    let choices = others.map(choice)
    if choices.contains(.nothing) {
      return hasAppetite
        ? "No choice is compared: in one of the scenarios no path keeps within the appetite."
        : "No choice is compared: in one of the scenarios nothing can be signed."
    }
    let changed = others.filter { choice($0) == .changes }
    if !changed.isEmpty {
      return "The choice changes in \(Names.list(changed.map { names[$0] }, most: 3)): "
        + "\(recommendation(0)) in \(names[0]), "
        + Names.list(changed.prefix(2).map { "\(recommendation($0)) in \(names[$0])" }) + "."
    }
    let unclear = others.filter { choice($0) == .unclear }
    guard unclear.isEmpty else {
      return "Whether the choice changes cannot be told: \(recommendation(0)) in \(names[0]), "
        + Names.list(unclear.prefix(2).map { "\(recommendation($0)) in \(names[$0])" }) + "."
    }
    return "The choice stays \(recommendation(0)) in "
      + (compared.sides.count == 2 ? "both scenarios." : "all \(compared.sides.count) scenarios.")
  }

  private var pathNoun: String {
    hasAppetite ? "path to sign" : "best legal path"
  }

  /// What the best of all paths brings more or less than in the first; the largest clear one.
  var moneySentence: Finding {
    let clear = others.filter { compared.sides[$0].bestPath.mean.isClear }
    let most = clear.max {
      compared.sides[$0].bestPath.mean.value.magnitude
        < compared.sides[$1].bestPath.mean.value.magnitude
    }
    guard let most else {
      return Finding(
        "The mean five-year net of the \(pathNoun) differs by no more than its own simulation error."
      )
    }
    let change = compared.sides[most].bestPath.mean
    return Finding(
      "The \(pathNoun) is expected to bring \(change.dollarsWithoutSign) "
        + "\(change.value < 0 ? "less" : "more") over five years in \(names[most]) than in "
        + "\(names[0]) (± \(change.standardErrorDollars)).", number: change)
  }
}
