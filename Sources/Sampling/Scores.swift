import Probability
import Scenarios

extension HistorySampler {
  /// Five independent normal scores, each from its own purpose, made dependent by the scenario's
  /// matrix. National growth comes first and regional deviation second, so that what ACOs share
  /// depends on nothing of their own.
  mutating func drawScores() -> Scores {
    stream.seek(model.subjects.nation, trial: trial, year: year, purpose: .nationalGrowth)
    let nation = stream.normal()
    stream.seek(model.subjects.region, trial: trial, year: year, purpose: .regionalDeviation)
    let region = stream.normal()
    seek(.expenditureEffect)
    let effect = stream.normal()
    seek(.riskScore)
    let risk = stream.normal()
    seek(.quality)
    let quality = stream.normal()
    let l = model.factor
    return Scores(
      nationalGrowth: l.l00 * nation,
      regionalDeviation: l.l10 * nation + l.l11 * region,
      expenditureEffect: l.l20 * nation + l.l21 * region + l.l22 * effect,
      riskScore: l.l30 * nation + l.l31 * region + l.l32 * effect + l.l33 * risk,
      quality: l.l40 * nation + l.l41 * region + l.l42 * effect + l.l43 * risk + l.l44 * quality)
  }

  /// Each uncertain parameter's own error, once per trial, in a slot of its own.
  mutating func drawParameters() {
    let assumptions = model.assumptions
    guard assumptions.parameterUncertainty else { return }
    stream.seek(model.subjects.nationParameters, trial: trial, year: 0, purpose: .parameters)
    state.drawn.nationalGrowth =
      assumptions.nationalGrowth.meanStandardError * stream.normal()
    seek(.parameters, slot: 1)
    state.drawn.retention = assumptions.retention.meanStandardError * stream.normal()
    seek(.parameters, slot: 2)
    state.drawn.quality = assumptions.quality.meanStandardError * stream.normal()
    seek(.parameters, slot: 3)
    state.drawn.planAchieved =
      1 + assumptions.expenditureEffect.planStandardDeviation * stream.normal()
    drawMeasureErrors()
  }
}
