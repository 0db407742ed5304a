/// One year of many trials that follow one another: what `ObservedYear` is for one, as columns.
///
/// A column has `trials` values, one a trial; four columns by enrollment type follow one another in the
/// order of `EnrollmentType`. Truths are 1 or 0. Whoever wrote the columns owns them.
public struct ObservedColumns {
  public typealias Column = UnsafePointer<Double>

  /// Trials of a batch.
  public static let trials = 64

  /// Four columns each; see `Stratum`.
  public var personYears, expenditure, riskRatio, nationalGrowth, regionalGrowth: Column
  public var marketShare, regionalRiskRatio, regionalDemographicRatio: Column
  /// One column for all types.
  public var demographicRatio: Column
  /// One column each; see `ObservedYear`, `QualityMeasurement` and `ExtremeCircumstances`.
  public var assignedBeneficiaries, participantRevenue: Column
  public var reported, score, standardScore, reachesAlternative, meetsIncentive: Column
  public var months, shareOfBeneficiaries: Column

  public init(
    personYears: Column, expenditure: Column, riskRatio: Column, nationalGrowth: Column,
    regionalGrowth: Column, marketShare: Column, regionalRiskRatio: Column,
    regionalDemographicRatio: Column, demographicRatio: Column, assignedBeneficiaries: Column,
    participantRevenue: Column, reported: Column, score: Column, standardScore: Column,
    reachesAlternative: Column, meetsIncentive: Column, months: Column,
    shareOfBeneficiaries: Column
  ) {
    self.personYears = personYears
    self.expenditure = expenditure
    self.riskRatio = riskRatio
    self.nationalGrowth = nationalGrowth
    self.regionalGrowth = regionalGrowth
    self.marketShare = marketShare
    self.regionalRiskRatio = regionalRiskRatio
    self.regionalDemographicRatio = regionalDemographicRatio
    self.demographicRatio = demographicRatio
    self.assignedBeneficiaries = assignedBeneficiaries
    self.participantRevenue = participantRevenue
    self.reported = reported
    self.score = score
    self.standardScore = standardScore
    self.reachesAlternative = reachesAlternative
    self.meetsIncentive = meetsIncentive
    self.months = months
    self.shareOfBeneficiaries = shareOfBeneficiaries
  }
}
