import Regulation

/// When money moves and what stands beside the settlements; each part only where it is stated.
public struct Cash: Hashable, Sendable {
  /// Cash at hand on the first day of the agreement; the appetite's reserve where left out.
  public var openingReserve: Dollars?
  public var results: Results?
  public var mechanism: Mechanism?
  public var professionalRevenue: ProfessionalRevenue?
  public var stopLoss: StopLoss?

  public init() {}

  /// When the results of a performance year arrive.
  public struct Results: Hashable, Sendable {
    /// The month of the year after it at whose end they are notified: 9 or 10.
    public var month: Int?
    /// Days from notice until CMS pays.
    public var paymentDelayDays: Int?
    public init(month: Int? = nil, paymentDelayDays: Int? = nil) {
      self.month = month
      self.paymentDelayDays = paymentDelayDays
    }
  }

  /// How the repayment mechanism is arranged, 42 CFR 425.204(f)(2).
  public struct Mechanism: Hashable, Sendable {
    public enum Form: String, CaseIterable, Hashable, Sendable {
      /// The amount itself is set aside, and comes back.
      case escrow
      case letterOfCredit, suretyBond
    }
    public var form: Form
    /// A year, as a fraction of the amount; paid in advance.
    public var carryingCost: Double
    public init(form: Form, carryingCost: Double) {
      self.form = form
      self.carryingCost = carryingCost
    }
  }

  /// Covered professional services of the ACO's clinicians, for what Advanced APM status adds.
  public struct ProfessionalRevenue: Hashable, Sendable {
    /// In the first performance year.
    public var amount: Dollars
    /// A year.
    public var growth: Double
    /// The part of it that belongs to clinicians who qualify in an Advanced APM year.
    public var qpRate: Double
    /// The MIPS adjustment these clinicians would have otherwise, a fraction.
    public var mipsAdjustment: Double
    public init(amount: Dollars, growth: Double, qpRate: Double, mipsAdjustment: Double = 0) {
      self.amount = amount
      self.growth = growth
      self.qpRate = qpRate
      self.mipsAdjustment = mipsAdjustment
    }
  }

  /// Cover against shared losses.
  public struct StopLoss: Hashable, Sendable {
    public enum Basis: String, CaseIterable, Hashable, Sendable {
      /// The shared losses of each year by itself.
      case yearly
      /// Those of all five years together.
      case fiveYears
    }
    public var basis: Basis
    /// Shared losses below it stay with the ACO.
    public var attachment: Dollars
    /// The most of shared losses above the attachment that is covered.
    public var limit: Dollars
    /// The part of what is covered that stays with the ACO, a fraction.
    public var coinsurance: Double
    /// Quoted, for each two-sided year; `nil` where it is the expected recovery and its loading.
    public var premium: Dollars?
    /// Of the expected recovery, a fraction of it.
    public var loading: Double?
    public init(
      basis: Basis, attachment: Dollars, limit: Dollars, coinsurance: Double = 0,
      premium: Dollars? = nil, loading: Double? = nil
    ) {
      self.basis = basis
      self.attachment = attachment
      self.limit = limit
      self.coinsurance = coinsurance
      self.premium = premium
      self.loading = loading
    }
  }
}
