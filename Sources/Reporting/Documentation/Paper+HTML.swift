extension Paper {
  /// The file as a page to print: no script, no link, nothing fetched; the same bytes every time.
  var html: String {
    let draft =
      isFinal
      ? "" : "<p class=\"draft\">\(Self.draft). Not final: made without --final.</p>\n"
    let warnings = banners.map { "<p class=\"draft\">\(Markup.line($0))</p>\n" }.joined()
    let body = sections.enumerated().map { place, section in
      "<section>\n<h2>\(place + 1). \(Markup.line(section.heading))</h2>\n"
        + section.blocks.map(\.html).joined(separator: "\n") + "\n</section>"
    }
    let heading = "\(isFinal ? "" : "\(Self.draft): ")\(title)"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(Markup.line(heading))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <h1><bdi>\(Markup.line(heading))</bdi></h1>
      \(draft)\(warnings)\(body.joined(separator: "\n"))
      </main>
      <footer>\(Markup.line(footer))</footer>
      </body>
      </html>

      """
  }

  private static let style = """
    body{margin:0 auto;max-width:960px;padding:28px 32px;color:#17212b;\
    font:14px/1.5 "Segoe UI","Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;\
    overflow-wrap:anywhere}
    h1,h2{font-family:Georgia,"Times New Roman","Liberation Serif",serif;font-weight:400}
    h1{font-size:27px}
    h2{font-size:21px;border-top:2px solid #16395c;padding-top:10px;margin-top:34px}
    h3{font-size:14.5px;margin:18px 0 4px;color:#16395c}
    .draft{border:2px solid #17212b;padding:6px 12px;font-weight:700}
    table{border-collapse:collapse;table-layout:fixed;width:100%;margin:8px 0 16px;font-size:12px;line-height:1.4}
    caption{text-align:left;font-weight:600;color:#4a5763;padding:0 0 4px}
    th,td{text-align:left;vertical-align:top;padding:3px 10px 3px 0;border-bottom:1px solid #d9dfe5}
    th{color:#4a5763}
    td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
    tr.group td{font-weight:600;color:#16395c}
    .blank{margin:26px 0 0;border-bottom:1px solid #17212b;display:flex;\
    justify-content:space-between;padding:0 22% 2px 0}
    footer{margin-top:30px;border-top:1px solid #d9dfe5;padding-top:8px;font-size:11.5px;\
    color:#4a5763}
    @page{size:8.5in 11in;margin:0.7in}
    @media print{body{max-width:none;padding:0}tr,.blank{break-inside:avoid}\
    h2,h3,caption{break-after:avoid}thead{display:table-header-group}}
    """
}

extension Paper.Block {
  fileprivate var html: String {
    switch self {
    case .heading(let title): "<h3>\(Markup.line(title))</h3>"
    case .text(let text): "<p><bdi>\(Markup.lineOfText(text))</bdi></p>"
    case .list(let items):
      "<ul>\n\(items.map { "<li>\(Markup.lineOfText($0))</li>" }.joined(separator: "\n"))\n</ul>"
    case .table(let table): table.plainHTML
    case .blank(let label):
      "<p class=\"blank\"><span>\(Markup.line(label))</span><span>Date</span></p>"
    }
  }
}

extension Table {
  fileprivate var plainHTML: String {
    let head = columns.map { column in
      "<th scope=\"col\"\(column.kind == .number ? " class=\"n\"" : "")>"
        + "\(Markup.line(column.title))</th>"
    }
    let lines = rows.map { row in
      if row.kind == .group {
        return "<tr class=\"group\"><td colspan=\"\(columns.count)\">"
          + "\(Markup.line(row.cells.first ?? ""))</td></tr>"
      }
      let cells = zip(row.cells, columns).map { cell, column in
        "<td\(column.kind == .number ? " class=\"n\"" : "")>\(Markup.line(cell))</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <table><caption>\(Markup.line(caption))</caption>
      \(TableLayout(self, size: 12).columnGroup)
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(lines.joined(separator: "\n"))
      </tbody></table>
      """
  }
}
