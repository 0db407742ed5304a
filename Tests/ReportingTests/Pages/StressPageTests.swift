import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

@Suite struct StressPageTests {
  private static let years: [Track] = Array(repeating: .enhanced, count: 5)
  private static let kept = ElectedPath(years: years, minimumRate: .elected(Rate(0.01)))
  private static let other = ElectedPath(
    years: Array(repeating: .basic(.e), count: 5), minimumRate: .elected(Rate(0.02)))

  /// A test whose best path brings so much more than the choice.
  private func stressed(
    _ title: String, best: ElectedPath = kept, more: Double = 0, error: Double = 0
  ) -> StressedComparison {
    var result = WhatWouldChangeItTests.stressed(title, FixedComparison())
    result.choice = StressedChoice(
      tried: 212, trials: 20_000, unstressed: Self.kept, best: best,
      unstressedNet: Estimate(value: 2_000_000, standardError: 9_000),
      bestNet: Estimate(value: 2_000_000 + more, standardError: 9_000),
      costOfKeeping: PairedDifference(
        mean: Estimate(value: more, standardError: error),
        chanceOfMore: FixedComparison.chance(0.6), chanceOfLess: FixedComparison.chance(0.4)))
    return result
  }

  private func choicePages(_ stresses: [StressedComparison]) -> [DeckPage] {
    FixedComparison().deck(stresses: stresses).pages.filter {
      $0.number == 12 && $0.howToRead.hasPrefix("Every path")
    }
  }

  @Test func `a choice that stands everywhere is said to`() {
    let pages = choicePages([
      stressed("One"), stressed("Two", best: Self.other, more: 4_000, error: 3_000),
    ])
    #expect(
      pages.map(\.headline.sentence) == [
        "ENHANCED at 1% stays the best of the 212 paths tried, or cannot be told from it, in both "
          + "stress tests."
      ])
    #expect(
      choicePages([stressed("One")])[0].headline.sentence.hasSuffix("in the one stress test."))
  }

  @Test func `the costliest change is named with its path and its price`() throws {
    let pages = choicePages([
      stressed("One"), stressed("Two", best: Self.other, more: 300_000, error: 4_000),
      stressed("Three", best: Self.other, more: 90_000, error: 4_000),
      stressed("Four", best: Self.other, more: 5_000, error: 4_000),
    ])
    #expect(
      pages[0].headline.sentence
        == "ENHANCED at 1% stays the best of the 212 paths tried, or cannot be told from it, in 2 of "
        + "4 stress tests; keeping it costs most under Two: Level E at 2% has $300,000 more of "
        + "expected net.")
    guard case .table(let table) = try #require(pages[0].exhibits.first) else {
      Issue.record("another exhibit")
      return
    }
    #expect(table.rows.map(\.cells.last) == ["stays", "changes", "changes", "unclear"])
    #expect(
      table.rows[1].cells == [
        "Two", "Level E at 2%", "2.30", "2.00", "0.30 ±0.0040", "changes",
      ])
    let all = choicePages([stressed("Two", best: Self.other, more: 300_000, error: 4_000)])
    #expect(
      all[0].headline.sentence.hasPrefix(
        "ENHANCED at 1% is no longer the best of the 212 paths tried in the one stress test; "))
  }

  private static let appetite = Appetite(
    maxChanceOfOwing: 0.3, maxLossInFiveYears: Dollars(4_000_000))

  private func limited(
    _ title: String, best: ElectedPath = kept, qualifying: Int = 7, without: Int = 7,
    owing: Double = 0.2, tail: Double = -3e6
  ) -> StressedComparison {
    var result = stressed(title, best: best)
    result.comparison.scenario.appetite = Self.appetite
    if qualifying == 0 {
      result.choice?.best = nil
      result.choice?.bestNet = nil
      result.choice?.costOfKeeping = nil
    }
    result.choice?.limits = StressedLimits(
      qualifying: qualifying, qualifyingWithout: without,
      isKept: owing <= 0.3 && tail >= -4e6, isClearlyBroken: owing > 0.31 || tail < -4.1e6,
      chanceOfOwing: FixedComparison.chance(owing),
      tailMean: Estimate(value: tail, standardError: 20_000), chanceOfExhaustion: nil)
    return result
  }

  @Test func `an appetite that holds everywhere is said to`() {
    #expect(
      choicePages([limited("One"), limited("Two")])[0].headline.sentence
        == "ENHANCED at 1% keeps within the appetite in both stress tests.")
  }

  @Test func `a best path that is one of several is said to be`() {
    var choice = limited("One", best: Self.other).choice
    #expect(choice?.bestTitle == Self.other.title)
    choice?.limits?.chanceOfAnother = FixedComparison.chance(0.04)
    #expect(choice?.bestTitle == Self.other.title)
    choice?.limits?.chanceOfAnother = FixedComparison.chance(0.45)
    #expect(choice?.bestTitle.hasPrefix("\(Self.other.title) (with a chance of 4") == true)
  }

  @Test func `where a stress breaks the appetite it says by what, and what would keep it`() throws {
    let pages = choicePages([
      limited("One"), limited("Two", best: Self.other, owing: 0.45),
      limited("Three", best: Self.other, owing: 0.38, tail: -6e6),
    ])
    #expect(
      pages[0].headline.sentence
        == "ENHANCED at 1% keeps within the appetite in 1 of 3 stress tests; under Three it owes "
        + "CMS in 38.0% of futures and its worst 5% average \u{2212}$6.00 million, and Level E at 2% "
        + "is the best that keeps within it.")
    guard case .table(let table) = try #require(pages[0].exhibits.first) else {
      Issue.record("another exhibit")
      return
    }
    #expect(table.rows.map(\.cells.last) == ["stays", "breaks", "breaks"])
    #expect(table.caption.hasPrefix("The best of 212 paths within the appetite under each"))
    let none = choicePages([limited("Two", qualifying: 0, owing: 0.45)])
    #expect(
      none[0].headline.sentence
        == "ENHANCED at 1% breaks the appetite in the one stress test; under Two it "
        + "owes CMS in 45.0% of futures, and no path keeps within it.")
    guard case .table(let alone) = try #require(none[0].exhibits.first) else {
      Issue.record("another exhibit")
      return
    }
    #expect(alone.rows[0].cells[1...5] == ["none keeps it", "–", "2.00", "–", "breaks"])
    // At the edge of a limit nothing can be told.
    let edge = choicePages([limited("One"), limited("Two", owing: 0.305)])
    #expect(
      edge[0].headline.sentence
        == "ENHANCED at 1% keeps within the appetite, or cannot be told to break it, in both stress "
        + "tests.")
    guard case .table(let unclear) = try #require(edge[0].exhibits.first) else {
      Issue.record("another exhibit")
      return
    }
    #expect(unclear.rows.map(\.cells.last) == ["stays", "unclear"])
  }

  /// What no stress did is not blamed on one.
  @Test func `where nothing keeps without a stress it says so`() {
    let pages = choicePages([
      limited("One", qualifying: 0, without: 0, owing: 0.5),
      limited("Two", best: Self.other, qualifying: 3, without: 0, owing: 0.4),
    ])
    #expect(
      pages[0].headline.sentence
        == "No path keeps within the appetite without a stress test, and some path does in 1 of 2: "
        + "Two.")
    #expect(
      choicePages([limited("One", qualifying: 0, without: 0, owing: 0.5)])[0].headline.sentence
        == "No path keeps within the appetite without a stress test, and none does in the one stress "
        + "test.")
  }

  @Test func `page 1 tells how the appetite fares`() {
    func remarks(_ stresses: [StressedComparison]) -> [String] {
      FixedComparison().deck(stresses: stresses).remarks(1)
    }
    let plain =
      "In none of the 1 stress tests does an option other than ENHANCED come out clearly ahead."
    #expect(remarks([stressed("One")]).contains(plain))
    let limited = remarks([limited("One")])
    #expect(!limited.contains(plain))
    #expect(limited.contains("ENHANCED at 1% keeps within the appetite in the one stress test."))
  }

  @Test func `no path walked, no choice told`() {
    var without = stressed("One")
    without.choice = nil
    #expect(choicePages([without]).isEmpty)
    #expect(choicePages([stressed("Two"), without]).isEmpty)
  }

  @Test func `the scenario's own tests are told as such`() throws {
    var shipped = stressed("Trend shock")
    shipped.stress.name = "trendShock"
    let list = try #require(
      FixedComparison().deck(stresses: [shipped, stressed("Mine")]).tables(12).last)
    #expect(list.rows.map { $0.cells[0] } == ["Trend shock", "Mine (the scenario's own)"])
  }

  @Test func `twelve long-winded tests overflow no sheet`() {
    let stresses = (1...12).map { number in
      var one = stressed(
        "Test \(number) \(String(repeating: "of many words ", count: 6))", best: Self.other,
        more: Double(number) * 1e5, error: 4_000)
      one.stress.says = String(repeating: "Something is changed. ", count: 30)
      one.stress.source = String(repeating: "Somebody judged it. ", count: 30)
      return one
    }
    let fixed = FixedComparison()
    let board = Board(comparison: fixed.comparison, stresses: stresses)
    let pages = board.stressPages
    #expect(pages.count >= 6)
    for page in pages { #expect(board.fits(page, size: 12.5), "\(page.part)") }
  }

  @Test func `the text's sections keep to 80 columns and give every option its row`() {
    let stresses = SampleStresses.make()
    let sections = StressText(SampleComparison().make(), stresses).sections
    #expect(sections.allSatisfy { $0.hasSuffix("\n") })
    #expect(sections[0].contains("5 stress tests, on the same"))
    #expect(sections.joined().split(separator: "\n").allSatisfy { $0.count <= 80 })
    let changes = sections.filter { $0.hasPrefix("Change of that mean") }
    #expect(!changes.isEmpty)
    for table in changes {
      #expect(!table.contains("Unstressed"))
      #expect(stresses.allSatisfy { table.contains($0.stress.title) })
      #expect(table.contains("±"))
    }
    #expect(!sections.contains { $0.hasPrefix("Best of") })
  }
}
