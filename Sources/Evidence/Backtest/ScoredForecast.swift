/// One forecast held against what came.
public struct ScoredForecast: Hashable, Sendable {
  public var aco: String
  public var year: Int
  /// The last known when the forecast was made.
  public var assignedBeneficiaries: Double
  /// Whether a new benchmark began between the last year known and the year forecast.
  public var isRebased: Bool
  /// Of the year forecast.
  public var track: PublishedTrack?
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
    assignedBeneficiaries = target.known.assignedBeneficiaries
    isRebased = target.isRebased
    track = target.later.track
    outcome = target.later.savingsRate
    bias = forecast.mean - outcome
    crps = forecast.crps(outcome)
    logScore = forecast.logScore(outcome)
    pit = forecast.probability(below: outcome)
    let outcome = outcome
    isCovered = Self.coverages.map { forecast.interval($0).contains(outcome) }
  }
}
