import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

/// Page 1 where the scenario states what risk is acceptable. The paths of `SamplePaths`: Level E at
/// 2.0 down to 1.5 million, ENHANCED at 2.6 down to 2.1, owing in 30% of futures; the mean of the
/// worst 5% is -1.0 up to -0.5 million and -4.0 up to -3.5.
@Suite struct AppetiteDecisionTests {
  private func deck(_ appetite: Appetite, within: Int??, best: Int = 6, mean: Double? = nil)
    throws -> Deck
  {
    var paths = SamplePaths(within: within)
    paths.best = best
    if let mean, case .some(.some(let place)) = within { paths.means[place] = mean }
    return try deck(appetite, paths)
  }

  private func deck(_ appetite: Appetite, _ paths: SamplePaths) throws -> Deck {
    var comparison = FixedComparison().comparison
    comparison.scenario.appetite = appetite
    comparison.paths = try paths.make()
    return Deck(comparison, stresses: [], engineVersion: "1.2.3")
  }

  private static let milder = Appetite(maxChanceOfOwing: 0.125, maxLossInFiveYears: Dollars(1.5e6))

  @Test func `the best within the appetite comes first, and what the highest mean breaks`() throws {
    #expect(
      try deck(Self.milder, within: 0).headline(1)
        == "Within the appetite stated (owing CMS in at most 12.5% of futures and losing at most "
        + "$1.5 million in the mean of the worst 5%) sign Level E at 0%: expected five-year net "
        + "$2.00 million. ENHANCED at 0% has the highest, $2.60 million, but it owes CMS in 30.0% "
        + "of futures and its worst 5% average \u{2212}$4.00 million.")
  }

  @Test func `a limit that is kept is not said to be broken`() throws {
    let loss = try deck(Appetite(maxLossInFiveYears: Dollars(1.5e6)), within: 0).headline(1)
    #expect(loss.hasSuffix("but its worst 5% average \u{2212}$4.00 million."))
    let owing = try deck(Appetite(maxChanceOfOwing: 0.1), within: 0).headline(1)
    #expect(owing.hasSuffix("but it owes CMS in 30.0% of futures."))
    #expect(owing.contains("(owing CMS in at most 10% of futures)"))
    #expect(Appetite(maxChanceOfOwing: 0).limits == "never owing CMS")
  }

  @Test func `the highest mean is named alone where it keeps`() throws {
    #expect(
      try deck(Appetite(maxChanceOfOwing: 0.5), within: 6).headline(1)
        == "Sign ENHANCED at 0%: of 12 paths it has the highest expected five-year net, "
        + "$2.60 million, and keeps within the appetite stated: owing CMS in at most 50% of futures."
    )
  }

  /// Owing in 30.0% of futures and losing 1.00 million in the worst 5%, as printed.
  @Test func `rounding carries no figure across the limit it keeps`() throws {
    let kept = Appetite(maxChanceOfOwing: 0.299, maxLossInFiveYears: Dollars(999_000))
    var paths = SamplePaths(within: 0)
    (paths.owes, paths.tails[0], paths.tails[6]) = (0.2986, -998_000, -999_500)
    let deck = try deck(kept, paths)
    guard case .keyFigures(let figures) = deck.pages[0].exhibits[0] else {
      Issue.record("another exhibit")
      return
    }
    #expect(figures[2].value == "29.9%")
    #expect(figures[3].value == "no worse than \u{2212}$999,000")
    #expect(deck.headline(1).hasSuffix("but its worst 5% average \u{2212}$1.00 million."))
  }

  @Test func `a choice that may break its limit says so`() throws {
    var paths = SamplePaths(within: 0)
    paths.costIfAnother = 0
    let deck = try deck(Self.milder, paths)
    #expect(
      deck.remarks(1).contains(
        "Of the 4 paths within the appetite Level E at 0% has the highest expected net; by the "
          + "simulation's own error there is a chance of 12% that it breaks a limit and another is "
          + "the best that keeps them (page 7)."))
  }

  @Test func `breaking a limit and being beaten are told apart`() throws {
    var paths = SamplePaths(within: 0)
    (paths.chanceOfAnother, paths.chanceOfBreaking) = (0.37, 0.3)
    let deck = try deck(Self.milder, paths)
    #expect(
      deck.remarks(1).contains(
        "Of the 4 paths within the appetite Level E at 0% has the highest expected net; by the "
          + "simulation's own error there is a chance of 30% that it breaks a limit, and of 7% that "
          + "another which keeps them does better, then by about $4,300 (page 7)."))
  }

  @Test func `where nothing keeps, nothing is to be signed`() throws {
    let deck = try deck(Self.milder, within: .some(nil))
    #expect(
      deck.headline(1).hasPrefix(
        "No path of 12 keeps within the appetite stated: owing CMS in at most 12.5% of futures"))
    #expect(!deck.headline(1).contains("ign "))
    guard case .keyFigures(let figures) = deck.pages[0].exhibits[0] else {
      Issue.record("no figures")
      return
    }
    #expect(figures[0].note.hasPrefix("ENHANCED at 0%, which breaks the appetite, ±"))
    #expect(figures[1].value == "0")
  }

  @Test func `the best of losing paths is not praised`() throws {
    let sentence = try deck(Self.milder, within: 0, mean: -800_000).headline(1)
    #expect(
      sentence.contains(
        "no path is expected to cover its costs; Level E at 0% loses least: it nets "
          + "\u{2212}$800,000."))
  }

  @Test func `a path that no option lists has a row of its own, and the figures are its own`()
    throws
  {
    let page = try deck(Self.milder, within: 0).pages[0]
    guard case .keyFigures(let figures) = page.exhibits[0],
      case .chart(.ranges(let chart)) = page.exhibits[1]
    else {
      Issue.record("page 1 has figures and a chart")
      return
    }
    #expect(figures.map(\.value) == ["$2.00 million", "4", "30.0%", "\u{2212}$1.00 million"])
    #expect(chart.rows.map(\.name) == ["Level E at 0%", "ENHANCED", "Level E", "Glide path"])
    #expect(chart.rows.map(\.isLeading) == [true, false, false, false])
    guard case .chart(.ranges(let listed)) = try deck(Self.milder, within: 2).pages[0].exhibits[1]
    else {
      Issue.record("another exhibit")
      return
    }
    #expect(listed.rows.count == 3)
  }

  /// Level E at 2% is the option listed, ENHANCED the highest mean.
  @Test func `where an option listed is the path to sign its cash is followed`() throws {
    var comparison = FixedComparison().comparison
    #expect(comparison.followedOption == comparison.leadingOption)
    comparison.scenario.appetite = Self.milder
    comparison.paths = try SamplePaths(within: 2).make()
    let levelE = try #require(
      comparison.outlooks.firstIndex { $0.option.title == "Level E" })
    #expect(comparison.followedOption == levelE && comparison.leadingOption != levelE)
    #expect(Board(comparison: comparison, stresses: []).recommended == levelE)
    comparison.paths = try SamplePaths(within: 0).make()
    #expect(comparison.followedOption == comparison.leadingOption)
  }

  @Test func `without an appetite page 1 is as it was`() throws {
    let sentence = try deck(Appetite(), within: nil).headline(1)
    #expect(sentence.hasPrefix("Sign ENHANCED on expected five-year net: $2.60 million"))
  }
}
