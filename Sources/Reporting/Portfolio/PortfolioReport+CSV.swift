import Foundation
import Scenarios

extension PortfolioReport {
  /// A row a scenario, in its order. Dollars; percentiles in whole cents as simulated, means and errors
  /// rounded to the cent, chances to a millionth. An option that a scenario does not have is empty.
  var csv: String {
    var csv = CSVText()
    csv.row(
      Self.first + Provenance.Status.allCases.map { "\($0.rawValue)Figures" }
        + options.flatMap { option in
          Self.figures.map { "\(CSVText.harmless(option.name)).\($0)" }
        } + ["faults"])
    for row in rows { csv.row(Self.facts(row) + cells(row) + [Self.faults(row)]) }
    return csv.text
  }

  private static let first = [
    "scenario", "name", "title", "aco", "assignedBeneficiaries", "trials", "seed", "bestOption",
    "bestConfidence", "cannotBeToldFromBest",
  ]

  private static let figures = [
    "standing", "mean", "meanStandardError", "chanceOfAnyRepayment", "chanceOfAnyRepaymentLow",
    "chanceOfAnyRepaymentHigh", "p5", "p5Low", "p5High",
  ]

  private static func facts(_ row: PortfolioRow) -> [String] {
    let names = [row.place, row.name].map(CSVText.harmless)
    guard let outcome = row.outcome else {
      return names + Array(repeating: "", count: first.count - 2 + Provenance.Status.allCases.count)
    }
    let best = outcome.best.map { outcome.options[$0].name } ?? ""
    let tied = outcome.tied.filter { $0 != outcome.best }.map { outcome.options[$0].name }
    return names + [outcome.title, outcome.aco].map(CSVText.harmless)
      + [outcome.assignedBeneficiaries, outcome.trials].map { String($0) } + [String(outcome.seed)]
      + [
        CSVText.harmless(best),
        outcome.best == nil ? "" : DecimalText.fixed(outcome.confidence, places: 6),
        CSVText.harmless(tied.joined(separator: "; ")),
      ] + Provenance.Status.allCases.map { String(outcome.figures[$0.rawValue] ?? 0) }
  }

  private func cells(_ row: PortfolioRow) -> [String] {
    options.flatMap { column -> [String] in
      guard let option = row.outcome.flatMap(column.option) else {
        return Array(repeating: "", count: Self.figures.count)
      }
      let chance = option.chanceOfOwing
      return [option.isWhatIf ? "whatIf" : "legal"]
        + [option.mean, option.meanStandardError].map { DecimalText.fixed($0, places: 2) }
        + [chance.value, chance.low, chance.high].map { DecimalText.fixed($0, places: 6) }
        + option.fifthPercentile.map(DecimalText.cents)
    }
  }

  private static func faults(_ row: PortfolioRow) -> String {
    CSVText.harmless(row.faults.joined(separator: " | "))
  }
}
