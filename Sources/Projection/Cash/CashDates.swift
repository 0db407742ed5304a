import Probability
import Regulation
import Scenarios

/// On which days each kind of cash moves, and what a dollar of it is worth on the first one.
///
/// An amount of several days is paid in equal parts, whole cents each.
public struct CashDates: Hashable, Sendable {
  /// Performance years, and those after them until the last payment.
  public static let years = 7
  public static let months = 12 * years

  /// First of January of the first performance year.
  public let start: Day
  /// `days[kind][year]`, at least one each.
  private let days: [[[Day]]]
  /// The same as months since the start.
  private let months: [[[Int]]]
  /// `factors[year]`: present value of a dollar, by kind.
  let factors: [SIMD16<Double>]
  /// The same for what stands beside payments, advances and costs: what is set aside is worth what
  /// it loses until it returns, and a one-time advance what it gains over the quarterly ones.
  let factorsBeside: [SIMD16<Double>]
  /// Of what leaving moves beside the account and the costs: an escrow that comes back before the five
  /// years' would gains what it does not lose until then.
  let factorsOnLeaving: [SIMD16<Double>]
  /// The part of each year that is left when a raise of the mechanism must be in place.
  let restAfterRaise: [Rate]

  /// What the days follow from.
  struct Rules: Sendable {
    /// First of January of the first performance year.
    var start: Day
    /// When the results of each year are notified; five.
    var notice: [Day]
    var paymentDelay: Int
    /// Of a bill, by year.
    var daysToPay: [Int]
    var daysToRaise: [Int]
    /// For which the mechanism outlasts two-sided participation, by the year in which it ends.
    var monthsAfter: [Int]
    var yearsToPayment: Int
    var discountRate: Double
  }

  /// - Parameter lastMonths: Of each year the last one served, where it is left in its course; `nil` for
  ///   years served to their end.
  init(_ rules: Rules, leavingAfter lastMonths: [Int]? = nil) {
    let (start, force) = (rules.start, logarithm(1 + rules.discountRate))
    let bills = (0..<5).map { rules.notice[$0].adding(days: rules.daysToPay[$0]) }
    let planned = (0..<5).map { place -> [CashKind: [Day]] in
      let (year, served) = (start.year + place, lastMonths?[place] ?? 12)
      let paid = year + rules.yearsToPayment
      let first = Day(year: year, month: 1, day: 1)
      let raise = first.adding(days: rules.daysToRaise[place])
      return [
        .programCost: Self.monthly(year, through: served), .advanceOnce: [first],
        .advanceInvestment: Self.quarterly(year), .prepaidSharedSavings: Self.quarterly(year),
        .settlementPaid: [rules.notice[place].adding(days: rules.paymentDelay)],
        .settlementBilled: [bills[place]],
        .mechanismFunded: [first], .mechanismRaised: [raise],
        .mechanismReleased: [
          Self.end(of: served, in: year, monthsLater: rules.monthsAfter[place])
        ],
        .carryingCost: [first], .carryingCostOfRaise: [raise],
        .carryingCostAfter: [Day(year: year + served / 12, month: served % 12 + 1, day: 1)],
        .stopLossPremium: [first],
        // No settlement follows a year left in its course: losses end with those of the year before.
        .stopLossRecovery: [bills[lastMonths == nil ? place : max(0, place - 1)]],
        .conversionFactor: Self.monthly(paid),
        .lumpSum: [Day.last(of: rules.notice[place].month, in: paid)],
      ]
    }
    let days = CashKind.allCases.map { kind in planned.map { $0[kind] ?? [] } }
    let factors = (0..<5).map { year in
      var factors = SIMD16<Double>()
      for kind in CashKind.allCases {
        let parts = days[kind.place][year].map {
          exponential(-force * Double(start.days(to: $0)) / 365.25)
        }
        factors[kind.place] = parts.reduce(0, +) / Double(max(1, parts.count))
      }
      return factors
    }
    self.start = start
    self.days = days
    months = days.map { $0.map { $0.map { ($0.year - start.year) * 12 + $0.month - 1 } } }
    self.factors = factors
    let released = exponential(
      -force
        * Double(
          start.days(to: Self.end(of: 12, in: start.year + 4, monthsLater: rules.monthsAfter[4])))
        / 365.25)
    factorsBeside = factors.map { Self.beside($0, released) }
    factorsOnLeaving = factors.map { Self.onLeaving($0, released) }
    restAfterRaise = (0..<5).map { place in
      let year = Day(year: start.year + place, month: 1, day: 1)
      let length = year.days(to: Day(year: year.year + 1, month: 1, day: 1))
      return Rate(Double(length - rules.daysToRaise[place]) / Double(length))
    }
  }

  func days(of kind: CashKind, year: Int) -> [Day] { days[kind.place][year] }

  /// Months since the start, the first being 0.
  @inline(__always)
  func months(of kind: CashKind, year: Int) -> [Int] { months[kind.place][year] }

  /// The last day of a month since the start.
  public func end(of month: Int) -> Day {
    Day.last(of: month % 12 + 1, in: start.year + month / 12)
  }

  /// - Parameter released: Of a dollar that comes back after all five years.
  private static func beside(_ factors: SIMD16<Double>, _ released: Double) -> SIMD16<Double> {
    var beside = factors
    for kind in [
      CashKind.programCost, .advanceInvestment, .prepaidSharedSavings, .settlementPaid,
      .settlementBilled, .mechanismReleased,
    ] { beside[kind.place] = 0 }
    for kind in [CashKind.mechanismFunded, .mechanismRaised] {
      beside[kind.place] -= released
    }
    beside[CashKind.advanceOnce.place] -= factors[CashKind.advanceInvestment.place]
    return beside
  }

  private static func onLeaving(_ factors: SIMD16<Double>, _ released: Double) -> SIMD16<Double> {
    var onLeaving = SIMD16<Double>()
    for kind in [
      CashKind.carryingCost, .carryingCostAfter, .mechanismReleased, .stopLossRecovery,
    ] { onLeaving[kind.place] = factors[kind.place] }
    onLeaving[CashKind.mechanismReleased.place] -= released
    return onLeaving
  }

  private static func monthly(_ year: Int, through month: Int = 12) -> [Day] {
    (1...month).map { Day.last(of: $0, in: year) }
  }

  private static func quarterly(_ year: Int) -> [Day] {
    [1, 4, 7, 10].map { Day(year: year, month: $0, day: 1) }
  }

  private static func end(of month: Int, in year: Int, monthsLater months: Int) -> Day {
    let month = month - 1 + months
    return Day.last(of: month % 12 + 1, in: year + month / 12)
  }
}

extension Cents {
  /// One of several equal parts, whole cents that add up to the whole.
  func part(_ place: Int, of parts: Int) -> Cents {
    let (place, parts) = (Int64(place), Int64(parts))
    return Cents(count * (place + 1) / parts - count * place / parts)
  }
}
