import Regulation

/// One performance year to settle, in totals.
public struct SettlementCase: Hashable, Sendable {
  public var track: Track
  /// Updated benchmark and expenditure, totals in dollars.
  public var benchmark: Dollars
  public var expenditure: Dollars
  public var assignedBeneficiaries: Int
  public var personYears: PersonYears?
  public var participantRevenue: Dollars?
  /// `nil` where the file leaves it to follow from participant revenue.
  public var lowRevenue: Bool?
  /// `variable` in one-sided models, where nothing is chosen.
  public var minimumRateChoice: MinimumRateChoice
  public var quality: QualityResult
  public var guardrailBenchmark: Dollars?
  public var extremeCircumstances: ExtremeCircumstances
  public var termination: End?
  public var advanceInvestmentBalance: Cents
  public var prepaidBalance: Cents

  /// An agreement that ends inside the year.
  public struct End: Hashable, Sendable {
    public enum Party: String, CaseIterable, Hashable, Sendable { case aco, cms }
    public var effective: Day
    public var by: Party
    public init(effective: Day, by: Party) {
      self.effective = effective
      self.by = by
    }
  }

  public init(
    track: Track, benchmark: Dollars, expenditure: Dollars, assignedBeneficiaries: Int,
    personYears: PersonYears? = nil, participantRevenue: Dollars? = nil, lowRevenue: Bool? = nil,
    minimumRateChoice: MinimumRateChoice, quality: QualityResult,
    guardrailBenchmark: Dollars? = nil, extremeCircumstances: ExtremeCircumstances = .none,
    termination: End? = nil, advanceInvestmentBalance: Cents = .zero,
    prepaidBalance: Cents = .zero
  ) {
    self.track = track
    self.benchmark = benchmark
    self.expenditure = expenditure
    self.assignedBeneficiaries = assignedBeneficiaries
    self.personYears = personYears
    self.participantRevenue = participantRevenue
    self.lowRevenue = lowRevenue
    self.minimumRateChoice = minimumRateChoice
    self.quality = quality
    self.guardrailBenchmark = guardrailBenchmark
    self.extremeCircumstances = extremeCircumstances
    self.termination = termination
    self.advanceInvestmentBalance = advanceInvestmentBalance
    self.prepaidBalance = prepaidBalance
  }
}
