import Projection
import Regulation

extension Board {
  static let summary = "Summary"

  func summarySheet(_ checks: WorkbookChecks, before others: [WorkbookSheet]) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      name: Self.summary, title: Names.clamped(comparison.scenario.title, to: 90),
      says: "Five-year net of every option, in dollars: the cells hold cents, shown to the digits "
        + "the simulation's error bears. ± is one standard error; low and high bound a 95% "
        + "interval.")
    sheet.remarks =
      Banner.texts(for: comparison.scenario.editions)
      + (comparison.scenario.question.map { ["Asked: \(Names.clamped($0, to: 200))"] } ?? [])
      + Statement.wrapped(decision.headline.sentence, to: WorkbookSheet.lineLength - 20)
    let listed = others + [checks.sheet]
    sheet.tables = [
      summaryTable, checks.summaryTable,
      WorkbookTable(
        "Contents", caption: "What the other sheets hold",
        [
          .words("Sheet", listed.map(\.name)),
          [WorkbookColumn(title: "Holds", cells: listed.map { .text($0.title) }, runsOver: true)],
        ]),
    ]
    sheet.charts = [rangesChart]
    return sheet
  }

  private var summaryTable: WorkbookTable {
    let (order, unit) = (legalFirst, workbookUnit)
    let of = order.map { outlooks[$0] }
    func quantile(_ place: Int) -> [QuantileEstimate?] {
      of.map { $0.net.quantiles.indices.contains(place) ? $0.net.quantiles[place] : nil }
    }
    return WorkbookTable(
      Self.summary,
      [
        .words("Option", order.map(label)),
        .words("Key", of.map { Names.clamped($0.option.name, to: 60) }),
        .words("Standing", order.map { isWhatIf($0) ? "what-if" : "legal" }),
        .dollars("Mean net", of.map(\.net.mean), unit),
        .quantiles("5th percentile", quantile(0), unit), .quantiles("Median", quantile(2), unit),
        .quantiles("95th percentile", quantile(4), unit),
        .dollars("Mean of worst 5%", of.map(\.net.tailMean), unit),
        .chances("Chance to earn", of.map(\.total.chanceToEarn)),
        .chances("Chance to owe in any year", of.map(\.chanceOfAnyRepayment)),
        .dollars("Behind the highest", order.map(lag), unit),
      ])
  }

  /// By how much an option's mean is below that of the one that leads.
  private func lag(_ option: Int) -> Estimate? {
    leading.map { comparison.differences[$0][option].mean }
  }

  private var rangesChart: WorkbookChart {
    WorkbookChart(
      kind: .ranges, title: "Five-year net: bar for the middle half, line for nine futures in ten",
      label: "Of each option the 5th, 25th, 50th, 75th and 95th percentile and the mean of "
        + "five-year net.",
      sheet: Self.percentiles, table: Self.percentiles, categories: "Option",
      rows: 0..<legalFirst.count,
      series: [
        .init(name: "25th percentile", column: "25th percentile", shade: .main, mark: .none),
        .init(name: "5th percentile", column: "5th percentile", shade: .loss, mark: .square),
        .init(name: "Median", column: "Median", shade: .main, mark: .circle),
        .init(name: "Mean", column: "Mean", shade: .main, mark: .diamond),
        .init(name: "95th percentile", column: "95th percentile", shade: .main, mark: .square),
        .init(name: "75th percentile", column: "75th percentile", shade: .main, mark: .none),
      ], format: .dollars(workbookUnit, workbookUnit == .million ? 1 : 0), valueTitle: "dollars")
  }
}
