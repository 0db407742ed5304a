import Regulation

/// The growth fixed at signing, in flat dollars and as the factor of the three-way update,
/// 42 CFR 425.660(b).
///
/// The dollars follow risk-adjusted national expenditure, so an ACO that spends less than that
/// gains from it, and one that spends more loses, more each year.
public struct ProspectiveTrendFactor: Hashable, Sendable {
  /// Growth times national per capita expenditure of benchmark year 3 at the ACO's risk.
  public var flatDollars: ByEnrollmentType<PerCapita>
  public var divisor: ByEnrollmentType<PerCapita>
  /// One and the flat dollars over the divisor.
  public var factor: ByEnrollmentType<Rate>
}

extension BenchmarkHistory {
  /// - Parameter growth: Cumulative from benchmark year 3 to the performance year: 0.051 for 5.1
  ///   percent.
  public func prospectiveTrend(
    growing growth: ByEnrollmentType<Rate>, on benchmark: HistoricalBenchmark,
    over divisor: ProspectiveTrendDivisor
  ) -> ProspectiveTrendFactor {
    let base = nationalExpenditureAtOwnRisk
    let dollars = ByEnrollmentType<PerCapita> { growth[$0] * base[$0] }
    let divisors = benchmark.divisor(divisor)
    return ProspectiveTrendFactor(
      flatDollars: dollars, divisor: divisors,
      factor: ByEnrollmentType<Rate> { Rate.one + dollars[$0] / divisors[$0] })
  }
}

extension BenchmarkHistory {
  /// National per capita expenditure of benchmark year 3 at the ACO's risk: what one unit of
  /// prospective growth adds in flat dollars.
  var nationalExpenditureAtOwnRisk: ByEnrollmentType<PerCapita> {
    strata.map { $0.relativeRisk * $0.nationalExpenditure }
  }
}

extension HistoricalBenchmark {
  func divisor(_ divisor: ProspectiveTrendDivisor) -> ByEnrollmentType<PerCapita> {
    switch divisor {
    case .afterAdjustment: adjusted
    case .beforeAdjustment: beforeAdjustment
    }
  }
}

extension BenchmarkStratum {
  fileprivate var relativeRisk: Rate { riskScore.third / nationalRiskScore }
}
