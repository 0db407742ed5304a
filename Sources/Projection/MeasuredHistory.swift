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
    timeline = periods.contains { $0.firstYear > 0 } ? Timeline(agreement.basis.history) : nil
    measured.reserveCapacity(periods.count)
  }

  mutating func start(trial: Int) {
    sampler.start(trial: UInt32(trial))
    year = 0
    sign()
    timeline?.begin(luck: sampler.benchmarkLuck)
  }

  /// What an agreement, by its place in `periods`, was signed at in this trial.
  func signedBenchmark(of period: Int) -> SignedBenchmark { signed[period] }

  /// Growth since benchmark year 3 of the region's beneficiaries who are not the ACO's.
  var othersGrowth: ByEnrollmentType<Rate> { sampler.othersGrowth }

  mutating func nextYear() {
    let observed = sampler.nextYear()
    if sampler.hasRebased { sign() }
    for place in periods.indices where periods[place].covers(year) {
      measure(observed, place)
    }
    timeline?.add(observed, measured[0].result, at: year)
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
    var observed = observed
    if period.firstYear > 0, let timeline {
      if period.firstYear == year {
        signed[place] = timeline.history(before: year)
          .signedBenchmark(under: period.historicalTerms)
      }
      observed.strata = observed.strata.measured(
        from: timeline.thirdYear(before: period.firstYear))
    }
    let terms = period.terms(year)
    observed.strata = observed.strata.held(against: signed[place], growing: period.growth(year))
    let benchmark = observed.updatedBenchmark(under: terms.benchmark)
    let year = MeasuredYear(
      observed: observed, benchmark: benchmark, result: observed.result(under: terms, benchmark))
    if place < measured.count { measured[place] = year } else { measured.append(year) }
  }
}
