import Projection
import Regulation
import Scenarios

/// One ACO's forecast with and without its own record, and what came.
public struct OwnRecordForecast: Hashable, Sendable {
  public var id: String
  public var isRebased: Bool
  /// Central intervals of 80 percent of the savings rate, fractions: from the last year's figures
  /// alone, and with the record.
  public var without, with: ClosedRange<Double>
  public var meanWithout, meanWith: Double
  /// What one point more in each known year adds, oldest first, and what the mean of all ACOs keeps.
  public var weights: [Double]
  public var priorWeight: Double
  public var came: Double

  /// Without a record the figures speak as they do in a drafted scenario: the last rate goes on in
  /// the same agreement, and the part of it that is taken to survive a rebasing in a new one.
  init(
    _ target: ForecastTarget, past: [ACOYear], assumptions: Assumptions, under rules: Rulebook,
    trials: Int
  ) throws {
    let (scenario, year) = try ForecastScenario(assumptions)(target, past: past, isLowRevenue: nil)
    var bare = scenario
    bare.record = nil
    if target.isRebased {
      let rate = target.known.savingsRate
      let kept = 1 + DraftPopulation.survivingRebasing * rate / (1 - rate)
      for type in EnrollmentType.allCases {
        bare.population.strata[type].historicalBenchmark =
          Rate(kept) * bare.population.strata[type].expenditure
      }
    }
    func forecast(_ scenario: Scenario) throws -> Forecast {
      Forecast(
        sample: try Agreement(scenario, under: rules).sample(trials: trials, year: year)
          .savingsRates)
    }
    let (before, after) = (try forecast(bare), try forecast(scenario))
    let start = StartingOutlook(scenario)
    id = target.known.id
    isRebased = target.isRebased
    (without, with) = (before.interval(0.8), after.interval(0.8))
    (meanWithout, meanWith) = (before.mean, after.mean)
    weights = start?.weights ?? []
    priorWeight = start?.priorWeight ?? 1
    came = target.later.savingsRate
  }
}
