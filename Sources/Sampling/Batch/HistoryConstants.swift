import CKernels
import Regulation
import Scenarios

/// A model's constants in the order that the kernel of histories reads them; see CHistories.h.
struct HistoryConstants {
  private(set) var values = [Double](repeating: 0, count: ck_constants)
  let past: [ck_past_year]
  let programs: [ck_program]

  init(_ model: PathModel) {
    past = model.position?.pastYears ?? []
    programs = model.programs.indices.map { place in
      ck_program(model.programs[place], quality: model.years.map { $0.qualityDeviations[place] })
    }
    setLaws(model)
    setGrowth(model)
    setYears(model.years)
    setBase(model)
    setAssignment(model)
    setQuality(model.assumptions)
    setPosition(model.position, model.parameters)
    setEstimates(model.parameters.stated, model.parameters)
    setErrors(model)
  }

  mutating func set(_ place: Int, _ values: Double...) {
    for (offset, value) in values.enumerated() { self.values[place + offset] = value }
  }

  mutating func set(_ place: Int, _ values: ByEnrollmentType<Double>) {
    set(place, values.esrd, values.disabled, values.agedDual, values.agedNonDual)
  }

  mutating func set(_ place: Int, _ truth: Bool) { values[place] = truth ? 1 : 0 }

  private mutating func setLaws(_ model: PathModel) {
    func number(_ law: ClaimsNoise.Law) -> Double {
      switch law {
      case .none: Double(ck_law_none)
      case .gamma: Double(ck_law_gamma)
      case .normal: Double(ck_law_normal)
      }
    }
    set(ck_claims_law, number(model.noise.law))
    set(ck_benchmark_law, number(model.benchmarkLaw))
    set(ck_is_prospective, model.assignment == .prospective)
    set(ck_has_position, model.position != nil)
    set(ck_position_continues, model.position?.continues == true)
    set(ck_draws_parameters, model.assumptions.parameterUncertainty)
    set(ck_draws_process, model.parameters.drawsProcess)
  }

  private mutating func setGrowth(_ model: PathModel) {
    let (growth, region) = (model.assumptions.nationalGrowth, model.assumptions.regionalDeviation)
    set(ck_growth_spread, growth.standardDeviation)
    set(ck_growth_autocorrelation, growth.autocorrelation)
    set(ck_growth_innovation, model.shock.nationalInnovation)
    set(ck_growth_type_spread, growth.typeStandardDeviation)
    set(ck_growth_half_variance, model.shock.nationalHalfVariance)
    set(ck_region_persistence, region.persistence)
    set(ck_region_spread, region.standardDeviation)
    set(ck_effect_beside_plan, model.assumptions.expenditureEffect.besidePlan)
    set(ck_effect_freedom, model.assumptions.expenditureEffect.degreesOfFreedom)
    set(ck_least_factor, HistorySampler.leastFactor)
    let l = model.factor
    set(ck_factor, l.l00, l.l10, l.l11, l.l20, l.l21, l.l22, l.l30, l.l31, l.l32, l.l33)
    set(ck_factor + 10, l.l40, l.l41, l.l42, l.l43, l.l44)
  }

  private mutating func setYears(_ years: [YearModel]) {
    for (place, year) in years.enumerated() {
      set(ck_national_mean + 4 * place, year.nationalMean)
      set(ck_regional_centre + place, year.regionalCentre)
      set(ck_planned_effect + place, year.plannedEffect)
      set(ck_planned_size + place, year.plannedSize)
      set(ck_planned_list + place, year.plannedListChange)
      set(ck_quality_mean + place, year.qualityMean)
      set(ck_quality_logit + place, year.qualityLogit)
      set(ck_quality_slope + place, year.qualityLogitSlope)
      set(ck_quality_spread + place, year.qualitySpread)
      set(ck_quality_standard + place, year.qualityStandard)
      set(ck_circumstances_chance + place, year.extremeCircumstancesChance)
    }
  }

  private mutating func setBase(_ model: PathModel) {
    set(ck_base_beneficiaries, model.base.map { Double($0.beneficiaries) })
    set(ck_base_person_years, model.base.map(\.personYearsEach))
    set(ck_base_expenditure, model.base.map(\.expenditure))
    set(ck_base_share, model.expenditureShare)
    set(ck_market_share, model.marketShare)
    set(ck_person_variation, model.noise.personVariation)
    set(ck_risk_mean, model.assumptions.riskScore.mean)
    for type in EnrollmentType.allCases {
      let years = model.benchmarkPersonYears[type]
      set(ck_benchmark_person_years + 3 * type.place, years.first, years.second, years.third)
    }
    set(ck_assigned, model.assignedBeneficiaries)
    set(ck_revenue, model.participantRevenue)
  }

  private mutating func setAssignment(_ model: PathModel) {
    let (retention, joining) = (model.assumptions.retention, model.assumptions.joining)
    set(ck_retention_mean, retention.mean)
    set(ck_retention_concentration, retention.concentration)
    set(ck_voluntary_share, retention.voluntaryShare)
    set(ck_voluntary_retention, retention.voluntaryRetention)
    set(ck_leaver_expenditure, retention.leaverExpenditure)
    set(ck_leaver_risk, retention.leaverRisk)
    set(ck_joiner_expenditure, joining.joinerExpenditure)
    set(ck_joiner_risk, joining.joinerRisk)
    set(ck_planned_retention, model.shock.plannedRetention)
    set(ck_change_mean, model.assumptions.participantChange.mean)
    set(ck_in_year_loss, model.assumptions.trueUp.inYearLoss)
    set(ck_true_up_spread, model.assumptions.trueUp.standardDeviation)
    set(ck_true_up_slope, model.assumptions.trueUp.expenditureSlope)
  }

  private mutating func setQuality(_ assumptions: Assumptions) {
    let (risk, quality) = (assumptions.riskScore, assumptions.quality)
    set(ck_risk_persistence, risk.persistence)
    set(ck_demographic_mean, risk.demographicMean)
    set(ck_demographic_spread, risk.demographicStandardDeviation)
    set(ck_standard_spread, quality.standardStandardDeviation)
    set(ck_reporting_failure, quality.reportingFailure)
    set(ck_alternative, quality.alternativeProbability)
    set(ck_incentive, quality.incentiveProbability)
    let circumstances = assumptions.extremeCircumstances
    set(ck_circumstances_months, circumstances.months)
    set(ck_circumstances_share, circumstances.share)
    set(ck_circumstances_concentration, circumstances.shareConcentration)
  }

  private mutating func setPosition(_ position: PositionModel?, _ parameters: ParameterModel) {
    set(ck_inverse_size, parameters.inverseSize)
    guard let position else { return }
    for place in 0...5 {
      set(ck_levels + place, position.levels[place])
      set(ck_years_ahead + place, position.yearsAhead[place])
    }
    set(ck_first_year_spread, position.firstYearSpread)
    set(ck_year_spread, position.yearSpread)
    set(ck_luck_spread, position.luckSpread)
    set(ck_benchmark_scale, position.benchmarkScale)
    set(ck_transitory_variance, position.transitoryVariance)
    set(ck_stated_rate, position.stated)
    set(ck_years_between, Double(max(0, position.yearsBetween)))
    let state = position.filter.state
    set(
      ck_filtered, state.effect, state.luck, state.effectVariance, state.luckVariance,
      state.covariance)
  }
}
