import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// A history and the finished benchmark it makes are one and the same scenario.
@Suite struct BuiltBenchmarkTests {
  /// `(option · 5 + year) · trials + trial`.
  private func payments(_ scenario: Scenario) throws -> [Int64] {
    let ledger = try Agreement(scenario, under: try Rulebook.current()).ledger(workers: 2)
    return (0..<ledger.optionCount).flatMap { option in
      (0..<5).flatMap { Array(ledger.payments(of: option, year: $0)) }
    }
  }

  @Test func `a stated benchmark equal to the built one pays the same`() throws {
    var built = SamenessTests.lively(trials: 500).withHistory(region: 1.04, nation: 1.05)
    built.population.growthToBenchmark = .init(repeating: 0.05)
    built.population.measuredIn -= 3
    let bound = try Agreement(built, under: try Rulebook.current()).scenario
    // 35 percent of a difference of 4 percent of what the ACO spends.
    for type in EnrollmentType.allCases {
      let stratum = bound.population.strata[type]
      #expect(
        abs(stratum.historicalBenchmark.amount / stratum.expenditure.amount - 1.014) < 1e-12)
    }
    var stated = bound
    stated.history = nil
    for type in EnrollmentType.allCases {
      let stratum = bound.population.strata[type]
      stated.population.strata[type].nationalExpenditure = Rate(1.05) * stratum.expenditure
    }
    for (one, other) in zip(try payments(built), try payments(stated)) {
      #expect(abs(one - other) <= 1, "a cent at most, where the last bit of a product decides")
    }
  }

  /// Three years at 5 percent: savings of 200 are 231.525 in benchmark year 3's dollars, and half of
  /// them, below 5 percent of the nation, is the adjustment.
  @Test func `prior savings are carried to benchmark year 3 with everything else`() throws {
    var scenario = Scenario.quiet(assigned: 20_000, savingsRate: 0, noise: 0, law: .none)
    scenario.agreement.number = 2
    scenario.population.growthToBenchmark = .init(repeating: 0.05)
    scenario.population.measuredIn -= 3
    let agreement = try Agreement(
      scenario.withHistory(savings: 200), under: try Rulebook.current())
    let built = try #require(agreement.replay(trial: 0, option: 0)[0].built)
    #expect(built.historical.adjustment.kind == .priorSavings)
    #expect(abs(built.historical.adjustment.singleValue.amount - 231.525 / 2) < 1e-9)
  }

  @Test func `the prospective trend gives an ACO below the nation more than its growth`() throws {
    var scenario = Scenario.quiet(assigned: 20_000, savingsRate: 0, noise: 0, law: .none)
    scenario.assumptions.prospectiveTrend.growth = .init(
      repeating: Array(repeating: 0.05, count: 5))
    scenario.agreement.options = [.init(option: .held(.enhanced), whatIf: nil)]
    func benchmark(_ scenario: Scenario) throws -> Double {
      let agreement = try Agreement(scenario, under: try Rulebook.current())
      return agreement.replay(trial: 0, option: 0)[1].settlement.benchmark.amount
    }
    // Nothing grows but the trend: (1/3)·(1.05² − 1)·leverage, with the nation's level over its own.
    let base = try benchmark(scenario) / (1 + 0.1025 / 3)
    for leverage in [0.8, 1.25] {
      var placed = scenario
      for type in EnrollmentType.allCases {
        let spent = placed.population.strata[type].historicalBenchmark
        placed.population.strata[type].nationalExpenditure = Rate(leverage) * spent
      }
      #expect(abs(try benchmark(placed) / base - (1 + leverage * 0.1025 / 3)) < 1e-12)
    }
  }

  /// Nation 9 percent in year 1 against a trend of 5: the proposal holds the trend to 8 and, in year
  /// 2, when the nation stands still, to 1.5.
  @Test func `the proposed limits hold the prospective trend near the nation's growth`() throws {
    var scenario = Scenario.quiet(
      assigned: 20_000, savingsRate: 0, noise: 0, law: .none, start: 2027)
    scenario.assumptions.nationalGrowth.mean = .init(repeating: [0.09, 0, 0.05, 0.05, 0.05])
    scenario.assumptions.prospectiveTrend.growth = .init(
      repeating: Array(repeating: 0.05, count: 5))
    scenario.agreement.options = [.init(option: .held(.enhanced), whatIf: nil)]
    func trend(_ editions: [String]) throws -> [Double] {
      scenario.editions = editions
      let agreement = try Agreement(scenario, under: try Rulebook.current())
      return agreement.replay(trial: 0, option: 0).prefix(2).map {
        $0.observed.strata.agedNonDual.prospectiveTrend.fraction
      }
    }
    let (law, proposal) = (try trend([]), try trend(["cy2027Proposed"]))
    #expect(zip(law, [1.05, 1.05 * 1.05]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(zip(proposal, [1.08, 1.08 * 1.015]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// A miss of four points: with the guardrail losses are smaller, but for those held to a limit,
  /// which is a share of the larger benchmark.
  @Test func `the guardrail relieves losses that no limit holds`() throws {
    var scenario = SamenessTests.lively(trials: 4_000)
    scenario.assumptions.nationalGrowth.mean = .init(repeating: [0.09, 0.05, 0.05, 0.05, 0.05])
    scenario.assumptions.prospectiveTrend.growth = .init(
      repeating: Array(repeating: 0.05, count: 5))
    var bare = scenario
    bare.editions = ["withoutGuardrail"]
    let (with, without) = (try payments(scenario), try payments(bare))
    let agreement = try Agreement(bare, under: try Rulebook.current())
    #expect(zip(with, without).count { $0 > $1 } > 1_000)
    for place in with.indices.filter({ with[$0] < without[$0] }).prefix(200) {
      let (trial, column) = (place % scenario.trials, place / scenario.trials)
      let year = agreement.replay(trial: trial, option: column / 5)[column % 5]
      guard case .sharedLosses(let losses) = year.settlement.outcome else {
        Issue.record("trial \(trial) owes nothing without the guardrail")
        continue
      }
      #expect(losses.isLimited)
    }
  }
}
