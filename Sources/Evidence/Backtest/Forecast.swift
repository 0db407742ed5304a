import Probability

/// What was said beforehand of one figure: a law, or a sample drawn from one.
public enum Forecast: Hashable, Sendable {
  case normal(mean: Double, standardDeviation: Double)
  /// Student's t with this standard deviation; more than 2 degrees of freedom.
  case studentT(mean: Double, standardDeviation: Double, degreesOfFreedom: Double)
  /// Equally likely values, ascending; at least one. Made by `Forecast(sample:)`.
  case sample([Double])

  /// - Parameter sample: In any order; not empty.
  public init(sample: [Double]) { self = .sample(sample.sorted()) }

  public var mean: Double {
    switch self {
    case .normal(let mean, _), .studentT(let mean, _, _): mean
    case .sample(let values): values.reduce(0, +) / Double(values.count)
    }
  }

  /// The probability of at most `x`; of a sample, halfway through values equal to `x`.
  public func probability(below x: Double) -> Double {
    switch self {
    case .normal(let mean, let deviation): return normalProbability(below: (x - mean) / deviation)
    case .studentT(let mean, let deviation, let freedom):
      return StudentT(degreesOfFreedom: freedom).probability(below: (x - mean) / deviation)
    case .sample(let values):
      let below = values.partition { $0 < x }
      let upTo = values.partition { $0 <= x }
      return Double(below + upTo) / Double(2 * values.count)
    }
  }

  /// The value with probability `p` below it; `p` in (0, 1). Of a sample, between order statistics
  /// placed at (i − ½)/n.
  public func quantile(_ p: Double) -> Double {
    switch self {
    case .normal(let mean, let deviation): return mean + deviation * normalQuantile(p)
    case .studentT(let mean, let deviation, let freedom):
      return mean + deviation * StudentT(degreesOfFreedom: freedom).quantile(p)
    case .sample(let values):
      let place = min(max(p * Double(values.count) - 0.5, 0), Double(values.count - 1))
      let low = Int(place)
      let high = min(low + 1, values.count - 1)
      return values[low] + (place - Double(low)) * (values[high] - values[low])
    }
  }

  /// The central interval that holds the figure with this probability.
  public func interval(_ probability: Double) -> ClosedRange<Double> {
    let (low, high) = (quantile((1 - probability) / 2), quantile((1 + probability) / 2))
    return low...max(low, high)
  }
}

extension [Double] {
  /// How many of the ascending values satisfy what only the first ones do.
  fileprivate func partition(_ belongs: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
