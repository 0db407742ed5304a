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
    addRegion("", pairs)
    for year in panel.years { addRegion(".\(year)", pairs.filter { $0.later.year == year }) }
  }

  private mutating func addRegion(_ suffix: String, _ pairs: [ACOPair]) {
    var rows = Jackknife()
    for pair in pairs {
      guard let benchmark = pair.growth(of: \.benchmark), let expected = pair.expectedGrowth else {
        continue
      }
      rows.add(benchmark - expected, cell: pair.later.year, of: pair.later)
    }
    add(
      "regionalDeviation.upperBound\(suffix)", "ln per year",
      "spread over ACOs of the growth of the updated benchmark, net of what risk scores and type "
        + "mix alone would give, in one agreement at stable size, within each year: an upper bound "
        + "of the regional deviation, for it holds the cap on risk and renormalisation too", rows
    ) { PooledMoments($0).standardDeviation }
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

extension ACOPair {
  /// Growth of per-capita expenditure that risk scores and type mix alone would give, each type
  /// at last year's expenditure for its risk.
  fileprivate var expectedGrowth: Double? {
    var (spentBefore, spentAfter, before, after) = (0.0, 0.0, 0.0, 0.0)
    for type in EnrollmentType.allCases {
      guard let first = earlier.strata[type], let second = later.strata[type] else { return nil }
      spentBefore += first.expenditure * first.personYears
      spentAfter += first.expenditure * second.riskScore / first.riskScore * second.personYears
      before += first.personYears
      after += second.personYears
    }
    return logarithm(spentAfter / after) - logarithm(spentBefore / before)
  }
}
