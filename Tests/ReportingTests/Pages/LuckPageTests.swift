import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

@Suite struct LuckPageTests {
  /// Dollars of each source under the leading option; the other two options have half.
  private static let amounts: [SpreadSource: Double] = [
    .trueSavings: 1.2e6, .claimsNoise: 1.5e6, .historicalBenchmarkNoise: 0.4e6,
    .assignment: 0.1e6, .trend: 0.4e6, .riskScore: 0.2e6, .quality: 0.1e6, .parameters: 0.1e6,
  ]

  private func deck(_ amounts: [SpreadSource: Double] = amounts, error: Double = 4_000) -> Deck {
    var comparison = FixedComparison().comparison
    comparison.spread = SpreadBreakdown(
      walks: 10_000,
      options: [0.5, 0.5, 1].map { scale in
        let total = amounts.values.reduce(0, +) * scale
        return SpreadBreakdown.Option(
          standardDeviation: Estimate(value: total, standardError: error),
          parts: SpreadSource.allCases.map { source in
            let amount = (amounts[source] ?? 0) * scale
            let own = amount == 0 ? 0 : error
            return SpreadBreakdown.Part(
              source: source,
              share: Estimate(
                value: total > 0 ? amount / total : 0,
                standardError: total > 0 ? own / total : 0),
              amount: Estimate(value: amount, standardError: own))
          })
      })
    return Deck(comparison, stresses: [], engineVersion: "1.2.3")
  }

  private func changed(_ changes: [SpreadSource: Double]) -> [SpreadSource: Double] {
    Self.amounts.merging(changes) { $1 }
  }

  @Test func `the headline weighs skill against luck, in dollars that add up`() {
    #expect(
      deck().headline(10)
        == "More luck than skill: of the $4.00 million spread of five-year net under ENHANCED, the "
        + "ACO's own savings and quality carry $1.30 million, the luck of claims $1.90 million, and "
        + "all else $800,000.")
    #expect(
      deck(changed([.trueSavings: 2.2e6])).headline(10)
        .hasPrefix("More skill than luck: of the $5.00 million spread"))
    #expect(
      deck(changed([.trueSavings: 1.8e6])).headline(10).hasPrefix("Skill and luck weigh alike: "))
    #expect(
      deck(changed([.trend: 4.4e6])).headline(10)
        .hasPrefix("Mostly neither skill nor luck of claims: of the $8.00 million spread"))
  }

  @Test func `what is not clear of zero is not given as an amount`() {
    #expect(
      deck([.claimsNoise: 2e6, .trueSavings: 5_000]).headline(10)
        == "More luck than skill: of the $2.01 million spread of five-year net under ENHANCED, the "
        + "ACO's own savings and quality carry nothing beyond the simulation's error, the luck of "
        + "claims $2.00 million, and all else nothing beyond the simulation's error.")
  }

  @Test func `what is not clear of zero is zero in chart and table alike`() throws {
    let page = try #require(
      deck([.claimsNoise: 2e6, .trueSavings: 5_000, .trend: -7_000]).pages.first {
        $0.number == 10
      })
    guard case .chart(.parts(let chart)) = page.exhibits[0],
      case .table(let table) = page.exhibits[1]
    else {
      Issue.record("no chart or no table")
      return
    }
    for (row, cells) in zip(chart.groups.flatMap(\.rows), table.rows.map(\.cells)) {
      let isClaims = row.name == "Claims, performance years"
      #expect((row.value == "0") == !isClaims && (cells[3] == "0") == !isClaims, "\(cells)")
    }
  }

  @Test func `without spread there is nothing to draw`() throws {
    let page = try #require(deck([:], error: 0).pages.first { $0.number == 10 })
    #expect(
      page.headline.sentence
        == "Five-year net under ENHANCED is the same in every simulated future.")
    #expect(page.exhibits.count == 1)
  }

  @Test func `table and chart hold every source once, the spread last`() throws {
    let page = try #require(deck().pages.first { $0.number == 10 })
    guard case .chart(.parts(let chart)) = page.exhibits[0],
      case .table(let table) = page.exhibits[1]
    else {
      Issue.record("no chart or no table")
      return
    }
    #expect(chart.groups.map(\.rows.count) == [2, 2, 5])
    let rows = chart.groups.flatMap(\.rows)
    #expect(abs(rows.reduce(0) { $0 + $1.amount } - 4e6) < 1e-3)
    #expect(rows[0].value == "$1.20 million" && rows[0].share == "30.0%")
    #expect(table.rows.map { $0.cells[0] }.dropLast() == rows.map(\.name)[...])
    #expect(table.rows.last?.cells == ["Spread", "2.00", "2.00", "4.00"])
    #expect(table.rows[0].cells == ["True savings", "0.60", "0.60", "1.20"])
    #expect(deck().html.contains("Luck of claims"))
  }

  @Test func `no study, no page`() {
    #expect(!FixedComparison().deck().pages.contains { $0.number == 10 })
  }

  @Test func `the own record tells how much of its last year was luck`() throws {
    var scenario = FixedComparison().comparison.scenario
    scenario.assumptions.startingPosition = StartingPosition(
      means: [0.01, 0.01, 0.02, 0.03, 0.03], latestMean: 2022, drift: 0, yearStandardDeviation: 0,
      standardDeviation: 0.02, scale: 2, persistence: 0.8, keptAtRebasing: 0.7,
      benchmarkScale: 1.4, transitoryStandardDeviation: 0.005, transitoryScale: 2)
    func sentence(_ rate: Double) throws -> String {
      scenario.record = Record(
        years: [
          .init(year: 2022, savingsRate: rate, assignedBeneficiaries: 10_000, newBenchmark: false)
        ], continues: true)
      return try #require(StartingOutlook(scenario)).luckSentence
    }
    #expect(
      try sentence(0.05)
        == "Of the savings rate of 5.0 percent in 2022, +2.0 points were the ACO's distance from "
        + "the mean of all ACOs: +1.1 probably lasting effect and +0.9 luck, give or take 1.9 (+0.3 "
        + "of its benchmark, +0.6 passing).")
    #expect(
      try sentence(-0.01)
        == "Of the savings rate of \u{2212}1.0 percent in 2022, \u{2212}4.0 points were the ACO's "
        + "distance from the mean of all ACOs: \u{2212}2.3 probably lasting effect and \u{2212}1.7 "
        + "luck, give or take 1.9 (\u{2212}0.6 of its benchmark, \u{2212}1.2 passing).")
    var comparison = FixedComparison().comparison
    comparison.scenario = scenario
    let page = try #require(
      Deck(comparison, stresses: [], engineVersion: "1").pages.first { $0.topic == "Own record" })
    #expect(page.exhibits.count == 3)
  }
}
