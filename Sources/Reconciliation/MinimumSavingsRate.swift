import Regulation

extension MinimumSavingsRateTable {
  /// The variable minimum savings rate for a number of assigned beneficiaries.
  ///
  /// Linear within each band of 42 CFR 425.605(b)(1) as the table is written, endpoints included:
  /// 5,999 has the rate at the high end of its band and 6,000 the rate at the low end of the next.
  /// The table begins at 500; below it, its first rate is held.
  public func rate(forAssigned count: Int) -> Rate {
    for band in bands where count <= band.most { return band.rate(at: count) }
    return bands[bands.count - 1].atMost
  }
}

extension MinimumSavingsRateTable.Band {
  func rate(at count: Int) -> Rate {
    guard count > fewest else { return atFewest }
    let part = Rate(Double(count - fewest)) / Rate(Double(most - fewest))
    return atFewest + part * (atMost - atFewest)
  }
}

extension MinimumRateTerms {
  /// The minimum savings rate of a year, and why it is that one. The minimum loss rate is its
  /// negative: both choices are symmetric, 42 CFR 425.605(b)(2)(i).
  public func rate(forAssigned count: Int) -> (rate: Rate, basis: Settlement.MinimumRateBasis) {
    guard let elected else { return (table.rate(forAssigned: count), .table) }
    guard count >= fewestForElection else {
      return (table.rate(forAssigned: count), .tableBelowFewest)
    }
    return (elected, .elected)
  }
}
