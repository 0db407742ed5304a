/// One thing a slide shows, and where.
struct SlideBlock: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case keyFigures([KeyFigure])
    case chart(Chart)
    case table(Table)
    case remarks(title: String, [Finding])

    init(_ exhibit: Exhibit) {
      switch exhibit {
      case .keyFigures(let figures): self = .keyFigures(figures)
      case .chart(let chart): self = .chart(chart)
      case .table(let table): self = .table(table)
      case .remarks(let title, let findings): self = .remarks(title: title, findings)
      }
    }
  }
  var content: Content
  var frame: Frame
  /// Type size of a table's cells or of remarks.
  var points: Double
  /// Above and below each row of a table; pixels.
  var padding = 3.0
  /// Of a long table or list: the rows shown and how many there are.
  var span: Span?

  /// `13 to 24 of 61`.
  struct Span: Hashable, Sendable {
    var first, last, count: Int
    var words: String {
      first == last ? "\(first) of \(count)" : "\(first) to \(last) of \(count)"
    }
  }
}

/// A slide, laid out.
struct PlannedSlide: Hashable, Sendable {
  var page: DeckPage
  /// Of no other slide of the deck.
  var title: String
  var titlePoints: Double
  var blocks: [SlideBlock]
  var purpose: SlideLayout.Purpose
  /// 2 of 3, where the page takes several slides.
  var part = 1, parts = 1
}
