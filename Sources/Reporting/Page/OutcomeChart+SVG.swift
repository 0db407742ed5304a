extension OutcomeChart {
  func drawing(id: String) -> SVG {
    let grid = PanelGrid(count: panels.count, height: 466)
    var svg = SVG(width: 1040, height: 496, label: label, id: id)
    legend(into: &svg)
    for (index, panel) in panels.enumerated() {
      let origin = grid.origin(index)
      draw(panel, x: origin.x, y: origin.y + 30, grid: grid, into: &svg)
    }
    return svg
  }

  private func legend(into svg: inout SVG) {
    var x = 0.0
    for (style, words) in [
      ("earn", "earns shared savings"), ("nothing", "nothing either way"), ("owe", "owes CMS"),
    ] {
      svg.rectangle(x: x, y: 2, width: 16, height: 11, style)
      svg.text(words, x + 22, 12, "tick")
      x += 40 + Double(words.count) * 7
    }
  }

  private func draw(
    _ panel: Panel, x: Double, y: Double, grid: PanelGrid, into svg: inout SVG
  ) {
    svg.text(
      SVG.fitted(panel.name, in: grid.width, size: 13), x, y + 12,
      panel.isWhatIf ? "panel faint" : "panel")
    let top = y + 22
    let height = grid.height - 54
    let slot = grid.width / Double(max(1, panel.years.count))
    let bar = min(slot * 0.72, 64)
    for (index, year) in panel.years.enumerated() {
      let left = x + slot * Double(index) + (slot - bar) / 2
      svg.group(year.tooltip) { svg in
        stack(year, x: left, y: top, width: bar, height: height, into: &svg)
      }
      let middle = left + bar / 2
      svg.text(year.name, middle, top + height + 14, "tick", anchor: .middle)
      svg.text(
        year.track == "ENHANCED" ? "ENH" : year.track, middle, top + height + 27, "tick",
        anchor: .middle)
    }
  }

  private func stack(
    _ year: Year, x: Double, y: Double, width: Double, height: Double, into svg: inout SVG
  ) {
    var top = y
    for (share, style) in [(year.earn, "earn"), (year.nothing, "nothing"), (year.owe, "owe")] {
      let part = height * share
      svg.rectangle(x: x, y: top, width: width, height: part, style)
      if part >= 15 {
        let number = DecimalText.fixed(share * 100, places: 0)
        if style == "owe" {
          svg.rectangle(
            x: x + width / 2 - 11, y: top + part / 2 - 7, width: 22, height: 14, "plate")
        }
        svg.text(number, x + width / 2, top + part / 2 + 4, "in-\(style)", anchor: .middle)
      }
      top += part
    }
    svg.rectangle(x: x, y: y, width: width, height: height, "frame")
  }
}
