import Regulation

/// The facts of the agreement that decide which options are open and which terms are in force.
public struct AgreementFacts: Hashable, Sendable {
  public enum Assignment: String, CaseIterable, Hashable, Sendable {
    /// The list is fixed before the year and only shrinks.
    case prospective
    /// The list is trued up after the year to those who used the ACO.
    case preliminaryProspective
  }
  public var period: AgreementPeriod
  /// 1 for an ACO's first agreement, 42 CFR 425.600(f).
  public var number: Int
  /// Experienced with performance-based risk Medicare ACO initiatives, 42 CFR 425.20.
  public var experienced: Bool
  /// Was in a two-sided model before; it may then apply for two-sided models only.
  public var formerlyTwoSided: Bool
  /// Earlier agreements entered on the glide path.
  public var glidePathAgreements: Int
  /// Earlier agreements in which a regional adjustment was applied, 42 CFR 425.656.
  public var regionalAdjustmentsApplied: Int
  /// Earlier agreements in which none was.
  public var regionalAdjustmentsPassed: Int
  public var assignment: Assignment
  public var minimumRateChoice: MinimumRateChoice
  /// ACO participants' Medicare Parts A and B revenue in the year the population was measured.
  public var participantRevenue: Dollars
  /// The ACO's share of assignable beneficiaries in its region; the history's where there is one.
  public var marketShare: ByEnrollmentType<Rate>
  /// Advance investment payments received, by performance year; five amounts.
  public var advanceInvestmentPayments: [Dollars]
  /// Prepaid shared savings received, by performance year; five amounts.
  public var prepaidSharedSavings: [Dollars]
  /// The options to settle, in the order of the reports.
  public var options: [RequestedOption]
  /// The name of the option the ACO is on now, or means to sign unless the comparison says
  /// otherwise; `nil` where the scenario does not say.
  public var presentOption: String?

  public init(
    period: AgreementPeriod, number: Int, experienced: Bool, formerlyTwoSided: Bool,
    glidePathAgreements: Int, regionalAdjustmentsApplied: Int = 0,
    regionalAdjustmentsPassed: Int = 0, assignment: Assignment,
    minimumRateChoice: MinimumRateChoice,
    participantRevenue: Dollars, marketShare: ByEnrollmentType<Rate>,
    advanceInvestmentPayments: [Dollars], prepaidSharedSavings: [Dollars],
    options: [RequestedOption]
  ) {
    self.period = period
    self.number = number
    self.experienced = experienced
    self.formerlyTwoSided = formerlyTwoSided
    self.glidePathAgreements = glidePathAgreements
    self.regionalAdjustmentsApplied = regionalAdjustmentsApplied
    self.regionalAdjustmentsPassed = regionalAdjustmentsPassed
    self.assignment = assignment
    self.minimumRateChoice = minimumRateChoice
    self.participantRevenue = participantRevenue
    self.marketShare = marketShare
    self.advanceInvestmentPayments = advanceInvestmentPayments
    self.prepaidSharedSavings = prepaidSharedSavings
    self.options = options
  }
}

/// An option to settle, and whether the ACO could really sign it.
public struct RequestedOption: Hashable, Sendable {
  public var option: ParticipationOption
  /// `nil` for a path the ACO could sign; otherwise why it cannot, with the paragraph. Settled
  /// all the same, and shown as a what-if.
  public var whatIf: String?
  public init(option: ParticipationOption, whatIf: String?) {
    self.option = option
    self.whatIf = whatIf
  }
}
