import Regulation

/// How far one input must lie from what is projected before another path is best on expected
/// five-year net; all else stays as projected.
public struct FlipPoint: Hashable, Sendable {
  public var input: Input
  /// The path that is best at what is projected, and the one that is beyond the flip point; places
  /// in the outcomes.
  public var from, to: Int
  /// In the measure of the input's shift: see `Input`. Its error is the paired one of the two paths'
  /// difference there.
  public var shift: Estimate
  /// Where the input then stands.
  public var level: Estimate
  /// Mean savings rate over the five years there, a fraction of the benchmark.
  public var savingsRate: Estimate
}

/// One input's flip points, and how far was looked.
public struct InputFlips: Hashable, Sendable {
  public var input: Input
  /// The levels between which was looked.
  public var lowest, highest: Double
  /// Downward and upward; `nil` for a side on which no other path becomes best.
  public var below, above: FlipPoint?

  public var found: [FlipPoint] { [below, above].compactMap { $0 } }
}
