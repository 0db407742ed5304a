extension Calibration {
  /// Where ACOs stand: mean and spread of the savings rate by year, by size and by cohort.
  mutating func fitSavingsRateLevel(_ panel: Panel) {
    for year in panel.years {
      var rows = Jackknife()
      for row in panel.acoYears where row.year == year {
        rows.add(row.savingsRate * 100, cell: 0, of: row)
      }
      addLevel("\(year)", "of performance year \(year)", rows)
    }
    for band in SizeBand.allCases {
      var rows = Jackknife()
      for row in panel.acoYears where band.contains(row.assignedBeneficiaries) {
        rows.add(row.savingsRate * 100, cell: 0, of: row)
      }
      addLevel("size.\(band)", "of this size, all years", rows)
    }
    guard let newest = panel.years.last else { return }
    let starts = Set(panel.acoYears.filter { $0.year == newest }.compactMap(\.agreementStart))
    for start in starts.sorted() {
      var rows = Jackknife()
      for row in panel.acoYears where row.year == newest && row.agreementStart == start {
        rows.add(row.savingsRate * 100, cell: 0, of: row)
      }
      guard rows.sample.isTooSmall == nil else { continue }
      addLevel("cohort.\(start)", "of \(newest) in agreements from \(start)", rows)
    }
  }

  private mutating func addLevel(_ name: String, _ which: String, _ rows: Jackknife) {
    add("savingsRate.mean.\(name)", "points", "mean over ACOs \(which)", rows) {
      $0.reduce(0) { $0 + $1.x } / $0.reduce(0) { $0 + $1.count }
    }
    add("savingsRate.spread.\(name)", "points", "standard deviation over ACOs \(which)", rows) {
      PooledMoments($0).standardDeviation
    }
  }
}
