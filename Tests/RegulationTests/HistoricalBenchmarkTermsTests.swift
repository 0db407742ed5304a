import Testing

@testable import Regulation

@Suite struct HistoricalBenchmarkTermsTests {
  let rules: Rulebook
  init() throws { rules = try Rulebook.current() }

  private func terms(
    _ start: Int, _ standing: BenchmarkStanding = .init(agreementNumber: 1)
  ) throws -> HistoricalBenchmarkTerms {
    try rules.historicalBenchmarkTerms(
      for: standing, of: AgreementPeriod(firstDay: january(start)))
  }

  @Test func `a first agreement from 2025 has all three adjustments and an offset`() throws {
    #expect(
      try terms(2025)
        == HistoricalBenchmarkTerms(
          weights: ByBenchmarkYear(first: Rate(0.1), second: Rate(0.3), third: Rate(0.6)),
          regional: RegionalAdjustmentTerms(
            time: 1, timesCounted: .onlyApplied, weightIfLower: Rate(0.35),
            weightIfHigher: Rate(0.15), mostAbove: Rate(0.05), mostBelow: Rate(0.015),
            offsetBounds: .zero ... .one, appliedIfNegative: false),
          priorSavings: PriorSavingsTerms(
            share: Rate(0.5), yearsAveraged: 3, mostAbove: Rate(0.05)),
          population: PopulationAdjustmentTerms(
            smallestShare: Rate(0.15), mostAbove: Rate(0.05)),
          prospectiveTrendDivisor: .afterAdjustment))
  }

  @Test func `an agreement from 2023 has the regional adjustment alone, either way`() throws {
    let older = try terms(2023)
    #expect(older.priorSavings == nil && older.population == nil)
    #expect(older.prospectiveTrendDivisor == nil)
    #expect(older.regional.mostBelow == Rate(0.05) && older.regional.offsetBounds == nil)
    #expect(older.regional.appliedIfNegative)
  }

  @Test func `an agreement from 2024 has no population adjustment`() throws {
    let terms = try terms(2024)
    #expect(terms.population == nil && terms.priorSavings != nil)
  }

  @Test func `weights follow the times an adjustment was received`() throws {
    let weights = try (0...5).map {
      try terms(2025, .init(agreementNumber: 2, regionalAdjustmentsApplied: $0)).regional
    }
    #expect(weights.map(\.weightIfLower.fraction) == [0.35, 0.5, 0.5, 0.5, 0.5, 0.5])
    #expect(weights.map(\.weightIfHigher.fraction) == [0.15, 0.25, 0.35, 0.5, 0.5, 0.5])
    #expect(weights.map(\.time) == Array(1...6))
  }

  @Test func `readings the text does not settle are rules marked unverified`() throws {
    let agreement = AgreementPeriod(firstDay: january(2025))
    for name in [
      "benchmark.regionalAdjustment.timesCounted", "benchmark.prospectiveTrend.divisor",
    ] {
      let dated = try rules.inForce(name, in: PerformanceYear(2025), of: agreement)
      #expect(dated.evidence == .unverified, "\(name)")
    }
  }
}
