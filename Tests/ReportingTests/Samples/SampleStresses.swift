import Projection
import Scenarios

/// Five things gone wrong for a synthetic comparison.
enum SampleStresses {
  static func make(_ sample: SampleComparison = SampleComparison()) -> [StressedComparison] {
    [
      ("trendShock", "Trend shock", -0.02, 0.0), ("churnShock", "Churn shock", -0.003, 0.006),
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
        comparison: comparison)
    }
  }

}
