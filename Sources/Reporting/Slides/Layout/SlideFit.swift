/// Several exhibits on one slide: at the largest type at which they fit, or not at all.
struct SlideFit {
  let room: Frame

  /// Type sizes of tables and remarks, points.
  static let sizes = [16.0, 15, 14, 13, 12, 11.5, 11, 10.5, 10]
  static let leastChart = 260.0
  /// What stands under a chart leaves the room to it.
  private static let besideChart = 12.0

  func blocks(_ contents: [SlideBlock.Content], least: Double) -> [SlideBlock]? {
    let hasChart = contents.count > 1 && contents.contains(where: \.isChart)
    for points in Self.sizes where points >= least && !(hasChart && points > Self.besideChart) {
      if let blocks = blocks(contents, at: points) { return blocks }
    }
    return nil
  }

  /// Remarks that follow a chart stand beside it where there is room, else below.
  private func blocks(_ contents: [SlideBlock.Content], at points: Double) -> [SlideBlock]? {
    beside(contents, at: points) ?? stacked(contents, in: room, at: points)
  }

  private func beside(_ contents: [SlideBlock.Content], at points: Double) -> [SlideBlock]? {
    guard contents.count > 1, case .chart = contents[contents.count - 2],
      case .remarks(let title, let findings)? = contents.last
    else { return nil }
    let size = min(points, 13)
    let top = contents.dropLast(2)
    guard let above = stacked(Array(top), in: room, at: size) else { return nil }
    let y = top.isEmpty ? room.y : (above.map(\.frame.bottom).max() ?? room.y) + SlideMeasure.gap
    let height = room.bottom - y
    let width = room.width * 0.36
    let needed = SlideMeasure.height(of: findings, title: title, points: size, in: width)
    guard height >= Self.leastChart, needed <= height, room.width > 900 else { return nil }
    let chart = Frame(room.x, y, room.width - width - 28, height)
    return above + [
      SlideBlock(content: contents[contents.count - 2], frame: chart, points: size),
      SlideBlock(
        content: .remarks(title: title, findings),
        frame: Frame(chart.right + 28, y, width, height), points: size),
    ]
  }

  private func stacked(
    _ contents: [SlideBlock.Content], in room: Frame, at points: Double
  ) -> [SlideBlock]? {
    let most = contents.contains(where: \.isChart) ? 3.0 : 7
    let paddings = stride(from: most, through: 2, by: -1)
    for padding in paddings {
      if let blocks = stacked(contents, in: room, at: points, padding: padding) { return blocks }
    }
    return nil
  }

  private func stacked(
    _ contents: [SlideBlock.Content], in room: Frame, at points: Double, padding: Double
  ) -> [SlideBlock]? {
    var fixed: [Double?] = []
    for content in contents {
      guard let height = height(content, at: points, padding: padding) else { return nil }
      fixed.append(height > 0 ? height : nil)
    }
    let charts = Double(fixed.filter { $0 == nil }.count)
    let gaps = SlideMeasure.gap * Double(max(0, contents.count - 1))
    let free = room.height - gaps - fixed.compactMap { $0 }.reduce(0, +)
    guard free >= charts * Self.leastChart else { return nil }
    var y = room.y
    return zip(contents, fixed).map { content, height in
      let frame = Frame(room.x, y, room.width, height ?? free / charts)
      y = frame.bottom + SlideMeasure.gap
      return SlideBlock(content: content, frame: frame, points: points, padding: padding)
    }
  }

  /// Zero for a chart, which takes what is left; `nil` where a word does not fit its column.
  private func height(
    _ content: SlideBlock.Content, at points: Double, padding: Double
  ) -> Double? {
    switch content {
    case .chart: return 0
    case .keyFigures(let figures): return SlideMeasure.height(of: figures, in: room.width)
    case .remarks(let title, let findings):
      return SlideMeasure.height(of: findings, title: title, points: points, in: room.width)
    case .table(let table):
      let layout = SlideMeasure.layout(table, points: points, padding: padding, in: room.width)
      guard layout.isWhole || points <= 10 else { return nil }
      return SlideMeasure.height(layout, in: room.width)
    }
  }
}
