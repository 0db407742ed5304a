import Reconciliation
import Regulation
import Scenarios

/// One agreement within a projection, bound to its rules: the one to be signed, an early renewal,
/// or the one that follows. Options that share a period share its benchmark.
struct BoundPeriod: Hashable, Sendable {
  /// The place of its first year in the projection: 0 for the agreement to be signed.
  let firstYear: Int
  let period: AgreementPeriod
  let historicalTerms: HistoricalBenchmarkTerms
  /// The same where the agreement before it had no regional adjustment.
  private let termsAfterNone: HistoricalBenchmarkTerms
  /// From its first year on.
  private let yearTerms: [YearTerms]
  /// Of the prospective trend, yearly; from its first year on.
  private let prospectiveGrowth: [ByEnrollmentType<Rate>]

  /// How a year of the projection, by its place, is measured under this agreement.
  func terms(_ year: Int) -> YearTerms { yearTerms[year - firstYear] }
  func growth(_ year: Int) -> ByEnrollmentType<Rate> { prospectiveGrowth[year - firstYear] }

  /// How its benchmark is made, 42 CFR 425.656: a time that a regional adjustment was received.
  ///
  /// - Parameter adjustment: That of the agreement before it; `nil` where its benchmark is stated, which
  ///   is taken to have a regional one.
  func historicalTerms(after adjustment: HighestAdjustment.Kind?) -> HistoricalBenchmarkTerms {
    adjustment == nil || adjustment == .regional ? historicalTerms : termsAfterNone
  }

  /// Whether the projection follows it in this year: through the fifth, or in the year after for the
  /// agreement that follows.
  func covers(_ year: Int) -> Bool {
    firstYear <= year && year - firstYear < yearTerms.count
  }

  /// - Parameters:
  ///   - firstYear: 0 through 5.
  ///   - track: The first year's, where a rule differs by it.
  init(
    _ scenario: Scenario, from firstYear: Int, signing track: Track, under rules: Rulebook
  ) throws {
    let facts = scenario.agreement
    let renewals = firstYear > 0 ? 1 : 0
    let period =
      firstYear == 0
      ? facts.period
      : AgreementPeriod(firstDay: facts.period.performanceYear(firstYear + 1).firstDay)
    func terms(applied: Int, passed: Int) throws -> HistoricalBenchmarkTerms {
      try rules.historicalBenchmarkTerms(
        for: BenchmarkStanding(
          agreementNumber: facts.number + renewals,
          regionalAdjustmentsApplied: facts.regionalAdjustmentsApplied + applied,
          regionalAdjustmentsPassed: facts.regionalAdjustmentsPassed + passed, track: track),
        of: period, timesCounted: scenario.readings.timesCounted,
        divisor: scenario.readings.prospectiveTrendDivisor)
    }
    self.firstYear = firstYear
    self.period = period
    historicalTerms = try terms(applied: renewals, passed: 0)
    termsAfterNone = try terms(applied: 0, passed: renewals)
    let places = firstYear...max(firstYear, 4)
    let measures = scenario.assumptions.quality.measures.map(\.benchmark)
    yearTerms = try places.map { place in
      let year = facts.period.performanceYear(place + 1)
      return YearTerms(
        benchmark: try rules.benchmarkTerms(in: year, of: period),
        quality: try rules.qualityTerms(in: year, of: period, measuredBy: measures),
        isFirstYearOfFirstAgreement: facts.number == 1 && place == 0,
        lowRevenueThreshold: try rules.lowRevenueThreshold(in: year, of: period))
    }
    let growth = scenario.assumptions.prospectiveTrend.growth
    prospectiveGrowth = places.map { place in
      growth.map { yearly in Rate(yearly[min(place, 4)]) }
    }
  }

  /// Whether an option of the other could share this one's benchmark.
  func isSame(as other: BoundPeriod) -> Bool {
    firstYear == other.firstYear && historicalTerms == other.historicalTerms
  }
}

extension [BoundPeriod] {
  /// The place of this period, added where no other is the same.
  mutating func place(of period: BoundPeriod) -> Int {
    if let found = firstIndex(where: { $0.isSame(as: period) }) { return found }
    append(period)
    return count - 1
  }
}
