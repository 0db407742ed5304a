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
  /// Read where a scenario gives a record.
  public var startingPosition = StartingPosition.blank

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

/// Correlation of the yearly normal scores, in the order of `CorrelationMatrix.order`.
public struct CorrelationMatrix: Hashable, Sendable {
  public static let order = [
    "nationalGrowth", "regionalDeviation", "expenditureEffect", "riskScore", "quality",
  ]
  /// Row by row; 25 values, symmetric, ones on the diagonal, positive definite.
  public var values: [Double]
  public var standardErrors = StandardErrors()
  public init(values: [Double]) { self.values = values }
  public subscript(row: Int, column: Int) -> Double { values[row * Self.order.count + column] }
}
