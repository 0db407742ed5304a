import Testing

@testable import Regulation

@Suite struct RuleFileTests {
  static let good = """
    rate:
      says: A rate.
      unit: growth
      clock: performanceYear
      values:
      - {from: 2020-01-01, value: 1/3, cite: 42 CFR 425.1, adopted: here, evidence: derived}
      - {from: 2021-01-01, value: none, cite: 42 CFR 425.1, adopted: here, evidence: derived}
    """

  private func parameters(_ yaml: String) throws -> [String: Parameter] {
    try RuleFile(name: "file", yaml: Array(yaml.utf8)).parameters()
  }

  private func refusal(replacing old: String, with new: String) throws -> String {
    let fault = #expect(throws: RuleFault.self) {
      try parameters(Self.good.replacing(old, with: new))
    }
    return try #require(fault).description
  }

  @Test func `reads numbers, thirds and none`() throws {
    let rate = try #require(try parameters(Self.good)["file.rate"])
    #expect(rate.values.map(\.value) == [.number(1.0 / 3), .none])
    #expect(rate.values.map(\.agreementYear) == [1, 1])
  }

  @Test func `a misspelt key is refused`() throws {
    #expect(
      try refusal(replacing: "evidence:", with: "evidense:")
        == "file.rate has a key evidense. Allowed: from, agreementYear, value, cite, adopted, "
        + "evidence.")
    #expect(
      try refusal(replacing: "says:", with: "said:")
        == "file.rate has a key said. Allowed: says, unit, clock, values.")
  }

  @Test func `two values from one day are refused, not the last one taken`() throws {
    #expect(
      try refusal(replacing: "2021-01-01", with: "2020-01-01")
        == "file.rate has two values from 2020-01-01. Keep one.")
  }

  @Test func `two values from one day may hold in different years of the agreement`() throws {
    let yaml = Self.good.replacing("from: 2021-01-01", with: "from: 2020-01-01, agreementYear: 3")
    let rate = try #require(try parameters(yaml)["file.rate"])
    let agreement = AgreementPeriod(firstDay: january(2022))
    let values = try (2022...2026).map {
      try rate.inForce(in: PerformanceYear($0), of: agreement).value
    }
    #expect(values == [.number(1.0 / 3), .number(1.0 / 3), .none, .none, .none])
  }

  @Test func `dates out of order are refused`() throws {
    #expect(
      try refusal(replacing: "2021-01-01", with: "2019-01-01")
        == "file.rate lists 2019-01-01 after 2020-01-01. Order values by date.")
  }

  @Test func `a day that does not exist is refused`() throws {
    #expect(
      try refusal(replacing: "2021-01-01", with: "2021-02-30")
        == "file.rate: from is 2021-02-30. Write a day, such as 2024-01-01.")
  }

  @Test func `a value without a citation, or in doubt of an unknown kind, is refused`() throws {
    #expect(
      try refusal(replacing: " cite: 42 CFR 425.1,", with: "") == "file.rate has no cite.")
    #expect(
      try refusal(replacing: "derived", with: "hearsay")
        == "file.rate: evidence is hearsay. Allowed: regulationText, publishedResults, secondary, "
        + "derived, unverified, proposed.")
    #expect(
      try refusal(replacing: "performanceYear", with: "someday")
        == "file.rate: clock is someday. Allowed: performanceYear, agreementStart.")
  }

  @Test(arguments: [
    ("0.30", 0.3), ("250_000", 250_000), ("-5", -5), ("2/3", 2.0 / 3), ("0", 0),
  ])
  func `numbers`(text: String, number: Double) {
    #expect(RuleFile.number(text) == number)
  }

  @Test(arguments: ["none", "1/0", "1/2/3", "0.3 percent", "1e5", "nan", "", "-", "inf", "a"])
  func `words are no numbers`(text: String) {
    #expect(RuleFile.number(text) == nil)
  }

  @Test func `asked for a day before its first value, a rule says what is known`() throws {
    let rules = try Rulebook.current()
    let agreement = AgreementPeriod(firstDay: january(2018))
    let fault = #expect(throws: NotInForce.self) {
      try rules.inForce(
        "basic-level-c.sharedLossRate", in: PerformanceYear(2018), of: agreement)
    }
    #expect(
      fault?.description == """
        No value is in force on 2018-01-01 for: The share of losses owed, from the first dollar, \
        whatever the quality score. The earliest is 0.3, from 2019-07-01 (42 CFR \
        425.605(d)(1)(iii)(C)). Choose a later performance year, or add the earlier value to the \
        rule file with its citation.
        """)
  }

  @Test func `an agreement that starts in July reads the calendar on its own first day`() throws {
    let rules = try Rulebook.current()
    let agreement = AgreementPeriod(firstDay: agreements[0])
    let dated = try rules.inForce(
      "basic-level-c.sharedLossRate", in: PerformanceYear(2019), of: agreement)
    #expect(dated.value == .number(0.3))
  }
}
