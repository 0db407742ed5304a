import CKernels
import Regulation
import Scenarios

extension HistoryConstants {
  /// What a trial draws once, at its estimates.
  mutating func setEstimates(_ stated: DrawnParameters, _ parameters: ParameterModel) {
    func place(_ parameter: Int) -> Int { ck_estimate + parameter }
    set(place(ck_p_plan_achieved), stated.planAchieved)
    set(place(ck_p_persistent), parameters.persistent.estimate)
    set(place(ck_p_persistent_scale), parameters.persistentScale.estimate)
    set(place(ck_p_persistence), stated.persistence)
    set(place(ck_p_claims_correlation), stated.claimsCorrelation)
    set(place(ck_p_prior_spread), stated.position.standardDeviation)
    set(place(ck_p_prior_scale), stated.position.scale)
    set(place(ck_p_prior_persistence), stated.position.persistence)
    set(place(ck_p_prior_transitory), stated.position.transitoryScale)
    set(place(ck_p_prior_kept), stated.position.keptAtRebasing)
    set(place(ck_p_transitory_spread), stated.transitorySpread)
    set(place(ck_p_persistent_spread), stated.persistentSpread)
    set(place(ck_p_risk_spread), stated.riskSpread)
    set(place(ck_p_person_risk), stated.personRiskSpread)
    set(place(ck_p_common_risk), stated.commonRiskShare)
    set(place(ck_p_health_share), stated.healthShare)
    set(place(ck_p_size), stated.size)
    set(place(ck_p_joining_dispersion), stated.joiningDispersion)
    set(place(ck_p_change_chance), stated.participantChangeChance)
    set(place(ck_p_change_spread), stated.participantChangeSpread)
    set(place(ck_p_quality_spread), stated.qualitySpread)
    set(place(ck_p_quality_autocorrelation), stated.qualityAutocorrelation)
    set(place(ck_p_weight_effect), stated.qualityWeights.effect)
    set(place(ck_p_weight_risk), stated.qualityWeights.riskScore)
    set(place(ck_p_weight_quality), stated.qualityWeights.quality)
  }

  /// How far each may lie from its estimate.
  mutating func setErrors(_ model: PathModel) {
    let (parameters, assumptions) = (model.parameters, model.assumptions)
    func spread(_ parameter: Int) -> Int { ck_parameter_spread + parameter }
    set(spread(ck_p_national_growth), assumptions.nationalGrowth.meanStandardError)
    set(spread(ck_p_retention), assumptions.retention.meanStandardError)
    set(spread(ck_p_quality), assumptions.quality.meanStandardError)
    set(spread(ck_p_plan_achieved), assumptions.expenditureEffect.planStandardDeviation)
    set(ck_p_persistent, parameters.persistent)
    set(ck_p_persistent_scale, parameters.persistentScale)
    set(ck_p_persistence, parameters.persistence)
    set(ck_p_claims_correlation, parameters.claimsCorrelation)
    for type in EnrollmentType.allCases {
      set(ck_p_risk_spread + type.place, parameters.riskSpread[type])
      set(ck_p_person_risk + type.place, parameters.personRiskSpread[type])
    }
    set(ck_p_common_risk, parameters.commonRiskShare)
    set(ck_p_health_share, parameters.healthShare)
    set(ck_p_size, parameters.size)
    set(ck_p_joining_dispersion, parameters.joiningDispersion)
    set(ck_p_change_chance, parameters.participantChangeChance)
    set(ck_p_change_spread, parameters.participantChangeSpread)
    set(ck_p_quality_spread, parameters.qualitySpread)
    set(ck_p_quality_autocorrelation, parameters.qualityAutocorrelation)
    let correlation = parameters.quality.correlation
    set(
      ck_quality_correlation, correlation.centre, correlation.spread, correlation.estimate,
      parameters.quality.rest)
    setProcess(parameters.process)
    setPrior(parameters.prior)
  }

  private mutating func setPrior(_ prior: UncertainPrior) {
    set(ck_parameter_spread + ck_p_level, prior.level)
    set(ck_parameter_spread + ck_p_drift, prior.drift)
    set(ck_p_prior_spread, prior.standardDeviation)
    set(ck_p_prior_scale, prior.scale)
    set(ck_p_prior_persistence, prior.persistence)
    set(ck_p_prior_transitory, prior.transitoryScale)
    set(ck_p_prior_kept, prior.keptAtRebasing)
  }

  private mutating func setProcess(_ process: ProcessErrors) {
    let rows = [
      process.innovation, process.innovationBySize, process.persistence,
      process.claimsCorrelation, process.meanReverting, process.meanRevertingBySize,
      process.transitoryBySize,
    ]
    for (row, weights) in rows.enumerated() {
      for score in 0..<ProcessErrors.scores {
        set(ck_process_weights + row * ProcessErrors.scores + score, weights[score])
      }
    }
  }

  private mutating func set(_ parameter: Int, _ spread: UncertainSpread) {
    set(ck_parameter_spread + parameter, spread.spread)
  }

  private mutating func set(_ parameter: Int, _ share: UncertainShare) {
    set(ck_parameter_spread + parameter, share.spread)
    set(ck_parameter_centre + parameter, share.centre)
  }
}
