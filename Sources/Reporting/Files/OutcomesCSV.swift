import Foundation
import Projection
import Regulation

/// `outcomes.csv`: for each option one row a performance year, one for the five payments added
/// (`total`) and one for the five-year net (`net`).
///
/// Dollars; positive from CMS, negative to CMS. Quantiles, worst and best are whole cents as
/// simulated; means and errors are rounded to the cent, chances to a millionth.
public struct OutcomesCSV: Hashable, Sendable {
  public static let name = "outcomes.csv"
  public var text: String
  public var bytes: Data { Data(text.utf8) }

  public init(_ comparison: Comparison) {
    var csv = CSVText()
    csv.row(Self.header)
    for row in Self.rows(comparison) {
      csv.row(row.prefix(2).map(CSVText.harmless) + row.dropFirst(2))
    }
    text = csv.text
  }

  /// Every row under `header`, names as the scenario writes them.
  static func rows(_ comparison: Comparison) -> [[String]] {
    var rows: [[String]] = []
    let period = comparison.scenario.agreement.period
    for outlook in comparison.outlooks {
      let requested = outlook.requested
      let option = [
        requested.option.name, requested.option.title,
        requested.whatIf == nil ? "legal" : "whatIf",
      ]
      for (place, pair) in zip(outlook.years, outlook.terms).enumerated() {
        let year = [period.performanceYear(place + 1).description, pair.1.track.key]
        rows.append(option + year + cells(pair.0) + noAgreementCells)
      }
      rows.append(option + ["total", ""] + cells(outlook.total) + agreementCells(outlook))
      rows.append(option + ["net", ""] + cells(outlook.net) + noAgreementCells)
    }
    return rows
  }

  static let quantileNames = ["p5", "p25", "p50", "p75", "p95"]
  static let chanceNames = ["chanceToEarn", "chanceOfNothing", "chanceToOwe"]

  static let header =
    [
      "option", "title", "standing", "performanceYear", "track", "trials", "mean",
      "meanStandardError", "standardDeviation",
    ]
    + quantileNames.flatMap { [$0, "\($0)Low", "\($0)High"] }
    + chanceNames.flatMap { [$0, "\($0)Low", "\($0)High"] }
    + ["tailMean", "tailMeanStandardError", "worst", "best"] + agreementNames

  /// Filled in the `total` row alone.
  private static let agreementNames = [
    "chanceOfAnyRepayment", "chanceOfAnyRepaymentLow", "chanceOfAnyRepaymentHigh",
    "paymentLimitHits", "paymentLimitHitsStandardError", "lossLimitHits",
    "lossLimitHitsStandardError",
  ]

  private static let noAgreementCells = agreementNames.map { _ in "" }

  private static func agreementCells(_ outlook: TrackOutlook) -> [String] {
    cells(outlook.chanceOfAnyRepayment)
      + [outlook.paymentLimitHits, outlook.lossLimitHits].flatMap {
        [$0.value, $0.standardError].map { DecimalText.fixed($0, places: 6) }
      }
  }

  private static func cells(_ distribution: Distribution) -> [String] {
    let mean = distribution.mean
    var cells = [String(distribution.trials)]
    cells += [mean.value, mean.standardError, distribution.standardDeviation].map(dollars)
    for place in quantileNames.indices {
      cells += quantileCells(place, of: distribution)
    }
    for chance in [
      distribution.chanceToEarn, distribution.chanceOfNothing, distribution.chanceToOwe,
    ] {
      cells += Self.cells(chance)
    }
    cells += [distribution.tailMean.value, distribution.tailMean.standardError].map(dollars)
    cells += [distribution.worst, distribution.best].map { DecimalText.cents($0.count) }
    return cells
  }

  private static func quantileCells(_ place: Int, of distribution: Distribution) -> [String] {
    guard distribution.quantiles.indices.contains(place) else { return ["", "", ""] }
    let quantile = distribution.quantiles[place]
    return [quantile.value, quantile.low, quantile.high].map { DecimalText.cents($0.count) }
  }

  private static func cells(_ chance: Chance) -> [String] {
    [chance.value, chance.low, chance.high].map { DecimalText.fixed($0, places: 6) }
  }

  private static func dollars(_ amount: Double) -> String { DecimalText.fixed(amount, places: 2) }
}
