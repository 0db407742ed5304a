/// A deck laid out as slides: one idea a slide, nothing beyond its edge, no title twice.
struct SlidePlan {
  let deck: Deck
  let design: SlideDesign
  private(set) var slides: [PlannedSlide] = []
  private var titles: Set<String> = []

  init(_ deck: Deck, on design: SlideDesign) {
    self.deck = deck
    self.design = design
    var before: DeckPage?
    for page in deck.joinedPages {
      add(page, after: before)
      before = page
    }
  }

  private mutating func add(_ page: DeckPage, after before: DeckPage?) {
    let sheets = self.sheets(of: page)
    for (place, blocks) in sheets.enumerated() {
      let purpose = SlideLayout.Purpose(of: blocks)
      let words = SlideTitle(page: page, blocks: blocks, before: before)
      let title = unused(place == 0 ? [page.headline.sentence, words.told] : [words.told])
      titles.insert(title)
      slides.append(
        PlannedSlide(
          page: page, title: title,
          titlePoints: SlideTitle.points(title, in: design.layout(purpose)),
          blocks: blocks, purpose: purpose, part: place + 1, parts: sheets.count))
    }
  }

  /// The first title that no slide bears yet; numbered where all are taken.
  private func unused(_ candidates: [String]) -> String {
    if let free = candidates.first(where: { !titles.contains($0) }) { return free }
    let last = candidates.last ?? ""
    for number in 2... where !titles.contains("\(last) (\(number))") {
      return "\(last) (\(number))"
    }
    return last
  }

  /// What each slide of a page holds: as many exhibits together as stand well, a table or list
  /// that is longer than a slide by itself.
  private func sheets(of page: DeckPage) -> [[SlideBlock]] {
    var sheets: [[SlideBlock]] = []
    var open: [SlideBlock.Content] = []
    for content in page.exhibits.map(SlideBlock.Content.init) where !content.isEmpty {
      if fit(open + [content], page) != nil {
        open.append(content)
        continue
      }
      if let blocks = fit(open, page), !open.isEmpty { sheets.append(blocks) }
      open = []
      if fit([content], page) != nil {
        open = [content]
      } else {
        sheets += SlideSplit(room: room(page, [content])).blocks(content).map { [$0] }
      }
    }
    if !open.isEmpty, let blocks = fit(open, page) { sheets.append(blocks) }
    return sheets
  }

  /// Several exhibits want a type that is easy to read; one alone may be smaller before it is cut.
  private func fit(_ contents: [SlideBlock.Content], _ page: DeckPage) -> [SlideBlock]? {
    SlideFit(room: room(page, contents)).blocks(contents, least: contents.count > 1 ? 11 : 10.5)
  }

  private func room(_ page: DeckPage, _ contents: [SlideBlock.Content]) -> Frame {
    SlideFrame(page: page, deck: deck, layout: design.layout(.init(of: contents))).room
  }
}

extension SlideBlock.Content {
  var isChart: Bool { if case .chart = self { true } else { false } }

  var isEmpty: Bool {
    switch self {
    case .keyFigures(let figures): figures.isEmpty
    case .chart: false
    case .table(let table): table.rows.isEmpty
    case .remarks(_, let findings): findings.isEmpty
    }
  }
}

extension SlideLayout.Purpose {
  init(of contents: [SlideBlock.Content]) {
    var has: Set<SlideLayout.Purpose> = []
    for content in contents {
      switch content {
      case .keyFigures: has.insert(.decision)
      case .chart: has.insert(.chart)
      case .table: has.insert(.table)
      case .remarks: has.insert(.remarks)
      }
    }
    self = Self.allCases.first(where: has.contains) ?? .remarks
  }

  init(of blocks: [SlideBlock]) { self.init(of: blocks.map(\.content)) }
}
