// Included once for each width of register; see histories.c.

// Of loops that make singles of doubles: a whole register of singles at a time, for whoever reads them next
// would wait until two stores of half a one have left for the cache.
#if WIDTH == 2
#define NARROWING _Pragma("clang loop vectorize(assume_safety) vectorize_width(16)")
#elif WIDTH == 1
#define NARROWING _Pragma("clang loop vectorize(assume_safety) vectorize_width(8)")
#else
#define NARROWING _Pragma("clang loop vectorize(assume_safety) vectorize_width(4)")
#endif
#define EACH_NARROWED NARROWING ONE_BY_ONE

#include "words_body.h"

#include "exponentials_body.h"

#include "gammas_body.h"

#include "counts_body.h"

#include "parameters_body.h"

#include "lists_body.h"

#include "programs_body.h"

#include "measures_body.h"

static void WIDE(draw_tail)(struct ck_history *h, const struct ck_history_model *m) {
  double freedom = m->constants[ck_effect_freedom];
  EACH h->a[i] = freedom / 2;
  WIDE(gammas)(h->b, h->a, h, m, expenditure_effect, 5, 0);
  EACH h->tail[i] = ck_sqrt((freedom - 2) / (freedom * h->b[i]));
}

static void WIDE(draw_benchmark_years)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  int law = (int)k[ck_benchmark_law], continues = k[ck_position_continues] != 0;
  EACH h->luck_variance[i] = continues ? 0 : 1;
  for (int y = 0; y < 3; y++) TYPES {
    double variation = k[ck_person_variation + t];
    double shape = k[ck_benchmark_person_years + 3 * t + y] / (variation * variation);
    EACH {
      h->luck[t][y][i] = 1;
      h->luck_score[t][y][i] = 0;
      h->luck_shape[t][y][i] = shape;
    }
    if (law == ck_law_none || continues) continue;
    uint32_t slot = (uint32_t)(4 * y + t);
    struct WIDE(beside) at = {0, h, m, benchmark_noise, slot, 0};
    WIDE(scores)(h->z, h, m, aco, benchmark_noise, slot);
    EACH h->luck_score[t][y][i] = h->z[i];
    WIDE(luck)(
        h->luck[t][y], law, h->luck_shape[t][y], h->luck_score[t][y], ck_lanes, &at);
  }
}

static void WIDE(benchmark_luck)(const struct ck_history *h, double *columns) {
  TYPES for (int y = 0; y < 3; y++) {
    double *out = columns + (3 * t + y) * ck_lanes;
    EACH out[i] = h->luck[t][y][i];
  }
}

// The filter's state had the prior been the one drawn: h->scores are effect, luck, their variances and
// their covariance.
static void WIDE(filter)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  double scale = k[ck_benchmark_scale], transitory = k[ck_transitory_variance];
  int last = (int)k[ck_years_between], continues = k[ck_position_continues] != 0;
  ONE_BY_ONE {
    double effect = 0, luck = 0, ev = 1, lv = 1, cov = 0;
    double prior = h->p[ck_p_prior_spread][i], by_size = h->p[ck_p_prior_scale][i];
    double kept = h->p[ck_p_prior_persistence][i], rebased = h->p[ck_p_prior_kept][i];
    double passing_scale = h->p[ck_p_prior_transitory][i];
    for (int y = 0; y < m->past_count; y++) {
      const struct ck_past_year *past = m->past + y;
      for (int n = 0; n < past->years_since; n++) {
        effect *= kept;
        ev = kept * kept * ev + 1 - kept * kept;
        cov *= kept;
      }
      if (past->is_rebased) {
        effect *= rebased;
        ev = rebased * rebased * ev + 1 - rebased * rebased;
        luck = 0;
        lv = 1;
        cov = 0;
      }
      double spread = ck_sqrt(prior * prior + by_size * by_size * past->inverse_size);
      double luck_spread = scale * ck_sqrt(past->inverse_size);
      double passing = transitory + passing_scale * passing_scale * past->inverse_size;
      double with_effect = spread * ev + luck_spread * cov;
      double with_luck = spread * cov + luck_spread * lv;
      double variance = ck_max(spread * with_effect + luck_spread * with_luck + passing, 1e-12);
      double news = past->deviation - spread * effect - luck_spread * luck;
      double gain = with_effect / variance, luck_gain = with_luck / variance;
      effect += gain * news;
      luck += luck_gain * news;
      ev -= gain * with_effect;
      lv -= luck_gain * with_luck;
      cov -= gain * with_luck;
    }
    for (int n = 0; n < last; n++) {
      effect *= kept;
      ev = kept * kept * ev + 1 - kept * kept;
      cov *= kept;
    }
    if (!continues) {
      effect *= rebased;
      ev = rebased * rebased * ev + 1 - rebased * rebased;
      luck = 0;
      lv = 1;
      cov = 0;
    }
    const double *e = k + ck_estimate, *f = k + ck_filtered;
    int known = h->p[ck_p_level][i] == e[ck_p_level] && h->p[ck_p_drift][i] == e[ck_p_drift] &&
                prior == e[ck_p_prior_spread] && by_size == e[ck_p_prior_scale] &&
                kept == e[ck_p_prior_persistence] && rebased == e[ck_p_prior_kept] &&
                passing_scale == e[ck_p_prior_transitory];
    h->scores[0][i] = known ? f[0] : effect;
    h->scores[1][i] = known ? f[1] : luck;
    h->scores[2][i] = known ? f[2] : ev;
    h->scores[3][i] = known ? f[3] : lv;
    h->scores[4][i] = known ? f[4] : cov;
  }
}

static void WIDE(draw_position)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  EACH h->position_effect[i] = h->position_luck[i] = h->common_change[i] = 0;
  if (k[ck_has_position] == 0) return;
  WIDE(filter)(h, m);
  singles effect, luck;
  WIDE(scores)(effect, h, m, aco, expenditure_effect, 4);
  WIDE(scores)(luck, h, m, aco, benchmark_noise, 12);
  double inverse_size = k[ck_inverse_size], luck_spread = k[ck_luck_spread];
  EACH {
    double first = effect[i] * h->tail[i], second = luck[i];
    double spread = ck_sqrt(ck_max(h->scores[2][i], 0));
    double cov = h->scores[4][i];
    double shared = spread > 0 ? cov / (spread > 0 ? spread : 1) : 0;
    double prior = h->p[ck_p_prior_spread][i], by_size = h->p[ck_p_prior_scale][i];
    double size = ck_sqrt(prior * prior + by_size * by_size * inverse_size);
    h->position_effect[i] = size * (h->scores[0][i] + spread * first);
    h->position_luck[i] =
        luck_spread * (h->scores[1][i] + shared * first +
                       ck_sqrt(ck_max(h->scores[3][i] - shared * shared, 0)) * second);
  }
}

// The luck of who is assigned, of each type.
static void WIDE(sample_errors)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  TYPES {
    double years_each = k[ck_base_person_years + t];
    // A spread is above zero in every trial or in none.
    if (!(k[ck_estimate + ck_p_person_risk + t] > 0)) {
      EACH h->sample[t][i] = h->sample_variance[t][i] = 0;
      continue;
    }
    WIDE(scores)(h->z, h, m, aco, risk_score, 8 + (uint32_t)t);
    EACH {
      double person = h->p[ck_p_person_risk + t][i];
      double variance = person * person / (h->count[t][i] * years_each);
      h->sample_variance[t][i] = variance;
      h->sample[t][i] = ck_sqrt(variance) * h->z[i];
    }
  }
}

static void WIDE(start)(
    struct ck_history *h, const struct ck_history_model *m, uint32_t trial, double *luck) {
  const double *k = m->constants;
  h->trial = trial;
  EACH h->trials[i] = trial + (uint32_t)i;
  h->year = 0;
  EACH {
    h->nation_shock[i] = h->region[i] = h->persistent[i] = h->avoided[i] = h->demographic[i] = 0;
    h->chosen_expenditure[i] = h->chosen_risk[i] = 1;
    h->quality_score[i] = 0;
    h->rebased[i] = 0;
  }
  TYPES {
    double count = k[ck_base_beneficiaries + t];
    EACH {
      h->nation[t][i] = h->others[t][i] = 1;
      h->count[t][i] = count;
      h->noise_score[t][i] = h->noise_shape[t][i] = 0;
      h->risk_change[t][i] = h->risk_variance[t][i] = h->risk_mean[t][i] = 0;
    }
  }
  WIDE(draw_parameters)(h, m);
  WIDE(draw_programs)(h, m);
  WIDE(draw_measure_errors)(h, m);
  WIDE(draw_tail)(h, m);
  WIDE(draw_benchmark_years)(h, m);
  WIDE(draw_position)(h, m);
  WIDE(sample_errors)(h, m);
  TYPES EACH {
    h->risk_sample[t][i] = h->sample[t][i];
    h->risk_sample_variance[t][i] = h->sample_variance[t][i];
  }
  WIDE(benchmark_luck)(h, luck);
}

// MARK: - One year

static void WIDE(draw_scores)(struct ck_history *h, const struct ck_history_model *m) {
  const double *l = m->constants + ck_factor;
  singles drawn[5];
  WIDE(scores)(drawn[0], h, m, nation, national_growth, 0);
  WIDE(scores)(drawn[1], h, m, region, regional_deviation, 0);
  WIDE(scores)(drawn[2], h, m, aco, expenditure_effect, 0);
  WIDE(scores)(drawn[3], h, m, aco, risk_score, 0);
  WIDE(scores)(drawn[4], h, m, aco, quality, 0);
  EACH {
    double n = drawn[0][i], r = drawn[1][i], e = drawn[2][i], s = drawn[3][i], q = drawn[4][i];
    h->scores[0][i] = l[0] * n;
    h->scores[1][i] = l[1] * n + l[2] * r;
    h->scores[2][i] = l[3] * n + l[4] * r + l[5] * e;
    h->scores[3][i] = l[6] * n + l[7] * r + l[8] * e + l[9] * s;
    h->scores[4][i] = l[10] * n + l[11] * r + h->p[ck_p_weight_effect][i] * e +
                      h->p[ck_p_weight_risk][i] * s + h->p[ck_p_weight_quality][i] * q;
  }
}

static void WIDE(grow)(struct ck_history *h, const struct ck_history_model *m, int y) {
  const double *k = m->constants;
  double spread = k[ck_growth_spread], kept = k[ck_growth_autocorrelation];
  double innovation = k[ck_growth_innovation], least = k[ck_least_factor];
  if (y == 0)
    EACH h->nation_shock[i] = spread * h->scores[0][i];
  else
    EACH h->nation_shock[i] = kept * h->nation_shock[i] + innovation * h->scores[0][i];
  TYPES {
    WIDE(scores)(h->z, h, m, nation, national_growth, 4 + (uint32_t)t);
    double type_spread = k[ck_growth_type_spread], half = k[ck_growth_half_variance];
    double stated = k[ck_national_mean + 4 * y + t];
    EACH_NARROWED {
      double own = type_spread * h->z[i];
      h->z[i] = (float)(h->nation_shock[i] + own - half);
    }
    WIDE(exponentials)(h->z);
    EACH {
      double mean = stated + h->p[ck_p_national_growth][i];
      h->nation[t][i] = h->nation[t][i] * (ck_max(least, mean) * h->z[i]);
    }
  }
  double region_kept = k[ck_region_persistence], region_spread = k[ck_region_spread];
  double centre = k[ck_regional_centre + y];
  EACH_NARROWED {
    h->region[i] = region_kept * h->region[i] + region_spread * h->scores[1][i];
    h->deviation[i] = (float)(h->region[i] + centre);
  }
  WIDE(exponentials)(h->deviation);
}

static void WIDE(draw_effect)(struct ck_history *h, const struct ck_history_model *m, int y) {
  const double *k = m->constants;
  double transitory = k[ck_estimate + ck_p_transitory_spread];
  if (transitory > 0) {
    WIDE(scores)(h->z, h, m, aco, expenditure_effect, 1);
    EACH h->a[i] = transitory * h->z[i] * h->tail[i];
  } else {
    EACH h->a[i] = 0;
  }
  double plan = k[ck_planned_effect + y], beside = k[ck_effect_beside_plan];
  double least = k[ck_least_factor];
  EACH {
    h->persistent[i] =
        h->p[ck_p_persistence][i] * h->persistent[i] +
        h->p[ck_p_persistent_spread][i] * h->scores[2][i] * h->tail[i];
    double planned = plan * h->p[ck_p_plan_achieved][i];
    double others = beside + h->persistent[i] + h->a[i];
    double effect = ck_max(least, 1 + planned + others);
    h->avoided[i] = ck_max(least, 1 + others) / effect - 1;
    h->effect[i] = effect;
  }
}

static void WIDE(move_position)(struct ck_history *h, const struct ck_history_model *m, int y) {
  const double *k = m->constants;
  if (k[ck_has_position] == 0) {
    EACH h->position[i] = 1;
    EACH h->own_level[i] = h->effect[i] * h->position[i];
    return;
  }
  WIDE(scores)(h->z, h, m, nation, national_growth, 1);
  double spread = y == 0 ? k[ck_first_year_spread] : k[ck_year_spread];
  double level = k[ck_levels + y], ahead = k[ck_years_ahead + y], stated = k[ck_stated_rate];
  double least = k[ck_least_factor];
  EACH {
    h->common_change[i] = h->common_change[i] + spread * h->z[i];
    h->position_effect[i] = h->position_effect[i] * h->p[ck_p_prior_persistence][i];
    double here = level + h->p[ck_p_level][i] + h->p[ck_p_drift][i] * ahead;
    double rate = here + h->common_change[i] + h->position_effect[i] + h->position_luck[i];
    h->position[i] = ck_max(least, (1 - rate) / (1 - stated));
    h->own_level[i] = h->effect[i] * h->position[i];
  }
}

static void WIDE(score_risk)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  double kept = k[ck_risk_persistence];
  WIDE(scores)(h->z, h, m, aco, risk_score, 1);
  EACH h->demographic[i] =
      h->demographic[i] + (k[ck_demographic_mean] + k[ck_demographic_spread] * h->z[i]);
  WIDE(sample_errors)(h, m);
  EACH {
    h->c[i] = ck_sqrt(h->p[ck_p_common_risk][i]) * h->scores[3][i];
    h->d[i] = ck_sqrt(1 - h->p[ck_p_common_risk][i]);
  }
  TYPES {
    WIDE(scores)(h->z, h, m, aco, risk_score, 4 + (uint32_t)t);
    double mean = k[ck_risk_mean + t];
    EACH_NARROWED {
      double spread = h->p[ck_p_risk_spread + t][i], health = h->p[ck_p_health_share][i];
      double innovation = spread * (h->c[i] + h->d[i] * h->z[i]);
      h->risk_change[t][i] = kept * h->risk_change[t][i] + innovation;
      h->risk_variance[t][i] = kept * kept * h->risk_variance[t][i] + spread * spread;
      h->risk_mean[t][i] = h->risk_mean[t][i] + mean;
      double change = h->risk_change[t][i] + h->sample[t][i] - h->risk_sample[t][i];
      double half =
          (h->risk_variance[t][i] + h->sample_variance[t][i] + h->risk_sample_variance[t][i]) / 2;
      h->risk_ratio[t][i] = (float)(h->risk_mean[t][i] + change - half);
      h->health[t][i] =
          (float)(health * (h->risk_mean[t][i] + change) - health * health * half);
    }
    WIDE(exponentials)(h->risk_ratio[t]);
    WIDE(exponentials)(h->health[t]);
  }
}

// 1 where it happens.
static void WIDE(happens)(
    double *restrict out, struct ck_history *h, const struct ck_history_model *m, double chance,
    uint32_t purpose, uint32_t slot) {
  if (!(chance > 0)) {
    EACH out[i] = 0;
    return;
  }
  const uint32_t *words = WIDE(words)(h, m, aco, purpose, slot, 0);
  EACH out[i] = ck_uniform(words[i]) < chance ? 1 : 0;
}

// The score of a year whose common score has been drawn, and the standards that it may meet besides.
static void WIDE(score_quality)(
    struct ck_history *h, const struct ck_history_model *m, int y, double *columns) {
  const double *k = m->constants;
  double mean = k[ck_quality_mean + y], centre = k[ck_quality_logit + y];
  double slope = k[ck_quality_slope + y], stated = k[ck_quality_spread + y];
  double *score = columns + ck_y_quality * ck_lanes;
  WIDE(program_logit)(h, m, y);
  EACH {
    double spread = h->p[ck_p_quality_spread][i];
    score[i] = centre + slope * (spread * spread - 1) + stated * spread * h->quality_score[i] +
               h->p[ck_p_quality][i] / (mean * (1 - mean)) + h->a[i];
  }
  WIDE(logistics)(score);
  WIDE(happens)(columns + ck_y_alternative * ck_lanes, h, m, k[ck_alternative], quality, 3);
  WIDE(happens)(columns + ck_y_incentive * ck_lanes, h, m, k[ck_incentive], quality, 4);
}

static void WIDE(measure_quality)(
    struct ck_history *h, const struct ck_history_model *m, int y, double *columns) {
  const double *k = m->constants;
  EACH {
    double kept = h->p[ck_p_quality_autocorrelation][i];
    double moved = kept * h->quality_score[i] + ck_sqrt(1 - kept * kept) * h->scores[4][i];
    h->quality_score[i] = y == 0 ? h->scores[4][i] : moved;
  }
  if (m->measure_count > 0) {
    WIDE(report_measures)(h, m, y, columns);
  } else {
    WIDE(score_quality)(h, m, y, columns);
  }
  WIDE(scores)(h->z, h, m, aco, quality, 1);
  double *standard = columns + ck_y_standard * ck_lanes;
  EACH standard[i] = ck_min(
      ck_max(k[ck_quality_standard + y] + k[ck_standard_spread] * h->z[i], 0), 1);
  double *reported = columns + ck_y_reported * ck_lanes;
  WIDE(happens)(reported, h, m, k[ck_reporting_failure], quality, 2);
  EACH reported[i] = 1 - reported[i];
}

static void WIDE(draw_circumstances)(
    struct ck_history *h, const struct ck_history_model *m, int y, double *columns) {
  const double *k = m->constants;
  double *months = columns + ck_y_months * ck_lanes;
  double *share = columns + ck_y_months_share * ck_lanes;
  EACH share[i] = 0;
  WIDE(happens)(months, h, m, k[ck_circumstances_chance + y], circumstances, 0);
  struct lot lot;
  choose(&lot, h, months);
  if (lot.count == 0) return;
  double chance = (k[ck_circumstances_months] - 1) / 11, mean = k[ck_circumstances_share];
  four_words drawn;
  WIDE(block)(drawn, &lot, h, m, aco, circumstances, 1, 0);
  for (int i = 0; i < lot.count; i++)
    months[lot.lane[i]] = 1 + ck_draw_binomial(11, chance, drawn[1][i]);
  column part;
  if (mean < 1) {
    WIDE(lot_betas)(
        part, mean, k[ck_circumstances_concentration], &lot, h, m, circumstances, 2);
  }
  for (int i = 0; i < lot.count; i++) share[lot.lane[i]] = mean < 1 ? part[i] : 1;
}

// The factor on a type's expenditure of its claims' luck, at h->a person-years; into h->d.
static void WIDE(claims_luck)(
    struct ck_history *h, const struct ck_history_model *m, int t, int y) {
  const double *k = m->constants;
  int law = (int)k[ck_claims_law];
  if (law == ck_law_none) {
    EACH h->d[i] = 1;
    return;
  }
  double variation = k[ck_person_variation + t];
  const double *correlation = h->p[ck_p_claims_correlation];
  double *score = h->noise_score[t], *shape = h->noise_shape[t];
  column next;
  singles drawn;
  EACH next[i] = h->a[i] / (variation * variation);
  WIDE(scores)(drawn, h, m, aco, claims_noise, (uint32_t)t);
  if (y == 0) {
    EACH score[i] = drawn[i];
  } else {
    EACH {
      double overlap = ck_min(shape[i], next[i]) / ck_max(shape[i], next[i]);
      double kept = correlation[i] * ck_sqrt(overlap);
      score[i] = kept * score[i] + ck_sqrt(1 - kept * kept) * drawn[i];
    }
  }
  EACH shape[i] = next[i];
  struct WIDE(beside) at = {0, h, m, claims_noise, (uint32_t)t, 0};
  WIDE(luck)(h->d, law, shape, score, ck_lanes, &at);
}

#define OUT(name) (columns + (name) * ck_lanes)

static void WIDE(bring_together)(
    struct ck_history *h, const struct ck_history_model *m, int t, int y, double *columns) {
  const double *k = m->constants;
  double each = k[ck_base_person_years + t], base_count = k[ck_base_beneficiaries + t];
  double base = k[ck_base_expenditure + t], market = k[ck_market_share + t];
  double least = k[ck_least_factor];
  double *years = OUT(ck_y_person_years + t), *count = OUT(ck_y_beneficiaries + t);
  double *spent = OUT(ck_y_expenditure + t), *risen = OUT(ck_y_risk + t);
  double *nation = OUT(ck_y_nation + t), *grown = OUT(ck_y_region + t);
  double *share = OUT(ck_y_share + t), *region_risk = OUT(ck_y_region_risk + t);
  double *region_demographic = OUT(ck_y_region_demographic + t), *others = OUT(ck_y_others + t);
  const double *third = OUT(ck_y_benchmark_luck + 3 * t + 2);
  const double *demographic = OUT(ck_y_demographic);
  EACH {
    count[i] = h->count[t][i];
    years[i] = h->count[t][i] * each;
    h->a[i] = years[i];
  }
  WIDE(claims_luck)(h, m, t, y);
  const double *factor = h->factor[t], *fees = h->fees[t];
  EACH h->b[i] = 0;
  if (m->program_count > 0) EACH {
      double others_spend = base * (h->nation[t][i] * h->deviation[i]) * h->position[i];
      h->b[i] = fees[i] / ck_max(others_spend, 1);
    }
  EACH {
    double luck = h->d[i];
    double own = h->effect[i] * factor[i] * h->chosen_expenditure[i] * h->true_up[i];
    nation[i] = h->nation[t][i];
    others[i] = nation[i] * h->deviation[i];
    risen[i] = h->risk_ratio[t][i] * h->chosen_risk[i];
    double size = h->count[t][i] / base_count;
    share[i] = ck_min(1, market * size);
    double growth =
        (own * luck * h->health[t][i] + h->b[i]) / (risen[i] * ck_max(least, third[i]));
    double spending = base * others[i] * own * h->health[t][i] * luck * h->position[i];
    h->c[i] = spending;
    spent[i] = spending + fees[i];
    grown[i] = others[i] * (1 - share[i] + share[i] * growth);
    region_risk[i] = 1 - share[i] + share[i] * risen[i];
    region_demographic[i] = 1 - share[i] + share[i] * demographic[i];
  }
  if (m->program_count == 0) return;
  double *avoided = OUT(ck_y_program_avoided);
  EACH avoided[i] += years[i] * h->c[i] * (1 / factor[i] - 1);
}

static void WIDE(next_year)(
    struct ck_history *h, const struct ck_history_model *m, double *columns) {
  const double *k = m->constants;
  int y = (int)h->year;
  h->year += 1;
  WIDE(draw_scores)(h, m);
  WIDE(grow)(h, m, y);
  WIDE(draw_effect)(h, m, y);
  WIDE(move_position)(h, m, y);
  WIDE(assign)(h, m, y);
  WIDE(pay_programs)(h, m, y, columns);
  WIDE(score_risk)(h, m);
  WIDE(measure_quality)(h, m, y, columns);
  WIDE(draw_circumstances)(h, m, y, columns);
  WIDE(benchmark_luck)(h, OUT(ck_y_benchmark_luck));
  double *demographic = OUT(ck_y_demographic), *revenue = OUT(ck_y_revenue);
  double *assigned = OUT(ck_y_assigned);
  EACH_NARROWED h->z[i] = (float)h->demographic[i];
  WIDE(exponentials)(h->z);
  EACH demographic[i] = h->z[i];
  TYPES WIDE(bring_together)(h, m, t, y, columns);
  const double *portion = k + ck_base_share;
  EACH {
    double growth = 0 + portion[0] * h->nation[0][i];
    growth += portion[1] * h->nation[1][i];
    growth += portion[2] * h->nation[2][i];
    growth += portion[3] * h->nation[3][i];
    assigned[i] = h->count[0][i] + h->count[1][i] + h->count[2][i] + h->count[3][i];
    double size = assigned[i] / k[ck_assigned];
    revenue[i] = k[ck_revenue] * growth * size;
  }
  if (m->program_count > 0)
    EACH revenue[i] = revenue[i] + OUT(ck_y_program_medicare)[i];
  double *level = OUT(ck_y_own_level), *retained = OUT(ck_y_retained);
  double *avoided = OUT(ck_y_avoided), *rebased = OUT(ck_y_rebased);
  EACH {
    level[i] = h->own_level[i];
    retained[i] = h->retained[i];
    avoided[i] = h->avoided[i];
    rebased[i] = h->rebased[i];
  }
}

#undef OUT
#undef NARROWING
#undef EACH_NARROWED
