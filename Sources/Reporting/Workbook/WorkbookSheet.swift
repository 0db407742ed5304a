/// One sheet of the workbook: what it is, then its tables one below the other, then its charts.
struct WorkbookSheet: Sendable {
  var name: String
  var title: String
  /// What it holds and how to read it.
  var says: String
  var tables: [WorkbookTable] = []
  var charts: [WorkbookChart] = []
  /// Stands for the tables where there is nothing to show.
  var absence: String?
  /// Sentences above the tables, a row each.
  var remarks: [String] = []

  /// What it holds, in lines that fit a screen and a page.
  var lines: [String] { Statement.wrapped(says, to: Self.lineLength) }
  static let lineLength = 150
  /// Rows before remarks and tables: title, what it holds, how it was simulated, a blank one.
  var heading: Int { lines.count + 3 }
  /// The row of the first table.
  var top: Int { heading + (remarks.isEmpty ? 0 : remarks.count + 1) }

  /// Whether its header row stays in sight.
  var isSingle: Bool { tables.count == 1 }

  /// The row of a table's caption, or of its header where it has no caption; rows count from zero.
  func start(of place: Int) -> Int {
    tables[..<place].reduce(top) { $0 + $1.height + 1 }
  }

  /// The row in which a table's columns are named.
  func header(of place: Int) -> Int { start(of: place) + (tables[place].caption == nil ? 0 : 1) }

  /// The first row below all tables.
  var end: Int { tables.isEmpty ? top + 1 : start(of: tables.count) }

  /// The cells of one column of a table; `nil` where there is no such column.
  func range(_ table: String, _ column: String, rows: Range<Int>? = nil) -> CellRange? {
    guard let place = tables.firstIndex(where: { $0.name == table }),
      let found = tables[place].columns.firstIndex(where: { $0.title == column })
    else { return nil }
    let cells = tables[place].columns[found].cells
    let rows = rows ?? cells.indices
    guard !rows.isEmpty, rows.upperBound <= cells.count else { return nil }
    return CellRange(
      sheet: name, column: found, first: header(of: place) + 1 + rows.lowerBound,
      values: cells[rows].map(\.value))
  }

  /// Everything in a table below its header; `nil` where it has no rows.
  func area(of place: Int) -> String? {
    let (table, first) = (tables[place], header(of: place) + 1)
    guard table.rowCount > 0, !table.columns.isEmpty else { return nil }
    return CellRange.reference(
      sheet: name, rows: first..<first + table.rowCount, columns: 0..<table.columns.count)
  }
}

/// Rows of cells under named columns.
struct WorkbookTable: Sendable {
  /// The name by which formulas of other workbooks know its rows.
  var name: String
  var caption: String?
  var columns: [WorkbookColumn]

  init(_ name: String, caption: String? = nil, _ columns: [[WorkbookColumn]]) {
    self.name = name
    self.caption = caption
    self.columns = columns.flatMap { $0 }
  }

  var rowCount: Int { columns.map(\.cells.count).max() ?? 0 }
  var height: Int { rowCount + 1 + (caption == nil ? 0 : 1) }
}

/// Neighbouring cells of one column, and what they hold.
struct CellRange: Hashable, Sendable {
  var sheet: String
  var column, first: Int
  var values: [Double]

  /// `'Rules in force'!$B$5:$B$9`.
  var reference: String {
    Self.reference(
      sheet: sheet, rows: first..<first + values.count, columns: column..<column + 1)
  }

  subscript(place: Int) -> CellRange {
    CellRange(sheet: sheet, column: column, first: first + place, values: [values[place]])
  }

  subscript(places: Range<Int>) -> CellRange {
    CellRange(
      sheet: sheet, column: column, first: first + places.lowerBound,
      values: Array(values[places]))
  }

  var sum: Double { values.reduce(0, +) }

  static func reference(sheet: String, rows: Range<Int>, columns: Range<Int>) -> String {
    func cell(_ row: Int, _ column: Int) -> String {
      "$\(SpreadsheetFile.column(column))$\(row + 1)"
    }
    let first = cell(rows.lowerBound, columns.lowerBound)
    let last = cell(rows.upperBound - 1, columns.upperBound - 1)
    return quoted(sheet) + "!" + (first == last ? first : "\(first):\(last)")
  }

  private static func quoted(_ sheet: String) -> String {
    sheet.allSatisfy { $0.isASCII && $0.isLetter } ? sheet : "'\(sheet)'"
  }
}
