import Projection
import Regulation

extension Board {
  static let yearly = "Yearly"

  /// Row by row what `outcomes.csv` holds: of each option five years, their sum, and the net.
  var yearlySheet: WorkbookSheet {
    let rows = yearlyRows
    return WorkbookSheet(
      name: Self.yearly, title: "What each year pays, option by option",
      says: "Dollars from CMS (minus: to CMS) after recoupment, as in outcomes.csv, to the cent; "
        + "shown to the digits the simulation's error bears. ± is one standard error; low and high "
        + "bound a 95% interval.",
      tables: [
        WorkbookTable(Self.yearly, yearlyColumns(rows))
      ], charts: all.map(shareChart))
  }

  private struct Row {
    var option: Int
    var year, track: String
    var amount: Distribution
    var isTotal = false
  }

  /// Rows of each option.
  static let rowsPerOption = 7

  private var yearlyRows: [Row] {
    all.flatMap { option -> [Row] in
      let outlook = outlooks[option]
      let paid = zip(years, zip(outlook.terms, outlook.years)).map { year, of in
        Row(option: option, year: year.description, track: of.0.track.title, amount: of.1)
      }
      return paid + [
        Row(option: option, year: "total", track: "", amount: outlook.total, isTotal: true),
        Row(option: option, year: "net", track: "", amount: outlook.net),
      ]
    }
  }

  private func yearlyColumns(_ rows: [Row]) -> [[WorkbookColumn]] {
    let unit = workbookUnit
    return [
      .words("Option", rows.map { name($0.option) }),
      .words("Key", rows.map { Names.clamped(outlooks[$0.option].option.name, to: 60) }),
      .words("Standing", rows.map { isWhatIf($0.option) ? "what-if" : "legal" }),
      .words("Year", rows.map(\.year)), .words("Track", rows.map(\.track)),
      .numbers("Trials", rows.map { Double($0.amount.trials) }),
      .dollars("Mean", rows.map(\.amount.mean), unit),
    ] + Self.spreadColumns(rows.map(\.amount), unit) + Self.chanceColumns(rows.map(\.amount))
      + agreementColumns(rows)
  }

  /// Filled for the five years together alone.
  private func agreementColumns(_ rows: [Row]) -> [[WorkbookColumn]] {
    func once<Value>(_ figure: (TrackOutlook) -> Value) -> [Value?] {
      rows.map { $0.isTotal ? figure(outlooks[$0.option]) : nil }
    }
    return [
      .chances("Chance to owe in any year", once(\.chanceOfAnyRepayment)),
      .counts("Years at payment limit", once(\.paymentLimitHits)),
      .counts("Years at loss limit", once(\.lossLimitHits)),
    ]
  }

  /// What CMS pays, nothing, or is owed, year by year.
  private func shareChart(_ option: Int) -> WorkbookChart {
    WorkbookChart(
      kind: .shares, title: "Earns, nothing, owes: \(name(option))",
      label: "Of each year under \(name(option)) the part of simulated futures in which the ACO "
        + "earns, in which nothing changes hands, and in which it owes.",
      sheet: Self.yearly, table: Self.yearly, categories: "Year",
      rows: option * Self.rowsPerOption..<option * Self.rowsPerOption + 5,
      series: [
        .init(name: "owes", column: "Chance to owe", shade: .loss),
        .init(name: "nothing", column: "Chance of nothing", shade: .grey),
        .init(name: "earns", column: "Chance to earn", shade: .main),
      ], format: .percent(0), valueTitle: "of simulated futures")
  }
}

extension Board {
  static let quantileTitles = [
    "5th percentile", "25th percentile", "Median", "75th percentile", "95th percentile",
  ]

  /// Of each distribution its width, its quantiles, the mean of the worst, and the extremes.
  static func spreadColumns(
    _ amounts: [Distribution?], _ unit: MoneyUnit
  ) -> [[WorkbookColumn]] {
    let quantiles = quantileTitles.enumerated().map { place, title in
      [WorkbookColumn].quantiles(
        title,
        amounts.map { amount in
          amount.flatMap { $0.quantiles.indices.contains(place) ? $0.quantiles[place] : nil }
        }, unit)
    }
    return [
      [
        WorkbookColumn(
          title: "Standard deviation",
          cells: amounts.map { $0.map { .dollars($0.standardDeviation) } ?? .blank })
      ]
    ] + quantiles + [
      .dollars("Mean of worst 5%", amounts.map { $0?.tailMean }, unit),
      .exact("Worst", amounts.map { $0?.worst }), .exact("Best", amounts.map { $0?.best }),
    ]
  }

  static func chanceColumns(_ amounts: [Distribution?]) -> [[WorkbookColumn]] {
    [
      .chances("Chance to earn", amounts.map { $0?.chanceToEarn }),
      .chances("Chance of nothing", amounts.map { $0?.chanceOfNothing }),
      .chances("Chance to owe", amounts.map { $0?.chanceToOwe }),
    ]
  }
}
