import Regulation

extension Agreement {
  /// The cash of the listed options that belongs to net; `nil` where the scenario does not state
  /// when money moves.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  func cashBook(
    workers: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> CashBook? {
    try cashOfNet(settlements, periods, workers: workers, isCancelled: isCancelled)
  }

  /// The same of options bound to these settlements.
  func cashOfNet(
    _ settlements: [[BoundSettlement]], _ periods: [BoundPeriod], workers: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws -> CashBook? {
    guard cash.isStated else { return nil }
    return try cashBook(of: settlements, periods, workers: workers, isCancelled: isCancelled)
  }

  /// The cash of options bound to these settlements, stop-loss cover priced over the same trials.
  func cashBook(
    of settlements: [[BoundSettlement]], _ periods: [BoundPeriod], workers: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws -> CashBook {
    try CashBook(
      cash, settlements, periods,
      premiums: try stopLossPremiums(
        of: settlements, periods, workers: workers, isCancelled: isCancelled),
      under: rules)
  }
}
