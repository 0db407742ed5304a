import Projection
import Scenarios
import Testing

@testable import Reporting

@Suite struct WhatWouldChangeItTests {
  @Test func `the shortfall and the price of safety come from the numbers`() {
    // Level E gives up 600,000 for 2,400,000; the glide path 1,400,000 for 3,300,000.
    let remarks = FixedComparison().deck().remarks(1)
    #expect(remarks.count == 3)
    #expect(
      remarks[1].hasPrefix(
        "Level E overtakes if ENHANCED alone brings $120,000 a year less than projected, which is ")
    )
    #expect(
      remarks[2]
        == "Level E is the better choice for a board that would give up more than about 25 cents "
        + "of expected net to make the worst 5% of futures $1 milder on average.")
  }

  @Test func `more on average for the worst bad case is said, and only then`() {
    #expect(
      FixedComparison().deck().remarks(1)[0]
        == "ENHANCED has the best mean and the worst bad case: in the worst 5% of futures it nets "
        + "\u{2212}$4.20 million on average, Glide path \u{2212}$900,000.")
    var mild = FixedComparison()
    mild.tails = [-900_000, -1_800_000, -1_000_000]
    #expect(!mild.deck().remarks(1).contains { $0.contains("the worst bad case") })
  }

  @Test func `the cheapest safety is named, not the safest option`() {
    var fixed = FixedComparison()
    fixed.means = [2_500_000, 2_000_000, 2_600_000]
    #expect(fixed.deck().remarks(1)[2].hasPrefix("Glide path is the better choice"))
  }

  @Test func `no price is named where the leading option is safest`() {
    var fixed = FixedComparison()
    fixed.tails = [-900_000, -1_800_000, -100_000]
    #expect(
      fixed.deck().remarks(1)[1]
        == "No legal option has a clearly milder mean of the worst 5%; weighing the bad case more "
        + "does not clearly change the answer.")
  }

  @Test func `a price beyond five dollars is not quoted`() {
    var fixed = FixedComparison()
    fixed.tails = [-4_000_000, -4_150_000, -4_200_000]
    #expect(
      fixed.deck().remarks(1).last
        == "No legal option makes the worst 5% of futures $1 milder on average for less than $5 of "
        + "expected net.")
  }

  @Test func `equal options are equal, not near`() {
    let deck = Deck(
      SampleComparison(trials: 200, options: SampleDecks.tiedOptions).make(), stresses: [],
      engineVersion: "1")
    #expect(
      deck.headline(1)
        == "Glide path and Climb the levels cannot be told apart on expected five-year net: their "
        + "means are equal. Choose between them on risk.")
  }

  @Test func `stress tests that change the answer are named with their winner`() {
    var shocked = FixedComparison()
    shocked.means = [900_000, 400_000, -300_000]
    let stresses = [
      Self.stressed("Trend shock", shocked), Self.stressed("Churn shock", FixedComparison()),
    ]
    #expect(
      FixedComparison().deck(stresses: stresses).remarks(1).last
        == "In 1 of 2 stress tests an option other than ENHANCED comes out ahead: Glide path under Trend "
        + "shock.")
    #expect(
      FixedComparison().deck(stresses: [stresses[1]]).remarks(1).last
        == "In none of the 1 stress tests does an option other than ENHANCED come out clearly ahead."
    )
  }

  static func stressed(_ title: String, _ fixed: FixedComparison) -> StressedComparison {
    let comparison = fixed.comparison
    return StressedComparison(
      stress: Stress(
        name: title, title: title, says: "One thing changes.", source: "Judgement",
        changed: comparison.scenario),
      comparison: comparison, unstressed: FixedComparison().comparison,
      changes: SampleStresses.changes(comparison, from: FixedComparison().comparison))
  }
}
