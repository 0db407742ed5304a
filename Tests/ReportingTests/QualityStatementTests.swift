import Foundation
import Regulation
import Reporting
import Testing

@Suite struct QualityStatementTests {
  static func statement(cases: Int = 1_234, reported: Bool = true) throws -> Statement {
    let benchmarks = [
      MeasureBenchmark(
        name: "236 Controlling High Blood Pressure", collection: .eCQM, isOutcome: true,
        lowerIsBetter: false, deciles: (0..<10).map { Rate(Double($0) / 10) }),
      MeasureBenchmark(
        name: "479 Readmission", collection: .administrativeClaims, isOutcome: true,
        lowerIsBetter: true, deciles: (0..<10).map { Rate(0.2 - Double($0) / 100) }),
    ]
    var measures = ReportedMeasures.none
    measures.append(rate: Rate(0.456), cases: 500)
    measures.append(rate: Rate(0.25), cases: cases)
    let quality = QualityMeasurement(
      reported: reported, score: .zero, standardScore: Rate(0.7385), reachesAlternative: false,
      meetsIncentive: false, measures: measures)
    let agreement = AgreementPeriod(firstDay: Day(year: 2026, month: 1, day: 1))
    let terms = try Rulebook.current().qualityTerms(
      in: PerformanceYear(2026), of: agreement, measuredBy: benchmarks)
    return try #require(Statement(title: "Quality of 2026", of: quality, under: terms))
  }

  /// 5.56 and 1 of 20 points, and one more for the eCQM: 7.56/20.
  @Test func `a score is told measure by measure with its paragraphs`() throws {
    #expect(try Self.statement().text == Self.text)
  }

  @Test func `a measure with too few cases is told as not scored`() throws {
    let statement = try Self.statement(cases: 19)
    #expect(statement["measure2Points"]?.figure == .word("notScored", title: "not scored"))
    #expect(statement["measure2Points"]?.paragraph == .measureCases)
    #expect(statement["measure2Points"]?.note == "Fewer than 20 cases.")
    #expect(statement["pointsAvailable"]?.figure == .points(10))
  }

  @Test func `in JSON every figure stands under its key`() throws {
    let json = try SettlementStatementTests.object(try Self.statement())
    #expect(json["measure1Rate"] as? Double == 0.456)
    #expect(json["measure1Points"] as? Double == 5.56)
    #expect(json["measure2Points"] as? Double == 1)
    #expect(json["qualityScore"] as? Double == 0.378)
    #expect(json["reachesAlternative"] as? Bool == true)
    #expect(json["meetsIncentive"] as? Bool == false)
  }

  @Test func `a score that is not made of measures has no such statement`() throws {
    let quality = QualityMeasurement(
      reported: true, score: Rate(0.8), standardScore: Rate(0.7), reachesAlternative: true,
      meetsIncentive: false)
    let terms = QualityTerms(
      firstYearMeetsByReporting: true, extremeCircumstancesShare: Rate(0.2))
    #expect(Statement(title: "", of: quality, under: terms) == nil)
  }

  static let text = """
    Quality of 2026
    ================================================================================
                                                          42 CFR
    236 Controlling High Blood                            414.1380(b)(1)
    Pressure                                      45.60%
        Of 500 cases.
    Points                                          5.56  414.1380(b)(1)
        In decile 5, which begins at 40.00%; the next at 50.00%.
    479 Readmission                               25.00%  414.1380(b)(1)
        Lower is better; of 1,234 cases.
    Points                                          1.00  414.1380(b)(1)
        Below decile 1, which begins at 20.00%.
    Achievement points                              6.56  414.1380(b)(1)
    Complex organization adjustment                 1.00  414.1380(b)(1)(vii)(C)
    Points available                               20.00  414.1380(b)(1)
    Quality score                                 37.80%  414.1380(b)(1)
        Points over points available.
    Score of the standard                         73.85%  425.512(a)
    Measures reported                                yes  425.512(a)
    Outcome measures high enough                       1  425.512(a)(4)(ii),
                                                          425.512(a)(5)(ii)
        At or above the percentile of the alternative standard, 10.00%.
    Enough for the alternative                       yes  425.512(a)(4)(ii),
                                                          425.512(a)(5)(ii)
    Reporting incentive met                           no  425.512(a)(5)(i)(B)

    """
}
