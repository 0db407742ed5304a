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
  /// The part of each year that is left when a raise of the mechanism must be in place.
  let restAfterRaise: [Rate]

  /// - Parameters:
  ///   - notice: When the results of each year are notified; five.
  ///   - daysToPay: Of a bill, by year.
  ///   - monthsAfter: For which the mechanism outlasts the fifth year.
  init(
    start: Day, notice: [Day], paymentDelay: Int, daysToPay: [Int], daysToRaise: [Int],
    monthsAfter: Int, yearsToPayment: Int, discountRate: Double
  ) {
    let planned = (0..<5).map { place -> [CashKind: [Day]] in
      let year = start.year + place
      let paid = year + yearsToPayment
      let first = Day(year: year, month: 1, day: 1)
      let bill = notice[place].adding(days: daysToPay[place])
      let raise = first.adding(days: daysToRaise[place])
      return [
        .programCost: Self.monthly(year), .advanceOnce: [first],
        .advanceInvestment: Self.quarterly(year), .prepaidSharedSavings: Self.quarterly(year),
        .settlementPaid: [notice[place].adding(days: paymentDelay)], .settlementBilled: [bill],
        .mechanismFunded: [first], .mechanismRaised: [raise],
        .mechanismReleased: [Self.end(of: start.year + 4, monthsLater: monthsAfter)],
        .carryingCost: [first], .carryingCostOfRaise: [raise],
        .carryingCostAfter: [Day(year: start.year + 5, month: 1, day: 1)],
        .stopLossPremium: [first], .stopLossRecovery: [bill],
        .conversionFactor: Self.monthly(paid),
        .lumpSum: [Day.last(of: notice[place].month, in: paid)],
      ]
    }
    let days = CashKind.allCases.map { kind in planned.map { $0[kind] ?? [] } }
    let force = logarithm(1 + discountRate)
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
    factorsBeside = factors.map { Self.beside($0) }
    restAfterRaise = (0..<5).map { place in
      let year = Day(year: start.year + place, month: 1, day: 1)
      let length = year.days(to: Day(year: year.year + 1, month: 1, day: 1))
      return Rate(Double(length - daysToRaise[place]) / Double(length))
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

  private static func beside(_ factors: SIMD16<Double>) -> SIMD16<Double> {
    var beside = factors
    for kind in [
      CashKind.programCost, .advanceInvestment, .prepaidSharedSavings, .settlementPaid,
      .settlementBilled, .mechanismReleased,
    ] { beside[kind.place] = 0 }
    for kind in [CashKind.mechanismFunded, .mechanismRaised] {
      beside[kind.place] -= factors[CashKind.mechanismReleased.place]
    }
    beside[CashKind.advanceOnce.place] -= factors[CashKind.advanceInvestment.place]
    return beside
  }

  private static func monthly(_ year: Int) -> [Day] { (1...12).map { Day.last(of: $0, in: year) } }

  private static func quarterly(_ year: Int) -> [Day] {
    [1, 4, 7, 10].map { Day(year: year, month: $0, day: 1) }
  }

  private static func end(of year: Int, monthsLater months: Int) -> Day {
    let month = 11 + months
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
