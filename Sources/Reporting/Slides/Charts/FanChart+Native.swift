extension FanChart {
  /// One native chart for each panel, all to one scale.
  func natives(_ page: ChartPage) throws(CannotWrite) -> [NativeChart] {
    let frames = ChartFrame.tiles(panels.count, across: page.across, down: page.down)
    var charts: [NativeChart] = []
    for (panel, frame) in zip(panels, frames) {
      charts.append(
        try drawing(panel, in: frame, page).native(label: "\(label): \(panel.name)"))
    }
    return charts
  }

  private static let levels = ["5th", "25th", "50th", "75th", "95th"]

  private func drawing(_ panel: Panel, in frame: ChartFrame, _ page: ChartPage) -> ChartDrawing {
    let colours = page.colours
    let money = MoneyTicks([lowest, highest], about: Int(frame.down / 42))
    var drawing = ChartDrawing(
      frame: frame, colours: colours,
      first: ChartAxis(kind: .words, side: .bottom, type: page.type, line: colours.slate),
      second: ChartAxis(
        kind: .numbers, side: .left, type: page.type, ticks: money.ticks, code: money.code,
        reachesEdges: true),
      box: .init(
        left: money.width(page.type) + 12, top: 52, right: frame.across - 58,
        bottom: frame.down - 26))
    drawing.title = [page.panelTitle(panel.name, isWhatIf: panel.isWhatIf, in: frame.across - 12)]
    drawing.hasLegend = true
    drawing.legendType = ChartType(size: ChartType.smallest, colour: colours.slate)
    fill(&drawing, panel, page, money)
    return drawing
  }

  private func fill(
    _ drawing: inout ChartDrawing, _ panel: Panel, _ page: ChartPage, _ money: MoneyTicks
  ) {
    let colours = page.colours
    let years = drawing.sheet.words("Through", panel.years.map(\.name))
    let levels = Self.levels.enumerated().map { place, level in
      drawing.sheet.dollars(
        place == 2 ? "Middle outcome" : "\(level) percentile",
        panel.years.map { $0.quantiles.count == 5 ? $0.quantiles[place] : .nan })
    }
    let base = drawing.sheet.derived("Base, not drawn", from: [levels[0]], "{0}") { $0[0] }
    let bands: [(String, Int, QuantileBands.Band, Bool)] = [
      ("Nine in ten futures", 0, .nineInTen, true), ("Half of all futures", 1, .half, true),
      ("50th to 75th", 2, .half, false), ("75th to 95th", 3, .nineInTen, false),
    ]
    let areas = bands.map { title, from, band, isNamed in
      let range = drawing.sheet.derived(title, from: [levels[from + 1], levels[from]], "{0}-{1}") {
        $0[0] - $0[1]
      }
      return ChartSeries(
        places: .words(years), values: range, ink: colours.ink(of: band), isInLegend: isNamed)
    }
    let foot = ChartSeries(
      places: .words(years), values: base, ink: .invisible, isInLegend: false)
    drawing.groups = [
      ChartGroup(kind: .areas, series: [foot] + areas),
      ChartGroup(kind: .lines, series: lines(levels, years, drawing, page, money)),
    ]
  }

  /// The middle outcome drawn; the others unseen, there for the figure at their end.
  private func lines(
    _ levels: [ChartSheet.Range], _ years: ChartSheet.Range, _ drawing: ChartDrawing,
    _ page: ChartPage, _ money: MoneyTicks
  ) -> [ChartSeries] {
    let colours = page.colours
    let dot = ChartInk.Marker(
      symbol: .circle, size: 6, fill: .solid(colours.main), outline: colours.white)
    let shown = endLabels(levels, drawing, money)
    return [2, 0, 1, 3, 4].map { level in
      let isMiddle = level == 2
      var series = ChartSeries(
        places: .words(years), values: levels[level],
        ink: isMiddle
          ? ChartInk(line: .init(colour: colours.main, width: 2), marker: dot) : .invisible,
        isInLegend: isMiddle)
      if let code = shown[level] {
        let type = ChartType(size: ChartType.smallest, colour: colours.ink, isBold: isMiddle)
        series.labels = ChartLabels(labels: [
          years.rows.count - 1: ChartLabels.Label(.value(code), .right, type)
        ])
      }
      return series
    }
  }

  /// Formats of the last year's 5th, 50th and 95th percentiles, those left out that would cover
  /// the middle one.
  private func endLabels(
    _ levels: [ChartSheet.Range], _ drawing: ChartDrawing, _ money: MoneyTicks
  ) -> [Int: String] {
    let last = levels[0].rows.count - 1
    let scale = Scale(money.ticks.range, to: drawing.box.top...drawing.box.bottom, flipped: true)
    let values = levels.map { drawing.sheet.number($0.column, last) }
    guard values.allSatisfy(\.isFinite) else { return [:] }
    var shown: [Int: String] = [:]
    for level in [2, 4, 0]
    where level == 2 || (scale(values[level]) - scale(values[2])).magnitude > 14 {
      let value = values[level]
      let rounded = Precision(value: value, standardError: value.magnitude / 50).rounded(value)
      let unit = MoneyUnit(for: [rounded])
      shown[level] = unit.code(places: unit.places(for: rounded))
    }
    return shown
  }
}

extension ChartPage {
  /// The name of a panel, over it at the left.
  func panelTitle(_ name: String, isWhatIf: Bool, in width: Double) -> (
    text: String, type: ChartType
  ) {
    let type = ChartType(
      size: 11, colour: isWhatIf ? colours.slate : colours.ink, isBold: !isWhatIf,
      isItalic: isWhatIf)
    return (type.fitted(name, in: width), type)
  }
}
