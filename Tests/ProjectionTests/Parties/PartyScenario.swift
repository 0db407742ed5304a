import Regulation
import Samples
import Scenarios

@testable import Projection

extension Sharing {
  static let sample = Sharing(
    savings: .init(aco: 0.3, sponsor: 0.3, participants: 0.4),
    losses: .init(aco: 0.2, sponsor: 0.5, participants: 0.3),
    participants: .init(mean: 0.8, standardDeviation: 0.2),
    sponsor: .init(mean: 0.9, standardDeviation: 0.1), shortfall: .sponsor)
}

extension Sponsor {
  static func every(_ share: Double, _ margin: Double, backfill: Double = 0) -> Sponsor {
    func five(_ value: Double) -> [Double] { Array(repeating: value, count: 5) }
    return Sponsor(
      ownFacilityShare: five(share), contributionMargin: five(margin), backfill: five(backfill))
  }
}

extension Scenario {
  /// 10,000 beneficiaries to whom nothing happens but a plan of −2 percent. Spending without it:
  /// 9,750 person-years (48.75 · 85,829 + 809.25 · 11,099 + 565.5 · 17,054 + 8,326.5 · 10,604 =
  /// 111,104,272.50) · 0.95 = 105,549,058.875 a year.
  static func planned(savingsRate: Double = 0.05, trials: Int = 100) -> Scenario {
    var scenario = Scenario.quiet(
      assigned: 10_000, savingsRate: savingsRate, law: .none, trials: trials)
    scenario.assumptions.expenditureEffect.plan = Array(repeating: -0.02, count: 5)
    return scenario
  }

  /// Earned, owed and neither, a plan that is achieved in part, everything of who gains stated.
  static func shared(trials: Int = 3_000, seed: UInt64 = 20_270_101) -> Scenario {
    var scenario = SamenessTests.lively(trials: trials)
    scenario.seed = seed
    scenario.assumptions.expenditureEffect.plan = [-0.005, -0.01, -0.01, -0.02, -0.02]
    scenario.assumptions.expenditureEffect.planStandardDeviation = 0.5
    scenario.assumptions.parameterUncertainty = true
    scenario.finances = Finances(
      programCost: [1e5, 2e5, 3e5, 4e5, 5e5].map { Dollars($0) }, discountRate: 0.03)
    scenario.sponsor = .every(0.4, 0.5)
    scenario.sharing = .sample
    scenario.reopening = Reopening(probability: 0.1, standardDeviation: 0.2, base: .benchmark)
    return scenario
  }

  func agreement() throws -> Agreement { try Agreement(self, under: try .current()) }
}
