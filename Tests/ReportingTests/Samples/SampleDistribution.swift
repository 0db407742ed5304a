import Foundation
import Projection
import Regulation

/// Sums, quantiles and chances of a list of dollars.
enum SampleDistribution {
  static func of(_ amounts: [Double]) -> Distribution {
    let sorted = amounts.map { Cents(Int64(($0 * 100).rounded())) }.sorted()
    let tail = sorted.prefix(max(1, sorted.count / 20)).map(\.dollars.amount)
    let mean = mean(amounts)
    return Distribution(
      trials: amounts.count, mean: mean,
      standardDeviation: mean.standardError * Double(amounts.count).squareRoot(),
      quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map { quantile($0, of: sorted) },
      chanceToEarn: chance(sorted.filter { $0 > .zero }.count, of: sorted.count),
      chanceOfNothing: chance(sorted.filter { $0 == .zero }.count, of: sorted.count),
      chanceToOwe: chance(sorted.filter { $0 < .zero }.count, of: sorted.count),
      tailMean: Estimate(
        value: tail.reduce(0, +) / Double(tail.count),
        standardError: SampleDistribution.mean(tail).standardError * 1.3),
      worst: sorted[0], best: sorted[sorted.count - 1])
  }

  static func mean(_ amounts: [Double]) -> Estimate {
    let count = Double(amounts.count)
    let mean = amounts.reduce(0, +) / count
    let squares = amounts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Estimate(value: mean, standardError: (squares / max(1, count - 1) / count).squareRoot())
  }

  /// Wilson's 95 percent interval.
  static func chance(_ hits: Int, of trials: Int) -> Chance {
    let n = Double(trials)
    let p = Double(hits) / n
    let z = 1.96
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return Chance(
      value: p, low: max(0, middle - half), high: min(1, middle + half),
      standardError: (p * (1 - p) / n).squareRoot())
  }

  private static func quantile(_ level: Double, of sorted: [Cents]) -> QuantileEstimate {
    let n = Double(sorted.count)
    let half = 1.96 * (n * level * (1 - level)).squareRoot()
    func at(_ rank: Double) -> Cents { sorted[min(sorted.count - 1, max(0, Int(rank)))] }
    let (low, high) = (at(n * level - half), at(n * level + half))
    return QuantileEstimate(
      level: level, value: at(n * level), low: low, high: high,
      standardError: (high - low).dollars.amount / 4, isAtom: low == high)
  }

  static func histogram(_ amounts: [Double], edges: ClosedRange<Double>) -> Histogram {
    let width = (edges.upperBound - edges.lowerBound) / 60
    let start = (edges.lowerBound / width).rounded(.down) * width
    var counts = Array(repeating: 0, count: 62)
    var zeros = 0
    for amount in amounts {
      guard amount.magnitude > 0.001 else {
        zeros += 1
        continue
      }
      counts[min(61, max(0, Int((amount - start) / width)))] += 1
    }
    return Histogram(start: start, width: width, counts: counts, zeros: zeros)
  }
}

/// SplitMix64 and Box–Muller: enough chance for a sample.
struct SampleRandom {
  var state: UInt64

  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((bits ^ (bits >> 31)) >> 11) + 0.5) / 9_007_199_254_740_992
  }

  mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }
}
