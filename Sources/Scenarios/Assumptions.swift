import Regulation

/// What is random and how much: one member for each purpose of the chance model.
///
/// All five-year paths are arrays of length 5, first performance year first. All spreads are
/// standard deviations; all growths and effects are yearly changes of a natural logarithm
/// unless said otherwise. `…StandardError` members are the uncertainty of the parameter itself,
/// drawn once per trial where `parameterUncertainty` is true.
public struct Assumptions: Hashable, Sendable {
  public var nationalGrowth: NationalGrowth
  public var prospectiveTrend: ProspectiveTrend
  public var regionalDeviation: RegionalDeviation
  public var expenditureEffect: ExpenditureEffect
  public var claimsNoise: ClaimsNoise
  public var historicalBenchmarkNoise: HistoricalBenchmarkNoise
  public var retention: Retention
  public var joining: Joining
  public var participantChange: ParticipantChange
  public var trueUp: TrueUp
  public var riskScore: RiskScore
  public var quality: Quality
  public var extremeCircumstances: ExtremeCircumstancesRisk
  public var correlation: CorrelationMatrix
  public var parameterUncertainty: Bool
  /// Of single beneficiaries; only `detail: beneficiaries` uses them.
  public var spending = BeneficiarySpending.even
  public var transitions = BeneficiaryTransitions.none

  public init(
    nationalGrowth: NationalGrowth, prospectiveTrend: ProspectiveTrend,
    regionalDeviation: RegionalDeviation, expenditureEffect: ExpenditureEffect,
    claimsNoise: ClaimsNoise, historicalBenchmarkNoise: HistoricalBenchmarkNoise,
    retention: Retention, joining: Joining, participantChange: ParticipantChange,
    trueUp: TrueUp, riskScore: RiskScore, quality: Quality,
    extremeCircumstances: ExtremeCircumstancesRisk, correlation: CorrelationMatrix,
    parameterUncertainty: Bool
  ) {
    self.nationalGrowth = nationalGrowth
    self.prospectiveTrend = prospectiveTrend
    self.regionalDeviation = regionalDeviation
    self.expenditureEffect = expenditureEffect
    self.claimsNoise = claimsNoise
    self.historicalBenchmarkNoise = historicalBenchmarkNoise
    self.retention = retention
    self.joining = joining
    self.participantChange = participantChange
    self.trueUp = trueUp
    self.riskScore = riskScore
    self.quality = quality
    self.extremeCircumstances = extremeCircumstances
    self.correlation = correlation
    self.parameterUncertainty = parameterUncertainty
  }
}

/// National per-capita expenditure growth. Subject: the nation.
public struct NationalGrowth: Hashable, Sendable {
  /// Mean growth a year by type, five years each, as a fraction: 0.048 is 4.8 percent.
  public var mean: ByEnrollmentType<[Double]>
  /// Of the common shock in one year.
  public var standardDeviation: Double
  /// First-order autocorrelation of the common shock, in [0, 1).
  public var autocorrelation: Double
  /// Of each type's own small yearly shock.
  public var typeStandardDeviation: Double
  public var meanStandardError: Double

  public init(
    mean: ByEnrollmentType<[Double]>, standardDeviation: Double, autocorrelation: Double,
    typeStandardDeviation: Double, meanStandardError: Double
  ) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.autocorrelation = autocorrelation
    self.typeStandardDeviation = typeStandardDeviation
    self.meanStandardError = meanStandardError
  }
}

/// The Accountable Care Prospective Trend, fixed at signing: growth a year, five years each.
public struct ProspectiveTrend: Hashable, Sendable {
  public var growth: ByEnrollmentType<[Double]>

  public init(growth: ByEnrollmentType<[Double]>) {
    self.growth = growth
  }
}

/// The region's cumulative growth relative to the nation's, mean reverting. Subject: the region.
public struct RegionalDeviation: Hashable, Sendable {
  /// Of one year's innovation.
  public var standardDeviation: Double
  /// The part of last year's deviation that remains, in [0, 1).
  public var persistence: Double

  public init(standardDeviation: Double, persistence: Double) {
    self.standardDeviation = standardDeviation
    self.persistence = persistence
  }
}

/// The ACO's expenditure relative to what its region would have spent on the same people.
public struct ExpenditureEffect: Hashable, Sendable {
  /// Planned cumulative effect by year: -0.01 is one percent below the base year's position.
  public var plan: [Double]
  /// Uncertainty of the plan as a whole: the fraction achieved has mean 1 and this spread.
  public var planStandardDeviation: Double
  /// Of the yearly persistent shock.
  public var persistentStandardDeviation: Double
  /// The part of the accumulated persistent shock that remains after a year, in [0, 1].
  public var persistence: Double
  /// Of the transitory shock of one year.
  public var transitoryStandardDeviation: Double
  /// Of both Student-t shocks; above 2.
  public var degreesOfFreedom: Double

  public init(
    plan: [Double], planStandardDeviation: Double, persistentStandardDeviation: Double,
    persistence: Double, transitoryStandardDeviation: Double, degreesOfFreedom: Double
  ) {
    self.plan = plan
    self.planStandardDeviation = planStandardDeviation
    self.persistentStandardDeviation = persistentStandardDeviation
    self.persistence = persistence
    self.transitoryStandardDeviation = transitoryStandardDeviation
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// Luck of the claims: the per-capita mean of finitely many truncated claims.
public struct ClaimsNoise: Hashable, Sendable {
  public enum Law: String, CaseIterable, Hashable, Sendable {
    case gamma, normal, none
  }
  public var law: Law
  /// Standard deviation of the savings rate is `scale`/√(assigned beneficiaries).
  public var scale: Double
  /// Relative sizes of one beneficiary's coefficient of variation; scaled once so that the whole
  /// population's noise is `scale`.
  public var relativeSize: ByEnrollmentType<Double>
  /// Correlation of consecutive years through the beneficiaries who stay, in [0, 1).
  public var correlation: Double

  public init(
    law: Law, scale: Double, relativeSize: ByEnrollmentType<Double>, correlation: Double
  ) {
    self.law = law
    self.scale = scale
    self.relativeSize = relativeSize
    self.correlation = correlation
  }
}

/// Luck of the benchmark years, fixed for the whole agreement.
public struct HistoricalBenchmarkNoise: Hashable, Sendable {
  public var drawn: Bool
  /// The weight of the regional adjustment in force, which damps the noise by one minus itself.
  public var regionalWeight: Double

  public init(drawn: Bool, regionalWeight: Double) {
    self.drawn = drawn
    self.regionalWeight = regionalWeight
  }
}

/// Who stays assigned from one year to the next, deaths and switches to Medicare Advantage inside.
public struct Retention: Hashable, Sendable {
  public var mean: Double
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

  public init(
    sizePlan: [Double], dispersion: Double, joinerExpenditure: Double, joinerRisk: Double
  ) {
    self.sizePlan = sizePlan
    self.dispersion = dispersion
    self.joinerExpenditure = joinerExpenditure
    self.joinerRisk = joinerRisk
  }
}

/// Practices joining or leaving the participant list: rare, large.
public struct ParticipantChange: Hashable, Sendable {
  /// Chance in one year.
  public var probability: Double
  /// Natural logarithm of the expected factor on size: zero leaves the expected size as planned.
  public var mean: Double
  /// Of the jump of the natural logarithm of size.
  public var standardDeviation: Double

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

/// Correlation of the yearly normal scores, in the order of `CorrelationMatrix.order`.
public struct CorrelationMatrix: Hashable, Sendable {
  public static let order = [
    "nationalGrowth", "regionalDeviation", "expenditureEffect", "riskScore", "quality",
  ]
  /// Row by row; 25 values, symmetric, ones on the diagonal, positive definite.
  public var values: [Double]
  public init(values: [Double]) { self.values = values }
  public subscript(row: Int, column: Int) -> Double { values[row * Self.order.count + column] }
}
