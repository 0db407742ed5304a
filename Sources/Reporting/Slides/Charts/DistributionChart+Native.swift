extension DistributionChart {
  /// One native chart for each panel, all to one scale; the share at exactly zero stands as a
  /// column of its own between what is owed and what is earned.
  func natives(_ page: ChartPage) throws(CannotWrite) -> [NativeChart] {
    let frames = ChartFrame.tiles(panels.count, across: page.across, down: page.down)
    var charts: [NativeChart] = []
    for (panel, frame) in zip(panels, frames) {
      charts.append(
        try drawing(panel, in: frame, page).native(
          label: "\(label): \(panel.name), \(panel.zeroLabel)"))
    }
    return charts
  }

  private func drawing(_ panel: Panel, in frame: ChartFrame, _ page: ChartPage) -> ChartDrawing {
    let top = max(tallest, 0.01) * 1.06
    let shares = Ticks(from: 0, to: top, about: max(2, Int(frame.down / 42)))
    let small = ChartType(size: ChartType.smallest, colour: page.colours.slate)
    let code = shares.step < 0.01 ? "0.0%" : "0%"
    var drawing = ChartDrawing(
      frame: frame, colours: page.colours,
      first: ChartAxis(kind: .words, side: .bottom, type: small, line: page.colours.slate),
      second: ChartAxis(
        kind: .numbers, side: .left, type: small, ticks: shares, code: code),
      box: .init(
        left: small.width("10.0%") + 8, top: 46, right: frame.across - 30,
        bottom: frame.down - small.width("\u{2265} $100M") - 8))
    drawing.first.type.turn = -90
    drawing.title = [
      page.panelTitle(
        panel.name, isWhatIf: panel.isWhatIf, in: frame.across - 28 - small.width(panel.zeroLabel))
    ]
    fill(&drawing, panel, page, small)
    return drawing
  }

  /// The place of the column of exact zeros: after the last bar that begins below zero.
  private func zeroPlace(_ panel: Panel) -> Int {
    panel.shares.indices.first { start + Double($0) * width >= -width * 1e-6 }
      ?? panel.shares.count
  }

  private func fill(
    _ drawing: inout ChartDrawing, _ panel: Panel, _ page: ChartPage, _ type: ChartType
  ) {
    let zero = zeroPlace(panel)
    let count = panel.shares.count
    /// The bar of each row; `nil` for the zeros.
    let bars: [Int?] = (0...count).map { $0 == zero ? nil : $0 < zero ? $0 : $0 - 1 }
    let ticks = tickNames(bars, drawing.box, type)
    let names = drawing.sheet.words("Axis", ticks)
    _ = drawing.sheet.dollars(
      "From", bars.map { bar in bar.map { $0 == 0 ? .nan : low($0) } ?? 0 })
    _ = drawing.sheet.dollars(
      "To", bars.map { bar in bar.map { $0 == count - 1 ? .nan : low($0 + 1) } ?? 0 })
    func column(_ title: String, _ holds: (Int) -> Bool) -> ChartSheet.Range {
      drawing.sheet.shares(
        title, bars.map { bar in bar.map { holds($0) ? panel.shares[$0] : .nan } ?? .nan })
    }
    let edge = width * 1e-6
    let owed = column("Owed to CMS") { low($0 + 1) <= edge }
    let earned = column("Earned") { low($0) >= -edge }
    let mixed = column("Owed or earned") { low($0) < -edge && low($0 + 1) > edge }
    let zeros = drawing.sheet.shares(
      "Exactly zero", bars.map { $0 == nil ? panel.zeroShare : .nan })
    let colours = page.colours
    let series: [(ChartSheet.Range, ChartInk)] = [
      (owed, ChartInk(fill: .hatch(colours.loss, on: colours.lossGround))),
      (earned, ChartInk(fill: .solid(colours.main))),
      (mixed, ChartInk(fill: .solid(colours.light))), (zeros, ChartInk(fill: .solid("000000"))),
    ]
    drawing.groups = [
      ChartGroup(
        kind: .columns,
        series: series.map { ChartSeries(places: .words(names), values: $0, ink: $1) }, gap: 12)
    ]
    tellZero(&drawing, panel, zero, page)
  }

  private func low(_ bar: Int) -> Double { start + Double(bar) * width }

  /// Beside the name of the panel, or under it: how often it is exactly zero.
  private func tellZero(
    _ drawing: inout ChartDrawing, _ panel: Panel, _ zero: Int, _ page: ChartPage
  ) {
    let type = ChartType(size: ChartType.smallest, colour: page.colours.ink)
    let box = drawing.box
    let slot = (box.right - box.left) / Double(panel.shares.count + 1)
    let reach = Int(type.width(panel.zeroLabel) / 2 / slot) + 1
    let beside = panel.shares.indices.filter { ($0 - zero).magnitude <= reach }
    let isTallest = beside.allSatisfy { panel.shares[$0] < panel.zeroShare }
    let middle = box.left + (Double(zero) + 0.5) * slot
    let half = type.width(panel.zeroLabel) / 2
    if panel.zeroShare > 0, isTallest, middle - half > box.left,
      middle + half < drawing.frame.across
    {
      let places = panel.zeroLabel.split(separator: ".", omittingEmptySubsequences: false)
      let digits = places.count == 2 ? places[1].filter(\.isNumber).count : 0
      let number = digits > 0 ? "0." + String(repeating: "0", count: digits) + "%" : "0%"
      let label = ChartLabels.Label(.value("\"exactly zero: \"\(number)"), .beyond, type)
      drawing.groups[0].series[3].labels = ChartLabels(labels: [zero: label])
    } else {
      drawing.title.append((text: "   " + panel.zeroLabel, type: type))
    }
  }

  /// Round amounts under the bars that begin there; the ends say that they hold all that lies
  /// beyond, and the others keep clear of them.
  private func tickNames(
    _ bars: [Int?], _ box: ChartDrawing.Box, _ type: ChartType
  ) -> [String] {
    let slot = (box.right - box.left) / Double(bars.count)
    let end = low(bars.count - 1)
    let ticks = Ticks(
      from: min(start, 0), to: max(end, 0), about: max(1, Int((box.right - box.left) / 80)))
    var names = bars.map { _ in "" }
    var taken: [ClosedRange<Double>] = []
    func put(_ text: String, at place: Int) {
      let half = type.lineHeight / 2
      let middle = (Double(place) + 0.5) * slot
      guard taken.allSatisfy({ !$0.overlaps((middle - half)...(middle + half)) }) else { return }
      taken.append((middle - half)...(middle + half))
      names[place] = text
    }
    put("\u{2265} " + Money.tick(end - width, step: width), at: bars.count - 1)
    if start < 0 { put("\u{2264} " + Money.tick(start + width, step: width), at: 0) }
    put("$0", at: bars.firstIndex(of: nil) ?? 0)
    for tick in ticks.values where tick != 0 {
      if let place = bars.firstIndex(where: { bar in
        bar.map { low($0) - width * 1e-6 <= tick && tick < low($0 + 1) - width * 1e-6 } ?? false
      }) {
        put(Money.tick(tick, step: ticks.step), at: place)
      }
    }
    return names
  }
}
