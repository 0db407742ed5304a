/// A sum and a sum of squares of whole numbers, exact in any order.
struct ExactMoments: Hashable, Sendable {
  var sum = Int128.zero
  /// The squares in 192 bits: ten million of the largest amounts there are.
  var squaresLow = UInt64.zero
  var squaresHigh = UInt128.zero

  @inline(__always)
  mutating func add(_ value: Int64) {
    sum &+= Int128(value)
    let square = value.magnitude.multipliedFullWidth(by: value.magnitude)
    add(high: UInt128(square.high), low: square.low)
  }

  mutating func add(_ other: ExactMoments) {
    sum &+= other.sum
    add(high: other.squaresHigh, low: other.squaresLow)
  }

  @inline(__always)
  mutating func add(high: UInt128, low: UInt64) {
    let (added, carries) = squaresLow.addingReportingOverflow(low)
    squaresLow = added
    squaresHigh &+= high &+ (carries ? 1 : 0)
  }

  func mean(of trials: Int) -> Double { Double(sum) / Double(trials) }

  /// Of a sample of so many.
  func variance(of trials: Int) -> Double {
    max(0, squaresAboutMean(of: trials)) / Double(max(1, trials - 1))
  }

  /// With `unit` counted as one: 100 for dollars from cents.
  func estimate(of trials: Int, unit: Double = 1) -> Estimate {
    Estimate(
      value: mean(of: trials) / unit,
      standardError: (variance(of: trials) / Double(trials)).squareRoot() / unit)
  }

  /// About the whole number next to the mean, exactly, less what that is beside the mean. Squares
  /// beyond 127 bits, of amounts that no program has, are rounded.
  private func squaresAboutMean(of trials: Int) -> Double {
    let (n, centre) = (Int128(trials), sum / Int128(trials))
    let rest = Double(sum - centre * n)
    guard squaresHigh >> 62 == 0 else {
      let squares = Double(squaresHigh) * 0x1p64 + Double(squaresLow)
      return squares - Double(sum) * mean(of: trials)
    }
    let squares = Int128(squaresHigh) << 64 + Int128(squaresLow)
    let about = squares &- 2 &* centre &* sum &+ n &* centre &* centre
    return Double(about) - rest * rest / Double(trials)
  }

  /// About a number, rounded.
  func squares(about centre: Double, of trials: Int) -> Double {
    let squares = Double(squaresHigh) * 0x1p64 + Double(squaresLow)
    return squares - 2 * centre * Double(sum) + Double(trials) * centre * centre
  }

  /// The sum negated: of what is the other way about.
  var negated: ExactMoments {
    var other = self
    other.sum = -sum
    return other
  }
}
