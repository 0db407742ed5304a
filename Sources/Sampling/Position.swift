import Probability
import Regulation
import Scenarios

extension HistorySampler {
  /// One trial's position.
  struct DrawnPosition {
    var effect = 0.0
    var luck = 0.0
    var commonChange = 0.0
  }

  /// √(χ²/ν) inverted and scaled, once per trial: every normal score of the effect times this is
  /// Student-t of variance one.
  mutating func drawTail() {
    seek(.expenditureEffect, slot: 5)
    let freedom = model.assumptions.expenditureEffect.degreesOfFreedom
    state.tail = ((freedom - 2) / stream.chiSquared(degreesOfFreedom: freedom)).squareRoot()
  }

  /// The effect and the benchmark's luck from their posterior, once per trial.
  mutating func drawPosition() {
    guard let position = model.position else { return }
    let prior = state.drawn.position
    let known = prior == model.parameters.stated.position
    let filtered = known ? position.filter.state : position.state(under: prior)
    seek(.expenditureEffect, slot: 4)
    let first = stream.normal() * state.tail
    seek(.historicalBenchmarkNoise, slot: 12)
    let second = stream.normal()
    let spread = max(filtered.effectVariance, 0).squareRoot()
    let shared = spread > 0 ? filtered.covariance / spread : 0
    state.position.effect =
      position.effectSpread(under: prior) * (filtered.effect + spread * first)
    state.position.luck =
      position.luckSpread
      * (filtered.luck + shared * first
        + max(filtered.luckVariance - shared * shared, 0).squareRoot() * second)
  }

  /// The factor on expenditure that puts the ACO where its record says; 1 without one. What moves it
  /// from there is the expenditure effect.
  ///
  /// The position is no change of the ACO's spending: nothing of it enters the region's growth.
  mutating func movePosition() -> Double {
    guard let position = model.position else { return 1 }
    let (place, drawn) = (Int(year) - 1, state.drawn.position)
    seek(model.subjects.nation, .nationalGrowth, slot: 1)
    state.position.commonChange +=
      (year == 1 ? position.firstYearSpread : position.yearSpread) * stream.normal()
    state.position.effect *= drawn.persistence
    let level =
      position.levels[place] + drawn.level + drawn.drift * position.yearsAhead[place]
    let rate =
      level + state.position.commonChange + state.position.effect + state.position.luck
    return max(Self.leastFactor, (1 - rate) / (1 - position.stated))
  }

  /// The luck of those on both lists stays, 42 CFR 425.652(a)(9): a shorter list keeps the mean luck
  /// of the longer one, and a longer one thins it by those it adds.
  mutating func relistPosition(by change: Double) {
    state.position.luck *= min(1, 1 / change)
  }
}
