import Foundation
import Regulation
import Testing

@testable import Scenarios

@Suite struct CashTests {
  static let cash = """
    cash:
      openingReserve: 3_000_000
      results: {month: 10, paymentDelayDays: 30, source: Calendar of 2025}
      mechanism: {form: letterOfCredit, carryingCost: 0.015, source: Offer of the bank}
      professionalRevenue: {amount: 9_000_000, growth: 0.03, qpRate: 0.9, mipsAdjustment: 0.01, source: Own claims}
      stopLoss: {basis: fiveYears, attachment: 1_000_000, limit: 4_000_000, coinsurance: 0.1, premium: 90_000, loading: 0.4, source: Quote of the broker}

    """

  private func problems(_ old: String, _ new: String) throws -> [String] {
    try Examples.problems(Examples.least + Examples.least(old, new, in: Self.cash))
  }

  @Test func `a file without the key has no calendar of its own, and tells nothing of it`() throws {
    let scenario = try Examples.read(Examples.least)
    #expect(scenario.cash == nil)
    #expect(!scenario.provenance.contains { $0.key.hasPrefix("cash") })
  }

  @Test func `each part reaches its own place, with its source`() throws {
    let scenario = try Examples.read(Examples.least + Self.cash)
    var cash = Cash()
    cash.openingReserve = Dollars(3e6)
    cash.results = .init(month: 10, paymentDelayDays: 30)
    cash.mechanism = .init(form: .letterOfCredit, carryingCost: 0.015)
    cash.professionalRevenue = .init(
      amount: Dollars(9e6), growth: 0.03, qpRate: 0.9, mipsAdjustment: 0.01)
    cash.stopLoss = .init(
      basis: .fiveYears, attachment: Dollars(1e6), limit: Dollars(4e6), coinsurance: 0.1,
      premium: Dollars(90_000), loading: 0.4)
    #expect(scenario.cash == cash)
    let told = scenario.provenance.filter { $0.key.hasPrefix("cash.mechanism.") }
    #expect(told.map(\.source) == ["Offer of the bank", "Offer of the bank"])
  }

  @Test func `parts stand alone`() throws {
    let scenario = try Examples.read(
      Examples.least + "cash: {mechanism: {form: escrow, carryingCost: 0, source: x y}}\n")
    #expect(scenario.cash?.mechanism == .init(form: .escrow, carryingCost: 0))
    #expect(scenario.cash?.openingReserve == nil)
    #expect(scenario.cash?.stopLoss == nil)
  }

  @Test func `a part without its source is refused`() throws {
    #expect(
      try problems(", source: Offer of the bank", "") == [
        "x.yaml:19:3: cash.mechanism.source is missing. The board will ask: write source: with where "
          + "the figures come from, or who judged them."
      ])
  }

  @Test func `a cover needs a price`() throws {
    #expect(
      try problems(", premium: 90_000, loading: 0.4", "") == [
        "x.yaml:21:13: cash.stopLoss has no price. Allowed: premium, quoted for each two-sided year, "
          + "or loading on the expected recovery. Write one of the two."
      ])
    #expect(
      try problems(", premium: 90_000", "") == [
        "x.yaml:21:13: cash.stopLoss has a loading and no premium. Allowed: a premium where basis is "
          + "fiveYears, because the recovery comes after all premiums. Write the premium quoted for "
          + "each two-sided year, or basis: yearly."
      ])
    let yearly = try Examples.least(
      "fiveYears", "yearly", in: try Examples.least(", premium: 90_000", "", in: Self.cash))
    #expect(try Examples.problems(Examples.least + yearly) == [])
  }

  @Test func `what Advanced APM status paid before 2025 is not known`() throws {
    let early = try Examples.least("2027-01-01", "2022-01-01").replacingOccurrences(
      of: "measuredIn: 2022", with: "measuredIn: 2020")
    #expect(
      try Examples.problems(early + Self.cash) == [
        "x.yaml:20:24: cash.professionalRevenue is given for an agreement that starts on 2022-01-01. "
          + "Allowed: professionalRevenue for agreements that start on 2023-01-01 or later "
          + "(42 CFR 414.1450). Leave it out."
      ])
  }

  @Test func `results come in September or October`() throws {
    #expect(
      try problems("month: 10", "month: 8") == [
        "x.yaml:18:20: cash.results.month is 8. Allowed: a whole number, 9 through 10. Write a number "
          + "in this range."
      ])
  }
}
