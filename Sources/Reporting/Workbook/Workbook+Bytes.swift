import Foundation
import Scenarios

extension Workbook {
  /// The `.xlsx`: the same bytes for the same figures.
  func bytes() throws(CannotWrite) -> Data {
    let file = try SpreadsheetFile(title: title)
    let style = WorkbookStyle(look)
    for sheet in sheets {
      let made = try file.sheet(sheet.name)
      write(sheet, on: made, style)
      for place in sheet.tables.indices {
        if let area = sheet.area(of: place) { file.define(sheet.tables[place].name, area) }
      }
    }
    for (name, range) in names { file.define(name, range.reference) }
    return try file.bytes()
  }

  private func write(
    _ sheet: WorkbookSheet, on made: SpreadsheetFile.Sheet, _ style: WorkbookStyle
  ) {
    made.text(sheet.title, 0, 0, style.title)
    for (place, line) in (sheet.lines + [simulated]).enumerated() {
      made.text(line, 1 + place, 0, style.line)
    }
    if let absence = sheet.absence { made.text(absence, sheet.heading, 0) }
    for (place, remark) in sheet.remarks.enumerated() {
      made.text(remark, sheet.heading + place, 0, style.remark)
    }
    let widths = sheet.widths
    for place in sheet.tables.indices { write(sheet, table: place, widths, on: made, style) }
    setUp(sheet, widths, made)
    for (place, chart) in sheet.charts.enumerated() {
      insert(chart, place, of: sheet, on: made)
    }
  }

  private func write(
    _ sheet: WorkbookSheet, table place: Int, _ widths: [Double],
    on made: SpreadsheetFile.Sheet, _ style: WorkbookStyle
  ) {
    let (table, header) = (sheet.tables[place], sheet.header(of: place))
    if let caption = table.caption { made.text(caption, header - 1, 0, style.caption) }
    made.height(table.headerHeight(widths), ofRow: header)
    for (row, height) in table.rowHeights(widths) {
      made.height(height, ofRow: header + 1 + row)
    }
    for (column, content) in table.columns.enumerated() {
      made.text(
        content.title, header, column, content.isText ? style.textHeader : style.header)
      for (row, cell) in content.cells.enumerated() {
        write(cell, on: made, header + 1 + row, column, content.runsOver ? style.running : style)
      }
    }
  }

  private func write(
    _ cell: WorkbookCell, on made: SpreadsheetFile.Sheet, _ row: Int, _ column: Int,
    _ style: WorkbookStyle
  ) {
    switch cell {
    case .blank: break
    case .text(let text): made.text(text, row, column, style.text)
    case .number(let value, let format): made.number(value, row, column, style.number(format))
    case .formula(let formula, let value, let format):
      made.formula(formula, value: value, row, column, style.number(format))
    case .verdict(let formula, let value):
      made.formula(formula, text: value, row, column, style.verdict)
    }
  }

  private func setUp(
    _ sheet: WorkbookSheet, _ widths: [Double], _ made: SpreadsheetFile.Sheet
  ) {
    for (column, width) in widths.enumerated() {
      made.width(width, from: column, through: column)
    }
    let header = sheet.isSingle ? sheet.header(of: 0) : sheet.heading - 1
    made.freeze(row: header + (sheet.isSingle ? 1 : 0), column: sheet.tables.isEmpty ? 0 : 1)
    let pages = max(1, Int((widths.reduce(0, +) / Self.charactersAcross).rounded(.up)))
    made.print(across: pages, repeating: 0...header, footer: footer)
    if sheet.isSingle, sheet.tables[0].rowCount > 1 {
      made.filter(
        rows: header...header + sheet.tables[0].rowCount,
        columns: 0...sheet.tables[0].columns.count - 1)
    }
  }

  /// Characters of the cells' size that one printed page bears legibly.
  private static let charactersAcross = 210.0

  private func insert(
    _ chart: WorkbookChart, _ place: Int, of sheet: WorkbookSheet, on made: SpreadsheetFile.Sheet
  ) {
    let size = SpreadsheetFile.Sheet.chartSize
    guard let source = sheets.first(where: { $0.name == chart.sheet }) else { return }
    let ranges = chart.series.compactMap {
      source.range(chart.table, $0.column, rows: chart.rows)
    }
    guard let names = source.range(chart.table, chart.categories, rows: chart.rows),
      ranges.count == chart.series.count
    else { return }
    made.insert(
      chart, categories: names, values: ranges, at: sheet.end + place / 2 * (size.rows + 1),
      left: place % 2 * (size.width + 20), look: ChartLook(look.colours))
  }
}

extension WorkbookSheet {
  /// Of each column the widest that a table asks for; captions and headings may run over.
  var widths: [Double] {
    let count = tables.map(\.columns.count).max() ?? 0
    return (0..<count).map { column in
      tables.reduce(8.0) { widest, table in
        column < table.columns.count && !table.columns[column].runsOver
          ? max(widest, table.columns[column].width) : widest
      }
    }
  }
}

extension WorkbookTable {
  /// Points of one line of a cell.
  private static let line = 15.0

  /// Points that the names of the columns take, each wrapped at its column's width.
  fileprivate func headerHeight(_ widths: [Double]) -> Double {
    let lines = zip(columns, widths).map { column, width in
      Statement.wrapped(column.title, to: max(1, Int(width) - 3)).count
    }
    return Self.line * Double(max(1, lines.max() ?? 1)) + 1
  }

  /// Points of the rows that take more than one line.
  fileprivate func rowHeights(_ widths: [Double]) -> [(row: Int, height: Double)] {
    var most: [Int: Int] = [:]
    for (column, width) in zip(columns, widths) where !column.runsOver {
      for (row, cell) in column.cells.enumerated() {
        guard case .text(let text) = cell, Double(text.utf8.count) > width - 2 else { continue }
        let lines = Statement.wrapped(text, to: max(1, Int(width) - 2))
          .reduce(0) { $0 + 1 + $1.count / (Int(width) + 1) }
        if lines > 1 { most[row] = max(most[row] ?? 1, lines) }
      }
    }
    return most.map { (row: $0.key, height: min(Self.line * Double($0.value), 400)) }
  }
}
