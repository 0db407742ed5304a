/// Every payment of every trial, option and year, in whole cents: what a run may keep.
public struct KeptPayments: Hashable, Sendable {
  public let trials: Int
  public let optionCount: Int
  /// As `Ledger.payment`.
  private let cents: [Int64]

  /// - Parameter cents: One value a trial, at `(option · 5 + year) · trials + trial`.
  public init(trials: Int, optionCount: Int, cents: [Int64]) {
    precondition(cents.count == trials * optionCount * 5, "one payment a trial, option and year")
    self.trials = trials
    self.optionCount = optionCount
    self.cents = cents
  }

  /// One payment a trial; year 0 is the first.
  public func column(of option: Int, year: Int) -> ArraySlice<Int64> {
    let start = (option * 5 + year) * trials
    return cents[start..<start + trials]
  }

  public var checksum: PaymentsChecksum {
    var checksum = PaymentsChecksum()
    for option in 0..<optionCount {
      for year in 0..<5 {
        checksum.add(column(of: option, year: year), option: option, year: year, firstTrial: 0)
      }
    }
    return checksum
  }
}
