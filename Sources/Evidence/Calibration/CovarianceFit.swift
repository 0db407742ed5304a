/// Small groups of residuals whose covariance matrix is a function of a few parameters, fitted by
/// normal maximum likelihood (Fisher scoring): consistent for variances whatever the tails, with
/// sandwich errors clustered by ACO.
struct CovarianceFit: Sendable {
  var point: [Double]
  var sandwich: Sandwich
  var logLikelihood: Double

  /// One group of residuals.
  struct Group: Sendable {
    /// The ACO, numbered from 0.
    var cluster: Int
    var residuals: [Double]
    /// Whatever the covariance needs: sizes, years.
    var facts: [[Double]]
  }

  /// Writes a group's covariance matrix and its derivative by each parameter, row by row.
  typealias Model = (
    _ group: Group, _ parameters: [Double], _ covariance: inout [Double],
    _ derivatives: inout [[Double]]
  ) -> Void

  /// `nil` where no step from `start` finds a largest likelihood.
  init?(_ groups: [Group], from start: [Double], model: Model) {
    var point = start
    guard var state = ScoringState(groups, at: point, model) else { return nil }
    for _ in 0..<60 {
      guard let step = state.step else { return nil }
      guard let (next, moved) = Self.halved(step, from: point, state, groups, model) else { break }
      let gain = next.logLikelihood - state.logLikelihood
      (point, state) = (moved, next)
      if gain < 1e-9 { break }
    }
    guard
      let sandwich = Sandwich(
        information: state.information, scores: state.scores, order: point.count)
    else { return nil }
    self.point = point
    self.sandwich = sandwich
    logLikelihood = state.logLikelihood
  }

  /// The longest of the step and its halves that does not lower the likelihood.
  private static func halved(
    _ step: [Double], from point: [Double], _ state: ScoringState, _ groups: [Group],
    _ model: Model
  ) -> (ScoringState, [Double])? {
    var length = 1.0
    for _ in 0..<30 {
      let moved = point.indices.map { point[$0] + length * step[$0] }
      if let next = ScoringState(groups, at: moved, model),
        next.logLikelihood >= state.logLikelihood
      {
        return (next, moved)
      }
      length /= 2
    }
    return nil
  }

  func estimate(_ place: Int) -> Estimate {
    Estimate(value: point[place], standardError: sandwich.standardError(place))
  }
}
