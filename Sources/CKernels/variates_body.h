// Included once for each width of register, by history_body.h. Variates of other laws.

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
