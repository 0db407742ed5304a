extension OutcomeChart {
  private struct Bar {
    var option, year: String
    var shares: OutcomeChart.Year?
  }

  /// One stacked column for each performance year of each option, an empty place between options.
  func natives(_ page: ChartPage) throws(CannotWrite) -> [NativeChart] {
    let bars = self.bars
    let type = ChartType(size: page.type.size, colour: page.colours.slate)
    let slot = (page.across - 76) / Double(max(1, bars.count))
    let turns = slot < type.width("2027 ENH") + 2
    var names = page.nameType
    names.turn = turns ? -90 : 0
    let nameLines = panels.map {
      page.nameType.lines($0.name, in: slot * Double($0.years.count))
    }
    let foot =
      (turns ? type.width("2027 ENH") + 12 : 20)
      + page.nameType.lineHeight * Double(min(3, nameLines.max() ?? 1)) + 10
    let shares = Ticks(from: 0, to: 1, about: 5)
    var drawing = ChartDrawing(
      frame: page.whole, colours: page.colours,
      first: ChartAxis(kind: .words, side: .bottom, type: names, line: page.colours.slate),
      second: ChartAxis(
        kind: .numbers, side: .left, type: page.type, title: "Share of futures", ticks: shares,
        code: "0%"),
      box: .init(left: 64, top: 30, right: page.across - 12, bottom: page.down - foot))
    fill(&drawing, bars, page, slot: slot, height: page.down - foot - 30)
    drawing.hasLegend = true
    drawing.legendType = page.type
    return [try drawing.native(label: label)]
  }

  private var bars: [Bar] {
    panels.enumerated().flatMap { place, panel -> [Bar] in
      let years = panel.years.enumerated().map { index, year in
        let track = year.track == "ENHANCED" ? "ENH" : year.track
        return Bar(
          option: index == 0 ? panel.name : "", year: "\(year.name) \(track)", shares: year)
      }
      return years + (place < panels.count - 1 ? [Bar(option: "", year: "")] : [])
    }
  }

  private func fill(
    _ drawing: inout ChartDrawing, _ bars: [Bar], _ page: ChartPage, slot: Double, height: Double
  ) {
    let options = drawing.sheet.words("Option", bars.map(\.option))
    let years = drawing.sheet.words("Performance year and level", bars.map(\.year))
    let colours = page.colours
    let kinds: [(String, KeyPath<Year, Double>, ChartInk, String, ChartInk.Fill)] = [
      (
        "owes CMS", \.owe,
        ChartInk(
          fill: .hatch(colours.loss, on: colours.lossGround),
          line: .init(colour: colours.loss, width: 0.5)),
        colours.loss, .solid(colours.white)
      ),
      (
        "nothing either way", \.nothing,
        ChartInk(fill: .solid(colours.nothing), line: .init(colour: "8894A0", width: 0.5)),
        colours.ink, .none
      ),
      ("earns shared savings", \.earn, ChartInk(fill: .solid(colours.main)), colours.white, .none),
    ]
    let series = kinds.map { title, share, ink, colour, plate -> ChartSeries in
      let values = bars.map { $0.shares?[keyPath: share] ?? .nan }
      let range = drawing.sheet.shares(title, values)
      return ChartSeries(
        places: .levels(outer: options, inner: years), values: range, ink: ink,
        labels: Self.labels(values, colour, plate, slot: slot, height: height))
    }
    drawing.groups = [ChartGroup(kind: .stackedColumns, series: series, gap: 18)]
  }

  /// The share, where its piece is tall enough; turned where the column is narrow.
  private static func labels(
    _ values: [Double], _ colour: String, _ plate: ChartInk.Fill, slot: Double, height: Double
  ) -> ChartLabels {
    var type = ChartType(size: ChartType.smallest, colour: colour, isBold: true)
    let isNarrow = slot * 0.85 < type.width("62%") + 4
    type.turn = isNarrow ? -90 : 0
    let need = isNarrow ? type.width("62%") + 6 : type.lineHeight + 2
    let places = values.indices.filter { values[$0].isFinite && values[$0] * height >= need }
    return ChartLabels(
      labels: Dictionary(
        uniqueKeysWithValues: places.map {
          ($0, ChartLabels.Label(.value("0%"), .centre, type, fill: plate))
        }))
  }
}
