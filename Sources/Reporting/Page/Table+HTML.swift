extension Table {
  /// - Parameters: type size and the padding above and below each row, pixels.
  func html(size: Double, padding: Double) -> String {
    let layout = TableLayout(self, size: size, padding: padding)
    let style =
      "font-size:\(DecimalText.fixed(size, places: 1))px;"
      + "--pad:\(DecimalText.fixed(padding, places: 1))px"
    let head = columns.map { column in
      "<th scope=\"col\"\(column.kind.attribute)>\(Markup.escaped(column.title))</th>"
    }
    return """
      <div class="wide"><table style="\(style)"><caption>\(Markup.escaped(caption))</caption>
      \(layout.columnGroup)
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(alignedRows.map(html(of:)).joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  private func html(of row: Row) -> String {
    if row.kind == .group {
      let title = Markup.escaped(row.cells.first ?? "")
      return
        "<tr class=\"group\"><th colspan=\"\(columns.count)\" scope=\"colgroup\">\(title)</th></tr>"
    }
    let cells = zip(row.cells, columns).enumerated().map { index, pair in
      let (text, column) = pair
      let isHead = index == columns.firstIndex { $0.kind != .number }
      return isHead
        ? "<th scope=\"row\"\(column.kind.attribute)>\(Markup.escaped(text))</th>"
        : "<td\(column.kind.attribute)>\(Markup.escaped(text))</td>"
    }
    let style = row.kind == .plain ? "" : " class=\"\(row.kind.rawValue)\""
    return "<tr\(style)>\(cells.joined())</tr>"
  }

  /// The rows with the decimals of each number column under each other.
  var alignedRows: [Row] {
    var rows = rows
    for (index, column) in columns.enumerated() where column.kind == .number {
      let places = rows.indices.filter {
        rows[$0].kind != .group && rows[$0].cells.indices.contains(index)
      }
      let cells = Aligned.decimals(places.map { rows[$0].cells[index] })
      for (place, cell) in zip(places, cells) { rows[place].cells[index] = cell }
    }
    return rows
  }
}

extension Table.Column.Kind {
  fileprivate var attribute: String {
    switch self {
    case .number: " class=\"n\""
    case .word: " class=\"w\""
    case .text: ""
    }
  }
}

/// Numbers made to stand with their decimal points under each other.
enum Aligned {
  /// Numbers with fewer decimals get figure spaces in their place; other texts stay as they are.
  static func decimals(_ cells: [String]) -> [String] {
    let counts = cells.map(places)
    guard let widest = counts.compactMap({ $0 }).max(), widest > 0 else { return cells }
    return zip(cells, counts).map { cell, count in
      guard let count else { return cell }
      let point = count == 0 ? "\u{2008}" : ""
      return cell + point + String(repeating: "\u{2007}", count: widest - count)
    }
  }

  /// Decimals of a cell that is one number; `nil` for any other text.
  private static func places(_ cell: String) -> Int? {
    guard let last = cell.last, ("0"..."9").contains(last),
      cell.allSatisfy({ "0123456789.,+\u{2212}± ".contains($0) })
    else { return nil }
    return cell.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.count ?? 0
  }
}
