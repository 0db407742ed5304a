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
        "ENHANCED at 1% stays the best of the 212 paths tried, or cannot be told from it, in all 2 "
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
    guard case .table(let table) = try #require(pages[0].exhibits.first) else { return }
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
