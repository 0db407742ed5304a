@testable import Projection
@testable import Regulation
@testable import Reporting

/// Three options under two sets of rules, whose decisive figures a test sets by hand.
struct SampleRuleChange {
  var before = FixedComparison()
  var after = FixedComparison()
  var beforeEditions: [String] = []
  var afterEditions = ["cy2027Proposed"]
  /// Means of every change in order, by rule and option; alone they are the same.
  var steps: [(rule: String, means: [Double])] = []
  var error = 1_000.0
  var paths: (before: SamplePaths, after: SamplePaths)?
  var keeping: Double?

  func difference(_ mean: Double) -> PairedDifference {
    PairedDifference(
      mean: Estimate(value: mean, standardError: mean == 0 ? 0 : error),
      chanceOfMore: FixedComparison.chance(mean > 0 ? 0.7 : 0),
      chanceOfLess: FixedComparison.chance(mean < 0 ? 0.7 : 0))
  }

  func make() throws -> RuleChangeOutlook {
    var sides = (before.comparison, after.comparison)
    sides.0.scenario.editions = beforeEditions
    sides.1.scenario.editions = afterEditions
    sides.0.paths = try paths?.before.make()
    sides.1.paths = try paths?.after.make()
    let effects = steps.map { step in
      RuleEffect(
        change: RuleChange(
          rule: step.rule,
          differences: [
            RuleDifference(
              name: step.rule + ".part", says: "A rule.", unit: "", before: nil, after: nil)
          ]), changesTerms: step.means.contains { $0 != 0 }, inOrder: step.means.map(difference),
        alone: step.means.map(difference))
    }
    let whole = (0..<3).map { option in
      difference(steps.reduce(0) { $0 + $1.means[option] })
    }
    return RuleChangeOutlook(
      before: sides.0, after: sides.1, effects: effects, whole: whole,
      interaction: [0, 0, 0].map(difference), keepingPath: keeping.map(difference))
  }

  func report(_ names: (String, String) = ("cfr", "cy2027Proposed"), isHeld: Bool = false) throws
    -> RuleChangeReport
  {
    RuleChangeReport(
      try make(), from: .init(names.0, isHeld: isHeld), to: .init(names.1, isHeld: isHeld))
  }
}
