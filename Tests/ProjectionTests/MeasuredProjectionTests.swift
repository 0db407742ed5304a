import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// Quality measure by measure, from the scenario to the cents.
@Suite struct MeasuredProjectionTests {
  static func scenario(trials: Int = 2_000) -> Scenario {
    var scenario = SamenessTests.lively(trials: trials)
    scenario.assumptions.quality.measures = QualityMeasure.lively
    scenario.assumptions.quality.commonShare = 0.2
    scenario.assumptions.quality.autocorrelation = 0.69
    scenario.assumptions.quality.standard = 0.82
    scenario.assumptions.quality.reportingFailure = 0.01
    scenario.assumptions.parameterUncertainty = true
    scenario.agreement.number = 2
    return scenario
  }

  static func agreement(_ scenario: Scenario) throws -> Agreement {
    try Agreement(scenario, under: try Rulebook.current())
  }

  @Test(arguments: [2, 7])
  func `the same cents on any number of workers`(workers: Int) throws {
    let agreement = try Self.agreement(Self.scenario())
    let alone = try agreement.ledger(workers: 1)
    let together = try agreement.ledger(workers: workers)
    #expect(firstMismatch(together.payment, alone.payment) == nil)
    #expect(firstMismatch(together.net, alone.net) == nil)
    #expect(agreement.comparison(of: together) == agreement.comparison(of: alone))
  }

  @Test func `a replayed trial pays the cents of the ledger and shows what made its score`() throws
  {
    let agreement = try Self.agreement(Self.scenario())
    let ledger = try agreement.ledger(workers: 2)
    for trial in stride(from: 0, to: 2_000, by: 97) {
      for (year, replayed) in agreement.replay(trial: trial, option: 6).enumerated() {
        let column = ledger.payments(of: 6, year: year)
        #expect(replayed.paid.count == column[column.startIndex + trial])
        let quality = replayed.observed.quality
        #expect(quality.measures.count == 3)
        let terms = try #require(replayed.quality.measures)
        let expected = quality.reported ? quality.measured(under: terms).score : .zero
        #expect(replayed.result.quality.score == expected)
      }
    }
  }

  /// Of all years of all trials, those with each standing under ENHANCED.
  private func standings(_ scenario: Scenario) throws -> [QualityResult.Standing: Int] {
    let agreement = try Self.agreement(scenario)
    var counts: [QualityResult.Standing: Int] = [:]
    for trial in 0..<500 {
      for year in agreement.replay(trial: trial, option: 6) {
        counts[year.result.quality.standing, default: 0] += 1
      }
    }
    return counts
  }

  @Test func `better rates meet the standard more often, and a plan moves its years only`() throws {
    let low = Self.scenario()
    var high = low
    for place in high.assumptions.quality.measures.indices {
      let measure = high.assumptions.quality.measures[place]
      let gain = measure.benchmark.lowerIsBetter ? -0.06 : 0.06
      high.assumptions.quality.measures[place].plan[4] += gain
    }
    let (before, after) = (try Self.agreement(low), try Self.agreement(high))
    var gains = 0
    for trial in 0..<500 {
      let (old, new) = (
        before.replay(trial: trial, option: 6), after.replay(trial: trial, option: 6)
      )
      #expect(old.prefix(4).map(\.result) == new.prefix(4).map(\.result))
      if new[4].result.quality.score > old[4].result.quality.score { gains += 1 }
    }
    #expect(gains > 480)
    let (few, many) = (try standings(low), try standings(high))
    #expect((many[.standardMet] ?? 0) > (few[.standardMet] ?? 0) + 100)
  }

  @Test func `without an outcome measure the alternative is never met`() throws {
    var scenario = Self.scenario()
    #expect(try standings(scenario)[.alternativeMet, default: 0] > 100)
    for place in scenario.assumptions.quality.measures.indices {
      scenario.assumptions.quality.measures[place].benchmark.isOutcome = false
    }
    let standings = try standings(scenario)
    #expect(standings[.alternativeMet] == nil)
    #expect(standings[.notMet, default: 0] > 100)
  }

  @Test func `an ACO that reports all its eCQMs can meet the standard through the incentive`()
    throws
  {
    var scenario = Self.scenario()
    scenario.assumptions.quality.reportingFailure = 0
    scenario.assumptions.quality.standard = 0.99
    scenario.assumptions.quality.measures += [
      .still("112 Breast cancer", rate: 0.6, of: 900), .still("134 Depression", rate: 0.6, of: 900),
    ]
    #expect(try standings(scenario)[.standardMet, default: 0] == 0)
    for place in scenario.assumptions.quality.measures.indices {
      scenario.assumptions.quality.measures[place].benchmark.collection = .eCQM
    }
    // 2025 through 2029: four measures suffice in 2025, five from 2026.
    #expect(try standings(scenario) == [.standardMet: 2_500])
  }
}
