import Probability

/// A named way to forecast: a closure, so that baselines and the product's own projection are
/// scored alike.
public struct Forecaster: Sendable {
  public var name: String
  /// `nil` where this ACO cannot be forecast.
  public var forecast: @Sendable (ForecastTarget) -> Forecast?

  public init(name: String, forecast: @escaping @Sendable (ForecastTarget) -> Forecast?) {
    self.name = name
    self.forecast = forecast
  }
}

extension Forecaster {
  /// The three baselines of the chance model, fitted on nothing later than the panel given.
  ///
  /// - Parameters:
  ///   - past: ACO-years the forecasts may know; its newest year is the year known.
  ///   - horizon: Years ahead.
  public static func baselines(_ past: Panel, horizon: Int) -> [Forecaster] {
    [climatology(past), lastRate(), lagRegression(past, horizon: horizon)].compactMap(\.self)
  }

  /// Every ACO alike: the mean and spread of the savings rate over all past years.
  public static func climatology(_ past: Panel) -> Forecaster? {
    var rows = Jackknife()
    for row in past.acoYears { rows.add(row.savingsRate, cell: 0, of: row) }
    guard let cell = rows.cells.first, cell.count > 1 else { return nil }
    let law = Forecast.normal(
      mean: cell.x / cell.count, standardDeviation: PooledMoments([cell]).standardDeviation)
    return Forecaster(name: "climatology") { _ in law }
  }

  /// Last year's rate with the claims noise of both years, k√(1/N + 1/N before); sizes as known,
  /// the year ahead taken to be as large.
  public static func lastRate(scale: Double = 2.136) -> Forecaster {
    Forecaster(name: "last rate") { target in
      let noise = scale * (2 / target.known.assignedBeneficiaries).squareRoot()
      return .normal(mean: target.known.savingsRate, standardDeviation: noise)
    }
  }

  /// The rate `horizon` years ahead regressed on the last, with residual variance a + b/N, by
  /// normal maximum likelihood over all past pairs.
  public static func lagRegression(_ past: Panel, horizon: Int) -> Forecaster? {
    guard let fit = LagRegression(past.pairs(lag: horizon)) else { return nil }
    return Forecaster(name: "lag regression") { target in
      .normal(
        mean: fit.mean(target.known.savingsRate),
        standardDeviation: fit.standardDeviation(target.known.assignedBeneficiaries))
    }
  }
}

extension Forecaster {
  /// Forecasts of every target, scored; targets that cannot be forecast are left out.
  public func scores(_ targets: [ForecastTarget]) -> [ScoredForecast] {
    targets.compactMap { target in forecast(target).map { ScoredForecast($0, of: target) } }
  }
}
