import Probability
import Regulation
import Scenarios

/// When money moves and what it is worth at the start of the agreement.
///
/// Program costs, programs' fees and advances fall in mid-year; a year's settlement is paid or billed
/// in the autumn of the next year (results have arrived eight to ten months after the year's end).
/// Where the scenario states when money moves, each has the dates of the cash calendar; what programs
/// bill and cost goes by the month, as program costs do.
struct Money: Sendable {
  /// Discount factors on the settlement of each year; five.
  let settlement: [Double]
  /// Discount factors on money that moves within each year; five.
  let within: [Double]
  /// Undiscounted program costs in cents; five.
  let cost: [Double]

  /// By year, where the scenario states when money moves: of a payment and of a bill, of quarterly
  /// advances, of monthly costs, and of those of a year left in its course.
  private let dated: [Dated]

  private struct Dated: Sendable {
    var paid, billed, advances, cost, costBeforeLeaving: Double
  }

  static let midYear = 0.5
  static let autumnAfter = 1.75

  init(_ finances: Finances, _ cash: CashTerms) {
    let force = logarithm(1 + finances.discountRate)
    settlement = (0..<5).map { exponential(-force * (Double($0) + Self.autumnAfter)) }
    within = (0..<5).map { exponential(-force * (Double($0) + Self.midYear)) }
    cost = finances.programCost.map { Double(Cents(rounding: $0).count) }
    dated =
      !cash.isStated
      ? []
      : zip(cash.dates.factors, cash.datesOfLeaving.factors).map { factors, leaving in
        Dated(
          paid: factors[CashKind.settlementPaid.place],
          billed: factors[CashKind.settlementBilled.place],
          advances: factors[CashKind.advanceInvestment.place],
          cost: factors[CashKind.programCost.place],
          costBeforeLeaving: leaving[CashKind.programCost.place])
      }
  }

  /// What a year's settlement is worth, of a payment or of a bill.
  @inline(__always)
  func factor(_ place: Int, of settled: Cents) -> Double {
    guard dated.isEmpty else {
      return settled < .zero ? dated[place].billed : dated[place].paid
    }
    return settlement[place]
  }

  /// A year's program costs, in whole cents.
  func cost(of place: Int) -> Cents { Cents(Int64(cost[place])) }

  /// What the year's program costs, and what programs bill less what they cost, are worth; all of them
  /// on the days of a year left in its course.
  func costBeforeLeaving(in place: Int, _ programs: Cents) -> Double {
    (dated.isEmpty ? within[place] : dated[place].costBeforeLeaving)
      * (Double(programs.count) - cost[place])
  }

  /// What each year adds to net beside its settlement, in unrounded cents, where nothing is received
  /// in advance, no program bills and the scenario does not state when money moves; five.
  var beside: [Double] { within.indices.map { within[$0] * (0 - cost[$0]) } }

  /// One year's addition to net, in unrounded cents.
  ///
  /// - Parameter programs: What the scenario's programs billed less what they cost.
  @inline(__always)
  func net(_ place: Int, payment: Cents, received: Cents, programs: Cents) -> Double {
    guard dated.isEmpty else {
      let factors = dated[place]
      return (payment < .zero ? factors.billed : factors.paid) * Double(payment.count)
        + factors.advances * Double(received.count)
        + factors.cost * (Double(programs.count) - cost[place])
    }
    return settlement[place] * Double(payment.count)
      + within[place] * (Double((received + programs).count) - cost[place])
  }
}
