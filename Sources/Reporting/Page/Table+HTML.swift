extension Table {
  var html: String {
    let head = columns.map { column in
      "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>\(Markup.escaped(column.title))</th>"
    }
    return """
      <div class="wide"><table><caption>\(Markup.escaped(caption))</caption>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(rows.map(html(of:)).joined(separator: "\n"))
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
      let style = column.isNumber ? " class=\"n\"" : ""
      let isHead = index == columns.firstIndex { !$0.isNumber }
      return isHead
        ? "<th scope=\"row\">\(Markup.escaped(text))</th>"
        : "<td\(style)>\(Markup.escaped(text))</td>"
    }
    let style = row.kind == .plain ? "" : " class=\"\(row.kind.rawValue)\""
    return "<tr\(style)>\(cells.joined())</tr>"
  }
}
