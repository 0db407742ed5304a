/// One constant of the chance model as public results tell it.
public struct Constant: Hashable, Sendable {
  /// Dotted, such as `savingsRate.oneYearChange.constant`.
  public var name: String
  /// In full: what a value of 1 is.
  public var unit: String
  /// One sentence: from what, by which method, with which error.
  public var estimator: String
  public var sample: Sample
  public var finding: Finding

  public enum Finding: Hashable, Sendable {
    case estimated(Estimate)
    /// Why not, as one clause.
    case notEstimable(String)
  }

  /// What an estimate rests on.
  public struct Sample: Hashable, Sendable {
    public var acos: Int
    /// ACO-years, or pairs of them.
    public var observations: Int
    /// Performance years, ascending; of pairs the later year.
    public var years: [Int]

    public init(acos: Int, observations: Int, years: [Int]) {
      self.acos = acos
      self.observations = observations
      self.years = years
    }
  }

  public var estimate: Estimate? {
    if case .estimated(let estimate) = finding { estimate } else { nil }
  }

  public var whyNot: String? {
    if case .notEstimable(let why) = finding { why } else { nil }
  }
}

extension Constant.Sample {
  /// Fewer than these do not make an estimate.
  static let fewestACOs = 20, fewestObservations = 30

  /// Why this sample is too small; `nil` where it is not.
  var isTooSmall: String? {
    if observations < Self.fewestObservations {
      return "\(observations) observations where \(Self.fewestObservations) are needed"
    }
    return acos < Self.fewestACOs ? "\(acos) ACOs where \(Self.fewestACOs) are needed" : nil
  }
}
