import Probability

/// Resamples whole ACOs with replacement, the same ones for every figure, at a fixed seed: means
/// and their differences keep the dependence of one ACO's years.
struct ACOBootstrap: Sendable {
  /// The ACO of each observation, numbered from 0.
  private let clusters: [Int]
  /// How often each resample holds each ACO.
  private let counts: [[Double]]
  let acos: Int

  static let seed: UInt64 = 20_261_121

  init(_ ids: [String], resamples: Int) {
    var numbers = ACONumbers()
    clusters = ids.map { numbers.number($0) }
    let acos = numbers.count
    self.acos = acos
    let subject = Subject(seed: Self.seed, kind: .nation, name: "bootstrap by ACO")
    var stream = RandomStream()
    counts = (0..<resamples).map { resample in
      stream.seek(subject, trial: UInt32(resample), year: 0, purpose: .parameters)
      var counts = [Double](repeating: 0, count: acos)
      for _ in 0..<acos { counts[min(acos - 1, Int(stream.uniform() * Double(acos)))] += 1 }
      return counts
    }
  }

  /// The mean of the observations, with the standard deviation of its resamples.
  ///
  /// - Parameter weights: Of the observations, held fixed from resample to resample; all alike where
  ///   empty.
  func mean(_ values: [Double], weights: [Double] = []) -> Estimate {
    let weights = weights.isEmpty ? [Double](repeating: 1, count: values.count) : weights
    var sums = [Double](repeating: 0, count: acos)
    var sizes = [Double](repeating: 0, count: acos)
    for (place, cluster) in clusters.enumerated() {
      sums[cluster] += weights[place] * values[place]
      sizes[cluster] += weights[place]
    }
    let means = counts.map { times in
      var (sum, size) = (0.0, 0.0)
      for place in 0..<acos {
        sum += times[place] * sums[place]
        size += times[place] * sizes[place]
      }
      return sum / size
    }
    let centre = means.reduce(0, +) / Double(means.count)
    let squares = means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return Estimate(
      value: sums.reduce(0, +) / sizes.reduce(0, +),
      standardError: (squares / Double(max(1, means.count - 1))).squareRoot())
  }
}
