extension PartsChart {
  private static let left = 270.0, right = 740.0
  private static let shades = ["earn", "mixed", "nothing"]

  func drawing(id: String, height: Double) -> SVG {
    let top = 30.0
    let rows = groups.flatMap(\.rows)
    let rowHeight = min(32, (height - top - 26) / Double(max(1, rows.count)))
    let end = top + rowHeight * Double(rows.count)
    var svg = SVG(width: SVG.sheetWidth, height: end + 26, label: label, id: id)
    legend(into: &svg)
    // No part is truly below zero: what lies there is error, and is cut off.
    let highest = rows.map { $0.amount + 2 * $0.standardError }.max() ?? 0
    let ticks = Ticks(from: 0, to: max(0, highest), about: 6)
    let x = Scale(ticks.range, to: Self.left...Self.right)
    for tick in ticks.values {
      svg.line(x(tick), top, x(tick), end, tick == 0 ? "zero" : "rule")
      svg.text(Money.tick(tick, step: ticks.step), x(tick), end + 19, "tick", anchor: .middle)
    }
    var y = top + rowHeight / 2
    for (group, shade) in zip(groups, Self.shades) {
      for row in group.rows {
        svg.group(row.tooltip) { svg in
          draw(row, shade, y: y, bar: rowHeight * 0.6, x: x, into: &svg)
        }
        y += rowHeight
      }
    }
    return svg
  }

  private func legend(into svg: inout SVG) {
    var x = 0.0
    for (group, shade) in zip(groups, Self.shades) {
      svg.rectangle(x: x, y: 4, width: 12, height: 12, shade)
      svg.text(group.name, x + 18, 14.5, "tick")
      x += 44 + TextMeasure.width(group.name, size: 13)
    }
    svg.text("share of the variance", SVG.sheetWidth, 14.5, "tick", anchor: .end)
  }

  private func draw(
    _ row: Row, _ shade: String, y: Double, bar: Double, x: Scale, into svg: inout SVG
  ) {
    svg.text(SVG.fitted(row.name, in: Self.left - 16), Self.left - 12, y + 5, "name", anchor: .end)
    svg.rectangle(
      x: Self.left, y: y - bar / 2, width: x(row.amount) - Self.left, height: bar, shade)
    let (low, high) = (
      x(row.amount - 2 * row.standardError), x(row.amount + 2 * row.standardError)
    )
    svg.line(low, y, high, y, "whisker")
    svg.text(row.value, 880, y + 5, "value", anchor: .end)
    svg.text(row.share, SVG.sheetWidth, y + 5, "value", anchor: .end)
  }
}
