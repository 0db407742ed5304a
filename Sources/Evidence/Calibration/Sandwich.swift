import Probability

/// The covariance of estimates that make a log-likelihood largest, honest where the likelihood is
/// not quite the truth and where observations of one ACO hang together:
/// H⁻¹ (Σ_ACO g gᵀ) H⁻¹ · G/(G−1), with H the second derivatives and g an ACO's score
/// (White 1982; Liang & Zeger 1986).
struct Sandwich: Sendable {
  /// Row by row.
  let covariance: [Double]
  let order: Int

  func standardError(_ place: Int) -> Double {
    max(0, covariance[place * order + place]).squareRoot()
  }

  /// Of a function with this gradient, by the delta method.
  func standardError(gradient: [Double]) -> Double {
    var variance = 0.0
    for row in 0..<order {
      for column in 0..<order {
        variance += gradient[row] * covariance[row * order + column] * gradient[column]
      }
    }
    return max(0, variance).squareRoot()
  }

  /// - Parameters:
  ///   - information: Minus the second derivatives of the log-likelihood, or their expectation.
  ///   - scores: One gradient for each ACO.
  init?(information: [Double], scores: [[Double]], order: Int) {
    guard scores.count > 1, let bread = inverse(ofPositiveDefinite: information, order: order)
    else { return nil }
    var covariance = [Double](repeating: 0, count: order * order)
    let correction = Double(scores.count) / Double(scores.count - 1)
    for score in scores {
      let influence = (0..<order).map { row in
        (0..<order).reduce(0) { $0 + bread[row * order + $1] * score[$1] }
      }
      for row in 0..<order {
        for column in 0..<order {
          covariance[row * order + column] += correction * influence[row] * influence[column]
        }
      }
    }
    self.covariance = covariance
    self.order = order
  }

  /// Derivatives by central differences.
  ///
  /// - Parameters:
  ///   - steps: Of each parameter: a small part of its own error.
  ///   - clusters: The ACO of each observation, numbered from 0.
  ///   - logLikelihoods: Of every observation at a point.
  init?(
    at point: [Double], steps: [Double], clusters: [Int],
    logLikelihoods: @escaping ([Double]) -> [Double]
  ) {
    let nearby = Nearby(point: point, steps: steps, logLikelihoods: logLikelihoods)
    self.init(
      information: nearby.information, scores: nearby.scores(clusters), order: point.count)
  }
}

/// Log-likelihoods about a point, and their derivatives by central differences.
private struct Nearby {
  let point, steps: [Double]
  let logLikelihoods: ([Double]) -> [Double]

  private func values(_ moves: KeyValuePairs<Int, Double>) -> [Double] {
    var other = point
    for (place, sign) in moves { other[place] += sign * steps[place] }
    return logLikelihoods(other)
  }

  private func total(_ moves: KeyValuePairs<Int, Double>) -> Double {
    values(moves).reduce(0, +)
  }

  func scores(_ clusters: [Int]) -> [[Double]] {
    var scores = [[Double]](
      repeating: [Double](repeating: 0, count: point.count), count: (clusters.max() ?? -1) + 1)
    for place in point.indices {
      let (above, below) = (values([place: 1]), values([place: -1]))
      for (index, cluster) in clusters.enumerated() {
        scores[cluster][place] += (above[index] - below[index]) / (2 * steps[place])
      }
    }
    return scores
  }

  /// Minus the second derivatives, row by row.
  var information: [Double] {
    let order = point.count
    var information = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0...row {
        let second =
          total([row: 1, column: 1]) - total([row: 1, column: -1]) - total([row: -1, column: 1])
          + total([row: -1, column: -1])
        information[row * order + column] = -second / (4 * steps[row] * steps[column])
        information[column * order + row] = information[row * order + column]
      }
    }
    return information
  }
}
