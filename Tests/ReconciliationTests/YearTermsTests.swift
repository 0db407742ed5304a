import Reconciliation
import Regulation
import Testing

@Suite struct YearTermsTests {
  private func measured(revenue: Double) -> PerformanceYearResult {
    var year = ObservedYear.still
    year.participantRevenue = Dollars(revenue)
    return year.result(
      under: YearTerms(
        benchmark: BenchmarkTerms(
          prospectiveTrendWeight: .zero, riskRatioCap: .none, hasGuardrail: false),
        quality: QualityPerformanceStandardTests.terms, isFirstYearOfFirstAgreement: false,
        lowRevenueThreshold: Rate(0.35)))
  }

  @Test func `totals are per capita times person-years and heads are heads`() {
    let year = measured(revenue: 40_000_000)
    #expect(year.expenditure == Dollars(131_000_000) && year.benchmark == Dollars(131_000_000))
    #expect(year.assignedBeneficiaries == 4_100)
    #expect(year.guardrailBenchmark == nil && year.earlyEnd == nil)
    #expect(year.quality == QualityResult(standing: .standardMet, score: Rate(0.8)))
  }

  @Test func `revenue is low below 35 percent of expenditure`() {
    #expect(measured(revenue: 45_849_999.99).isLowRevenue)  // 35% of 131,000,000 = 45,850,000
    #expect(!measured(revenue: 45_850_000).isLowRevenue)
  }
}
