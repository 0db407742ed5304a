import Regulation
import Sampling

/// What programs came to in the five years of one trial, in dollars as net counts them.
struct ProgramTotals: Equatable, Sendable {
  private(set) var cost = 0.0
  private(set) var fees = 0.0
  private(set) var avoided = 0.0
  /// What Medicare spends less on Parts A and B: what is avoided less what it pays of the fees.
  private(set) var saved = 0.0

  /// - Parameter worth: What a dollar of the year is worth.
  @inline(__always)
  mutating func add(_ year: ProgramYear, at worth: Double) {
    cost += worth * year.cost
    fees += worth * year.fees
    avoided += worth * year.avoided
    saved += worth * (year.avoided - year.feesFromMedicare)
  }
}

extension ProgramYear {
  /// What was billed less what it cost, each in whole cents.
  @inline(__always)
  var cash: Cents { Cents(rounding: Dollars(fees)) - Cents(rounding: Dollars(cost)) }
}
