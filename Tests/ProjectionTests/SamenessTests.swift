import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct SamenessTests {
  static func agreement(trials: Int = 3_000) throws -> Agreement {
    try Agreement(lively(trials: trials), under: try Rulebook.current())
  }

  static func lively(trials: Int) -> Scenario {
    var scenario = Scenario.quiet(
      assigned: 12_000, savingsRate: 0.01, law: .gamma, trials: trials, seed: 20_270_101)
    scenario.assumptions.nationalGrowth.standardDeviation = 0.02
    scenario.assumptions.retention.mean = 0.82
    scenario.assumptions.joining.dispersion = 0.4
    scenario.assumptions.expenditureEffect.persistentStandardDeviation = 0.01
    scenario.assumptions.quality.standardDeviation = 0.05
    return scenario
  }

  @Test(arguments: [2, 3, 7, 64])
  func `the same cents on any number of workers`(workers: Int) throws {
    let agreement = try Self.agreement()
    let alone = try agreement.ledger(workers: 1)
    let together = try agreement.ledger(workers: workers)
    #expect(firstMismatch(together.payment, alone.payment) == nil)
    #expect(firstMismatch(together.net, alone.net) == nil)
    #expect(agreement.comparison(of: together) == agreement.comparison(of: alone))
  }

  /// Every parameter drawn, a record, and the shipped defaults.
  @Test func `drawn parameters are the same on any worker count and in a replay`() throws {
    var scenario = try TypicalACO.scenario(
      assigned: 9_000, start: "2025-01-01", trials: 1_500, record: true)
    #expect(scenario.assumptions.parameterUncertainty)
    let agreement = try Agreement(scenario, under: .current())
    let alone = try agreement.ledger(workers: 1)
    #expect(try agreement.ledger(workers: 3).payment == alone.payment)
    for trial in stride(from: 0, to: 1_500, by: 131) {
      for option in 0..<alone.optionCount {
        for (year, replayed) in agreement.replay(trial: trial, option: option).enumerated() {
          let column = alone.payments(of: option, year: year)
          #expect(replayed.paid.count == column[column.startIndex + trial])
        }
      }
    }
    scenario.assumptions.parameterUncertainty = false
    #expect(
      try Agreement(scenario, under: .current()).ledger(workers: 1).payment != alone.payment)
  }

  @Test func `more trials leave the first ones as they were`() throws {
    let few = try Self.agreement(trials: 1_000).ledger(workers: 2)
    let many = try Self.agreement(trials: 2_500).ledger(workers: 2)
    for option in 0..<few.optionCount {
      for year in 0..<5 {
        #expect(
          Array(few.payments(of: option, year: year))
            == Array(many.payments(of: option, year: year).prefix(1_000)))
      }
    }
  }

  @Test func `a replayed trial pays the cents of the ledger`() throws {
    let agreement = try Self.agreement()
    let ledger = try agreement.ledger(workers: 2)
    for trial in stride(from: 0, to: 3_000, by: 311) {
      for option in 0..<ledger.optionCount {
        let replay = agreement.replay(trial: trial, option: option)
        for (year, replayed) in replay.enumerated() {
          let column = ledger.payments(of: option, year: year)
          #expect(replayed.paid.count == column[column.startIndex + trial])
        }
      }
    }
  }

  @Test func `a percentile names a trial that pays it`() throws {
    let agreement = try Self.agreement()
    let ledger = try agreement.ledger(workers: 2)
    let comparison = agreement.comparison(of: ledger)
    let trial = agreement.trial(atPercentile: 5, of: 6, in: ledger)
    #expect(ledger.total(of: 6)[trial] == comparison.outlooks[6].total.quantiles[0].value.count)
  }

  @Test func `an interrupted run gives no ledger`() throws {
    let agreement = try Self.agreement()
    #expect(throws: Interrupted.self) {
      try agreement.ledger(workers: 2, isCancelled: { true })
    }
  }

  @Test func `levels share their years with the glide path`() throws {
    let agreement = try Self.agreement()
    let ledger = try agreement.ledger(workers: 2)
    for (year, level) in Level.allCases.enumerated() {
      let held = try #require(Level.allCases.firstIndex(of: level))
      #expect(
        Array(ledger.payments(of: 5, year: year)) == Array(ledger.payments(of: held, year: year)))
    }
  }
}
