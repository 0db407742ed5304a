/// What CMS can see when a performance year ends: facts only, nothing yet decided by the law.
public struct ObservedYear: Hashable, Sendable {
  public var performanceYear: PerformanceYear
  /// Headcount, which the minimum savings rate looks up; not person-years.
  public var assignedBeneficiaries: Int
  public var strata: ByEnrollmentType<Stratum>
  public var quality: QualityMeasurement
  /// ACO participants' total Medicare Parts A and B fee-for-service revenue.
  public var participantRevenue: Dollars
  public var extremeCircumstances: ExtremeCircumstances

  public init(
    performanceYear: PerformanceYear, assignedBeneficiaries: Int,
    strata: ByEnrollmentType<Stratum>, quality: QualityMeasurement, participantRevenue: Dollars,
    extremeCircumstances: ExtremeCircumstances
  ) {
    self.performanceYear = performanceYear
    self.assignedBeneficiaries = assignedBeneficiaries
    self.strata = strata
    self.quality = quality
    self.participantRevenue = participantRevenue
    self.extremeCircumstances = extremeCircumstances
  }
}

/// One enrollment type in one performance year. Every growth is the ratio of the performance
/// year to benchmark year 3.
public struct Stratum: Hashable, Sendable {
  public var personYears: PersonYears
  /// Parts A and B, truncated and completed.
  public var expenditure: PerCapita
  /// After the regional, prior savings or population adjustment, in dollars of benchmark year 3.
  public var historicalBenchmark: PerCapita
  /// Renormalised prospective HCC risk score, performance year over benchmark year 3.
  public var riskRatio: Rate
  /// Demographic risk score, performance year over benchmark year 3.
  public var demographicRatio: Rate
  public var nationalGrowth: Rate
  public var regionalGrowth: Rate
  /// The update factor of the prospective trend fixed at signing.
  public var prospectiveTrend: Rate
  /// The ACO's share of assignable beneficiaries in its region.
  public var marketShare: Rate
  /// Renormalised prospective HCC risk score of the region's assignable beneficiaries.
  public var regionalRiskRatio: Rate
  /// Demographic risk score of the region's assignable beneficiaries.
  public var regionalDemographicRatio: Rate

  public init(
    personYears: PersonYears, expenditure: PerCapita, historicalBenchmark: PerCapita,
    riskRatio: Rate, demographicRatio: Rate, nationalGrowth: Rate, regionalGrowth: Rate,
    prospectiveTrend: Rate, marketShare: Rate, regionalRiskRatio: Rate = .one,
    regionalDemographicRatio: Rate = .one
  ) {
    self.personYears = personYears
    self.expenditure = expenditure
    self.historicalBenchmark = historicalBenchmark
    self.riskRatio = riskRatio
    self.demographicRatio = demographicRatio
    self.nationalGrowth = nationalGrowth
    self.regionalGrowth = regionalGrowth
    self.prospectiveTrend = prospectiveTrend
    self.marketShare = marketShare
    self.regionalRiskRatio = regionalRiskRatio
    self.regionalDemographicRatio = regionalDemographicRatio
  }
}

/// What was measured of quality, before the law says whether a standard is met.
public struct QualityMeasurement: Hashable, Sendable {
  /// Whether the ACO reported its measures and fielded its survey.
  public var reported: Bool
  /// The ACO's quality performance score, 0 through 1.
  public var score: Rate
  /// The score at the percentile that is the quality performance standard in that year.
  public var standardScore: Rate
  /// At or above the 10th percentile on at least one outcome measure.
  public var reachesAlternative: Bool
  /// Meets the standard through the incentive for reporting eCQMs, whatever the score.
  public var meetsIncentive: Bool
  /// Where there are any, `score`, `reachesAlternative` and `meetsIncentive` are left to the law,
  /// which takes them from these.
  public var measures: ReportedMeasures

  public init(
    reported: Bool, score: Rate, standardScore: Rate, reachesAlternative: Bool,
    meetsIncentive: Bool, measures: ReportedMeasures = .none
  ) {
    self.reported = reported
    self.score = score
    self.standardScore = standardScore
    self.reachesAlternative = reachesAlternative
    self.meetsIncentive = meetsIncentive
    self.measures = measures
  }
}

/// How the ACO stands against the quality performance standard, and its score.
public struct QualityResult: Hashable, Sendable {
  public enum Standing: String, CaseIterable, Hashable, Sendable {
    case standardMet, alternativeMet, notMet
  }
  public var standing: Standing
  /// The ACO's quality performance score, 0 through 1.
  public var score: Rate
  public init(standing: Standing, score: Rate) {
    self.standing = standing
    self.score = score
  }
}

/// An extreme and uncontrollable circumstance, 42 CFR 425.605(f).
public struct ExtremeCircumstances: Hashable, Sendable {
  /// Months of the performance year affected, 0 through 12.
  public var months: Int
  /// Share of assigned beneficiaries who live in the affected area.
  public var shareOfBeneficiaries: Rate
  public init(months: Int, shareOfBeneficiaries: Rate) {
    self.months = months
    self.shareOfBeneficiaries = shareOfBeneficiaries
  }
  public static let none = ExtremeCircumstances(months: 0, shareOfBeneficiaries: .zero)
}
