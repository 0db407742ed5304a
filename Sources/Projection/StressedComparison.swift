import Scenarios

/// A comparison run again with one thing gone wrong, on the same draws.
public struct StressedComparison: Hashable, Sendable {
  public var stress: Stress
  public var comparison: Comparison
  public init(stress: Stress, comparison: Comparison) {
    self.stress = stress
    self.comparison = comparison
  }
}
