import Regulation
import Scenarios
import Testing

@testable import Projection
@testable import Reporting

@Suite struct WatchPageTests {
  private func pages(_ change: (inout Comparison) -> Void = { _ in }) throws -> [DeckPage] {
    var comparison = try InputPageTests.comparison.get()
    change(&comparison)
    return Deck(comparison, stresses: [], engineVersion: "1").pages.filter { $0.number == 14 }
  }

  private func board(_ change: (inout Comparison) -> Void = { _ in }) throws -> WatchBoard {
    var comparison = try InputPageTests.comparison.get()
    change(&comparison)
    return try #require(WatchBoard(Board(comparison: comparison, stresses: [])))
  }

  /// One flip point of true savings, at this mean savings rate.
  private static func only(_ rate: Double, in comparison: inout Comparison) {
    guard var study = comparison.inputs else { return }
    for place in study.flips.indices {
      study.flips[place].below = nil
      study.flips[place].above = nil
    }
    let other = study.best == 0 ? 1 : 0
    study.flips[0] = InputFlips(
      input: .trueSavings, lowest: -0.05, highest: 0.05, below: nil,
      above: FlipPoint(
        input: .trueSavings, from: study.best, to: other,
        shift: Estimate(value: 0.01, standardError: 1e-4),
        level: Estimate(value: 0.01, standardError: 1e-4),
        savingsRate: Estimate(value: rate, standardError: 1e-4)))
    comparison.inputs = study
  }

  @Test func `the two sheets stand between the parties and the track record`() throws {
    let pages = try pages()
    #expect(pages.map(\.part) == [1, 2] && pages.allSatisfy { $0.parts == 2 })
    #expect(pages.allSatisfy { $0.topic == "What to watch each quarter" })
  }

  @Test func `a level is as far away as its distance in spreads of one year`() throws {
    let told = try board {
      for place in 0..<5 {
        $0.histories[place].savingsRate = Estimate(value: 0.03, standardError: 1e-5)
        $0.histories[place].savingsRateStandardDeviation = 0.02
      }
      Self.only(0.0125, in: &$0)
    }
    let level = try #require(told.choiceLevels.first)
    #expect(told.choiceLevels.count == 1)
    // (3.00 - 1.25)/2.00 = 0.875 of a year's spread.
    #expect(abs((level.distance ?? 0) - 0.875) < 1e-9)
    #expect(level.distanceWords == "0.9" && level.level == "below 1.25%")
    #expect(level.expected == "3.00%" && level.spread == "2%")
  }

  @Test func `the headline names the nearest level and follows its figures`() throws {
    func headline(_ rate: Double) throws -> String {
      try pages {
        for place in 0..<5 {
          $0.histories[place].savingsRate = Estimate(value: 0.03, standardError: 1e-5)
          $0.histories[place].savingsRateStandardDeviation = 0.02
        }
        Self.only(rate, in: &$0)
      }[0].headline.sentence
    }
    let ahead = try board().inputs.map { $0.title($0.study.best == 0 ? 1 : 0) } ?? ""
    #expect(
      try headline(0.0125)
        == "Of what can be seen while the agreement runs, the savings rate is nearest to changing the "
        + "choice: below 1.25% \(ahead) is ahead, and it is expected at 3.00%, 0.9 of one year's "
        + "spread away.")
    #expect(try headline(0.09).contains("above 9.00%"))
    #expect(try headline(0.09).contains("3.0 of one year's spread away"))
  }

  @Test func `nearest comes first, and what has no spread last`() throws {
    let distances = try board().choiceLevels.map { $0.distance ?? .infinity }
    #expect(!distances.isEmpty && distances == distances.sorted())
  }

  @Test func `without flip points the headline says so and names what else takes hold`() throws {
    let none = try pages { comparison in
      for place in comparison.inputs?.flips.indices ?? 0..<0 {
        comparison.inputs?.flips[place].below = nil
        comparison.inputs?.flips[place].above = nil
      }
    }[0].headline.sentence
    #expect(
      none.hasPrefix(
        "Within the levels looked at, nothing that can be seen changes the choice of path; nearest of "
          + "what else takes hold: "))
    let unlooked = try pages { $0.inputs = nil }[0].headline.sentence
    #expect(unlooked.hasPrefix("No level was looked for at which another path becomes best; "))
  }

  @Test func `the list is held against the floor in its smallest year`() throws {
    let row = try #require(
      try board {
        for place in 0..<5 {
          $0.histories[place].assignedBeneficiaries = Estimate(
            value: place == 4 ? 5_600 : 12_000, standardError: 10)
        }
      }.lawLevels.first { $0.name.hasPrefix("Assigned") })
    #expect(row.name == "Assigned beneficiaries of 2031" && row.level == "below 5,000")
    // 600 trials: the spread is 10 times their root, 245; (5,600 - 5,000)/245 = 2.4.
    #expect(row.distanceWords == "2.4")
    #expect(row.deed == "the rate by size replaces an elected one: add participants")
  }

  @Test func `losses have a level where the choice shares them`() throws {
    func levels(_ track: Track) throws -> [WatchedLevel] {
      let sample = SampleComparison(trials: 400, options: [SampleDecks.signed(.held(track))])
      return try #require(WatchBoard(Board(comparison: sample.make(), stresses: []))).lawLevels
        .filter { $0.name.hasPrefix("Savings rate") }
    }
    #expect(try levels(.basic(.a)).isEmpty)
    #expect(try levels(.enhanced).map(\.level) == ["at or below \u{2212}1.00%"])
  }

  @Test func `dates are those of the rules`() throws {
    let rows = try #require(
      try pages()[1].exhibits.compactMap { exhibit -> Table? in
        guard case .table(let table) = exhibit, table.caption.hasPrefix("Dates") else { return nil }
        return table
      }.first
    ).rows.map(\.cells)
    // 425.605(e): eight to ten months after the year, then 90 days to pay from 31 October.
    #expect(
      rows[0] == [
        "2027", "2027-06-30", "2027-12-31", "–", "August 2028 to October 2028", "2029-01-29",
      ])
    #expect(rows[1][3] == "2028-03-31", "90 days after the first of January of a leap year")
  }
}
