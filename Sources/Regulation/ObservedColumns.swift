/// One year of many trials that follow one another: what `ObservedYear` is for one, as columns.
///
/// A column has `trials` values, one a trial; four columns by enrollment type follow one another in the
/// order of `EnrollmentType`. Truths are 1 or 0. Whoever wrote the columns owns them.
public struct ObservedColumns {
  public typealias Column = UnsafePointer<Double>

  /// Trials of a batch.
  public static let trials = 128
  /// Their places in it.
  public static let places = 0..<trials

  /// Four columns each; see `Stratum`.
  public var personYears, expenditure, riskRatio, nationalGrowth, regionalGrowth: Column
  public var marketShare, regionalRiskRatio, regionalDemographicRatio: Column
  /// One column for all types.
  public var demographicRatio: Column
  /// One column each; see `ObservedYear`, `QualityMeasurement` and `ExtremeCircumstances`.
  public var assignedBeneficiaries, participantRevenue: Column
  public var reported, score, standardScore, reachesAlternative, meetsIncentive: Column
  public var measures: MeasureColumns
  public var months, shareOfBeneficiaries: Column

  public init(
    personYears: Column, expenditure: Column, riskRatio: Column, nationalGrowth: Column,
    regionalGrowth: Column, marketShare: Column, regionalRiskRatio: Column,
    regionalDemographicRatio: Column, demographicRatio: Column, assignedBeneficiaries: Column,
    participantRevenue: Column, reported: Column, score: Column, standardScore: Column,
    reachesAlternative: Column, meetsIncentive: Column, measures: MeasureColumns,
    months: Column, shareOfBeneficiaries: Column
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
    self.measures = measures
    self.months = months
    self.shareOfBeneficiaries = shareOfBeneficiaries
  }
}

/// What trials reported of their measures: `ReportedMeasures` as columns, one a measure and
/// `ObservedColumns.trials` apart.
public struct MeasureColumns {
  private let rates, cases: ObservedColumns.Column
  private let count: Int

  public init(rates: ObservedColumns.Column, cases: ObservedColumns.Column, count: Int) {
    (self.rates, self.cases, self.count) = (rates, cases, count)
  }

  /// - Parameter trial: Its place in the batch.
  public func reported(of trial: Int) -> ReportedMeasures {
    var reported = ReportedMeasures.none
    for measure in 0..<count {
      let place = measure * ObservedColumns.trials + trial
      reported.append(rate: Rate(rates[place]), cases: Int(cases[place]))
    }
    return reported
  }
}
