import CXlsxWriter

extension SpreadsheetFile.Sheet {
  /// Width and height of a chart in pixels, and how many rows of the usual height it covers.
  static let chartSize = (width: 720, height: 384, rows: 20)

  /// A native chart whose every figure and name refers to cells of the workbook.
  ///
  /// - Parameter left: Its distance from the first column; pixels.
  func insert(
    _ chart: WorkbookChart, categories: CellRange, values: [CellRange], at row: Int, left: Int,
    look: ChartLook
  ) {
    guard let made = workbook_add_chart(file.book, chart.kind.type) else { return }
    for (series, range) in zip(chart.series, values) {
      guard
        let added = chart_add_series(
          made, "=\(categories.reference)", "=\(range.reference)")
      else { continue }
      chart_series_set_name(added, series.name)
      look.dress(added, series, chart.kind)
    }
    look.arrange(made, chart)
    Self.title(made, chart, look)
    place(made, chart.label, at: row, left: left)
    file.check(LXW_NO_ERROR, room: 30_000)
  }

  private static func title(
    _ made: UnsafeMutablePointer<lxw_chart>, _ chart: WorkbookChart, _ look: ChartLook
  ) {
    chart_title_set_name(made, chart.title)
    var font = lxw_chart_font()
    font.size = 12
    font.bold = 1
    chart_title_set_name_font(made, &font)
    chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
  }

  private func place(
    _ chart: UnsafeMutablePointer<lxw_chart>, _ label: String, at row: Int, left: Int
  ) {
    label.withCString { text in
      var options = lxw_chart_options()
      options.x_offset = Int32(left)
      options.x_scale = Double(Self.chartSize.width) / 480
      options.y_scale = Double(Self.chartSize.height) / 288
      options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
      options.description = UnsafeMutablePointer(mutating: text)
      file.check(
        worksheet_insert_chart_opt(sheet, lxw_row_t(row), 0, chart, &options))
    }
  }
}

extension WorkbookChart.Kind {
  fileprivate var type: UInt8 {
    switch self {
    case .ranges, .lines: UInt8(LXW_CHART_LINE.rawValue)
    case .shares: UInt8(LXW_CHART_COLUMN_STACKED_PERCENT.rawValue)
    case .bars: UInt8(LXW_CHART_BAR.rawValue)
    }
  }
}
