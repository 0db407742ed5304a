import Regulation

/// What signing an agreement fixes for all of its years: the historical benchmark, and what the
/// prospective trend adds to it, 42 CFR 425.652(a), 425.660(b).
public struct SignedBenchmark: Hashable, Sendable {
  /// After its adjustment, in dollars of benchmark year 3 for each person-year.
  public var historical: ByEnrollmentType<PerCapita>
  /// What one unit of prospective growth adds to the update: the nation's expenditure at the ACO's
  /// risk over the divisor. Above one for an ACO that costs less than the nation.
  public var prospectiveLeverage: ByEnrollmentType<Rate>
  /// `nil` where the benchmark is stated, not built.
  public var built: HistoricalBenchmark?

  public init(
    historical: ByEnrollmentType<PerCapita>, prospectiveLeverage: ByEnrollmentType<Rate>,
    built: HistoricalBenchmark? = nil
  ) {
    self.historical = historical
    self.prospectiveLeverage = prospectiveLeverage
    self.built = built
  }
}

extension BenchmarkHistory {
  /// The benchmark these years make. Without a prospective trend its leverage is not used.
  public func signedBenchmark(under terms: HistoricalBenchmarkTerms) -> SignedBenchmark {
    let benchmark = historicalBenchmark(under: terms)
    let base = nationalExpenditureAtOwnRisk
    let divisors = benchmark.divisor(terms.prospectiveTrendDivisor ?? .afterAdjustment)
    return SignedBenchmark(
      historical: benchmark.adjusted,
      prospectiveLeverage: ByEnrollmentType<Rate> { base[$0] / divisors[$0] }, built: benchmark)
  }
}

extension ByEnrollmentType<Stratum> {
  /// The strata held against what was signed.
  ///
  /// - Parameter growth: Of the prospective trend, cumulative from benchmark year 3: 0.051 for 5.1
  ///   percent.
  public func held(
    against signed: SignedBenchmark, growing growth: ByEnrollmentType<Rate>
  ) -> ByEnrollmentType<Stratum> {
    ByEnrollmentType<Stratum> { type in
      var stratum = self[type]
      stratum.historicalBenchmark = signed.historical[type]
      stratum.prospectiveTrend = Rate.one + growth[type] * signed.prospectiveLeverage[type]
      return stratum
    }
  }

  /// Every growth measured from a later year than before: that year becomes benchmark year 3.
  public func measured(from third: ByEnrollmentType<Stratum>) -> ByEnrollmentType<Stratum> {
    ByEnrollmentType<Stratum> { type in
      let (base, stratum) = (third[type], self[type])
      return Stratum(
        personYears: stratum.personYears, expenditure: stratum.expenditure,
        historicalBenchmark: .zero, riskRatio: stratum.riskRatio / base.riskRatio,
        demographicRatio: stratum.demographicRatio / base.demographicRatio,
        nationalGrowth: stratum.nationalGrowth / base.nationalGrowth,
        regionalGrowth: stratum.regionalGrowth / base.regionalGrowth, prospectiveTrend: .zero,
        marketShare: stratum.marketShare,
        regionalRiskRatio: stratum.regionalRiskRatio / base.regionalRiskRatio,
        regionalDemographicRatio: stratum.regionalDemographicRatio / base.regionalDemographicRatio)
    }
  }
}

extension BenchmarkTerms {
  /// The prospective growth of one year, held to its distance from the nation's where it has one.
  public func held(_ prospective: Rate, near national: Rate) -> Rate {
    var growth = prospective
    if let prospectiveGrowthBelow { growth = max(growth, national - prospectiveGrowthBelow) }
    if let prospectiveGrowthAbove { growth = min(growth, national + prospectiveGrowthAbove) }
    return growth
  }
}
