import Projection

extension InputBoard {
  /// Page 11, last sheets: two inputs moved together.
  var mapPages: [DeckPage] {
    study.maps.map { map in
      DeckPage(
        number: 11, topic: "Two at a time", headline: headline(map),
        exhibits: [.table(means(map)), .table(winners(map))],
        howToRead:
          "Rows and columns run from the 10th to the 90th percentile of each input's level; all else "
          + "as projected; the first \(DecimalText.grouped(map.trials)) trials. The middle is as "
          + "projected. Below zero the ACO is out of pocket on average.")
    }
  }

  private func cells(_ map: HeatMap) -> [HeatMap.Cell] { map.cells.flatMap { $0 } }

  private func headline(_ map: HeatMap) -> Finding {
    let all = cells(map)
    let (held, lost) = (all.count { $0.best == study.best }, all.count { $0.mean.value < 0 })
    let pair = "\(map.rows.title) and \(map.columns.title.lowercased()) together"
    let choice =
      held == all.count
      ? "\(best) is best in all \(all.count) combinations"
      : "\(best) is best in \(held) of \(all.count) combinations"
    let loss =
      lost == 0
      ? "it is out of pocket in none of them" : "it is out of pocket on average in \(lost)"
    return Finding(
      "\(pair): \(choice), and \(loss).", number: all.min { $0.mean.value < $1.mean.value }?.mean)
  }

  private func columns(_ map: HeatMap) -> [Table.Column] {
    [Table.Column("\(map.rows.title) \u{2193}  \(map.columns.title) \u{2192}", .word)]
      + map.columnLevels.map { Table.Column(map.columns.words($0)) }
  }

  private func rows(_ map: HeatMap, _ cells: [[String]]) -> [Table.Row] {
    zip(map.rowLevels, cells).map { Table.Row(.plain, [map.rows.words($0)] + $1) }
  }

  private func means(_ map: HeatMap) -> Table {
    let unit = MoneyUnit(for: cells(map).map(\.mean.value))
    let texts = unit.column(cells(map).map(\.mean))
    let width = map.columnLevels.count
    return Table(
      caption: "Mean five-year net of \(best), \(unit.rawValue)", columns: columns(map),
      rows: rows(
        map, map.cells.indices.map { Array(texts[$0 * width..<($0 + 1) * width]) }))
  }

  private func winners(_ map: HeatMap) -> Table {
    Table(
      caption: "The path of highest mean", columns: columns(map),
      rows: rows(map, map.cells.map { $0.map { title($0.best) } }))
  }
}
