import Probability
import Regulation
import Scenarios

/// Writes histories one year at a time: `start(trial:)`, then `nextYear()` for each of the
/// agreement's five years, and once more for the first year of the next agreement.
///
/// A history is a pure function of the model, the trial's number and what is drawn again. Nothing here knows a rule
/// of the program: the law settles what chance has written.
public struct HistorySampler: ~Copyable {
  let model: PathModel
  var stream: RandomStream
  var trial: UInt32 = 0
  /// What this trial draws from the second seed.
  var redrawn: PurposeSet = []
  /// 1 for the first performance year.
  var year: UInt32 = 0
  /// Whether the latest year's participant list made new benchmark years.
  public internal(set) var hasRebased = false
  /// What the scenario's programs made of the latest year.
  public internal(set) var programYear = ProgramYear.none
  var state = TrialState()
  /// The assigned one by one, where the scenario asks for that detail. All that lies above a single
  /// beneficiary is the same draw at the same address in both details.
  let list: BeneficiaryList?
  /// Writes many trials at once; `nil` where it cannot.
  private let batch: HistoryBatch?
  /// `nil` where every word is the generator's own.
  private let points: PointBatch?
  /// Whether this trial is read from the batch.
  private(set) var isRead = false
  /// Of a trial that is read.
  var readLuck = ByEnrollmentType<ByBenchmarkYear<Double>>(repeating: .init(repeating: 1))

  public init(_ model: PathModel) { self.init(model, writing: HistoryBatch(model)) }

  /// - Parameter batch: Of this model; `nil` to write every trial one by one.
  init(_ model: PathModel, writing batch: HistoryBatch?) {
    self.model = model
    self.batch = batch
    points = model.points.map { PointBatch($0) }
    stream = RandomStream(rejecting: model.rejects)
    list = model.beneficiaries.map { BeneficiaryList($0) }
  }

  /// What a trial remembers between its years.
  struct TrialState {
    var drawn = DrawnParameters()
    var nationalShock = 0.0
    var nationalGrowth = ByEnrollmentType<Double>(repeating: 1)
    var regionalDeviation = 0.0
    /// Of the region's other beneficiaries since benchmark year 3.
    var othersGrowth = ByEnrollmentType<Double>(repeating: 1)
    var persistentEffect = 0.0
    var avoided = 0.0
    /// Of every normal score of the effect in this trial.
    var tail = 1.0
    var position = DrawnPosition()
    var risk = ByEnrollmentType<RiskState>(repeating: RiskState())
    var demographic = 0.0
    var beneficiaries = ByEnrollmentType<Int>(repeating: 0)
    /// Mean cost and mean risk score of the assigned, relative to planned churn.
    var selection = ByEnrollmentType<Selection>(repeating: Selection())
    var noise = ByEnrollmentType<NoiseState>(repeating: NoiseState())
    var benchmarkYears = ByEnrollmentType<ByBenchmarkYear<BenchmarkLuck>>(
      repeating: ByBenchmarkYear(repeating: BenchmarkLuck()))
    var qualityScore = 0.0
    /// Of the latest year: expected expenditure over the region's, and the part that stayed.
    var ownLevel = 1.0
    var retained = 1.0
    var measures = MeasureState()
    var programs = DrawnPrograms()
  }

  /// The correlated normal scores of one year.
  struct Scores {
    var nationalGrowth, regionalDeviation, expenditureEffect, riskScore, quality: Double
  }

  /// Growth since benchmark year 3 of the region's beneficiaries who are not the ACO's.
  public var othersGrowth: ByEnrollmentType<Rate> { state.othersGrowth.map { Rate($0) } }
  /// The latest year's expected expenditure over what the region would have spent on the same
  /// people, claims' luck apart.
  public var ownLevel: Double { state.ownLevel }
  /// The part of those not voluntarily aligned whom the latest year's draw kept on average.
  public var retained: Double { state.retained }

  /// What the assigned would have spent in the latest year had the ACO done nothing, over what they
  /// spend, less one: the plan as far as it was achieved. Claims, region and the shocks to the ACO's
  /// own position are the same in both.
  public var avoidedShare: Double { state.avoided }

  /// - Parameter redrawn: Purposes whose numbers are drawn from a second, independent seed.
  public mutating func start(trial: UInt32, redrawing redrawn: PurposeSet = []) {
    self.trial = trial
    self.redrawn = redrawn
    year = 0
    if let batch, redrawn.isEmpty, batch.serves(Int(trial)) {
      isRead = true
      readLuck = batch.benchmarkLuck(of: Int(trial))
      return
    }
    isRead = false
    points?.seek(Int(trial))
    state = TrialState()
    state.beneficiaries = model.base.map(\.beneficiaries)
    drawParameters()
    drawPrograms()
    drawTail()
    drawBenchmarkYears()
    if let list { begin(list) }
    drawPosition()
    startRiskScores()
  }

  /// The next performance year; six may be asked for after `start`.
  ///
  /// What the law fixes at signing, historical benchmark and prospective trend, is not chance's to
  /// write: both are left at zero.
  public mutating func nextYear() -> ObservedYear {
    if isRead, let batch { return readYear(from: batch) }
    let constants = model.years[Int(year)]
    year += 1
    let scores = drawScores()
    growNation(constants, scores)
    let deviation = deviateRegion(constants, scores)
    let effect = drawEffect(constants, scores)
    let position = movePosition()
    state.ownLevel = effect * position
    let trueUp = if let list { live(list, constants) } else { assign(constants) }
    payPrograms()
    let risk = scoreRisk(scores)
    let quality = measureQuality(constants, scores)
    let circumstances = drawExtremeCircumstances(constants)
    state.othersGrowth = state.nationalGrowth.map { $0 * deviation }
    return ObservedYear(
      performanceYear: constants.performanceYear,
      assignedBeneficiaries: Int(state.beneficiaries.sum { Double($0) }),
      strata: ByEnrollmentType<Stratum> { type in
        stratum(
          type, constants, deviation: deviation,
          own: effect * programFactor(type) * state.selection[type].expenditure * trueUp,
          position: position, risk: risk[type])
      },
      quality: quality,
      participantRevenue: Dollars(participantRevenue + programYear.feesFromMedicare),
      extremeCircumstances: circumstances)
  }

  // MARK: - Bringing the processes together

  private mutating func stratum(
    _ type: EnrollmentType, _ constants: YearModel, deviation: Double, own: Double,
    position: Double, risk: DrawnRisk
  ) -> Stratum {
    let base = model.base[type]
    let personYears = Double(state.beneficiaries[type]) * base.personYearsEach
    let luck = claimsLuck(type, personYears: personYears)
    let nation = state.nationalGrowth[type]
    let others = nation * deviation
    let risen = risk.ratio * state.selection[type].risk
    let share = marketShare(type)
    // The region's growth as CMS measures it holds the ACO's own beneficiaries, each at their own
    // risk, at the ACO's market share; others in the region follow nation and deviation alone.
    let fees = feesFromMedicare(type)
    let ownGrowth =
      (own * luck * risk.health + fees / max(base.expenditure * others * position, 1))
      / (risen * benchmarkLuckOfThirdYear(type))
    let demographic = singleExponential(state.demographic)
    let expenditure = base.expenditure * others * own * risk.health * luck * position
    programYear.avoided += personYears * expenditure * (1 / programFactor(type) - 1)
    return Stratum(
      personYears: PersonYears(personYears),
      expenditure: PerCapita(expenditure + fees),
      historicalBenchmark: .zero, riskRatio: Rate(risen), demographicRatio: Rate(demographic),
      nationalGrowth: Rate(nation),
      regionalGrowth: Rate(others * (1 - share + share * ownGrowth)), prospectiveTrend: .zero,
      marketShare: Rate(share), regionalRiskRatio: Rate(1 - share + share * risen),
      regionalDemographicRatio: Rate(1 - share + share * demographic))
  }

  private func benchmarkLuckOfThirdYear(_ type: EnrollmentType) -> Double {
    max(Self.leastFactor, state.benchmarkYears[type].third.factor)
  }

  /// The assignable beneficiaries of the region stay as many: the ACO's share moves with its size.
  private func marketShare(_ type: EnrollmentType) -> Double {
    let base = model.base[type]
    let size = Double(state.beneficiaries[type]) / Double(base.beneficiaries)
    return min(1, model.marketShare[type] * size)
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
    if let list { return list.luck[type] }
    seek(.claimsNoise, slot: UInt32(type.place))
    return state.noise[type].next(
      shape: model.noise.shape(type, personYears: personYears), law: model.noise.law,
      correlation: state.drawn.claimsCorrelation, &stream)
  }

  @inline(__always)
  mutating func seek(_ purpose: Purpose, slot: UInt32 = 0) {
    seek(model.subjects.aco, purpose, slot: slot)
  }

  @inline(__always)
  mutating func seek(_ subject: TwiceSeeded, _ purpose: Purpose, slot: UInt32 = 0) {
    stream.seek(
      subject.drawn(again: redrawn.contains(purpose)), trial: trial, year: year, purpose: purpose,
      slot: slot)
    if let points, subject.isGuided, !redrawn.contains(purpose) { stream.follow(points) }
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
