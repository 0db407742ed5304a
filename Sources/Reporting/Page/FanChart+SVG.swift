extension FanChart {
  func drawing(id: String, height: Double) -> SVG {
    var svg = SVG(width: SVG.sheetWidth, height: height, label: label, id: id)
    let grid = PanelGrid(
      large: panels.count, columns: panels.count > 4 ? 3 : min(2, panels.count), height: height)
    let ticks = Ticks(from: lowest, to: highest, about: Int(grid.frames[0].height / 38))
    for (index, panel) in panels.enumerated() {
      draw(panel, in: grid.frames[index], isFirst: index == 0, ticks: ticks, into: &svg)
    }
    return svg
  }

  private func draw(
    _ panel: Panel, in frame: PanelGrid.Frame, isFirst: Bool, ticks: Ticks, into svg: inout SVG
  ) {
    let (x, y, height) = (frame.x, frame.y, frame.height)
    svg.text(
      SVG.fitted(panel.name, in: frame.width, size: 15), x, y + 14,
      panel.isWhatIf ? "panel faint" : "panel")
    let left = x + 52
    let right = x + frame.width - 62
    let margin = max(highest - lowest, 1) * 0.04
    let range = (lowest - margin)...(highest + margin)
    let vertical = Scale(range, to: (y + 26)...(y + height - 28), flipped: true)
    for tick in ticks.values where range.contains(tick) {
      svg.line(left, vertical(tick), right, vertical(tick), tick == 0 ? "zero" : "rule")
      svg.text(
        Money.tick(tick, step: ticks.step), left - 6, vertical(tick) + 4, "tick", anchor: .end)
    }
    let places = panel.years.indices.map { index in
      left + (right - left) * Double(index) / Double(max(1, panel.years.count - 1))
    }
    band(panel, 0, 4, places, vertical, "fan-wide", into: &svg)
    band(panel, 1, 3, places, vertical, "fan-narrow", into: &svg)
    svg.polyline(
      zip(places, panel.years).map { ($0, vertical($1.quantiles[2])) }, "middle")
    for (place, year) in zip(places, panel.years) {
      svg.group(year.tooltip) { svg in
        svg.circle(place, vertical(year.quantiles[2]), radius: 4, "dot")
      }
      svg.text(year.name, place, y + height - 6, "tick", anchor: .middle)
    }
    ends(panel, x: right + 6, vertical, into: &svg)
  }

  private func band(
    _ panel: Panel, _ low: Int, _ high: Int, _ places: [Double], _ vertical: Scale,
    _ style: String, into svg: inout SVG
  ) {
    let upper = zip(places, panel.years).map { ($0, vertical($1.quantiles[high])) }
    let lower = zip(places, panel.years).map { ($0, vertical($1.quantiles[low])) }
    svg.polygon(upper + lower.reversed(), style)
  }

  /// The last year's 95th, 50th and 5th percentiles beside the fan, where they do not collide.
  private func ends(_ panel: Panel, x: Double, _ vertical: Scale, into svg: inout SVG) {
    guard let last = panel.years.last else { return }
    var previous = -Double.infinity
    for level in [4, 2, 0] {
      let y = max(vertical(last.quantiles[level]) + 4, previous + 14)
      previous = y
      let value = last.quantiles[level]
      let rounded = Precision(value: value, standardError: value.magnitude / 50).rounded(value)
      svg.text(
        Money.tick(rounded, step: 0), x, y, level == 2 ? "tick strong" : "tick")
    }
  }
}
