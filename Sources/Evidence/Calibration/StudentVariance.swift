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
    let groups = observations.map {
      CovarianceFit.Group(cluster: $0.cluster, residuals: [$0.residual], facts: [[$0.measure]])
    }
    let count = Double(observations.count)
    let variance = observations.reduce(0) { $0 + $1.residual * $1.residual } / count
    let measure = observations.reduce(0) { $0 + $1.measure } / count
    let start = [variance / 2, variance / 2 / measure]
    let normal = CovarianceFit(groups, from: start) { group, point, covariance, derivatives in
      covariance[0] = point[0] + point[1] * group.facts[0][0]
      derivatives[0][0] = 1
      derivatives[1][0] = group.facts[0][0]
    }
    let first = (normal?.point ?? start) + [0.15]
    func logLikelihoods(_ point: [Double]) -> [Double] {
      Self.logLikelihoods(of: observations, at: point)
    }
    let found = Minimum(from: first, steps: [variance / 10, start[1] / 10, 0.03], precision: 1e-7) {
      let total = logLikelihoods($0).reduce(0, +)
      return total.isFinite ? -total : .infinity
    }
    guard found.isReached else { return nil }
    point = found.point
    let isNormal = point[2] < 0.01
    let steps = [variance * 1e-4, start[1] * 1e-4, isNormal ? 1e-6 : 1e-4]
    guard
      let sandwich = Sandwich(
        at: isNormal ? [point[0], point[1], 0.01] : point, steps: steps,
        clusters: observations.map(\.cluster), logLikelihoods: logLikelihoods)
    else { return nil }
    self.sandwich = sandwich
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
