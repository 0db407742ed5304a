import Probability

/// How far an interval reaches, in standard errors: a normal variable's for independent trials,
/// Student's for points, whose error is the spread between randomisations.
struct Reach {
  /// `nil` for independent trials.
  private let degreesOfFreedom: Int?

  init(_ randomisations: Randomisations) {
    degreesOfFreedom = randomisations.count > 0 ? randomisations.count - 1 : nil
  }

  /// - Parameter share: The chance to lie beyond it on one side; in (0, 0.5].
  func leaving(_ share: Double) -> Double {
    guard let degreesOfFreedom else { return -normalQuantile(share) }
    guard degreesOfFreedom > 2 else { return .infinity }
    let freedom = Double(degreesOfFreedom)
    // The law has variance 1; Student's own is wider.
    return -StudentT(degreesOfFreedom: freedom).quantile(share)
      * (freedom / (freedom - 2)).squareRoot()
  }

  /// Of a 95 percent interval.
  var ofInterval: Double { leaving(0.025) }
}
