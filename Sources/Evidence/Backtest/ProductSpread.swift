import Projection
import Regulation
import Scenarios

/// Variance of the first year's savings rate that the product's processes bring of themselves when
/// the position is known and the expenditure effect stands still: constant + bySize/N, fractions
/// squared, N the base year's assigned beneficiaries.
struct ProductSpread: Hashable, Sendable {
  var constant, bySize: Double
  /// By how much a savings rate falls for each unit that the expenditure effect rises: less than one,
  /// since the ACO is part of the region by whose growth its benchmark is updated.
  var response: Double
  /// Under which it was found.
  var assumptions: Assumptions

  init(constant: Double, bySize: Double, response: Double, _ assumptions: Assumptions) {
    self.assumptions = assumptions
    self.constant = constant
    self.bySize = bySize
    self.response = response
  }

  static let trials = 20_000
  static let small = 5_000, large = 50_000
  /// An effect by which the response is seen.
  private static let shift = 0.01

  /// By simulation at two sizes, luck of the benchmark years left out. The standard error of a
  /// variance is about 1 percent of it; the response is paired.
  ///
  /// - Parameter calibration: Whose constants take the place of the shipped ones; none where `nil`.
  init(_ calibration: Calibration? = nil, under rules: Rulebook) throws {
    var scenario = try Scenario(yaml: ForecastScenario.text, file: "backtest", name: "backtest")
    if let calibration { scenario.assumptions.take(calibration) }
    assumptions = scenario.assumptions
    scenario.assumptions.historicalBenchmarkNoise.drawn = false
    // An agreement whose benchmark follows no prospective trend.
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2023, month: 1, day: 1))
    scenario.assumptions.expenditureEffect = ExpenditureEffect(
      plan: Array(repeating: 0, count: 5), planStandardDeviation: 0,
      persistentStandardDeviation: 0, persistence: 0, transitoryStandardDeviation: 0,
      degreesOfFreedom: assumptions.expenditureEffect.degreesOfFreedom)
    let small = try Self.rates(scenario, assigned: Self.small, under: rules)
    let large = try Self.rates(scenario, assigned: Self.large, under: rules)
    let variances = (Self.variance(small), Self.variance(large))
    let (one, other) = (1 / Double(Self.small), 1 / Double(Self.large))
    bySize = (variances.0 - variances.1) / (one - other)
    constant = variances.1 - bySize * other
    scenario.assumptions.expenditureEffect.plan = Array(repeating: Self.shift, count: 5)
    let shifted = try Self.rates(scenario, assigned: Self.large, under: rules)
    response = (Self.mean(large) - Self.mean(shifted)) / Self.shift
  }

  /// Of the first year.
  private static func rates(
    _ scenario: Scenario, assigned: Int, under rules: Rulebook
  ) throws -> [Double] {
    var scenario = scenario
    let times = Double(assigned) / Double(scenario.population.assignedBeneficiaries)
    scenario.population.assignedBeneficiaries = assigned
    for type in EnrollmentType.allCases {
      scenario.population.strata[type].personYears = PersonYears(
        scenario.population.strata[type].personYears.count * times)
    }
    return try Agreement(scenario, under: rules).sample(trials: trials, year: 0).savingsRates
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
