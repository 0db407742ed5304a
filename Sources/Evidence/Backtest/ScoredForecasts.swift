/// Several forecasters' scores of the same targets.
public struct ScoredForecasts: Hashable, Sendable {
  /// The first is the one the others are compared with.
  public var names: [String]
  /// By forecaster, then by target.
  public var scores: [[ScoredForecast]]
  /// The first forecaster's, each less the error that all ACOs of its year had in common; empty
  /// where that was not asked for.
  public var lessCommonError: [ScoredForecast] = []

  /// Targets that any forecaster cannot forecast are left out for all.
  public init(_ forecasters: [Forecaster], on targets: [ForecastTarget]) {
    names = forecasters.map(\.name)
    scores = forecasters.map { _ in [] }
    for target in targets {
      let forecasts = forecasters.compactMap { $0.forecast(target) }
      guard forecasts.count == forecasters.count else { continue }
      for (place, forecast) in forecasts.enumerated() {
        scores[place].append(ScoredForecast(forecast, of: target))
      }
    }
  }

  private init(names: [String], scores: [[ScoredForecast]]) {
    self.names = names
    self.scores = scores
  }

  func only(_ belongs: (ScoredForecast) -> Bool) -> ScoredForecasts {
    var part = ScoredForecasts(names: names, scores: scores.map { $0.filter(belongs) })
    part.lessCommonError = lessCommonError.filter(belongs)
    return part
  }

  /// Several runs as one, by the forecasters that all of them have.
  static func joined(_ runs: [ScoredForecasts]) -> ScoredForecasts {
    let names = (runs.first?.names ?? []).filter { name in
      runs.allSatisfy { $0.names.contains(name) }
    }
    let scores = names.map { name in
      runs.flatMap { run in zip(run.names, run.scores).first { $0.0 == name }?.1 ?? [] }
    }
    var whole = ScoredForecasts(names: names, scores: scores)
    whole.lessCommonError = runs.flatMap(\.lessCommonError)
    return whole
  }

  /// The first forecaster's mean error: what a whole year of ACOs had in common.
  var commonError: Double {
    guard let first = scores.first, !first.isEmpty else { return 0 }
    return first.reduce(0) { $0 + $1.bias } / Double(first.count)
  }
}
