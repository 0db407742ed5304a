import Projection
import Regulation

extension RuleChangeReport {
  /// Every rule that differs, in order: from what to what, and whether it moves anything here.
  var ruleLines: [String] {
    outlook.effects.indices.map { place in
      let effect = outlook.effects[place]
      let values = effect.change.differences.map(told).joined(separator: "; ")
      return "\(ruleLabel(place)): \(values). \(doing(effect))"
    }
  }

  private func told(_ difference: RuleDifference) -> String {
    let (was, becomes) = (difference.before?.value, difference.after?.value)
    let from = side.after.isHeld ? nil : difference.after.map { " from \($0.from)" }
    let words = "\(was ?? "not in force") → \(becomes ?? "not in force")\(from ?? "")"
    let name = difference.name.split(separator: ".").dropFirst().joined(separator: ".")
    return "\(name) \(words)"
  }

  private func doing(_ effect: RuleEffect) -> String {
    let moved = options.filter { moves(effect, $0) }
    if !moved.isEmpty { return "Moves \(Names.list(moved.map(before.name), most: 8))." }
    return effect.changesTerms
      ? "Moves nothing here: terms change, and no payment of any trial."
      : "Moves nothing here: no term of any option's settlement changes."
  }

  /// What a reader must know of these figures.
  var notes: [String] {
    var notes: [String] = []
    if outlook.effects.count > 1 {
      notes.append(
        "In order: with every change above it, in the order of the rule files; alone: with no other "
          + "change. The steps in order add up to the whole change, trial by trial.")
    }
    if side.before.isHeld {
      notes.append(
        "Every rule is read as of the one year, in all five performance years: a comparison of two "
          + "laws, not what either will pay.")
    }
    let silent = outlook.effects.contains { $0.change.makesHistoricalBenchmark }
    if scenario.history == nil, silent {
      notes.append(
        "The scenario states a finished historical benchmark, which stays as it is: rules by which "
          + "one is made move only a later agreement. Give its history to see what they do.")
    }
    if options.contains(where: { before.isWhatIf($0) && after.isWhatIf($0) }) {
      notes.append("* what-if: cannot be signed by this ACO.")
    }
    return notes + [before.netMeaning + " Owing: repays in any year.", run]
  }

  private var run: String {
    "\(DecimalText.grouped(outlook.before.trials)) trials, seed \(outlook.before.seed), scenario "
      + "\(scenario.digest.prefix(8)), rules \(outlook.before.rulebookDigest.prefix(8)) and "
      + "\(outlook.after.rulebookDigest.prefix(8))"
  }
}
