extension DistributionChart {
  func drawing(id: String, height: Double) -> SVG {
    var svg = SVG(width: SVG.sheetWidth, height: height, label: label, id: id)
    let small = panels.contains { !$0.isWhatIf } ? panels.filter(\.isWhatIf).count : 0
    let large = panels.count - small
    let grid = PanelGrid(
      large: large, columns: PanelGrid.wideColumns(for: large), small: small, height: height)
    for (panel, frame) in zip(panels, grid.frames) { draw(panel, in: frame, into: &svg) }
    return svg
  }

  private var end: Double { start + Double(panels.map(\.shares.count).max() ?? 1) * width }

  private func draw(_ panel: Panel, in frame: PanelGrid.Frame, into svg: inout SVG) {
    let (x, y) = (frame.x, frame.y)
    let name = SVG.fitted(panel.name, in: frame.width - (frame.isSmall ? 0 : 170), size: 15)
    svg.text(name, x, y + 14, panel.isWhatIf ? "panel faint" : "panel")
    let left = x + 40
    let right = x + frame.width - (frame.isSmall ? 8 : 26)
    svg.text(
      panel.zeroLabel, frame.isSmall ? x : right, y + (frame.isSmall ? 31 : 14), "tick",
      anchor: frame.isSmall ? .start : .end)
    let top = max(tallest, 0.01) * 1.06
    let shareTicks = Ticks(from: 0, to: top, about: Int(frame.height / 26))
    let vertical = Scale(
      0...top, to: (y + (frame.isSmall ? 38 : 26))...(y + frame.height - 24), flipped: true)
    for tick in shareTicks.values where tick <= top {
      svg.line(left, vertical(tick), right, vertical(tick), tick == 0 ? "axis" : "rule")
      svg.text(
        Share.tick(tick), left - 6, vertical(tick) + 4, "tick", anchor: .end)
    }
    let horizontal = Scale(min(start, 0)...max(end, 0), to: left...right)
    bars(panel, horizontal, vertical, into: &svg)
    axis(horizontal, y: y + frame.height - 7, isSmall: frame.isSmall, into: &svg)
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

  /// The ends say that their bars hold all that lies beyond; ticks keep clear of them.
  private func axis(_ horizontal: Scale, y: Double, isSmall: Bool, into svg: inout SVG) {
    let range = horizontal.from
    let length = horizontal.to.upperBound - horizontal.to.lowerBound
    let ticks = Ticks(from: range.lowerBound, to: range.upperBound, about: Int(length / 70))
    let more = "\(Money.tick(end - width, step: width)) or more"
    let less = "\(Money.tick(start + width, step: width)) or less"
    let hasLess = start < 0 && !isSmall
    svg.text(more, horizontal.to.upperBound + (isSmall ? 8 : 26), y, "tick", anchor: .end)
    if hasLess { svg.text(less, horizontal.to.lowerBound - 40, y, "tick") }
    let first = horizontal.to.lowerBound - 40 + (hasLess ? TextMeasure.width(less, size: 13) : 20)
    let last = horizontal.to.upperBound + 26 - TextMeasure.width(more, size: 13)
    for tick in ticks.values where range.contains(tick) {
      let text = Money.tick(tick, step: ticks.step)
      let half = TextMeasure.width(text, size: 13) / 2
      guard horizontal(tick) - half > first, horizontal(tick) + half < last else { continue }
      svg.text(text, horizontal(tick), y, "tick", anchor: .middle)
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
