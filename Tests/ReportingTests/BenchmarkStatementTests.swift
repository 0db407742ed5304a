import Foundation
import Reconciliation
import Regulation
import Reporting
import Testing

@Suite struct BenchmarkStatementTests {
  /// Four types of 1,000 person-years whose risk scores grow beyond the cap.
  static func statement(hasGuardrail: Bool = true) -> Statement {
    let year = ObservedYear(
      performanceYear: PerformanceYear(2025), assignedBeneficiaries: 4_100,
      strata: ByEnrollmentType(
        esrd: 90_000, disabled: 12_000, agedDual: 18_000, agedNonDual: 11_000
      ).map {
        Stratum(
          personYears: PersonYears(1_000.25), expenditure: PerCapita($0),
          historicalBenchmark: PerCapita($0), riskRatio: Rate(1.06), demographicRatio: Rate(1.02),
          nationalGrowth: Rate(1.06), regionalGrowth: Rate(1.04), prospectiveTrend: Rate(1.021),
          marketShare: Rate(0.25))
      },
      quality: QualityMeasurement(
        reported: true, score: Rate(0.8), standardScore: Rate(0.7), reachesAlternative: true,
        meetsIncentive: false),
      participantRevenue: Dollars(40_000_000), extremeCircumstances: .none)
    let terms = BenchmarkTerms(
      prospectiveTrendWeight: Rate(1.0 / 3), riskRatioCap: .aggregate(Rate(0.03)),
      hasGuardrail: hasGuardrail)
    return Statement(
      title: "Benchmark of performance year 2025", of: year, year.updatedBenchmark(under: terms))
  }
  @Test func `a benchmark is told from the historical one to the total`() {
    #expect(Self.statement().text == Self.text)
  }

  @Test func `without a guardrail its line is left out and its key is null`() throws {
    let statement = Self.statement(hasGuardrail: false)
    #expect(statement["guardrailBenchmark"] == nil)
    let json = try SettlementStatementTests.object(statement)
    #expect(json["guardrailBenchmark"] is NSNull)
    #expect(json["performanceYear"] as? Int == 2025)
    // 1.05 x 1.037 x 131,000 x 1,000.25 person-years
    #expect(json["benchmark"] as? Double == 142_675_009.84)
    let byType = try #require(json["updatedBenchmark"] as? [String: Double])
    #expect(
      byType == [
        "esrd": 97_996.5, "disabled": 13_066.2, "agedDual": 19_599.3, "agedNonDual": 11_977.35,
      ])
  }

  static let text = """
    Benchmark of performance year 2025
    ================================================================================
                                                          42 CFR
    Performance year                                2025  425.605(a), 425.610(a)
    Assigned beneficiaries                         4,100  425.605(b)(1)
    Person-years                                          425.605(a), 425.610(a)
      ESRD                                      1,000.25
      Disabled                                  1,000.25
      Aged, dual                                1,000.25
      Aged, non-dual                            1,000.25
    Historical benchmark                                  425.601(b), 425.652(b)
      ESRD                                    $90,000.00
      Disabled                                $12,000.00
      Aged, dual                              $18,000.00
      Aged, non-dual                          $11,000.00
        Adjusted, in dollars of benchmark year 3.
    Risk ratio                                            425.605(a)(1),
                                                          425.610(a)(2)
      ESRD                                      1.060000
      Disabled                                  1.060000
      Aged, dual                                1.060000
      Aged, non-dual                            1.060000
        Performance year over benchmark year 3.
    Demographic ratio                                     425.605(a)(1),
                                                          425.610(a)(2)
      ESRD                                      1.020000
      Disabled                                  1.020000
      Aged, dual                                1.020000
      Aged, non-dual                            1.020000
    Aggregate risk ratio                        1.060000  425.605(a)(1),
                                                          425.610(a)(2)
    Aggregate demographic ratio                 1.020000  425.605(a)(1),
                                                          425.610(a)(2)
    Held to the cap                                  yes  425.605(a)(1),
                                                          425.610(a)(2)
    Risk ratio, after the cap                             425.605(a)(1),
                                                          425.610(a)(2)
      ESRD                                      1.050000
      Disabled                                  1.050000
      Aged, dual                                1.050000
      Aged, non-dual                            1.050000
    National growth                                       425.601(b), 425.652(b)
      ESRD                                      1.060000
      Disabled                                  1.060000
      Aged, dual                                1.060000
      Aged, non-dual                            1.060000
    Regional growth                                       425.601(b), 425.652(b)
      ESRD                                      1.040000
      Disabled                                  1.040000
      Aged, dual                                1.040000
      Aged, non-dual                            1.040000
    Market share                                          425.601(b), 425.652(b)
      ESRD                                      0.250000
      Disabled                                  0.250000
      Aged, dual                                0.250000
      Aged, non-dual                            0.250000
        The weight of the nation in the two-way update.
    Two-way update                                        425.601(b), 425.652(b)
      ESRD                                      1.045000
      Disabled                                  1.045000
      Aged, dual                                1.045000
      Aged, non-dual                            1.045000
    Prospective trend                                     425.601(b), 425.652(b)
      ESRD                                      1.021000
      Disabled                                  1.021000
      Aged, dual                                1.021000
      Aged, non-dual                            1.021000
    Update                                                425.601(b), 425.652(b)
      ESRD                                      1.037000
      Disabled                                  1.037000
      Aged, dual                                1.037000
      Aged, non-dual                            1.037000
    Updated benchmark, per capita                         425.601(b), 425.652(b)
      ESRD                                    $97,996.50
      Disabled                                $13,066.20
      Aged, dual                              $19,599.30
      Aged, non-dual                          $11,977.35
    Expenditure, per capita                               425.605(a), 425.610(a)
      ESRD                                    $90,000.00
      Disabled                                $12,000.00
      Aged, dual                              $18,000.00
      Aged, non-dual                          $11,000.00
    Updated benchmark, in all            $142,675,009.84  425.601(b), 425.652(b)
    With the two-way update              $143,775,684.94  425.652(b)(5)
    Expenditure, in all                  $131,032,750.00  425.605(a), 425.610(a)
    Savings                               $11,642,259.84  425.605(a), 425.610(a)

    """
}
