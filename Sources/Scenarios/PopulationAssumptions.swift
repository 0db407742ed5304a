import Regulation

/// Who stays assigned from one year to the next, deaths and switches to Medicare Advantage inside.
public struct Retention: Hashable, Sendable {
  public var mean: Double
  /// What the planned size counts on; `nil` where it is the mean. Where the two differ, churn is
  /// beyond the plan: size, cost and risk of the assigned move with it.
  public var planned: Double?
  /// Beta concentration of the yearly retention (a + b).
  public var concentration: Double
  /// Share voluntarily aligned, and their own retention.
  public var voluntaryShare: Double
  public var voluntaryRetention: Double
  /// Leavers' cost and risk score relative to the population's mean.
  public var leaverExpenditure: Double
  public var leaverRisk: Double
  public var meanStandardError: Double

  public init(
    mean: Double, concentration: Double, voluntaryShare: Double, voluntaryRetention: Double,
    leaverExpenditure: Double, leaverRisk: Double, meanStandardError: Double
  ) {
    self.mean = mean
    self.concentration = concentration
    self.voluntaryShare = voluntaryShare
    self.voluntaryRetention = voluntaryRetention
    self.leaverExpenditure = leaverExpenditure
    self.leaverRisk = leaverRisk
    self.meanStandardError = meanStandardError
  }
}

/// Who becomes assigned.
public struct Joining: Hashable, Sendable {
  /// Planned yearly change of the natural logarithm of assigned beneficiaries; five years.
  public var sizePlan: [Double]
  /// Extra relative standard deviation of the number of joiners beyond Poisson.
  public var dispersion: Double
  /// Joiners' cost and risk score relative to the population's mean.
  public var joinerExpenditure: Double
  public var joinerRisk: Double
  public var standardErrors = StandardErrors()

  public init(
    sizePlan: [Double], dispersion: Double, joinerExpenditure: Double, joinerRisk: Double
  ) {
    self.sizePlan = sizePlan
    self.dispersion = dispersion
    self.joinerExpenditure = joinerExpenditure
    self.joinerRisk = joinerRisk
  }
}

/// Practices joining or leaving the participant list: by chance rare and large, or as planned.
public struct ParticipantChange: Hashable, Sendable {
  /// Chance in one year.
  public var probability: Double
  /// Natural logarithm of the expected factor on size: zero leaves the expected size as planned.
  public var mean: Double
  /// Of the jump of the natural logarithm of size.
  public var standardDeviation: Double
  /// Certain changes of the natural logarithm of size by year, five: -0.287682 where practices with
  /// a quarter of the beneficiaries leave. The benchmark years are made again for the new list.
  public var planned = Array(repeating: 0.0, count: 5)
  public var standardErrors = StandardErrors()

  public init(probability: Double, mean: Double, standardDeviation: Double) {
    self.probability = probability
    self.mean = mean
    self.standardDeviation = standardDeviation
  }
}

/// The difference between the list worked during the year and the list that is settled.
public struct TrueUp: Hashable, Sendable {
  /// Preliminary prospective: extra dispersion of the natural logarithm of size.
  public var standardDeviation: Double
  /// Preliminary prospective: change of ln mean expenditure for each unit of that dispersion.
  public var expenditureSlope: Double
  /// Prospective: share of the list that becomes ineligible within the year.
  public var inYearLoss: Double

  public init(standardDeviation: Double, expenditureSlope: Double, inYearLoss: Double) {
    self.standardDeviation = standardDeviation
    self.expenditureSlope = expenditureSlope
    self.inYearLoss = inYearLoss
  }
}

/// Prospective HCC and demographic risk scores, renormalised to the nation.
public struct RiskScore: Hashable, Sendable {
  /// Mean yearly change of ln risk ratio by type.
  public var mean: ByEnrollmentType<Double>
  /// Of the yearly change, for a population of any size.
  public var standardDeviation: ByEnrollmentType<Double>
  /// Of one person's contribution: adds variance `personStandardDeviation`²/person-years.
  public var personStandardDeviation: ByEnrollmentType<Double>
  /// Share of the variance that is common to the four types.
  public var commonShare: Double
  /// Part of each change that is true health, and so moves expenditure alike.
  public var healthShare: Double
  /// The part of the accumulated change that remains after a year, in [0, 1].
  public var persistence: Double
  /// Mean and spread of the yearly change of ln demographic ratio.
  public var demographicMean: Double
  public var demographicStandardDeviation: Double
  public var standardErrors = StandardErrors()

  public init(
    mean: ByEnrollmentType<Double>, standardDeviation: ByEnrollmentType<Double>,
    personStandardDeviation: ByEnrollmentType<Double>, commonShare: Double, healthShare: Double,
    persistence: Double, demographicMean: Double, demographicStandardDeviation: Double
  ) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.personStandardDeviation = personStandardDeviation
    self.commonShare = commonShare
    self.healthShare = healthShare
    self.persistence = persistence
    self.demographicMean = demographicMean
    self.demographicStandardDeviation = demographicStandardDeviation
  }
}

/// The quality performance score and the standard it is held against.
public struct Quality: Hashable, Sendable {
  /// Expected score by year, 0 through 1; five years.
  public var mean: [Double]
  /// Of the score across years, on the score's own scale at its mean.
  public var standardDeviation: Double
  /// First-order autocorrelation of the score's normal score.
  public var autocorrelation: Double
  /// The 40th-percentile score in the first year, its yearly drift and its yearly spread.
  public var standard: Double
  public var standardDrift: Double
  public var standardStandardDeviation: Double
  /// Chance in a year of failing to report.
  public var reportingFailure: Double
  /// Chance, given reporting, of reaching the 10th percentile on an outcome measure.
  public var alternativeProbability: Double
  /// Chance of meeting the standard through the eCQM reporting incentive.
  public var incentiveProbability: Double
  public var meanStandardError: Double
  /// Measure by measure, at most sixteen; empty where the score itself is drawn. Where there are
  /// some they take the place of the mean, its spread and error, and both probabilities.
  public var measures: [QualityMeasure] = []
  /// Share of the variance of a measure's rate across years that all measures share.
  public var commonShare = 0.0
  public var standardErrors = StandardErrors()

  public init(
    mean: [Double], standardDeviation: Double, autocorrelation: Double, standard: Double,
    standardDrift: Double, standardStandardDeviation: Double, reportingFailure: Double,
    alternativeProbability: Double, incentiveProbability: Double, meanStandardError: Double
  ) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.autocorrelation = autocorrelation
    self.standard = standard
    self.standardDrift = standardDrift
    self.standardStandardDeviation = standardStandardDeviation
    self.reportingFailure = reportingFailure
    self.alternativeProbability = alternativeProbability
    self.incentiveProbability = incentiveProbability
    self.meanStandardError = meanStandardError
  }
}

/// Disasters and emergencies that CMS declares extreme and uncontrollable.
public struct ExtremeCircumstancesRisk: Hashable, Sendable {
  /// Chance by year; five years.
  public var probability: [Double]
  /// Mean months affected, given an event, 1 through 12.
  public var months: Double
  /// Beta mean and concentration of the share of beneficiaries affected.
  public var share: Double
  public var shareConcentration: Double

  public init(probability: [Double], months: Double, share: Double, shareConcentration: Double) {
    self.probability = probability
    self.months = months
    self.share = share
    self.shareConcentration = shareConcentration
  }
}
