import CSettlement
import Regulation

/// A stated benchmark, for many trials that sign it at once.
public struct StatedTerms {
  let terms: cs_stated

  /// - Parameters:
  ///   - historical: Per capita, by type.
  ///   - prospective: What one unit of prospective growth adds, in flat dollars.
  ///   - weights: Of benchmark years 1, 2 and 3, as luck of their claims counts.
  public init(
    historical: ByEnrollmentType<PerCapita>, prospective: ByEnrollmentType<PerCapita>,
    weights: ByBenchmarkYear<Double>
  ) {
    terms = cs_stated(
      historical: historical.map(\.amount).row, prospective: prospective.map(\.amount).row,
      weights: (weights.first, weights.second, weights.third))
  }
}
