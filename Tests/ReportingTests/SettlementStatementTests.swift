import Foundation
import Reconciliation
import Regulation
import Reporting
import Testing

@Suite struct SettlementStatementTests {
  static func statement(
    _ track: Track, choice: MinimumRateChoice, _ year: PerformanceYearResult,
    _ balances: Balances = .none
  ) throws -> Statement {
    let agreement = AgreementPeriod(firstDay: Day(year: 2025, month: 1, day: 1))
    let terms = try Rulebook.current().terms(
      for: track, in: PerformanceYear(2025), of: agreement, choosing: choice)
    let settlement = year.settlement(under: terms)
    return Statement(
      title: "Mountain valley network, performance year 2025", of: year, under: terms,
      settlement, Payment(settlement.earned, recouping: balances))
  }

  /// Level A, 8,000 beneficiaries, below the minimum rate, an advance outstanding.
  static func lowRevenue() throws -> Statement {
    try statement(
      .basic(.a), choice: .variable,
      PerformanceYearResult(
        assignedBeneficiaries: 8_000, benchmark: Dollars(104_000_000),
        expenditure: Dollars(102_440_000), participantRevenue: nil, isLowRevenue: true,
        quality: QualityResult(standing: .standardMet, score: Rate(0.8))),
      Balances(advanceInvestment: Cents(1_400_000_00), prepaidSharedSavings: .zero))
  }

  /// A loss measured again from the guardrail benchmark, relieved for four months and 30 percent.
  static func guardrail() throws -> Statement {
    try statement(
      .enhanced, choice: .elected(Rate(0.01)),
      PerformanceYearResult(
        assignedBeneficiaries: 30_000, benchmark: Dollars(400_000_000),
        guardrailBenchmark: Dollars(406_000_000), expenditure: Dollars(412_000_000),
        participantRevenue: Dollars(90_000_000), isLowRevenue: true,
        quality: QualityResult(standing: .alternativeMet, score: Rate(0.7)),
        extremeCircumstances: .init(months: 4, shareOfBeneficiaries: Rate(0.3))))
  }

  /// A loss at Level C whose revenue is not known.
  static func withoutRevenue() throws -> Statement {
    try statement(
      .basic(.c), choice: .elected(Rate(0)),
      PerformanceYearResult(
        assignedBeneficiaries: 20_000, benchmark: Dollars(100_000_000),
        expenditure: Dollars(120_000_000), participantRevenue: nil, isLowRevenue: false,
        quality: QualityResult(standing: .notMet, score: .zero)))
  }

  static func tooFew() throws -> Statement {
    try statement(
      .basic(.e), choice: .elected(Rate(0)),
      PerformanceYearResult(
        assignedBeneficiaries: 4_500, benchmark: Dollars(60_000_000),
        expenditure: Dollars(58_200_000), participantRevenue: Dollars(9_000_000),
        isLowRevenue: true, quality: QualityResult(standing: .standardMet, score: Rate(0.8))))
  }

  @Test func `savings under the low-revenue rule are told line by line`() throws {
    #expect(try Self.lowRevenue().text == SettlementTexts.lowRevenue)
  }

  @Test func `losses under the guardrail are told line by line`() throws {
    #expect(try Self.guardrail().text == SettlementTexts.guardrail)
  }

  @Test func `a loss without a known revenue says what it needs`() throws {
    let statement = try Self.withoutRevenue()
    let line = try #require(statement["lossRecoupmentLimitOfRevenue"])
    #expect(line.figure == .unknown)
    #expect(line.note == "Needs participant revenue: the loss owed may be smaller than shown.")
    #expect(
      statement.text.contains(
        "\nLimit, share of revenue                    not known  425.605(d)(1)(iii)-(v)(D)\n"))
    let json = try Self.object(statement)
    #expect(json["lossRecoupmentLimitOfRevenue"] is NSNull)
  }

  @Test func `too few beneficiaries are said to replace the election`() throws {
    let statement = try Self.tooFew()
    #expect(
      statement["minimumSavingsRate"]?.note
        == "Fewer than 5,000 beneficiaries: the table replaces the elected rate for this year.")
    #expect(statement["reason"]?.note == "Savings do not reach the minimum savings rate.")
    #expect(statement["outcome"]?.paragraph == .reversionToVariable)
  }

  @Test func `no line is wider than eighty columns`() throws {
    for statement in try Self.all() {
      #expect(statement.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `every statement has the same keys in JSON`() throws {
    let keys = try Self.all().map { Set(try Self.object($0).keys) }
    #expect(Set(keys).count == 1)
    #expect(keys[0].count == 49)
  }

  @Test func `each shown key is cited, and money is also there unrounded`() throws {
    for statement in try Self.all() {
      let json = try Self.object(statement)
      let citations = try #require(json["citations"] as? [String: String])
      #expect(Set(citations.keys) == Set(statement.lines.map(\.key)))
      #expect(citations.values.allSatisfy { $0.hasPrefix("42 CFR 4") })
      let unrounded = try #require(json["unrounded"] as? [String: Double])
      for (key, amount) in unrounded {
        let printed = try #require(json[key] as? Double)
        #expect(Cents(rounding: Dollars(amount)) == Cents(rounding: Dollars(printed)))
      }
    }
  }

  @Test func `JSON holds the intermediates under the words of the glossary`() throws {
    let json = try Self.object(Self.guardrail())
    #expect(json["track"] as? String == "enhanced")
    #expect(json["minimumLossRate"] as? Double == -0.01)
    #expect(json["guardrailBenchmark"] as? Double == 406_000_000)
    #expect(json["sharedLossRate"] as? Double == 0.475)  // 1 - 75% x 0.70
    #expect(json["sharedLossesBeforeLimit"] as? Double == 2_850_000)  // of 6,000,000
    #expect(json["lossRecoupmentLimit"] as? Double == 60_900_000)  // 15% of 406,000,000
    #expect(json["extremeCircumstancesReduction"] as? Double == 285_000)  // 4/12 x 30%
    #expect(json["payment"] as? Double == -2_565_000)
    #expect(json["finalSharingRate"] is NSNull)
  }

  private static func all() throws -> [Statement] {
    [try lowRevenue(), try guardrail(), try withoutRevenue(), try tooFew()]
  }

  static func object(_ statement: Statement) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(statement.json.utf8))
    return try #require(object as? [String: Any])
  }
}
