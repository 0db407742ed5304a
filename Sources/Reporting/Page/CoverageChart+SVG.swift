extension CoverageChart {
  private static let left = 250.0, right = 868.0

  func drawing(id: String, height: Double) -> SVG {
    let top = 44.0
    let rowHeight = min(26, (height - top - 26) / Double(max(1, rows.count)))
    let end = top + rowHeight * Double(rows.count)
    var svg = SVG(width: SVG.sheetWidth, height: end + 26, label: label, id: id)
    legend(into: &svg)
    let shares = rows.flatMap { $0.held.map { $0.share - 2 * $0.standardError } }
    let lowest = max(0, ((shares.min() ?? 0) * 10).rounded(.down) / 10)
    let x = Scale(min(lowest, 0.4)...1, to: Self.left...Self.right)
    axis(x, from: top, to: end, into: &svg)
    for (index, row) in rows.enumerated() {
      let y = top + rowHeight * (Double(index) + 0.5)
      svg.group(row.tooltip) { svg in draw(row, y: y, x: x, into: &svg) }
    }
    return svg
  }

  /// The three marks by shape, so that they tell apart in black and white.
  private func legend(into svg: inout SVG) {
    var x = Self.left
    for place in promised.indices {
      mark(place, x + 6, 10, into: &svg)
      let words = "meant to hold \(Self.percent(promised[place]))"
      svg.text(words, x + 18, 14.5, "tick")
      x += 44 + TextMeasure.width(words, size: 13)
    }
    svg.text("forecasts", SVG.sheetWidth, 38, "tick", anchor: .end)
  }

  private func axis(_ x: Scale, from top: Double, to end: Double, into svg: inout SVG) {
    for tick in Ticks(from: x.from.lowerBound, to: 1, about: 6).values
    where x.from.contains(tick) {
      svg.line(x(tick), top, x(tick), end, "rule")
      svg.text(Self.percent(tick), x(tick), end + 19, "tick", anchor: .middle)
    }
    for share in promised {
      svg.line(x(share), top - 4, x(share), end, "frontier")
      svg.text(Self.percent(share), x(share), top - 8, "note", anchor: .middle)
    }
  }

  private func draw(_ row: Row, y: Double, x: Scale, into svg: inout SVG) {
    let weight = row.isOwn ? "name strong" : "name"
    svg.text(SVG.fitted(row.name, in: Self.left - 22), Self.left - 14, y + 5, weight, anchor: .end)
    for (place, held) in row.held.enumerated() {
      let (low, high) = (held.share - 2 * held.standardError, held.share + 2 * held.standardError)
      svg.line(x(low), y, x(high), y, "whisker")
      mark(place, x(held.share), y, into: &svg)
    }
    svg.text(
      DecimalText.grouped(row.count), SVG.sheetWidth, y + 5, row.isOwn ? "value strong" : "value",
      anchor: .end)
  }

  /// Circle, square, diamond.
  private func mark(_ place: Int, _ x: Double, _ y: Double, into svg: inout SVG) {
    switch place {
    case 0: svg.circle(x, y, radius: 4.5, "dot-what-if")
    case 1: svg.rectangle(x: x - 5, y: y - 5, width: 10, height: 10, "dot")
    default: svg.polygon([(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)], "tail")
    }
  }

  private static func percent(_ share: Double) -> String {
    DecimalText.printed(share * 100, places: 0) + "%"
  }
}
