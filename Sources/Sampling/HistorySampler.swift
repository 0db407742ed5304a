import Probability
import Regulation
import Scenarios

/// Writes five-year histories, one year at a time: `start(trial:)`, then five `nextYear()`.
///
/// A history is a pure function of the model and the trial's number. Nothing here knows a rule
/// of the program: the law settles what chance has written.
public struct HistorySampler: ~Copyable {
  let model: PathModel
  var stream = RandomStream()
  var trial: UInt32 = 0
  /// 1 for the first performance year.
  var year: UInt32 = 0
  var state = TrialState()

  public init(_ model: PathModel) { self.model = model }

  /// What a trial remembers between its years.
  struct TrialState {
    var drawn = DrawnParameters()
    var nationalShock = 0.0
    var nationalGrowth = ByEnrollmentType<Double>(repeating: 1)
    var regionalDeviation = 0.0
    var persistentEffect = 0.0
    var risk = ByEnrollmentType<RiskState>(repeating: RiskState())
    var demographic = 0.0
    var beneficiaries = ByEnrollmentType<Int>(repeating: 0)
    /// Mean cost and mean risk score of the assigned, relative to planned churn.
    var selection = Selection()
    var noise = ByEnrollmentType<NoiseState>(repeating: NoiseState())
    var benchmarkNoise = ByEnrollmentType<BenchmarkNoise>(repeating: BenchmarkNoise())
    var qualityScore = 0.0
  }

  /// Parameters drawn once per trial.
  struct DrawnParameters {
    var nationalGrowth = 0.0
    var retention = 0.0
    var quality = 0.0
    /// The fraction of the expenditure plan achieved.
    var planAchieved = 1.0
  }

  /// The correlated normal scores of one year.
  struct Scores {
    var nationalGrowth, regionalDeviation, expenditureEffect, riskScore, quality: Double
  }

  public mutating func start(trial: UInt32) {
    self.trial = trial
    year = 0
    state = TrialState()
    state.beneficiaries = model.base.map(\.beneficiaries)
    drawParameters()
    drawBenchmarkNoise()
    startRiskScores()
  }

  /// The next performance year; five may be asked for after `start`.
  public mutating func nextYear() -> ObservedYear {
    let constants = model.years[Int(year)]
    year += 1
    let scores = drawScores()
    growNation(constants, scores)
    let deviation = deviateRegion(constants, scores)
    let effect = drawEffect(constants, scores)
    let trueUp = assign(constants)
    let risk = scoreRisk(scores)
    let quality = measureQuality(constants, scores)
    let circumstances = drawExtremeCircumstances(constants)
    let own = effect * state.selection.expenditure * trueUp
    return ObservedYear(
      performanceYear: constants.performanceYear,
      assignedBeneficiaries: Int(state.beneficiaries.sum { Double($0) }),
      strata: ByEnrollmentType<Stratum> { type in
        stratum(type, constants, deviation: deviation, own: own, risk: risk[type])
      },
      quality: quality, participantRevenue: Dollars(participantRevenue),
      extremeCircumstances: circumstances)
  }

  // MARK: - Bringing the processes together

  private mutating func stratum(
    _ type: EnrollmentType, _ constants: YearModel, deviation: Double, own: Double,
    risk: DrawnRisk
  ) -> Stratum {
    let base = model.base[type]
    let personYears = Double(state.beneficiaries[type]) * base.personYearsEach
    let luck = claimsLuck(type, personYears: personYears)
    let nation = state.nationalGrowth[type]
    let benchmark = state.benchmarkNoise[type]
    // The region's growth as CMS measures it holds the ACO's own beneficiaries, at the ACO's
    // market share; others in the region follow nation and deviation alone.
    let ownGrowth = own * luck / max(Self.leastFactor, benchmark.lastYear)
    let share = model.marketShare[type]
    let regional = nation * deviation * (1 - share + share * ownGrowth)
    return Stratum(
      personYears: PersonYears(personYears),
      expenditure: PerCapita(base.expenditure * nation * deviation * own * risk.health * luck),
      historicalBenchmark: PerCapita(base.historicalBenchmark * benchmark.factor),
      riskRatio: Rate(risk.ratio * state.selection.risk),
      demographicRatio: Rate(exponential(state.demographic)),
      nationalGrowth: Rate(nation), regionalGrowth: Rate(regional),
      prospectiveTrend: Rate(constants.prospectiveTrend[type]), marketShare: Rate(share))
  }

  /// Participants' revenue follows the number of beneficiaries and national growth.
  private var participantRevenue: Double {
    let growth = EnrollmentType.allCases.reduce(0.0) { sum, type in
      sum + model.expenditureShare[type] * state.nationalGrowth[type]
    }
    let size = state.beneficiaries.sum { Double($0) } / model.assignedBeneficiaries
    return model.participantRevenue * growth * size
  }

  private mutating func claimsLuck(_ type: EnrollmentType, personYears: Double) -> Double {
    seek(.claimsNoise, slot: UInt32(type.place))
    return state.noise[type].next(
      shape: model.noise.shape(type, personYears: personYears), law: model.noise.law,
      correlation: model.noise.correlation, &stream)
  }

  @inline(__always)
  mutating func seek(_ purpose: Purpose, slot: UInt32 = 0) {
    stream.seek(model.aco, trial: trial, year: year, purpose: purpose, slot: slot)
  }
}

extension EnrollmentType {
  /// 0 through 3, in the order of the cases: the slot of a draw made for each type.
  @inline(__always)
  var place: Int {
    switch self {
    case .esrd: 0
    case .disabled: 1
    case .agedDual: 2
    case .agedNonDual: 3
    }
  }
}
