import Projection

extension Board {
  /// Page 7: mean against the worst 5 percent, and what choosing otherwise gives up.
  var tradeOffPages: [DeckPage] {
    let sheets = Self.sheets(legalFirst)
    return sheets.enumerated().map { index, options in
      DeckPage(
        number: 7, part: index + 1, parts: sheets.count, topic: "Mean against bad case",
        headline: tradeOffHeadline,
        exhibits: (all.count > 1 ? [.chart(.tradeOff(tradeOffChart(options)))] : [])
          + [.table(regretTable(options))],
        howToRead:
          "Up is better on average, right is milder when it goes wrong; an option is efficient "
          + "where no other that can be signed is at least as good in both and clearly better in one."
      )
    }
  }

  private var tradeOffHeadline: Finding {
    let frontier = efficient
    guard let leading, let first = frontier.first else {
      return Finding("There is no option to settle.")
    }
    let tail = { (index: Int) in self.outlooks[index].net.tailMean }
    if subjects.count == 1 {
      return Finding(
        "\(name(first)) nets \(outlooks[first].net.mean.dollars) on average and "
          + "\(tail(first).dollars) in the worst 5% of futures.", number: tail(first))
    }
    if frontier.count == 1 {
      return Finding(
        "Only \(name(first)) is efficient: no other \(subjectNoun) has a better mean or a milder "
          + "bad case beyond the simulation's error.", number: outlooks[first].net.mean)
    }
    let safest = highest(of: frontier, by: tail)
    guard let safe = safest.first, !safest.contains(leading) else {
      return Finding(
        "\(efficientCount): \(Names.list(frontier.map(name))).".capitalizedFirst,
        number: outlooks[leading].net.mean)
    }
    let price = comparison.differences[leading][safe].mean
    let relief = Self.difference(tail(safe), tail(leading))
    return Finding(
      "Choosing \(name(safe)) instead of \(name(leading)) costs \(price.dollars) of expected net "
        + "and makes the mean of the worst 5% milder by \(relief.dollars); "
        + "\(efficientCount).", number: price)
  }

  private var efficientCount: String {
    let count = efficient.count
    return count == subjects.count
      ? "all \(count) \(subjectNoun)s are efficient"
      : "\(count) of \(subjects.count) \(subjectNoun)s \(count == 1 ? "is" : "are") efficient"
  }

  private func tradeOffChart(_ options: [Int]) -> TradeOffChart {
    let frontier = efficient
    return TradeOffChart(
      label: "Mean five-year net against the mean of its worst 5 percent, one numbered point for "
        + "each option",
      points: options.map { index in
        let net = outlooks[index].net
        let kind: TradeOffChart.Point.Kind =
          frontier.contains(index) ? .efficient : subjects.contains(index) ? .dominated : .whatIf
        return .init(
          number: number(index), name: label(index), kind: kind, mean: net.mean.value,
          tailMean: net.tailMean.value,
          tooltip: "\(number(index)) \(label(index)): mean \(net.mean.dollars), mean of the worst "
            + "5% \(net.tailMean.dollars)")
      })
  }

  private func number(_ index: Int) -> Int { (legalFirst.firstIndex(of: index) ?? index) + 1 }

  /// What each option gives up against the leading one, trial by trial.
  private func regretTable(_ options: [Int]) -> Table {
    let reference = leading ?? 0
    let means = options.map { outlooks[$0].net.mean.value }
    let unit = MoneyUnit(for: means)
    return Table(
      caption: "Five-year net, \(unit.rawValue), and the paired difference to \(name(reference))",
      columns: [
        .init("#"), .init("Option", .text), .init("Mean"), .init("±"),
        .init("Worst 5%"), .init("Difference"), .init("±"), .init("Ahead in"),
        .init("Behind in"), .init("Efficient", .word),
      ],
      rows: regretRows(options, unit, reference))
  }

  private func regretRows(_ options: [Int], _ unit: MoneyUnit, _ reference: Int) -> [Table.Row] {
    let nets = options.map { outlooks[$0].net }
    let pairs = options.map { comparison.differences[$0][reference] }
    let frontier = efficient
    let means = unit.column(nets.map(\.mean))
    let errors = unit.errors(nets.map(\.mean))
    let tails = unit.column(nets.map(\.tailMean))
    let differences = unit.column(pairs.map(\.mean), signed: true)
    let pairedErrors = unit.errors(
      zip(options, pairs).filter { $0.0 != reference }.map(\.1.mean))
    var others = pairedErrors.makeIterator()
    return options.indices.map { row in
      let index = options[row]
      let isItself = index == reference
      return Table.Row(
        rowKind(index),
        [
          String(number(index)), label(index), means[row], errors[row], tails[row],
          isItself ? "–" : differences[row], isItself ? "" : others.next() ?? "",
          isItself ? "–" : pairs[row].chanceOfMore.percent,
          isItself ? "–" : pairs[row].chanceOfLess.percent,
          frontier.contains(index) ? "yes" : subjects.contains(index) ? "no" : "what-if",
        ])
    }
  }
}
