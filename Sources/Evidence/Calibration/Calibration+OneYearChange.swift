extension Calibration {
  /// The variance budget: a + b(1/N_t + 1/N_{t−1}) of the one-year change within an agreement at
  /// stable size, and its tails.
  mutating func fitOneYearChange(_ panel: Panel) {
    let changes = Self.stableChanges(panel)
    addBudget("", "", changes)
    for year in panel.years.dropFirst() {
      addBudget(
        ".without\(year - 1)to\(year)", ", without the pair \(year - 1) to \(year)",
        changes.filter { $0.row.later.year != year })
    }
    for band in SizeBand.allCases {
      var rows = Jackknife()
      for (pair, residual) in changes where band.contains(pair.later.assignedBeneficiaries) {
        rows.add(residual, residual * residual, cell: 0, of: pair.later)
      }
      add(
        "savingsRate.oneYearChange.spread.size.\(band)", "points",
        "root mean square of the one-year change within an agreement at stable size, less the mean "
          + "of its year and cohort", rows
      ) { ($0.reduce(0) { $0 + $1.y } / $0.reduce(0) { $0 + $1.count }).squareRoot() }
    }
  }

  /// Changes in points, less the mean of their year and cohort.
  static func stableChanges(_ panel: Panel, lag: Int = 1) -> [(row: ACOPair, residual: Double)] {
    Cells<ACOPair>.residuals(
      panel.pairsWithinAgreements(lag: lag).filter(\.isStable), cell: \.later.cohort
    ) { ($0.later.savingsRate - $0.earlier.savingsRate) * 100 }
  }

  private mutating func addBudget(
    _ suffix: String, _ which: String, _ changes: [(row: ACOPair, residual: Double)]
  ) {
    var numbers = ACONumbers()
    let observations = changes.map { pair, residual in
      StudentVariance.Observation(
        cluster: numbers.number(pair.later.id), residual: residual,
        measure: pair.inverseSizes * Self.tenThousand)
    }
    let sample = Constant.Sample(
      acos: numbers.count, observations: changes.count,
      years: Set(changes.map(\.row.later.year)).sorted())
    let fit = sample.isTooSmall == nil ? StudentVariance(observations) : nil
    let method =
      "maximum likelihood of the one-year change within an agreement at stable size (ln N within "
      + "0.2), less the mean of its year and cohort, Student t with variance a + b(1/N + 1/N "
      + "before)\(which); sandwich error clustered by ACO"
    let name = "savingsRate.oneYearChange"
    add("\(name).constant\(suffix)", "points squared", "a: \(method)", sample, fit?.constant)
    add(
      "\(name).bySize\(suffix)", "points squared times 10,000 beneficiaries", "b: \(method)",
      sample, fit?.slope)
    add(
      "\(name).degreesOfFreedom\(suffix)", "degrees of freedom", "of Student's t: \(method)",
      sample, fit?.degreesOfFreedom,
      whyNot: fit == nil ? "the likelihood has no peak" : "tails no heavier than the normal law's")
    if let fit {
      correlate("\(name).constant\(suffix)", "\(name).bySize\(suffix)", fit.correlation)
    }
  }

  /// Variances by size are printed for 10,000 beneficiaries and in points²: the same number as
  /// for one beneficiary and as a fraction.
  static let tenThousand = 10_000.0
}
