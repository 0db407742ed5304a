/// How a long back-test is followed, and ended early.
public struct BacktestWatch: Sendable {
  /// Called after each forecast, from any worker, with the number of them.
  public var progress: @Sendable (Int) -> Void
  /// Asked before each forecast.
  public var isCancelled: @Sendable () -> Bool

  public init(
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.progress = progress
    self.isCancelled = isCancelled
  }
}
