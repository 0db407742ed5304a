extension DistributionChart {
  func drawing(id: String) -> SVG {
    let grid = PanelGrid(count: panels.count)
    var svg = SVG(width: 1040, height: 496, label: label, id: id)
    let bins = panels.map(\.shares.count).max() ?? 1
    let end = start + Double(bins) * width
    for (index, panel) in panels.enumerated() {
      let origin = grid.origin(index)
      draw(panel, x: origin.x, y: origin.y, grid: grid, end: end, into: &svg)
    }
    return svg
  }

  private func draw(
    _ panel: Panel, x: Double, y: Double, grid: PanelGrid, end: Double, into svg: inout SVG
  ) {
    svg.text(
      SVG.fitted(panel.name, in: grid.width, size: 13), x, y + 12,
      panel.isWhatIf ? "panel faint" : "panel")
    svg.text(panel.zeroLabel, x, y + 26, "tick")
    let left = x + 34
    let right = x + grid.width - 6
    let top = max(tallest, 0.01) * 1.06
    let shareTicks = Ticks(from: 0, to: top, about: grid.rows > 2 ? 3 : 5)
    let vertical = Scale(0...top, to: (y + 40)...(y + grid.height - 20), flipped: true)
    for tick in shareTicks.values where tick <= top {
      svg.line(left, vertical(tick), right, vertical(tick), tick == 0 ? "axis" : "rule")
      svg.text(
        Share.tick(tick), left - 5, vertical(tick) + 4, "tick", anchor: .end)
    }
    let horizontal = Scale(min(start, 0)...max(end, 0), to: left...right)
    bars(panel, horizontal, vertical, into: &svg)
    axis(horizontal, y: y + grid.height - 5, about: grid.columns > 2 ? 4 : 8, into: &svg)
  }

  private func bars(
    _ panel: Panel, _ horizontal: Scale, _ vertical: Scale, into svg: inout SVG
  ) {
    for (index, share) in panel.shares.enumerated() where share > 0 {
      let low = start + Double(index) * width
      let high = low + width
      let style = high <= width * 1e-6 ? "owe" : low >= -width * 1e-6 ? "earn" : "mixed"
      let isFirst = index == 0
      let isLast = index == panel.shares.count - 1
      let range =
        isFirst
        ? "below \(Money.tick(high, step: width))"
        : isLast
          ? "from \(Money.tick(low, step: width)) up"
          : "\(Money.tick(low, step: width)) to \(Money.tick(high, step: width))"
      svg.group("\(panel.name), \(range): \(Share.tick(share)) of futures") { svg in
        svg.rectangle(
          x: horizontal(low), y: vertical(share),
          width: max(0.6, horizontal(high) - horizontal(low) - 0.8),
          height: vertical(0) - vertical(share), style)
      }
    }
    guard panel.zeroShare > 0 else { return }
    svg.group("\(panel.name), \(panel.zeroLabel)") { svg in
      svg.rectangle(
        x: horizontal(0) - 2.5, y: vertical(panel.zeroShare), width: 5,
        height: vertical(0) - vertical(panel.zeroShare), "spike")
    }
  }

  private func axis(_ horizontal: Scale, y: Double, about count: Int, into svg: inout SVG) {
    let range = horizontal.from
    let ticks = Ticks(from: range.lowerBound, to: range.upperBound, about: count)
    for tick in ticks.values where range.contains(tick) {
      svg.text(Money.tick(tick, step: ticks.step), horizontal(tick), y, "tick", anchor: .middle)
    }
  }
}

private enum Share {
  /// A share as percent: `12%`, `0.4%`.
  static func tick(_ share: Double) -> String {
    let percent = share * 100
    return DecimalText.fixed(
      percent,
      places: percent > 0 && percent < 9.95
        && (percent - percent.rounded()).magnitude > 1e-9 ? 1 : 0) + "%"
  }
}
