import Testing

@testable import Regulation

@Suite struct YearTermsTests {
  let rules: Rulebook
  init() throws { rules = try Rulebook.current() }

  private func benchmark(_ year: Int, start: Int) throws -> BenchmarkTerms {
    try rules.benchmarkTerms(
      in: PerformanceYear(year), of: AgreementPeriod(firstDay: january(start)))
  }

  @Test func `the prospective trend weighs a sixth in 2024 and a third after`() throws {
    let weights = try (2024...2028).map { try benchmark($0, start: 2024).prospectiveTrendWeight }
    #expect(weights == [Rate(1.0 / 6)] + Array(repeating: Rate(1.0 / 3), count: 4))
  }

  @Test func `an agreement from before 2024 keeps its two-way blend, cap and no guardrail`() throws
  {
    let terms = try benchmark(2026, start: 2023)
    #expect(
      terms
        == BenchmarkTerms(
          prospectiveTrendWeight: .zero, riskRatioCap: .perType(Rate(0.03)), hasGuardrail: false))
  }

  @Test func `from 2024 the risk-score cap is tested in the aggregate`() throws {
    let terms = try benchmark(2026, start: 2024)
    #expect(
      terms
        == BenchmarkTerms(
          prospectiveTrendWeight: Rate(1.0 / 3), riskRatioCap: .aggregate(Rate(0.03)),
          hasGuardrail: true, regionalRiskCap: Rate(0.03)))
  }

  @Test(arguments: agreements)
  func `benchmark years weigh 10, 30 and 60 percent at first, then a third each`(
    start: Day
  ) throws {
    let agreement = AgreementPeriod(firstDay: start)
    let first = try rules.benchmarkYearWeights(agreementNumber: 1, of: agreement)
    #expect(first == [Rate(0.1), Rate(0.3), Rate(0.6)])
    for number in 2...4 {
      let later = try rules.benchmarkYearWeights(agreementNumber: number, of: agreement)
      #expect(later == Array(repeating: Rate(1.0 / 3), count: 3))
    }
  }

  @Test func `an extreme circumstance lifts the score where it reaches a fifth`() throws {
    let agreement = AgreementPeriod(firstDay: january(2025))
    #expect(
      try rules.qualityTerms(in: PerformanceYear(2026), of: agreement)
        == QualityTerms(firstYearMeetsByReporting: true, extremeCircumstancesShare: Rate(0.2)))
  }

  @Test func `the scores CMS has published`() throws {
    let agreement = AgreementPeriod(firstDay: january(2023))
    let scores = try (2023...2027).map {
      try rules.publishedStandardScore(in: PerformanceYear($0), of: agreement)?.fraction
    }
    #expect(scores == [nil, 0.7705, nil, 0.7385, nil])
  }
}
