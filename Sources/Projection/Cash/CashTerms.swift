import Reconciliation
import Regulation
import Scenarios

/// All that the cash of an agreement depends on beside its settlements, looked up once.
struct CashTerms: Sendable {
  /// Whether the scenario states when money moves: its net then follows the calendar's dates.
  let isStated: Bool
  let dates: CashDates
  /// The same of a year left in its course: its costs, and what follows from leaving in it.
  let datesOfLeaving: CashDates
  /// Of each performance year; five.
  let mechanism: [RepaymentMechanismTerms]
  /// Of the first two years, whose latest twelve months lie before the projection.
  let known: [RepaymentMechanism]
  let form: Cash.Mechanism.Form?
  let carryingCost: Rate
  let cover: StopLossCover?
  /// What qualifying status of each performance year adds two years later; five.
  let advancedModel: [(conversionFactor: Cents, lumpSum: Cents)]
  /// Of the advance investment payments of the first year, that which is paid at its start.
  let oneTimeAdvance: Cents

  /// Years from the last one whose twelve months are known to the one a mechanism is in place for:
  /// it must be there before the year begins, when the year before is not over.
  static let yearsUntilKnown = 2
  /// The month at whose end results are notified where the scenario names none: September, in the
  /// middle of the months in which they have arrived.
  private static func month(_ timing: SettlementTiming) -> Int {
    (timing.monthsUntilResults.lowerBound + timing.monthsUntilResults.upperBound) / 2
  }

  /// - Throws: `NotInForce` where a rule has no value for a year of the agreement.
  init(_ scenario: Scenario, under rules: Rulebook) throws {
    let period = scenario.agreement.period
    let years = (1...5).map { period.performanceYear($0) }
    let cash = scenario.cash
    let mechanism = try years.map { try rules.repaymentMechanismTerms(in: $0, of: period) }
    let timing = try years.map { try rules.settlementTiming(in: $0, of: period) }
    self.mechanism = mechanism
    let model = try cash?.professionalRevenue.map { revenue in
      try years.enumerated().map { place, year in
        let terms = try rules.advancedModelTerms(in: year, of: period)
        return (terms.yearsToPayment, revenue.added(by: terms, place: place))
      }
    }
    isStated = cash != nil
    let moves = CashDates.Rules(
      start: years[0].firstDay,
      notice: zip(years, timing).map { year, timing in
        Day.last(of: cash?.results?.month ?? Self.month(timing), in: year.calendarYear + 1)
      }, paymentDelay: cash?.results?.paymentDelayDays ?? 0, daysToPay: timing.map(\.daysToPay),
      daysToRaise: mechanism.map(\.daysToRaise),
      monthsAfter: mechanism.map(\.monthsAfterParticipation),
      yearsToPayment: model?.first?.0 ?? Self.yearsUntilKnown,
      discountRate: scenario.finances.discountRate)
    dates = CashDates(moves)
    datesOfLeaving = CashDates(
      moves,
      leavingAfter: try years.map {
        try rules.terminationTerms(in: $0, of: period).lastMonthWithoutLosses
      })
    known = (0..<Self.yearsUntilKnown).map { place in
      scenario.mechanism(
        before: years[place].calendarYear - Self.yearsUntilKnown, under: mechanism[place])
    }
    form = cash?.mechanism?.form
    carryingCost = Rate(cash?.mechanism?.carryingCost ?? 0)
    cover = cash?.stopLoss.map(StopLossCover.init)
    advancedModel = model?.map(\.1) ?? Array(repeating: (.zero, .zero), count: 5)
    oneTimeAdvance =
      try rules.advanceInvestmentTerms(in: years[0], of: period)
      .map { Cents(rounding: $0.oneTimePayment) } ?? .zero
  }
}

extension Cash.ProfessionalRevenue {
  /// 42 CFR 414.1450: services of the payment year, those of qualifying participants only.
  fileprivate func added(
    by terms: AdvancedModelTerms, place: Int
  ) -> (conversionFactor: Cents, lumpSum: Cents) {
    let growth = (0..<place + terms.yearsToPayment).reduce(1.0) { ratio, _ in
      ratio * (1 + self.growth)
    }
    let qualifying = Rate(qpRate * growth) * amount
    return (
      Cents(rounding: Rate(terms.conversionFactorGap - mipsAdjustment) * qualifying),
      Cents(rounding: Rate(terms.lumpSum) * qualifying)
    )
  }
}

extension Scenario {
  /// From what the scenario states of the year measured, grown to a year before the projection.
  fileprivate func mechanism(
    before year: Int, under terms: RepaymentMechanismTerms
  ) -> RepaymentMechanism {
    let years = max(0, year - population.measuredIn)
    let measured = population.strata.sum { ($0.expenditure * $0.personYears).amount }
    let grown = EnrollmentType.allCases.reduce(0.0) { sum, type in
      let stratum = population.strata[type]
      let growth = (0..<years).reduce(1.0) { ratio, _ in
        ratio * (1 + population.growthToBenchmark[type])
      }
      return sum + growth * (stratum.expenditure * stratum.personYears).amount
    }
    let revenue = Rate(measured > 0 ? grown / measured : 1) * agreement.participantRevenue
    return RepaymentMechanism(
      expenditure: Dollars(grown), participantRevenue: revenue, under: terms)
  }
}
