import Regulation
import Testing

@Suite struct CashRulesTests {
  private let rules = Result { try Rulebook.current() }

  private func agreement(_ year: Int) -> AgreementPeriod {
    AgreementPeriod(firstDay: Day(year: year, month: 1, day: 1))
  }

  @Test func `results come eight to ten months after the year, bills are due in 90 days`() throws {
    let timing = try rules.get().settlementTiming(in: PerformanceYear(2027), of: agreement(2027))
    #expect(timing.monthsUntilResults == 8...10)
    #expect(timing.daysToPay == 90)
  }

  /// The gap of a payment year Y is (1.0075/1.0025)^(Y − 2025) − 1: 0.50, 1.00, 1.50, 2.01, 2.52
  /// percent in 2026 to 2030. Incentive payments: 3.5, 1.88, none, 3.1 percent, then none.
  @Test(arguments: [
    (2023, 0, 0.035), (2024, 0.0050, 0.0188), (2025, 0.0100, 0), (2026, 0.0150, 0.031),
    (2027, 0.0201, 0), (2028, 0.0252, 0),
  ])
  func `status of a year pays two years later`(year: Int, gap: Double, lump: Double) throws {
    let terms = try rules.get().advancedModelTerms(
      in: PerformanceYear(year), of: agreement(2023))
    #expect(terms.yearsToPayment == 2)
    #expect(abs(terms.conversionFactorGap - gap) < 0.00005)
    #expect(terms.lumpSum == lump)
  }

  @Test func `payments of earlier years are not in the rules`() throws {
    #expect(throws: NotInForce.self) {
      try rules.get().advancedModelTerms(in: PerformanceYear(2022), of: agreement(2022))
    }
  }

  @Test func `only Level E and ENHANCED are Advanced APMs`() throws {
    let period = agreement(2027)
    let advanced = try Track.allCases.filter {
      try rules.get().isAdvancedModel($0, in: PerformanceYear(2028), of: period)
    }
    #expect(advanced == [.basic(.e), .enhanced])
  }
}
