// Included once for each width of register; see histories.c.

// Two words of one block of the generator for each of these trials; a multiple of eight of them.
static inline __attribute__((always_inline)) void WIDE(blocks)(
    uint64_t *restrict first, uint64_t *restrict second, const uint32_t *restrict trials, int count,
    const uint32_t key[2], uint32_t place, uint32_t in_year, uint32_t number) {
  const uint64_t low = 0xffffffffu;
  const uint32_t start0 = key[0], start1 = key[1];
  for (int i = 0; i < count; i++) {
    uint64_t x0 = number, x1 = place, x2 = in_year, x3 = trials[i];
    uint32_t k0 = start0, k1 = start1;
    CK_ROUNDS(uint64_t, 0, x0, x1, x2, x3, k0, k1)
    first[i] = (x1 << 32) | (x0 & low);
    second[i] = (x3 << 32) | (x2 & low);
  }
}

// The block of this number of some trials, or of all where `lot` is null; of those that draw this
// purpose again, the second key's.
static inline __attribute__((always_inline)) void WIDE(block)(
    uint64_t *restrict first, uint64_t *restrict second, const struct lot *lot,
    const struct ck_history *h, const struct ck_history_model *m, int who, uint32_t purpose,
    uint32_t slot, uint32_t number) {
  const uint32_t *trials = lot ? lot->trial : h->trials;
  int count = lot ? lot->filled : ck_lanes;
  uint32_t place = purpose << 24 | slot;
  WIDE(blocks)(first, second, trials, count, m->keys[who], place, h->year, number);
  if ((h->redrawn_somewhere >> purpose & 1) == 0) return;
  uint64_t other[2][ck_lanes];
  WIDE(blocks)(other[0], other[1], trials, count, m->second_keys[who], place, h->year, number);
  for (int i = 0; i < count; i++) {
    uint32_t redrawn = h->redrawn[lot ? lot->lane[i] : (uint32_t)i];
    first[i] = redrawn >> purpose & 1 ? other[0][i] : first[i];
    second[i] = redrawn >> purpose & 1 ? other[1][i] : second[i];
  }
}

// Which dimensions a draw's words are, in `dimension[0]` and `dimension[1]`; see `ck_guide`.
static inline const uint16_t *WIDE(guided)(
    const struct ck_history *h, const struct ck_history_model *m, uint32_t purpose, uint32_t slot,
    uint32_t draw) {
  static const uint16_t neither[2] = {0, 0};
  if (m->guide.dimension == 0) return neither;
  return m->guide.dimension + ck_guided_place(purpose, slot, h->year, draw);
}

// The words of a draw, counted from 0 at its address.
static void WIDE(words)(
    struct ck_history *h, const struct ck_history_model *m, int who, uint32_t purpose,
    uint32_t slot, uint32_t draw) {
  WIDE(block)(h->first, h->second, 0, h, m, who, purpose, slot, draw * 32);
  const uint16_t *dimension = WIDE(guided)(h, m, purpose, slot, draw);
  const uint64_t *points = m->guide.words - ck_lanes;
  if (dimension[0] > 0) EACH h->first[i] = points[dimension[0] * ck_lanes + i];
  if (dimension[1] > 0) EACH h->second[i] = points[dimension[1] * ck_lanes + i];
}

// The first words of a lot of trials, where a point gives them.
static void WIDE(guide_lot)(
    uint64_t *restrict first, const struct lot *lot, const struct ck_history *h,
    const struct ck_history_model *m, uint32_t purpose, uint32_t slot) {
  uint16_t dimension = WIDE(guided)(h, m, purpose, slot, 0)[0];
  if (dimension == 0) return;
  const uint64_t *words = m->guide.words + (dimension - 1) * ck_lanes;
  for (int i = 0; i < lot->filled; i++) first[i] = words[lot->lane[i]];
}

// Standard normal scores, a multiple of eight of them; `out` may be `words`.
static inline __attribute__((always_inline)) void WIDE(normals)(
    double *out, const uint64_t *words, int count) {
  for (int i = 0; i < count; i += 8) ck_eight_normals(out + i, words + i);
}

static void WIDE(scores)(
    double *restrict out, struct ck_history *h, const struct ck_history_model *m, int who,
    uint32_t purpose, uint32_t slot) {
  WIDE(words)(h, m, who, purpose, slot, 0);
  WIDE(normals)(out, h->first, ck_lanes);
}

// Where the further words of some draws stand: blocks from `beside` on.
struct WIDE(beside) {
  const struct lot *lot;
  const struct ck_history *h;
  const struct ck_history_model *m;
  uint32_t purpose, slot, beside;
};

// Gamma variates of shapes below 8; see `ck_draw_gamma`. Those of larger shapes are left.
static void WIDE(small_gammas)(
    double *restrict out, const double *restrict shape, const double *restrict score, int count,
    const struct WIDE(beside) *at) {
  column used, drawn;
  uint64_t tiny = 0;
  for (int i = 0; i < count; i++) {
    int is_tiny = shape[i] < 1;
    tiny += (uint64_t)is_tiny;
    used[i] = is_tiny ? shape[i] + 1 : ck_min(shape[i], CK_LEAST_SHAPE);
  }
  for (int i = 0; i < count; i += 8) ck_eight_small_gammas(drawn + i, used + i, score + i);
  if (tiny > 0) {
    uint64_t first[ck_lanes], second[ck_lanes];
    WIDE(block)(
        first, second, at->lot, at->h, at->m, aco, at->purpose, at->slot, at->beside);
    for (int i = 0; i < count; i++) {
      double thinned = drawn[i] * ck_exp(ck_log(ck_uniform(first[i])) / shape[i]);
      drawn[i] = shape[i] < 1 ? thinned : drawn[i];
    }
  }
  for (int i = 0; i < count; i++) out[i] = shape[i] < CK_LEAST_SHAPE ? drawn[i] : out[i];
}

// Gamma variates of these shapes from `words`, scale one; a multiple of eight of them.
static void WIDE(gammas_of)(
    double *restrict out, const double *restrict shape, const uint64_t *restrict words, int count,
    const struct WIDE(beside) *at) {
  column score;
  uint64_t small = 0;
  WIDE(normals)(score, words, count);
  for (int i = 0; i < count; i++) small += (uint64_t)(shape[i] < CK_LEAST_SHAPE);
  if (small < (uint64_t)count)
    for (int i = 0; i < count; i++)
      out[i] = ck_large_gamma(ck_max(shape[i], CK_LEAST_SHAPE), score[i]);
  if (small > 0) WIDE(small_gammas)(out, shape, score, count, at);
}

static void WIDE(gammas)(
    double *restrict out, const double *restrict shape, const uint64_t *restrict words,
    struct ck_history *h, const struct ck_history_model *m, uint32_t purpose, uint32_t slot,
    uint32_t beside) {
  struct WIDE(beside) at = {0, h, m, purpose, slot, beside};
  WIDE(gammas_of)(out, shape, words, ck_lanes, &at);
}

// Gamma variates of a lot of trials.
static void WIDE(some_gammas)(
    double *restrict out, const double *restrict shape, const uint64_t *restrict words,
    const struct lot *lot, const struct ck_history *h, const struct ck_history_model *m,
    uint32_t purpose, uint32_t slot, uint32_t beside) {
  struct WIDE(beside) at = {lot, h, m, purpose, slot, beside};
  WIDE(gammas_of)(out, shape, words, lot->filled, &at);
}

// Beta variates: `a` over both; `a` and `b` are shapes and are lost.
static void WIDE(betas)(
    double *restrict out, double *restrict a, double *restrict b, struct ck_history *h,
    const struct ck_history_model *m, uint32_t purpose, uint32_t slot) {
  column first;
  WIDE(gammas)(first, a, h->first, h, m, purpose, slot, 1);
  WIDE(gammas)(a, b, h->second, h, m, purpose, slot, 17);
  EACH out[i] = first[i] / (first[i] + a[i]);
}

// Counts of eight trials at once by adding probabilities until they reach a uniform, where `open` is
// set: the first is `mass`, each the one before times (a + b k) c/(k + 1). No count is above `most`.
static inline __attribute__((always_inline)) ck_eight WIDE(added_up)(
    ck_eight u, ck_eight mass, ck_eight a, ck_eight b, ck_eight c, ck_eight most, ck_eight mean,
    ck_eight_words open) {
  ck_eight below = mass, found = {0};
  double next = 0;
  while (__builtin_reduce_or(open) != 0) {
    // Two steps before it is asked again: a trial that is done changes no more.
    for (int step = 0; step < 2; step++) {
      next += 1;
      open &= (ck_eight_words)(u > below) & (ck_eight_words)(found < most);
      mass = mass * ((a + b * (next - 1)) * (1 / next) * c);
      ck_eight sum = below + mass;
      found = CK_CHOSEN(open, (ck_eight){0} + next, found);
      // Nothing is left above that a double can tell.
      open &= ~((ck_eight_words)(sum == below) & (ck_eight_words)(next > mean));
      below = sum;
    }
  }
  return found;
}

// Counts of a small variance; see `ck_draw_binomial`.
static void WIDE(few_successes)(
    double *restrict out, const double *restrict n, const double *restrict p,
    const uint64_t *restrict words) {
  for (int from = 0; from < ck_lanes; from += 8) {
    const double *trials = n + from, *chance = p + from;
    uint64_t small[8], some = 0, open[8];
    EIGHT {
      int is_small = trials[i] * (chance[i] * (1 - chance[i])) < CK_LEAST_VARIANCE;
      some |= small[i] = is_small ? ~(uint64_t)0 : 0;
    }
    if (some == 0) continue;
    double u[8], odds[8], mass[8], mean[8], down[8];
    EIGHT {
      double uniform = ck_uniform(words[from + i]);
      int rarely = chance[i] <= 0.5;
      double few = rarely ? chance[i] : 1 - chance[i];
      mean[i] = trials[i] * few;
      u[i] = rarely ? uniform : 1 - uniform;
      odds[i] = few / (1 - few);
      open[i] = few > 0 && trials[i] > 0 ? small[i] : 0;
      mass[i] = ck_exp(trials[i] * ck_log(1 - few));
      down[i] = -1;
    }
    ck_eight all = CK_ROW(trials);
    ck_eight found = WIDE(added_up)(
        CK_ROW(u), CK_ROW(mass), all, CK_ROW(down), CK_ROW(odds), all, CK_ROW(mean),
        CK_WORDS(open));
    ck_eight count = CK_CHOSEN((ck_eight_words)(CK_ROW(chance) <= 0.5), found, all - found);
    *(ck_eight *)(out + from) = CK_CHOSEN(CK_WORDS(small), count, CK_ROW(out + from));
  }
}

// Counts of successes; `n` trials each at probability `p`.
static void WIDE(binomials)(
    double *restrict out, const double *restrict n, const double *restrict p,
    const uint64_t *restrict words) {
  uint64_t small = 0;
  EACH small += n[i] * (p[i] * (1 - p[i])) < CK_LEAST_VARIANCE ? 1 : 0;
  if (small < ck_lanes) {
    column score;
    WIDE(normals)(score, words, ck_lanes);
    EACH {
      // What is too small is drawn below; here it only must not divide by zero.
      int is_small = n[i] * (p[i] * (1 - p[i])) < CK_LEAST_VARIANCE;
      double used = is_small ? 1000000 : n[i], chance = is_small ? 0.5 : p[i];
      out[i] = ck_large_binomial(score[i], used, chance);
    }
  }
  if (small > 0) WIDE(few_successes)(out, n, p, words);
}

// A parameter above zero: lognormal.
static void WIDE(spread_parameter)(
    double *restrict out, const double *restrict k, int place, const double *restrict score) {
  double estimate = k[ck_estimate + place], spread = k[ck_parameter_spread + place];
  if (spread == 0) {
    EACH out[i] = estimate;
  } else {
    EACH out[i] = estimate * ck_exp(spread * score[i] - spread * spread / 2);
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
    EACH out[i] = 1 / (1 + ck_exp(-centre - spread * score[i]));
  }
}

// The weighted sum of the five scores of the process that moves parameter `row`.
static void WIDE(process_score)(
    double *restrict out, const struct ck_history *h, const double *restrict k, int row) {
  const double *w = k + ck_process_weights + 5 * row;
  EACH {
    double sum = 0 + w[0] * h->scores[0][i];
    sum += w[1] * h->scores[1][i];
    sum += w[2] * h->scores[2][i];
    sum += w[3] * h->scores[3][i];
    sum += w[4] * h->scores[4][i];
    out[i] = sum;
  }
}

static void WIDE(draw_process)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  for (uint32_t place = 0; place < 5; place++)
    WIDE(scores)(h->scores[place], h, m, aco, parameters, 4 + place);
  WIDE(process_score)(h->a, h, k, 0);
  WIDE(spread_parameter)(h->p[ck_p_persistent], k, ck_p_persistent, h->a);
  WIDE(process_score)(h->a, h, k, 1);
  WIDE(spread_parameter)(h->p[ck_p_persistent_scale], k, ck_p_persistent_scale, h->a);
  double inverse_size = k[ck_inverse_size];
  EACH {
    double spread = h->p[ck_p_persistent][i], scale = h->p[ck_p_persistent_scale][i];
    h->p[ck_p_persistent_spread][i] =
        ck_sqrt(spread * spread + scale * scale * inverse_size);
  }
  WIDE(process_score)(h->b, h, k, 2);
  WIDE(share_parameter)(h->p[ck_p_persistence], k, ck_p_persistence, h->b);
  WIDE(process_score)(h->a, h, k, 3);
  WIDE(share_parameter)(h->p[ck_p_claims_correlation], k, ck_p_claims_correlation, h->a);
  if (k[ck_has_position] == 0) return;
  WIDE(process_score)(h->a, h, k, 4);
  WIDE(spread_parameter)(h->p[ck_p_prior_spread], k, ck_p_prior_spread, h->a);
  WIDE(process_score)(h->a, h, k, 5);
  WIDE(spread_parameter)(h->p[ck_p_prior_scale], k, ck_p_prior_scale, h->a);
  WIDE(share_parameter)(h->p[ck_p_prior_persistence], k, ck_p_prior_persistence, h->b);
  WIDE(process_score)(h->a, h, k, 6);
  WIDE(spread_parameter)(h->p[ck_p_prior_transitory], k, ck_p_prior_transitory, h->a);
}

// A parameter with a score of its own, left alone where it is known.
static void WIDE(own_spread)(
    struct ck_history *h, const struct ck_history_model *m, int place, uint32_t slot) {
  if (m->constants[ck_parameter_spread + place] == 0) return;
  WIDE(scores)(h->a, h, m, aco, parameters, slot);
  WIDE(spread_parameter)(h->p[place], m->constants, place, h->a);
}

static void WIDE(own_share)(
    struct ck_history *h, const struct ck_history_model *m, int place, uint32_t slot) {
  if (m->constants[ck_parameter_spread + place] == 0) return;
  WIDE(scores)(h->a, h, m, aco, parameters, slot);
  WIDE(share_parameter)(h->p[place], m->constants, place, h->a);
}

static void WIDE(draw_weights)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants + ck_quality_correlation;
  double centre = k[0], spread = k[1], estimate = k[2], rest = k[3];
  if (spread == 0) return;
  WIDE(scores)(h->a, h, m, aco, parameters, 25);
  double before = 1 - estimate * estimate;
  double risk = m->constants[ck_estimate + ck_p_weight_risk];
  double own = m->constants[ck_estimate + ck_p_weight_quality];
  EACH {
    double part = 1 - 2 / (1 + ck_exp(2 * (centre + spread * h->a[i])));
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
  WIDE(scores)(h->a, h, m, nation, parameters, 0);
  WIDE(scores)(h->b, h, m, aco, parameters, 1);
  WIDE(scores)(h->c, h, m, aco, parameters, 2);
  WIDE(scores)(h->d, h, m, aco, parameters, 3);
  EACH {
    h->p[ck_p_national_growth][i] = spread[ck_p_national_growth] * h->a[i];
    h->p[ck_p_retention][i] = spread[ck_p_retention] * h->b[i];
    h->p[ck_p_quality][i] = spread[ck_p_quality] * h->c[i];
    h->p[ck_p_plan_achieved][i] = 1 + spread[ck_p_plan_achieved] * h->d[i];
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
    WIDE(scores)(h->a, h, m, aco, parameters, 26);
    EACH h->p[ck_p_level][i] = spread[ck_p_level] * h->a[i];
  }
  if (spread[ck_p_drift] > 0) {
    WIDE(scores)(h->a, h, m, aco, parameters, 27);
    EACH h->p[ck_p_drift][i] = spread[ck_p_drift] * h->a[i];
  }
  WIDE(own_share)(h, m, ck_p_prior_kept, 28);
}

static void WIDE(draw_tail)(struct ck_history *h, const struct ck_history_model *m) {
  double freedom = m->constants[ck_effect_freedom];
  WIDE(words)(h, m, aco, expenditure_effect, 5, 0);
  EACH h->a[i] = freedom / 2;
  WIDE(gammas)(h->b, h->a, h->first, h, m, expenditure_effect, 5, 1);
  EACH h->tail[i] = ck_sqrt((freedom - 2) / (2 * h->b[i]));
}

static void WIDE(draw_benchmark_years)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  int law = (int)k[ck_benchmark_law];
  TYPES for (int y = 0; y < 3; y++) {
    double *level = h->luck[t][y];
    if (law == ck_law_none) {
      EACH level[i] = h->luck_shape[t][y][i] = 0;
      continue;
    }
    double variation = k[ck_person_variation + t];
    double shape = k[ck_benchmark_person_years + 3 * t + y] / (variation * variation);
    EACH h->luck_shape[t][y][i] = shape;
    if (k[ck_position_continues] != 0) {
      double expected = law == ck_law_gamma ? shape : 0;
      EACH level[i] = expected;
      continue;
    }
    uint32_t slot = (uint32_t)(4 * y + t);
    WIDE(words)(h, m, aco, benchmark_noise, slot, 0);
    if (law == ck_law_gamma)
      WIDE(gammas)(level, h->luck_shape[t][y], h->first, h, m, benchmark_noise, slot, 1);
    else
      WIDE(normals)(level, h->first, ck_lanes);
  }
}

static void WIDE(benchmark_luck)(
    const struct ck_history *h, const struct ck_history_model *m, double *columns) {
  int law = (int)m->constants[ck_benchmark_law];
  TYPES for (int y = 0; y < 3; y++) {
    double *out = columns + (3 * t + y) * ck_lanes;
    const double *level = h->luck[t][y], *shape = h->luck_shape[t][y];
    if (law == ck_law_gamma)
      EACH out[i] = level[i] / shape[i];
    else if (law == ck_law_normal)
      EACH out[i] = 1 + level[i] / ck_sqrt(shape[i]);
    else
      EACH out[i] = 1;
  }
}

// The filter's state had the prior been the one drawn: h->scores are effect, luck, their variances and
// their covariance.
static void WIDE(filter)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  double scale = k[ck_benchmark_scale], transitory = k[ck_transitory_variance];
  int last = (int)k[ck_years_between], continues = k[ck_position_continues] != 0;
  EACH {
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
  WIDE(scores)(h->a, h, m, aco, expenditure_effect, 4);
  WIDE(scores)(h->b, h, m, aco, benchmark_noise, 12);
  double inverse_size = k[ck_inverse_size], luck_spread = k[ck_luck_spread];
  EACH {
    double first = h->a[i] * h->tail[i], second = h->b[i];
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
    WIDE(scores)(h->a, h, m, aco, risk_score, 6 + (uint32_t)t);
    EACH {
      double person = h->p[ck_p_person_risk + t][i];
      double variance = person * person / (h->count[t][i] * years_each);
      h->sample_variance[t][i] = variance;
      h->sample[t][i] = ck_sqrt(variance) * h->a[i];
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
      h->noise[t][i] = h->noise_shape[t][i] = 0;
      h->risk_change[t][i] = h->risk_variance[t][i] = h->risk_mean[t][i] = 0;
    }
  }
  WIDE(draw_parameters)(h, m);
  WIDE(draw_tail)(h, m);
  WIDE(draw_benchmark_years)(h, m);
  WIDE(draw_position)(h, m);
  WIDE(sample_errors)(h, m);
  TYPES EACH {
    h->risk_sample[t][i] = h->sample[t][i];
    h->risk_sample_variance[t][i] = h->sample_variance[t][i];
  }
  WIDE(benchmark_luck)(h, m, luck);
}

// MARK: - One year

static void WIDE(draw_scores)(struct ck_history *h, const struct ck_history_model *m) {
  const double *l = m->constants + ck_factor;
  WIDE(scores)(h->scores[0], h, m, nation, national_growth, 0);
  WIDE(scores)(h->scores[1], h, m, region, regional_deviation, 0);
  WIDE(scores)(h->scores[2], h, m, aco, expenditure_effect, 0);
  WIDE(scores)(h->scores[3], h, m, aco, risk_score, 0);
  WIDE(scores)(h->scores[4], h, m, aco, quality, 0);
  EACH {
    double n = h->scores[0][i], r = h->scores[1][i], e = h->scores[2][i], s = h->scores[3][i];
    double q = h->scores[4][i];
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
    WIDE(scores)(h->a, h, m, nation, national_growth, 1 + (uint32_t)t);
    double type_spread = k[ck_growth_type_spread], half = k[ck_growth_half_variance];
    double stated = k[ck_national_mean + 4 * y + t];
    EACH {
      double own = type_spread * h->a[i];
      double shock = h->nation_shock[i] + own - half;
      double mean = stated + h->p[ck_p_national_growth][i];
      h->nation[t][i] = h->nation[t][i] * (ck_max(least, mean) * ck_exp(shock));
    }
  }
  double region_kept = k[ck_region_persistence], region_spread = k[ck_region_spread];
  double centre = k[ck_regional_centre + y];
  EACH {
    h->region[i] = region_kept * h->region[i] + region_spread * h->scores[1][i];
    h->deviation[i] = ck_exp(h->region[i] + centre);
  }
}

static void WIDE(draw_effect)(struct ck_history *h, const struct ck_history_model *m, int y) {
  const double *k = m->constants;
  double transitory = k[ck_estimate + ck_p_transitory_spread];
  if (transitory > 0) {
    WIDE(scores)(h->a, h, m, aco, expenditure_effect, 2);
    EACH h->a[i] = transitory * h->a[i] * h->tail[i];
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
  WIDE(scores)(h->a, h, m, nation, national_growth, 5);
  double spread = y == 0 ? k[ck_first_year_spread] : k[ck_year_spread];
  double level = k[ck_levels + y], ahead = k[ck_years_ahead + y], stated = k[ck_stated_rate];
  double least = k[ck_least_factor];
  EACH {
    h->common_change[i] = h->common_change[i] + spread * h->a[i];
    h->position_effect[i] = h->position_effect[i] * h->p[ck_p_prior_persistence][i];
    double here = level + h->p[ck_p_level][i] + h->p[ck_p_drift][i] * ahead;
    double rate = here + h->common_change[i] + h->position_effect[i] + h->position_luck[i];
    h->position[i] = ck_max(least, (1 - rate) / (1 - stated));
    h->own_level[i] = h->effect[i] * h->position[i];
  }
}

static void WIDE(draw_retention)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  double stated = k[ck_retention_mean], both = k[ck_retention_concentration];
  WIDE(words)(h, m, aco, retention, 0, 0);
  column mean;
  EACH {
    mean[i] = ck_min(ck_max(stated + h->p[ck_p_retention][i], 0), 1);
    int open = mean[i] > 0 && mean[i] < 1;
    double used = open ? mean[i] : 0.5;
    h->a[i] = used * both;
    h->b[i] = (1 - used) * both;
  }
  WIDE(betas)(h->retained, h->a, h->b, h, m, retention, 0);
  EACH h->retained[i] = mean[i] > 0 && mean[i] < 1 ? h->retained[i] : mean[i];
}

// Counts by adding probabilities where `open` is set: the first is `first`, each the one before times
// (a + b k)/(k + 1); see `ck_draw_poisson` and `ck_draw_count`.
static void WIDE(counted)(
    double *restrict out, const uint64_t *restrict open, const uint64_t *restrict words,
    const double *restrict first, const double *restrict a, const double *restrict b,
    const double *restrict mean) {
  for (int from = 0; from < ck_lanes; from += 8) {
    ck_eight_words goes = CK_WORDS(open + from);
    if (__builtin_reduce_or(goes) == 0) continue;
    double u[8], unit[8], most[8];
    EIGHT {
      u[i] = ck_uniform(words[from + i]);
      unit[i] = 1;
      most[i] = __builtin_inf();
    }
    ck_eight found = WIDE(added_up)(
        CK_ROW(u), CK_ROW(first + from), CK_ROW(a + from), CK_ROW(b + from), CK_ROW(unit),
        CK_ROW(most), CK_ROW(mean + from), goes);
    *(ck_eight *)(out + from) = CK_CHOSEN(goes, found, CK_ROW(out + from));
  }
}

// Poisson counts of h->a into h->d where `open` is set.
static void WIDE(poissons)(
    struct ck_history *h, const double *restrict score, uint64_t *restrict open) {
  column first, none;
  uint64_t few = 0;
  EACH {
    double mean = h->a[i], held = ck_max(mean, CK_LEAST_VARIANCE);
    double count = ck_large_poisson(score[i], held);
    count = mean > 0 ? count : 0;
    h->d[i] = open[i] ? count : h->d[i];
    open[i] = mean > 0 && mean < CK_LEAST_VARIANCE ? open[i] : 0;
    few |= open[i];
  }
  if (few == 0) return;
  EACH {
    first[i] = ck_exp(-ck_min(h->a[i], CK_LEAST_VARIANCE));
    none[i] = 0;
  }
  WIDE(counted)(h->d, open, h->first, first, h->a, none, h->a);
}

// Those who join a type, from h->a their mean, which is lost; into h->d. See `ck_draw_count`.
static void WIDE(draw_joiners)(struct ck_history *h, const struct ck_history_model *m, int t) {
  const double *dispersion = h->p[ck_p_joining_dispersion];
  WIDE(words)(h, m, aco, joining, (uint32_t)t, 0);
  column score;
  uint64_t narrow[ck_lanes], wide[ck_lanes], rare[ck_lanes], poisson[ck_lanes];
  uint64_t some_narrow = 0, some_wide = 0, some_rare = 0, some_poisson = 0;
  const uint64_t all = ~(uint64_t)0;
  WIDE(normals)(score, h->first, ck_lanes);
  EACH {
    double d = dispersion[i];
    uint64_t large = h->a[i] >= CK_LEAST_VARIANCE ? all : 0, spread = d > 0 ? all : 0;
    uint64_t is_wide = d > CK_MOST_DISPERSION ? all : 0, some = h->a[i] > 0 ? all : 0;
    some_narrow |= narrow[i] = large & spread & ~is_wide;
    some_wide |= wide[i] = large & is_wide;
    some_rare |= rare[i] = some & ~large & spread;
    some_poisson |= poisson[i] = (large & is_wide) | ~spread;
    h->d[i] = 0;
  }
  if (some_narrow) EACH {
      double mean = narrow[i] ? h->a[i] : 1000, spread = narrow[i] ? dispersion[i] : 0.1;
      double count = ck_large_negative_binomial(score[i], mean, spread);
      h->d[i] = narrow[i] ? count : h->d[i];
    }
  if (some_rare) {
    column first, a, b;
    EACH {
      double mean = rare[i] ? h->a[i] : 1, spread = rare[i] ? dispersion[i] : 1;
      double shape = 1 / (spread * spread);
      double rest = mean / (shape + mean);
      first[i] = ck_exp(shape * ck_log(shape / (shape + mean)));
      a[i] = shape * rest;
      b[i] = rest;
    }
    WIDE(counted)(h->d, rare, h->first, first, a, b, h->a);
  }
  if (some_wide) {
    EACH h->b[i] = wide[i] ? 1 / (dispersion[i] * dispersion[i]) : 1;
    WIDE(gammas)(h->c, h->b, h->second, h, m, joining, (uint32_t)t, 1);
    EACH h->a[i] = wide[i] ? h->a[i] * (h->c[i] / h->b[i]) : h->a[i];
  }
  if (some_poisson) WIDE(poissons)(h, score, poisson);
}

// One benchmark year's luck of one type for lists made `change` times as large: see BenchmarkLuck.
static void WIDE(relist_luck)(
    struct ck_history *h, const struct ck_history_model *m, const struct lot *lot,
    const double *restrict change, int t, int y, uint32_t slot) {
  uint64_t first[ck_lanes], second[ck_lanes];
  column level, shape, a, b, one, other, score;
  int n = lot->filled, law = (int)m->constants[ck_benchmark_law];
  WIDE(block)(first, second, lot, h, m, aco, benchmark_noise, slot, 0);
  WIDE(guide_lot)(first, lot, h, m, benchmark_noise, slot);
  for (int i = 0; i < n; i++) {
    level[i] = h->luck[t][y][lot->lane[i]];
    shape[i] = h->luck_shape[t][y][lot->lane[i]];
  }
  if (law == ck_law_normal) {
    WIDE(normals)(score, first, n);
    for (int i = 0; i < n; i++) {
      double overlap = ck_min(change[i], 1 / change[i]);
      level[i] = ck_sqrt(overlap) * level[i] + ck_sqrt(1 - overlap) * score[i];
      shape[i] = shape[i] * change[i];
    }
  } else {
    // A smaller list keeps a beta fraction, a larger one adds fresh mass; one as large is left.
    for (int i = 0; i < n; i++) {
      double next = shape[i] * change[i];
      int shrinks = next < shape[i];
      a[i] = shrinks ? change[i] * shape[i] : next > shape[i] ? next - shape[i] : CK_LEAST_SHAPE;
      b[i] = shrinks ? (1 - change[i]) * shape[i] : CK_LEAST_SHAPE;
    }
    WIDE(some_gammas)(one, a, first, lot, h, m, benchmark_noise, slot, 1);
    WIDE(some_gammas)(other, b, second, lot, h, m, benchmark_noise, slot, 17);
    for (int i = 0; i < n; i++) {
      double next = shape[i] * change[i];
      double kept = level[i] * (one[i] / (one[i] + other[i])), grown = level[i] + one[i];
      level[i] = next < shape[i] ? kept : next > shape[i] ? grown : level[i];
      shape[i] = next;
    }
  }
  for (int i = 0; i < lot->count; i++) {
    h->luck[t][y][lot->lane[i]] = level[i];
    h->luck_shape[t][y][lot->lane[i]] = shape[i];
  }
}

// Base scores of one type for lists made `change` times as large.
static void WIDE(relist_scores)(
    struct ck_history *h, const struct ck_history_model *m, const struct lot *lot,
    const double *restrict change, int t, uint32_t slot) {
  uint64_t first[ck_lanes], second[ck_lanes];
  WIDE(block)(first, second, lot, h, m, aco, risk_score, slot, 0);
  WIDE(guide_lot)(first, lot, h, m, risk_score, slot);
  column score;
  WIDE(normals)(score, first, lot->filled);
  for (int i = 0; i < lot->count; i++) {
    uint32_t lane = lot->lane[i];
    double before = h->risk_sample_variance[t][lane];
    double overlap = ck_min(change[i], 1 / change[i]);
    double fresh = ck_sqrt(1 - overlap) * score[i];
    double kept = ck_sqrt(overlap / before) * h->risk_sample[t][lane];
    double variance = before / change[i];
    h->risk_sample[t][lane] = ck_sqrt(variance) * (kept + fresh);
    h->risk_sample_variance[t][lane] = variance;
  }
}

// The benchmark years and base scores of some trials for lists made `change` times as large.
static void WIDE(relist)(
    struct ck_history *h, const struct ck_history_model *m, const struct lot *lot,
    const double *restrict change, int is_planned) {
  const double *k = m->constants;
  for (int i = 0; i < lot->count; i++) {
    uint32_t lane = lot->lane[i];
    h->rebased[lane] = 1;
    h->position_luck[lane] *= ck_min(1, 1 / change[i]);
  }
  if ((int)k[ck_benchmark_law] != ck_law_none)
    TYPES for (int y = 0; y < 3; y++)
      WIDE(relist_luck)(
          h, m, lot, change, t, y, (uint32_t)((is_planned ? 16 : 0) + 4 * y + t));
  TYPES if (k[ck_estimate + ck_p_person_risk + t] > 0)
    WIDE(relist_scores)(h, m, lot, change, t, (uint32_t)((is_planned ? 14 : 10) + t));
}

static void WIDE(change_participants)(
    struct ck_history *h, const struct ck_history_model *m, int y) {
  const double *k = m->constants;
  double planned = k[ck_planned_list + y];
  struct lot lot;
  column change;
  EACH h->rebased[i] = 0;
  EACH h->a[i] = planned;
  if (planned != 1) {
    lot.count = lot.filled = ck_lanes;
    EACH {
      lot.lane[i] = (uint32_t)i;
      lot.trial[i] = h->trials[i];
      change[i] = planned;
    }
    WIDE(relist)(h, m, &lot, change, 1);
  }
  if (k[ck_estimate + ck_p_change_chance] > 0) {
    const double *chance = h->p[ck_p_change_chance];
    int from_points = WIDE(guided)(h, m, participant_change, 0, 0)[0] > 0;
    WIDE(words)(h, m, aco, participant_change, 0, 0);
    if (from_points) {
      EACH h->b[i] = ck_event(h->first[i], chance[i], &h->d[i]) ? 1 : 0;
    } else {
      EACH h->b[i] = ck_uniform(h->first[i]) < chance[i] ? 1 : 0;
      WIDE(scores)(h->d, h, m, aco, participant_change, 1);
    }
    EACH {
      double spread = h->p[ck_p_change_spread][i];
      double jump = k[ck_change_mean] - spread * spread / 2 + spread * h->d[i];
      h->c[i] = ck_exp(ck_min(ck_max(jump, -2), 2));
    }
    lot.count = 0;
    EACH {
      if (h->b[i] == 0) continue;
      lot.lane[lot.count] = (uint32_t)i;
      lot.trial[lot.count] = h->trials[i];
      change[lot.count++] = h->c[i];
      h->a[i] = planned * h->c[i];
    }
    if (lot.count > 0) {
      fill(&lot);
      for (int i = lot.count; i < lot.filled; i++) change[i] = change[lot.count - 1];
      WIDE(relist)(h, m, &lot, change, 0);
    }
  }
  // A list that did not change is not rounded again: its counts are whole.
  TYPES EACH h->count[t][i] = ck_max(1, ck_round(h->count[t][i] * h->a[i]));
}

static void WIDE(settle_list)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  EACH h->true_up[i] = 1;
  if (k[ck_is_prospective] != 0) {
    double loss = k[ck_in_year_loss];
    if (!(loss > 0)) return;
    TYPES {
      WIDE(words)(h, m, aco, true_up, 1 + (uint32_t)t, 0);
      EACH {
        h->a[i] = ck_round(h->count[t][i] / (1 - loss));
        h->b[i] = 1 - loss;
      }
      WIDE(binomials)(h->c, h->a, h->b, h->first);
      EACH h->count[t][i] = ck_max(1, h->c[i]);
    }
    return;
  }
  double spread = k[ck_true_up_spread], slope = k[ck_true_up_slope];
  if (!(spread > 0)) return;
  WIDE(scores)(h->a, h, m, aco, true_up, 0);
  double half = spread * spread / 2;
  EACH {
    double change = spread * h->a[i];
    h->b[i] = ck_exp(change - half);
    h->true_up[i] = ck_exp(slope * change - slope * slope * half);
  }
  TYPES EACH h->count[t][i] = ck_max(1, ck_round(h->count[t][i] * h->b[i]));
}

static void WIDE(assign)(struct ck_history *h, const struct ck_history_model *m, int y) {
  const double *k = m->constants;
  double voluntary = k[ck_voluntary_share], planned = k[ck_planned_retention];
  double least = k[ck_least_factor];
  column size, stay, join, kept[4];
  WIDE(draw_retention)(h, m);
  EACH size[i] = h->count[0][i] + h->count[1][i] + h->count[2][i] + h->count[3][i];
  TYPES {
    EACH {
      h->a[i] = ck_round(h->count[t][i] * voluntary);
      h->b[i] = h->count[t][i] - h->a[i];
    }
    WIDE(words)(h, m, aco, retention, 1 + (uint32_t)t, 0);
    WIDE(binomials)(kept[t], h->b, h->retained, h->first);
    if (voluntary > 0) {
      WIDE(words)(h, m, aco, retention, 5 + (uint32_t)t, 0);
      EACH h->b[i] = k[ck_voluntary_retention];
      WIDE(binomials)(h->c, h->a, h->b, h->first);
      EACH kept[t][i] += h->c[i];
    }
  }
  EACH stay[i] = kept[0][i] + kept[1][i] + kept[2][i] + kept[3][i];
  EACH join[i] = 0;
  double plan = k[ck_planned_size + y];
  TYPES {
    EACH h->a[i] =
        ck_max(0, (plan * h->p[ck_p_size][i] - planned) * h->count[t][i]);
    WIDE(draw_joiners)(h, m, t);
    EACH {
      join[i] = join[i] + h->d[i];
      h->count[t][i] = ck_max(1, kept[t][i] + h->d[i]);
    }
  }
  double leaver = k[ck_leaver_expenditure], joiner = k[ck_joiner_expenditure];
  double leaver_risk = k[ck_leaver_risk], joiner_risk = k[ck_joiner_risk];
  EACH {
    double s = stay[i] / size[i], j = join[i] / size[i];
    double needed = ck_max(0, plan * h->p[ck_p_size][i] - planned);
    int open = s + j > 0 && planned + needed > 0;
    double both = open ? s + j : 1, wanted = open ? planned + needed : 1;
    double spent = (ck_max(1 - (1 - s) * leaver, least * s) + j * joiner) / both;
    double expected =
        (ck_max(1 - (1 - planned) * leaver, least * planned) + needed * joiner) / wanted;
    double scored = (ck_max(1 - (1 - s) * leaver_risk, least * s) + j * joiner_risk) / both;
    double score =
        (ck_max(1 - (1 - planned) * leaver_risk, least * planned) + needed * joiner_risk) / wanted;
    h->chosen_expenditure[i] =
        open ? h->chosen_expenditure[i] * (spent / expected) : h->chosen_expenditure[i];
    h->chosen_risk[i] = open ? h->chosen_risk[i] * (scored / score) : h->chosen_risk[i];
  }
  WIDE(change_participants)(h, m, y);
  WIDE(settle_list)(h, m);
}

static void WIDE(score_risk)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  double kept = k[ck_risk_persistence];
  WIDE(scores)(h->a, h, m, aco, risk_score, 1);
  EACH h->demographic[i] =
      h->demographic[i] + (k[ck_demographic_mean] + k[ck_demographic_spread] * h->a[i]);
  WIDE(sample_errors)(h, m);
  EACH {
    h->c[i] = ck_sqrt(h->p[ck_p_common_risk][i]) * h->scores[3][i];
    h->d[i] = ck_sqrt(1 - h->p[ck_p_common_risk][i]);
  }
  TYPES {
    WIDE(scores)(h->a, h, m, aco, risk_score, 2 + (uint32_t)t);
    double mean = k[ck_risk_mean + t];
    EACH {
      double spread = h->p[ck_p_risk_spread + t][i], health = h->p[ck_p_health_share][i];
      double innovation = spread * (h->c[i] + h->d[i] * h->a[i]);
      h->risk_change[t][i] = kept * h->risk_change[t][i] + innovation;
      h->risk_variance[t][i] = kept * kept * h->risk_variance[t][i] + spread * spread;
      h->risk_mean[t][i] = h->risk_mean[t][i] + mean;
      double change = h->risk_change[t][i] + h->sample[t][i] - h->risk_sample[t][i];
      double half =
          (h->risk_variance[t][i] + h->sample_variance[t][i] + h->risk_sample_variance[t][i]) / 2;
      h->risk_ratio[t][i] = ck_exp(h->risk_mean[t][i] + change - half);
      h->health[t][i] =
          ck_exp(health * (h->risk_mean[t][i] + change) - health * health * half);
    }
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
  WIDE(words)(h, m, aco, purpose, slot, 0);
  EACH out[i] = ck_uniform(h->first[i]) < chance ? 1 : 0;
}

static void WIDE(measure_quality)(
    struct ck_history *h, const struct ck_history_model *m, int y, double *columns) {
  const double *k = m->constants;
  double mean = k[ck_quality_mean + y], centre = k[ck_quality_logit + y];
  double slope = k[ck_quality_slope + y], stated = k[ck_quality_spread + y];
  double *score = columns + ck_y_quality * ck_lanes;
  EACH {
    double kept = h->p[ck_p_quality_autocorrelation][i];
    double moved = kept * h->quality_score[i] + ck_sqrt(1 - kept * kept) * h->scores[4][i];
    h->quality_score[i] = y == 0 ? h->scores[4][i] : moved;
    double spread = h->p[ck_p_quality_spread][i];
    double logit = centre + slope * (spread * spread - 1) + stated * spread * h->quality_score[i] +
                   h->p[ck_p_quality][i] / (mean * (1 - mean));
    score[i] = 1 / (1 + ck_exp(-logit));
  }
  WIDE(scores)(h->a, h, m, aco, quality, 1);
  double *standard = columns + ck_y_standard * ck_lanes;
  EACH standard[i] = ck_min(
      ck_max(k[ck_quality_standard + y] + k[ck_standard_spread] * h->a[i], 0), 1);
  double *reported = columns + ck_y_reported * ck_lanes;
  WIDE(happens)(reported, h, m, k[ck_reporting_failure], quality, 2);
  EACH reported[i] = 1 - reported[i];
  WIDE(happens)(columns + ck_y_alternative * ck_lanes, h, m, k[ck_alternative], quality, 3);
  WIDE(happens)(columns + ck_y_incentive * ck_lanes, h, m, k[ck_incentive], quality, 4);
}

static void WIDE(draw_circumstances)(
    struct ck_history *h, const struct ck_history_model *m, int y, double *columns) {
  const double *k = m->constants;
  double *months = columns + ck_y_months * ck_lanes;
  double *share = columns + ck_y_months_share * ck_lanes;
  EACH share[i] = 0;
  WIDE(happens)(months, h, m, k[ck_circumstances_chance + y], circumstances, 0);
  EACH {
    if (months[i] == 0) continue;
    struct ck_address place = at(h, m, aco, circumstances, 1, i);
    months[i] = 1 + ck_draw_binomial(
                        11, (k[ck_circumstances_months] - 1) / 11, ck_two_words(&place, 0).first);
    struct ck_address beside = at(h, m, aco, circumstances, 2, i);
    double mean = k[ck_circumstances_share];
    share[i] = mean < 1 ? lone_beta(&beside, 0, mean, k[ck_circumstances_concentration]) : 1;
  }
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
  double *level = h->noise[t], *shape = h->noise_shape[t];
  column next;
  EACH next[i] = h->a[i] / (variation * variation);
  uint32_t slot = (uint32_t)t;
  WIDE(words)(h, m, aco, claims_noise, slot, 0);
  if (law == ck_law_normal) {
    column score;
    WIDE(normals)(score, h->first, ck_lanes);
    EACH {
      double kept = correlation[i];
      level[i] = y == 0 ? score[i] : kept * level[i] + ck_sqrt(1 - kept * kept) * score[i];
      shape[i] = next[i];
      h->d[i] = 1 + level[i] / ck_sqrt(next[i]);
    }
    return;
  }
  // Without correlation nothing is carried, in any trial.
  int carries = y > 0 && k[ck_estimate + ck_p_claims_correlation] > 0;
  column fresh, kept;
  if (carries) {
    EACH {
      double carried = correlation[i] * ck_min(shape[i], next[i]);
      double mean = carried / shape[i];
      h->b[i] = mean * shape[i];
      h->c[i] = (1 - mean) * shape[i];
      fresh[i] = next[i] - carried;
    }
    WIDE(betas)(kept, h->b, h->c, h, m, claims_noise, slot);
    WIDE(words)(h, m, aco, claims_noise, slot, 1);
    WIDE(gammas)(h->d, fresh, h->first, h, m, claims_noise, slot, 33);
    EACH level[i] = level[i] * kept[i] + h->d[i];
  } else {
    WIDE(gammas)(h->d, next, h->first, h, m, claims_noise, slot, 1);
    EACH level[i] = 0 + h->d[i];
  }
  EACH {
    shape[i] = next[i];
    h->d[i] = level[i] / next[i];
  }
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
  EACH {
    double luck = h->d[i];
    double own = h->effect[i] * h->chosen_expenditure[i] * h->true_up[i];
    nation[i] = h->nation[t][i];
    others[i] = nation[i] * h->deviation[i];
    risen[i] = h->risk_ratio[t][i] * h->chosen_risk[i];
    double size = h->count[t][i] / base_count;
    share[i] = ck_min(1, market * size);
    double growth = (own * luck * h->health[t][i]) / (risen[i] * ck_max(least, third[i]));
    spent[i] = base * others[i] * own * h->health[t][i] * luck * h->position[i];
    grown[i] = others[i] * (1 - share[i] + share[i] * growth);
    region_risk[i] = 1 - share[i] + share[i] * risen[i];
    region_demographic[i] = 1 - share[i] + share[i] * demographic[i];
  }
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
  WIDE(score_risk)(h, m);
  WIDE(measure_quality)(h, m, y, columns);
  WIDE(draw_circumstances)(h, m, y, columns);
  WIDE(benchmark_luck)(h, m, OUT(ck_y_benchmark_luck));
  double *demographic = OUT(ck_y_demographic), *revenue = OUT(ck_y_revenue);
  double *assigned = OUT(ck_y_assigned);
  EACH demographic[i] = ck_exp(h->demographic[i]);
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
