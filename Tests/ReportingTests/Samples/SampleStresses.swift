import Projection
import Scenarios

@testable import Reporting

/// Five things gone wrong for a synthetic comparison.
enum SampleStresses {
  static func make(_ sample: SampleComparison = SampleComparison()) -> [StressedComparison] {
    [
      ("trendShock", "Trend shock", -0.02, 0.0), ("highChurn", "High churn", -0.003, 0.006),
      ("qualityFailure", "Quality failure", -0.008, 0),
      ("riskScoreCap", "Risk scores capped", -0.006, 0),
      ("pandemicYear", "Pandemic year", -0.001, 0.02),
    ].map { name, title, shift, widening in
      var stressed = sample
      stressed.savings += shift
      stressed.spread += widening
      let comparison = stressed.make()
      return StressedComparison(
        stress: Stress(
          name: name, title: title,
          says: "The savings rate is \(shift * 100) points lower in every year and its spread "
            + "\(widening * 100) points wider.",
          source: "Growth of 2023 to 2024 was 9 percent against 4.9 expected",
          changed: comparison.scenario),
        comparison: comparison, unstressed: sample.make(),
        changes: changes(comparison, from: sample.make()))
    }
  }

  /// Of comparisons whose trials are not at hand: the errors of both figures added.
  static func changes(_ after: Comparison, from before: Comparison) -> [StressChange] {
    zip(after.outlooks, before.outlooks).map { after, before in
      StressChange(
        mean: Board.difference(after.net.mean, before.net.mean),
        fifthPercentile: Board.difference(
          after.net.quantiles[0].estimate, before.net.quantiles[0].estimate),
        tailMean: Board.difference(after.net.tailMean, before.net.tailMean),
        chanceOfOwing: Board.difference(
          after.chanceOfAnyRepayment.estimate, before.chanceOfAnyRepayment.estimate))
    }
  }
}
