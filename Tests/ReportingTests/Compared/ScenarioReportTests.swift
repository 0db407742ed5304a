import Foundation
import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

@Suite struct ScenarioReportTests {
  /// Two or more scenarios of three options whose decisive figures are set by hand.
  struct Sample {
    var sides = [FixedComparison(), FixedComparison()]
    /// By scenario and option, against the first.
    var changes = [[0.0, 0, 0], [100_000, 200_000, 300_000]]
    var best = [0.0, 300_000]
    var error = 1_000.0
    var names = ["base", "other"]
    /// By scenario, where it states an appetite; places of its paths within.
    var within: [Int??] = [nil, nil]
    /// What a chance of owing may come to there.
    var mostOwing = 0.5

    func report() throws -> ScenarioReport {
      let comparisons = try sides.enumerated().map { place, fixed in
        var comparison = fixed.comparison
        comparison.scenario.name = names[place]
        let path = within.indices.contains(place) ? within[place] : nil
        comparison.paths = try SamplePaths(within: path).make()
        if path != nil {
          comparison.scenario.appetite = Appetite(maxChanceOfOwing: mostOwing)
        }
        return comparison
      }
      return ScenarioReport(
        ComparedScenarios(
          sides: comparisons.enumerated().map { place, comparison in
            .init(
              comparison: comparison, bestPath: difference(best[place]),
              keepingPath: difference(0))
          },
          options: (0..<3).map { option in
            ComparedOption(
              places: sides.map { _ in option },
              net: changes.map { difference($0[option]) },
              changes: changes.map { row in
                let change = difference(row[option]).mean
                return StressChange(
                  mean: change, fifthPercentile: change, tailMean: change,
                  chanceOfOwing: Estimate(value: 0, standardError: 0))
              })
          }), engineVersion: "1.2.3")
    }

    private func difference(_ mean: Double) -> PairedDifference {
      PairedDifference(
        mean: Estimate(value: mean, standardError: mean == 0 ? 0 : error),
        chanceOfMore: FixedComparison.chance(mean > 0 ? 0.7 : 0),
        chanceOfLess: FixedComparison.chance(mean < 0 ? 0.7 : 0))
    }
  }

  @Test func `a choice that stays is said to stay`() throws {
    #expect(
      try Sample().report().headline.sentence
        == "The choice stays ENHANCED in both scenarios. The best legal path is expected to bring "
        + "$300,000 more over five years in other than in base (± $1,000).")
  }

  @Test func `a choice that changes is named in both`() throws {
    var sample = Sample()
    sample.sides[1].means = [2_900_000, 2_000_000, 2_600_000]
    sample.best[1] = -250_000
    #expect(
      try sample.report().headline.sentence
        == "The choice changes in other: ENHANCED in base, Glide path in other. The best legal path "
        + "is expected to bring $250,000 less over five years in other than in base (± $1,000).")
  }

  @Test func `options that cannot be told apart leave the change open`() throws {
    var sample = Sample()
    sample.sides[1].means = [1_200_000, 2_599_000, 2_600_000]
    sample.best[1] = 1_500
    #expect(
      try sample.report().headline.sentence
        == "Whether the choice changes cannot be told: ENHANCED in base, Level E and ENHANCED "
        + "(cannot be told apart) in other. The mean five-year net of the best legal path differs by "
        + "no more than its own simulation error.")
  }

  @Test func `scenarios that pay alike are said to`() throws {
    var sample = Sample()
    sample.changes[1] = [0, 0, 0]
    sample.best[1] = 0
    #expect(
      try sample.report().headline.sentence
        == "base and other give the same five-year net under every option in every simulated future."
    )
  }

  @Test func `where nothing can be signed no choice is compared`() throws {
    var sample = Sample()
    sample.sides[1].options = sample.sides[1].options.map {
      RequestedOption(option: $0.option, whatIf: "Not open.")
    }
    let headline = try sample.report().headline.sentence
    #expect(
      headline.hasPrefix("No choice is compared: in one of the scenarios nothing can be signed."))
  }

  @Test func `with an appetite each is told by the path it would sign`() throws {
    var sample = Sample()
    sample.within = [0, 0]
    let same = try sample.report()
    #expect(
      same.headline.sentence
        == "The choice stays Level E at 0% in both scenarios. The path to sign is "
        + "expected to bring $300,000 more over five years in other than in base (± $1,000).")
    #expect(
      same.choiceTable.columns.map(\.title) == [
        "Scenario", "Highest mean of the options listed", "Of every path, within the appetite",
        "Against the first",
      ])
    #expect(same.choiceTable.rows[1].cells[1...2] == ["ENHANCED", "Level E at 0%"])
    #expect(same.pathTable?.caption.hasPrefix("Path to sign of each, within its appetite") == true)
    // Only the second states one, which the first's path keeps; keeping to it is not told apart.
    sample.within = [nil, 0]
    #expect(try sample.report().choice(1) == .unclear)
    sample.mostOwing = 0.1
    let changed = try sample.report()
    #expect(changed.choice(1) == .changes)
    #expect(
      changed.headline.sentence.hasPrefix(
        "The choice changes in other: ENHANCED at 0% in base, Level E at 0% in other."))
    #expect(
      changed.choiceTable.rows[1].cells.last == "changes; its path leaves the appetite here")
    sample.within = [0, .some(nil)]
    #expect(
      try sample.report().headline.sentence
        == "No choice is compared: in one of the scenarios no path keeps within the appetite.")
    #expect(try sample.report().bestPath(1) == nil)
    let table = try #require(try sample.report().pathTable)
    #expect(table.rows[0].cells[1] != "–" && table.rows[0].cells[2] == "–")
    #expect(table.rows[1].cells == ["other", "–", "–", "", "–", "–", "–"])
    #expect(
      try sample.report().choiceTable.rows[1].cells.suffix(2) == [
        "no path within its appetite", "none to compare",
      ])
    // Against none there is no change, in no file.
    sample.within = [.some(nil), 0]
    let alone = try sample.report()
    let paths = try #require(alone.pathTable)
    let row = try #require(paths.rows.last).cells
    #expect(row[1] != "–" && row[2...3] == ["–", ""] && !row[4...6].contains("–"))
    let told = try #require(alone.csv.split(whereSeparator: \.isNewline).last)
    #expect(told.hasPrefix("other,best path,") && told.hasSuffix(",,,,"))
    #expect(
      alone.json.contains("\"difference\": null") && alone.json.contains("\"keepingFirst\": null"))
    sample.within = [.some(nil), .some(nil)]
    #expect(try sample.report().pathTable == nil)
    sample.within = [0, .some(nil)]
    // The same dollars are not the same choice.
    sample.changes[1] = [0, 0, 0]
    sample.best[1] = 0
    #expect(try sample.report().headline.sentence.hasPrefix("No choice is compared:"))
  }

  @Test func `two files of one name are told apart, and many names keep the folder short`() throws {
    var sample = Sample()
    sample.names = ["same", "same"]
    #expect(try sample.report().names == ["same", "same (2)"])
    #expect(ScenarioReport.folderName(of: ["a", "b"]) == "compare-a-b")
    let long = ScenarioReport.folderName(
      of: Array(repeating: String(repeating: "n", count: 90), count: 12))
    #expect(long.hasSuffix("-and-11-others") && long.utf8.count < 130)
  }

  @Test func `what the files say otherwise is listed key by key`() throws {
    var sample = Sample()
    sample.sides.append(FixedComparison())
    sample.changes.append([1, 2, 3])
    sample.best.append(3)
    sample.names.append("third")
    var compared = try sample.report().compared
    func entry(_ key: String, _ value: String) -> Provenance {
      Provenance(key: key, value: value, status: .stated, source: "")
    }
    let common = [entry("seed", "1"), entry("agreement.number", "1")]
    compared.sides[0].comparison.scenario.provenance = common + [entry("a.b", "0.1")]
    compared.sides[1].comparison.scenario.provenance =
      [entry("seed", "2"), common[1]] + [entry("a.b", "0.2")]
    compared.sides[2].comparison.scenario.provenance = common + [entry("c.d", "x")]
    compared.sides[2].comparison.scenario.region = "Elsewhere"
    let report = ScenarioReport(compared, engineVersion: "1.2.3")
    #expect(
      report.keyDifferences.map { "\($0.key) \($0.side) \($0.words)" } == [
        "a.b 1 0.1 → 0.2", "region 2 Idaho → Elsewhere", "a.b 2 0.1 → not given",
        "c.d 2 not given → x",
      ])
    #expect(
      report.drawRemarks == [
        "base and third are of different regions: they share every draw but the region's, so not all "
          + "luck cancels."
      ])
    #expect(report.text.contains("a.b, other: 0.1 → 0.2"))
    #expect(report.json.contains("\"before\": \"0.1\""))
  }

  @Test(arguments: [2, 12])
  func `every sheet has its headline, its table and its place, and fits`(count: Int) throws {
    var sample = Sample()
    for place in 2..<max(3, count) where count > 2 {
      sample.sides.append(FixedComparison())
      sample.changes.append([Double(place) * 1e5, 2e5, 3e5])
      sample.best.append(3e5)
      sample.names.append("scenario-\(place)")
    }
    let deck = try sample.report().deck
    #expect(!deck.pages.isEmpty)
    #expect(Set(deck.pages.map(\.headline.sentence)).count == deck.pages.count)
    for (place, page) in deck.pages.enumerated() {
      #expect(page.number == 1 && page.topic == "The comparison")
      #expect(page.part == place + 1 && page.parts == deck.pages.count)
      #expect(!page.exhibits.isEmpty && !page.howToRead.isEmpty)
    }
    #expect(deck.html.contains("The comparison"))
  }

  @Test func `the files hold every option and every scenario`() throws {
    let report = try Sample().report()
    let files = try report.files()
    #expect(files.map(\.name) == ["deck.pptx", "deck.html", "outcomes.csv"])
    let rows = String(decoding: files[2].bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(rows.count == 1 + 3 * 2 + 2)
    #expect(report.manifest.scenarioName == "compare-base-other")
    #expect(report.text.split(separator: "\n").allSatisfy { TerminalWidth.of(String($0)) <= 80 })
  }
}
