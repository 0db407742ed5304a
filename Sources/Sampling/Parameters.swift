import Probability
import Regulation
import Scenarios

/// The slots of `Purpose.parameters`, one for each draw.
private enum ParameterSlot: UInt32 {
  case nationalGrowth = 0
  case retention, quality, planAchieved
  /// Five: the scores behind the process of the savings rate.
  case process = 4
  /// Four each, by type.
  case riskSpread = 9
  case personRiskSpread = 13
  case commonRiskShare = 17
  case healthShare, size, joiningDispersion, participantChangeChance, participantChangeSpread
  case qualitySpread, qualityAutocorrelation, qualityWeights, level, drift, keptAtRebasing
}

extension HistorySampler {
  /// Each uncertain parameter's own error, once per trial, in a slot of its own.
  mutating func drawParameters() {
    state.drawn = model.parameters.stated
    guard model.assumptions.parameterUncertainty else { return }
    drawJudgedErrors()
    if model.parameters.drawsProcess { drawProcess() }
    drawRiskParameters()
    drawSizeParameters()
    drawQualityParameters()
    drawMeasureErrors()
    if model.position != nil { drawLevel() }
  }

  private mutating func score(_ slot: ParameterSlot, _ place: UInt32 = 0) -> Double {
    seek(.parameters, slot: slot.rawValue + place)
    return stream.normal()
  }

  private mutating func drawJudgedErrors() {
    let assumptions = model.assumptions
    seek(model.subjects.nation, .parameters, slot: ParameterSlot.nationalGrowth.rawValue)
    state.drawn.nationalGrowth =
      assumptions.nationalGrowth.meanStandardError * stream.normal()
    state.drawn.retention = assumptions.retention.meanStandardError * score(.retention)
    state.drawn.quality = assumptions.quality.meanStandardError * score(.quality)
    state.drawn.planAchieved =
      1 + assumptions.expenditureEffect.planStandardDeviation * score(.planAchieved)
  }

  /// Parameters of one fit, whose errors hang together.
  private mutating func drawProcess() {
    var scores = ProcessErrors.Weights(repeating: 0)
    for place in 0..<ProcessErrors.scores { scores[place] = score(.process, UInt32(place)) }
    let parameters = model.parameters
    let process = parameters.process
    func own(_ weights: ProcessErrors.Weights) -> Double {
      (0..<ProcessErrors.scores).reduce(0.0) { $0 + weights[$1] * scores[$1] }
    }
    state.drawn.persistentSpread = parameters.persistentSpread(
      parameters.persistent.drawn(own(process.innovation)),
      parameters.persistentScale.drawn(own(process.innovationBySize)))
    state.drawn.persistence = parameters.persistence.drawn(own(process.persistence))
    state.drawn.claimsCorrelation =
      parameters.claimsCorrelation.drawn(own(process.claimsCorrelation))
    guard model.position != nil else { return }
    let prior = parameters.prior
    state.drawn.position.standardDeviation =
      prior.standardDeviation.drawn(own(process.meanReverting))
    state.drawn.position.scale = prior.scale.drawn(own(process.meanRevertingBySize))
    state.drawn.position.persistence = prior.persistence.drawn(own(process.persistence))
    state.drawn.position.transitoryScale =
      prior.transitoryScale.drawn(own(process.transitoryBySize))
  }

  private mutating func drawRiskParameters() {
    let parameters = model.parameters
    for type in EnrollmentType.allCases {
      let place = UInt32(type.place)
      if !parameters.riskSpread[type].isKnown {
        state.drawn.riskSpread[type] = parameters.riskSpread[type].drawn(score(.riskSpread, place))
      }
      if !parameters.personRiskSpread[type].isKnown {
        state.drawn.personRiskSpread[type] =
          parameters.personRiskSpread[type].drawn(score(.personRiskSpread, place))
      }
    }
    state.drawn.commonRiskShare = drawn(parameters.commonRiskShare, .commonRiskShare)
    state.drawn.healthShare = drawn(parameters.healthShare, .healthShare)
  }

  private mutating func drawSizeParameters() {
    let parameters = model.parameters
    state.drawn.size = drawn(parameters.size, .size)
    state.drawn.joiningDispersion = drawn(parameters.joiningDispersion, .joiningDispersion)
    state.drawn.participantChangeChance =
      drawn(parameters.participantChangeChance, .participantChangeChance)
    state.drawn.participantChangeSpread =
      drawn(parameters.participantChangeSpread, .participantChangeSpread)
  }

  private mutating func drawQualityParameters() {
    let parameters = model.parameters
    state.drawn.qualitySpread = drawn(parameters.qualitySpread, .qualitySpread)
    state.drawn.qualityAutocorrelation =
      drawn(parameters.qualityAutocorrelation, .qualityAutocorrelation)
    guard !parameters.quality.isKnown else { return }
    state.drawn.qualityWeights = parameters.quality.drawn(score(.qualityWeights))
  }

  /// Where ACOs stand on the whole, and what a rebasing leaves.
  private mutating func drawLevel() {
    let prior = model.parameters.prior
    if prior.level > 0 { state.drawn.position.level = prior.level * score(.level) }
    if prior.drift > 0 { state.drawn.position.drift = prior.drift * score(.drift) }
    state.drawn.position.keptAtRebasing = drawn(prior.keptAtRebasing, .keptAtRebasing)
  }

  private mutating func drawn(_ parameter: UncertainSpread, _ slot: ParameterSlot) -> Double {
    parameter.isKnown ? parameter.estimate : parameter.drawn(score(slot))
  }

  private mutating func drawn(_ parameter: UncertainShare, _ slot: ParameterSlot) -> Double {
    parameter.isKnown ? parameter.estimate : parameter.drawn(score(slot))
  }
}
