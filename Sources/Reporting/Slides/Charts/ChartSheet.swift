import Foundation

/// The cells behind one native chart: what "Edit Data" opens, and what the chart keeps a copy of.
///
/// Row 1 holds the titles; figures begin in row 2.
struct ChartSheet: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case words, dollars, share, count }
  enum Cell: Hashable, Sendable {
    case words(String)
    case number(Double)
    /// A live formula over other cells of the sheet, with its value now.
    case formula(String, Double)
    case empty
  }
  struct Column: Hashable, Sendable {
    var title: String
    var kind: Kind
    var cells: [Cell]
  }
  /// Cells of one column; rows of figures count from zero.
  struct Range: Hashable, Sendable {
    var column: Int
    var rows: Swift.Range<Int>
  }

  static let name = "Data"
  private(set) var columns: [Column] = []

  /// A further column at the right.
  mutating func add(_ title: String, _ kind: Kind, _ cells: [Cell]) -> Range {
    columns.append(
      Column(title: Names.clamped(title, to: 120), kind: kind, cells: cells.map(kind.rounded)))
    return Range(column: columns.count - 1, rows: 0..<cells.count)
  }

  mutating func words(_ title: String, _ texts: [String]) -> Range {
    add(title, .words, texts.map { $0.isEmpty ? .empty : .words($0) })
  }

  mutating func dollars(_ title: String, _ amounts: [Double]) -> Range {
    add(title, .dollars, amounts.map(Cell.number))
  }

  mutating func shares(_ title: String, _ shares: [Double]) -> Range {
    add(title, .share, shares.map(Cell.number))
  }

  mutating func counts(_ title: String, _ counts: [Double]) -> Range {
    add(title, .count, counts.map(Cell.number))
  }

  /// Dollars that follow from other columns, row by row.
  ///
  /// - Parameters:
  ///   - formula: in a row, with the cells of `columns` in that row in place of `{0}`, `{1}`, ….
  ///   - value: the same of those cells' values.
  mutating func derived(
    _ title: String, from columns: [Range], _ formula: String, _ value: ([Double]) -> Double
  ) -> Range {
    let rows = columns.first?.rows ?? 0..<0
    let cells = rows.map { row -> Cell in
      let now = value(columns.map { number($0.column, row) })
      guard now.isFinite else { return .empty }
      let text = columns.indices.reduce(formula) { text, place in
        text.replacing(
          "{\(place)}", with: SpreadsheetFile.cell(row + 1, columns[place].column))
      }
      return .formula("=" + text, now)
    }
    return add(title, .dollars, cells)
  }

  /// Not a number where the cell holds none.
  func number(_ column: Int, _ row: Int) -> Double {
    guard columns.indices.contains(column), columns[column].cells.indices.contains(row) else {
      return .nan
    }
    switch columns[column].cells[row] {
    case .number(let value), .formula(_, let value): return value
    case .words, .empty: return .nan
    }
  }

  /// - Throws: `CannotWrite` where there is no room for a temporary file.
  func workbook() throws(CannotWrite) -> Data {
    let file = try SpreadsheetFile()
    let sheet = try file.sheet(Self.name)
    for (place, column) in columns.enumerated() {
      sheet.text(column.title, 0, place, .heading)
      for (row, cell) in column.cells.enumerated() {
        switch cell {
        case .words(let text): sheet.text(text, row + 1, place)
        case .number(let value): sheet.number(value, row + 1, place, column.kind.format)
        case .formula(let text, let value):
          sheet.formula(text, value: value, row + 1, place, column.kind.format)
        case .empty: break
        }
      }
      sheet.width(column.kind == .words ? 30 : 18, from: place, through: place)
    }
    sheet.freeze(row: 1, column: 1)
    return try file.bytes()
  }
}

extension ChartSheet.Kind {
  /// Of a copied figure: cents, and millionths of a share as in `outcomes.csv`.
  var places: Int {
    switch self {
    case .dollars: 2
    case .share: 6
    case .words, .count: 4
    }
  }

  var code: String {
    switch self {
    case .dollars: "#,##0.00"
    case .share: "0.0%"
    case .words, .count: "General"
    }
  }

  fileprivate var format: CellFormat? { CellFormat(number: code) }

  /// The figure as it is kept everywhere.
  fileprivate func rounded(_ cell: ChartSheet.Cell) -> ChartSheet.Cell {
    func kept(_ value: Double) -> Double {
      Double(DecimalText.fixed(value, places: places)) ?? .nan
    }
    switch cell {
    case .number(let value): return kept(value).isFinite ? .number(kept(value)) : .empty
    case .formula(let text, let value): return .formula(text, kept(value))
    case .words(let text):
      let clean = Names.clamped(text, to: 1_000)
      return clean.isEmpty ? .empty : .words(clean)
    case .empty: return cell
    }
  }
}
