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
    let share = 0.0...0.95, spread = 0.0...2.0
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
    takeByType(calibration)
    takeSizePlan(calibration)
  }

  private mutating func takeByType(_ calibration: Calibration) {
    for type in EnrollmentType.allCases {
      if let found = calibration["riskScore.standardDeviation.\(type)"]?.estimate {
        riskScore.standardDeviation[type] = max(0, found.value)
        riskScore.standardErrors.standardDeviation[type] = found.standardError
      }
      if let found = calibration["riskScore.personStandardDeviation.\(type)"]?.estimate {
        riskScore.personStandardDeviation[type] = max(0, found.value)
        riskScore.standardErrors.personStandardDeviation[type] = found.standardError
      }
    }
  }

  private mutating func takeSizePlan(_ calibration: Calibration) {
    if let found = calibration["sizeChange.narrow.mean"]?.estimate {
      joining.sizePlan = Array(repeating: found.value, count: 5)
      joining.standardErrors.sizePlan = found.standardError
    }
    guard let last = calibration.years.last,
      let found = calibration["quality.spread.\(last)"]?.estimate
    else { return }
    quality.standardDeviation = found.value
    quality.standardErrors.standardDeviation = found.standardError
  }
}
