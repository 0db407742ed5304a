import Probability
import Regulation
import Scenarios

extension HistorySampler {
  /// The common quality score (normal, autocorrelated), what it makes of the score or of the
  /// measures, the standard they will be held against, and the rare events that decide standing
  /// apart from them.
  mutating func measureQuality(_ constants: YearModel, _ scores: Scores) -> QualityMeasurement {
    let quality = model.assumptions.quality
    state.qualityScore =
      year == 1
      ? scores.quality
      : state.drawn.qualityAutocorrelation * state.qualityScore
        + qualityInnovation * scores.quality
    seek(.quality, slot: 1)
    let standard = constants.qualityStandard + quality.standardStandardDeviation * stream.normal()
    var measurement = QualityMeasurement(
      reported: !happens(quality.reportingFailure, .quality, slot: 2), score: .zero,
      standardScore: Rate(min(max(standard, 0), 1)), reachesAlternative: false,
      meetsIncentive: false)
    if model.measures.isEmpty {
      measurement.score = Rate(qualityScore(constants))
      measurement.reachesAlternative = happens(quality.alternativeProbability, .quality, slot: 3)
      measurement.meetsIncentive = happens(quality.incentiveProbability, .quality, slot: 4)
    } else {
      measurement.measures = reportMeasures()
    }
    return measurement
  }

  /// Logit-normal about the year's mean.
  private func qualityScore(_ constants: YearModel) -> Double {
    let mean = constants.qualityMean
    let logit =
      constants.qualityLogit(times: state.drawn.qualitySpread)
      + constants.qualitySpread * state.drawn.qualitySpread * state.qualityScore
      + state.drawn.quality / (mean * (1 - mean))
      + (constants.qualityDeviations * state.programs.quality).sum()
    return 1 / (1 + singleExponential(-logit))
  }

  /// This year's part of a stationary series.
  var qualityInnovation: Double {
    let kept = state.drawn.qualityAutocorrelation
    return (1 - kept * kept).squareRoot()
  }

  mutating func drawExtremeCircumstances(_ constants: YearModel) -> ExtremeCircumstances {
    let risk = model.assumptions.extremeCircumstances
    guard happens(constants.extremeCircumstancesChance, .extremeCircumstances, slot: 0) else {
      return .none
    }
    seek(.extremeCircumstances, slot: 1)
    let months = 1 + stream.binomial(trials: 11, probability: (risk.months - 1) / 11)
    seek(.extremeCircumstances, slot: 2)
    let share =
      risk.share < 1
      ? stream.beta(mean: risk.share, concentration: risk.shareConcentration) : 1
    return ExtremeCircumstances(months: months, shareOfBeneficiaries: Rate(share))
  }

  private mutating func happens(_ chance: Double, _ purpose: Purpose, slot: UInt32) -> Bool {
    guard chance > 0 else { return false }
    seek(purpose, slot: slot)
    return stream.uniform() < chance
  }
}
