extension RangeChart {
  /// Above the rows, what the marks mean; below them the axis.
  private static let (above, below) = (62.0, 26.0)

  /// A row is a line of text high.
  var leastHeight: Double { Self.above + 20 * Double(max(1, rows.count)) + Self.below }

  func drawing(id: String, height: Double) -> SVG {
    let top = Self.above
    let rowHeight = min(48, (height - Self.below - top) / Double(max(1, rows.count)))
    let end = top + rowHeight * Double(rows.count)
    var svg = SVG(width: SVG.sheetWidth, height: end + Self.below, label: label, id: id)
    let all = rows.flatMap { $0.quantiles + [$0.mean, $0.tailMean] }
    let ticks = Ticks(from: min(0, all.min() ?? 0), to: max(0, all.max() ?? 1), about: 7)
    let x = Scale(ticks.range, to: 176...780)
    for tick in ticks.values {
      svg.line(x(tick), top, x(tick), end, tick == 0 ? "zero" : "rule")
      svg.text(Money.tick(tick, step: ticks.step), x(tick), end + 19, "tick", anchor: .middle)
    }
    for (line, words) in valueTitle.enumerated() {
      svg.text(words, SVG.sheetWidth, top - 24 + Double(line) * 17, "tick", anchor: .end)
    }
    let values = Aligned.decimals(rows.map(\.value))
    for (index, row) in rows.enumerated() {
      let y = top + rowHeight * (Double(index) + 0.5)
      svg.group(row.tooltip) { svg in
        draw(row, value: values[index], y: y, x: x, bar: min(20, rowHeight * 0.55), into: &svg)
      }
    }
    annotate(x, y: top + rowHeight / 2, into: &svg)
    return svg
  }

  /// What the marks mean, written above the first row and tied to its marks.
  private func annotate(_ x: Scale, y: Double, into svg: inout SVG) {
    guard let row = rows.first, row.quantiles.count == 5 else { return }
    let notes: [(at: Double, words: String, line: Double)] = [
      (x(row.tailMean), "mean of the worst 5%", 14),
      ((x(row.quantiles[1]) + x(row.mean)) / 2, "half of all futures", 34),
      (x(row.mean), "mean", 14),
      (x(row.quantiles[4]), "end of nine in ten", 14),
    ]
    var used: [Double: Double] = [:]
    for note in notes {
      let length = TextMeasure.width(note.words, size: 13)
      let beforeMean = note.line > 14 ? x(row.mean) - 8 - length : 780 - length
      let left = min(max(note.at - length / 2, 60), beforeMean)
      guard left > (used[note.line] ?? 0) else { continue }
      used[note.line] = left + length + 12
      svg.text(note.words, left + length / 2, note.line, "note", anchor: .middle)
      svg.line(note.at, note.line + 5, note.at, y - 9, "leader")
    }
  }

  private func draw(
    _ row: Row, value: String, y: Double, x: Scale, bar: Double, into svg: inout SVG
  ) {
    let weight = row.isLeading ? "name strong" : row.isWhatIf ? "name faint" : "name"
    svg.text(SVG.fitted(row.name, in: 166), 164, y + 5, weight, anchor: .end)
    guard row.quantiles.count == 5 else { return }
    let shade = row.isWhatIf ? "range-what-if" : "range"
    svg.line(x(row.quantiles[0]), y, x(row.quantiles[4]), y, "whisker")
    for end in [0, 4] {
      svg.line(x(row.quantiles[end]), y - 5, x(row.quantiles[end]), y + 5, "whisker")
    }
    let left = x(row.quantiles[1])
    svg.rectangle(
      x: left, y: y - bar / 2, width: max(1, x(row.quantiles[3]) - left), height: bar, shade)
    let tail = x(row.tailMean)
    svg.polygon([(tail - 6, y), (tail, y - 6), (tail + 6, y), (tail, y + 6)], "tail")
    svg.circle(x(row.mean), y, radius: 5, row.isWhatIf ? "dot-what-if" : "dot")
    let style = row.isLeading ? "value strong" : "value"
    svg.text(value, 868, y + 5, style, anchor: .end)
    svg.text(row.error, SVG.sheetWidth, y + 5, style, anchor: .end)
  }
}
