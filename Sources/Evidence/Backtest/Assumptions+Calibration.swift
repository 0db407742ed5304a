import Regulation
import Scenarios

extension Assumptions {
  /// Takes the constants, with their errors, that these years tell of claims, size, risk scores and
  /// quality; what they cannot tell stays as it is.
  ///
  /// National growth, the prospective trend, regional deviation, retention, the dispersion of
  /// joiners, true-up and extreme circumstances are judgement and not of the files.
  mutating func take(_ calibration: Calibration) {
    func put(
      _ name: String, _ value: WritableKeyPath<Self, Double>,
      _ error: WritableKeyPath<Self, Double>, within range: ClosedRange<Double>,
      _ convert: (Double) -> Double = { $0 }
    ) {
      guard let found = calibration[name]?.estimate else { return }
      self[keyPath: value] = min(max(convert(found.value), range.lowerBound), range.upperBound)
      self[keyPath: error] = found.standardError
    }
    let share = 0.0...0.95, spread = 0.0...2.0, anySpread = 0.0...Double.infinity
    put(
      "claimsNoise.correlation", \.claimsNoise.correlation,
      \.claimsNoise.standardErrors.correlation, within: share)
    put(
      "sizeChange.narrow.weight", \.participantChange.probability,
      \.participantChange.standardErrors.probability, within: share, { 1 - $0 })
    put(
      "sizeChange.wide.spread", \.participantChange.standardDeviation,
      \.participantChange.standardErrors.standardDeviation, within: spread)
    put(
      "riskScore.commonShare", \.riskScore.commonShare, \.riskScore.standardErrors.commonShare,
      within: share)
    put(
      "riskScore.healthShare", \.riskScore.healthShare, \.riskScore.standardErrors.healthShare,
      within: share)
    put(
      "quality.correlation", \.quality.autocorrelation,
      \.quality.standardErrors.autocorrelation, within: share)
    for type in EnrollmentType.allCases {
      put(
        "riskScore.standardDeviation.\(type)", \.riskScore.standardDeviation[type],
        \.riskScore.standardErrors.standardDeviation[type], within: anySpread)
      put(
        "riskScore.personStandardDeviation.\(type)", \.riskScore.personStandardDeviation[type],
        \.riskScore.standardErrors.personStandardDeviation[type], within: anySpread)
    }
    if let last = calibration.years.last {
      put(
        "quality.spread.\(last)", \.quality.standardDeviation,
        \.quality.standardErrors.standardDeviation, within: anySpread)
    }
    guard let size = calibration["sizeChange.narrow.mean"]?.estimate else { return }
    joining.sizePlan = Array(repeating: size.value, count: 5)
    joining.standardErrors.sizePlan = size.standardError
  }
}
