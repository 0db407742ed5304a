import Projection
import Regulation

extension Board {
  /// Page 9: what the minimum rate elected is worth, path by path.
  var minimumRatePages: [DeckPage] { PathBoard(self).flatMap(\.minimumRatePage).map { [$0] } ?? [] }
}

extension PathBoard {
  /// Most curves one sheet holds.
  private static let most = 4

  private var curves: [MinimumRateCurve] { Array(paths.curves.prefix(Self.most)) }

  fileprivate var minimumRatePage: DeckPage? {
    guard let first = curves.first else { return nil }
    return DeckPage(
      number: 9, topic: "The minimum-rate election", headline: headline(first),
      exhibits: [.chart(.curves(chart)), .table(table)],
      howToRead:
        "The rate elected holds for savings and losses alike, from the first two-sided year on. Below "
        + "it nothing is owed, and nothing shared but by the low-revenue rule (\(Paragraph.lowRevenue)); "
        + "at it sharing begins with the first dollar. With too few beneficiaries the rate by size "
        + "replaces it (\(Paragraph.reversionToVariable))."
    )
  }

  private func headline(_ curve: MinimumRateCurve) -> Finding {
    let ranked = curve.choices.indices.sorted {
      curve.differences[$0].mean.value > curve.differences[$1].mean.value
    }
    guard let high = ranked.first, let low = ranked.last else {
      return Finding("There is no minimum rate to elect.")
    }
    let path = outcome(curve.of).path.shortTitle
    let (best, worst) = (outcome(curve.choices[high]), outcome(curve.choices[low]))
    let spread = Estimate(
      value: best.net.mean.value - worst.net.mean.value,
      standardError: max(
        curve.differences[high].mean.standardError, curve.differences[low].mean.standardError))
    guard spread.isClear else {
      return Finding(
        "Along \(path) no minimum rate is better than another on expected five-year net beyond the "
          + "simulation's error.", number: spread)
    }
    return Finding(
      "Along \(path) a minimum rate \(Self.words(best)) nets most on average, \(spread.dollars) more "
        + "than one \(Self.words(worst)); it owes in \(best.chanceOfOwing.ofFutures) against "
        + "\(worst.chanceOfOwing.percent).", number: spread)
  }

  private static func words(_ outcome: PathOutcome) -> String {
    switch outcome.path.minimumRate {
    case .elected(let rate): "of \(rate.percent)"
    case .variable, nil: "by size"
    }
  }

  private var titles: [String] {
    curves.first?.choices.map { outcome($0).path.minimumRate?.words ?? "" } ?? []
  }

  private var chart: CurveChart {
    func panel(_ title: String, _ unit: CurveChart.Unit, _ figure: (PathOutcome) -> Double)
      -> CurveChart.Panel
    {
      CurveChart.Panel(
        title: title, unit: unit,
        lines: curves.enumerated().map { number, curve in
          .init(
            number: number + 1, name: outcome(curve.of).path.shortTitle,
            values: curve.choices.map { figure(outcome($0)) })
        })
    }
    return CurveChart(
      label: "Mean five-year net, mean of its worst 5 percent and chance to owe, by minimum rate "
        + "elected, one numbered line for each path",
      choices: titles,
      panels: [
        panel("Mean five-year net", .dollars, \.net.mean.value),
        panel("Mean of the worst 5%", .dollars, \.net.tailMean.value),
        panel("Owes in any year", .share, \.chanceOfOwing.value),
      ])
  }

  private var table: Table {
    let unit = MoneyUnit(
      for: curves.flatMap { $0.choices.map { outcome($0).net.mean.value } })
    return Table(
      caption: "Five-year net, \(unit.rawValue), by minimum rate elected",
      columns: [.init("", .text)] + titles.map { Table.Column($0) },
      rows: curves.enumerated().flatMap { number, curve in
        let outcomes = curve.choices.map(outcome)
        return [
          Table.Row(.group, ["\(number + 1) \(outcome(curve.of).path.shortTitle)"]),
          Table.Row(.plain, ["Mean"] + unit.column(outcomes.map(\.net.mean))),
          Table.Row(.plain, ["Mean of the worst 5%"] + unit.column(outcomes.map(\.net.tailMean))),
          Table.Row(.plain, ["Owes in any year"] + outcomes.map(\.chanceOfOwing.percent)),
        ]
      })
  }
}
