import Projection
import Regulation

extension Board {
  /// Page 6: how badly it can hurt.
  var downsidePages: [DeckPage] {
    let sheets = Self.sheets(legalFirst)
    return sheets.enumerated().map { index, options in
      DeckPage(
        number: 6, part: index + 1, parts: sheets.count, topic: "The downside",
        headline: downsideHeadline, exhibits: [.table(downsideTable(options))],
        howToRead:
          "± is one standard error of the simulation. The worst of "
          + "\(DecimalText.grouped(comparison.trials)) trials is an extreme of this sample, not a "
          + "limit, and carries no error. \(netMeaning)")
    }
  }

  private var downsideHeadline: Finding {
    guard let leading else { return Finding("There is no option to settle.") }
    let tail = { (index: Int) in self.outlooks[index].net.tailMean }
    let repay = { (index: Int) in self.outlooks[index].chanceOfAnyRepayment.estimate }
    var worst = lowest(of: subjects, by: tail)
    var mildest = highest(of: subjects, by: tail)
    // One that cannot be told from either end is named with neither.
    if worst.count < subjects.count, mildest.count < subjects.count {
      let both = Set(worst).intersection(mildest)
      worst.removeAll(where: both.contains)
      mildest.removeAll(where: both.contains)
    }
    guard let low = worst.first, let high = mildest.first else {
      return Finding("There is no option to settle.")
    }
    let owes = highest(of: subjects, by: repay).first.map { outlooks[$0].chanceOfAnyRepayment }
    let bad =
      subjects.count == 1 || worst.count == subjects.count
      ? "In the worst one in 20 futures \(subjects.count == 1 ? name(leading) : "every \(subjectNoun)") "
        + "nets \(subjects.count == 1 ? "" : "about ")\(tail(leading).dollars) on average"
      : "In the worst one in 20 futures \(names(worst)) \(worst.count == 1 ? "nets" : "net") "
        + "\(about(worst))\(tail(low).dollars) on average, \(names(mildest)) "
        + "\(about(mildest))\(tail(high).dollars)"
    let debt =
      owes?.value == 0
      ? "; no \(subjectNoun) owed CMS anything in any of "
        + "\(DecimalText.grouped(comparison.trials)) trials"
      : ""
    return Finding(bad + debt + ".", number: tail(low))
  }

  /// Several options tied within their errors net about the same, not exactly.
  private func about(_ indices: [Int]) -> String { indices.count > 1 ? "about " : "" }

  private func downsideTable(_ options: [Int]) -> Table {
    let amounts = options.flatMap { index in
      [outlooks[index].net.tailMean.value, outlooks[index].worstYear.tailMean.value]
    }
    let unit = MoneyUnit(for: amounts)
    return Table(
      caption: "Five-year net and the worst single year's payment, \(unit.rawValue)",
      columns: [
        .init("Option", .text), .init("5th percentile, net"),
        .init("Mean of worst 5%, net"), .init("±"),
        .init("Worst of \(DecimalText.grouped(comparison.trials)) trials, net"),
        .init("Worst year's payment, mean of worst 5%"), .init("±"),
        .init("Years of five at the loss limit"), .init("Years of five at the payment limit"),
        .init("Chance to repay in any year"),
      ],
      rows: downsideRows(options, unit))
  }

  private func downsideRows(_ options: [Int], _ unit: MoneyUnit) -> [Table.Row] {
    let shown = options.map { outlooks[$0] }
    let cells: [[String]] = [
      options.map(label), unit.column(shown.map { $0.net.quantiles[0].estimate }),
      unit.column(shown.map(\.net.tailMean)), unit.errors(shown.map(\.net.tailMean)),
      unit.column(shown.map { Estimate(value: $0.net.worst.dollars.amount, standardError: 0) }),
      unit.column(shown.map(\.worstYear.tailMean)), unit.errors(shown.map(\.worstYear.tailMean)),
      shown.map(\.lossLimitHits).counts, shown.map(\.paymentLimitHits).counts,
      shown.map(\.chanceOfAnyRepayment.percent),
    ]
    return options.indices.map { row in
      Table.Row(rowKind(options[row]), cells.map { $0[row] })
    }
  }
}
