import Probability
import Regulation
import Scenarios

/// When money moves and what it is worth at the start of the agreement.
///
/// Program costs, programs' fees and advances fall in mid-year; a year's settlement is paid or billed in the autumn
/// of the next year (results have arrived eight to ten months after the year's end).
struct Money: Sendable {
  /// Discount factors on the settlement of each year; five.
  let settlement: [Double]
  /// Discount factors on money that moves within each year; five.
  let within: [Double]
  /// Undiscounted program costs in cents; five.
  let cost: [Double]

  static let midYear = 0.5
  static let autumnAfter = 1.75

  init(_ finances: Finances) {
    let force = logarithm(1 + finances.discountRate)
    settlement = (0..<5).map { exponential(-force * (Double($0) + Self.autumnAfter)) }
    within = (0..<5).map { exponential(-force * (Double($0) + Self.midYear)) }
    cost = finances.programCost.map { Double(Cents(rounding: $0).count) }
  }

  /// One year's addition to net, in unrounded cents.
  ///
  /// - Parameter programs: What the scenario's programs billed less what they cost.
  @inline(__always)
  func net(_ place: Int, payment: Cents, received: Cents, programs: Cents) -> Double {
    settlement[place] * Double(payment.count)
      + within[place] * (Double((received + programs).count) - cost[place])
  }
}
