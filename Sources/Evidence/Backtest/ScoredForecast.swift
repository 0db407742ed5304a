/// One forecast held against what came.
public struct ScoredForecast: Hashable, Sendable {
  public var aco: String
  public var year: Int
  /// As forecast, or as realised where the forecast gives none.
  public var assignedBeneficiaries: Double
  public var outcome: Double
  /// Forecast mean less outcome: above zero is too high.
  public var bias: Double
  public var crps: Double
  public var logScore: Double
  /// Probability integral transform: uniform on 0 through 1 for a forecast that is right.
  public var pit: Double
  /// Whether the outcome fell inside the central intervals of `coverages`.
  public var isCovered: [Bool]

  /// Probabilities of the intervals that are scored.
  public static let coverages = [0.5, 0.8, 0.9]

  public init(_ forecast: Forecast, of target: ForecastTarget) {
    aco = target.later.id
    year = target.later.year
    assignedBeneficiaries = target.later.assignedBeneficiaries
    outcome = target.later.savingsRate
    bias = forecast.mean - outcome
    crps = forecast.crps(outcome)
    logScore = forecast.logScore(outcome)
    pit = forecast.probability(below: outcome)
    let outcome = outcome
    isCovered = Self.coverages.map { forecast.interval($0).contains(outcome) }
  }
}

/// What is to be forecast: one ACO's savings rate some years after the last one known.
public struct ForecastTarget: Hashable, Sendable {
  /// The last year a forecaster may know.
  public var known: ACOYear
  /// What came; a forecaster may use its id and agreement, never its results.
  public var later: ACOYear

  public var horizon: Int { later.year - known.year }

  public init(known: ACOYear, later: ACOYear) {
    self.known = known
    self.later = later
  }

  /// Every ACO seen both in `year` and `horizon` years later.
  public static func all(_ panel: Panel, from year: Int, horizon: Int) -> [ForecastTarget] {
    panel.pairs(lag: horizon).filter { $0.earlier.year == year }.map {
      ForecastTarget(known: $0.earlier, later: $0.later)
    }
  }
}
