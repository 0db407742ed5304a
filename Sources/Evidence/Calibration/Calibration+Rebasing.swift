extension Calibration {
  /// What remains of a savings rate a year later, within an agreement and into a new one.
  mutating func fitRebasing(_ panel: Panel) {
    let pairs = panel.pairs()
    for (name, isSame, which) in [
      ("within", true, "the same agreement"), ("across", false, "a new agreement"),
    ] {
      var rows = Jackknife()
      for pair in pairs where pair.isSameAgreement == isSame {
        rows.add(
          pair.earlier.savingsRate * 100, pair.later.savingsRate * 100, cell: pair.later.year,
          of: pair.later)
      }
      add(
        "savingsRate.slope.\(name)", "points per point",
        "least squares slope of the savings rate on last year's into \(which), within each year",
        rows
      ) { PooledMoments($0).slope }
    }
  }
}
