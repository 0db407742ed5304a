import Regulation

extension Distribution {
  /// The levels every distribution reports.
  public static let levels = [0.05, 0.25, 0.50, 0.75, 0.95]
  /// The part of the worst trials whose mean is the tail mean.
  public static let tail = 0.05
  /// Half the width, in standard errors, of a 95 percent interval.
  static let halfWidth = 1.959963984540054

  /// - Parameter cents: One amount a trial, in any order; at least one.
  public init(cents: some Collection<Int64>) {
    let sorted = ascending(cents)
    let count = sorted.count
    let n = Double(count)
    let mean = exactMean(of: sorted)
    let squares = sorted.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let deviation = count > 1 ? (squares / (n - 1)).squareRoot() : 0
    let owing = sorted.partitioningIndex { $0 >= 0 }
    let upToZero = sorted.partitioningIndex { $0 > 0 }
    self.init(
      trials: count,
      mean: Estimate(value: mean / 100, standardError: deviation / n.squareRoot() / 100),
      standardDeviation: deviation / 100,
      quantiles: Self.levels.map { QuantileEstimate(level: $0, of: sorted) },
      chanceToEarn: Chance(count - upToZero, of: count),
      chanceOfNothing: Chance(upToZero - owing, of: count),
      chanceToOwe: Chance(owing, of: count), tailMean: Self.tailMean(of: sorted),
      worst: Cents(sorted[0]), best: Cents(sorted[count - 1]))
  }

  /// Mean of the worst trials. Its error holds the spread within the tail and the uncertainty of
  /// where the tail begins (Manistre & Hancock, "Variance of the CTE Estimator", 2005).
  private static func tailMean(of sorted: [Int64]) -> Estimate {
    let count = max(1, Int((tail * Double(sorted.count)).rounded(.up)))
    let worst = sorted[..<count]
    let n = Double(count)
    let mean = exactMean(of: worst)
    let squares = worst.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let within = count > 1 ? squares / (n - 1) : 0
    let edge = Double(sorted[count - 1]) - mean
    let variance = (within + (1 - tail) * edge * edge) / n
    return Estimate(value: mean / 100, standardError: variance.squareRoot() / 100)
  }
}

extension QuantileEstimate {
  /// The inverse of the empirical distribution function, with the order statistics whose ranks
  /// bound it at 95 percent (normal approximation to the binomial; David & Nagaraja, §7.1).
  init(level: Double, of sorted: [Int64]) {
    let n = Double(sorted.count)
    func rank(_ place: Double) -> Int {
      min(max(Int(place.rounded(.up)) - 1, 0), sorted.count - 1)
    }
    let half = Distribution.halfWidth * (n * level * (1 - level)).squareRoot()
    let low = sorted[rank(n * level - half)]
    let high = sorted[rank(n * level + half)]
    let value = sorted[rank(n * level)]
    self.init(
      level: level, value: Cents(value), low: Cents(low), high: Cents(high),
      standardError: Double(high - low) / 100 / (2 * Distribution.halfWidth),
      isAtom: [low, value, high].contains { Self.isShared($0, in: sorted) })
  }
}

extension QuantileEstimate {
  /// Whether more than one trial in a thousand has this very amount.
  private static func isShared(_ amount: Int64, in sorted: [Int64]) -> Bool {
    let first = sorted.partitioningIndex { $0 >= amount }
    let beyond = sorted.partitioningIndex { $0 > amount }
    return (beyond - first) * 1000 > max(sorted.count, 1000)
  }
}

extension Chance {
  /// A share of trials with its Wilson 95 percent interval (Wilson, 1927).
  public init(_ count: Int, of trials: Int) {
    self.init(count, of: trials, effect: 1, reach: Distribution.halfWidth)
  }

  /// The interval of as many independent trials as would have this share's error.
  ///
  /// - Parameters:
  ///   - effect: Its variance over that of as many independent trials.
  ///   - z: Half the width, in standard errors, of the interval.
  init(
    _ count: Int, of trials: Int, effect: Double, reach z: Double = Distribution.halfWidth
  ) {
    let p = Double(count) / Double(trials)
    let n = Double(trials) / effect
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    self.init(
      value: p, low: count == 0 ? 0 : centre - half, high: count == trials ? 1 : centre + half,
      standardError: (p * (1 - p) / Double(trials) * effect).squareRoot())
  }
}

/// The mean of at least one amount. A sum of whole cents is exact, so the mean does not depend on
/// the order of trials; 128 bits hold any number of them.
func exactMean(of cents: some Collection<Int64>) -> Double {
  Double(cents.reduce(Int128.zero) { $0 + Int128($1) }) / Double(cents.count)
}

extension Array where Element == Int64 {
  /// The first place from which `isBeyond` holds, in an ascending array.
  fileprivate func partitioningIndex(where isBeyond: (Int64) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
