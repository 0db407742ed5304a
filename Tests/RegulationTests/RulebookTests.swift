import Testing

@testable import Regulation

/// January the first.
func january(_ year: Int) -> Day { Day(year: year, month: 1, day: 1) }
let agreements = [Day(year: 2019, month: 7, day: 1)] + [2022, 2024, 2025, 2026, 2027].map(january)

@Suite struct RulebookTests {
  @Test(arguments: agreements, [[], ["popularSummary"], ["cy2027Proposed"]])
  func `every track has complete terms for every performance year from 2020`(
    start: Day, editions: [String]
  ) throws {
    let rules = try Rulebook.current().adopting(editions)
    let agreement = AgreementPeriod(firstDay: start)
    for year in (max(2020, start.year)...2030).map({ PerformanceYear($0) }) {
      for track in Track.allCases {
        let terms = try rules.terms(for: track, in: year, of: agreement, choosing: .variable)
        #expect(terms.maximumSharingRate > .zero)
        #expect((terms.losses == nil) == [.basic(.a), .basic(.b)].contains(track))
      }
      #expect(try rules.qualityTerms(in: year, of: agreement).firstYearMeetsByReporting)
      let benchmark = try rules.benchmarkTerms(in: year, of: agreement)
      #expect(benchmark.hasGuardrail == (start.year >= 2024))
      let twoWay = start.year < 2024 || editions == ["popularSummary"]
      #expect((benchmark.prospectiveTrendWeight == .zero) == twoWay)
      let termination = try rules.terminationTerms(in: year, of: agreement)
      #expect(termination == TerminationTerms(lastMonthWithoutLosses: 6, monthThatKeepsSavings: 12))
      #expect(try rules.lowRevenueThreshold(in: year, of: agreement) == Rate(0.35))
      _ = try rules.repaymentMechanismTerms(in: year, of: agreement)
      let advance = try rules.advanceInvestmentTerms(in: year, of: agreement)
      #expect((advance == nil) == (start.year < 2024))
      _ = try rules.prepaidSharedSavingsTerms(in: year, of: agreement)
    }
  }

  @Test func `a rule that does not exist is refused by name`() throws {
    let fault = #expect(throws: RuleFault.self) {
      try Rulebook.current().inForce(
        "basic-level-f.sharedLossRate", in: PerformanceYear(2027),
        of: AgreementPeriod(firstDay: january(2027)))
    }
    #expect(fault?.description == "There is no rule named basic-level-f.sharedLossRate.")
  }

  @Test func `agreements that start before July 2019 have no terms here`() throws {
    #expect(throws: NotInForce.self) {
      try Rulebook.current().terms(
        for: .enhanced, in: PerformanceYear(2018),
        of: AgreementPeriod(firstDay: january(2018)), choosing: .variable)
    }
  }
}
