import Probability
import Regulation
import Scenarios

/// Every parameter that may be drawn, with its error, bound for sampling.
struct ParameterModel: Sendable {
  /// Nothing drawn.
  private(set) var stated = DrawnParameters()
  let process: ProcessErrors
  let persistent, persistentScale: UncertainSpread
  let persistence, claimsCorrelation: UncertainShare
  let riskSpread, personRiskSpread: ByEnrollmentType<UncertainSpread>
  let commonRiskShare, healthShare: UncertainShare
  let size, joiningDispersion, participantChangeSpread: UncertainSpread
  let participantChangeChance: UncertainShare
  let qualitySpread: UncertainSpread
  let qualityAutocorrelation: UncertainShare
  let quality: UncertainQualityWeights
  let prior: UncertainPrior
  /// Of one beneficiary; the effect's parts by size are at the base year's number.
  let inverseSize: Double

  init(_ scenario: Scenario, _ factor: CorrelationFactor) {
    let assumptions = scenario.assumptions
    process = ProcessErrors(.current)
    let effect = assumptions.expenditureEffect
    persistent = UncertainSpread(
      effect.persistentStandardDeviation, error: effect.standardErrors.persistentStandardDeviation)
    persistentScale = UncertainSpread(
      effect.persistentScale, error: effect.standardErrors.persistentScale)
    persistence = UncertainShare(effect.persistence, error: effect.standardErrors.persistence)
    claimsCorrelation = UncertainShare(
      assumptions.claimsNoise.correlation,
      error: assumptions.claimsNoise.standardErrors.correlation)
    let risk = assumptions.riskScore
    riskSpread = ByEnrollmentType {
      UncertainSpread(risk.standardDeviation[$0], error: risk.standardErrors.standardDeviation[$0])
    }
    personRiskSpread = ByEnrollmentType {
      UncertainSpread(
        risk.personStandardDeviation[$0], error: risk.standardErrors.personStandardDeviation[$0])
    }
    commonRiskShare = UncertainShare(risk.commonShare, error: risk.standardErrors.commonShare)
    healthShare = UncertainShare(risk.healthShare, error: risk.standardErrors.healthShare)
    let (joining, change) = (assumptions.joining, assumptions.participantChange)
    size = UncertainSpread(1, error: joining.standardErrors.sizePlan)
    joiningDispersion = UncertainSpread(
      joining.dispersion, error: joining.standardErrors.dispersion)
    participantChangeChance = UncertainShare(
      change.probability, error: change.standardErrors.probability)
    participantChangeSpread = UncertainSpread(
      change.standardDeviation, error: change.standardErrors.standardDeviation)
    let score = assumptions.quality
    let spread = score.standardDeviation
    qualitySpread = UncertainSpread(
      1, error: spread > 0 ? score.standardErrors.standardDeviation / spread : 0)
    qualityAutocorrelation = UncertainShare(
      score.autocorrelation, error: score.standardErrors.autocorrelation)
    quality = UncertainQualityWeights(
      factor, error: assumptions.correlation.standardErrors.quality)
    prior = UncertainPrior(assumptions.startingPosition)
    inverseSize = 1 / Double(scenario.population.assignedBeneficiaries)
    state(effect)
  }

  /// Everything at its estimate.
  private mutating func state(_ effect: ExpenditureEffect) {
    stated.persistentSpread = persistentSpread(persistent.estimate, persistentScale.estimate)
    stated.persistence = persistence.estimate
    let scaled = effect.transitoryScale * effect.transitoryScale * inverseSize
    stated.transitorySpread =
      (effect.transitoryStandardDeviation * effect.transitoryStandardDeviation + scaled)
      .squareRoot()
    stated.claimsCorrelation = claimsCorrelation.estimate
    stated.riskSpread = riskSpread.map(\.estimate)
    stated.personRiskSpread = personRiskSpread.map(\.estimate)
    stated.commonRiskShare = commonRiskShare.estimate
    stated.healthShare = healthShare.estimate
    stated.joiningDispersion = joiningDispersion.estimate
    stated.participantChangeChance = participantChangeChance.estimate
    stated.participantChangeSpread = participantChangeSpread.estimate
    stated.qualityAutocorrelation = qualityAutocorrelation.estimate
    stated.qualityWeights = quality.estimate
    stated.position = prior.estimate
  }

  func persistentSpread(_ spread: Double, _ scale: Double) -> Double {
    (spread * spread + scale * scale * inverseSize).squareRoot()
  }

  /// Whether anything rests on the process's five scores.
  var drawsProcess: Bool {
    !(persistent.isKnown && persistentScale.isKnown && persistence.isKnown
      && claimsCorrelation.isKnown && prior.isKnown)
  }
}

/// The prior of an ACO's position with its errors.
struct UncertainPrior: Sendable {
  let estimate: DrawnPrior
  let level, drift: Double
  let standardDeviation, scale, transitoryScale: UncertainSpread
  let persistence, keptAtRebasing: UncertainShare

  init(_ prior: StartingPosition) {
    let errors = prior.standardErrors
    (level, drift) = (errors.means, errors.drift)
    standardDeviation = UncertainSpread(prior.standardDeviation, error: errors.standardDeviation)
    scale = UncertainSpread(prior.scale, error: errors.scale)
    transitoryScale = UncertainSpread(prior.transitoryScale, error: errors.transitoryScale)
    persistence = UncertainShare(prior.persistence, error: errors.persistence)
    keptAtRebasing = UncertainShare(prior.keptAtRebasing, error: errors.keptAtRebasing)
    estimate = DrawnPrior(
      standardDeviation: prior.standardDeviation, scale: prior.scale,
      persistence: prior.persistence, keptAtRebasing: prior.keptAtRebasing,
      transitoryScale: prior.transitoryScale)
  }

  /// Whether all that the process's scores move is known.
  var isKnown: Bool {
    standardDeviation.isKnown && scale.isKnown && transitoryScale.isKnown && persistence.isKnown
  }
}

/// The correlation of quality with the expenditure effect, moved within what its other
/// correlations leave it: the matrix stays positive definite and each score's variance one.
struct UncertainQualityWeights: Sendable {
  let estimate: QualityWeights
  let correlation: UncertainCorrelation
  /// What nation and region leave of the quality score's spread.
  let rest: Double

  init(_ factor: CorrelationFactor, error: Double) {
    estimate = QualityWeights(effect: factor.l42, riskScore: factor.l43, quality: factor.l44)
    rest = max(0, 1 - factor.l40 * factor.l40 - factor.l41 * factor.l41).squareRoot()
    let least = 1e-6
    correlation = UncertainCorrelation(
      rest > least ? factor.l42 / rest : 0,
      error: rest > least ? error / max(least, factor.l22 * rest) : 0)
  }

  var isKnown: Bool { correlation.isKnown }

  func drawn(_ score: Double) -> QualityWeights {
    let part = correlation.drawn(score)
    let before = 1 - correlation.estimate * correlation.estimate
    let kept = (max(0, 1 - part * part) / before).squareRoot()
    return QualityWeights(
      effect: rest * part, riskScore: kept * estimate.riskScore, quality: kept * estimate.quality)
  }
}
