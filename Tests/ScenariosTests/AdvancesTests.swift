import Testing

@testable import Scenarios

/// Who is paid in advance, and how much, 42 CFR 425.630(b), (f), 425.640(b).
@Suite struct AdvancesTests {
  private func file(
    _ advances: String, start: Int = 2027, number: Int = 1, revenue: String = "17_000_000",
    more: String = ""
  ) throws -> String {
    let text = try Examples.least(
      "number: 1\n", "number: \(number)\n\(more)  \(advances)\n")
    return try Examples.least(
      "64_000_000", revenue,
      in: try Examples.least(
        "2027-01-01", "\(start)-01-01",
        in: try Examples.least("measuredIn: 2022", "measuredIn: \(start - 5)", in: text)))
  }

  private func problem(_ text: String) throws -> String {
    let problems = try Examples.problems(text)
    return try #require(problems.count == 1 ? problems.first : nil, "\(problems)")
  }

  /// $250,000 once and four quarters of 10,000 × $45, then four quarters: to the dollar, and a dollar
  /// beyond.
  @Test func `a new ACO may be advanced what the rule gives in two years`() throws {
    let most = "advanceInvestmentPayments: [2_050_000, 1_800_000, 0, 0, 0]"
    let agreement = try Examples.read(try file(most)).agreement
    #expect(
      agreement.advanceInvestmentPayments.map(\.amount) == [2_050_000, 1_800_000, 0, 0, 0])
    #expect(
      try problem(file("advanceInvestmentPayments: [0, 1_800_001, 0, 0, 0]"))
        == "x.yaml:7:30: agreement.advanceInvestmentPayments is 1_800_001 in performance year 2. "
        + "Allowed: at most 1_800_000 (42 CFR 425.630(f)). Write what the rule pays for the assigned."
    )
    #expect(
      try Examples.problems(file("advanceInvestmentPayments: [0, 0, 0, 0, 0]", number: 2)) == [])
  }

  /// Each in turn is the only thing wrong. The threshold of low revenue is 35 percent of the
  /// expenditure of the assigned, $149.9 million: 425.20.
  @Test func `others are advanced nothing`() throws {
    func refusal(_ text: String) throws -> String {
      let said = try problem(text)
      let (start, end) = ("because the ", " (42 CFR 425.630(b))")
      #expect(
        said.hasPrefix(
          "x.yaml:\(text.contains("experienced") ? 8 : 7):30: agreement.advanceInvestmentPayments "
            + "adds up to 200_000. Allowed: 0 in every year, "), "\(said)")
      let from = try #require(said.range(of: start)).upperBound
      return String(said[from..<(try #require(said.range(of: end)).lowerBound)])
    }
    let some = "advanceInvestmentPayments: [100_000, 100_000, 0, 0, 0]"
    #expect(try Examples.problems(file(some)) == [])
    #expect(
      try refusal(file(some, start: 2023)) == "agreement starts before there were any")
    #expect(try refusal(file(some, number: 2)) == "agreement is not the ACO's first")
    #expect(
      try refusal(file(some, more: "  experienced: true\n")) == "ACO is experienced")
    #expect(
      try refusal(file(some, revenue: "64_000_000"))
        == "ACO's participants have high revenue")
  }

  @Test func `prepaid savings are for those who renew, from 2026 on`() throws {
    let some = "prepaidSharedSavings: [100_000, 0, 0, 0, 0]"
    #expect(try Examples.problems(file(some, number: 2)) == [])
    #expect(
      try problem(file(some))
        == "x.yaml:7:25: agreement.prepaidSharedSavings adds up to 100_000. Allowed: 0 in every "
        + "year, because the agreement is the ACO's first, and it does not renew "
        + "(42 CFR 425.640(b)). Leave the key out.")
    #expect(
      try problem(file(some, start: 2025, number: 2))
        == "x.yaml:7:25: agreement.prepaidSharedSavings is 100_000 in performance year 1. Allowed: 0 "
        + "in 2025 for an agreement that starts on 2025-01-01 (42 CFR 425.640(b)). Write 0.")
  }
}
