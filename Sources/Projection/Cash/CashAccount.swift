import Reconciliation
import Regulation
import Scenarios

/// What a settlement's terms mean for cash.
struct CashPlace: Hashable, Sendable {
  var isTwoSided, isAdvancedModel: Bool
  /// The year of its agreement, 1 for the first.
  var agreementYear: Int
  /// Of stop-loss cover for the year.
  var premium: Cents
}

/// What an option has behind it beside its payments: the mechanism in place and losses covered.
struct CashAccount {
  /// The amount of the repayment mechanism.
  private(set) var held = Cents.zero
  /// Of it for a whole year.
  private var fee = Cents.zero
  private var losses = Cents.zero

  /// One year more; its payment, advances and program costs are not in it.
  ///
  /// - Parameters:
  ///   - earned: Negative where losses are shared.
  ///   - amount: What the mechanism of this year must hold, by the latest figures known.
  @inline(__always)
  mutating func settle(
    _ year: Int, _ earned: Cents, at place: CashPlace, mechanism amount: RepaymentMechanism,
    under terms: CashTerms
  ) -> YearCash {
    var cash = YearCash()
    if place.isTwoSided { keepMechanism(year, place, amount, terms, into: &cash) }
    if let cover = terms.cover { insure(year, earned, place, cover, into: &cash) }
    if place.isAdvancedModel {
      cash[.conversionFactor] = terms.advancedModel[year].conversionFactor
      cash[.lumpSum] = terms.advancedModel[year].lumpSum
    }
    return cash
  }

  /// 42 CFR 425.204(f)(4), (6): in place as the first two-sided year begins, computed again in each
  /// later year of the agreement and raised where it has grown enough, and kept for months after.
  ///
  /// A new agreement computes it anew: what is held stays, and whatever is missing is added. Bills
  /// are paid from cash, so that nothing is drawn and nothing to be replaced.
  private mutating func keepMechanism(
    _ year: Int, _ place: CashPlace, _ amount: RepaymentMechanism, _ terms: CashTerms,
    into cash: inout YearCash
  ) {
    let rule = terms.mechanism[year]
    let before = held
    var raise = Cents.zero
    if held == .zero || place.agreementYear == 1 {
      hold(max(held, amount.amount), terms)
    } else if place.agreementYear >= rule.firstYearRecalculated,
      amount.mustBeRaised(from: held, under: rule)
    {
      raise = amount.amount - held
    }
    cash[.carryingCost] = -fee
    if raise != .zero { cash[.carryingCostOfRaise] = -terms.fee(raise, forRestOf: year) }
    if terms.form == .escrow {
      cash[.mechanismFunded] = before - held
      cash[.mechanismRaised] = -raise
    }
    if raise != .zero { hold(held + raise, terms) }
    if year == 4 { keepAfter(year, terms, into: &cash) }
  }

  /// For months after participation; what an escrow holds comes back then.
  private func keepAfter(_ year: Int, _ terms: CashTerms, into cash: inout YearCash) {
    cash[.carryingCostAfter] = -terms.feeAfter(held, year)
    if terms.form == .escrow { cash[.mechanismReleased] = held }
  }

  /// What follows from leaving before the five years are over.
  ///
  /// - Parameter part: Of the year, where it is left in its course and so not settled, for which the
  ///   mechanism was in place; `nil` where it was served to its end.
  func leave(_ year: Int, after part: Rate?, under terms: CashTerms) -> YearCash {
    var cash = YearCash()
    if held > .zero {
      if let part { cash[.carryingCost] = -Cents(rounding: part * fee.dollars) }
      keepAfter(year, terms, into: &cash)
    }
    if let cover = terms.cover, cover.basis == .fiveYears {
      cash[.stopLossRecovery] = cover.recovery(of: losses)
    }
    return cash
  }

  private mutating func hold(_ amount: Cents, _ terms: CashTerms) {
    if amount != held { (held, fee) = (amount, terms.fee(amount)) }
  }

  private mutating func insure(
    _ year: Int, _ earned: Cents, _ place: CashPlace, _ cover: StopLossCover,
    into cash: inout YearCash
  ) {
    cash[.stopLossPremium] = -place.premium
    let lost = max(-earned, .zero)
    losses += lost
    switch cover.basis {
    case .yearly: cash[.stopLossRecovery] = cover.recovery(of: lost)
    case .fiveYears: if year == 4 { cash[.stopLossRecovery] = cover.recovery(of: losses) }
    }
  }
}

extension CashTerms {
  /// Of a whole year, in advance.
  @inline(__always)
  fileprivate func fee(_ amount: Cents) -> Cents { Cents(rounding: carryingCost * amount.dollars) }

  /// From the day a raise must be in place.
  @inline(__always)
  fileprivate func fee(_ raise: Cents, forRestOf year: Int) -> Cents {
    Cents(rounding: dates.restAfterRaise[year] * (carryingCost * raise.dollars))
  }

  fileprivate func feeAfter(_ amount: Cents, _ year: Int) -> Cents {
    let part = Rate(Double(mechanism[year].monthsAfterParticipation) / 12)
    return Cents(rounding: part * (carryingCost * amount.dollars))
  }
}
