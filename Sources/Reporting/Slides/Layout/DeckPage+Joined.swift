extension Deck {
  /// The pages with those sheets joined again that were cut for paper alone: sheets of one topic
  /// whose one table goes on, under the same head.
  var joinedPages: [DeckPage] {
    pages.reduce(into: []) { pages, page in
      guard let last = pages.last, let joined = last.joined(with: page) else {
        pages.append(page)
        return
      }
      pages[pages.count - 1] = joined
    }
  }
}

extension DeckPage {
  fileprivate func joined(with next: DeckPage) -> DeckPage? {
    guard number == next.number, topic == next.topic, next.part > 1,
      exhibits.count == 1, next.exhibits.count == 1,
      case .table(var table) = exhibits[0], case .table(let rest) = next.exhibits[0],
      table.caption == rest.caption, table.columns == rest.columns
    else { return nil }
    let group = table.rows.last { $0.kind == .group }
    table.rows += rest.rows.first == group && group != nil ? rest.rows.dropFirst() : rest.rows[...]
    var page = self
    page.exhibits = [.table(table)]
    return page
  }
}
