// Included once for each width of register, by history_body.h. What is drawn once a trial.

// A parameter above zero: lognormal.
static void WIDE(spread_parameter)(
    double *restrict out, const double *restrict k, int place, const double *restrict score) {
  double estimate = k[ck_estimate + place], spread = k[ck_parameter_spread + place];
  if (spread == 0) {
    EACH out[i] = estimate;
  } else {
    singles factor;
    EACH_NARROWED factor[i] = (float)(spread * score[i] - spread * spread / 2);
    WIDE(exponentials)(factor);
    EACH out[i] = estimate * factor[i];
  }
}

// A share: logit-normal.
static void WIDE(share_parameter)(
    double *restrict out, const double *restrict k, int place, const double *restrict score) {
  double spread = k[ck_parameter_spread + place], centre = k[ck_parameter_centre + place];
  if (spread == 0) {
    double estimate = k[ck_estimate + place];
    EACH out[i] = estimate;
  } else {
    EACH out[i] = centre + spread * score[i];
    WIDE(logistics)(out);
  }
}

// The weighted sum of the five scores of the process that moves parameter `row`.
static void WIDE(process_score)(
    double *restrict out, const singles *restrict scores, const double *restrict k, int row) {
  const double *w = k + ck_process_weights + 5 * row;
  EACH {
    double sum = 0 + w[0] * scores[0][i];
    sum += w[1] * scores[1][i];
    sum += w[2] * scores[2][i];
    sum += w[3] * scores[3][i];
    sum += w[4] * scores[4][i];
    out[i] = sum;
  }
}

static void WIDE(draw_process)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  singles scores[5];
  for (uint32_t place = 0; place < 5; place++)
    WIDE(scores)(scores[place], h, m, aco, parameters, 4 + place);
  WIDE(process_score)(h->a, scores, k, 0);
  WIDE(spread_parameter)(h->p[ck_p_persistent], k, ck_p_persistent, h->a);
  WIDE(process_score)(h->a, scores, k, 1);
  WIDE(spread_parameter)(h->p[ck_p_persistent_scale], k, ck_p_persistent_scale, h->a);
  double inverse_size = k[ck_inverse_size];
  EACH {
    double spread = h->p[ck_p_persistent][i], scale = h->p[ck_p_persistent_scale][i];
    h->p[ck_p_persistent_spread][i] =
        ck_sqrt(spread * spread + scale * scale * inverse_size);
  }
  WIDE(process_score)(h->b, scores, k, 2);
  WIDE(share_parameter)(h->p[ck_p_persistence], k, ck_p_persistence, h->b);
  WIDE(process_score)(h->a, scores, k, 3);
  WIDE(share_parameter)(h->p[ck_p_claims_correlation], k, ck_p_claims_correlation, h->a);
  if (k[ck_has_position] == 0) return;
  WIDE(process_score)(h->a, scores, k, 4);
  WIDE(spread_parameter)(h->p[ck_p_prior_spread], k, ck_p_prior_spread, h->a);
  WIDE(process_score)(h->a, scores, k, 5);
  WIDE(spread_parameter)(h->p[ck_p_prior_scale], k, ck_p_prior_scale, h->a);
  WIDE(share_parameter)(h->p[ck_p_prior_persistence], k, ck_p_prior_persistence, h->b);
  WIDE(process_score)(h->a, scores, k, 6);
  WIDE(spread_parameter)(h->p[ck_p_prior_transitory], k, ck_p_prior_transitory, h->a);
}

// A parameter with a score of its own, left alone where it is known.
static void WIDE(own_spread)(
    struct ck_history *h, const struct ck_history_model *m, int place, uint32_t slot) {
  if (m->constants[ck_parameter_spread + place] == 0) return;
  WIDE(scores)(h->z, h, m, aco, parameters, slot);
  EACH h->a[i] = h->z[i];
  WIDE(spread_parameter)(h->p[place], m->constants, place, h->a);
}

static void WIDE(own_share)(
    struct ck_history *h, const struct ck_history_model *m, int place, uint32_t slot) {
  if (m->constants[ck_parameter_spread + place] == 0) return;
  WIDE(scores)(h->z, h, m, aco, parameters, slot);
  EACH h->a[i] = h->z[i];
  WIDE(share_parameter)(h->p[place], m->constants, place, h->a);
}

static void WIDE(draw_weights)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants + ck_quality_correlation;
  double centre = k[0], spread = k[1], estimate = k[2], rest = k[3];
  if (spread == 0) return;
  WIDE(scores)(h->z, h, m, aco, parameters, 25);
  double before = 1 - estimate * estimate;
  double risk = m->constants[ck_estimate + ck_p_weight_risk];
  double own = m->constants[ck_estimate + ck_p_weight_quality];
  EACH_NARROWED h->z[i] = (float)(2 * (centre + spread * h->z[i]));
  WIDE(exponentials)(h->z);
  EACH {
    double part = 1 - 2 / (1 + (double)h->z[i]);
    double kept = ck_sqrt(ck_max(0, 1 - part * part) / before);
    h->p[ck_p_weight_effect][i] = rest * part;
    h->p[ck_p_weight_risk][i] = kept * risk;
    h->p[ck_p_weight_quality][i] = kept * own;
  }
}

static void WIDE(draw_parameters)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  for (int place = 0; place < ck_parameters; place++) {
    double estimate = k[ck_estimate + place];
    EACH h->p[place][i] = estimate;
  }
  if (k[ck_draws_parameters] == 0) return;
  const double *spread = k + ck_parameter_spread;
  singles growth, retained, score, achieved;
  WIDE(scores)(growth, h, m, nation, parameters, 0);
  WIDE(scores)(retained, h, m, aco, parameters, 1);
  WIDE(scores)(score, h, m, aco, parameters, 2);
  WIDE(scores)(achieved, h, m, aco, parameters, 3);
  EACH {
    h->p[ck_p_national_growth][i] = spread[ck_p_national_growth] * growth[i];
    h->p[ck_p_retention][i] = spread[ck_p_retention] * retained[i];
    h->p[ck_p_quality][i] = spread[ck_p_quality] * score[i];
    h->p[ck_p_plan_achieved][i] = 1 + spread[ck_p_plan_achieved] * achieved[i];
  }
  if (k[ck_draws_process] != 0) WIDE(draw_process)(h, m);
  TYPES {
    WIDE(own_spread)(h, m, ck_p_risk_spread + t, 9 + (uint32_t)t);
    WIDE(own_spread)(h, m, ck_p_person_risk + t, 13 + (uint32_t)t);
  }
  WIDE(own_share)(h, m, ck_p_common_risk, 17);
  WIDE(own_share)(h, m, ck_p_health_share, 18);
  WIDE(own_spread)(h, m, ck_p_size, 19);
  WIDE(own_spread)(h, m, ck_p_joining_dispersion, 20);
  WIDE(own_share)(h, m, ck_p_change_chance, 21);
  WIDE(own_spread)(h, m, ck_p_change_spread, 22);
  WIDE(own_spread)(h, m, ck_p_quality_spread, 23);
  WIDE(own_share)(h, m, ck_p_quality_autocorrelation, 24);
  WIDE(draw_weights)(h, m);
  if (k[ck_has_position] == 0) return;
  if (spread[ck_p_level] > 0) {
    WIDE(scores)(h->z, h, m, aco, parameters, 26);
    EACH h->p[ck_p_level][i] = spread[ck_p_level] * h->z[i];
  }
  if (spread[ck_p_drift] > 0) {
    WIDE(scores)(h->z, h, m, aco, parameters, 27);
    EACH h->p[ck_p_drift][i] = spread[ck_p_drift] * h->z[i];
  }
  WIDE(own_share)(h, m, ck_p_prior_kept, 28);
}
