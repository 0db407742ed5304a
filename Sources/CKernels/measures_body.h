// Included once for each width of register, by history_body.h. What is reported of single quality measures.

// Once a trial: the error of each measure's current rate, on the logit.
static void WIDE(draw_measure_errors)(struct ck_history *h, const struct ck_history_model *m) {
  for (int n = 0; n < m->measure_count; n++) {
    const struct ck_measure *measure = m->measures + n;
    four_words drawn;
    WIDE(keyed_block)(drawn, 0, h, measure->key, measure->second_key, parameters, 0, 0);
    WIDE(normals)(h->z, drawn[0], ck_lanes);
    EACH {
      h->measure_error[n][i] = measure->standard_error * h->z[i];
      h->measure_own[n][i] = 0;
    }
  }
}

// A measure's true rate, of a word; into `rate`.
static void WIDE(true_rate)(
    double *restrict rate, struct ck_history *h, const struct ck_history_model *m, int n, int y,
    const uint32_t *words) {
  const struct ck_measure *measure = m->measures + n;
  const double *deviation = measure->deviations + y * ck_most_programs;
  const double *autocorrelation = h->p[ck_p_quality_autocorrelation];
  double *own = h->measure_own[n];
  column moved;
  singles normal;
  WIDE(normals)(normal, words, ck_lanes);
  EACH {
    double kept = autocorrelation[i];
    double next = kept * own[i] + ck_sqrt(1 - kept * kept) * normal[i];
    own[i] = y == 0 ? normal[i] : next;
    moved[i] = 0;
  }
  for (int p = 0; p < m->program_count; p++)
    EACH moved[i] = moved[i] + deviation[p] * h->program_quality[p][i];
  double centre = measure->centre[y], spread = measure->spread[y];
  EACH {
    double score = measure->common_weight * h->quality_score[i] + measure->own_weight * own[i];
    rate[i] = centre + h->measure_error[n][i] + spread * score + moved[i];
  }
  WIDE(logistics)(rate);
}

// The rates and cases reported in a year whose common score has been drawn.
static void WIDE(report_measures)(
    struct ck_history *h, const struct ck_history_model *m, int y, double *columns) {
  double assigned = m->constants[ck_assigned];
  column size, rate, met;
  EACH {
    double count = h->count[0][i] + h->count[1][i] + h->count[2][i] + h->count[3][i];
    size[i] = count / assigned;
  }
  for (int n = 0; n < m->measure_count; n++) {
    const struct ck_measure *measure = m->measures + n;
    double *reported = columns + (ck_y_measure_rates + n) * ck_lanes;
    double *cases = columns + (ck_y_measure_cases + n) * ck_lanes;
    four_words drawn;
    struct WIDE(chances) chances;
    WIDE(keyed_block)(drawn, 0, h, measure->key, measure->second_key, quality, 0, 0);
    WIDE(true_rate)(rate, h, m, n, y, drawn[0]);
    EACH {
      double scale = measure->grows_with_size ? size[i] : 1;
      cases[i] = ck_max(1, cw_whole(measure->denominator * scale));
    }
    WIDE(set_chances)(&chances, rate);
    WIDE(binomials)(met, cases, &chances, drawn[1]);
    EACH reported[i] = met[i] / cases[i];
  }
}
