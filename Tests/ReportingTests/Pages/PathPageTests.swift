import Projection
import Regulation
import Testing

@testable import Reporting

@Suite struct PathPageTests {
  private func deck(_ paths: SamplePaths = SamplePaths()) throws -> Deck {
    var comparison = FixedComparison().comparison
    comparison.paths = try paths.make()
    return Deck(comparison, stresses: [], engineVersion: "1.2.3")
  }

  private func page(_ topic: String, _ paths: SamplePaths = SamplePaths()) throws -> DeckPage {
    try #require(try deck(paths).pages.first { $0.topic == topic })
  }

  private func table(_ page: DeckPage, _ place: Int) throws -> Table {
    let tables = page.exhibits.enumerated().compactMap { number, exhibit -> Table? in
      guard number == place, case .table(let table) = exhibit else { return nil }
      return table
    }
    return try #require(tables.first)
  }

  @Test func `page 2 counts the elections by kind and names the few shown`() throws {
    let page = try page("Every path")
    #expect(page.number == 2)
    #expect(
      page.headline.sentence
        == "This ACO may sign 12 elections; the highest expected five-year net is that of ENHANCED "
        + "at 0%, $2.60 million.")
    #expect(
      try table(page, 0).rows.map(\.cells) == [
        ["BASIC with two-sided years", "1", "6", "6"], ["ENHANCED", "1", "6", "6"],
        ["All elections", "2", "", "12"],
      ])
    let few = try table(page, 1).rows
    #expect(few.map { $0.cells[1] } == ["ENHANCED", "Level E", "Level E"])
    #expect(few.map { $0.cells[7] } == ["0%", "by size", "1%"])
    #expect(
      few.map { $0.cells[8] } == ["highest mean, least regret", "mildest", "listed as Level E"])
  }

  @Test func `page 7 says how sure the best is`() throws {
    let page = try page("Every path: bad case and regret")
    #expect(
      page.headline.sentence
        == "Of 12 elections, ENHANCED at 0% has the highest expected five-year net, $2.60 million; by "
        + "the simulation's own error there is a chance of 12% that another does better, then by "
        + "about $4,300.")
    let sure = try self.page(
      "Every path: bad case and regret", SamplePaths(chanceOfAnother: 0))
    #expect(
      sure.headline.sentence.hasSuffix(
        "in none of 1,000 resamples of its trials does another do better."))
    let rows = try table(page, 1).rows
    #expect(rows[0].cells[5] == "–" && rows[0].cells[6] == "" && rows[0].cells[10] == "yes")
    #expect(rows[1].cells[5] == "-1.10" || rows[1].cells[5] == "\u{2212}1.10")
    #expect(rows.map { $0.cells.count } == [11, 11, 11])
  }

  @Test func `an appetite is answered, also where nothing keeps it`() throws {
    func remark(_ within: Int??) throws -> String? {
      guard
        case .remarks(_, let findings) = try #require(
          try page("Every path: bad case and regret", SamplePaths(within: within)).exhibits.last)
      else { return nil }
      return findings.map(\.sentence).first { $0.contains("appetite") }
    }
    #expect(try remark(nil) == nil)
    #expect(try remark(.some(nil)) == "No path keeps within the stated appetite.")
    #expect(
      try remark(5)
        == "Within the stated appetite, kept on these trials by 4 of 12 paths, the best is Level E at "
        + "the rate by size: expected net $1.50 million, worst 5% −$500,000, owing in 30.0% of futures; by the "
        + "simulation's own error there is a chance of 12% that another does better, then by about "
        + "$4,300.")
  }

  @Test func `the present path is named, and what the best brings more than it`() throws {
    func remarks(_ present: Int?, means: [Double]? = nil) throws -> [String] {
      var paths = SamplePaths(present: present)
      if let means { paths.means = means }
      return try deck(paths).remarks(7)
    }
    #expect(!(try remarks(nil).contains { $0.contains("present path") }))
    #expect(
      try remarks(2).contains(
        "ENHANCED at 0% is expected to bring $800,000 more over five years than the present path, "
          + "Level E at 1%, and brings more in 70.0% of futures."))
    #expect(
      try remarks(6).contains(
        "The present path, ENHANCED at 0%, is the one of highest expected five-year net."))
    #expect(
      try remarks(2, means: Array(repeating: 1e6, count: 12)).contains(
        "ENHANCED at 0% cannot be told apart on expected five-year net from the present path, "
          + "Level E at 1%."))
    let few = try table(try page("Every path", SamplePaths(present: 2)), 1).rows
    #expect(few.map { $0.cells[8] }.last == "present path, listed as Level E")
  }

  @Test func `dominance is said to be simulated`() throws {
    let none = try deck().remarks(7)
    #expect(none.contains("Of the paths shown, none dominates another as simulated."))
    let first = try deck(SamplePaths(dominance: .firstOrder)).remarks(7)
    #expect(
      first.contains(
        "Simulated dominance: ENHANCED at 0% over Level E at 1% at every level of chance."))
    let second = try deck(SamplePaths(dominance: .secondOrder)).remarks(7)
    #expect(second.contains { $0.hasSuffix("for whoever dislikes risk.") })
  }

  @Test func `page 9 follows the minimum rate along the best path`() throws {
    let page = try page("The minimum-rate election")
    #expect(page.number == 9)
    #expect(
      page.headline.sentence
        == "Along ENHANCED a minimum rate of 0% nets most on average, $500,000 more than one by "
        + "size; it owes in 30.0% of futures against 30.0%.")
    guard case .chart(.curves(let chart)) = page.exhibits[0] else {
      Issue.record("no curve")
      return
    }
    #expect(chart.choices == ["0%", "0.5%", "1%", "1.5%", "2%", "by size"])
    #expect(chart.panels.map { $0.lines.count } == [2, 2, 2])
    #expect(chart.panels[0].lines[1].values == [2.0, 1.9, 1.8, 1.7, 1.6, 1.5].map { $0 * 1e6 })
    let flat = SamplePaths(means: Array(repeating: 1e6, count: 12))
    #expect(
      try self.page("The minimum-rate election", flat).headline.sentence
        == "Along ENHANCED no minimum rate is better than another on expected five-year net beyond "
        + "the simulation's error.")
  }

  @Test func `page 6 tells when CMS must and may end the agreement`() throws {
    let page = try page("When CMS may end the agreement")
    #expect(
      page.headline.sentence
        == "CMS must end the agreement early for quality in 4.0% of futures; with repeated "
        + "overspending it must or may in up to 17.0% of futures, under ENHANCED at 0%.")
    let never = SamplePaths(mustTerminate: [0, 0, 0, 0, 0])
    #expect(
      try self.page("When CMS may end the agreement", never).headline.sentence
        .hasPrefix("In no simulated future must CMS end the agreement early for quality"))
    #expect(
      try table(page, 0).rows.map { $0.kind } == [.group, .plain, .group, .leading, .plain, .plain])
  }

  @Test func `page 1 names the best of all paths`() throws {
    #expect(
      try deck().remarks(1).contains(
        "Of 12 elections tried, ENHANCED at 0% has the highest expected five-year net, $2.60 "
          + "million (page 7)."))
  }

  @Test func `the summary table has a line for each leader and stays within a terminal`() throws {
    var comparison = FixedComparison().comparison
    comparison.paths = try SamplePaths().make()
    let text = SummaryTable(comparison).text
    #expect(text.contains("\nOf 12 elections tried (100,000 trials), $ million\n"))
    #expect(text.contains("\nENHANCED at 0%"))
    #expect(!text.contains("\nLevel E at 1%"))
    #expect(text.split(separator: "\n").allSatisfy { TerminalWidth.of(String($0)) <= 80 })
  }

  @Test func `figures of popular summaries recommend no path`() throws {
    var comparison = FixedComparison().comparison
    comparison.scenario.editions = ["popularSummary"]
    comparison.paths = try SamplePaths().make()
    let topics = Deck(comparison, stresses: [], engineVersion: "1.2.3").pages.map(\.topic)
    #expect(!topics.contains { $0.hasPrefix("Every path") || $0.contains("minimum-rate") })
    #expect(!SummaryTable(comparison).text.contains("tried"))
  }

  @Test func `a comparison without paths has none of these pages`() {
    let deck = FixedComparison().deck()
    #expect(!deck.pages.contains { $0.number == 9 || $0.topic.hasPrefix("Every path") })
    #expect(!SummaryTable(FixedComparison().comparison).text.contains("tried"))
  }

  @Test func `a path is named for what it is`() {
    func title(_ years: [Track], _ rate: MinimumRateChoice?, renewsIn: Int? = nil) -> String {
      ElectedPath(years: years, minimumRate: rate, renewsIn: renewsIn).title
    }
    let (a, b, c, e) = (Track.basic(.a), Track.basic(.b), Track.basic(.c), Track.basic(.e))
    #expect(title([a, a, a, a, a], nil) == "Level A")
    #expect(title([a, a, a, a, b], nil) == "A-A-A-A-B")
    #expect(title([a, c, e, e, e], .elected(Rate(0.005))) == "A-C-E-E-E at 0.5%")
    #expect(
      title(ParticipationOption.glidePath.years, .variable) == "Glide path at the rate by size")
    #expect(
      title([a, b, .enhanced, .enhanced, .enhanced], .elected(Rate(0)), renewsIn: 3)
        == "A-B then ENHANCED at 0%")
  }
}
