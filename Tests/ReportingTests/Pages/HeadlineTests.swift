import Projection
import Testing

@testable import Reporting

@Suite struct HeadlineTests {
  @Test func `the downside names the harshest and the mildest bad case`() {
    #expect(
      FixedComparison().deck().headline(6)
        == "In the worst one in 20 futures ENHANCED nets \u{2212}$4.20 million on average, "
        + "Glide path \u{2212}$900,000.")
    var alike = FixedComparison()
    alike.tails = [-900_000, -910_000, -920_000]
    alike.chanceToRepay = [0, 0, 0]
    #expect(
      alike.deck().headline(6)
        == "In the worst one in 20 futures every legal option nets about \u{2212}$920,000 on "
        + "average; no legal option owed CMS anything in any of 100,000 trials.")
  }

  /// Each with an error of 20,000: the middle one can be told from neither end, the ends from each other.
  @Test func `what cannot be told from either end is named with neither`() {
    var between = FixedComparison()
    between.tails = [-900_000, -970_000, -1_040_000]
    #expect(
      between.deck().headline(6)
        == "In the worst one in 20 futures ENHANCED nets \u{2212}$1.04 million on average, "
        + "Glide path \u{2212}$900,000.")
  }

  @Test func `the trade-off names its price and its relief`() {
    #expect(
      FixedComparison().deck().headline(7)
        == "Choosing Glide path instead of ENHANCED costs $1.40 million of expected net and makes "
        + "the mean of the worst 5% milder by $3.3 million; all 3 legal options are efficient.")
    var one = FixedComparison()
    one.tails = [-900_000, -1_800_000, -100_000]
    #expect(one.deck().headline(7).hasPrefix("Only ENHANCED is efficient: "))
    #expect(one.deck().tables(7)[0].rows.map { $0.cells.last } == ["no", "no", "yes"])
  }

  @Test func `stress tests name the one that costs the leading option most`() {
    var shocked = FixedComparison()
    shocked.means[2] = 1_400_000
    shocked.chanceToRepay[2] = 0.5
    let stresses = [
      WhatWouldChangeItTests.stressed("Churn shock", FixedComparison()),
      WhatWouldChangeItTests.stressed("Trend shock", shocked),
    ]
    let deck = FixedComparison().deck(stresses: stresses)
    #expect(
      deck.headline(12)
        == "Trend shock costs ENHANCED most: expected five-year net falls by $1.20 million, and "
        + "the chance to repay in any year goes from 30.0% to 50.0%.")
    var harmless = shocked
    harmless.chanceToRepay[2] = 0.3005
    #expect(
      FixedComparison().deck(stresses: [WhatWouldChangeItTests.stressed("Trend shock", harmless)])
        .headline(12).hasSuffix("and the chance to repay in any year stays 30.0%."))
    #expect(
      FixedComparison().deck(stresses: [stresses[0]]).headline(12)
        == "None of the 1 stress tests lowers the expected net of ENHANCED beyond the "
        + "simulation's error.")
  }

  @Test func `no stress test, no stress page, and the limitations say so`() {
    let deck = FixedComparison().deck()
    #expect(!deck.pages.contains { $0.number == 12 })
    #expect(deck.remarks(16).contains("No stress test was run with this comparison."))
  }

  @Test func `a spike at zero is named with the options it belongs to`() {
    var comparison = FixedComparison().comparison
    for (index, share) in [0.41, 0.10, 0.02].enumerated() {
      comparison.outlooks[index].total.chanceOfNothing = FixedComparison.chance(share)
    }
    let deck = Deck(comparison, stresses: [], engineVersion: "1")
    #expect(
      deck.headline(5)
        == "Five years bring exactly nothing in 41.0% of futures under Glide path, and in 2.0% of "
        + "futures under ENHANCED.")
    for index in 0..<3 {
      comparison.outlooks[index].total.chanceOfNothing = FixedComparison.chance(0)
    }
    #expect(
      Deck(comparison, stresses: [], engineVersion: "1").headline(5)
        == "No legal option pays exactly nothing over five years in any of 100,000 trials.")
  }

  @Test func `years to earn and to owe are counted, and ties share the sentence`() {
    var comparison = FixedComparison().comparison
    for (index, pair) in [(0.5, 0.0), (0.5, 0.1), (0.4, 0.2)].enumerated() {
      for year in 0..<5 {
        comparison.outlooks[index].years[year].chanceToEarn = FixedComparison.chance(pair.0)
        comparison.outlooks[index].years[year].chanceToOwe = FixedComparison.chance(pair.1)
      }
    }
    #expect(
      Deck(comparison, stresses: [], engineVersion: "1").headline(3)
        == "Glide path and Level E earn most often, in 2.50 of five years on average; ENHANCED "
        + "owes most often, in 1.00 of five.")
  }

  @Test func `a stress that parts spending from the benchmark says so in words`() throws {
    var shocked = FixedComparison()
    shocked.means[2] = 1_400_000
    var stressed = WhatWouldChangeItTests.stressed("Risk score cap", shocked)
    let factors = (spending: 1.05, benchmark: 1.02)
    for year in stressed.comparison.histories.indices {
      stressed.comparison.histories[year].expenditure.value *= factors.spending
      stressed.comparison.histories[year].benchmark.value *= factors.benchmark
      stressed.comparison.histories[year].savingsRate = Estimate(value: -0.01, standardError: 1e-5)
    }
    let deck = FixedComparison().deck(stresses: [stressed])
    #expect(
      deck.headline(12).contains(", because spending outgrows the benchmark and the mean savings "))
    #expect(deck.headline(12).contains("the chance to repay in any year stays 30.0%, because"))
    #expect(deck.headline(12).hasSuffix(" to \u{2212}1.00%."))
    let list = try #require(deck.tables(12).last)
    #expect(
      list.rows[0].cells[2].hasPrefix(
        "Spending is 5.0% higher and the benchmark 2.0% higher, so the mean savings rate goes from "
      ))
    let calm = WhatWouldChangeItTests.stressed("Nothing", FixedComparison())
    #expect(
      FixedComparison().deck(stresses: [calm]).tables(12).last?.rows[0].cells[2]
        == "Spending and benchmark stay as they were.")
  }

  /// The deck's own comparison has more trials: 30 percent there are 20 over those of the stress.
  @Test func `a stress is held against its own trials without it`() throws {
    var shocked = FixedComparison()
    shocked.means[2] = 1_400_000
    shocked.chanceToRepay[2] = 0.5
    var stressed = WhatWouldChangeItTests.stressed("Trend shock", shocked)
    stressed.unstressed.outlooks[2].chanceOfAnyRepayment = FixedComparison.chance(0.2)
    for year in stressed.unstressed.histories.indices {
      stressed.unstressed.histories[year].expenditure.value *= 1.05
      stressed.unstressed.histories[year].benchmark.value *= 1.02
      stressed.unstressed.histories[year].savingsRate = Estimate(value: -0.01, standardError: 1e-5)
    }
    stressed.comparison.histories = stressed.unstressed.histories
    let deck = FixedComparison().deck(stresses: [stressed])
    #expect(
      deck.headline(12)
        == "Trend shock costs ENHANCED most: expected five-year net falls by $1.20 million, and "
        + "the chance to repay in any year goes from 20.0% to 50.0%.")
    #expect(
      deck.tables(12).last?.rows[0].cells[2] == "Spending and benchmark stay as they were.")
  }

  @Test func `the assumptions are counted by status`() {
    #expect(
      FixedComparison().deck().headline(16)
        == "Of the 10 figures and assumptions behind this deck: 2 as published, 4 stated by the "
        + "author, 1 assumed and 3 left to the published default.")
  }
}
