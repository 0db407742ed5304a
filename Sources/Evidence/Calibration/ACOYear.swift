import Regulation

/// One ACO's performance year as calibration sees it.
public struct ACOYear: Hashable, Sendable {
  /// Upper case. CMS renumbered every ACO between performance years 2017 and 2018.
  public var id: String
  public var year: Int
  /// First day of the agreement; `nil` where neither the row nor its neighbours tell.
  public var agreementStart: Day?
  /// As printed; 1 for an ACO's first agreement.
  public var agreementNumber: Int?
  public var track: PublishedTrack?
  public var assignedBeneficiaries: Double
  /// (Benchmark − expenditure)/benchmark, a fraction.
  public var savingsRate: Double
  /// Updated benchmark and expenditure, dollars for each person-year; `nil` where not printed.
  public var benchmark, expenditure: Double?
  public var strata: ByEnrollmentType<Stratum?>
  /// 0 through 1; `nil` where none is printed.
  public var qualityScore: Double?
  public var standing: QualityResult.Standing?

  /// One enrollment type, where all three figures are printed and above zero.
  public struct Stratum: Hashable, Sendable {
    public var personYears, expenditure, riskScore: Double

    public init(personYears: Double, expenditure: Double, riskScore: Double) {
      self.personYears = personYears
      self.expenditure = expenditure
      self.riskScore = riskScore
    }
  }

  public init(
    id: String, year: Int, agreementStart: Day? = nil, agreementNumber: Int? = nil,
    track: PublishedTrack? = nil, assignedBeneficiaries: Double, savingsRate: Double,
    benchmark: Double? = nil, expenditure: Double? = nil,
    strata: ByEnrollmentType<Stratum?> = .init(repeating: nil), qualityScore: Double? = nil,
    standing: QualityResult.Standing? = nil
  ) {
    self.id = id
    self.year = year
    self.agreementStart = agreementStart
    self.agreementNumber = agreementNumber
    self.track = track
    self.assignedBeneficiaries = assignedBeneficiaries
    self.savingsRate = savingsRate
    self.benchmark = benchmark
    self.expenditure = expenditure
    self.strata = strata
    self.qualityScore = qualityScore
    self.standing = standing
  }
}
