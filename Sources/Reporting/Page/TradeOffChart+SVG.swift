extension TradeOffChart {
  func drawing(id: String) -> SVG {
    var svg = SVG(width: 1040, height: 262, label: label, id: id)
    let horizontalTicks = Ticks(
      from: points.map(\.tailMean).min() ?? 0, to: points.map(\.tailMean).max() ?? 1, about: 8)
    let verticalTicks = Ticks(
      from: points.map(\.mean).min() ?? 0, to: points.map(\.mean).max() ?? 1, about: 4)
    let x = Scale(horizontalTicks.range, to: 76...880)
    let y = Scale(verticalTicks.range, to: 22...212, flipped: true)
    axes(horizontalTicks, verticalTicks, x, y, into: &svg)
    frontier(x, y, into: &svg)
    let places = spread(points.map { (x($0.tailMean), y($0.mean)) })
    for (point, place) in zip(points, places) {
      svg.group(point.tooltip) { svg in
        let exact = (x(point.tailMean), y(point.mean))
        if place != exact { svg.line(exact.0, exact.1, place.0, place.1, "leader") }
        draw(point, place.0, place.1, into: &svg)
      }
    }
    legend(into: &svg)
    return svg
  }

  /// Marks that would cover an earlier one step aside, and stay tied to their place by a line.
  private func spread(_ exact: [(Double, Double)]) -> [(Double, Double)] {
    var taken: [(Double, Double)] = []
    for place in exact {
      let steps = [(0.0, 0.0), (22, 0), (0, -22), (0, 22), (22, -22), (22, 22), (-22, 0), (44, 0)]
      let free = steps.map { (place.0 + $0.0, place.1 + $0.1) }.first { candidate in
        candidate.0 < 896 && candidate.1 > 8 && candidate.1 < 226
          && taken.allSatisfy {
            let (across, down) = ($0.0 - candidate.0, $0.1 - candidate.1)
            return across * across + down * down >= 20 * 20
          }
      }
      taken.append(free ?? place)
    }
    return taken
  }

  private func axes(
    _ horizontal: Ticks, _ vertical: Ticks, _ x: Scale, _ y: Scale, into svg: inout SVG
  ) {
    for tick in horizontal.values {
      svg.line(x(tick), 22, x(tick), 212, tick == 0 ? "zero" : "rule")
      svg.text(
        Money.tick(tick, step: horizontal.step), x(tick), 228, "tick", anchor: .middle)
    }
    for tick in vertical.values {
      svg.line(76, y(tick), 880, y(tick), tick == 0 ? "zero" : "rule")
      svg.text(Money.tick(tick, step: vertical.step), 62, y(tick) + 4, "tick", anchor: .end)
    }
    svg.text("Mean five-year net", 0, 10, "axis-title")
    svg.text(
      "Mean of the worst 5% of futures (milder to the right)", 880, 250, "axis-title",
      anchor: .end)
  }

  private func frontier(_ x: Scale, _ y: Scale, into svg: inout SVG) {
    let efficient = points.filter { $0.kind == .efficient }
      .sorted { ($0.tailMean, $0.mean) < ($1.tailMean, $1.mean) }
    guard efficient.count > 1 else { return }
    svg.polyline(efficient.map { (x($0.tailMean), y($0.mean)) }, "frontier")
  }

  private func draw(_ point: Point, _ x: Double, _ y: Double, into svg: inout SVG) {
    let (mark, number) =
      switch point.kind {
      case .efficient: ("mark-efficient", "in-earn")
      case .dominated: ("mark-dominated", "in-nothing")
      case .whatIf: ("mark-what-if", "in-nothing")
      }
    svg.circle(x, y, radius: 10, mark)
    svg.text(String(point.number), x, y + 4, number, anchor: .middle)
  }

  private func legend(into svg: inout SVG) {
    let entries = [
      ("mark-efficient", "efficient"), ("mark-dominated", "beaten by another"),
      ("mark-what-if", "what-if"),
    ]
    for (index, entry) in entries.enumerated() {
      let y = 40 + Double(index) * 24
      svg.circle(920, y, radius: 8, entry.0)
      svg.text(entry.1, 936, y + 4, "tick")
    }
  }
}
