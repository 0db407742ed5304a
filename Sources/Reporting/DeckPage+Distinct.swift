extension DeckPage {
  /// The same pages, no two of one headline: sheets that share one each say what they hold.
  static func distinct(_ pages: [DeckPage]) -> [DeckPage] {
    var pages = pages
    let alike = Dictionary(grouping: pages.indices) { pages[$0].headline.sentence }
    for places in alike.values where places.count > 1 {
      // Sheets with the same rows differ in their columns.
      let rows = places.map { pages[$0].exhibits.lazy.map(\.names).first { !$0.isEmpty } ?? [] }
      let names =
        Set(rows).count == 1 ? places.map { pages[$0].exhibits.flatMap(\.columns) } : rows
      for (part, place) in places.enumerated() {
        pages[place].headline.sentence += " " + held(names[part], part + 1, of: places.count)
      }
    }
    return pages
  }

  /// `On this sheet, 1 of 3: Level A to Level D.`
  private static func held(_ names: [String], _ part: Int, of parts: Int) -> String {
    let sheet = "On this sheet, \(part) of \(parts)"
    guard let first = names.first, let last = names.last else { return sheet + "." }
    return "\(sheet): \(first == last ? first : "\(first) to \(last)")."
  }
}

extension Exhibit {
  /// What the columns of a table are called, its first left out.
  fileprivate var columns: [String] {
    guard case .table(let table) = self else { return [] }
    return table.columns.dropFirst().map(\.title)
  }

  /// What its rows or panels are called, in order.
  fileprivate var names: [String] {
    switch self {
    case .table(let table): table.names
    case .chart(let chart): chart.names
    case .keyFigures, .remarks: []
    }
  }
}

extension Table {
  /// The first cell of each row that is no number.
  fileprivate var names: [String] {
    guard let column = columns.firstIndex(where: { $0.kind != .number }) else { return [] }
    return rows.compactMap {
      $0.kind != .group && $0.cells.indices.contains(column) ? $0.cells[column] : nil
    }
  }
}

extension Chart {
  fileprivate var names: [String] {
    switch self {
    case .ranges(let chart): chart.rows.map(\.name)
    case .outcomes(let chart): chart.panels.map(\.name)
    case .fans(let chart): chart.panels.map(\.name)
    case .distributions(let chart): chart.panels.map(\.name)
    case .tradeOff(let chart): chart.points.map(\.name)
    case .coverage(let chart): chart.rows.map(\.name)
    case .curves(let chart): chart.panels.map(\.title)
    case .parts(let chart): chart.groups.map(\.name)
    case .tornado(let chart): chart.rows.map(\.name)
    }
  }
}
