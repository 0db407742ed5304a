import Projection
import Regulation
import Testing

@testable import Reporting

@Suite struct BenchmarkPageTests {
  private func deck(_ outlook: SampleOutlook = SampleOutlook()) -> Deck {
    var comparison = FixedComparison().comparison
    comparison.benchmark = outlook.make(of: comparison)
    return Deck(comparison, stresses: [], engineVersion: "1.2.3")
  }

  private func page(_ topic: String, _ outlook: SampleOutlook = SampleOutlook()) throws -> DeckPage
  {
    try #require(deck(outlook).pages.first { $0.topic == topic })
  }

  @Test func `the headline follows the prospective trend either way`() throws {
    #expect(
      try page("The benchmark").headline.sentence
        == "The benchmark of 2031 is $191 million on average; growth since the benchmark years "
        + "adds $40.0 million, and the prospective trend then adds $300,000.")
    #expect(
      try page("The benchmark", SampleOutlook(trend: -2e6)).headline.sentence
        .hasSuffix("and the prospective trend then takes $2.00 million."))
    #expect(
      try page("The benchmark", SampleOutlook(trend: 10_000)).headline.sentence
        .hasSuffix("then adds nothing beyond the simulation's error."))
  }

  @Test func `parts that are nothing in every year are left out, the others add up`() throws {
    guard case .table(let table) = try page("The benchmark").exhibits[0] else {
      Issue.record("no table")
      return
    }
    #expect(
      table.rows.map { $0.cells[0] } == [
        "Historical benchmark, as stated", "Regional adjustment",
        "What the cap on risk scores takes", "Growth of nation and region",
        "The ACO's own spending within its region",
        "Prospective trend in place of a third of growth", "Updated benchmark",
      ])
    #expect(table.rows.allSatisfy { $0.cells.count == 6 })
  }

  @Test func `the next agreement's headline follows the change`() throws {
    #expect(
      try page("The next agreement").headline.sentence
        == "Built again from the ACO's own years, the benchmark is on average 2.40% lower than the "
        + "one that expires; a mean savings rate of 4.1% in 2031 becomes 1.8% in 2032.")
    #expect(
      try page("The next agreement", SampleOutlook(change: 0.01)).headline.sentence
        .contains("on average 1.00% higher than the one"))
    #expect(
      try page("The next agreement", SampleOutlook(change: 0.0003)).headline.sentence
        .contains("on average no different from the one"))
  }

  @Test func `page 1 carries the next agreement`() {
    #expect(
      deck().remarks(1).contains {
        $0.hasPrefix(
          "After these five years the benchmark is built again from them, and is on average 2.40% "
            + "lower than the one that expires (nine futures in ten between")
      })
    #expect(FixedComparison().deck().remarks(1).allSatisfy { !$0.contains("built again") })
  }

  @Test func `a comparison without an outlook has neither page`() {
    let topics = FixedComparison().deck().pages.map(\.topic)
    #expect(!topics.contains("The benchmark") && !topics.contains("The next agreement"))
  }
}
