import Testing

@testable import Reporting

@Suite struct SlidePlanTests {
  @Test(arguments: SampleSlides.names)
  func `no title is empty, on two slides, or of more than three lines`(_ name: String) throws {
    let plan = SampleSlides.plan(try #require(SampleSlides.deck(name)))
    let titles = plan.slides.map(\.title)
    #expect(Set(titles).count == titles.count)
    #expect(titles.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
    for slide in plan.slides {
      let lines = TextMeasure.lines(
        slide.title, size: Canvas.pixels(ofPoints: slide.titlePoints) * 1.2,
        in: OwnDesign.span - 2)
      #expect(lines <= 3, "\(slide.title)")
    }
  }

  @Test(arguments: SampleSlides.names)
  func `everything stands within the slide and nothing stands on another`(_ name: String) throws {
    let deck = try #require(SampleSlides.deck(name))
    let plan = SampleSlides.plan(deck)
    for slide in plan.slides {
      #expect(!slide.blocks.isEmpty, "\(slide.title)")
      let layout = plan.design.layout(slide.purpose)
      let room = SlideFrame(page: slide.page, deck: deck, layout: layout).room
      for block in slide.blocks {
        let frame = block.frame
        #expect(
          frame.x >= room.x - 0.01 && frame.y >= room.y - 0.01
            && frame.right <= room.right + 0.01 && frame.bottom <= room.bottom + 0.01,
          "\(slide.title): \(frame) in \(room)")
        if case .table(let table) = block.content {
          let layout = SlideMeasure.layout(
            table, points: block.points, padding: block.padding, in: frame.width)
          #expect(SlideMeasure.height(layout, in: frame.width) <= frame.height + 0.01)
          let least = Self.hasRowTallerThanASlide(table.caption, deck, room) ? 7.0 : 10
          #expect((least...16).contains(block.points), "\(slide.title): \(block.points)")
        }
      }
      for (first, second) in zip(slide.blocks, slide.blocks.dropFirst()) {
        let isBelow = second.frame.y >= first.frame.bottom
        #expect(isBelow || second.frame.x >= first.frame.right, "\(slide.title)")
      }
    }
  }

  /// At ten points: only then is type smaller.
  static func hasRowTallerThanASlide(_ caption: String, _ deck: Deck, _ room: Frame) -> Bool {
    deck.pages.flatMap(\.exhibits).contains { exhibit in
      guard case .table(let table) = exhibit, table.caption == caption else { return false }
      let layout = SlideMeasure.layout(table, points: 10, padding: 3, in: room.width)
      let head = SlideMeasure.captionHeight(caption, in: room.width) + layout.headHeight
      let group = table.rows.first { $0.kind == .group }.map { layout.height(of: $0) } ?? 0
      return table.rows.contains { head + group + layout.height(of: $0) > room.height }
    }
  }

  /// What pages hold and what slides hold is counted by itself: nothing is lost, nothing shown
  /// twice.
  @Test(arguments: SampleSlides.names)
  func `slides hold all that the pages hold`(_ name: String) throws {
    let deck = try #require(SampleSlides.deck(name))
    let slides = SampleSlides.plan(deck).slides
    let pages = deck.pages.flatMap(\.exhibits).map(SlideBlock.Content.init)
    let shown = slides.flatMap(\.blocks).map(\.content)
    #expect(Self.rows(shown) == Self.rows(pages))
    #expect(Self.remarks(shown) == Self.remarks(pages))
    #expect(Self.charts(shown) == Self.charts(pages))
  }

  /// First and second cells of rows that are no group's name: others may say "as above".
  private static func rows(_ contents: [SlideBlock.Content]) -> [[String]] {
    contents.flatMap { content -> [[String]] in
      guard case .table(let table) = content else { return [] }
      return table.rows.filter { $0.kind != .group }.map { Array($0.cells.prefix(2)) }
    }
  }

  private static func remarks(_ contents: [SlideBlock.Content]) -> [String] {
    contents.flatMap { content -> [String] in
      guard case .remarks(_, let findings) = content else { return [] }
      return findings.map(\.sentence)
    }
  }

  private static func charts(_ contents: [SlideBlock.Content]) -> [Chart] {
    contents.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  private static let page = DeckPage(
    number: 6, topic: "The downside", headline: Finding("It is long."), exhibits: [],
    howToRead: "Read.")

  private static func long(_ count: Int, words: Int = 4) -> Table {
    Table(
      caption: "Long",
      columns: [.init("Name", .word), .init("What", .text), .init("Source", .text)],
      rows: (1...count).flatMap { index -> [Table.Row] in
        let group = index % 10 == 1 ? [Table.Row(.group, ["Group \(index)"])] : []
        let text = String(repeating: "several words ", count: words)
        return group
          + [.init(.plain, ["Row \(index)", text, index % 10 == 1 ? "S\(index)" : "as above"])]
      })
  }

  @Test func `a long table goes on under its head, its group and its source`() throws {
    let room = OwnDesign.room
    let blocks = SlideSplit(room: room).blocks(.table(Self.long(61)))
    #expect(blocks.count > 2)
    var seen: [String] = []
    for block in blocks {
      guard case .table(let table) = block.content else { continue }
      #expect(table.columns.count == 3 && table.caption == "Long")
      let first = try #require(table.rows.first)
      #expect(first.kind == .group)
      let second = try #require(table.rows.dropFirst().first)
      #expect(second.cells[2].hasPrefix("S"))
      #expect(table.rows.last?.kind != .group)
      seen += table.rows.filter { $0.kind != .group }.map { $0.cells[0] }
      #expect(block.frame.bottom <= room.bottom)
    }
    #expect(seen == (1...61).map { "Row \($0)" })
    #expect(blocks.last?.span?.last == 61 && blocks.last?.span?.count == 61)
  }

  @Test func `pieces of a table are even, and their titles say what they hold`() throws {
    var page = Self.page
    page.exhibits = [.table(Self.long(33))]
    var deck = try #require(SampleDecks.decks["three"])
    deck.pages = [page]
    let slides = SampleSlides.plan(deck).slides
    #expect(slides.count > 1)
    #expect(slides[0].title == "It is long.")
    let second = try #require(slides[1].blocks[0].span)
    #expect(
      slides[1].title
        == "The downside: Row \(second.first) to Row \(second.last) (rows \(second.words))")
    let lengths = slides.map { ($0.blocks[0].span?.last ?? 0) - ($0.blocks[0].span?.first ?? 0) }
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 4, "\(lengths)")
  }

  @Test func `two pages of one headline get two titles`() throws {
    var first = Self.page
    first.exhibits = [.remarks(title: "One", [Finding("A.")])]
    var second = first
    second.exhibits = [.remarks(title: "Two", [Finding("B.")])]
    var deck = try #require(SampleDecks.decks["three"])
    deck.pages = [first, second, second]
    #expect(
      SampleSlides.plan(deck).slides.map(\.title)
        == ["It is long.", "The downside: Two", "The downside: Two (2)"])
  }

  @Test func `a title of any length keeps to its place`() {
    let layout = OwnDesign(look: .init()).design.layout(.chart)
    for count in [1, 40, 120, 200, 300, 420] {
      let title = String(repeating: "word ", count: count / 5 + 1)
      let points = SlideTitle.points(title, in: layout)
      let size = Canvas.pixels(ofPoints: points)
      let lines = TextMeasure.lines(title, size: size * 1.2, in: OwnDesign.span - 2)
      #expect(lines <= 3 && Double(lines) * size * 1.2 <= OwnDesign.title.height, "\(count)")
    }
  }
}
