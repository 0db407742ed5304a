/// A native chart that refers to the cells of the workbook.
struct WorkbookChart: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Of each category a line from the lowest to the highest series, a bar from the first to the
    /// last, and marks between.
    case ranges
    /// Columns that add up to one.
    case shares
    /// Bars from zero to either side, one below the other.
    case bars
    /// Lines over time.
    case lines
  }

  struct Series: Hashable, Sendable {
    enum Shade: Hashable, Sendable {
      case main, light, grey
      /// Told apart in black and white too: hatched, or broken.
      case loss
    }
    var name: String
    /// The column of values; categories are the chart's.
    var column: String
    var shade: Shade
    var mark: Mark = .none
  }

  enum Mark: Hashable, Sendable { case none, square, diamond, circle }

  var kind: Kind
  var title: String
  /// For those who cannot see it.
  var label: String
  /// Where its figures stand: a sheet, a table there, the column of its categories, rows.
  var sheet: String
  var table: String
  var categories: String
  var rows: Range<Int>
  var series: [Series]
  /// Of the axis of values.
  var format: NumberFormat
  var valueTitle: String
}
