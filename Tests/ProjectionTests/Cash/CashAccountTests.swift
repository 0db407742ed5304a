import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct CashAccountTests {
  private static func terms(_ form: Cash.Mechanism.Form = .escrow, start: Int = 2027) throws
    -> CashTerms
  {
    var scenario = GoldenCashCalendarTests.scenario()
    scenario.cash?.mechanism?.form = form
    scenario.agreement.period = AgreementPeriod(
      firstDay: Day(year: start, month: 1, day: 1))
    return try Agreement(scenario, under: .current()).cash
  }

  /// 0.5 percent of a two-hundredfold expenditure is the amount itself.
  private static func mechanism(_ cents: Int64, _ terms: CashTerms) -> RepaymentMechanism {
    RepaymentMechanism(
      expenditure: Dollars(Double(cents) * 2), participantRevenue: Dollars(1e12),
      under: terms.mechanism[0])
  }

  private static func place(_ year: Int, isTwoSided: Bool = true) -> CashPlace {
    CashPlace(
      isTwoSided: isTwoSided, isAdvancedModel: false, agreementYear: year, premium: .zero)
  }

  @Test(arguments: [
    (599_999_999, 500_000_000), (600_000_000, 600_000_000), (600_000_001, 600_000_001),
  ])
  func `a mechanism is raised by a million dollars, and not by a cent less`(
    amount: Int, held: Int
  ) throws {
    let terms = try Self.terms()
    var account = CashAccount()
    let first = account.settle(
      2, .zero, at: Self.place(3), mechanism: Self.mechanism(500_000_000, terms), under: terms)
    #expect(first[.mechanismFunded].count == -500_000_000)
    let later = account.settle(
      3, .zero, at: Self.place(4), mechanism: Self.mechanism(Int64(amount), terms), under: terms)
    #expect(account.held.count == Int64(held))
    #expect(later[.mechanismRaised].count == Int64(500_000_000 - held))
    #expect(later[.mechanismFunded] == .zero)
  }

  @Test func `a new agreement makes up what is missing, and gives nothing back`() throws {
    let terms = try Self.terms()
    for (amount, held) in [(Int64(500_000_001), Int64(500_000_001)), (400_000_000, 500_000_000)] {
      var account = CashAccount()
      _ = account.settle(
        1, .zero, at: Self.place(2), mechanism: Self.mechanism(500_000_000, terms), under: terms)
      let cash = account.settle(
        2, .zero, at: Self.place(1), mechanism: Self.mechanism(amount, terms), under: terms)
      #expect(account.held.count == held)
      #expect(cash[.mechanismFunded].count == 500_000_000 - held)
    }
  }

  @Test func `one-sided years need none`() throws {
    let terms = try Self.terms()
    var account = CashAccount()
    let cash = account.settle(
      0, .zero, at: Self.place(1, isTwoSided: false),
      mechanism: Self.mechanism(500_000_000, terms), under: terms)
    #expect(cash == YearCash() && account.held == .zero)
  }

  @Test func `a letter of credit costs its fee and sets nothing aside`() throws {
    let terms = try Self.terms(.letterOfCredit)
    var account = CashAccount()
    let cash = account.settle(
      4, .zero, at: Self.place(5), mechanism: Self.mechanism(500_000_000, terms), under: terms)
    #expect(account.held.count == 500_000_000)
    #expect(cash[.carryingCost].count == -5_000_000 && cash[.carryingCostAfter].count == -5_000_000)
    #expect(cash[.mechanismFunded] == .zero && cash[.mechanismReleased] == .zero)
  }

  /// 2028 has 366 days: from 31 March 276 of them are left; of other years 275 of 365.
  @Test func `in a leap year a raise is due a day earlier`() throws {
    let terms = try Self.terms()
    #expect(terms.dates.days(of: .mechanismRaised, year: 1) == [Day(year: 2028, month: 3, day: 31)])
    #expect(terms.dates.days(of: .mechanismRaised, year: 2) == [Day(year: 2029, month: 4, day: 1)])
    #expect(terms.dates.restAfterRaise[1].fraction == 276.0 / 366)
    #expect(terms.dates.restAfterRaise[2].fraction == 275.0 / 365)
  }

  @Test func `parts are whole cents and add up`() {
    for cents in [Int64(-7), 0, 5, 11, 1_000_000_001] {
      let parts = (0..<12).map { Cents(cents).part($0, of: 12).count }
      #expect(parts.reduce(0, +) == cents)
      #expect((parts.max() ?? 0) - (parts.min() ?? 0) <= 1)
    }
  }

  @Test func `five years together are covered once, at the end`() throws {
    var scenario = GoldenCashCalendarTests.scenario()
    scenario.cash?.stopLoss?.basis = .fiveYears
    let terms = try Agreement(scenario, under: .current()).cash
    var account = CashAccount()
    // 3.00 in each of four years: 12.00, less 4.00 is 8.00, at most 5.00, 80 percent of it.
    let recovered = (1..<5).map { year in
      account.settle(
        year, Cents(-300_000_000), at: Self.place(year + 1),
        mechanism: Self.mechanism(0, terms), under: terms)[.stopLossRecovery].count
    }
    #expect(recovered == [0, 0, 0, 400_000_000])
  }
}
