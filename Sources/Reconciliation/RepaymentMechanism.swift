import Regulation

/// What must be set aside before a two-sided year, and which share it comes from,
/// 42 CFR 425.204(f)(4).
public struct RepaymentMechanism: Hashable, Sendable {
  /// The share of Parts A and B expenditures of assigned beneficiaries.
  public let ofExpenditures: Dollars
  /// The share of ACO participants' Parts A and B revenue.
  public let ofRevenue: Dollars
  /// The lesser of the two shares, in whole cents.
  public let amount: Cents

  /// Both totals are of the most recent calendar year for which twelve months are known.
  public init(
    expenditure: Dollars, participantRevenue: Dollars, under terms: RepaymentMechanismTerms
  ) {
    ofExpenditures = terms.shareOfExpenditures * expenditure
    ofRevenue = terms.shareOfRevenue * participantRevenue
    amount = Cents(rounding: min(ofExpenditures, ofRevenue))
  }

  /// The share the amount is taken from.
  public var basis: Basis { ofRevenue < ofExpenditures ? .revenue : .expenditures }
  public enum Basis: String, CaseIterable, Hashable, Sendable { case expenditures, revenue }

  /// Whether a mechanism of the amount `held` must be raised to this one: only where it has grown
  /// by at least the smallest raise.
  public func mustBeRaised(from held: Cents, under terms: RepaymentMechanismTerms) -> Bool {
    amount - held >= terms.smallestRaise
  }
}
