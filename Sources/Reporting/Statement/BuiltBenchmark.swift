import Reconciliation
import Regulation
import Scenarios

/// A benchmark of a benchmark file, built under the rules, with all it was built from.
public struct BuiltBenchmark: Hashable, Sendable {
  public var terms: HistoricalBenchmarkTerms
  public var historical: HistoricalBenchmark
  /// `nil` where the file gives no performance year.
  public var year: Year?

  public struct Year: Hashable, Sendable {
    public var performanceYear: PerformanceYear
    /// `nil` where there is none, or its factor is given.
    public var prospectiveTrend: ProspectiveTrendFactor?
    /// An edition limits the growth to a band around national growth; the build does not.
    public var leavesOutGrowthLimits: Bool
    public var strata: ByEnrollmentType<Stratum>
    public var updated: UpdatedBenchmark
  }
}

extension BenchmarkCase {
  /// The benchmark built under `rules`, with the case's own editions laid over them.
  ///
  /// Throws `NotInForce` for an agreement before the rules, `RuleFault` for an unknown edition.
  public func built(under rules: Rulebook) throws -> BuiltBenchmark {
    let rules = editions.isEmpty ? rules : try rules.adopting(editions)
    let terms = try rules.historicalBenchmarkTerms(
      for: standing, of: agreement, timesCounted: timesCounted, divisor: divisor)
    let historical = history.historicalBenchmark(under: terms)
    return BuiltBenchmark(
      terms: terms, historical: historical,
      year: try year.map { try built($0, historical, terms, under: rules) })
  }

  private func built(
    _ year: BenchmarkCaseYear, _ historical: HistoricalBenchmark,
    _ terms: HistoricalBenchmarkTerms, under rules: Rulebook
  ) throws -> BuiltBenchmark.Year {
    let trend = trend(of: year.prospective, historical, terms)
    let strata = ByEnrollmentType<Stratum> { type in
      stratum(type, of: year, historical.adjusted[type], trend.factor[type])
    }
    let yearTerms = try rules.benchmarkTerms(in: year.performanceYear, of: agreement)
    return BuiltBenchmark.Year(
      performanceYear: year.performanceYear, prospectiveTrend: trend.working,
      leavesOutGrowthLimits: trend.working == nil
        ? false : try limitsGrowth(in: year.performanceYear, under: rules),
      strata: strata, updated: strata.updatedBenchmark(under: yearTerms))
  }

  private func limitsGrowth(in year: PerformanceYear, under rules: Rulebook) throws -> Bool {
    guard !editions.isEmpty else { return false }
    return try ["mostBelowNational", "mostAboveNational"].contains {
      try rules.inForce("benchmark.prospectiveTrend.\($0)", in: year, of: agreement).value != .none
    }
  }

  private func trend(
    of source: BenchmarkCaseYear.ProspectiveSource, _ historical: HistoricalBenchmark,
    _ terms: HistoricalBenchmarkTerms
  ) -> (factor: ByEnrollmentType<Rate>, working: ProspectiveTrendFactor?) {
    switch (source, terms.prospectiveTrendDivisor) {
    case (.growth(let growth), let divisor?):
      let trend = history.prospectiveTrend(growing: growth, on: historical, over: divisor)
      return (trend.factor, trend)
    case (.factor(let factor), _?): return (factor, nil)
    case (_, nil), (.none, _): return (ByEnrollmentType(repeating: .one), nil)
    }
  }

  private func stratum(
    _ type: EnrollmentType, of year: BenchmarkCaseYear, _ benchmark: PerCapita, _ trend: Rate
  ) -> Stratum {
    let stratum = year.strata[type]
    return Stratum(
      personYears: stratum.personYears, expenditure: stratum.expenditure,
      historicalBenchmark: benchmark,
      riskRatio: stratum.riskScore / history.strata[type].riskScore.third,
      demographicRatio: stratum.demographicRatio, nationalGrowth: stratum.nationalGrowth,
      regionalGrowth: stratum.regionalGrowth, prospectiveTrend: trend,
      marketShare: stratum.marketShare, regionalRiskRatio: stratum.regionalRiskRatio,
      regionalDemographicRatio: stratum.regionalDemographicRatio)
  }
}
