import Testing

@testable import Regulation

/// How measures are scored, year by year.
@Suite struct QualityTermsTests {
  static let benchmark = MeasureBenchmark(
    name: "236", collection: .medicareCQM, isOutcome: true, lowerIsBetter: false,
    deciles: Array(repeating: .zero, count: 10))

  private func measures(in year: Int, _ rules: Rulebook) throws -> MeasureTerms {
    let agreement = AgreementPeriod(firstDay: Day(year: year, month: 1, day: 1))
    let terms = try rules.qualityTerms(
      in: PerformanceYear(year), of: agreement, measuredBy: [Self.benchmark])
    return try #require(terms.measures)
  }

  @Test func `in 2026 measures earn one to ten points`() throws {
    let terms = try measures(in: 2026, .current())
    #expect(
      terms
        == MeasureTerms(
          benchmarks: [Self.benchmark], fewestPoints: 1, mostPoints: 10, mostPartialPoints: 0.9,
          fewestCases: 20, pointsForECQM: 1, mostPointsForECQMs: Rate(0.1),
          alternative: .init(percentile: Rate(0.1), fewestOutcomeMeasures: 1),
          incentive: .init(
            includesMIPSCQMs: true, measuresReported: 5, outcomePercentile: Rate(0.1),
            otherPercentile: Rate(0.4))))
  }

  @Test func `each year has its own`() throws {
    let rules = try Rulebook.current()
    let first = try measures(in: 2022, rules)
    #expect(first.fewestPoints == 3)
    #expect(first.alternative == nil)
    #expect(first.incentive == nil)
    #expect(first.pointsForECQM == 0)
    #expect(try measures(in: 2023, rules).alternative != nil)
    #expect(try measures(in: 2024, rules).incentive?.measuresReported == 3)
    #expect(try measures(in: 2024, rules).pointsForECQM == 0)
    #expect(try measures(in: 2025, rules).incentive?.measuresReported == 4)
    #expect(try measures(in: 2027, rules).incentive?.includesMIPSCQMs == false)
    let proposed = try rules.adopting(["cy2027Proposed"])
    #expect(try measures(in: 2027, proposed).incentive?.includesMIPSCQMs == true)
  }

  @Test func `before 2022 no measure was scored by deciles`() throws {
    let rules = try Rulebook.current()
    #expect(throws: NotInForce.self) { try measures(in: 2021, rules) }
    let agreement = AgreementPeriod(firstDay: Day(year: 2021, month: 1, day: 1))
    #expect(try rules.qualityTerms(in: PerformanceYear(2021), of: agreement).measures == nil)
  }
}
