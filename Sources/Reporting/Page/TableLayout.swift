/// Where the columns of a table stand and how high its rows are, worked out before any browser
/// does, so that no word breaks and no sheet overflows.
struct TableLayout {
  let table: Table
  let size, padding: Double
  /// Pixels of each column, adding up to the width of the whole.
  let widths: [Double]
  /// Whether every word fits its column.
  let isWhole: Bool

  /// Room right of each cell, and left of a number.
  static let gap = 16.0

  init(_ table: Table, size: Double, padding: Double = 3, width: Double = SheetRoom.width) {
    self.table = table
    self.size = size
    self.padding = padding
    (widths, isWhole) = Self.widths(of: table, size: size, in: width)
  }

  private static func widths(
    of table: Table, size: Double, in width: Double
  ) -> (widths: [Double], isWhole: Bool) {
    let cells = table.columns.indices.map { column in
      table.rows.filter { $0.kind != .group && $0.cells.indices.contains(column) }
        .map { $0.cells[column] }
    }
    let bold = 1.06
    let least = table.columns.indices.map { index -> Double in
      let column = table.columns[index]
      let head = TextMeasure.longestWord(column.title, size: size - 1) * bold
      let body =
        column.kind == .text
        ? cells[index].map { TextMeasure.longestWord($0, size: size) }.max() ?? 0
        : cells[index].map { TextMeasure.width($0, size: size) }.max() ?? 0
      return min(max(head, body * bold), width * 0.42) + gap
    }
    let wanted = table.columns.indices.map { index -> Double in
      let head = TextMeasure.width(table.columns[index].title, size: size - 1) * bold
      guard table.columns[index].kind == .text else {
        return max(least[index], min(head, head / 3 + 44) + gap)
      }
      let longest = cells[index].map { TextMeasure.width($0, size: size) }.max() ?? 0
      return max(least[index], longest * bold + gap)
    }
    let free = width - least.reduce(0, +)
    guard free > 0 else {
      let sum = least.reduce(0, +)
      return (least.map { $0 * width / sum }, false)
    }
    let wishes = zip(wanted, least).map { $0 - $1 }
    let wished = wishes.reduce(0, +)
    if wished <= free {
      let spare = (free - wished) / Double(max(1, table.columns.count))
      return (wanted.map { $0 + spare }, true)
    }
    // Short columns get what they want; long ones share the rest by the root of their length,
    // which evens out the lines they take.
    let roots = wishes.map { $0.squareRoot() }
    var given = wishes.map { _ in 0.0 }
    var rest = free
    var open = Set(wishes.indices.filter { wishes[$0] > 0 })
    while !open.isEmpty {
      let share = rest / open.reduce(0) { $0 + roots[$1] }
      let content = open.filter { wishes[$0] <= share * roots[$0] }
      guard !content.isEmpty else {
        for index in open { given[index] = share * roots[index] }
        break
      }
      for index in content.sorted() {
        given[index] = wishes[index]
        rest -= wishes[index]
      }
      open.subtract(content)
    }
    return (zip(least, given).map { $0 + $1 }, true)
  }

  private var lineHeight: Double { size * 1.36 }

  private func lines(_ row: Table.Row) -> Int {
    if row.kind == .group { return 1 }
    return zip(zip(row.cells, table.columns), widths).map { cell, width in
      cell.1.kind == .text || !isWhole
        ? TextMeasure.lines(
          cell.0, size: size * (row.kind == .leading ? 1.06 : 1), in: width - Self.gap) : 1
    }.max() ?? 1
  }

  /// Of the row of column titles.
  var headHeight: Double {
    let lines = zip(table.columns, widths).map {
      TextMeasure.lines($0.title, size: (size - 1) * 1.06, in: $1 - Self.gap)
    }
    return Double(lines.max() ?? 1) * size * 1.3 + 2 * padding + 2
  }

  func height(of row: Table.Row) -> Double {
    Double(lines(row)) * lineHeight + 2 * padding + (row.kind == .group ? 8 : 1)
  }

  /// Caption, head, rows and the space below.
  var height: Double {
    heightWithoutRows + table.rows.reduce(0) { $0 + height(of: $1) }
  }

  var heightWithoutRows: Double { 25 + headHeight + 14 }

  /// The columns as shares of the table, for the page.
  var columnGroup: String {
    let sum = widths.reduce(0, +)
    let columns = widths.map {
      "<col style=\"width:\(DecimalText.fixed($0 / sum * 100, places: 2))%\">"
    }
    return "<colgroup>\(columns.joined())</colgroup>"
  }
}
