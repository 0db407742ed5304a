/// An estimate with its error.
public struct Estimate: Hashable, Sendable {
  public var value: Double
  /// Standard deviation of the estimate over samples of ACOs.
  public var standardError: Double

  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }
}

extension Estimate: Codable {
  /// `[value, standardError]`.
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    value = try container.decode(Double.self)
    standardError = try container.decode(Double.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(value)
    try container.encode(standardError)
  }
}
