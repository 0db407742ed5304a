import Regulation
import Scenarios

@testable import Projection

/// Comparisons whose decisive figures a test sets by hand, every other one known exactly.
enum StoppingSample {
  private static let base = Result {
    let agreement = try Agreement(SamenessTests.lively(trials: 100), under: .current())
    return agreement.comparison(of: try agreement.ledger(workers: 1))
  }

  static let certain = Chance(value: 1, low: 1, high: 1, standardError: 0)
  static let never = Chance(value: 0, low: 0, high: 0, standardError: 0)
  static let even = Chance(value: 0.5, low: 0.5, high: 0.5, standardError: 0)

  /// Options that can be signed, of these means and of a standard deviation of 1,000.
  ///
  /// - Parameter error: Of each pair's difference, by place.
  static func comparison(
    means: [Double], trials: Int = 4_096, error: (Int, Int) -> Double = { _, _ in 0 }
  ) throws -> Comparison {
    var comparison = try base.get()
    comparison.trials = trials
    comparison.outlooks = Array(comparison.outlooks.prefix(means.count))
    for option in means.indices {
      comparison.outlooks[option] = exact(comparison.outlooks[option], means[option])
    }
    comparison.differences = means.indices.map { row in
      means.indices.map { column in
        PairedDifference(
          mean: Estimate(
            value: means[row] - means[column],
            standardError: row == column ? 0 : error(row, column)),
          chanceOfMore: row == column ? never : even, chanceOfLess: row == column ? never : even)
      }
    }
    return comparison
  }

  private static func exact(_ outlook: TrackOutlook, _ mean: Double) -> TrackOutlook {
    var outlook = outlook
    outlook.requested.whatIf = nil
    outlook.net.mean = Estimate(value: mean, standardError: 0)
    outlook.net.standardDeviation = 1_000
    outlook.net.tailMean = Estimate(value: mean - 2_000, standardError: 0)
    for place in outlook.net.quantiles.indices {
      let value = Cents(Int64(place) * 100_000)
      outlook.net.quantiles[place] = QuantileEstimate(
        level: outlook.net.quantiles[place].level, value: value, low: value, high: value,
        standardError: 0, isAtom: true)
    }
    outlook.total.chanceToEarn = even
    outlook.chanceOfAnyRepayment = even
    return outlook
  }

  static let plain = Reach(Randomisations(trials: []))

  static func best(
    _ comparison: Comparison, confidence: Double, look: Int = 1
  ) -> BestOption {
    BestOption(
      of: comparison,
      by: StoppingRule(precision: nil, confidence: confidence, mostTrials: 10_000_000), look: look,
      plain)
  }
}
