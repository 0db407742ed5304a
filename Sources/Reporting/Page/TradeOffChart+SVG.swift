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
    for point in points {
      svg.group(point.tooltip) { svg in
        draw(point, x(point.tailMean), y(point.mean), into: &svg)
      }
    }
    legend(into: &svg)
    return svg
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
      svg.text(Money.tick(tick, step: vertical.step), 68, y(tick) + 4, "tick", anchor: .end)
    }
    svg.text("Mean five-year net", 0, 12, "axis-title")
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
    switch point.kind {
    case .efficient:
      svg.circle(x, y, radius: 10, "mark-efficient")
      svg.text(String(point.number), x, y + 4, "in-earn", anchor: .middle)
    case .dominated:
      svg.circle(x, y, radius: 10, "mark-dominated")
      svg.text(String(point.number), x, y + 4, "in-nothing", anchor: .middle)
    case .whatIf:
      svg.circle(x, y, radius: 10, "mark-what-if")
      svg.text(String(point.number), x, y + 4, "in-nothing", anchor: .middle)
    }
  }

  private func legend(into svg: inout SVG) {
    let entries = [
      ("mark-efficient", "efficient"), ("mark-dominated", "beaten by another"),
      ("mark-what-if", "what-if"),
    ]
    for (index, entry) in entries.enumerated() {
      let y = 40 + Double(index) * 24
      svg.circle(908, y, radius: 8, entry.0)
      svg.text(entry.1, 924, y + 4, "tick")
    }
  }
}
