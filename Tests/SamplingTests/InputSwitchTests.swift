import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// Levels that a scenario may move without touching what is drawn.
@Suite struct InputSwitchTests {
  private static func years(_ change: (inout Assumptions) -> Void) -> [ObservedYear] {
    var scenario = PairingTests.lively
    change(&scenario.assumptions)
    var sampler = HistorySampler(PathModel(scenario, seed: 5))
    sampler.start(trial: 3)
    return (0..<5).map { _ in sampler.nextYear() }
  }

  @Test func `a drift grows the region by its exponential, year upon year`() {
    let (before, after) = (Self.years { _ in }, Self.years { $0.regionalDeviation.drift = 0.01 })
    for year in 0..<5 {
      let ratio =
        after[year].strata.agedDual.expenditure.amount
        / before[year].strata.agedDual.expenditure.amount
      // Two exponentials, each within 8.1e-8, of arguments rounded by at most 2^-25 of one.
      let expected = exponential(0.01 * Double(year + 1))
      #expect(abs(ratio - expected) < 2 * (8.1e-8 + 0x1p-25) * expected)
      #expect(
        after[year].strata.agedDual.nationalGrowth == before[year].strata.agedDual.nationalGrowth)
    }
  }

  /// Without shocks of its own, an effect of 2 percent in every year is 2 percent of spending, and the
  /// plan's uncertainty does not touch it.
  @Test func `an effect beside the plan moves every year's spending alike`() {
    func still(_ assumptions: inout Assumptions) {
      assumptions.expenditureEffect.persistentStandardDeviation = 0
      assumptions.expenditureEffect.transitoryStandardDeviation = 0
      assumptions.expenditureEffect.planStandardDeviation = 0.5
      assumptions.parameterUncertainty = true
    }
    let before = Self.years(still)
    let after = Self.years {
      still(&$0)
      $0.expenditureEffect.besidePlan = 0.02
    }
    for year in 0..<5 {
      let ratio =
        after[year].strata.disabled.expenditure.amount
        / before[year].strata.disabled.expenditure.amount
      #expect(abs(ratio - 1.02) < 1e-12)
    }
  }

  /// Planned as it happens, churn leaves size to the plan; beyond the plan it shrinks the list.
  @Test func `churn beyond the plan shrinks the list, and planned churn does not`() {
    func size(_ change: (inout Assumptions) -> Void) -> Int {
      Self.years {
        $0.participantChange.probability = 0
        $0.joining.dispersion = 0
        $0.retention.concentration = 1e6
        change(&$0)
      }[4].assignedBeneficiaries
    }
    let base = size { _ in }
    let planned = size { $0.retention.mean = 0.78 }
    let beyond = size {
      $0.retention.planned = $0.retention.mean
      $0.retention.mean = 0.78
    }
    #expect(abs(Double(planned) / Double(base) - 1) < 0.03)
    // Four points fewer of the claims-aligned each year: 0.96⁵ at most, a little less with the joiners.
    #expect(Double(beyond) / Double(base) < 0.87 && Double(beyond) / Double(base) > 0.78)
    #expect(size { $0.retention.planned = $0.retention.mean } == base)
  }
}
