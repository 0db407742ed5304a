import Projection

extension Estimate {
  /// A standard deviation from so many trials.
  ///
  /// Its error is s √((κ − 1)/4n) (Cramér, "Mathematical Methods of Statistics", §27.4) with a kurtosis κ
  /// of 60: that of the number assigned after five years, whose lists change by heavy tails. Other figures
  /// have less, and so a digit less than they could.
  static func spread(_ deviation: Double, of trials: Int) -> Estimate {
    let kurtosis = 60.0
    return Estimate(
      value: deviation,
      standardError: deviation * ((kurtosis - 1) / Double(4 * max(1, trials))).squareRoot())
  }
}
