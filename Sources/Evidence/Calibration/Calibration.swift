/// Every constant of the chance model that public results can tell, each with estimator, error,
/// sample and unit.
///
/// Years are never named: the fit takes the newest performance years of the panel up to one it is
/// told, so later files are fitted by the same code.
public struct Calibration: Hashable, Sendable {
  /// In the order of the chance model's processes.
  public private(set) var constants: [Constant] = []
  /// Of the errors of constants that one fit gives together.
  public private(set) var correlations: [ErrorCorrelation] = []
  /// Performance years of the window that the panel holds, ascending.
  public var years: [Int]
  public var inputs: [Panel.Input]
  /// What is assumed because results cannot tell it, one sentence each.
  public private(set) var notes: [String] = []

  /// Performance years fitted together where nothing else is asked.
  public static let usualYears = 5

  /// - Parameters:
  ///   - through: The last performance year the fit may know; the panel's newest where `nil`.
  ///   - years: The length of the window that ends there.
  public init(_ panel: Panel, through: Int? = nil, years: Int = Calibration.usualYears) {
    let last = through ?? panel.years.last ?? 0
    let part = panel.limited(to: (last - years + 1)...last)
    self.years = part.years
    inputs = part.inputs
    fitSavingsRateLevel(part)
    fitYearEffects(part)
    fitOneYearChange(part)
    fitProcess(part)
    fitFiveYearSum(part)
    fitRebasing(part)
    fitGrowth(part)
    fitRiskScores(part)
    fitSizeChanges(part)
    fitQuality(part)
  }

  /// The constant of this name; `nil` where there is none.
  public subscript(_ name: String) -> Constant? { constants.first { $0.name == name } }

  // MARK: - Collecting

  mutating func correlate(_ first: String, _ second: String, _ value: Double) {
    correlations.append(ErrorCorrelation(first: first, second: second, value: value))
  }

  mutating func note(_ sentence: String) { notes.append(sentence) }

  mutating func add(
    _ name: String, _ unit: String, _ estimator: String, _ sample: Constant.Sample,
    _ estimate: Estimate?, whyNot: String = "the likelihood has no peak"
  ) {
    let finding: Constant.Finding
    if let why = sample.isTooSmall {
      finding = .notEstimable(why)
    } else if let estimate, estimate.value.isFinite, estimate.standardError.isFinite {
      finding = .estimated(estimate)
    } else {
      finding = .notEstimable(whyNot)
    }
    constants.append(
      Constant(name: name, unit: unit, estimator: estimator, sample: sample, finding: finding))
  }

  /// A statistic of moments with its jackknife error, where the sample is large enough.
  mutating func add(
    _ name: String, _ unit: String, _ estimator: String, _ observations: Jackknife,
    _ statistic: ([CrossMoments]) -> Double
  ) {
    let sample = observations.sample
    let estimate = sample.isTooSmall == nil ? observations.estimate(statistic) : nil
    add(
      name, unit, estimator + "; error by leaving out one ACO at a time", sample, estimate,
      whyNot: "the observations do not vary")
  }
}
