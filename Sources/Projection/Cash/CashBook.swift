import Reconciliation
import Regulation
import Scenarios

/// One worker's cash of one trial: what every mechanism must hold, by year, and what every
/// settlement's year moves beside its payment.
struct CashBook: Sendable {
  private(set) var terms: CashTerms
  /// `places[year][settlement]`.
  private let places: [[CashPlace]]
  /// What a mechanism in place for each year must hold; five.
  private var amounts: [RepaymentMechanism]

  /// - Parameters:
  ///   - settlements: Of each year, which `Agreement.Step.settlement` is a place in.
  ///   - premiums: Of stop-loss cover, by year and settlement; empty for those that are quoted, or
  ///     where there is no cover.
  init(
    _ terms: CashTerms, _ settlements: [[Agreement.BoundSettlement]], _ periods: [BoundPeriod],
    premiums: [[Cents]] = [], under rules: Rulebook
  ) throws {
    self.terms = terms
    amounts = terms.known + Array(repeating: terms.known[0], count: 5 - terms.known.count)
    places = try settlements.enumerated().map { year, bounds in
      try bounds.enumerated().map { place, bound in
        let (period, track) = (periods[bound.period], bound.terms.track)
        let isTwoSided = bound.terms.losses != nil
        let performanceYear = PerformanceYear(terms.dates.start.year + year)
        let priced = premiums.isEmpty ? Cents.zero : premiums[year][place]
        return CashPlace(
          isTwoSided: isTwoSided,
          isAdvancedModel: try rules.isAdvancedModel(
            track, in: performanceYear, of: period.period),
          agreementYear: year - period.firstYear + 1,
          premium: isTwoSided ? terms.cover?.premium ?? priced : .zero)
      }
    }
  }

  /// The same settlements where the cash of the scenario has moved; premiums stay as they were
  /// agreed.
  func bound(to changed: CashTerms) -> CashBook {
    var book = self
    book.terms = changed
    for (year, mechanism) in changed.known.enumerated() { book.amounts[year] = mechanism }
    return book
  }

  /// A year's totals, from which the mechanism of two years later is computed.
  @inline(__always)
  mutating func add(_ year: Int, _ figures: YearFigures) {
    let later = year + CashTerms.yearsUntilKnown
    guard later < amounts.count else { return }
    amounts[later] = RepaymentMechanism(
      expenditure: figures.expenditure, participantRevenue: figures.participantRevenue,
      under: terms.mechanism[later])
  }

  /// What a year moves beside its payment, advances and program costs.
  @inline(__always)
  func settle(
    _ year: Int, _ earned: Cents, _ step: Agreement.Step, _ account: inout CashAccount
  ) -> YearCash {
    var cash = account.settle(
      year, earned, at: places[year][step.settlement], mechanism: amounts[year], under: terms)
    if year == 0 { cash[.advanceOnce] = min(terms.oneTimeAdvance, step.advanceInvestment) }
    return cash
  }

  /// The addition of these to net, in unrounded cents, and of what leaving moves.
  @inline(__always)
  func net(
    _ year: Int, _ earned: Cents, _ step: Agreement.Step, _ paid: YearPaid,
    _ account: inout CashAccount
  ) -> Double {
    let worth =
      paid.isSettled
      ? settle(year, earned, step, &account).worth(terms.dates.factorsBeside[year]) : 0
    guard paid.leaves else { return worth }
    return worth
      + worthOfLeaving(year, after: paid.isSettled ? nil : step.exit.partServed, account)
  }

  /// What leaving adds to net, in unrounded cents.
  ///
  /// - Parameter part: Of the year, a fraction, where it is left in its course; `nil` where it was
  ///   served to its end.
  func worthOfLeaving(_ year: Int, after part: Double?, _ account: CashAccount) -> Double {
    let dates = part == nil ? terms.dates : terms.datesOfLeaving
    return account.leave(year, after: part.map { Rate($0) }, under: terms)
      .worth(dates.factorsOnLeaving[year])
  }

  /// What leaving moves, on `dates(of:)`.
  func leaving(
    _ year: Int, _ step: Agreement.Step, _ paid: YearPaid, _ account: CashAccount
  ) -> YearCash {
    account.leave(
      year, after: paid.isSettled ? nil : Rate(step.exit.partServed), under: terms)
  }

  /// Of a year left.
  func dates(of paid: YearPaid) -> CashDates {
    paid.isSettled ? terms.dates : terms.datesOfLeaving
  }

  /// All that a year moves.
  func whole(
    _ year: Int, _ earned: Cents, paid: Cents, _ step: Agreement.Step, cost: Cents,
    _ account: inout CashAccount
  ) -> YearCash {
    var cash = settle(year, earned, step, &account)
    cash[.programCost] = -cost
    cash[.advanceInvestment] = step.advanceInvestment - cash[.advanceOnce]
    cash[.prepaidSharedSavings] = step.prepaidSharedSavings
    cash[.settlementPaid] = max(paid, .zero)
    cash[.settlementBilled] = min(paid, .zero)
    return cash
  }

  /// What a year left by 30 June moves: what falls due with the results of the year before it; and, on
  /// `dates(of:)`, the costs of the part served and what leaving moves.
  func left(
    _ year: Int, _ step: Agreement.Step, _ paid: YearPaid, cost: Cents, _ account: CashAccount
  ) -> (before: YearCash, during: YearCash) {
    var (before, during) = (YearCash(), leaving(year, step, paid, account))
    before[.settlementBilled] = -paid.due
    during[.programCost] = -Cents(
      Int64((step.exit.partServed * Double(cost.count)).rounded(.toNearestOrAwayFromZero)))
    return (before, during)
  }

  func place(_ year: Int, _ step: Agreement.Step) -> CashPlace { places[year][step.settlement] }
}
