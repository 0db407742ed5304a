import Probability
import Reconciliation
import Regulation
import Sampling

/// One simulated year as one agreement measures it.
struct MeasuredYear {
  var observed: ObservedYear
  var benchmark: UpdatedBenchmark
  var result: PerformanceYearResult
}

/// Writes one history after another, and measures each year under every agreement it may belong to:
/// `start(trial:)`, then `nextYear()` five times.
struct MeasuredHistory: ~Copyable {
  let periods: [BoundPeriod]
  let basis: BenchmarkBasis
  private var sampler: HistorySampler
  private var signed: [SignedBenchmark]
  /// The year just written, by place in `periods`; one that has not begun keeps an older year.
  private(set) var measured: [MeasuredYear] = []
  /// What the scenario's programs made of the year just written. Kept here, for it is read in the
  /// innermost loops, where asking the sampler copied all of it.
  private(set) var programs = ProgramYear.none
  /// Of the prospective trend since each agreement was signed, as a factor; by place in `periods`.
  private var prospective: [ByEnrollmentType<Rate>]
  /// The nation's growth through the year before.
  private var nationBefore = ByEnrollmentType<Rate>(repeating: .one)
  /// Kept only where a later agreement is built from it.
  private var timeline: Timeline?
  /// Of the year to be written next.
  private var year = 0

  /// - Parameter periods: The agreement to be signed first; any that begin after its first year
  ///   follow it.
  init(_ agreement: Agreement, periods: [BoundPeriod]) {
    self.periods = periods
    basis = agreement.basis
    sampler = HistorySampler(agreement.model)
    let none = SignedBenchmark(
      historical: .init(repeating: .zero), prospectiveLeverage: .init(repeating: .zero))
    signed = Array(repeating: none, count: periods.count)
    prospective = Array(repeating: .init(repeating: .one), count: periods.count)
    timeline = periods.contains { $0.firstYear > 0 } ? Timeline(agreement.basis.history) : nil
    measured.reserveCapacity(periods.count)
  }

  /// - Parameter redrawn: Purposes of chance drawn from a second seed, to see what they are worth.
  mutating func start(trial: Int, redrawing redrawn: PurposeSet = []) {
    sampler.start(trial: UInt32(trial), redrawing: redrawn)
    year = 0
    for place in periods.indices { prospective[place] = .init(repeating: .one) }
    nationBefore = .init(repeating: .one)
    sign()
    timeline?.begin(luck: sampler.benchmarkLuck)
  }

  /// What an agreement, by its place in `periods`, was signed at in this trial.
  func signedBenchmark(of period: Int) -> SignedBenchmark { signed[period] }

  /// How an agreement's benchmark was made in this trial.
  func historicalTerms(of period: Int) -> HistoricalBenchmarkTerms {
    let bound = periods[period]
    return bound.firstYear == 0
      ? bound.historicalTerms
      : bound.historicalTerms(after: signed[0].built?.adjustment.kind)
  }

  /// What an agreement's benchmark was built from, where it was built and not stated.
  func foundation(of period: Int) -> BenchmarkHistory? {
    let first = periods[period].firstYear
    if first > 0 { return timeline?.history(before: first) }
    return basis.stated == nil ? basis.history.lucky(sampler.benchmarkLuck) : nil
  }

  /// Whether the benchmark of the year just written is not that of the year before.
  func isNewlySigned(_ period: Int) -> Bool {
    let first = periods[period].firstYear
    return first == year - 1 || (first < year && sampler.hasRebased)
  }

  /// Growth since benchmark year 3 of the region's beneficiaries who are not the ACO's.
  var othersGrowth: ByEnrollmentType<Rate> { sampler.othersGrowth }

  /// Of the year just written; see `HistorySampler`.
  var ownLevel: Double { sampler.ownLevel }
  var retained: Double { sampler.retained }
  /// Of the year just written, under the agreement to be signed.
  var figures: YearFigures {
    mutating get {
      YearFigures(
        measured[0].result, participantRevenue: measured[0].observed.participantRevenue,
        avoidedShare: sampler.avoidedShare, programs)
    }
  }

  mutating func nextYear() {
    let observed = sampler.nextYear()
    programs = sampler.programYear
    if sampler.hasRebased {
      sign()
      timeline?.begin(luck: sampler.benchmarkLuck)
    }
    for place in periods.indices where periods[place].covers(year) {
      measure(observed, place)
    }
    timeline?.add(observed, measured[0].result, at: year)
    nationBefore = observed.strata.map(\.nationalGrowth)
    year += 1
  }

  /// Agreements from the first year on, whose benchmark years lie before the projection.
  private mutating func sign() {
    let luck = sampler.benchmarkLuck
    for place in periods.indices where periods[place].firstYear == 0 {
      signed[place] = basis.signed(luck, under: periods[place].historicalTerms)
    }
  }

  private mutating func measure(_ observed: ObservedYear, _ place: Int) {
    let period = periods[place]
    let nation = observed.strata.map(\.nationalGrowth)
    var observed = observed
    if period.firstYear > 0, let timeline {
      if period.firstYear == year || sampler.hasRebased {
        signed[place] = timeline.history(before: period.firstYear)
          .signedBenchmark(under: historicalTerms(of: place))
      }
      observed.strata = observed.strata.measured(
        from: timeline.thirdYear(before: period.firstYear))
    }
    let terms = period.terms(year)
    observed.strata = observed.strata.held(
      against: signed[place], growing: prospectiveGrowth(place, nation, terms.benchmark))
    let benchmark = observed.updatedBenchmark(under: terms.benchmark)
    let year = MeasuredYear(
      observed: observed, benchmark: benchmark, result: observed.result(under: terms, benchmark))
    while measured.count <= place { measured.append(year) }
    measured[place] = year
  }

  /// Cumulative since the agreement was signed, this year's growth added.
  private mutating func prospectiveGrowth(
    _ place: Int, _ nation: ByEnrollmentType<Rate>, _ terms: BenchmarkTerms
  ) -> ByEnrollmentType<Rate> {
    let yearly = periods[place].growth(year)
    let before = prospective[place]
    let factor = ByEnrollmentType<Rate> { type in
      let national = nation[type] / nationBefore[type] - .one
      return before[type] * (.one + terms.held(yearly[type], near: national))
    }
    prospective[place] = factor
    return factor.map { $0 - .one }
  }
}

extension PerformanceYearResult {
  /// (Benchmark − expenditure)/benchmark, a fraction.
  var savingsRate: Double { ((benchmark - expenditure) / benchmark).fraction }
}
