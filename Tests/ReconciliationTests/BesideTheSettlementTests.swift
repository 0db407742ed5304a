import Reconciliation
import Regulation
import Testing

/// What is set aside, advanced or prepaid beside the settlement.
private struct Beside {
  let agreement = AgreementPeriod(firstDay: Day(year: 2026, month: 1, day: 1))
  let year = PerformanceYear(2026)
  let rules: Rulebook
  init() throws { rules = try Rulebook.current() }
}

@Suite struct RepaymentMechanismTests {
  let terms: RepaymentMechanismTerms
  init() throws {
    let beside = try Beside()
    terms = try beside.rules.repaymentMechanismTerms(in: beside.year, of: beside.agreement)
  }

  private func mechanism(_ expenditure: Double, _ revenue: Double) -> RepaymentMechanism {
    RepaymentMechanism(
      expenditure: Dollars(expenditure), participantRevenue: Dollars(revenue), under: terms)
  }

  @Test func `the amount is 1 percent of a small revenue`() {
    let mechanism = mechanism(130_000_000, 25_000_000)
    #expect(Cents(rounding: mechanism.ofExpenditures) == Cents(650_000_00))  // 0.5% of 130,000,000
    #expect(Cents(rounding: mechanism.ofRevenue) == Cents(250_000_00))  // 1% of 25,000,000
    #expect(mechanism.amount == Cents(250_000_00))
    #expect(mechanism.basis == .revenue)
  }

  @Test func `the amount is half a percent of expenditures where revenue is over half of them`() {
    let over = mechanism(130_000_000, 65_000_001)
    #expect(over.amount == Cents(650_000_00) && over.basis == .expenditures)
    let even = mechanism(130_000_000, 65_000_000)
    #expect(even.amount == Cents(650_000_00) && even.basis == .expenditures)
    let under = mechanism(130_000_000, 64_999_999)
    #expect(under.amount == Cents(649_999_99) && under.basis == .revenue)
  }

  @Test func `a raise is required from one million dollars on`() {
    let mechanism = mechanism(400_000_000, 300_000_000)  // 2,000,000
    #expect(mechanism.mustBeRaised(from: Cents(1_000_000_00), under: terms))
    #expect(!mechanism.mustBeRaised(from: Cents(1_000_000_01), under: terms))
    #expect(!mechanism.mustBeRaised(from: Cents(3_000_000_00), under: terms))
  }
}

@Suite struct AdvanceInvestmentPaymentsTests {
  let terms: AdvanceInvestmentTerms
  init() throws {
    let beside = try Beside()
    terms = try #require(
      try beside.rules.advanceInvestmentTerms(in: beside.year, of: beside.agreement))
  }

  private func payments(_ groups: [(Int, Int)]) throws -> AdvanceInvestmentPayments {
    try #require(
      AdvanceInvestmentPayments(
        to: groups.map { .init(score: $0.0, count: $0.1) }, under: terms))
  }

  @Test func `eight thousand beneficiaries are advanced 1,706,000 dollars`() throws {
    let payments = try payments([
      (100, 1_600), (90, 400), (60, 2_000), (50, 1_000), (20, 3_000),
    ])
    // 2,000 x 45 + 2,000 x 32 + 1,000 x 28 = 90,000 + 64,000 + 28,000
    #expect(payments.quarterly == Cents(182_000_00))
    #expect(payments.oneTime == Cents(250_000_00) && payments.quarters == 8)
    #expect(payments.total == Cents(1_706_000_00))  // 250,000 + 8 x 182,000
    #expect(payments.counted == 8_000)
  }

  @Test func `only the ten thousand with the highest scores are counted`() throws {
    let payments = try payments([(30, 5_000), (100, 9_000), (40, 4_000)])
    // 9,000 x 45 + 1,000 x 24
    #expect(payments.quarterly == Cents(429_000_00))
    #expect(payments.counted == 10_000)
  }

  @Test(
    arguments: zip(
      [1, 24, 25, 34, 35, 44, 45, 54, 55, 64, 65, 74, 75, 84, 85, 100],
      [0, 0, 20, 20, 24, 24, 28, 28, 32, 32, 36, 36, 40, 40, 45, 45] as [Int64]))
  func `each band of scores has its amount at both ends`(score: Int, dollars: Int64) throws {
    #expect(try payments([(score, 1)]).quarterly == Cents(dollars * 100))
  }

  @Test func `nobody advances only the one-time payment`() throws {
    #expect(try payments([]).total == Cents(250_000_00))
  }
}

@Suite struct PrepaidSharedSavingsTests {
  let terms: PrepaidSharedSavingsTerms
  init() throws {
    let beside = try Beside()
    terms = try #require(
      try beside.rules.prepaidSharedSavingsTerms(in: beside.year, of: beside.agreement))
  }

  private func prepaid(_ savings: [Double], national: Double = 13_000) -> PrepaidSharedSavings {
    PrepaidSharedSavings(
      savingsPerCapita: savings.map { PerCapita($0) }, proration: Rate(0.9),
      nationalPerCapita: PerCapita(national), personYears: PersonYears(20_000), under: terms)
  }

  @Test func `savings of 300 and 240 dollars prepay 1,620,000 a year`() {
    let prepaid = prepaid([300, 240])
    #expect(abs(prepaid.proratedAverage.amount - 243) < 1e-9)  // 0.9 x 270
    #expect(abs(prepaid.multiplier.amount - 81) < 1e-9)  // 2/3 x 50% x 243
    #expect(prepaid.quarterlyMaximum == Cents(405_000_00))  // 81 x 20,000 / 4
    #expect(prepaid.annual == Cents(1_620_000_00))
  }

  @Test func `the multiplier is held to 5 percent of national spending`() {
    let prepaid = prepaid([3_000, 2_400], national: 12_000)
    // 2/3 x 50% x 0.9 x 2,700 = 810, over 5% of 12,000 = 600
    #expect(abs(prepaid.beforeCap.amount - 810) < 1e-9)
    #expect(abs(prepaid.multiplier.amount - 600) < 1e-9)
    #expect(prepaid.annual == Cents(12_000_000_00))
  }

  @Test func `benchmark year 3 does not count`() {
    #expect(prepaid([300, 240, 9_000]).annual == prepaid([300, 240]).annual)
  }

  @Test func `losses on average prepay nothing`() {
    #expect(prepaid([100, -300]).annual == .zero)
    #expect(prepaid([100, -300]).quarterlyMaximum == .zero)
  }
}
