import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// Assumptions at the ends of what a scenario may say still make histories that can be settled.
@Suite struct ExtremeAssumptionTests {
  func years(_ scenario: Scenario, trials: UInt32 = 2_000) -> [ObservedYear] {
    var sampler = HistorySampler(PairingTests.model(scenario))
    return (0..<trials).flatMap { trial in
      sampler.start(trial: trial)
      return (0..<5).map { _ in sampler.nextYear() }
    }
  }

  func areWhole(_ years: [ObservedYear]) -> Bool {
    years.allSatisfy { year in
      year.strata.sum { $0.expenditure.amount }.isFinite
        && EnrollmentType.allCases.allSatisfy { type in
          let stratum = year.strata[type]
          return stratum.expenditure.amount >= 0 && stratum.nationalGrowth.fraction > 0
            && stratum.regionalGrowth.fraction.isFinite && stratum.regionalGrowth.fraction >= 0
            && stratum.riskRatio.fraction > 0
        }
    }
  }

  @Test func `an ACO that shrinks to a handful keeps finite growth`() {
    var scenario = PairingTests.lively
    scenario.agreement.marketShare = .init(repeating: Rate(0.1))
    scenario.assumptions.participantChange = .init(probability: 1, mean: -2, standardDeviation: 0)
    #expect(areWhole(years(scenario)))
  }

  @Test func `leavers never take more than there is`() {
    var scenario = PairingTests.lively
    scenario.assumptions.retention.mean = 0.2
    scenario.assumptions.retention.leaverExpenditure = 1.5
    scenario.assumptions.retention.leaverRisk = 1.5
    scenario.assumptions.joining.sizePlan = Array(repeating: -1, count: 5)
    #expect(areWhole(years(scenario)))
  }

  @Test func `an uncertain mean never makes national spending negative`() {
    var scenario = PairingTests.lively
    scenario.assumptions.parameterUncertainty = true
    scenario.assumptions.nationalGrowth.mean = .init(repeating: Array(repeating: -0.5, count: 5))
    scenario.assumptions.nationalGrowth.meanStandardError = 0.5
    #expect(areWhole(years(scenario)))
  }

  @Test(arguments: [0.0, 0.75, 0.95])
  func `a wide regional deviation keeps its mean in every year`(persistence: Double) {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.assumptions.regionalDeviation.standardDeviation = 0.1
    scenario.assumptions.regionalDeviation.persistence = persistence
    for year in 0..<5 {
      let found = MomentTests().moments(scenario) {
        $0[year].strata.agedNonDual.regionalGrowth.fraction
      }
      #expect(abs(found.mean - 1) < 4 * found.standardError)
    }
  }
}
