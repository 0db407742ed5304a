import Regulation
import Scenarios

/// A scenario bound to two rulebooks, to every rulebook on the way from one to the other, and to the
/// first with each change alone.
public struct RuleComparison: Sendable {
  public let before, after: Rulebook
  public let changes: [RuleChange]
  /// Every agreement that settles otherwise than those before it, the one under `before` first.
  let agreements: [Agreement]
  /// Places in `agreements`: of the rules after so many changes, from none through all.
  let chain: [Int]
  /// Of the rules with one change alone.
  let alone: [Int]

  /// - Parameter scenario: Its own editions are left out of account: the rulebooks are given.
  /// - Throws: `NotInForce` where a rule has no value for a year of the agreement; `RuleFault` where
  ///   a rulebook does not allow what the scenario elects.
  public init(_ scenario: Scenario, from before: Rulebook, to after: Rulebook) throws {
    self.before = before
    self.after = after
    changes = try before.changes(to: after)
    var binding = Binding(scenario)
    var chain = [try binding.place(under: before)]
    for count in changes.indices.dropFirst() {
      chain.append(try binding.place(under: before.taking(changes.prefix(count), from: after)))
    }
    if !changes.isEmpty { chain.append(try binding.place(under: after)) }
    alone = try changes.map { try binding.place(under: before.taking([$0], from: after)) }
    self.chain = chain
    agreements = binding.agreements
  }

  /// Trials simulated in all, for progress; those walked along paths included.
  public func trialCount(walkingPaths: Bool) -> Int {
    let paths = walkingPaths ? 2 * Self.pathTrials(of: agreements[0].scenario) : 0
    return agreements.count * agreements[0].scenario.trials + paths
  }

  /// Trials along every path, at most.
  static let mostPathTrials = 20_000

  static func pathTrials(of scenario: Scenario) -> Int { min(scenario.trials, mostPathTrials) }

  /// Binds one rulebook after another; those under which nothing is settled otherwise share a place.
  private struct Binding {
    let scenario: Scenario
    var agreements: [Agreement] = []

    init(_ scenario: Scenario) {
      var scenario = scenario
      scenario.editions = []
      self.scenario = scenario
    }

    mutating func place(under rules: Rulebook) throws -> Int {
      let agreement = try Agreement(scenario, under: rules)
      if let found = agreements.firstIndex(where: agreement.isSettled(like:)) { return found }
      agreements.append(agreement)
      return agreements.count - 1
    }
  }
}

extension Agreement {
  /// Whether every trial ends alike under both: all that the rules decide for the options has been
  /// looked up, and is the same.
  func isSettled(like other: Agreement) -> Bool {
    steps == other.steps && settlements == other.settlements && periods == other.periods
  }
}
