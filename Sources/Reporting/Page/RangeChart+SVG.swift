extension RangeChart {
  func drawing(id: String) -> SVG {
    let rowHeight = rows.count > 8 ? 20.0 : rows.count > 4 ? 32 : 44
    let top = 24.0
    let bottom = top + rowHeight * Double(rows.count)
    var svg = SVG(width: 1040, height: bottom + 30, label: label, id: id)
    let all = rows.flatMap { $0.quantiles + [$0.mean, $0.tailMean] }
    let ticks = Ticks(from: min(0, all.min() ?? 0), to: max(0, all.max() ?? 1), about: 7)
    let x = Scale(ticks.range, to: 200...880)
    for tick in ticks.values {
      svg.line(x(tick), top, x(tick), bottom, tick == 0 ? "zero" : "rule")
      svg.text(
        Money.tick(tick, step: ticks.step), x(tick), bottom + 18, "tick", anchor: .middle)
    }
    svg.text(valueTitle, 1036, 14, "tick", anchor: .end)
    let values = Aligned.decimals(rows.map(\.value))
    for (index, row) in rows.enumerated() {
      let y = top + rowHeight * (Double(index) + 0.5)
      svg.group(row.tooltip) { svg in
        draw(row, value: values[index], y: y, x: x, into: &svg)
      }
    }
    return svg
  }

  private func draw(_ row: Row, value: String, y: Double, x: Scale, into svg: inout SVG) {
    let weight = row.isLeading ? "name strong" : row.isWhatIf ? "name faint" : "name"
    svg.text(SVG.fitted(row.name, in: 200), 186, y + 4, weight, anchor: .end)
    guard row.quantiles.count == 5 else { return }
    let shade = row.isWhatIf ? "range-what-if" : "range"
    svg.line(x(row.quantiles[0]), y, x(row.quantiles[4]), y, "whisker")
    for end in [0, 4] {
      svg.line(x(row.quantiles[end]), y - 4, x(row.quantiles[end]), y + 4, "whisker")
    }
    let left = x(row.quantiles[1])
    svg.rectangle(x: left, y: y - 6, width: max(1, x(row.quantiles[3]) - left), height: 12, shade)
    let tail = x(row.tailMean)
    svg.polygon([(tail - 5, y), (tail, y - 5), (tail + 5, y), (tail, y + 5)], "tail")
    svg.circle(x(row.mean), y, radius: 4.5, row.isWhatIf ? "dot-what-if" : "dot")
    let style = row.isLeading ? "value strong" : "value"
    svg.text(value, 972, y + 4, style, anchor: .end)
    svg.text(row.error, 1036, y + 4, style, anchor: .end)
  }
}
