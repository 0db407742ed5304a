/// Every payment of every trial, option and year, in whole cents: what a run may keep.
public struct KeptPayments: Sendable {
  public let trials: Int
  public let optionCount: Int
  /// As `Ledger.payment`.
  private let cents: [Int64]
  private let columns: [Int]

  /// - Parameters:
  ///   - cents: One value a trial, at `columns[option · 5 + year] · trials + trial`.
  ///   - columns: One for each option and year; what is paid alike may share one.
  init(trials: Int, optionCount: Int, cents: [Int64], columns: [Int]) {
    precondition(
      columns.count == optionCount * 5
        && columns.allSatisfy { ($0 + 1) * trials <= cents.count },
      "one payment a trial, option and year")
    self.trials = trials
    self.optionCount = optionCount
    self.cents = cents
    self.columns = columns
  }

  /// One payment a trial; year 0 is the first.
  public func column(of option: Int, year: Int) -> ArraySlice<Int64> {
    let start = columns[option * 5 + year] * trials
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
