extension TornadoChart {
  /// Two bars from zero on one line for each input; the shorter of two on one side lies in front.
  func natives(_ page: ChartPage) throws(CannotWrite) -> [NativeChart] {
    let all: [Double] = rows.flatMap { $0.ends.map(\.amount) } + [0]
    let widest = rows.map { page.nameType.width($0.name) }.max() ?? 0
    let words = rows.flatMap { $0.ends.map { page.type.width($0.words) } }.max() ?? 0
    // Room within the plot for the words beyond the longest bars.
    let room = (words + 14) / (page.across * 0.5) * ((all.max() ?? 0) - (all.min() ?? 0))
    let money = MoneyTicks(
      [(all.min() ?? 0) - room, (all.max() ?? 0) + room], about: Int(page.across / 120))
    var drawing = ChartDrawing(
      frame: page.whole, colours: page.colours,
      first: ChartAxis(
        kind: .words, side: .left, type: page.nameType, isReversed: true,
        line: page.colours.slate),
      second: ChartAxis(
        kind: .numbers, side: .bottom, type: page.type,
        title: "\u{2190} less than projected  ·  more than projected \u{2192}",
        ticks: money.ticks, code: money.code, isOpposite: true),
      box: .init(
        left: min(widest + 16, page.across * 0.3), top: 30, right: page.across - 30,
        bottom: page.down - 46))
    var heading = page.panelTitle(title, isWhatIf: false, in: page.across - 12)
    heading.type.size = 11
    drawing.title = [heading]
    fill(&drawing, page, money)
    return [try drawing.native(label: label)]
  }

  private func amounts(_ end: Int) -> [Double] {
    rows.map { $0.ends.indices.contains(end) ? $0.ends[end].amount : .nan }
  }

  private func fill(_ drawing: inout ChartDrawing, _ page: ChartPage, _ money: MoneyTicks) {
    let names = drawing.sheet.words("Input", rows.map(\.name))
    let ends = [0, 1].map { end -> ChartSheet.Range in
      _ = drawing.sheet.words(
        end == 0 ? "Lower level" : "Higher level",
        rows.map { $0.ends.indices.contains(end) ? $0.ends[end].words : "" })
      return drawing.sheet.dollars(
        end == 0 ? "Change at the lower level" : "Change at the higher level", amounts(end))
    }
    let front = drawing.sheet.derived(
      "Lower level in front", from: ends, "IF(AND({0}*{1}>0,ABS({0})<ABS({1})),{0},0)"
    ) { $0[0] * $0[1] > 0 && $0[0].magnitude < $0[1].magnitude ? $0[0] : 0 }
    let colours = page.colours
    let gain = ChartInk(fill: .solid(colours.main), line: .init(colour: colours.white))
    let loss = ChartInk(
      fill: .hatch(colours.loss, on: colours.lossGround), line: .init(colour: colours.loss))
    let series = (ends + [front]).enumerated().map { place, range -> ChartSeries in
      let values = rows.indices.map { drawing.sheet.number(range.column, $0) }
      let below = values.indices.filter { values[$0] < 0 }
      let labels = place < 2 ? self.labels(place, drawing, page, money) : [:]
      return ChartSeries(
        places: .words(names), values: range, ink: gain,
        points: Dictionary(uniqueKeysWithValues: below.map { ($0, loss) }),
        labels: labels.isEmpty ? nil : ChartLabels(labels: labels), isInLegend: false)
    }
    drawing.groups = [ChartGroup(kind: .bars, series: series, gap: 40)]
  }

  /// The level that each end belongs to, beyond its bar; the shorter of two on one side has it on
  /// the other side of zero.
  private func labels(
    _ end: Int, _ drawing: ChartDrawing, _ page: ChartPage, _ money: MoneyTicks
  ) -> [Int: ChartLabels.Label] {
    let span = money.ticks.range.upperBound - money.ticks.range.lowerBound
    let scale = (drawing.box.right - drawing.box.left) / span
    var result: [Int: ChartLabels.Label] = [:]
    for (place, row) in rows.enumerated() where row.ends.count == 2 && !row.ends[end].words.isEmpty
    {
      let (own, other) = (row.ends[end].amount, row.ends[1 - end].amount)
      var label = ChartLabels.Label(.text(row.ends[end].words), .beyond, page.type)
      let isShorter =
        (own < 0) == (other < 0)
        && (own.magnitude < other.magnitude || own.magnitude == other.magnitude && end == 0)
      if isShorter {
        let move = own.magnitude * scale + page.type.width(row.ends[end].words) + 12
        label.shift = ((own < 0 ? move : -move) / drawing.frame.across, 0)
      }
      result[place] = label
    }
    return result
  }
}
