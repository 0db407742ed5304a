/// One rule in which two rulebooks differ: every differing value that makes sense only together.
public struct RuleChange: Hashable, Sendable {
  /// A value's own name, or what the names of its values share: `basic-level-e.maximumSharingRate`,
  /// `risk-adjustment.cap`.
  public var rule: String
  /// By value and date; at least one.
  public var differences: [RuleDifference]

  /// The full names of the values that differ, each once.
  public var names: [String] {
    differences.map(\.name).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Whether it bears on how a historical benchmark is made, and not on how one is updated:
  /// 42 CFR 425.652(a) and 425.656 through 425.658.
  public var makesHistoricalBenchmark: Bool {
    [
      "benchmark.weights", "benchmark.regionalAdjustment", "benchmark.priorSavings",
      "benchmark.populationAdjustment", "enhanced.regionalAdjustment",
    ].contains(rule)
  }
}

extension Rulebook {
  /// The rules that must change to turn this rulebook into another, in the order of the rule files.
  public func changes(to after: Rulebook) throws -> [RuleChange] {
    let rows = Dictionary(grouping: after.difference(from: self), by: \.name)
    var changes: [RuleChange] = []
    for name in try Self.namesInOrder {
      guard let differences = rows[name] else { continue }
      let rule = Self.rule(of: name)
      if let place = changes.firstIndex(where: { $0.rule == rule }) {
        changes[place].differences += differences
      } else {
        changes.append(RuleChange(rule: rule, differences: differences))
      }
    }
    return changes
  }

  /// This rulebook with some of its values replaced by another's: an edition in part.
  ///
  /// It names the editions of both. With every change between them it holds the other's values.
  public func taking(_ changes: some Sequence<RuleChange>, from other: Rulebook) -> Rulebook {
    var mixed = byName
    for name in changes.flatMap(\.names) { mixed[name] = other.byName[name] }
    return Rulebook(editions: Set(editions).union(other.editions).sorted(), byName: mixed)
  }

  /// The law of one day for every year of every agreement: what follows the calendar is read on that
  /// day, and what is fixed at the start as for an agreement that starts on it. Values that differ
  /// by year of the agreement still do.
  public func held(on day: Day) -> Rulebook {
    let held = byName.mapValues { parameter in
      var parameter = parameter
      parameter.heldOn = day
      return parameter
    }
    return Rulebook(editions: editions, byName: held)
  }
}

extension Rulebook {
  private static var namesInOrder: [String] { get throws { try order.get() } }
  private static let order = Result { try ruleFiles.flatMap(\.names) }

  /// Files that are one rule each: their values are read together or not at all.
  private static let wholeFiles = [
    "advance-investment-payments", "prepaid-shared-savings", "repayment-mechanism", "advanced-apm",
  ]

  /// The blend and the trend it blends in are one rule.
  private static let joined = ["benchmark.updateBlend": "benchmark.prospectiveTrend"]

  /// `risk-adjustment.cap` for `risk-adjustment.cap.perType`: file and first word.
  static func rule(of name: String) -> String {
    let parts = name.split(separator: ".")
    if let file = parts.first.map(String.init), wholeFiles.contains(file) { return file }
    return joined[name] ?? parts.prefix(2).joined(separator: ".")
  }
}
