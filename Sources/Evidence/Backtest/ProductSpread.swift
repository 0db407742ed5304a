import Projection
import Regulation
import Scenarios

/// Variance of the first year's savings rate that the product's processes bring of themselves when
/// the position is known and the expenditure effect stands still: constant + bySize/N, fractions
/// squared, N the base year's assigned beneficiaries.
struct ProductSpread: Hashable, Sendable {
  var constant, bySize: Double
  /// Under which it was found: the shipped ones.
  var assumptions: Assumptions

  init(constant: Double, bySize: Double, _ assumptions: Assumptions) {
    self.assumptions = assumptions
    self.constant = constant
    self.bySize = bySize
  }

  static let trials = 20_000
  static let small = 5_000, large = 50_000

  /// By simulation at two sizes under the shipped assumptions, luck of the benchmark years left out.
  /// The standard error of a variance is about 1 percent of it.
  init(under rules: Rulebook) throws {
    var scenario = try Scenario(yaml: ForecastScenario.text, file: "backtest", name: "backtest")
    scenario.assumptions.historicalBenchmarkNoise.drawn = false
    // An agreement whose benchmark follows no prospective trend.
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2023, month: 1, day: 1))
    assumptions = scenario.assumptions
    scenario.assumptions.expenditureEffect = ExpenditureEffect(
      plan: Array(repeating: 0, count: 5), planStandardDeviation: 0,
      persistentStandardDeviation: 0, persistence: 0, transitoryStandardDeviation: 0,
      degreesOfFreedom: assumptions.expenditureEffect.degreesOfFreedom)
    let base = scenario.population
    let sizes = [Self.small, Self.large]
    let variances = try sizes.map { size in
      var scenario = scenario
      let times = Double(size) / Double(base.assignedBeneficiaries)
      scenario.population.assignedBeneficiaries = size
      for type in EnrollmentType.allCases {
        scenario.population.strata[type].personYears = PersonYears(
          base.strata[type].personYears.count * times)
      }
      let agreement = try Agreement(scenario, under: rules)
      return Self.variance(agreement.sample(trials: Self.trials, year: 0).savingsRates)
    }
    let (small, large) = (1 / Double(Self.small), 1 / Double(Self.large))
    bySize = (variances[0] - variances[1]) / (small - large)
    constant = variances[1] - bySize * large
  }

  private static func variance(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
  }
}
