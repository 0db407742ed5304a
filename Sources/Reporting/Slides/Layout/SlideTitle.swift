/// The title of a slide on which a page goes on: its topic, and what this slide holds of it.
struct SlideTitle {
  let page: DeckPage
  let blocks: [SlideBlock]
  /// The page before.
  let before: DeckPage?

  private static let most = 110

  /// `Assumptions: nationalGrowth to claimsNoise (rows 13 to 24 of 61)`.
  var told: String { "\(page.topic): \(blocks.first.map(held) ?? "more")" }

  private func held(_ block: SlideBlock) -> String {
    switch block.content {
    case .keyFigures(let figures): Names.list(figures.map(\.label))
    case .chart(let chart): Self.short(chart.label)
    case .remarks(let title, _): Self.short(title) + (block.span.map { ", \($0.words)" } ?? "")
    case .table(let table): held(table, block.span)
    }
  }

  private func held(_ table: Table, _ span: SlideBlock.Span?) -> String {
    guard let span else {
      return isSeenBefore(table) ? columns(of: table) : Self.short(table.caption)
    }
    let heads = table.rows.filter { $0.kind != .group }.map {
      Names.clamped($0.cells.first { !$0.isEmpty } ?? "", to: 40)
    }
    let rows = "rows \(span.words)"
    guard let first = heads.first, let last = heads.last, !first.isEmpty, !last.isEmpty else {
      return "\(Self.short(table.caption)), \(rows)"
    }
    return first == last ? "\(first) (\(rows))" : "\(first) to \(last) (\(rows))"
  }

  /// Whether the page before has a table of this name, with other columns.
  private func isSeenBefore(_ table: Table) -> Bool {
    guard let before, before.number == page.number, before.topic == page.topic else { return false }
    return before.exhibits.contains {
      if case .table(let other) = $0 { other.caption == table.caption } else { false }
    }
  }

  private func columns(of table: Table) -> String {
    let names = table.columns.dropFirst().map(\.title)
    return names.count > 2
      ? "\(names.first ?? "") to \(names.last ?? "")" : Names.list(Array(names))
  }

  private static func short(_ text: String) -> String { Names.clamped(text, to: most) }

  /// The largest type that leaves a title three lines within its place.
  static func points(_ title: String, in layout: SlideLayout) -> Double {
    let sizes = [26.0, 24, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9]
    let frame = layout.title.frame
    return sizes.first { points in
      let size = Canvas.pixels(ofPoints: points)
      let lines = TextMeasure.lines(
        title, size: size * layout.titleWidth, in: frame.width - 2 * layout.titleInset)
      return lines <= (points > 24 ? 2 : 3)
        && Double(lines) * size * 1.2 <= frame.height - layout.titleInset
    } ?? 8
  }
}
