import Projection
import Regulation
import Scenarios

/// The product's own projection of every target, drawn once.
struct ProductForecasts: Sendable {
  /// By ACO: a target's known and later year are the same for all.
  private var samples: [String: YearSample] = [:]

  /// What the projections of one run share.
  struct Setting: Sendable {
    /// Nothing later than the last year known.
    var past: Panel
    /// What the years through the last one known tell.
    var assumptions: Assumptions
    var facts: SettlementFacts
    var rules: Rulebook
    var trials: Int
    /// Those whose years after the one wanted are summed too, and how many years those are.
    var summed: Set<String> = []
    var yearsAfter = 0
    var watch: BacktestWatch
  }

  /// - Throws: What keeps a scenario from being bound to the rules; `Interrupted`.
  init(_ targets: [ForecastTarget], _ setting: Setting) throws {
    let scenario = try ForecastScenario(setting.assumptions)
    let histories = Dictionary(grouping: setting.past.acoYears, by: \.id)
    let drawn = concurrently(targets.count) { place -> Result<YearSample, any Error> in
      Result {
        if setting.watch.isCancelled() { throw Interrupted() }
        defer { setting.watch.progress(1) }
        let target = targets[place]
        return try setting.sample(target, histories[target.known.id] ?? [target.known], scenario)
      }
    }
    for (target, sample) in zip(targets, drawn) { samples[target.known.id] = try sample.get() }
  }

  subscript(target: ForecastTarget) -> YearSample? { samples[target.known.id] }

  func forecaster(_ name: String) -> Forecaster {
    forecaster(name, samples.mapValues { Forecast(sample: $0.savingsRates) })
  }

  /// Of the sums, for those that were summed.
  func sumForecaster(_ name: String) -> Forecaster {
    let summed = samples.filter { !$0.value.sums.isEmpty }
    return forecaster(name, summed.mapValues { Forecast(sample: $0.sums) })
  }

  private func forecaster(_ name: String, _ forecasts: [String: Forecast]) -> Forecaster {
    Forecaster(name: name) { forecasts[$0.known.id] }
  }
}

extension ProductForecasts.Setting {
  fileprivate func sample(
    _ target: ForecastTarget, _ past: [ACOYear], _ scenario: ForecastScenario
  ) throws -> YearSample {
    let (wanted, year) = scenario(
      target, past: past, isLowRevenue: facts[target.known]?.isLowRevenue)
    let last = summed.contains(target.known.id) ? year + yearsAfter : year
    return try Agreement(wanted, under: rules).sample(
      trials: trials, year: year, through: last < ObservedSums.most ? last : year,
      settlingUnder: facts[target.later]?.terms)
  }
}

extension Forecaster {
  /// The same forecasts with as much added to each.
  func shifted(by shift: Double, name: String) -> Forecaster {
    Forecaster(name: name) { target in
      guard case .sample(let values)? = forecast(target) else { return nil }
      return Forecast(sample: values.map { $0 + shift })
    }
  }
}

extension ScoredForecasts {
  /// The product first, then the baselines; the product's again less its common error.
  init(_ product: Forecaster, _ baselines: [Forecaster], on targets: [ForecastTarget]) {
    self.init([product] + baselines, on: targets)
    let shifted = product.shifted(by: -commonError, name: product.name)
    lessCommonError = ScoredForecasts([shifted], on: targets).scores[0]
  }
}
