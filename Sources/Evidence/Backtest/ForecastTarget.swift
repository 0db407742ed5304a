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

  /// Whether a new benchmark began between the last year known and the year forecast.
  public var isRebased: Bool {
    known.agreementStart == nil || known.agreementStart != later.agreementStart
  }

  /// Every ACO seen both in `year` and `horizon` years later.
  public static func all(_ panel: Panel, from year: Int, horizon: Int) -> [ForecastTarget] {
    panel.pairs(lag: horizon).filter { $0.earlier.year == year }.map {
      ForecastTarget(known: $0.earlier, later: $0.later)
    }
  }
}
