import Regulation
import Scenarios
import Testing

@testable import Projection
@testable import Reporting

@Suite struct CashPageTests {
  private static func estimate(_ value: Double, _ error: Double = 0) -> Estimate {
    Estimate(value: value, standardError: error)
  }

  private static func need(_ dollars: Double) -> QuantileEstimate {
    QuantileEstimate(
      level: 0.95, value: Cents(rounding: Dollars(dollars)), low: .zero, high: .zero,
      standardError: dollars / 1_000, isAtom: false)
  }

  private static func option(
    _ needs: [Double] = [2e6, 3e6], exhausted: Double? = 0.125, noNeed: Double = 0,
    mechanism: [Double] = [0, 0, 4e5, 4e5, 5e5]
  ) -> CashOutlook.Option {
    CashOutlook.Option(
      chanceOfExhaustion: exhausted.map { FixedComparison.chance($0) },
      reserveNeeded: needs.map(need), chanceOfNoNeed: FixedComparison.chance(noNeed),
      lowestAt: noNeed == 1
        ? []
        : [28, 20, 44].sorted().map {
          Day.last(of: $0 % 12 + 1, in: 2027 + $0 / 12)
        },
      mechanism: mechanism.map { estimate($0, $0 / 1_000) },
      chanceOfRaise: FixedComparison.chance(0.1), carryingCost: estimate(25_000, 100),
      advancedModel: 90_000, cover: nil)
  }

  private func comparison(
    _ leading: CashOutlook.Option, _ change: (inout Scenario) -> Void = { _ in }
  )
    -> Comparison
  {
    var comparison = FixedComparison().comparison
    change(&comparison.scenario)
    comparison.cash = CashOutlook(
      trials: 100_000, options: [Self.option(), Self.option(), leading], followed: 2,
      points: (0..<14).map { place in
        CashOutlook.Point(
          day: Day.last(of: place % 2 == 0 ? 6 : 12, in: 2027 + place / 2),
          quantiles: [-2e6, -1e6, 0, 1e6, 2e6].map(Self.need))
      },
      flows: [
        .init(
          kind: .programCost,
          years: Array(repeating: Self.estimate(-6e5), count: 5) + [
            Self.estimate(0), Self.estimate(0),
          ]),
        .init(
          kind: .settlementPaid,
          years: [Self.estimate(0)] + Array(repeating: Self.estimate(1e6, 3_000), count: 5) + [
            Self.estimate(0)
          ]),
      ])
    return comparison
  }

  private func deck(
    _ leading: CashOutlook.Option = Self.option(), _ change: (inout Scenario) -> Void = { _ in }
  ) -> Deck {
    Deck(comparison(leading, change), stresses: [], engineVersion: "1.2.3")
  }

  private static func reserve(_ scenario: inout Scenario) {
    scenario.appetite = Appetite(reserve: Dollars(2.5e6))
  }

  @Test func `the headline says what must be at hand, when, and how often it does not reach`() {
    #expect(
      deck(Self.option(), Self.reserve).headline(13)
        == "To last through 95% of futures ENHANCED needs $2.00 million at hand, through 99% $3.00 "
        + "million; cash is least at the end of May 2029 in the middle case; a reserve of $2.50 million "
        + "is exhausted in 12.5% of futures.")
    #expect(
      deck(Self.option([2e6, 2.4e6], exhausted: 0), Self.reserve).headline(13)
        .hasSuffix("a reserve of $2.50 million is exhausted in no simulated future."))
  }

  @Test func `without a reserve the headline says that none is stated`() {
    #expect(
      deck(Self.option(exhausted: nil)).headline(13)
        .hasSuffix("; the scenario states no reserve to hold against it."))
  }

  @Test func `nothing is needed where cash never falls, or seldom enough`() {
    #expect(
      deck(Self.option([0, 0], exhausted: 0, noNeed: 1)).headline(13)
        == "Under ENHANCED cash is at no month's end below what was at hand at first, in every "
        + "simulated future: no reserve is needed.")
    #expect(
      deck(Self.option([0, 1e5], exhausted: 0, noNeed: 0.97)).headline(13)
        .hasPrefix("To last through 95% of futures ENHANCED needs nothing at hand, through 99% "))
  }

  @Test func `the mechanism's headline names the largest, and its fees where they are stated`()
    throws
  {
    let second = try #require(
      deck(Self.option(mechanism: [9e5, 9e5, 9e5, 9e5, 9e5])).pages.last {
        $0.number == 13
      })
    #expect(
      second.headline.sentence
        == "The repayment mechanism of ENHANCED holds up to $900,000 on average; its form and cost are "
        + "not stated.")
    let stated = deck(Self.option(mechanism: [9e5, 9e5, 9e5, 9e5, 9e5])) {
      var cash = Cash()
      cash.mechanism = .init(form: .letterOfCredit, carryingCost: 0.01)
      $0.cash = cash
    }
    #expect(
      stated.pages.last { $0.number == 13 }?.headline.sentence.hasSuffix(
        "on average; its fees come to $25,000 in all.") == true)
    #expect(stated.remarks(13).contains { $0.contains("a letter of credit at 1.00% a year") })
  }

  @Test func `all cash of a year is what moves in it`() throws {
    let table = try #require(
      deck().tables(13).first { $0.caption.hasPrefix("Cash under ENHANCED") })
    #expect(
      table.columns.map(\.title) == ["", "2027", "2028", "2029", "2030", "2031", "2032", "2033"])
    #expect(table.rows.map { $0.cells[0] } == ["Program costs", "Settlement paid", "All cash"])
    #expect(table.rows[2].cells[1] == "\u{2212}0.600")
    #expect(table.rows[2].cells[2] == "0.40")
    #expect(table.rows[2].cells[7] == "0")
  }

  @Test func `what the calendar leaves out is said, and what is stated is not`() {
    let plain = deck()
    #expect(plain.remarks(13).contains { $0.contains("No form of the mechanism is stated") })
    #expect(
      plain.remarks(16).contains {
        $0.hasSuffix("Advanced APM payments and the cost of a repayment mechanism are left out.")
      })
    let stated = deck {
      var cash = Cash()
      cash.mechanism = .init(form: .escrow, carryingCost: 0.01)
      cash.professionalRevenue = .init(amount: Dollars(1e6), growth: 0, qpRate: 1)
      $0.cash = cash
    }
    #expect(stated.remarks(13).contains { $0.contains("what is in it cannot be spent") })
    #expect(
      stated.remarks(16).contains {
        $0.hasPrefix(
          "Net counts payments, advances, the program costs the scenario states, and the "
            + "repayment mechanism's cost and Advanced APM revenue.")
      })
  }

  @Test func `no study, no page`() {
    #expect(!FixedComparison().deck().pages.contains { $0.number == 13 })
  }
}
