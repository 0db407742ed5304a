import Projection
import Regulation
import Scenarios

/// The product's own projection of every target, drawn once.
struct ProductForecasts: Sendable {
  /// By ACO: a target's known and later year are the same for all.
  private var samples: [String: YearSample] = [:]

  /// - Parameter past: Nothing later than the last year known.
  /// - Throws: What keeps a scenario from being bound to the rules.
  init(
    _ targets: [ForecastTarget], past: Panel, assumptions: Assumptions, facts: SettlementFacts,
    under rules: Rulebook, trials: Int
  ) throws {
    let scenario = try ForecastScenario(assumptions)
    let histories = Dictionary(grouping: past.acoYears, by: \.id)
    let drawn = concurrently(targets.count) { place -> Result<YearSample, any Error> in
      let target = targets[place]
      let rows = histories[target.known.id] ?? [target.known]
      return Result {
        let (wanted, year) = scenario(
          target, past: rows, isLowRevenue: facts[target.known]?.isLowRevenue)
        return try Agreement(wanted, under: rules).sample(
          trials: trials, year: year, settlingUnder: facts[target.later]?.terms)
      }
    }
    for (target, sample) in zip(targets, drawn) { samples[target.known.id] = try sample.get() }
  }

  subscript(target: ForecastTarget) -> YearSample? { samples[target.known.id] }

  /// - Parameter shift: Added to every forecast.
  func forecaster(_ name: String, shift: Double = 0) -> Forecaster {
    let samples = self.samples.mapValues { sample in
      Forecast(sample: sample.savingsRates.map { $0 + shift })
    }
    return Forecaster(name: name) { samples[$0.known.id] }
  }
}
