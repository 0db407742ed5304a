import Probability
import Regulation
import Scenarios

/// A scenario bound for sampling: every constant of the chance model worked out once, so that a
/// trial only draws and multiplies.
public struct PathModel: Sendable {
  let nation, region, aco: Subject
  let assumptions: Assumptions
  let assignment: AgreementFacts.Assignment
  /// Five, first performance year first.
  let years: [YearModel]
  let base: ByEnrollmentType<BaseModel>
  /// Expenditure of the base year, by type, as shares of the total.
  let expenditureShare: ByEnrollmentType<Double>
  let assignedBeneficiaries: Double
  /// In dollars of benchmark year 3.
  let participantRevenue: Double
  let marketShare: ByEnrollmentType<Double>
  let noise: NoiseModel
  let shock: ShockModel
  /// Lower Cholesky factor of the correlation matrix, row by row.
  let factor: CorrelationFactor

  /// One enrollment type in benchmark year 3.
  struct BaseModel: Sendable {
    var beneficiaries: Int
    var personYearsEach: Double
    var expenditure: Double
    var historicalBenchmark: Double
  }

  /// - Parameters:
  ///   - benchmarkYearWeights: Weights of benchmark years 1, 2 and 3; three.
  public init(_ scenario: Scenario, seed: UInt64, benchmarkYearWeights: [Rate]) {
    let population = scenario.population
    assumptions = scenario.assumptions
    assignment = scenario.agreement.assignment
    nation = Subject(seed: seed, kind: .nation, name: "")
    region = Subject(seed: seed, kind: .region, name: scenario.region)
    aco = Subject(seed: seed, kind: .aco, name: scenario.aco)
    let base = Self.base(of: population, before: scenario.agreement.period)
    self.base = base
    let spent = ByEnrollmentType<Double> { type in
      population.strata[type].personYears.count * base[type].expenditure
    }
    let total = spent.sum { $0 }
    expenditureShare = spent.map { $0 / total }
    assignedBeneficiaries = base.sum { Double($0.beneficiaries) }
    let measured = population.strata.sum { ($0.expenditure * $0.personYears).amount }
    participantRevenue = scenario.agreement.participantRevenue.amount * total / measured
    marketShare = scenario.agreement.marketShare.map(\.fraction)
    noise = NoiseModel(assumptions, population, benchmarkYearWeights)
    shock = ShockModel(assumptions)
    factor = CorrelationFactor(assumptions.correlation)
    years = (0..<5).map { YearModel(place: $0, of: scenario) }
  }

  private static func base(
    of population: Population, before period: AgreementPeriod
  ) -> ByEnrollmentType<BaseModel> {
    let elapsed = period.firstDay.year - 1 - population.measuredIn
    let personYears = population.strata.sum { $0.personYears.count }
    return ByEnrollmentType<BaseModel> { type in
      let stratum = population.strata[type]
      let share = stratum.personYears.count / personYears
      let count = max(1, (Double(population.assignedBeneficiaries) * share).rounded())
      var growth = 1.0
      for _ in 0..<max(0, elapsed) { growth *= 1 + population.growthToBenchmark[type] }
      return BaseModel(
        beneficiaries: Int(count), personYearsEach: stratum.personYears.count / count,
        expenditure: stratum.expenditure.amount * growth,
        historicalBenchmark: stratum.historicalBenchmark.amount * growth)
    }
  }
}

/// The constants of one performance year.
struct YearModel: Sendable {
  let performanceYear: PerformanceYear
  /// Mean growth factor of the nation, by type.
  let nationalMean: ByEnrollmentType<Double>
  /// Cumulative update factor of the prospective trend.
  let prospectiveTrend: ByEnrollmentType<Double>
  /// Half the variance that the regional deviation has gathered, which keeps its mean.
  let regionalHalfVariance: Double
  let plannedEffect: Double
  /// Planned size over last year's.
  let plannedSize: Double
  /// Logit of the quality score whose mean is the planned one, and the spread of the logit.
  let qualityLogit, qualitySpread: Double
  let qualityStandard: Double
  let extremeCircumstancesChance: Double

  init(place: Int, of scenario: Scenario) {
    let assumptions = scenario.assumptions
    performanceYear = scenario.agreement.period.performanceYear(place + 1)
    nationalMean = assumptions.nationalGrowth.mean.map { 1 + $0[place] }
    prospectiveTrend = assumptions.prospectiveTrend.growth.map { growth in
      growth[...place].reduce(1) { $0 * (1 + $1) }
    }
    let region = assumptions.regionalDeviation
    let gathered = (0...place).reduce(0.0) { variance, _ in
      region.persistence * region.persistence * variance
        + region.standardDeviation * region.standardDeviation
    }
    regionalHalfVariance = gathered / 2
    plannedEffect = assumptions.expenditureEffect.plan[place]
    plannedSize = exponential(assumptions.joining.sizePlan[place])
    let quality = assumptions.quality
    let mean = quality.mean[place]
    qualitySpread = quality.standardDeviation / (mean * (1 - mean))
    qualityLogit = logitOfMean(mean, spread: qualitySpread)
    qualityStandard = quality.standard + quality.standardDrift * Double(place)
    extremeCircumstancesChance = assumptions.extremeCircumstances.probability[place]
  }
}

/// The five normal scores of a year, correlated: `factor` times independent ones.
struct CorrelationFactor: Sendable {
  /// Rows of the lower triangle, in the order of `CorrelationMatrix.order`.
  let l00: Double
  let l10, l11: Double
  let l20, l21, l22: Double
  let l30, l31, l32, l33: Double
  let l40, l41, l42, l43, l44: Double

  init(_ matrix: CorrelationMatrix) {
    let order = CorrelationMatrix.order.count
    // A scenario's matrix has been shown positive definite when it was read.
    let l = choleskyFactor(of: matrix.values, order: order) ?? matrix.values
    l00 = l[0]
    (l10, l11) = (l[5], l[6])
    (l20, l21, l22) = (l[10], l[11], l[12])
    (l30, l31, l32, l33) = (l[15], l[16], l[17], l[18])
    (l40, l41, l42, l43, l44) = (l[20], l[21], l[22], l[23], l[24])
  }
}

/// Constants of shocks that are the same in all five years.
struct ShockModel: Sendable {
  /// Of the common national shock: this year's part of a stationary series.
  let nationalInnovation: Double
  /// Half the variance of one year's national growth, which keeps its mean.
  let nationalHalfVariance: Double
  /// Scales a Student-t variate to unit variance.
  let studentScale: Double
  let qualityInnovation: Double
  /// Expected retention of the whole population, voluntarily aligned included.
  let plannedRetention: Double

  init(_ assumptions: Assumptions) {
    let growth = assumptions.nationalGrowth
    nationalInnovation =
      growth.standardDeviation * (1 - growth.autocorrelation * growth.autocorrelation).squareRoot()
    nationalHalfVariance =
      (growth.standardDeviation * growth.standardDeviation
        + growth.typeStandardDeviation * growth.typeStandardDeviation) / 2
    let freedom = assumptions.expenditureEffect.degreesOfFreedom
    studentScale = ((freedom - 2) / freedom).squareRoot()
    let quality = assumptions.quality.autocorrelation
    qualityInnovation = (1 - quality * quality).squareRoot()
    let retention = assumptions.retention
    plannedRetention =
      retention.mean * (1 - retention.voluntaryShare)
      + retention.voluntaryRetention * retention.voluntaryShare
  }
}

/// The logit whose logistic, under a normal spread, has the given mean.
///
/// A logit-normal variate's mean is nearer one half than the logistic of its median; the planned
/// mean is the mean, so the median is moved. Bisection on a 97-point trapezoid over six standard
/// deviations either side; error below 1e-9 of the score.
func logitOfMean(_ mean: Double, spread: Double) -> Double {
  func meanScore(_ centre: Double) -> Double {
    var sum = 0.0
    var weight = 0.0
    for step in -48...48 {
      let z = Double(step) / 8
      let density = exponential(-z * z / 2)
      sum += density / (1 + exponential(-centre - spread * z))
      weight += density
    }
    return sum / weight
  }
  var (low, high) = (-20.0, 20.0)
  for _ in 0..<60 {
    let middle = (low + high) / 2
    if meanScore(middle) < mean { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
