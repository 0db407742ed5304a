import Scenarios

extension Chart {
  /// The same chart as office programs keep it; several that tile the exhibit where it has panels.
  ///
  /// - Parameter size: of the exhibit, in EMU (914,400 to the inch).
  /// - Throws: `CannotWrite` where there is no room for a temporary file.
  func nativeCharts(
    in size: (width: Double, height: Double), look: Presentation
  ) throws(CannotWrite) -> [NativeChart] {
    let page = ChartPage(
      across: max(200, size.width / 9_525), down: max(120, size.height / 9_525),
      colours: ChartColours(look))
    switch self {
    case .ranges(let chart): return try chart.natives(page)
    case .outcomes(let chart): return try chart.natives(page)
    case .fans(let chart): return try chart.natives(page)
    case .distributions(let chart): return try chart.natives(page)
    case .tradeOff(let chart): return try chart.natives(page)
    case .coverage(let chart): return try chart.natives(page)
    case .curves(let chart): return try chart.natives(page)
    case .parts(let chart): return try chart.natives(page)
    case .tornado(let chart): return try chart.natives(page)
    }
  }
}

/// The room a chart has; pixels, 96 to the inch.
struct ChartPage: Hashable, Sendable {
  var across, down: Double
  var colours: ChartColours

  /// All of it.
  var whole: ChartFrame {
    ChartFrame(x: 0, y: 0, width: 1, height: 1, across: across, down: down)
  }

  /// Of ticks and labels.
  var type: ChartType { ChartType(size: 10, colour: colours.slate) }
  /// Of names.
  var nameType: ChartType { ChartType(size: 10.5, colour: colours.ink) }
}
