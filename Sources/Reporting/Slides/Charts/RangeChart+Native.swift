extension RangeChart {
  /// One upright bar for each option: pale to nine in ten, dark to half of all futures, with the
  /// mean and the mean of the worst 5 percent as marks.
  func natives(_ page: ChartPage) throws(CannotWrite) -> [NativeChart] {
    let amounts = rows.flatMap { $0.quantiles + [$0.mean, $0.tailMean] }
    let money = MoneyTicks(amounts + [0], about: Int(page.down / 45))
    let left = money.width(page.type) + 34
    let pitch = (page.across - left - 12) / Double(max(1, rows.count))
    let lines = rows.map { page.nameType.lines($0.name, in: pitch - 10) }.max() ?? 1
    let bottom = page.down - page.nameType.lineHeight * Double(min(lines, 4)) - 8
    var drawing = ChartDrawing(
      frame: page.whole, colours: page.colours,
      first: ChartAxis(kind: .words, side: .bottom, type: page.nameType, line: page.colours.slate),
      second: ChartAxis(
        kind: .numbers, side: .left, type: page.type, title: "Five-year net", ticks: money.ticks,
        code: money.code),
      box: .init(left: left, top: 30, right: page.across - 12, bottom: bottom))
    fill(&drawing, page, pitch)
    drawing.hasLegend = true
    return [try drawing.native(label: label)]
  }

  private func quantiles(_ place: Int) -> [Double] {
    rows.map { $0.quantiles.count == 5 ? $0.quantiles[place] : .nan }
  }

  private func fill(_ drawing: inout ChartDrawing, _ page: ChartPage, _ pitch: Double) {
    let names = drawing.sheet.words("Option", rows.map(\.name))
    let levels = ["5th", "25th", "50th", "75th", "95th"].enumerated().map {
      drawing.sheet.dollars("\($1) percentile", quantiles($0))
    }
    let mean = drawing.sheet.dollars("Mean", rows.map(\.mean))
    _ = drawing.sheet.words("Standard error of the mean, \(unit.rawValue)", rows.map(\.error))
    let tail = drawing.sheet.dollars("Mean of the worst 5%", rows.map(\.tailMean))
    let bars = QuantileBands(levels, in: &drawing.sheet).pieces.map { piece in
      let ink = page.colours.ink(of: piece.band)
      return ChartSeries(
        places: .words(names), values: piece.range, ink: ink,
        points: piece.band == nil ? [:] : whatIfs(ink, page.colours), isInLegend: piece.isNamed)
    }
    drawing.groups = [
      ChartGroup(kind: .stackedColumns, series: bars, gap: 130),
      ChartGroup(kind: .lines, series: marks(names, mean, tail, page, pitch)),
    ]
  }

  /// What cannot be signed is drawn hollow.
  private func whatIfs(_ ink: ChartInk, _ colours: ChartColours) -> [Int: ChartInk] {
    let hollow = ChartInk(
      fill: .solid(colours.white), line: .init(colour: colours.light, width: 1))
    return Dictionary(
      uniqueKeysWithValues: rows.indices.filter { rows[$0].isWhatIf }.map { ($0, hollow) })
  }

  /// The means carry their value and error where there is room beside the bar.
  private func marks(
    _ names: ChartSheet.Range, _ mean: ChartSheet.Range, _ tail: ChartSheet.Range,
    _ page: ChartPage, _ pitch: Double
  ) -> [ChartSeries] {
    let colours = page.colours
    let dot = ChartInk.Marker(
      symbol: .circle, size: 9, fill: .solid(colours.main), outline: colours.white)
    let diamond = ChartInk.Marker(
      symbol: .diamond, size: 10, fill: .solid(colours.loss), outline: colours.white)
    var means = ChartSeries(places: .words(names), values: mean, ink: ChartInk(marker: dot))
    means.labels = ChartLabels(
      labels: Dictionary(
        uniqueKeysWithValues: rows.indices.map { ($0, meanLabel(rows[$0], page, pitch)) }))
    return [
      means, ChartSeries(places: .words(names), values: tail, ink: ChartInk(marker: diamond)),
    ]
  }

  private func meanLabel(_ row: Row, _ page: ChartPage, _ pitch: Double) -> ChartLabels.Label {
    let decimals = row.value.split(separator: ".", omittingEmptySubsequences: false)
    let places = decimals.count > 1 ? decimals[1].filter(\.isNumber).count : 0
    let type = ChartType(
      size: pitch < 90 ? ChartType.smallest : 10, colour: page.colours.ink, isBold: row.isLeading)
    let note = " " + row.error
    let whole = unit.letter + note
    let hasRoom = type.width("\u{2212}$\(row.value)\(whole)") + 12 < pitch * 0.75
    return ChartLabels.Label(
      .value(unit.code(places: places, note: hasRoom ? note : "")), .right, type)
  }

  private var unit: MoneyUnit { valueTitle.last.flatMap(MoneyUnit.init) ?? .dollar }
}
