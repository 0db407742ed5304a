import Regulation

/// One entry of a case file: something to settle or to work out, with its name.
public struct Case: Hashable, Sendable {
  public var name: String
  public var performanceYear: PerformanceYear
  public var agreement: AgreementPeriod
  /// Names of rule editions laid over the regulation; empty for the regulation itself.
  public var editions: [String]
  public var content: Content

  public enum Content: Hashable, Sendable {
    case settlement(SettlementCase)
    case repaymentMechanism(RepaymentMechanismCase)
    case advanceInvestment(AdvanceInvestmentCase)
    case prepaidSharedSavings(PrepaidSharedSavingsCase)
  }

  public init(
    name: String, performanceYear: PerformanceYear, agreement: AgreementPeriod,
    editions: [String] = [], content: Content
  ) {
    self.name = name
    self.performanceYear = performanceYear
    self.agreement = agreement
    self.editions = editions
    self.content = content
  }
}

/// Totals from which a repayment mechanism is computed, 42 CFR 425.204(f)(4).
public struct RepaymentMechanismCase: Hashable, Sendable {
  /// Parts A and B expenditures of assigned beneficiaries in a year.
  public var expenditure: Dollars
  /// ACO participants' Parts A and B revenue in the same year.
  public var participantRevenue: Dollars
  public init(expenditure: Dollars, participantRevenue: Dollars) {
    self.expenditure = expenditure
    self.participantRevenue = participantRevenue
  }
}

/// Beneficiaries by risk factors-based score, 42 CFR 425.630(f).
public struct AdvanceInvestmentCase: Hashable, Sendable {
  public struct Group: Hashable, Sendable {
    /// 1 through 100.
    public var score: Int
    public var count: Int
    public init(score: Int, count: Int) {
      self.score = score
      self.count = count
    }
  }
  public var beneficiaries: [Group]
  public init(beneficiaries: [Group]) { self.beneficiaries = beneficiaries }
}

/// What prepaid shared savings are computed from, 42 CFR 425.640(f).
public struct PrepaidSharedSavingsCase: Hashable, Sendable {
  /// By benchmark year, from the first; losses are negative.
  public var savingsPerCapita: [PerCapita]
  /// At most one.
  public var proration: Rate
  /// National per capita expenditure of benchmark year 2.
  public var nationalPerCapita: PerCapita
  public var personYears: PersonYears
  public init(
    savingsPerCapita: [PerCapita], proration: Rate, nationalPerCapita: PerCapita,
    personYears: PersonYears
  ) {
    self.savingsPerCapita = savingsPerCapita
    self.proration = proration
    self.nationalPerCapita = nationalPerCapita
    self.personYears = personYears
  }
}
