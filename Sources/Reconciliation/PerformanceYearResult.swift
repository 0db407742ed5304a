import Regulation

/// Everything reconciliation needs to know about one finished performance year: totals in
/// dollars, as CMS settles them.
public struct PerformanceYearResult: Hashable, Sendable {
  /// Headcount, which the variable minimum savings rate looks up.
  public var assignedBeneficiaries: Int
  /// Updated benchmark times person-years.
  public var benchmark: Dollars
  /// The benchmark under the two-way update, where the guardrail is open to the ACO.
  public var guardrailBenchmark: Dollars?
  /// Parts A and B expenditures times person-years.
  public var expenditure: Dollars
  /// ACO participants' Parts A and B revenue; `nil` where it is not known, and then the revenue
  /// leg of a loss limit cannot be applied.
  public var participantRevenue: Dollars?
  /// Determined at reconciliation, 42 CFR 425.605(h)(1)(ii).
  public var isLowRevenue: Bool
  public var quality: QualityResult
  public var extremeCircumstances: ExtremeCircumstances
  /// `nil` for an agreement in force through the last day of the year.
  public var earlyEnd: Termination.Consequence?

  public init(
    assignedBeneficiaries: Int, benchmark: Dollars, guardrailBenchmark: Dollars? = nil,
    expenditure: Dollars, participantRevenue: Dollars?, isLowRevenue: Bool,
    quality: QualityResult, extremeCircumstances: ExtremeCircumstances = .none,
    earlyEnd: Termination.Consequence? = nil
  ) {
    self.assignedBeneficiaries = assignedBeneficiaries
    self.benchmark = benchmark
    self.guardrailBenchmark = guardrailBenchmark
    self.expenditure = expenditure
    self.participantRevenue = participantRevenue
    self.isLowRevenue = isLowRevenue
    self.quality = quality
    self.extremeCircumstances = extremeCircumstances
    self.earlyEnd = earlyEnd
  }
}
