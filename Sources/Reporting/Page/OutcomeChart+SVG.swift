extension OutcomeChart {
  func drawing(id: String, height: Double) -> SVG {
    var svg = SVG(width: SVG.sheetWidth, height: height, label: label, id: id)
    legend(into: &svg)
    let small = panels.contains { !$0.isWhatIf } ? panels.filter(\.isWhatIf).count : 0
    let large = panels.count - small
    let grid = PanelGrid(
      large: large, columns: PanelGrid.columns(for: large), small: small, height: height, from: 34)
    for (panel, frame) in zip(panels, grid.frames) { draw(panel, in: frame, into: &svg) }
    return svg
  }

  private func legend(into svg: inout SVG) {
    var x = 0.0
    for (style, words) in [
      ("earn", "earns shared savings"), ("nothing", "nothing either way"), ("owe", "owes CMS"),
    ] {
      svg.rectangle(x: x, y: 2, width: 16, height: 11, style)
      svg.text(words, x + 22, 12, "tick")
      x += 50 + TextMeasure.width(words, size: 13)
    }
  }

  private func draw(_ panel: Panel, in frame: PanelGrid.Frame, into svg: inout SVG) {
    let (x, y) = (frame.x, frame.y)
    svg.text(
      SVG.fitted(panel.name, in: frame.width, size: 15), x, y + 14,
      panel.isWhatIf ? "panel faint" : "panel")
    let top = y + 24
    let height = frame.height - 60
    let slot = frame.width / Double(max(1, panel.years.count))
    let bar = min(slot * 0.76, 84)
    for (index, year) in panel.years.enumerated() {
      let left = x + slot * Double(index) + (slot - bar) / 2
      svg.group(year.tooltip) { svg in
        stack(year, x: left, y: top, width: bar, height: height, into: &svg)
      }
      let middle = left + bar / 2
      svg.text(year.name, middle, top + height + 16, "tick", anchor: .middle)
      svg.text(
        year.track == "ENHANCED" ? "ENH" : year.track, middle, top + height + 31, "tick",
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
      if part >= 16 {
        let number = DecimalText.fixed(share * 100, places: 0)
        if style == "owe" {
          svg.rectangle(
            x: x + width / 2 - 12, y: top + part / 2 - 8, width: 24, height: 16, "plate")
        }
        svg.text(number, x + width / 2, top + part / 2 + 4.5, "in-\(style)", anchor: .middle)
      }
      top += part
    }
    svg.rectangle(x: x, y: y, width: width, height: height, "frame")
  }
}
