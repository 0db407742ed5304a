/// One table or list of remarks that is too long for a slide, cut into as few pieces as hold it
/// and as even as can be; the head is repeated, and so is the name of the group a piece begins in.
struct SlideSplit {
  let room: Frame

  func blocks(_ content: SlideBlock.Content) -> [SlideBlock] {
    switch content {
    case .table(let table): pieces(table)
    case .remarks(let title, let findings): pieces(title, findings)
    case .chart, .keyFigures: [SlideBlock(content: content, frame: room, points: 12)]
    }
  }

  // MARK: - Tables

  private static let sizes = [14.0, 13, 12, 11.5, 11, 10.5, 10, 9, 8, 7]

  private func pieces(_ table: Table) -> [SlideBlock] {
    let whole = Self.sizes.first { layout(table, $0).isWhole } ?? 10
    let usual = min(11, max(10, whole))
    let least = Self.sizes.first { $0 <= usual && cuts(table, $0, room.height) != nil } ?? 7
    let count = cuts(table, least, room.height)?.count ?? 1
    let points =
      Self.sizes.first {
        $0 <= max(whole, least) && cuts(table, $0, room.height)?.count == count
      } ?? least
    let rows = evenCuts(table, points, count)
    let shown = table.rows.filter { $0.kind != .group }.count
    var first = 1
    return rows.map { indices in
      let piece = self.piece(of: table, indices)
      let height = SlideMeasure.height(layout(piece, points), in: room.width)
      let kept = indices.filter { table.rows[$0].kind != .group }.count
      defer { first += kept }
      return SlideBlock(
        content: .table(piece), frame: Frame(room.x, room.y, room.width, height), points: points,
        span: .init(first: first, last: first + kept - 1, count: shown))
    }
  }

  private func layout(_ table: Table, _ points: Double) -> TableLayout {
    SlideMeasure.layout(table, points: points, padding: 3, in: room.width)
  }

  /// The lowest room at which the table takes no more pieces than it must.
  private func evenCuts(_ table: Table, _ points: Double, _ count: Int) -> [[Int]] {
    let fullest = cuts(table, points, room.height) ?? [Array(table.rows.indices)]
    for share in stride(from: 0.4, to: 1, by: 0.03) {
      if let even = cuts(table, points, room.height * share), even.count == count { return even }
    }
    return fullest
  }

  /// Rows by piece, or `nil` where one row alone is too high.
  private func cuts(_ table: Table, _ points: Double, _ most: Double) -> [[Int]]? {
    let layout = self.layout(table, points)
    let head = SlideMeasure.captionHeight(table.caption, in: room.width) + layout.headHeight
    let group = table.rows.first { $0.kind == .group }.map { layout.height(of: $0) } ?? 0
    var pieces: [[Int]] = []
    var piece: [Int] = []
    var used = head
    for index in table.rows.indices {
      let row = table.rows[index]
      let height = layout.height(of: row)
      // A group's name never stands last.
      let next = row.kind == .group && index + 1 < table.rows.count
      let needed = height + (next ? layout.height(of: table.rows[index + 1]) : 0)
      if !piece.isEmpty, used + needed > most {
        pieces.append(piece)
        piece = []
        used = head + (row.kind == .group ? 0 : group)
      }
      guard used + needed <= most else { return nil }
      piece.append(index)
      used += height
    }
    return pieces + (piece.isEmpty ? [] : [piece])
  }

  private func piece(of table: Table, _ indices: [Int]) -> Table {
    var piece = table
    piece.rows = indices.map { table.rows[$0] }
    guard let first = indices.first, first > 0, table.rows[first].kind != .group else {
      return piece
    }
    for column in piece.rows[0].cells.indices where piece.rows[0].cells[column] == Self.repeated {
      let before = table.rows[..<first].last {
        $0.kind != .group && $0.cells.indices.contains(column) && $0.cells[column] != Self.repeated
      }
      piece.rows[0].cells[column] = before?.cells[column] ?? Self.repeated
    }
    if let group = table.rows[..<first].last(where: { $0.kind == .group }) {
      piece.rows.insert(group, at: 0)
    }
    return piece
  }

  /// What a cell says that repeats the one above it.
  private static let repeated = "as above"

  // MARK: - Remarks

  private func pieces(_ title: String, _ findings: [Finding]) -> [SlideBlock] {
    let points = 13.0
    var groups: [[Finding]] = [[]]
    for finding in findings {
      let tried = (groups.last ?? []) + [finding]
      let height = SlideMeasure.height(of: tried, title: title, points: points, in: room.width)
      if height > room.height, groups.last?.isEmpty == false {
        groups.append([finding])
      } else {
        groups[groups.count - 1] = tried
      }
    }
    var first = 1
    return groups.map { group in
      defer { first += group.count }
      return SlideBlock(
        content: .remarks(title: title, group), frame: room, points: points,
        span: .init(first: first, last: first + group.count - 1, count: findings.count))
    }
  }
}
