import Projection
import Regulation

extension Board {
  static let cashName = "Cash"

  var cashSheet: WorkbookSheet {
    var sheet = WorkbookSheet(
      name: Self.cashName, title: "What cash the options need, and when",
      says: "Undiscounted dollars by the dates on which money moves; what must be at hand is a "
        + "percentile over futures of the deepest shortfall.")
    guard let cash = comparison.cash, cash.options.count == outlooks.count else {
      sheet.absence = "The scenario does not state when money moves, so no cash was followed."
      return sheet
    }
    sheet.says += " Over the first \(DecimalText.grouped(cash.trials)) trials."
    sheet.tables =
      [cashTable(cash)] + (coverTable(cash).map { [$0] } ?? [])
      + [pointTable(cash), flowTable(cash)]
      .filter { $0.rowCount > 0 }
    return sheet
  }

  private func cashTable(_ cash: CashOutlook) -> WorkbookTable {
    let (order, unit) = (legalFirst, workbookUnit)
    let of = order.map { cash.options[$0] }
    func reserve(_ place: Int) -> [QuantileEstimate?] {
      of.map { $0.reserveNeeded.indices.contains(place) ? $0.reserveNeeded[place] : nil }
    }
    return WorkbookTable(
      Self.cashName, caption: "Options",
      [
        .words("Option", order.map(label)),
        .chances("Chance to exhaust the reserve", of.map(\.chanceOfExhaustion)),
        .quantiles("At hand for 95% of futures", reserve(0), unit),
        .quantiles("At hand for 99% of futures", reserve(1), unit),
        .chances("Chance that none is needed", of.map(\.chanceOfNoNeed)),
        .words("Lowest about", of.map { $0.lowestAt.dropFirst().first?.description ?? "never" }),
        .chances("Chance that the mechanism is raised", of.map(\.chanceOfRaise)),
        .dollars("Fees of the mechanism", of.map(\.carryingCost), unit),
        .numbers("Advanced APM revenue", of.map { $0.advancedModel }, .dollars),
      ]
        + years.enumerated().map { place, year in
          .dollars(
            "Mechanism holds, end of \(year)",
            of.map { $0.mechanism.indices.contains(place) ? $0.mechanism[place] : nil }, unit)
        })
  }

  private func coverTable(_ cash: CashOutlook) -> WorkbookTable? {
    let rows = legalFirst.compactMap { option in cash.options[option].cover.map { (option, $0) } }
    guard !rows.isEmpty else { return nil }
    let (unit, covers) = (workbookUnit, rows.map(\.1))
    return WorkbookTable(
      "StopLoss", caption: "Stop-loss cover",
      [
        .words("Option", rows.map { label($0.0) }),
        .dollars("Premiums", covers.map(\.premium), unit),
        .dollars("Recoveries", covers.map(\.recovery), unit),
        .dollars("What it adds to mean net", covers.map(\.change), unit),
        .dollars("Worst 5% with it", covers.map(\.tailMean), unit),
        .dollars("Worst 5% without it", covers.map(\.tailMeanWithout), unit),
        .chances(
          "Chance to exhaust the reserve without it", covers.map(\.chanceOfExhaustionWithout)),
      ])
  }

  private func pointTable(_ cash: CashOutlook) -> WorkbookTable {
    WorkbookTable(
      "CashPoints",
      caption: "Cash under \(label(cash.followed)) at the end of each half-year, what was at hand "
        + "before left out",
      [.words("Day", cash.points.map(\.day.description))]
        + Self.quantileTitles.enumerated().map { place, title in
          .quantiles(
            title,
            cash.points.map { $0.quantiles.indices.contains(place) ? $0.quantiles[place] : nil },
            workbookUnit)
        })
  }

  private func flowTable(_ cash: CashOutlook) -> WorkbookTable {
    let count = cash.flows.map(\.years.count).max() ?? 0
    let first = comparison.scenario.agreement.period.firstDay.year
    return WorkbookTable(
      "CashFlows", caption: "What moves it under \(label(cash.followed)), means by calendar year",
      [
        .words("Kind", cash.flows.map(\.kind.title)),
        .words("Paragraph", cash.flows.map { $0.kind.paragraph.map { "\($0)" } ?? "" }),
      ]
        + (0..<count).map { place in
          .dollars(
            "\(first + place)",
            cash.flows.map { $0.years.indices.contains(place) ? $0.years[place] : nil },
            workbookUnit)
        })
  }
}
