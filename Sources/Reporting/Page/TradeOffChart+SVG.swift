extension TradeOffChart {
  func drawing(id: String, height: Double) -> SVG {
    var svg = SVG(width: SVG.sheetWidth, height: height, label: label, id: id)
    let bottom = height - 50
    let horizontalTicks = Ticks(
      from: points.map(\.tailMean).min() ?? 0, to: points.map(\.tailMean).max() ?? 1, about: 8)
    let verticalTicks = Ticks(
      from: points.map(\.mean).min() ?? 0, to: points.map(\.mean).max() ?? 1,
      about: Int(height / 50))
    let x = Scale(horizontalTicks.range, to: 70...SVG.sheetWidth - 24)
    let y = Scale(verticalTicks.range, to: 30...bottom, flipped: true)
    axes(horizontalTicks, verticalTicks, x, y, into: &svg)
    frontier(x, y, into: &svg)
    let places = spread(points.map { (x($0.tailMean), y($0.mean)) }, above: bottom)
    for (point, place) in zip(points, places) {
      svg.group(point.tooltip) { svg in
        let exact = (x(point.tailMean), y(point.mean))
        if place != exact { svg.line(exact.0, exact.1, place.0, place.1, "leader") }
        draw(point, place.0, place.1, into: &svg)
      }
    }
    names(places, into: &svg)
    return svg
  }

  /// Marks that would cover an earlier one step aside, and stay tied to their place by a line.
  private func spread(_ exact: [(Double, Double)], above bottom: Double) -> [(Double, Double)] {
    var taken: [(Double, Double)] = []
    for place in exact {
      let steps = [(0.0, 0.0), (22, 0), (0, -22), (0, 22), (22, -22), (22, 22), (-22, 0), (44, 0)]
      let free = steps.map { (place.0 + $0.0, place.1 + $0.1) }.first { candidate in
        candidate.0 < SVG.sheetWidth - 12 && candidate.1 > 22 && candidate.1 < bottom + 14
          && taken.allSatisfy {
            let (across, down) = ($0.0 - candidate.0, $0.1 - candidate.1)
            return across * across + down * down >= 20 * 20
          }
      }
      taken.append(free ?? place)
    }
    return taken
  }

  private func axes(
    _ horizontal: Ticks, _ vertical: Ticks, _ x: Scale, _ y: Scale, into svg: inout SVG
  ) {
    let bottom = y.to.upperBound
    for tick in horizontal.values {
      svg.line(x(tick), 30, x(tick), bottom, tick == 0 ? "zero" : "rule")
      svg.text(
        Money.tick(tick, step: horizontal.step), x(tick), bottom + 18, "tick", anchor: .middle)
    }
    for tick in vertical.values {
      svg.line(70, y(tick), SVG.sheetWidth - 24, y(tick), tick == 0 ? "zero" : "rule")
      svg.text(Money.tick(tick, step: vertical.step), 60, y(tick) + 4, "tick", anchor: .end)
    }
    svg.text("Mean five-year net", 0, 13, "axis-title")
    svg.text(
      "Mean of the worst 5% of futures (milder to the right)", SVG.sheetWidth - 24, bottom + 40,
      "axis-title",
      anchor: .end)
  }

  private func frontier(_ x: Scale, _ y: Scale, into svg: inout SVG) {
    let efficient = points.filter { $0.kind == .efficient }
      .sorted { ($0.tailMean, $0.mean) < ($1.tailMean, $1.mean) }
    guard efficient.count > 1 else { return }
    svg.polyline(efficient.map { (x($0.tailMean), y($0.mean)) }, "frontier")
  }

  private func draw(_ point: Point, _ x: Double, _ y: Double, into svg: inout SVG) {
    let (mark, number) =
      switch point.kind {
      case .efficient: ("mark-efficient", "in-earn")
      case .dominated: ("mark-dominated", "in-nothing")
      case .whatIf: ("mark-what-if", "in-nothing")
      }
    svg.circle(x, y, radius: 10, mark)
    svg.text(String(point.number), x, y + 4, number, anchor: .middle)
  }

  /// Each point's name beside it, where it covers no mark and no other name.
  private func names(_ places: [(Double, Double)], into svg: inout SVG) {
    var taken: [(x: ClosedRange<Double>, y: Double)] = places.map {
      (($0.0 - 11)...($0.0 + 11), $0.1)
    }
    for (point, place) in zip(points, places) {
      let name = SVG.fitted(point.name, in: 200)
      let length = TextMeasure.width(name, size: 14)
      let spots = [
        (place.0 + 15, place.1), (place.0 - 15 - length, place.1),
        (place.0 - length / 2, place.1 - 20), (place.0 - length / 2, place.1 + 20),
      ]
      let free = spots.first { spot in
        let span = spot.0...(spot.0 + length)
        return spot.0 > 72 && span.upperBound < SVG.sheetWidth
          && taken.allSatisfy { !$0.x.overlaps(span) || ($0.y - spot.1).magnitude > 17 }
      }
      guard let free else { continue }
      taken.append((free.0...(free.0 + length), free.1))
      svg.text(name, free.0, free.1 + 5, point.kind == .whatIf ? "name faint" : "name")
    }
  }
}
