extension Paper {
  /// The file as Markdown with tables; the same bytes every time.
  var markdown: String {
    let head =
      ["# \(isFinal ? "" : "\(Self.draft): ")\(MarkdownText.escaped(title))"]
      + (isFinal
        ? []
        : [
          "**\(Self.draft). Not final: made without `--final`, which refuses while required fields are "
            + "empty.**"
        ]) + banners.map { "**\(MarkdownText.escaped($0))**" }
    let body = sections.enumerated().flatMap { place, section in
      ["## \(place + 1). \(MarkdownText.escaped(section.heading))"]
        + section.blocks.map(\.markdown)
    }
    return (head + body + ["---", MarkdownText.paragraph(footer)]).joined(separator: "\n\n") + "\n"
  }
}

extension Paper.Block {
  fileprivate var markdown: String {
    switch self {
    case .heading(let title): "### \(MarkdownText.escaped(title))"
    case .text(let text): MarkdownText.paragraph(text)
    case .list(let items):
      items.map { "- \(MarkdownText.paragraph($0))" }.joined(separator: "\n")
    case .table(let table): table.markdown
    case .blank(let label):
      "\(MarkdownText.paragraph(label)): " + String(repeating: "\\_", count: 30)
        + "  Date: " + String(repeating: "\\_", count: 12)
    }
  }
}

extension Table {
  /// Caption, head, rule and rows; a group's name stands in the first cell, in bold.
  fileprivate var markdown: String {
    let head = "| \(columns.map { MarkdownText.escaped($0.title) }.joined(separator: " | ")) |"
    let rule = "|\(columns.map { $0.kind == .number ? " ---: |" : " --- |" }.joined())"
    let lines = rows.map { row in
      var cells = row.cells.map(MarkdownText.escaped)
      if row.kind == .group { cells = ["**\(cells.first ?? "")**"] }
      cells += Array(repeating: "", count: max(0, columns.count - cells.count))
      return "| \(cells.joined(separator: " | ")) |"
    }
    return (["*\(MarkdownText.escaped(caption))*", "", head, rule] + lines).joined(separator: "\n")
  }
}
