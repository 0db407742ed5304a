import Projection

/// A sentence that is true of one number, and that number with its standard error.
public struct Finding: Hashable, Sendable {
  public var sentence: String
  /// The number the sentence rests on; dollars, a fraction or a count, as the sentence says.
  /// `nil` where the sentence states a fact that is not simulated.
  public var number: Estimate?
  public init(_ sentence: String, number: Estimate? = nil) {
    self.sentence = sentence
    self.number = number
  }
}
