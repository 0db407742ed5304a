extension Shapes {
  /// A native table with its caption above it.
  mutating func add(_ table: Table, _ block: SlideBlock) {
    let frame = block.frame
    let above = SlideMeasure.captionHeight(table.caption, in: frame.width)
    if above > 0 {
      let ink = Ink(points: SlideMeasure.captionPoints, bold: true, colour: .main)
      text(
        "Caption", Frame(frame.x, frame.y, frame.width, above),
        ink.paragraph(table.caption, on: canvas))
    }
    let layout = SlideMeasure.layout(
      table, points: block.points, padding: block.padding, in: frame.width)
    let drawing = TableDrawing(layout: layout, points: block.points, canvas: canvas)
    self.frame(
      "Table", Frame(frame.x, frame.y + above, frame.width, drawing.height),
      saying: drawing.description,
      graphic: "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">"
        + "\(drawing.xml)</a:graphicData>")
  }
}

/// A table as office programs keep it: head flagged, rules thin, rows told apart by weight and
/// slant, so that it holds in black and white.
struct TableDrawing {
  let layout: TableLayout
  let points: Double
  let canvas: Canvas
  private var table: Table { layout.table }

  var height: Double { table.rows.reduce(layout.headHeight) { $0 + layout.height(of: $1) } }

  var description: String {
    let columns = table.columns.map(\.title).filter { !$0.isEmpty }
    let rows = table.rows.filter { $0.kind != .group }.count
    return "\(table.caption). Table of \(rows) row\(rows == 1 ? "" : "s"): "
      + "\(columns.joined(separator: ", "))."
  }

  var xml: String {
    let grid = layout.widths.map { "<a:gridCol w=\"\(canvas.emu($0))\"/>" }.joined()
    let rows = table.alignedRows.map { row in
      "<a:tr h=\"\(canvas.emu(layout.height(of: row)))\">\(cells(of: row))</a:tr>"
    }
    // "No style, no grid": what is drawn is drawn by the cells.
    return "<a:tbl><a:tblPr firstRow=\"1\"><a:tableStyleId>"
      + "{2D5ABB26-0587-4C30-8999-92F81FD0307C}</a:tableStyleId></a:tblPr>"
      + "<a:tblGrid>\(grid)</a:tblGrid>\(head)\(rows.joined())</a:tbl>"
  }

  private var head: String {
    let ink = Ink(points: max(1, points - 0.75), bold: true)
    let cells = table.columns.map {
      cell($0.title, ink, $0.kind, anchor: "b", below: Edge(points: 1.25, colour: .text))
    }
    return "<a:tr h=\"\(canvas.emu(layout.headHeight))\">\(cells.joined())</a:tr>"
  }

  private func cells(of row: Table.Row) -> String {
    if row.kind == .group {
      let ink = Ink(points: points, bold: true, colour: .main)
      let name = cell(
        row.cells.first ?? "", ink, .text, anchor: "b", below: Edge(points: 1, colour: .text),
        span: table.columns.count)
      let merged =
        "<a:tc hMerge=\"1\"><a:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        + "<a:endParaRPr lang=\"en-US\"/></a:p></a:txBody><a:tcPr/></a:tc>"
      return name + String(repeating: merged, count: max(0, table.columns.count - 1))
    }
    let ink = Ink(points: points, bold: row.kind == .leading, italic: row.kind == .whatIf)
    let isOneLine =
      layout.height(of: row) < 2 * Canvas.pixels(ofPoints: points) + 2 * layout.padding
    return table.columns.indices.map { index in
      cell(
        row.cells.indices.contains(index) ? row.cells[index] : "", ink, table.columns[index].kind,
        anchor: isOneLine ? "ctr" : "t", below: Edge(points: 0.5, colour: .pale),
        fill: row.kind == .leading ? .pale : nil)
    }.joined()
  }

  private struct Edge {
    var points: Double
    var colour: Ink.Colour
  }

  private func cell(
    _ text: String, _ ink: Ink, _ kind: Table.Column.Kind, anchor: String, below: Edge,
    fill: Ink.Colour? = nil, span: Int = 1
  ) -> String {
    let side = canvas.emu(TableLayout.gap / 2)
    let padding = canvas.emu(layout.padding)
    let ground = fill.map { "<a:solidFill><a:schemeClr val=\"\($0.rawValue)\"/></a:solidFill>" }
    let none = ["L", "R", "T"].map { "<a:ln\($0) w=\"0\"><a:noFill/></a:ln\($0)>" }.joined()
    let paragraph = ink.paragraph(text, on: canvas, alignment: kind == .number ? "r" : "l")
    return "<a:tc\(span > 1 ? " gridSpan=\"\(span)\"" : "")><a:txBody><a:bodyPr/><a:lstStyle/>"
      + "\(paragraph)</a:txBody><a:tcPr marL=\"\(side)\" marR=\"\(side)\" marT=\"\(padding)\" "
      + "marB=\"\(padding)\" anchor=\"\(anchor)\">\(none)"
      + "<a:lnB w=\"\(Int(below.points * 12_700))\"><a:solidFill>"
      + "<a:schemeClr val=\"\(below.colour.rawValue)\"/></a:solidFill></a:lnB>"
      + "\(ground ?? "<a:noFill/>")</a:tcPr></a:tc>"
  }
}
