import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

@Suite struct ResponsibilityPageTests {
  private func pages(
    _ readings: [StressedComparison] = [], _ change: (inout Comparison) -> Void = { _ in }
  ) -> [DeckPage] {
    var comparison = FixedComparison().comparison
    comparison.scenario.documentation = SampleReports.documentation
    change(&comparison)
    return Deck(comparison, stresses: [], readings: readings, engineVersion: "1").pages
      .filter { $0.topic == "Responsibility" }
  }

  private func reading(_ change: Double, _ error: Double = 1_000) throws -> StressedComparison {
    let comparison = FixedComparison().comparison
    let stress = try #require(
      try Stress.readings(for: comparison.scenario).first { $0.name == "prospectiveTrendDivisor" })
    let zero = Estimate(value: 0, standardError: 0)
    let moved = StressChange(
      mean: Estimate(value: change, standardError: error), fifthPercentile: zero, tailMean: zero,
      chanceOfOwing: zero)
    return StressedComparison(
      stress: stress, comparison: comparison, unstressed: comparison,
      changes: Array(repeating: moved, count: comparison.outlooks.count))
  }

  @Test func `it stands before the manifest and states what the scenario states`() {
    let deck = Deck(FixedComparison().comparison, stresses: [], engineVersion: "1")
    #expect(deck.pages.dropLast().last?.topic == "Responsibility")
    #expect(deck.pages.last?.topic == "Manifest")
    guard case .table(let table) = pages()[0].exhibits[0] else {
      Issue.record("no table")
      return
    }
    #expect(
      table.rows.map(\.cells).prefix(2) == [
        ["Responsible person", "Jane Doe, FSA, MAAA, Doe & Partners"],
        ["Intended users", "The board of directors; The chief financial officer"],
      ])
    #expect(
      table.rows.map(\.cells).contains([
        "Materiality", "A difference of $250,000 of five-year net",
      ]))
    #expect(table.rows.last?.cells == ["Signature, date", ""])
  }

  @Test func `nobody named is said so`() {
    let page = pages { $0.scenario.documentation = Documentation() }[0]
    #expect(page.headline.sentence.hasPrefix("Nobody is named as answering for this report; "))
    guard case .table(let table) = page.exhibits[0] else {
      Issue.record("another exhibit")
      return
    }
    #expect(table.rows.filter { $0.cells[1] == "NOT STATED" }.count == 9)
  }

  @Test func `a reading's effect is told with its error, and held against what is material`() throws
  {
    func headline(_ change: Double, _ error: Double = 1_000) throws -> String {
      pages([try reading(change, error)])[0].headline.sentence
    }
    let count = Set(
      try #require(RulesRelied(FixedComparison().comparison)).unverified.map(\.rule.name)
    ).count
    let start =
      "Jane Doe answers for this report; it relies on \(count) rules not verified in the regulation's "
      + "text, "
    let rule = "of which the other reading of benchmark.prospectiveTrend.divisor moves ENHANCED "
    #expect(
      try headline(-40_000)
        == start + rule + "most, by \u{2212}$40,000, less than is material ($250,000).")
    #expect(try headline(900_000).hasSuffix("by $900,000, more than is material ($250,000)."))
    #expect(try headline(250_500).hasSuffix("about what is material ($250,000)."))
    #expect(
      try headline(500)
        == start + rule + "by nothing the simulation can tell from zero.")
    #expect(
      pages()[0].headline.sentence == start + "none of which was tried in another reading.")
    let cell = try #require(
      pages([try reading(-40_000)]).flatMap(\.exhibits).compactMap { exhibit -> [String]? in
        guard case .table(let table) = exhibit else { return nil }
        return table.rows.map(\.cells).first { $0[0] == "benchmark.prospectiveTrend.divisor" }
      }.first)
    #expect(
      cell[3]
        == "Read as beforeAdjustment, expected five-year net of ENHANCED falls by $40,000 ± $1,000")
  }

  @Test func `a rule no scenario can read otherwise is said not to be computed`() throws {
    let board = Board(comparison: FixedComparison().comparison, stresses: [])
    let rules = try #require(RulesRelied(board.comparison)).unverified
    let recalled = try #require(rules.first { $0.rule.name.hasPrefix("participation-options.exp") })
    #expect(
      board.effectWords(of: recalled.rule)
        == "Not computed: a scenario cannot choose another value")
    let divisor = try #require(rules.first { $0.rule.name.hasSuffix("divisor") })
    #expect(board.effectWords(of: divisor.rule) == "Not computed in this run")
  }
}
