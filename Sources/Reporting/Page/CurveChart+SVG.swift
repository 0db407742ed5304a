extension CurveChart {
  func drawing(id: String, height: Double) -> SVG {
    var svg = SVG(width: SVG.sheetWidth, height: height, label: label, id: id)
    let width = SVG.sheetWidth / Double(max(1, panels.count))
    for (place, panel) in panels.enumerated() {
      draw(
        panel, from: Double(place) * width, width: width - 16, bottom: height - 30, into: &svg)
    }
    return svg
  }

  private func draw(
    _ panel: Panel, from left: Double, width: Double, bottom: Double, into svg: inout SVG
  ) {
    let all = panel.lines.flatMap(\.values)
    let ticks = Ticks(from: all.min() ?? 0, to: all.max() ?? 1, about: Int(bottom / 50))
    let y = Scale(ticks.range, to: 34...bottom, flipped: true)
    let x = Scale(0...Double(max(1, choices.count - 1)), to: (left + 66)...(left + width - 22))
    svg.text(panel.title, left, 14, "panel")
    for tick in ticks.values {
      svg.line(x.to.lowerBound, y(tick), x.to.upperBound, y(tick), tick == 0 ? "zero" : "rule")
      svg.text(
        panel.unit.tick(tick, step: ticks.step), left + 58, y(tick) + 4, "tick", anchor: .end)
    }
    for (place, choice) in choices.enumerated() {
      svg.text(choice, x(Double(place)), bottom + 20, "tick", anchor: .middle)
    }
    for crossing in crossings {
      svg.polyline([(x(crossing), 34), (x(crossing), bottom)], "frontier")
    }
    for line in panel.lines { draw(line, x, y, into: &svg) }
  }

  /// Each line's number stands on its own point, so that lines that lie close are told apart.
  private func draw(_ line: Line, _ x: Scale, _ y: Scale, into svg: inout SVG) {
    let points = line.values.enumerated().map { (x(Double($0.offset)), y($0.element)) }
    guard !points.isEmpty else { return }
    svg.group("\(line.number) \(line.name)") { svg in
      svg.polyline(points, "middle")
      let mark = points[(line.number - 1) % points.count]
      svg.circle(mark.0, mark.1, radius: 9, "mark-efficient")
      svg.text(String(line.number), mark.0, mark.1 + 4, "in-earn", anchor: .middle)
    }
  }
}

extension CurveChart.Unit {
  fileprivate func tick(_ value: Double, step: Double) -> String {
    switch self {
    case .dollars: Money.tick(value, step: step)
    case .share: DecimalText.printed(value * 100, places: step < 0.01 ? 1 : 0) + "%"
    }
  }
}
