/// Where small panels stand on a sheet: the large ones above, the small ones in rows below.
struct PanelGrid {
  struct Frame {
    var x, y, width, height: Double
    var isSmall: Bool
  }
  let frames: [Frame]

  /// - Parameters:
  ///   - columns: of the large panels.
  ///   - small: panels below at two thirds of the height, in one row of four or more.
  init(
    large: Int, columns: Int, small: Int = 0, width: Double = SVG.sheetWidth, height: Double,
    from top: Double = 0
  ) {
    let (across, down) = (26.0, 16.0)
    let columns = max(1, min(columns, large))
    let rows = Double((large + columns - 1) / columns)
    let smallColumns = max(columns, 4)
    let smallRows = Double((small + smallColumns - 1) / smallColumns)
    let unit = (height - top - down * (rows + smallRows - 1)) / (rows + smallRows * 0.66)
    let wide = (width - Double(columns - 1) * across) / Double(columns)
    let narrow = (width - Double(smallColumns - 1) * across) / Double(smallColumns)
    let above = (0..<large).map { index in
      Frame(
        x: Double(index % columns) * (wide + across),
        y: top + Double(index / columns) * (unit + down), width: wide, height: unit,
        isSmall: false)
    }
    let (low, start) = (unit * 0.66, top + rows * (unit + down))
    let below = (0..<small).map { index -> Frame in
      let row = Double(index / smallColumns)
      return Frame(
        x: Double(index % smallColumns) * (narrow + across), y: start + row * (low + down),
        width: narrow, height: low, isSmall: true)
    }
    frames = above + below
  }

  /// Columns of panels that may be narrow.
  static func columns(for count: Int) -> Int {
    switch count {
    case ...4: count
    case 5, 6, 9: 3
    default: 4
    }
  }

  /// Columns of panels that want to be wide.
  static func wideColumns(for count: Int) -> Int { count <= 2 ? 1 : 2 }
}
