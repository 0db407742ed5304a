extension TornadoChart {
  private static let left = 190.0, right = 950.0

  /// Gains are solid and losses hatched; beside each end stands the level it belongs to.
  func drawing(id: String, height: Double) -> SVG {
    let top = 46.0
    let rowHeight = min(40, (height - top - 26) / Double(max(1, rows.count)))
    let end = top + rowHeight * Double(rows.count)
    var svg = SVG(width: SVG.sheetWidth, height: end + 26, label: label, id: id)
    svg.text(title, 0, 14, "panel")
    let all: [Double] = rows.flatMap { $0.ends.map(\.amount) } + [0]
    let ticks = Ticks(from: all.min() ?? 0, to: all.max() ?? 1, about: 7)
    // Room at both sides for the words beside the ends.
    let x = Scale(ticks.range, to: (Self.left + 70)...(Self.right - 70))
    for tick in ticks.values {
      svg.line(x(tick), top, x(tick), end, tick == 0 ? "zero" : "rule")
      svg.text(Money.tick(tick, step: ticks.step), x(tick), end + 19, "tick", anchor: .middle)
    }
    svg.text("\u{2190} less than projected", x(0) - 10, 36, "note", anchor: .end)
    svg.text("more than projected \u{2192}", x(0) + 10, 36, "note")
    for (place, row) in rows.enumerated() {
      draw(row, y: top + rowHeight * (Double(place) + 0.5), rowHeight, x, into: &svg)
    }
    return svg
  }

  private func draw(_ row: Row, y: Double, _ rowHeight: Double, _ x: Scale, into svg: inout SVG) {
    svg.text(SVG.fitted(row.name, in: Self.left - 14), Self.left - 8, y + 5, "name", anchor: .end)
    let isSameSide = row.ends.allSatisfy { $0.amount >= 0 } || row.ends.allSatisfy { $0.amount < 0 }
    for (place, end) in row.ends.enumerated() {
      svg.group(end.tooltip) { svg in
        // Two ends on one side lie one above the other.
        let bar = rowHeight * (isSameSide ? 0.32 : 0.6)
        let centre = isSameSide ? y + (place == 0 ? -0.5 : 0.5) * bar : y
        let (from, to) = (x(min(0, end.amount)), x(max(0, end.amount)))
        svg.rectangle(
          x: from, y: centre - bar / 2, width: max(0.8, to - from), height: bar,
          end.amount < 0 ? "owe" : "earn")
        // Words of the shorter of two ends on one side stand on the other, where there is room.
        let isShorter =
          isSameSide && row.ends.contains { $0.amount.magnitude > end.amount.magnitude }
        let isLeft = (end.amount < 0) != isShorter
        let edge = isShorter ? x(0) : isLeft ? from : to
        svg.text(
          end.words, isLeft ? edge - 6 : edge + 6, centre + 4.5, "tick",
          anchor: isLeft ? .end : .start)
      }
    }
  }
}
