import Probability

/// Forecasters scored on the same targets, overall and by group.
public struct BacktestTable: Hashable, Sendable {
  /// Those that have targets, in the order of `ForecastGroup.allCases`.
  public var groups: [Group]

  public struct Group: Hashable, Sendable, Codable {
    public var name: ForecastGroup
    public var targets: Int
    public var acos: Int
    /// In the order of the forecasters.
    public var rows: [Row]
    /// The first forecaster's forecasts less the error that all ACOs of a year had in common.
    public var lessCommonError: Row?
  }

  /// One forecaster's mean scores, each with the bootstrap's standard error over ACOs.
  public struct Row: Hashable, Sendable, Codable {
    public var forecaster: String
    public var bias, crps, logScore: Estimate
    /// In the order of `ScoredForecast.coverages`.
    public var coverage: [Estimate]
    /// This forecaster's CRPS less the first one's: above zero is worse.
    public var crpsOverFirst: Estimate
    /// Tenths of the probability integral transform, as shares.
    public var pitTenths: [Double]
  }

  /// - Parameter resamples: Of ACOs with replacement, at a fixed seed.
  public init(_ scored: ScoredForecasts, resamples: Int = 1000) {
    groups = ForecastGroup.allCases.compactMap { name in
      Group(name, scored.only { name.contains($0) }, resamples: resamples)
    }
  }

  public init(_ forecasters: [Forecaster], on targets: [ForecastTarget], resamples: Int = 1000) {
    self.init(ScoredForecasts(forecasters, on: targets), resamples: resamples)
  }

  public subscript(name: ForecastGroup) -> Group? { groups.first { $0.name == name } }
}

extension BacktestTable.Group {
  /// `nil` where nothing was forecast.
  init?(_ name: ForecastGroup, _ scored: ScoredForecasts, resamples: Int) {
    guard let first = scored.scores.first, !first.isEmpty else { return nil }
    let bootstrap = ACOBootstrap(first.map(\.aco), resamples: resamples)
    self.name = name
    targets = first.count
    acos = bootstrap.acos
    rows = BacktestTable.rows(scored, bootstrap)
    if !scored.lessCommonError.isEmpty {
      lessCommonError = BacktestTable.Row(
        "less common error", scored.lessCommonError, over: first, bootstrap)
    }
  }
}

extension BacktestTable {
  static func rows(
    _ scored: ScoredForecasts, _ bootstrap: ACOBootstrap, weights: [Double] = []
  ) -> [Row] {
    zip(scored.names, scored.scores).map { name, scores in
      Row(name, scores, over: scored.scores[0], bootstrap, weights: weights)
    }
  }
}

extension BacktestTable.Row {
  fileprivate init(
    _ name: String, _ scores: [ScoredForecast], over first: [ScoredForecast],
    _ bootstrap: ACOBootstrap, weights: [Double] = []
  ) {
    func mean(_ figure: (ScoredForecast) -> Double) -> Estimate {
      bootstrap.mean(scores.map(figure), weights: weights)
    }
    forecaster = name
    bias = mean(\.bias)
    crps = mean(\.crps)
    logScore = mean(\.logScore)
    coverage = ScoredForecast.coverages.indices.map { place in
      mean { $0.isCovered[place] ? 1 : 0 }
    }
    crpsOverFirst = bootstrap.mean(zip(scores, first).map { $0.crps - $1.crps }, weights: weights)
    pitTenths = Self.tenths(scores.map(\.pit), weights)
  }

  private static func tenths(_ values: [Double], _ weights: [Double]) -> [Double] {
    var shares = [Double](repeating: 0, count: 10)
    for (place, value) in values.enumerated() {
      shares[min(9, max(0, Int(value * 10)))] += weights.isEmpty ? 1 : weights[place]
    }
    let whole = shares.reduce(0, +)
    return shares.map { $0 / whole }
  }
}
