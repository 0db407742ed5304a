import Testing

@testable import Regulation

@Suite struct SideTermsTests {
  let rules: Rulebook
  init() throws { rules = try Rulebook.current() }
  private func agreement(_ start: Int) -> AgreementPeriod {
    AgreementPeriod(firstDay: january(start))
  }

  @Test func `the repayment mechanism`() throws {
    let terms = try rules.repaymentMechanismTerms(in: PerformanceYear(2027), of: agreement(2027))
    #expect(
      terms
        == RepaymentMechanismTerms(
          shareOfExpenditures: Rate(0.005), shareOfRevenue: Rate(0.01), firstYearRecalculated: 2,
          smallestRaise: Cents(100_000_000), daysToRaise: 90, daysToReplenish: 90,
          monthsAfterParticipation: 12))
  }

  @Test func `advance investment payments by score`() throws {
    let terms = try #require(
      try rules.advanceInvestmentTerms(in: PerformanceYear(2027), of: agreement(2027)))
    #expect(terms.oneTimePayment == Dollars(250_000))
    #expect(terms.quarterlyPayments == 8)
    #expect(terms.mostBeneficiaries == 10_000)
    #expect((terms.scoreIfLowIncomeOrDual, terms.scoreIfUnknown) == (100, 50))
    guard case .byScore(let bands) = terms.quarterlyAmounts else {
      Issue.record("amounts are not by score")
      return
    }
    #expect(bands.map(\.lowest) == [1, 25, 35, 45, 55, 65, 75, 85])
    #expect(bands.map(\.highest) == [24, 34, 44, 54, 64, 74, 84, 100])
    #expect(bands.map(\.amount.amount) == [0, 20, 24, 28, 32, 36, 40, 45])
  }

  /// By hand: $250,000 once and two years of four quarters, of 10,000 × $45 at the most.
  @Test func `advance investment payments end with the second year`() throws {
    let terms = try #require(
      try rules.advanceInvestmentTerms(in: PerformanceYear(2027), of: agreement(2027)))
    #expect(terms.yearsPaid == 2)
    #expect((1...5).map { terms.most(inYear: $0).amount } == [2_050_000, 1_800_000, 0, 0, 0])
  }

  /// Level A in the first year, at most B in the second, BASIC after it; where the ACO renews early,
  /// not before all has been paid.
  @Test(
    arguments: [
      ("AAAAA", nil, true), ("ABCDE", nil, true), ("AAEEE", nil, true), ("ACDEE", nil, false),
      ("BCDEE", nil, false), ("EEEEE", nil, false), ("NNNNN", nil, false), ("AAANN", nil, false),
      ("AANNN", 3, true), ("ABCDN", 5, true), ("ANNNN", 2, false), ("ACNNN", 3, false),
    ] as [(String, Int?, Bool)])
  func `advance investment payments are open to`(path: String, renewal: Int?, paid: Bool) throws {
    let terms = try #require(
      try rules.advanceInvestmentTerms(in: PerformanceYear(2027), of: agreement(2027)))
    let tracks = try path.map { $0 == "N" ? .enhanced : try #require(Track(key: String($0))) }
    #expect(terms.arePaid(along: tracks, renewingIn: renewal) == paid)
  }

  @Test func `prepaid shared savings are paid from Level C on`() throws {
    let terms = try #require(
      try rules.prepaidSharedSavingsTerms(in: PerformanceYear(2027), of: agreement(2027)))
    let tracks = Level.allCases.map(Track.basic) + [.enhanced]
    #expect(tracks.map(terms.arePaid) == [false, false, true, true, true, true])
  }

  @Test func `no advance payments for agreements from before 2024`() throws {
    #expect(try rules.advanceInvestmentTerms(in: PerformanceYear(2025), of: agreement(2023)) == nil)
  }

  @Test func `prepaid shared savings start in 2026, for agreements from 2025`() throws {
    func terms(_ year: Int, _ start: Int) throws -> PrepaidSharedSavingsTerms? {
      try rules.prepaidSharedSavingsTerms(in: PerformanceYear(year), of: agreement(start))
    }
    #expect(try terms(2025, 2025) == nil)
    #expect(try terms(2026, 2024) == nil)
    #expect(try terms(2026, 2025) != nil)
    let open = try #require(try terms(2027, 2027))
    #expect(open.fractionAdvanced == Rate(2.0 / 3))
    #expect(open.shareOfSavings == Rate(0.5))
    #expect(open.mostPerCapita == Rate(0.05))
    #expect(open.partPerQuarter == Rate(0.25))
    #expect(open.benchmarkYearsAveraged == 2)
    #expect(open.lowestLevel == .c)
  }
}
