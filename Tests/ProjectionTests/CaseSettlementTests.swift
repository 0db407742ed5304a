import Projection
import Reconciliation
import Regulation
import Scenarios
import Testing

@Suite struct CaseSettlementTests {
  static func one(
    _ content: Case.Content, year: Int = 2025, start: Int = 2025, editions: [String] = []
  ) -> Case {
    Case(
      name: "A case", performanceYear: PerformanceYear(year),
      agreement: AgreementPeriod(firstDay: Day(year: start, month: 1, day: 1)),
      editions: editions, content: content)
  }

  static func loss(revenue: Double? = 90_000_000) -> SettlementCase {
    SettlementCase(
      track: .basic(.e), benchmark: Dollars(100_000_000), expenditure: Dollars(105_000_000),
      assignedBeneficiaries: 10_000, participantRevenue: revenue.map { Dollars($0) },
      minimumRateChoice: .elected(Rate(0.01)),
      quality: QualityResult(standing: .standardMet, score: Rate(0.8)))
  }

  static func settled(
    _ year: SettlementCase, year calendar: Int = 2025, start: Int = 2025, editions: [String] = []
  ) throws -> SettledYear {
    let one = one(.settlement(year), year: calendar, start: start, editions: editions)
    guard case .settlement(let settled) = try one.settled(under: try .current()) else {
      throw CaseTestFailure()
    }
    return settled
  }

  @Test func `a case settles under the terms of its year`() throws {
    let settled = try Self.settled(Self.loss())
    #expect(settled.payment.net == Cents(-1_500_000_00))  // 30% of 5,000,000
    #expect(settled.terms.track == .basic(.e))
  }

  @Test func `low revenue follows from revenue below 35 percent of expenditure`() throws {
    let under = try Self.settled(Self.loss(revenue: 36_749_999))
    #expect(under.result.isLowRevenue)
    let at = try Self.settled(Self.loss(revenue: 36_750_000))  // 35% of 105,000,000
    #expect(!at.result.isLowRevenue)
    #expect(at.lowRevenueBasis == .fromRevenue(share: Rate(0.35), threshold: Rate(0.35)))
  }

  @Test func `low revenue as stated is not second-guessed`() throws {
    var year = Self.loss()
    year.lowRevenue = true
    let settled = try Self.settled(year)
    #expect(settled.result.isLowRevenue && settled.lowRevenueBasis == .stated)
  }

  @Test func `without revenue an ACO is taken as not low revenue`() throws {
    let settled = try Self.settled(Self.loss(revenue: nil))
    #expect(!settled.result.isLowRevenue && settled.lowRevenueBasis == .assumedHigh)
  }

  @Test func `a guardrail benchmark bears on agreements from 2024 only`() throws {
    var year = Self.loss()
    year.guardrailBenchmark = Dollars(106_000_000)
    let from2024 = try Self.settled(year, year: 2024, start: 2024)
    #expect(from2024.settlement.outcome == .noShare(.guardrailRemovesLosses))
    let from2023 = try Self.settled(year, year: 2024, start: 2023)
    #expect(from2023.payment.net == Cents(-1_500_000_00))
  }

  @Test func `an early end is settled by its date and by whom`() throws {
    var year = Self.loss()
    year.termination = .init(effective: Day(year: 2025, month: 3, day: 31), by: .aco)
    #expect(try Self.settled(year).settlement.outcome == .noShare(.endedWithoutLosses))
    year.termination?.by = .cms
    #expect(try Self.settled(year).payment.net == Cents(-375_000_00))  // 3/12 of 1,500,000
  }

  @Test func `balances are recouped in the order of the law`() throws {
    var year = Self.loss()
    year.expenditure = Dollars(90_000_000)  // half of 10,000,000 less 2% = 4,900,000
    year.advanceInvestmentBalance = Cents(1_000_000_00)
    year.prepaidBalance = Cents(4_000_000_00)
    let settled = try Self.settled(year)
    #expect(settled.payment.net == .zero)
    #expect(settled.payment.balancesAfter.prepaidSharedSavings == Cents(100_000_00))
  }

  @Test func `an edition named by the case is laid over the rules`() throws {
    let settled = try Self.settled(Self.loss(), editions: ["popularSummary"])
    #expect(settled.payment.net == Cents(-2_500_000_00))  // 50% at Level E in the summary
  }

  @Test func `no advance is paid to an agreement from 2023`() throws {
    let groups = AdvanceInvestmentCase(beneficiaries: [.init(score: 100, count: 10)])
    let one = Self.one(.advanceInvestment(groups), year: 2024, start: 2023)
    #expect(
      throws: CaseFault(
        description: "A case: no advance investment payments by score are made in 2024 to an "
          + "agreement from 2023-01-01 (42 CFR 425.630(f)). Choose a later agreementStart.")
    ) { try one.settled(under: try .current()) }
  }

  @Test func `nothing is prepaid before 2026`() throws {
    let savings = PrepaidSharedSavingsCase(
      savingsPerCapita: [PerCapita(300), PerCapita(240)], proration: .one,
      nationalPerCapita: PerCapita(13_000), personYears: PersonYears(20_000))
    #expect(throws: CaseFault.self) {
      try Self.one(.prepaidSharedSavings(savings)).settled(under: try .current())
    }
  }

  struct CaseTestFailure: Error {}
}
