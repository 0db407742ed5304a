import Regulation

/// Who is assigned, what they cost and what the benchmark allows.
public struct Population: Hashable, Sendable {
  /// The calendar year of `strata`; amounts are carried to benchmark year 3 by `growthToBenchmark`.
  public var measuredIn: Int
  /// Headcount of assigned beneficiaries in that year.
  public var assignedBeneficiaries: Int
  /// Growth a year, by type, from `measuredIn` to benchmark year 3 (the year before the agreement):
  /// applied alike to expenditure and benchmark.
  public var growthToBenchmark: ByEnrollmentType<Double>
  /// Where the scenario has a history, of its third benchmark year.
  public var strata: ByEnrollmentType<BaseStratum>
  /// Share of assigned beneficiaries who are dually eligible; `nil` where it is not stated.
  public var dualShare: Rate?
  /// Share of assigned beneficiaries with the low-income subsidy or dual eligibility,
  /// 42 CFR 425.662; `nil` where it is not stated.
  public var lowIncomeOrDualShare: Rate?
  /// Share of assigned beneficiaries assigned through the largest practice, for the stress that it
  /// leaves; `nil` where it is not stated.
  public var largestPractice: Rate?

  public struct BaseStratum: Hashable, Sendable {
    public var personYears: PersonYears
    /// Truncated Parts A and B per person-year.
    public var expenditure: PerCapita
    /// Zero where the scenario has a history: it is then still to be built from it.
    public var historicalBenchmark: PerCapita
    public var riskScore: Double
    /// The region's per capita expenditure of the year measured, risk adjusted to the ACO; `nil`
    /// where it is not stated.
    public var regionalExpenditure: PerCapita?
    /// National per capita expenditure of the year measured, at a risk score of 1; `nil` where it is
    /// not stated.
    public var nationalExpenditure: PerCapita?
    public init(
      personYears: PersonYears, expenditure: PerCapita, historicalBenchmark: PerCapita,
      riskScore: Double, regionalExpenditure: PerCapita? = nil,
      nationalExpenditure: PerCapita? = nil
    ) {
      self.personYears = personYears
      self.expenditure = expenditure
      self.historicalBenchmark = historicalBenchmark
      self.riskScore = riskScore
      self.regionalExpenditure = regionalExpenditure
      self.nationalExpenditure = nationalExpenditure
    }
  }

  public init(
    measuredIn: Int, assignedBeneficiaries: Int, growthToBenchmark: ByEnrollmentType<Double>,
    strata: ByEnrollmentType<BaseStratum>, dualShare: Rate? = nil,
    lowIncomeOrDualShare: Rate? = nil
  ) {
    self.measuredIn = measuredIn
    self.assignedBeneficiaries = assignedBeneficiaries
    self.growthToBenchmark = growthToBenchmark
    self.strata = strata
    self.dualShare = dualShare
    self.lowIncomeOrDualShare = lowIncomeOrDualShare
  }
}
