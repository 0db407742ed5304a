import CXlsxWriter
import Scenarios

/// Colours of the charts, told apart by lightness and by hatching too.
struct ChartLook {
  let main, light, loss: lxw_color_t
  private static let grey: lxw_color_t = 0xBFBFBF

  init(_ colours: Presentation.Colours) {
    func number(_ digits: String) -> lxw_color_t { lxw_color_t(digits, radix: 16) ?? 0x40_4040 }
    main = number(colours.main)
    light = number(colours.light)
    loss = number(colours.loss)
  }

  private func colour(_ shade: WorkbookChart.Series.Shade) -> lxw_color_t {
    switch shade {
    case .main: main
    case .light: light
    case .grey: Self.grey
    case .loss: loss
    }
  }

  func dress(
    _ made: UnsafeMutablePointer<lxw_chart_series>, _ series: WorkbookChart.Series,
    _ kind: WorkbookChart.Kind
  ) {
    switch kind {
    case .shares, .bars: fill(made, series)
    case .lines, .ranges:
      var line = lxw_chart_line()
      line.color = colour(series.shade)
      line.width = series.shade == .main ? 2.5 : 1.5
      line.none = kind == .ranges ? 1 : 0
      if series.shade == .loss { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
      chart_series_set_line(made, &line)
      mark(made, series)
    }
  }

  private func fill(
    _ made: UnsafeMutablePointer<lxw_chart_series>, _ series: WorkbookChart.Series
  ) {
    var edge = lxw_chart_line()
    edge.color = series.shade == .grey ? 0x7F7F7F : colour(series.shade)
    edge.width = 0.75
    chart_series_set_line(made, &edge)
    guard series.shade == .loss else {
      var fill = lxw_chart_fill()
      fill.color = colour(series.shade)
      return chart_series_set_fill(made, &fill)
    }
    var pattern = lxw_chart_pattern()
    pattern.fg_color = loss
    pattern.bg_color = 0xFFFFFF
    pattern.type = UInt8(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue)
    chart_series_set_pattern(made, &pattern)
  }

  private func mark(
    _ made: UnsafeMutablePointer<lxw_chart_series>, _ series: WorkbookChart.Series
  ) {
    let (type, size): (lxw_chart_marker_type, UInt8) =
      switch series.mark {
      case .none: (LXW_CHART_MARKER_NONE, 2)
      case .square: (LXW_CHART_MARKER_SQUARE, 6)
      case .diamond: (LXW_CHART_MARKER_DIAMOND, 9)
      case .circle: (LXW_CHART_MARKER_CIRCLE, 6)
      }
    chart_series_set_marker_type(made, UInt8(type.rawValue))
    chart_series_set_marker_size(made, size)
    var (fill, line) = (lxw_chart_fill(), lxw_chart_line())
    fill.color = colour(series.shade)
    line.color = colour(series.shade)
    chart_series_set_marker_fill(made, &fill)
    chart_series_set_marker_line(made, &line)
  }

  /// Axes, lines and bars that belong to the whole chart.
  func arrange(_ made: UnsafeMutablePointer<lxw_chart>, _ chart: WorkbookChart) {
    guard let values = chart_axis_get(made, LXW_CHART_AXIS_TYPE_Y),
      let names = chart_axis_get(made, LXW_CHART_AXIS_TYPE_X)
    else { return }
    let isBars = chart.kind == .bars
    chart_axis_set_num_format(isBars ? names : values, chart.format.code)
    chart_axis_set_name(isBars ? names : values, chart.valueTitle)
    chart_axis_set_label_position(
      isBars ? values : names, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    switch chart.kind {
    case .ranges: ranges(made)
    case .shares: chart_set_series_gap(made, 60)
    case .lines: break
    case .bars:
      chart_set_series_overlap(made, 100)
      chart_set_series_gap(made, 40)
      chart_axis_set_reverse(values)
    }
  }

  private func ranges(_ made: UnsafeMutablePointer<lxw_chart>) {
    var line = lxw_chart_line()
    line.color = 0x40_4040
    line.width = 1
    chart_set_high_low_lines(made, &line)
    var (edge, fill) = (lxw_chart_line(), lxw_chart_fill())
    edge.color = main
    fill.color = light
    var (edgeBelow, fillBelow) = (edge, fill)
    chart_set_up_down_bars_format(made, &edge, &fill, &edgeBelow, &fillBelow)
  }
}
