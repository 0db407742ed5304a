import Probability

/// Residuals whose variance is a + b·m, with Student-t tails: maximum likelihood of a, b and the
/// tail weight 1/ν, with sandwich errors clustered by ACO.
struct StudentVariance: Sendable {
  /// a, b and 1/ν.
  private let point: [Double]
  private let sandwich: Sandwich

  struct Observation: Sendable {
    var cluster: Int
    var residual: Double
    /// What the variance grows with, such as 1/N of two years, added.
    var measure: Double
  }

  var constant: Estimate { estimate(0) }
  var slope: Estimate { estimate(1) }
  /// Of the errors of constant and slope.
  var correlation: Double { sandwich.correlation(0, 1) }
  /// `nil` where the tails are no heavier than the normal law's.
  var degreesOfFreedom: Estimate? {
    guard point[2] > 0.01 else { return nil }
    return Estimate(
      value: 1 / point[2], standardError: sandwich.standardError(2) / (point[2] * point[2]))
  }

  private func estimate(_ place: Int) -> Estimate {
    Estimate(value: point[place], standardError: sandwich.standardError(place))
  }

  /// `nil` where the search does not end or the likelihood has no peak.
  init?(_ observations: [Observation]) {
    let count = Double(observations.count)
    let variance = observations.reduce(0) { $0 + $1.residual * $1.residual } / count
    let slope = variance / 2 / (observations.reduce(0) { $0 + $1.measure } / count)
    let first = Self.normalFit(observations, from: [variance / 2, slope]) + [0.15]
    let found = Minimum(from: first, steps: [variance / 10, slope / 10, 0.03], precision: 1e-5) {
      let total = Self.logLikelihoods(of: observations, at: $0).reduce(0, +)
      return total.isFinite ? -total : .infinity
    }
    guard found.isReached else { return nil }
    point = found.point
    // At the normal law's edge the error of the variance is taken a little inside it.
    let inside = [point[0], point[1], max(point[2], 0.01)]
    guard
      let sandwich = Sandwich(
        at: inside, steps: [variance * 1e-4, slope * 1e-4, 1e-4],
        clusters: observations.map(\.cluster),
        logLikelihoods: { Self.logLikelihoods(of: observations, at: $0) })
    else { return nil }
    self.sandwich = sandwich
  }

  /// a and b under the normal law; the start where there is no peak.
  private static func normalFit(_ observations: [Observation], from start: [Double]) -> [Double] {
    let groups = observations.map {
      CovarianceFit.Group(cluster: $0.cluster, residuals: [$0.residual], facts: [[$0.measure]])
    }
    let fit = CovarianceFit(groups, from: start) { group, point, covariance, derivatives in
      covariance[0] = point[0] + point[1] * group.facts[0][0]
      derivatives[0][0] = 1
      derivatives[1][0] = group.facts[0][0]
    }
    return fit?.point ?? start
  }

  private static func logLikelihoods(
    of observations: [Observation], at point: [Double]
  ) -> [Double] {
    guard point[2] > 0.001, point[2] < 0.49 else {
      return [-.infinity] + observations.dropFirst().map { _ in 0 }
    }
    let law = StudentT(degreesOfFreedom: 1 / point[2])
    return observations.map { observation in
      let variance = point[0] + point[1] * observation.measure
      guard variance > 0 else { return -.infinity }
      return law.logDensity(observation.residual / variance.squareRoot()) - 0.5
        * logarithm(variance)
    }
  }
}
