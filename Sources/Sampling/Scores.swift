import Probability
import Scenarios

extension HistorySampler {
  /// Five independent normal scores, each from its own purpose, made dependent by the scenario's
  /// matrix. National growth comes first and regional deviation second, so that what ACOs share
  /// depends on nothing of their own.
  mutating func drawScores() -> Scores {
    seek(model.subjects.nation, .nationalGrowth)
    let nation = stream.normal()
    seek(model.subjects.region, .regionalDeviation)
    let region = stream.normal()
    seek(.expenditureEffect)
    let effect = stream.normal()
    seek(.riskScore)
    let risk = stream.normal()
    seek(.quality)
    let quality = stream.normal()
    let (l, last) = (model.factor, state.drawn.qualityWeights)
    return Scores(
      nationalGrowth: l.l00 * nation,
      regionalDeviation: l.l10 * nation + l.l11 * region,
      expenditureEffect: l.l20 * nation + l.l21 * region + l.l22 * effect,
      riskScore: l.l30 * nation + l.l31 * region + l.l32 * effect + l.l33 * risk,
      quality: l.l40 * nation + l.l41 * region + last.effect * effect + last.riskScore * risk
        + last.quality * quality)
  }
}
