extension TradeOffChart {
  /// A scatter, one series for each kind of point; the efficient ones joined.
  func natives(_ page: ChartPage) throws(CannotWrite) -> [NativeChart] {
    let across = MoneyTicks(points.map(\.tailMean), about: Int(page.across / 110))
    let up = MoneyTicks(points.map(\.mean), about: Int(page.down / 45))
    var drawing = ChartDrawing(
      frame: page.whole, colours: page.colours,
      first: ChartAxis(
        kind: .numbers, side: .bottom, type: page.type,
        title: "Mean of the worst 5% of futures (milder to the right)", ticks: across.ticks,
        code: across.code, line: page.colours.slate),
      second: ChartAxis(
        kind: .numbers, side: .left, type: page.type, title: "Mean five-year net",
        ticks: up.ticks, code: up.code, line: page.colours.slate),
      box: .init(
        left: up.width(page.type) + 36, top: 30, right: page.across - 24, bottom: page.down - 48))
    fill(&drawing, page)
    drawing.hasLegend = true
    return [try drawing.native(label: label)]
  }

  /// Of one kind together, the efficient ones along their line.
  private var ordered: [(kind: Point.Kind, points: [Point])] {
    [Point.Kind.efficient, .dominated, .whatIf].map { kind in
      let own = points.filter { $0.kind == kind }
      return (
        kind,
        kind == .efficient
          ? own.sorted { ($0.tailMean, $0.mean, $0.number) < ($1.tailMean, $1.mean, $1.number) }
          : own
      )
    }
    .filter { !$0.points.isEmpty }
  }

  private func fill(_ drawing: inout ChartDrawing, _ page: ChartPage) {
    let groups = ordered
    let rows = groups.flatMap(\.points)
    _ = drawing.sheet.counts("Number", rows.map { Double($0.number) })
    _ = drawing.sheet.words("Option", rows.map(\.name))
    let kinds = drawing.sheet.words("Kind", rows.map(\.kind.words))
    let tails = drawing.sheet.dollars("Mean of the worst 5%", rows.map(\.tailMean))
    let means = drawing.sheet.dollars("Mean five-year net", rows.map(\.mean))
    let labels = PointLabels(rows, in: drawing, page)
    var start = 0
    var series: [ChartSeries] = []
    for group in groups {
      let span = start..<start + group.points.count
      let own = span.map { (($0 - start), labels.labels[$0]) }
      series.append(
        ChartSeries(
          name: .cell(column: kinds.column, row: start),
          places: .numbers(.init(column: tails.column, rows: span)),
          values: .init(column: means.column, rows: span),
          ink: page.colours.ink(of: group.kind),
          labels: ChartLabels(labels: Dictionary(uniqueKeysWithValues: own))))
      start += group.points.count
    }
    drawing.groups = [ChartGroup(kind: .scatter, series: series)]
  }
}

extension TradeOffChart.Point.Kind {
  fileprivate var words: String {
    switch self {
    case .efficient: "Efficient"
    case .dominated: "Not efficient"
    case .whatIf: "What-if"
    }
  }
}

extension ChartColours {
  fileprivate func ink(of kind: TradeOffChart.Point.Kind) -> ChartInk {
    switch kind {
    case .efficient:
      ChartInk(
        line: .init(colour: main, width: 1, isDashed: true),
        marker: .init(symbol: .circle, size: 11, fill: .solid(main), outline: main))
    case .dominated:
      ChartInk(marker: .init(symbol: .circle, size: 11, fill: .solid(light), outline: main))
    case .whatIf:
      ChartInk(marker: .init(symbol: .diamond, size: 11, fill: .solid(quiet), outline: slate))
    }
  }
}

/// A number and, where it covers nothing, the name beside each point of a scatter.
private struct PointLabels {
  private(set) var labels: [ChartLabels.Label] = []
  private var taken: [(x: ClosedRange<Double>, y: ClosedRange<Double>)]
  private let across: ClosedRange<Double>
  private let down: ClosedRange<Double>

  init(_ points: [TradeOffChart.Point], in drawing: ChartDrawing, _ page: ChartPage) {
    let box = drawing.box
    across = 4...(page.across - 4)
    down = 4...(page.down - 4)
    let x = Scale(drawing.first.ticks?.range ?? 0...1, to: box.left...box.right)
    let y = Scale(drawing.second.ticks?.range ?? 0...1, to: box.top...box.bottom, flipped: true)
    let places = points.map { (x($0.tailMean), y($0.mean)) }
    taken = places.map { (($0.0 - 7)...($0.0 + 7), ($0.1 - 7)...($0.1 + 7)) }
    for (point, place) in zip(points, places) { add(point, place, page) }
  }

  private mutating func add(
    _ point: TradeOffChart.Point, _ place: (Double, Double), _ page: ChartPage
  ) {
    let type = ChartType(
      size: 10, colour: point.kind == .whatIf ? page.colours.slate : page.colours.ink,
      isItalic: point.kind == .whatIf)
    for text in ["\(point.number) \(type.fitted(point.name, in: 210))", "\(point.number)"] {
      let room = (type.width(text) + 4, type.lineHeight)
      for spot in [ChartLabels.Spot.right, .left, .above, .below] {
        guard let box = free(spot, place, room) else { continue }
        taken.append(box)
        labels.append(.init(.text(text.replacing(" ", with: "\u{A0}")), spot, type))
        return
      }
    }
    labels.append(.init(.text("\(point.number)"), .right, type))
  }

  /// Where a label of this size would stand, `nil` where it would cover something.
  private func free(_ spot: ChartLabels.Spot, _ place: (Double, Double), _ room: (Double, Double))
    -> (x: ClosedRange<Double>, y: ClosedRange<Double>)?
  {
    let (left, top) =
      switch spot {
      case .left: (place.0 - 10 - room.0, place.1 - room.1 / 2)
      case .above: (place.0 - room.0 / 2, place.1 - 9 - room.1)
      case .below: (place.0 - room.0 / 2, place.1 + 9)
      default: (place.0 + 10, place.1 - room.1 / 2)
      }
    let (x, y) = (left...(left + room.0), top...(top + room.1))
    guard across.contains(left), across.contains(x.upperBound), down.contains(top),
      down.contains(y.upperBound)
    else { return nil }
    return taken.allSatisfy { !$0.x.overlaps(x) || !$0.y.overlaps(y) } ? (x, y) : nil
  }
}
