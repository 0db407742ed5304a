import Projection

extension Comparison {
  /// The whole comparison for another program: every property by its own name, dollars as
  /// numbers, the same bytes every time.
  public var json: String { JSONText(reflecting: self).document }
}
