import Regulation

/// The terms that turn an observed year into a measured one; the same for every option.
public struct YearTerms: Hashable, Sendable {
  public var benchmark: BenchmarkTerms
  public var quality: QualityTerms
  public var isFirstYearOfFirstAgreement: Bool
  /// Below this ratio of participant revenue to expenditures an ACO is low revenue.
  public var lowRevenueThreshold: Rate

  public init(
    benchmark: BenchmarkTerms, quality: QualityTerms, isFirstYearOfFirstAgreement: Bool,
    lowRevenueThreshold: Rate
  ) {
    self.benchmark = benchmark
    self.quality = quality
    self.isFirstYearOfFirstAgreement = isFirstYearOfFirstAgreement
    self.lowRevenueThreshold = lowRevenueThreshold
  }
}

extension ObservedYear {
  /// The year measured: benchmark updated, totals taken, quality held against its standard.
  public func result(under terms: YearTerms) -> PerformanceYearResult {
    result(under: terms, updatedBenchmark(under: terms.benchmark))
  }

  public func result(
    under terms: YearTerms, _ benchmark: UpdatedBenchmark
  ) -> PerformanceYearResult {
    let spent = Dollars(strata.sum { ($0.expenditure * $0.personYears).amount })
    return PerformanceYearResult(
      assignedBeneficiaries: assignedBeneficiaries, benchmark: benchmark.total,
      guardrailBenchmark: benchmark.guardrailTotal, expenditure: spent,
      participantRevenue: participantRevenue,
      isLowRevenue: participantRevenue / spent < terms.lowRevenueThreshold,
      quality: quality.result(
        under: terms.quality, inFirstYearOfFirstAgreement: terms.isFirstYearOfFirstAgreement,
        extremeCircumstances: extremeCircumstances),
      extremeCircumstances: extremeCircumstances)
  }
}
