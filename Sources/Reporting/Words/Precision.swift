/// How many digits of a simulated number are worth printing.
///
/// The last digit printed is worth at least half a standard error, so that the 95 percent interval
/// spans at most four units of it either way; and no number carries more than three significant digits, however small its error: a board
/// does not need them, and the files beside the deck hold the full value.
struct Precision: Hashable, Sendable {
  /// The last digit printed is a multiple of ten to this power, in the number's own unit.
  var exponent: Int

  init(exponent: Int) { self.exponent = exponent }

  init(value: Double, standardError: Double) {
    let byError = Self.exponent(notBelow: standardError / 2)
    let first = Self(exponent: max(byError, Self.thirdDigit(of: value)))
    // Rounding may carry into one digit more: 999,600 becomes 1.00 million.
    exponent = max(first.exponent, Self.thirdDigit(of: first.rounded(value)))
  }

  var step: Double { Self.power(exponent) }

  /// The nearest multiple of the step, halves away from zero; never negative zero.
  func rounded(_ value: Double) -> Double {
    let steps =
      exponent < 0
      ? (value * Self.power(-exponent)).rounded(.toNearestOrAwayFromZero)
        / Self.power(-exponent)
      : (value / step).rounded(.toNearestOrAwayFromZero) * step
    return steps == 0 ? 0 : steps
  }

  /// The two leading digits: for standard errors, which are known no better.
  static func twoDigits(of value: Double) -> Precision {
    Precision(exponent: thirdDigit(of: value) + 1)
  }

  private static let least = -12
  private static let most = 15

  private static func exponent(notBelow value: Double) -> Int {
    var exponent = least
    while exponent < most, power(exponent) < value { exponent += 1 }
    return exponent
  }

  private static func thirdDigit(of value: Double) -> Int {
    var exponent = most
    while exponent > least, power(exponent) > value.magnitude { exponent -= 1 }
    return exponent - 2
  }

  /// Ten to a power, through the decimal reader: exact to the last bit, unlike repeated products.
  static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }
}
