extension PartsChart {
  /// One lying bar for each part, with whiskers of two standard errors; its share stands behind it.
  func natives(_ page: ChartPage) throws(CannotWrite) -> [NativeChart] {
    let rows = groups.flatMap(\.rows)
    let highest = rows.map { $0.amount + 2 * $0.standardError }.max() ?? 0
    let money = MoneyTicks([0, highest], about: Int(page.across / 130))
    let widest = rows.map { page.nameType.width($0.name) }.max() ?? 0
    let left = min(widest + 16, page.across * 0.4)
    var drawing = ChartDrawing(
      frame: page.whole, colours: page.colours,
      first: ChartAxis(
        kind: .words, side: .left, type: page.nameType, isReversed: true,
        line: page.colours.slate),
      second: ChartAxis(
        kind: .numbers, side: .bottom, type: page.type, ticks: money.ticks, code: money.code,
        isOpposite: true),
      box: .init(left: left, top: 30, right: page.across - 150, bottom: page.down - 26))
    fill(&drawing, rows, page, money)
    drawing.hasLegend = true
    drawing.legendType = page.type
    return [try drawing.native(label: label)]
  }

  private func fill(
    _ drawing: inout ChartDrawing, _ rows: [Row], _ page: ChartPage, _ money: MoneyTicks
  ) {
    let names = drawing.sheet.words("Source", rows.map(\.name))
    let errors = drawing.sheet.dollars("Two standard errors", rows.map { 2 * $0.standardError })
    _ = drawing.sheet.words("Share of the variance", rows.map(\.share))
    let colours = page.colours
    let inks = [
      ChartInk(fill: .solid(colours.main)), ChartInk(fill: .solid(colours.light)),
      ChartInk(fill: .solid(colours.nothing), line: .init(colour: colours.slate, width: 0.5)),
    ]
    var before = 0
    var series: [ChartSeries] = []
    for (group, ink) in zip(groups, inks) {
      let own = before..<before + group.rows.count
      let range = drawing.sheet.dollars(
        group.name, rows.indices.map { own.contains($0) ? rows[$0].amount : .nan })
      let labels = own.map { ($0, label(rows[$0], drawing, page, money)) }
      series.append(
        ChartSeries(
          places: .words(names), values: range, ink: ink,
          labels: ChartLabels(labels: Dictionary(uniqueKeysWithValues: labels)), errors: errors))
      before += group.rows.count
    }
    drawing.groups = [ChartGroup(kind: .bars, series: series, gap: 45)]
  }

  /// The amount, and its share of the variance, past the whisker.
  private func label(
    _ row: Row, _ drawing: ChartDrawing, _ page: ChartPage, _ money: MoneyTicks
  ) -> ChartLabels.Label {
    let note = row.share.isEmpty ? "" : " (\(row.share))"
    let unit = MoneyUnit(for: [row.amount])
    let precision = Precision(value: row.amount, standardError: row.standardError)
    let places = max(0, unit.exponent - precision.exponent)
    let isClear = !row.share.isEmpty
    let type = ChartType(size: 10, colour: page.colours.ink)
    var label = ChartLabels.Label(
      isClear ? .value(unit.code(places: places, note: note)) : .text("not told from 0"), .beyond,
      type)
    let span = money.ticks.range.upperBound - money.ticks.range.lowerBound
    let reach = 2 * row.standardError / span * (drawing.box.right - drawing.box.left)
    label.shift = (max(0, min(reach, 200) + 8) / drawing.frame.across, 0)
    return label
  }
}
