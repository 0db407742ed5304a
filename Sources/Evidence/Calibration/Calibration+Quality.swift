import Regulation

extension Calibration {
  /// Quality score and standing.
  mutating func fitQuality(_ panel: Panel) {
    for year in panel.years { fitQuality(of: year, panel) }
    fitQualityOverYears(panel)
    var rows = Jackknife()
    for row in panel.acoYears {
      guard let score = row.qualityScore else { continue }
      rows.add(row.savingsRate, score, cell: row.year, of: row)
    }
    add(
      "quality.savingsRateCorrelation", "correlation",
      "correlation of quality score and savings rate, within each year", rows
    ) { PooledMoments($0).correlation }
  }

  private mutating func fitQuality(of year: Int, _ panel: Panel) {
    var scores = Jackknife()
    var standings = QualityResult.Standing.allCases.map { _ in Jackknife() }
    for row in panel.acoYears where row.year == year {
      if let score = row.qualityScore { scores.add(score, cell: 0, of: row) }
      guard let standing = row.standing else { continue }
      for (place, other) in QualityResult.Standing.allCases.enumerated() {
        standings[place].add(standing == other ? 1 : 0, cell: 0, of: row)
      }
    }
    add("quality.mean.\(year)", "fraction", "mean quality score of \(year)", scores) {
      $0.reduce(0) { $0 + $1.x } / $0.reduce(0) { $0 + $1.count }
    }
    add(
      "quality.spread.\(year)", "fraction", "standard deviation of the quality score of \(year)",
      scores
    ) { PooledMoments($0).standardDeviation }
    for (place, standing) in QualityResult.Standing.allCases.enumerated() {
      add(
        "quality.\(standing.rawValue).\(year)", "probability",
        "share of ACOs of \(year) with this standing", standings[place]
      ) { $0.reduce(0) { $0 + $1.x } / $0.reduce(0) { $0 + $1.count } }
    }
  }

  private mutating func fitQualityOverYears(_ panel: Panel) {
    var rows = Jackknife()
    for pair in panel.pairs() where panel.isScoredAlike(pair.earlier.year, pair.later.year) {
      guard let before = pair.earlier.qualityScore, let after = pair.later.qualityScore else {
        continue
      }
      rows.add(before, after, cell: pair.later.year, of: pair.later)
    }
    let which =
      "of the quality score in consecutive years whose files print mostly the same measures"
    add("quality.correlation", "correlation", "correlation \(which), within each year", rows) {
      PooledMoments($0).correlation
    }
    add(
      "quality.changeSpread", "fraction", "spread of the yearly change \(which), within each year",
      rows
    ) { cells in
      let pooled = PooledMoments(cells)
      return ((pooled.xx + pooled.yy - 2 * pooled.xy) / pooled.degreesOfFreedom).squareRoot()
    }
  }
}

extension Panel {
  /// Whether two years' quality was scored by mostly the same measures: at least two thirds of
  /// the columns of the year with fewer are the other's too.
  func isScoredAlike(_ a: Int, _ b: Int) -> Bool {
    guard let first = qualityMeasures[a], let second = qualityMeasures[b] else { return false }
    let fewer = min(first.count, second.count)
    return fewer > 0 && first.intersection(second).count * 3 >= fewer * 2
  }
}
