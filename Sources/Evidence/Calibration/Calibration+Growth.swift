import Probability
import Regulation

extension Calibration {
  /// What expenditure and benchmark share, and what a region adds of its own.
  mutating func fitGrowth(_ panel: Panel) {
    let pairs = panel.pairsWithinAgreements().filter(\.isStable)
    var both = Jackknife()
    for pair in pairs {
      guard let expenditure = pair.growth(of: \.expenditure),
        let benchmark = pair.growth(of: \.benchmark)
      else { continue }
      both.add(expenditure, benchmark, cell: pair.later.year, of: pair.later)
    }
    add(
      "growth.expenditureAndBenchmark", "correlation",
      "correlation of the growth of per-capita expenditure and of the updated benchmark in one "
        + "agreement at stable size, within each year", both
    ) { PooledMoments($0).correlation }
    let weights = Self.expenditurePerRisk(panel)
    var region = Jackknife()
    for pair in pairs {
      guard let benchmark = pair.growth(of: \.benchmark),
        let before = pair.earlier.expected(weights), let after = pair.later.expected(weights)
      else { continue }
      region.add(benchmark - logarithm(after / before), cell: pair.later.year, of: pair.later)
    }
    add(
      "regionalDeviation.standardDeviation", "ln per year",
      "spread over ACOs of the growth of the updated benchmark net of risk scores and type mix, in "
        + "one agreement at stable size, within each year: it holds what the benchmark's regional "
        + "part differs by, and the cap on risk", region
    ) { PooledMoments($0).standardDeviation }
  }

  /// Expenditure of a person-year of risk 1, by type, over the panel.
  private static func expenditurePerRisk(_ panel: Panel) -> ByEnrollmentType<Double> {
    ByEnrollmentType { type in
      var (spent, risk) = (0.0, 0.0)
      for stratum in panel.acoYears.compactMap({ $0.strata[type] }) {
        spent += stratum.expenditure * stratum.personYears
        risk += stratum.riskScore * stratum.personYears
      }
      return spent / risk
    }
  }
}

extension ACOPair {
  /// Growth of a dollar figure as the change of its natural logarithm.
  func growth(of figure: (ACOYear) -> Double?) -> Double? {
    guard let before = figure(earlier), let after = figure(later), before > 0, after > 0 else {
      return nil
    }
    return logarithm(after / before)
  }
}

extension ACOYear {
  /// Per-capita expenditure that risk scores and type mix alone would give.
  fileprivate func expected(_ weights: ByEnrollmentType<Double>) -> Double? {
    var (spent, people) = (0.0, 0.0)
    for type in EnrollmentType.allCases {
      guard let stratum = strata[type] else { return nil }
      spent += weights[type] * stratum.riskScore * stratum.personYears
      people += stratum.personYears
    }
    return spent / people
  }
}
