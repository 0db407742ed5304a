import Probability
import Regulation
import Scenarios

/// A scenario bound for sampling: every constant of the chance model worked out once, so that a
/// trial only draws and multiplies.
public struct PathModel: Sendable {
  /// Whether GSL's own samplers draw.
  let rejects: Bool
  let subjects: Subjects
  let assumptions: Assumptions
  let assignment: AgreementFacts.Assignment
  /// Six: the five performance years, and the first of the next agreement.
  let years: [YearModel]
  let base: ByEnrollmentType<BaseModel>
  /// How the luck of the benchmark years is drawn; `none` where it is not.
  let benchmarkLaw: ClaimsNoise.Law
  let benchmarkPersonYears: ByEnrollmentType<ByBenchmarkYear<Double>>
  /// Expenditure of the base year, by type, as shares of the total.
  let expenditureShare: ByEnrollmentType<Double>
  let assignedBeneficiaries: Double
  /// In dollars of benchmark year 3.
  let participantRevenue: Double
  let marketShare: ByEnrollmentType<Double>
  let noise: NoiseModel
  /// `nil` for an ACO without a record.
  public let position: PositionModel?
  let shock: ShockModel
  /// Lower Cholesky factor of the correlation matrix, row by row.
  let factor: CorrelationFactor
  let parameters: ParameterModel
  /// Empty where the quality score itself is drawn.
  let measures: [MeasureModel]
  let programs: [ProgramModel]
  /// `nil` where only means are drawn.
  var beneficiaries: BeneficiaryModel?
  /// What gives the words of the draws that matter most; `nil` where all are the generator's.
  public private(set) var points: PointSet?

  /// One enrollment type in benchmark year 3.
  struct BaseModel: Sendable {
    var beneficiaries: Int
    var personYearsEach: Double
    var expenditure: Double
    /// The same where somebody is of the type; one where nobody is.
    var headPersonYears: Double { personYearsEach > 0 ? personYearsEach : 1 }
  }

  /// - Parameter seed: Of all random numbers.
  public init(_ scenario: Scenario, seed: UInt64) {
    let population = scenario.population
    rejects = scenario.sampler == .gsl
    assumptions = scenario.assumptions
    assignment = scenario.agreement.assignment
    subjects = Subjects(scenario, seed: seed)
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
    noise = NoiseModel(assumptions, population)
    position = PositionModel(scenario)
    benchmarkLaw =
      assumptions.historicalBenchmarkNoise.drawn ? assumptions.claimsNoise.law : .none
    benchmarkPersonYears = ByEnrollmentType { type in
      scenario.history?.strata[type].personYears.map(\.count)
        ?? ByBenchmarkYear(repeating: Double(base[type].beneficiaries) * base[type].personYearsEach)
    }
    shock = ShockModel(assumptions)
    factor = CorrelationFactor(assumptions.correlation)
    parameters = ParameterModel(scenario, factor)
    programs = scenario.programs.map { [subjects] in ProgramModel($0, subjects) }
    measures = assumptions.quality.measures.map {
      [subjects, assumptions] in
      MeasureModel(
        $0, scenario.programs, commonShare: assumptions.quality.commonShare,
        isUncertain: assumptions.parameterUncertainty, subjects)
    }
    years = (0...5).map { YearModel(place: $0, of: scenario) }
    beneficiaries =
      scenario.detail == .beneficiaries
      ? BeneficiaryModel(assumptions, base, noise, shock, subjects) : nil
  }

  /// The same model whose histories follow these points.
  public func following(_ points: PointSet?) -> PathModel {
    var model = self
    model.points = points
    return model
  }

  /// Whose the scrambling of points is; `name` tells one set from another.
  public static func scrambling(of scenario: Scenario, seed: UInt64, for name: String) -> Subject {
    Subject(seed: seed, kind: .aco, name: "\(scenario.aco)\n\(name)")
  }

  private static func base(
    of population: Population, before period: AgreementPeriod
  ) -> ByEnrollmentType<BaseModel> {
    let growth = population.growthToBenchmarkYearThree(before: period)
    let personYears = population.strata.sum { $0.personYears.count }
    return ByEnrollmentType<BaseModel> { type in
      let stratum = population.strata[type]
      let share = stratum.personYears.count / personYears
      let count = max(1, (Double(population.assignedBeneficiaries) * share).rounded())
      return BaseModel(
        beneficiaries: Int(count), personYearsEach: stratum.personYears.count / count,
        expenditure: stratum.expenditure.amount * growth[type])
    }
  }
}

/// The constants of one performance year; a year beyond the scenario's five goes on like the last.
struct YearModel: Sendable {
  let performanceYear: PerformanceYear
  /// Mean growth factor of the nation, by type.
  let nationalMean: ByEnrollmentType<Double>
  /// The region's expected drift since benchmark year 3, less half the variance that its deviation
  /// has gathered, which keeps its mean.
  let regionalCentre: Double
  let plannedEffect: Double
  /// Planned size over last year's.
  let plannedSize: Double
  /// Factor on size of practices that join or leave this year for certain; 1 for none, and in a
  /// year beyond the scenario's five.
  let plannedListChange: Double
  /// Programs' planned changes in it.
  let qualityMean: Double
  /// Logit of the quality score whose mean is the planned one, and the spread of the logit.
  let qualityLogit, qualitySpread: Double
  /// How much the logit moves when the variance of the spread doubles, to first order.
  let qualityLogitSlope: Double
  /// On the logit, of what each program does to the score; by place.
  let qualityDeviations: SIMD16<Double>
  let qualityStandard: Double
  let extremeCircumstancesChance: Double

  init(place: Int, of scenario: Scenario) {
    let assumptions = scenario.assumptions
    let stated = min(place, 4)
    performanceYear = scenario.agreement.period.performanceYear(place + 1)
    nationalMean = assumptions.nationalGrowth.mean.map { 1 + $0[stated] }
    let region = assumptions.regionalDeviation
    let gathered = (0...place).reduce(0.0) { variance, _ in
      region.persistence * region.persistence * variance
        + region.standardDeviation * region.standardDeviation
    }
    regionalCentre = region.drift * Double(place + 1) - gathered / 2
    plannedEffect = assumptions.expenditureEffect.plan[stated]
    plannedSize = exponential(assumptions.joining.sizePlan[stated])
    let listed = place < 5 ? assumptions.participantChange.planned[place] : 0
    plannedListChange = listed == 0 ? 1 : exponential(listed)
    let quality = assumptions.quality
    qualityMean = quality.mean[stated] + scenario.programs.plannedQuality(stated)
    qualitySpread = quality.standardDeviation / (qualityMean * (1 - qualityMean))
    // The error of the mean is drawn on the logit too, and moves no mean.
    let error =
      assumptions.parameterUncertainty
      ? quality.meanStandardError / (qualityMean * (1 - qualityMean)) : 0
    let (mean, spread) = (qualityMean, qualitySpread)
    qualityDeviations = scenario.programs.deviations(stated, \.quality) / (mean * (1 - mean))
    let programs = qualityDeviations.variance
    func logit(times: Double) -> Double {
      let scaled = spread * times
      return logitOfMean(mean, spread: (scaled * scaled + error * error + programs).squareRoot())
    }
    qualityLogit = logit(times: 1)
    let wider = logit(times: Self.wider)
    qualityLogitSlope = (wider - qualityLogit) / (Self.wider * Self.wider - 1)
    qualityStandard = quality.standard + quality.standardDrift * Double(place)
    extremeCircumstancesChance = assumptions.extremeCircumstances.probability[stated]
  }
}

extension YearModel {
  private static let wider = 1.1

  /// The logit that keeps the planned mean under this many times the stated spread.
  func qualityLogit(times spread: Double) -> Double {
    qualityLogit + qualityLogitSlope * (spread * spread - 1)
  }
}

/// Constants of shocks that are the same in all five years.
struct ShockModel: Sendable {
  /// Of the common national shock: this year's part of a stationary series.
  let nationalInnovation: Double
  /// Half the variance of one year's national growth, which keeps its mean.
  let nationalHalfVariance: Double
  /// Expected retention of the whole population, voluntarily aligned included.
  let plannedRetention: Double

  init(_ assumptions: Assumptions) {
    let growth = assumptions.nationalGrowth
    nationalInnovation =
      growth.standardDeviation * (1 - growth.autocorrelation * growth.autocorrelation).squareRoot()
    nationalHalfVariance =
      (growth.standardDeviation * growth.standardDeviation
        + growth.typeStandardDeviation * growth.typeStandardDeviation) / 2
    let retention = assumptions.retention
    plannedRetention =
      retention.countedOn * (1 - retention.voluntaryShare)
      + retention.voluntaryRetention * retention.voluntaryShare
  }
}

/// The logit whose logistic, under a normal spread, has the given mean.
///
/// A logit-normal variate's mean is nearer one half than the logistic of its median; the planned
/// mean is the mean, so the median is moved. Newton's method, held within a bracket, on a 97-point
/// trapezoid over six standard deviations either side; error below 1e-9 of the score.
func logitOfMean(_ mean: Double, spread: Double) -> Double {
  let nodes = ScoreNodes.all.map { (density: $0.density, factor: exponential(-spread * $0.z)) }
  let reach = 20 + 7 * spread
  var (low, high, centre) = (-reach, reach, 0.0)
  for _ in 0..<100 {
    let odds = exponential(-centre)
    var (sum, slope) = (0.0, 0.0)
    for node in nodes {
      let score = 1 / (1 + odds * node.factor)
      sum += node.density * score
      slope += node.density * (score * (1 - score))
    }
    if sum < mean { low = centre } else { high = centre }
    let next = centre + (mean - sum) / slope
    let moved = next > low && next < high ? next : (low + high) / 2
    if abs(moved - centre) <= 1e-13 * (1 + abs(centre)) { return moved }
    centre = moved
  }
  return centre
}

/// Scores an eighth apart, and each one's part of the whole under a normal law.
private enum ScoreNodes {
  static let all: [(z: Double, density: Double)] = {
    let scores = (-48...48).map { Double($0) / 8 }
    let densities = scores.map { exponential(-$0 * $0 / 2) }
    let whole = densities.reduce(0, +)
    return zip(scores, densities).map { ($0, $1 / whole) }
  }()
}
