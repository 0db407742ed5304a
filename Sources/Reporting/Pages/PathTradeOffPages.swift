import Projection

extension Board {
  /// Page 7, every path: mean against bad case, regret, and how sure the best is.
  var pathTradeOffPages: [DeckPage] { PathBoard(self)?.tradeOffPages ?? [] }
}

extension PathBoard {
  fileprivate var tradeOffPages: [DeckPage] {
    tradeOffPage.withRemarksApart(shown.count > Board.rowsBesideRemarks)
  }

  private var tradeOffPage: DeckPage {
    DeckPage(
      number: 7, topic: "Every path: bad case and regret", headline: tradeOffHeadline,
      exhibits: [.chart(.tradeOff(chart)), .table(regretTable)]
        + (remarks.isEmpty ? [] : [.remarks(title: "Beside the highest mean", remarks)]),
      howToRead:
        "Regret is what the best path of the same future would have brought more. Filled points are "
        + "efficient as simulated: no path has as good a mean and as mild a bad case, and one of them "
        + "better. The odds count simulation error only, all paths looked at together; not the model's."
    )
  }

  private var tradeOffHeadline: Finding {
    let best = outcome(paths.bestMean)
    return Finding(
      "Of \(tried), \(title(paths.bestMean)) has the highest expected five-year net, "
        + "\(best.net.mean.dollars); \(Self.odds(paths.choice)).", number: best.net.mean)
  }

  private var remarks: [Finding] {
    [presentRemark, appetiteRemark, dominanceRemark].compactMap { $0 } + flipRemarks
  }

  private var appetiteRemark: Finding? {
    guard let within = paths.withinAppetite else { return nil }
    guard let path = within.path else {
      return Finding("No path keeps within the stated appetite.")
    }
    let (best, limits) = (outcome(path), board.comparison.scenario.appetite)
    return Finding(
      "Within the stated appetite, kept on these trials by \(within.qualifying) of "
        + "\(paths.outcomes.count) paths, the best is \(title(path)): expected net \(best.net.mean.dollars), worst 5% "
        + "\(best.net.tailMean.dollars(notBelow: limits?.maxLossInFiveYears.map { -$0.amount })), "
        + "owing in \(best.chanceOfOwing.ofFutures(beside: limits?.maxChanceOfOwing)); "
        + "\(Self.odds(within)).", number: best.net.mean)
  }

  private var dominanceRemark: Finding? {
    let found = shown.indices.flatMap { row in
      shown.indices.compactMap { column in
        paths.dominance[row][column].map { (row, column, $0) }
      }
    }
    guard !found.isEmpty else {
      return Finding("Of the paths shown, none dominates another as simulated.")
    }
    let words = found.prefix(3).map { row, column, order in
      "\(title(shown[row])) over \(title(shown[column])) "
        + (order == .firstOrder ? "at every level of chance" : "for whoever dislikes risk")
    }
    let rest = found.count > 3 ? " (and \(found.count - 3) more)" : ""
    return Finding("Simulated dominance: \(words.joined(separator: "; "))\(rest).")
  }

  private var chart: TradeOffChart {
    let others = paths.outcomes.indices.filter {
      paths.outcomes[$0].isEfficient && !shown.contains($0)
    }
    let points = shown + Self.thinned(others, to: 8)
    return TradeOffChart(
      label: "Mean five-year net against the mean of its worst 5 percent, one numbered point for "
        + "each path shown and for some others that are efficient",
      points: points.enumerated().map { number, place in
        let net = outcome(place).net
        return .init(
          number: number + 1, name: title(place),
          kind: outcome(place).isEfficient ? .efficient : .dominated, mean: net.mean.value,
          tailMean: net.tailMean.value,
          tooltip: "\(number + 1) \(title(place)): mean \(net.mean.dollars), mean of the worst 5% "
            + net.tailMean.dollars)
      })
  }

  /// Evenly, first and last kept.
  private static func thinned(_ places: [Int], to most: Int) -> [Int] {
    guard places.count > most else { return places }
    return (0..<most).map { places[$0 * (places.count - 1) / (most - 1)] }
  }

  private var regretTable: Table {
    let unit = MoneyUnit(for: shown.map { outcome($0).net.mean.value })
    return Table(
      caption: "Five-year net, \(unit.rawValue), and the paired difference to "
        + title(paths.bestMean),
      columns: [
        .init("#"), .init("Path", .text), .init("Mean"), .init("Worst 5%"),
        .init("Owes in any year"),
        .init("Difference"), .init("±"), .init("Ahead in"), .init("Mean regret"),
        .init("Regret at 95%"), .init("Efficient", .word),
      ], rows: regretRows(unit))
  }

  private func regretRows(_ unit: MoneyUnit) -> [Table.Row] {
    let outcomes = shown.map(outcome)
    let reference = shown.firstIndex(of: paths.bestMean) ?? 0
    let pairs = shown.indices.map { paths.differences[$0][reference] }
    let others = shown.indices.filter { $0 != reference }
    let errors = Dictionary(
      uniqueKeysWithValues: zip(others, unit.errors(others.map { pairs[$0].mean })))
    let cells: [[String]] = [
      shown.indices.map { "\($0 + 1)" }, shown.map(title), unit.column(outcomes.map(\.net.mean)),
      unit.column(outcomes.map(\.net.tailMean)), outcomes.map(\.chanceOfOwing.percent),
      dashed(unit.column(pairs.map(\.mean), signed: true), at: reference),
      shown.indices.map { errors[$0] ?? "" },
      dashed(pairs.map(\.chanceOfMore.percent), at: reference),
      unit.column(outcomes.map(\.regret)), unit.column(outcomes.map(\.regretAt95.estimate)),
      outcomes.map { $0.isEfficient ? "yes" : "no" },
    ]
    return shown.indices.map { row in Table.Row(rowKind(shown[row]), cells.map { $0[row] }) }
  }

  private func dashed(_ cells: [String], at place: Int) -> [String] {
    cells.enumerated().map { $0.offset == place ? "–" : $0.element }
  }
}
