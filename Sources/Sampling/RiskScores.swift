import Probability
import Regulation
import Scenarios

/// One type's accumulated risk-score change: its logarithm net of the mean, and its variance.
struct RiskState {
  var change = 0.0
  var variance = 0.0
  var mean = 0.0
  /// Of benchmark year 3: the luck of who was there.
  var baseSample = 0.0
  var baseSampleVariance = 0.0
}

/// One type's risk ratio, and what of it is true health and so moves expenditure.
struct DrawnRisk {
  var ratio = 1.0
  var health = 1.0
}

extension HistorySampler {
  /// The luck of who was assigned in benchmark year 3, fixed until the participant list changes.
  mutating func startRiskScores() {
    for type in EnrollmentType.allCases {
      let (value, variance) = sampleError(type)
      state.risk[type].baseSample = value
      state.risk[type].baseSampleVariance = variance
    }
  }

  /// Benchmark year 3's luck as it stands for a list made `change` times as large: those on both
  /// lists bring their scores along.
  mutating func relistBaseScores(by change: Double, _ reason: ListChange) {
    let overlap = min(change, 1 / change)
    for type in EnrollmentType.allCases {
      let before = state.risk[type].baseSampleVariance
      guard before > 0 else { continue }
      seek(.riskScore, slot: reason.riskSlot + UInt32(type.place))
      let fresh = (1 - overlap).squareRoot() * stream.normal()
      let kept = (overlap / before).squareRoot() * state.risk[type].baseSample
      let variance = before / change
      state.risk[type].baseSample = variance.squareRoot() * (kept + fresh)
      state.risk[type].baseSampleVariance = variance
    }
  }

  /// Risk ratios by type: a change common to the types and one of each type's own, accumulated,
  /// plus the luck of who is assigned. Half the variance is taken off, so ratios keep their mean.
  mutating func scoreRisk(_ scores: Scores) -> ByEnrollmentType<DrawnRisk> {
    let risk = model.assumptions.riskScore
    let drawn = state.drawn
    let common = drawn.commonRiskShare.squareRoot() * scores.riskScore
    let apart = (1 - drawn.commonRiskShare).squareRoot()
    seek(.riskScore, slot: 1)
    state.demographic +=
      risk.demographicMean + risk.demographicStandardDeviation * stream.normal()
    return ByEnrollmentType<DrawnRisk> { type in
      seek(.riskScore, slot: UInt32(4 + type.place))
      let innovation = drawn.riskSpread[type] * (common + apart * stream.normal())
      accumulate(type, innovation, risk)
      let sample = sampleError(type)
      return drawnRisk(state.risk[type], sample, health: drawn.healthShare)
    }
  }

  private mutating func accumulate(
    _ type: EnrollmentType, _ innovation: Double, _ risk: RiskScore
  ) {
    let spread = state.drawn.riskSpread[type]
    state.risk[type].change = risk.persistence * state.risk[type].change + innovation
    state.risk[type].variance =
      risk.persistence * risk.persistence * state.risk[type].variance + spread * spread
    state.risk[type].mean += risk.mean[type]
  }

  private mutating func sampleError(_ type: EnrollmentType) -> (value: Double, variance: Double) {
    if let list { return list.riskLuck[type] }
    let person = state.drawn.personRiskSpread[type]
    guard person > 0 else { return (0, 0) }
    let personYears = Double(state.beneficiaries[type]) * model.base[type].personYearsEach
    let variance = person * person / personYears
    seek(.riskScore, slot: UInt32(8 + type.place))
    return (variance.squareRoot() * stream.normal(), variance)
  }

  private func drawnRisk(
    _ state: RiskState, _ sample: (value: Double, variance: Double), health: Double
  ) -> DrawnRisk {
    let change = state.change + sample.value - state.baseSample
    let halfVariance = (state.variance + sample.variance + state.baseSampleVariance) / 2
    return DrawnRisk(
      ratio: singleExponential(state.mean + change - halfVariance),
      health: singleExponential(health * (state.mean + change) - health * health * halfVariance))
  }
}
