extension CoverageChart {
  /// Marks over the groups with whiskers of two standard errors; dashed lines at what was meant.
  func natives(_ page: ChartPage) throws(CannotWrite) -> [NativeChart] {
    let lowest = rows.flatMap { $0.held.map { $0.share - 2 * $0.standardError } }.min() ?? 0
    let from = min(0.4, max(0, (lowest * 10).rounded(.down) / 10))
    let ticks = Ticks(from: from, to: 1, about: max(2, Int(page.down / 45)))
    let pitch = (page.across - 80) / Double(max(1, rows.count))
    var names = page.nameType
    if pitch < 74 { names.size = ChartType.smallest }
    let isNarrow = rows.contains {
      TextMeasure.longestWord($0.name, size: names.size * 4 / 3) > pitch
    }
    names.turn = isNarrow ? -90 : 0
    let foot =
      isNarrow
      ? (titles.map(names.width).max() ?? 0)
      : names.lineHeight * Double(titles.map { names.lines($0, in: pitch - 6) }.max() ?? 1)
    var drawing = ChartDrawing(
      frame: page.whole, colours: page.colours,
      first: ChartAxis(kind: .words, side: .bottom, type: names, line: page.colours.slate),
      second: ChartAxis(
        kind: .numbers, side: .left, type: page.type, title: "Share of outcomes held",
        ticks: ticks, code: "0%"),
      box: .init(
        left: 66, top: 30, right: page.across - 14,
        bottom: page.down - min(foot + 10, page.down * 0.5)))
    fill(&drawing, page)
    drawing.hasLegend = true
    drawing.legendType = page.type
    return [try drawing.native(label: label)]
  }

  private var titles: [String] { rows.map { "\($0.name) (\(DecimalText.grouped($0.count)))" } }

  private func fill(_ drawing: inout ChartDrawing, _ page: ChartPage) {
    let names = drawing.sheet.words("Group (forecasts)", titles)
    let own = rows.indices.filter { rows[$0].isOwn }
    var marks: [ChartSeries] = []
    var lines: [ChartSeries] = []
    for (place, promised) in promised.enumerated() {
      let percent = DecimalText.printed(promised * 100, places: 0) + "%"
      let held = rows.map { $0.held.indices.contains(place) ? $0.held[place] : nil }
      let shares = drawing.sheet.shares(
        "Range meant to hold \(percent)", held.map { $0?.share ?? .nan })
      let errors = drawing.sheet.shares(
        "Two standard errors, \(percent)", held.map { 2 * ($0?.standardError ?? .nan) })
      let meant = drawing.sheet.shares("Meant: \(percent)", rows.map { _ in promised })
      let mark = Self.mark(place, page.colours)
      marks.append(
        ChartSeries(
          places: .words(names), values: shares, ink: ChartInk(marker: mark),
          points: Dictionary(uniqueKeysWithValues: own.map { ($0, Self.larger(mark)) }),
          errors: errors))
      lines.append(
        ChartSeries(
          places: .words(names), values: meant,
          ink: ChartInk(line: .init(colour: page.colours.slate, width: 1, isDashed: true)),
          isInLegend: false))
    }
    drawing.groups = [ChartGroup(kind: .lines, series: marks + lines)]
  }

  /// The group of the scenario at hand.
  private static func larger(_ mark: ChartInk.Marker) -> ChartInk {
    var large = mark
    large.size += 5
    return ChartInk(marker: large)
  }

  /// Circle, square, diamond: told apart in black and white.
  private static func mark(_ place: Int, _ colours: ChartColours) -> ChartInk.Marker {
    switch place {
    case 0:
      .init(symbol: .circle, size: 8, fill: .solid(colours.light), outline: colours.main)
    case 1: .init(symbol: .square, size: 8, fill: .solid(colours.main), outline: colours.main)
    default: .init(symbol: .diamond, size: 9, fill: .solid(colours.loss), outline: colours.loss)
    }
  }
}
