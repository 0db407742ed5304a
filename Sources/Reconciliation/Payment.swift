import Regulation

/// What the ACO has had in advance and must give back from what it earns.
public struct Balances: Hashable, Sendable {
  /// Advance investment payments not yet recouped, 42 CFR 425.630.
  public var advanceInvestment: Cents
  /// Prepaid shared savings not yet recouped, 42 CFR 425.640.
  public var prepaidSharedSavings: Cents
  public init(advanceInvestment: Cents, prepaidSharedSavings: Cents) {
    self.advanceInvestment = advanceInvestment
    self.prepaidSharedSavings = prepaidSharedSavings
  }
  public static let none = Balances(advanceInvestment: .zero, prepaidSharedSavings: .zero)
}

/// From what was earned to the cheque: advances are recouped first, then prepaid savings, from
/// what is left after sequestration and limit, and never more than was earned.
public struct Payment: Hashable, Sendable {
  /// Earned from CMS before recoupment; negative when the ACO owes.
  public var earned: Cents
  public var advanceInvestmentRecouped: Cents
  public var prepaidSharedSavingsRecouped: Cents
  public var balancesAfter: Balances

  /// What changes hands: positive to the ACO, negative to CMS.
  public var net: Cents { earned - advanceInvestmentRecouped - prepaidSharedSavingsRecouped }

  /// 42 CFR 425.630(g)(1), (3), then 425.640(g)(1).
  public init(_ earned: Cents, recouping balances: Balances) {
    self.earned = earned
    let available = max(earned, .zero)
    advanceInvestmentRecouped = min(available, balances.advanceInvestment)
    prepaidSharedSavingsRecouped = min(
      available - advanceInvestmentRecouped, balances.prepaidSharedSavings)
    balancesAfter = Balances(
      advanceInvestment: balances.advanceInvestment - advanceInvestmentRecouped,
      prepaidSharedSavings: balances.prepaidSharedSavings - prepaidSharedSavingsRecouped)
  }
}
