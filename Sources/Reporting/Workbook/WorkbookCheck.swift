/// One total that a reader would check: what is printed, what a live formula makes of other cells,
/// and how far apart rounding alone may put them.
struct WorkbookCheck: Hashable, Sendable {
  enum Printed: Hashable, Sendable {
    case cell(CellRange)
    /// A count known when the workbook was written.
    case number(Double)

    var value: Double {
      switch self {
      case .cell(let range): range.sum
      case .number(let number): number
      }
    }
  }

  var says, of: String
  var printed: Printed
  /// Without its equals sign, and what it comes to.
  var formula: String
  var value: Double
  var allowed: Double

  var difference: Double { value - printed.value }
  var isPassed: Bool { difference.magnitude <= allowed }

  static let shown = NumberFormat(code: "#,##0.00####")

  /// The cells of its row.
  func cells(row: Int) -> [WorkbookCell] {
    let printedCell: WorkbookCell =
      switch printed {
      case .cell(let range): .formula("=\(range.reference)", value: range.sum, Self.shown)
      case .number(let number): .number(number, Self.shown)
      }
    let line = row + 1
    return [
      .text(says), .text(of), printedCell, .formula("=\(formula)", value: value, Self.shown),
      .formula("=D\(line)-C\(line)", value: difference, Self.shown),
      .number(allowed, Self.shown),
      .verdict(
        "=IF(ABS(E\(line))<=F\(line),\"OK\",\"differs by \"&ROUND(E\(line),6))", value: verdict),
    ]
  }

  private var verdict: String {
    guard !isPassed else { return "OK" }
    let rounded = (difference * 1e6).rounded(.toNearestOrAwayFromZero) / 1e6
    return "differs by \(rounded)"
  }

  static let titles = [
    "Check", "Of", "Printed", "Computed here", "Difference", "Allowed for rounding", "Verdict",
  ]
}
