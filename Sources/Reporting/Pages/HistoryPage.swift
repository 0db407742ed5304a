import Projection
import Regulation
import Scenarios

extension Board {
  /// Page 16: the simulated years before any option is settled, and their correlations.
  var history: DeckPage {
    DeckPage(
      number: 16, topic: "Simulated histories", headline: historyHeadline,
      exhibits: [.table(historyTable), .table(correlationTable)],
      howToRead:
        "Means over trials; the spread of the savings rate is its standard deviation from one "
        + "simulated future to another, not an error. All options are settled on these same years.")
  }

  private var historyHeadline: Finding {
    guard let first = comparison.histories.first, let last = comparison.histories.last else {
      return Finding("No year was simulated.")
    }
    return Finding(
      "Before any option is settled, the mean savings rate is \(first.savingsRate.percent) in "
        + "\(first.performanceYear) and \(last.savingsRate.percent) in \(last.performanceYear), "
        + "spread \(spread(first)) and \(spread(last)) from one future to another.",
      number: first.savingsRate)
  }

  private func spread(_ year: HistoryYear) -> String {
    Estimate.spread(year.savingsRateStandardDeviation, of: comparison.trials).percent
  }

  private var historyTable: Table {
    let unit = MoneyUnit(for: comparison.histories.map(\.benchmark.value))
    return Table(
      caption: "Simulated performance years, means over \(DecimalText.grouped(comparison.trials)) "
        + "trials",
      columns: [
        .init("Performance year", .text), .init("Assigned beneficiaries"),
        .init("Updated benchmark, \(unit.rawValue)"), .init("Expenditure, \(unit.rawValue)"),
        .init("Savings rate"), .init("Spread"), .init("Quality score"),
        .init("Quality standard met"), .init("Neither standard met"),
      ],
      rows: historyRows(unit))
  }

  private func historyRows(_ unit: MoneyUnit) -> [Table.Row] {
    let years = comparison.histories
    let benchmarks = unit.column(years.map(\.benchmark))
    let expenditures = unit.column(years.map(\.expenditure))
    return years.indices.map { row in
      let year = years[row]
      return Table.Row(
        .plain,
        [
          year.performanceYear.description, year.assignedBeneficiaries.count, benchmarks[row],
          expenditures[row], year.savingsRate.percent, spread(year), year.qualityScore.percent,
          year.qualityStandardMet.percent, year.qualityNotMet.percent,
        ])
    }
  }

  private var correlationTable: Table {
    let matrix = comparison.scenario.assumptions.correlation
    let names = CorrelationMatrix.order
    let isWhole = matrix.values.count == names.count * names.count
    return Table(
      caption: "Correlation of the yearly normal scores",
      columns: [.init("", .text)] + names.map { Table.Column(Self.words($0)) },
      rows: isWhole
        ? names.indices.map { row in
          Table.Row(
            .plain,
            [Self.words(names[row])]
              + names.indices.map { DecimalText.printed(matrix[row, $0], places: 2) })
        } : [])
  }

  /// `nationalGrowth` as `national growth`.
  static func words(_ key: String) -> String {
    key.reduce(into: "") { text, letter in
      if letter.isUppercase { text += " " }
      text += letter.lowercased()
    }
  }
}
