// Histories of many trials at once: what Sampling's HistorySampler writes one at a time, with the
// same bits.
//
// A batch is `ck_lanes` trials that follow one another. Constants arrive as one array of doubles, in
// the order of the names below; a name stands for the first of as many values as it says. Results
// are columns of one value a trial.
#ifndef CHISTORIES_H
#define CHISTORIES_H

#include "CPoints.h"

#include <stdint.h>

enum { ck_history_years = 6 };

// Laws of claims: of `ck_claims_law` and `ck_benchmark_law`.
enum { ck_law_none, ck_law_gamma, ck_law_normal };

// What is drawn once a trial, by place after `ck_estimate` below.
enum {
  ck_p_national_growth,
  ck_p_retention,
  ck_p_quality,
  ck_p_plan_achieved,
  // The five of one process: the scores' weights are in this order, then of position's.
  ck_p_persistent,
  ck_p_persistent_scale,
  ck_p_persistence,
  ck_p_claims_correlation,
  ck_p_prior_spread,
  ck_p_prior_scale,
  ck_p_prior_persistence,
  ck_p_prior_transitory,
  ck_p_prior_kept,
  ck_p_level,
  ck_p_drift,
  ck_p_transitory_spread,
  ck_p_persistent_spread,
  ck_p_risk_spread,
  ck_p_person_risk = ck_p_risk_spread + 4,
  ck_p_common_risk = ck_p_person_risk + 4,
  ck_p_health_share,
  ck_p_size,
  ck_p_joining_dispersion,
  ck_p_change_chance,
  ck_p_change_spread,
  ck_p_quality_spread,
  ck_p_quality_autocorrelation,
  ck_p_weight_effect,
  ck_p_weight_risk,
  ck_p_weight_quality,
  ck_parameters
};

// Constants.
enum {
  ck_claims_law,
  ck_benchmark_law,
  ck_is_prospective,
  ck_has_position,
  ck_position_continues,
  ck_draws_parameters,
  ck_draws_process,
  // National growth, region, effect.
  ck_growth_spread,
  ck_growth_autocorrelation,
  ck_growth_innovation,
  ck_growth_type_spread,
  ck_growth_half_variance,
  ck_region_persistence,
  ck_region_spread,
  ck_effect_beside_plan,
  ck_effect_freedom,
  ck_least_factor,
  // By year, 6 each; growth by year and type.
  ck_national_mean,
  ck_regional_centre = ck_national_mean + 24,
  ck_planned_effect = ck_regional_centre + 6,
  ck_planned_size = ck_planned_effect + 6,
  ck_planned_list = ck_planned_size + 6,
  ck_quality_mean = ck_planned_list + 6,
  ck_quality_logit = ck_quality_mean + 6,
  ck_quality_slope = ck_quality_logit + 6,
  ck_quality_spread = ck_quality_slope + 6,
  ck_quality_standard = ck_quality_spread + 6,
  ck_circumstances_chance = ck_quality_standard + 6,
  // The lower triangle of the correlation factor, 15 values row by row.
  ck_factor = ck_circumstances_chance + 6,
  // By type, 4 each.
  ck_base_beneficiaries = ck_factor + 15,
  ck_base_person_years = ck_base_beneficiaries + 4,
  ck_base_expenditure = ck_base_person_years + 4,
  ck_base_share = ck_base_expenditure + 4,
  ck_market_share = ck_base_share + 4,
  ck_person_variation = ck_market_share + 4,
  ck_risk_mean = ck_person_variation + 4,
  // Person-years of the benchmark years by type and year, 12.
  ck_benchmark_person_years = ck_risk_mean + 4,
  ck_assigned = ck_benchmark_person_years + 12,
  ck_revenue,
  // Assignment.
  ck_retention_mean,
  ck_retention_concentration,
  ck_voluntary_share,
  ck_voluntary_retention,
  ck_leaver_expenditure,
  ck_leaver_risk,
  ck_joiner_expenditure,
  ck_joiner_risk,
  ck_planned_retention,
  ck_change_mean,
  ck_in_year_loss,
  ck_true_up_spread,
  ck_true_up_slope,
  // Risk scores and quality.
  ck_risk_persistence,
  ck_demographic_mean,
  ck_demographic_spread,
  ck_standard_spread,
  ck_reporting_failure,
  ck_alternative,
  ck_incentive,
  ck_circumstances_months,
  ck_circumstances_share,
  ck_circumstances_concentration,
  // Where an ACO with a record starts.
  ck_levels,
  ck_years_ahead = ck_levels + 6,
  ck_first_year_spread = ck_years_ahead + 6,
  ck_year_spread,
  ck_luck_spread,
  ck_inverse_size,
  ck_benchmark_scale,
  ck_transitory_variance,
  ck_stated_rate,
  ck_years_between,
  // The filter's state at the estimates: effect, luck, their variances, their covariance.
  ck_filtered,
  // What is drawn once a trial, at its estimate: see `ck_parameter`.
  ck_estimate = ck_filtered + 5,
  // Of each parameter above zero its spread, of each share its centre and spread, in the same order.
  ck_parameter_centre = ck_estimate + ck_parameters,
  ck_parameter_spread = ck_parameter_centre + ck_parameters,
  // Weights of five scores in each of seven parameters of one process.
  ck_process_weights = ck_parameter_spread + ck_parameters,
  // Of the correlation of quality with the effect: centre and spread of Fisher's z, the estimate, the
  // rest of the spread.
  ck_quality_correlation = ck_process_weights + 35,
  ck_constants = ck_quality_correlation + 4
};

// One past year of a record as the filter takes it.
struct ck_past_year {
  double deviation, inverse_size;
  int32_t years_since, is_rebased;
};

// One of the ACO's programs: ProgramModel. By year six, by type four.
enum { ck_most_programs = 16 };
struct ck_program {
  // Of the first seed's and of the second's.
  uint32_t key[2], second_key[2];
  double effect_mean, effect_spread;
  // Of the level of its costs, about one; known where it is zero.
  double cost_spread;
  // Of the share billed: known where the spread is zero.
  double share_estimate, share_centre, share_spread;
  double medicare_share;
  double reach[4], serving[4];
  double ramp[ck_history_years], cost[ck_history_years], cost_each[ck_history_years];
  double fee_each[ck_history_years];
  // How far the year's score moves, as a logit, with the program's own score.
  double quality[ck_history_years];
  int32_t moves_quality;
};

// One of the ACO's quality measures: MeasureModel. By year six.
enum { ck_most_measures = 16 };
struct ck_measure {
  // Of the first seed's and of the second's.
  uint32_t key[2], second_key[2];
  double denominator;
  // Of the current rate, on the logit.
  double standard_error;
  double centre[ck_history_years], spread[ck_history_years];
  double common_weight, own_weight;
  // On the logit, of what each program does: `year * ck_most_programs + program`.
  const double *deviations;
  int32_t grows_with_size;
};

struct ck_history_model {
  const double *constants;
  const struct ck_program *programs;
  int32_t program_count;
  const struct ck_measure *measures;
  int32_t measure_count;
  const struct ck_past_year *past;
  int32_t past_count;
  // Of nation, region and ACO: the first seed's, and the second's.
  uint32_t keys[3][2], second_keys[3][2];
  // Of the batch's trials; no dimensions where every word is the generator's own.
  struct ck_guide guide;
};

// Columns of a year's results; those by type are four.
enum {
  ck_y_beneficiaries,
  ck_y_person_years = ck_y_beneficiaries + 4,
  ck_y_expenditure = ck_y_person_years + 4,
  ck_y_risk = ck_y_expenditure + 4,
  ck_y_nation = ck_y_risk + 4,
  ck_y_region = ck_y_nation + 4,
  ck_y_share = ck_y_region + 4,
  ck_y_region_risk = ck_y_share + 4,
  ck_y_region_demographic = ck_y_region_risk + 4,
  ck_y_others = ck_y_region_demographic + 4,
  // Claims of the benchmark years over what was to be expected, by type and year, 12.
  ck_y_benchmark_luck = ck_y_others + 4,
  ck_y_demographic = ck_y_benchmark_luck + 12,
  ck_y_own_level,
  ck_y_retained,
  ck_y_avoided,
  ck_y_revenue,
  ck_y_quality,
  ck_y_standard,
  ck_y_reported,
  ck_y_alternative,
  ck_y_incentive,
  ck_y_rebased,
  ck_y_months,
  ck_y_months_share,
  ck_y_assigned,
  // What the programs cost and billed, what Medicare paid of that, and what they avoided; written where
  // there are any.
  ck_y_program_cost,
  ck_y_program_fees,
  ck_y_program_medicare,
  ck_y_program_avoided,
  // Where there are measures, of each its reported rate and the cases counted; the score and what
  // it may meet besides are then not written.
  ck_y_measure_rates,
  ck_y_measure_cases = ck_y_measure_rates + ck_most_measures,
  ck_year_columns = ck_y_measure_cases + ck_most_measures
};

struct ck_history;

struct ck_history *ck_new_history(void);
void ck_free_history(struct ck_history *history);

// Begins `ck_lanes` trials from this one on. Writes the benchmark years' luck to `luck`, 12 columns.
// `redrawn`: of each trial the purposes, as bits, that take the second keys' numbers and no point's;
// null for none.
void ck_start(
    int width, struct ck_history *history, const struct ck_history_model *model, uint32_t trial,
    const uint32_t *redrawn, double *luck);

// The next year of all of them; 6 may be asked for. Writes `ck_year_columns` columns.
void ck_next_year(
    int width, struct ck_history *history, const struct ck_history_model *model, double *columns);

#endif
