import Foundation
import Regulation
import Scenarios
import Testing

@Suite struct CaseFileTests {
  static func read(_ text: String) throws -> [Case] {
    try Case.all(in: Array(text.utf8), file: "case.yaml")
  }

  /// What is wrong with a text, one line for each fault.
  static func faults(_ text: String) throws -> String {
    do {
      _ = try read(text)
      return ""
    } catch let problems as Problems { return problems.description }
  }

  static let levelE = """
    name: A loss
    performanceYear: 2025
    agreementStart: 2025
    level: E
    benchmark: 300_000_000
    expenditure: 315_000_000
    assignedBeneficiaries: 22_000
    minimumRateChoice: 0.01
    quality: {standing: standardMet, score: 0.80}

    """

  @Test func `a mapping is one case, with what it leaves out left open`() throws {
    let cases = try Self.read(Self.levelE)
    #expect(cases.count == 1)
    let one = try #require(cases.first)
    #expect(one.name == "A loss" && one.performanceYear == PerformanceYear(2025))
    #expect(one.agreement.firstDay == Day(year: 2025, month: 1, day: 1))
    #expect(
      one.content
        == .settlement(
          SettlementCase(
            track: .basic(.e), benchmark: Dollars(300_000_000), expenditure: Dollars(315_000_000),
            assignedBeneficiaries: 22_000, minimumRateChoice: .elected(Rate(0.01)),
            quality: QualityResult(standing: .standardMet, score: Rate(0.8)))))
  }

  @Test(arguments: [
    ("A", Track.basic(.a)), ("levelB", .basic(.b)), ("c", .basic(.c)), ("ENHANCED", .enhanced),
    ("enhanced", .enhanced),
  ])
  func `a level is written in any of its ways`(word: String, track: Track) throws {
    let text = Self.levelE.replacing("level: E", with: "level: \(word)")
    guard case .settlement(let year)? = try Self.read(text).first?.content else {
      Issue.record("a settlement")
      return
    }
    #expect(year.track == track)
  }

  @Test func `everything that may be given is read`() throws {
    let text =
      Self.levelE + """
        format: 1
        personYears: 21_450
        participantRevenue: 40_000_000
        lowRevenue: true
        guardrailBenchmark: 306_000_000
        extremeCircumstances: {months: 4, shareOfBeneficiaries: 0.3}
        termination: {effective: 2025-09-30, by: cms}
        advanceInvestmentBalance: 100.25
        prepaidBalance: 200
        editions: [cy2027Proposed]
        """
    let one = try #require(try Self.read(text).first)
    #expect(one.editions == ["cy2027Proposed"])
    guard case .settlement(let year) = one.content else {
      Issue.record("a settlement")
      return
    }
    #expect(year.personYears == PersonYears(21_450))
    #expect(year.participantRevenue == Dollars(40_000_000) && year.lowRevenue == true)
    #expect(year.guardrailBenchmark == Dollars(306_000_000))
    #expect(year.extremeCircumstances == .init(months: 4, shareOfBeneficiaries: Rate(0.3)))
    #expect(
      year.termination == .init(effective: Day(year: 2025, month: 9, day: 30), by: .cms))
    #expect(year.advanceInvestmentBalance == Cents(100_25) && year.prepaidBalance == Cents(200_00))
  }

  @Test func `a one-sided level needs no election`() throws {
    let text = Self.levelE.replacing("level: E", with: "level: B")
      .replacing("minimumRateChoice: 0.01\n", with: "")
    guard case .settlement(let year)? = try Self.read(text).first?.content else {
      Issue.record("a settlement")
      return
    }
    #expect(year.minimumRateChoice == .variable)
  }

  @Test func `a list is several cases of any kind`() throws {
    let cases = try Self.read(
      """
      - name: Set aside
        performanceYear: 2025
        repaymentMechanism: {expenditure: 130_000_000, participantRevenue: 25_000_000}
      - name: Advanced
        performanceYear: 2025
        advanceInvestment: {beneficiaries: [{score: 100, count: 1_600}, {score: 20, count: 5}]}
      - name: Prepaid
        performanceYear: 2026
        agreementStart: 2025
        prepaidSharedSavings:
          savingsPerCapita: [300, -240]
          proration: 0.9
          nationalPerCapita: 13_000
          personYears: 20_000
      """)
    #expect(
      cases.map(\.content) == [
        .repaymentMechanism(
          .init(expenditure: Dollars(130_000_000), participantRevenue: Dollars(25_000_000))),
        .advanceInvestment(
          .init(beneficiaries: [.init(score: 100, count: 1_600), .init(score: 20, count: 5)])),
        .prepaidSharedSavings(
          .init(
            savingsPerCapita: [PerCapita(300), PerCapita(-240)], proration: Rate(0.9),
            nationalPerCapita: PerCapita(13_000), personYears: PersonYears(20_000))),
      ])
    #expect(cases.map(\.agreement.firstDay.year) == [2025, 2025, 2025])
  }

  @Test func `the shipped cases are read`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios/cases")
    let worked = folder.appending(path: "worked-examples.yaml").path(percentEncoded: false)
    let one = folder.appending(path: "loss-at-level-e.yaml").path(percentEncoded: false)
    #expect(try Case.all(contentsOf: worked).count == 23)
    #expect(try Case.all(contentsOf: one).count == 1)
  }

  @Test func `a folder is no case file`() {
    #expect(throws: Problems.self) { try Case.all(contentsOf: "/") }
  }

  @Test func `a file that is not there is said to be missing`() {
    #expect(throws: ScenarioFileMissing.self) {
      try Case.all(contentsOf: "no/such/case.yaml")
    }
  }
}
