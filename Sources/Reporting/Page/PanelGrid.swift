/// Where small panels of equal size stand on a sheet.
struct PanelGrid {
  let columns, rows: Int
  let width, height: Double
  let gap = 18.0

  init(count: Int, width: Double = 1040, height: Double = 496) {
    columns =
      switch count {
      case ...1: 1
      case 2, 4: 2
      case 3, 5, 6, 9: 3
      default: 4
      }
    rows = max(1, (count + columns - 1) / columns)
    self.width = (width - Double(columns - 1) * 18) / Double(columns)
    self.height = (height - Double(rows - 1) * 14) / Double(rows)
  }

  func origin(_ index: Int) -> (x: Double, y: Double) {
    (Double(index % columns) * (width + gap), Double(index / columns) * (height + 14))
  }
}
