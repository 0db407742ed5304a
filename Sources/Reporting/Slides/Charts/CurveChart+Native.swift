extension CurveChart {
  /// One native chart for each panel. Lines run over the places of the choices, so that a crossing
  /// can stand between two of them; the choices are written under the plot.
  func natives(_ page: ChartPage) throws(CannotWrite) -> [NativeChart] {
    let columns = Double(max(1, panels.count))
    var charts: [NativeChart] = []
    for (place, panel) in panels.enumerated() {
      let frame = ChartFrame(
        x: Double(place) / columns, y: 0, width: 1 / columns, height: 1,
        across: page.across / columns, down: page.down)
      charts.append(
        try drawing(panel, in: frame, page).native(label: "\(label): \(panel.title)"))
    }
    return charts
  }

  private func drawing(_ panel: Panel, in frame: ChartFrame, _ page: ChartPage) -> ChartDrawing {
    let values = panel.lines.flatMap(\.values)
    let about = Int(frame.down / 45)
    let (ticks, code, margin) = scale(panel.unit, values, about: about, page.type)
    let last = Double(max(1, choices.count - 1))
    let rows = legendRows(panel, frame, page)
    var drawing = ChartDrawing(
      frame: frame, colours: page.colours,
      first: ChartAxis(
        kind: .numbers, side: .bottom, type: page.type, ticks: Ticks(places: last),
        hasRules: false, hasNames: false, line: page.colours.slate),
      second: ChartAxis(
        kind: .numbers, side: .left, type: page.type, ticks: ticks, code: code),
      box: .init(
        left: margin + 14, top: 28 + rows, right: frame.across - 24, bottom: frame.down - 28))
    drawing.title = [page.panelTitle(panel.title, isWhatIf: false, in: frame.across - 12)]
    fill(&drawing, panel, page, floor: ticks.range)
    drawing.hasLegend = rows > 0
    return drawing
  }

  /// Pixels of the names over the plot; none where they would take more than a third of it.
  private func legendRows(_ panel: Panel, _ frame: ChartFrame, _ page: ChartPage) -> Double {
    let widths = panel.lines.map { page.type.width("\($0.number) \($0.name)") + 46 }
    let rows = (widths.reduce(0, +) / max(1, frame.across - 20)).rounded(.up)
    let height = rows * (page.type.lineHeight + 4)
    return height < frame.down / 3 && (widths.max() ?? 0) < frame.across ? height : 0
  }

  private func scale(
    _ unit: Unit, _ values: [Double], about count: Int, _ type: ChartType
  ) -> (Ticks, String, Double) {
    switch unit {
    case .dollars:
      let money = MoneyTicks(values, about: count)
      return (money.ticks, money.code, money.width(type))
    case .share:
      let ticks = Ticks(from: values.min() ?? 0, to: values.max() ?? 1, about: max(2, count))
      return (ticks, ticks.step < 0.01 ? "0.0%" : "0%", type.width("100.0%"))
    }
  }

  private func fill(
    _ drawing: inout ChartDrawing, _ panel: Panel, _ page: ChartPage, floor: ClosedRange<Double>
  ) {
    let colours = page.colours
    let kind: ChartSheet.Kind = panel.unit == .dollars ? .dollars : .share
    _ = drawing.sheet.words("Choice", choices)
    let places = drawing.sheet.counts("Place", choices.indices.map(Double.init))
    var series = panel.lines.enumerated().map { place, line -> ChartSeries in
      let range = drawing.sheet.add(
        "\(line.number) \(line.name)", kind, line.values.map(ChartSheet.Cell.number))
      return self.series(
        line, place, .init(column: places.column, rows: range.rows), range, colours)
    }
    let ground = drawing.sheet.add("Axis", kind, choices.map { _ in .number(floor.lowerBound) })
    series.append(axis(places, ground, drawing, page))
    for (place, crossing) in crossings.enumerated() {
      let x = drawing.sheet.counts("Crossing \(place + 1)", [crossing, crossing])
      let y = drawing.sheet.add(
        "Best path changes", kind, [.number(floor.lowerBound), .number(floor.upperBound)])
      series.append(
        ChartSeries(
          places: .numbers(x), values: y,
          ink: ChartInk(line: .init(colour: colours.slate, width: 1, isDashed: true)),
          isInLegend: place == 0))
    }
    drawing.groups = [ChartGroup(kind: .scatter, series: series)]
  }

  /// Each line's number stands on its own point, so that lines that lie close are told apart.
  private func series(
    _ line: Line, _ place: Int, _ places: ChartSheet.Range, _ values: ChartSheet.Range,
    _ colours: ChartColours
  ) -> ChartSeries {
    let shades = [colours.main, colours.light, colours.slate, colours.main, colours.light]
    let shade = shades[place % shades.count]
    let stroke = ChartInk.Line(colour: shade, width: 2, isDashed: place >= 3)
    let mark = ChartInk.Marker(
      symbol: .circle, size: 15, fill: .solid(shade), outline: shade)
    let point = max(0, line.number - 1) % max(1, line.values.count)
    let type = ChartType(size: ChartType.smallest, colour: colours.white, isBold: true)
    return ChartSeries(
      places: .numbers(places), values: values, ink: ChartInk(line: stroke),
      points: [point: ChartInk(line: stroke, marker: mark)],
      labels: ChartLabels(labels: [
        point: .init(.text("\(line.number)"), .centre, type)
      ]))
  }

  /// The names of the choices, under unseen points on the floor.
  private func axis(
    _ places: ChartSheet.Range, _ ground: ChartSheet.Range, _ drawing: ChartDrawing,
    _ page: ChartPage
  ) -> ChartSeries {
    let box = drawing.box
    let room = (box.right - box.left) / Double(max(1, choices.count - 1))
    let widest = choices.map(page.type.width).max() ?? 0
    let step = max(1, Int((widest + 8) / max(1, room)) + (widest + 8 > room ? 1 : 0))
    let shown = choices.indices.filter { $0 % step == 0 }
    let labels = shown.map {
      ($0, ChartLabels.Label(.text(choices[$0]), .below, page.type))
    }
    return ChartSeries(
      places: .numbers(places), values: ground, ink: .invisible,
      labels: ChartLabels(labels: Dictionary(uniqueKeysWithValues: labels)), isInLegend: false)
  }
}

extension Ticks {
  /// Whole places from the first to the last of so many steps.
  fileprivate init(places last: Double) {
    self.init(from: 0, to: last, about: Int(last))
  }
}
