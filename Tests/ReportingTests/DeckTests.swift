import Projection
import Testing

@testable import Reporting

@Suite struct DeckTests {
  @Test(arguments: SampleDecks.all.map(\.name))
  func `every page has a headline, something to look at and one line on how to read it`(
    _ name: String
  ) throws {
    let deck = try #require(SampleDecks.decks[name])
    #expect(Array(Set(deck.pages.map(\.number))).sorted() == [1, 2, 3, 4, 5, 6, 7, 12, 14, 16])
    for page in deck.pages {
      #expect(page.headline.sentence.hasSuffix("."))
      #expect(page.headline.sentence.count < 420)
      #expect(!page.exhibits.isEmpty)
      #expect(!page.howToRead.isEmpty && !page.howToRead.contains("\n"))
      #expect(!page.headline.sentence.contains("nan"))
    }
  }

  @Test(arguments: SampleDecks.all.map(\.name) + Examples.names)
  func `no headline is said twice`(_ name: String) throws {
    let deck = try #require(SampleDecks.decks[name] ?? Examples.decks[name])
    let headlines = deck.pages.map(\.headline.sentence)
    #expect(Set(headlines).count == headlines.count)
  }

  @Test func `sheets of one headline say which rows they hold`() throws {
    let page = { (rows: [String]) in
      DeckPage(
        number: 6, topic: "t", headline: Finding("Same."),
        exhibits: [
          .table(
            Table(
              caption: "c", columns: [.init("#"), .init("Option", .text)],
              rows: rows.map { .init(.plain, ["1", $0]) }))
        ], howToRead: "h")
    }
    let other = DeckPage(
      number: 7, topic: "t", headline: Finding("Other."), exhibits: [], howToRead: "h")
    let pages = DeckPage.distinct([page(["a", "b", "c"]), other, page(["d"])])
    #expect(
      pages.map(\.headline.sentence) == [
        "Same. On this sheet, 1 of 2: a to c.", "Other.", "Same. On this sheet, 2 of 2: d.",
      ])
  }

  @Test func `sheets of the same rows say which columns they hold`() {
    let page = { (columns: [String]) in
      DeckPage(
        number: 12, topic: "t", headline: Finding("Same."),
        exhibits: [
          .table(
            Table(
              caption: "c", columns: [.init("Option", .text)] + columns.map { .init($0) },
              rows: [.init(.plain, ["a", "1", "2"]), .init(.plain, ["b", "1", "2"])]))
        ], howToRead: "h")
    }
    #expect(
      DeckPage.distinct([page(["Trend", "Churn"]), page(["Risk", "All"])]).map(\.headline.sentence)
        == [
          "Same. On this sheet, 1 of 2: Trend to Churn.",
          "Same. On this sheet, 2 of 2: Risk to All.",
        ])
  }

  @Test func `remarks that a long table leaves no room go to a sheet of their own`() {
    let table = Exhibit.table(Table(caption: "c", columns: [.init("a", .text)], rows: []))
    let remarks = Exhibit.remarks(title: "r", [Finding("Said.")])
    let page = DeckPage(
      number: 6, topic: "t", headline: Finding("Same."), exhibits: [table, remarks],
      howToRead: "h")
    #expect(page.withRemarksApart(false) == [page])
    let two = page.withRemarksApart(true)
    #expect(two.map(\.exhibits) == [[table], [remarks]])
    #expect(two.map(\.part) == [1, 2] && two.map(\.parts) == [2, 2])
    var bare = page
    bare.exhibits = [remarks]
    #expect(bare.withRemarksApart(true) == [bare])
  }

  @Test func `the footer names trials, seed and digests`() {
    #expect(
      FixedComparison().deck().footer
        == "Simulated: 100,000 trials, seed 20270101, rules 1a2b3c4d, scenario 5e6f7a8b")
  }

  @Test func `the manifest page holds everything needed to repeat the run`() throws {
    let run = try #require(FixedComparison().deck().tables(16).first { $0.caption == "The run" })
    #expect(run.rows.map { $0.cells[0] }.contains("Scenario digest"))
    #expect(run.rows.contains { $0.cells == ["Engine version", "1.2.3"] })
    #expect(run.rows.contains { $0.cells == ["Seed", "20270101"] })
  }

  @Test func `histogram bins fold without losing a trial and keep an edge at zero`() {
    let histogram = SampleComparison.standard.outlooks[1].histogram
    let folded = Histogram.trimmed([histogram])[0].coarser
    #expect(folded.counts.reduce(0, +) == histogram.counts.reduce(0, +))
    #expect(folded.zeros == histogram.zeros)
    let edge = -folded.start / folded.width
    #expect((edge - edge.rounded()).magnitude < 1e-9)
  }
}
