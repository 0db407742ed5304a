import Testing

@testable import Regulation

/// January the first.
func january(_ year: Int) -> Day { Day(year: year, month: 1, day: 1) }
let agreements = [Day(year: 2019, month: 7, day: 1)] + [2022, 2024, 2025, 2026, 2027].map(january)

@Suite struct RulebookTests {
  @Test(arguments: agreements)
  func `every track has complete terms for every performance year from 2020`(start: Day) throws {
    let rules = try Rulebook.current()
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
      #expect((benchmark.prospectiveTrendWeight == .zero) == (start.year < 2024))
      let termination = try rules.terminationTerms(in: year, of: agreement)
      #expect(termination == TerminationTerms(lastMonthWithoutLosses: 6, monthThatKeepsSavings: 12))
      #expect(try rules.lowRevenueThreshold(in: year, of: agreement) == Rate(0.35))
    }
  }
}
