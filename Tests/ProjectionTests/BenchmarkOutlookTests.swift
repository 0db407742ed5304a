import Probability
import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct BenchmarkOutlookTests {
  static func outlook(_ scenario: Scenario) throws -> BenchmarkOutlook {
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    return try agreement.benchmarkOutlook(of: try agreement.ledger(workers: 2), workers: 2)
  }

  static var built: Scenario {
    var scenario = SamenessTests.lively(trials: 2_000)
    scenario.agreement.number = 2
    scenario.agreement.regionalAdjustmentsApplied = 1
    scenario.assumptions.historicalBenchmarkNoise.drawn = true
    return scenario.withHistory(region: 1.03, nation: 1.05, savings: 300)
  }

  @Test func `the parts of a year add up to its updated benchmark`() throws {
    for scenario in [SamenessTests.lively(trials: 1_000), Self.built] {
      for year in try Self.outlook(scenario).years {
        let sum = year.parts.reduce(0) { $0 + $1.amount.value }
        #expect(abs(sum / year.total.value - 1) < 1e-12)
      }
    }
  }

  @Test func `a built benchmark shows the adjustment the law chose`() throws {
    let years = try Self.outlook(Self.built).years
    let amounts = Dictionary(
      uniqueKeysWithValues: years[0].parts.map { ($0.part, $0.amount.value) })
    #expect(try #require(amounts[.regionalAdjustment]) > 0)
    #expect(amounts[.populationAdjustment] == 0)
  }

  /// Savings of 3 of 100 each year, nothing random: the next benchmark is 97 and half of 3.
  @Test func `the next agreement of a still ACO is worked by hand`() throws {
    let next = try Self.outlook(EarlyRenewalTests.scenario([.held(.enhanced), .glidePath])).next
    #expect(abs(next.rebased.value / next.expiring.value - 0.985) < 1e-12)
    #expect(abs(next.lastSavingsRate.value - 0.03) < 1e-12)
    #expect(abs(next.firstSavingsRate.value - 1.5 / 98.5) < 1e-12)
    #expect(next.options.map(\.track) == [.enhanced, .basic(.e)])
    #expect(next.adjustments.first { $0.kind == .priorSavings }?.chance.value == 1)
    #expect(next.change.allSatisfy { abs($0 + 0.015) < 1e-12 })
  }

  @Test func `an option that renewed early goes on in its own agreement`() throws {
    let next = try Self.outlook(
      EarlyRenewalTests.scenario([EarlyRenewalTests.renewing, .held(.enhanced)])
    ).next
    #expect(next.options.map(\.place) == [1])
    let alone = try Self.outlook(EarlyRenewalTests.scenario([EarlyRenewalTests.renewing])).next
    #expect(
      alone.options.isEmpty && abs(alone.rebased.value / alone.expiring.value - 0.985) < 1e-12)
  }

  /// In years of pure luck a good run is taken back when the benchmark is built again.
  @Test func `luck of the last three years enters the next benchmark with the opposite sign`()
    throws
  {
    var scenario = Scenario.quiet(assigned: 8_000, savingsRate: 0, law: .gamma, trials: 6_000)
    scenario.agreement.marketShare = .init(repeating: .zero)
    let next = try Self.outlook(scenario).next
    // Equal weights of three years: one for one, but for what prior savings give back.
    #expect(next.ratchet.value < -0.4 && next.ratchet.value > -1.05)
  }

  @Test func `a side that alone is random carries all of the spread, one that is still none`()
    throws
  {
    var scenario = Scenario.quiet(assigned: 8_000, savingsRate: 0.03, law: .gamma, trials: 4_000)
    scenario.assumptions.claimsNoise.law = .gamma
    let claims = try Self.outlook(scenario).spread
    #expect(claims.allSatisfy { $0.shares.allSatisfy { $0.value == 0 } })
    scenario.assumptions.claimsNoise.law = .none
    scenario.assumptions.regionalDeviation.standardDeviation = 0.02
    let region = try Self.outlook(scenario).spread
    for share in region[0].shares { #expect(abs(share.value - 1) < 4 * share.standardError) }
    #expect(region[1].shares.allSatisfy { $0.value == 0 })
  }

  /// Total effects of a sum of independent parts are their parts of the variance.
  @Test func `the share of the benchmark years is what the algebra says`() throws {
    var scenario = Scenario.quiet(assigned: 30_000, savingsRate: 0.08, law: .normal, trials: 20_000)
    scenario.assumptions.historicalBenchmarkNoise = .init(drawn: true, regionalWeight: 0)
    scenario.agreement.options = [.init(option: .held(.basic(.e)), whatIf: nil)]
    let share = try Self.outlook(scenario).spread[1].shares[0]
    // Far above every threshold and below the limit the payment is linear in the savings rate.
    let expected = 5 * 0.46 / (1 + 5 * 0.46)
    #expect(abs(share.value - expected) < 4 * share.standardError + 0.01)
  }

  @Test func `the outlook is the same on any number of workers`() throws {
    let agreement = try Agreement(Self.built, under: try Rulebook.current())
    let ledger = try agreement.ledger(workers: 2)
    let one = try agreement.benchmarkOutlook(of: ledger, workers: 1)
    #expect(try agreement.benchmarkOutlook(of: ledger, workers: 5) == one)
    #expect(throws: Interrupted.self) {
      try agreement.benchmarkOutlook(of: ledger, workers: 2, isCancelled: { true })
    }
  }
}
