import Probability

/// A parameter above zero with its standard error: lognormal, its mean the estimate exactly and its
/// spread the error exactly.
struct UncertainSpread: Hashable, Sendable {
  let estimate: Double
  let spread: Double

  init(_ estimate: Double, error: Double) {
    self.estimate = estimate
    let relative = estimate > 0 ? error / estimate : 0
    spread = logarithm(1 + relative * relative).squareRoot()
  }

  var isKnown: Bool { spread == 0 }

  /// - Parameter score: Standard normal.
  func drawn(_ score: Double) -> Double {
    isKnown ? estimate : estimate * singleExponential(spread * score - spread * spread / 2)
  }
}

/// A share between 0 and 1 with its standard error: logit-normal, its mean the estimate to 1e-9 and
/// its spread the error to first order. A share of 0 or 1 is known.
struct UncertainShare: Hashable, Sendable {
  let estimate: Double
  let centre, spread: Double

  init(_ estimate: Double, error: Double) {
    self.estimate = estimate
    let room = estimate * (1 - estimate)
    spread = room > 0 ? error / room : 0
    centre = spread > 0 ? logitOfMean(estimate, spread: spread) : 0
  }

  var isKnown: Bool { spread == 0 }

  /// - Parameter score: Standard normal.
  func drawn(_ score: Double) -> Double {
    isKnown ? estimate : 1 / (1 + singleExponential(-centre - spread * score))
  }
}

/// A correlation with its standard error: Fisher's z is normal, the mean is the estimate and the
/// spread the error, both to the square of the error.
struct UncertainCorrelation: Hashable, Sendable {
  let estimate: Double
  let centre, spread: Double

  /// - Parameter estimate: Above -1 and below 1.
  init(_ estimate: Double, error: Double) {
    self.estimate = estimate
    spread = error > 0 ? error / (1 - estimate * estimate) : 0
    centre =
      error > 0
      ? logarithm((1 + estimate) / (1 - estimate)) / 2 + estimate * spread * spread : 0
  }

  var isKnown: Bool { spread == 0 }

  /// - Parameter score: Standard normal.
  func drawn(_ score: Double) -> Double {
    isKnown ? estimate : 1 - 2 / (1 + singleExponential(2 * (centre + spread * score)))
  }
}
