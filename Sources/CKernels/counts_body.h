// Included once for each width of register, by history_body.h. Counts of those who do.

// Counts found by adding probabilities, in single precision, until they reach a uniform, or until nothing is
// left that it can tell, where `open` is set: the first is `mass`, each the one before times (a + b k)/(k + 1).
// `mass` is given as its logarithm.
struct WIDE(adding) {
  singles u, mass, a, b;
  wholes open;
};

// A register, and one of whole numbers.
typedef float WIDE(some) __attribute__((vector_size(16 << WIDTH), aligned(4)));
typedef uint32_t WIDE(some_whole) __attribute__((vector_size(16 << WIDTH), aligned(4)));
enum { WIDE(register_lanes) = 4 << WIDTH };

// Two registers of trials: while one waits for a product the other goes on.
static inline __attribute__((always_inline)) void WIDE(add_up)(
    float *restrict out, const struct WIDE(adding) *restrict of, int from) {
#define SOME(column) (*(const WIDE(some) *)((column) + from + e * WIDE(register_lanes)))
#define WHOLE(x) ((WIDE(some_whole))(x))
#define BOTH for (int e = 0; e < 2; e++)
  const WIDE(some) one = (WIDE(some)){0} + 1;
  WIDE(some) u[2], mass[2], a[2], b[2], below[2], found[2];
  WIDE(some_whole) open[2];
  BOTH {
    u[e] = SOME(of->u);
    below[e] = mass[e] = SOME(of->mass);
    a[e] = SOME(of->a);
    b[e] = SOME(of->b);
    open[e] = WHOLE(SOME(of->open)) & WHOLE(u[e] > below[e]);
    found[e] = (WIDE(some)){0};
  }
  float k = 0;
  while (__builtin_reduce_or(open[0] | open[1]) != 0) {
    // Two steps before it is asked again: a trial that is done changes no more.
    for (int step = 0; step < 2; step++) {
      float reciprocal = 1 / (k + 1);
      BOTH {
        mass[e] = mass[e] * ((a[e] + b[e] * k) * reciprocal);
        WIDE(some) sum = below[e] + mass[e];
        open[e] &= WHOLE(sum > below[e]);
        found[e] += (WIDE(some))(open[e] & WHOLE(one));
        open[e] &= WHOLE(u[e] > sum);
        below[e] = sum;
      }
      k += 1;
    }
  }
  BOTH *(WIDE(some) *)(out + from + e * WIDE(register_lanes)) = found[e];
#undef SOME
#undef WHOLE
#undef BOTH
}

static void WIDE(all_added_up)(float *restrict out, struct WIDE(adding) *restrict of) {
  EACH of->mass[i] = ck_single_exp(of->mass[i]);
  for (int from = 0; from < ck_lanes; from += 2 * WIDE(register_lanes))
    WIDE(add_up)(out, of, from);
}

// Chances of success, and what counts of a small variance need of them.
struct WIDE(chances) {
  // As `ck_odds_of` finds the last two.
  column chance, odds, rest;
};

static void WIDE(set_chances)(struct WIDE(chances) *restrict to, const double *chance) {
  EACH {
    struct ck_odds of = ck_odds_of(chance[i]);
    to->chance[i] = chance[i];
    to->odds[i] = of.odds;
    to->rest[i] = of.rest;
  }
}

// The same chance in every trial.
static void WIDE(set_chance)(struct WIDE(chances) *restrict to, double chance) {
  struct ck_odds of = ck_odds_of(chance);
  EACH {
    to->chance[i] = chance;
    to->odds[i] = of.odds;
    to->rest[i] = of.rest;
  }
}

// Counts of a small variance, where `small` is set; see `ck_draw_binomial`.
static void WIDE(few_successes)(
    double *restrict out, const double *restrict n, const struct WIDE(chances) *restrict at,
    const uint32_t *restrict words, const uint64_t *restrict small) {
  struct WIDE(adding) of;
  singles found;
  EACH_NARROWED {
    double uniform = ck_uniform(words[i]), odds = at->odds[i];
    of.u[i] = (float)(at->chance[i] <= 0.5 ? uniform : 1 - uniform);
    of.mass[i] = (float)(n[i] * at->rest[i]);
    of.a[i] = (float)(n[i] * odds);
    of.b[i] = (float)-odds;
    of.open[i] = (uint32_t)small[i];
  }
  WIDE(all_added_up)(found, &of);
  EACH {
    double few = (double)found[i], count = at->chance[i] <= 0.5 ? few : n[i] - few;
    out[i] = small[i] ? count : out[i];
  }
}

// Marks counts of a small variance; how many there are.
static inline __attribute__((always_inline)) int WIDE(mark_small)(
    uint64_t *restrict small, const double *restrict variance) {
  uint64_t few = 0;
  EACH {
    small[i] = variance[i] < CK_LEAST_VARIANCE ? ~(uint64_t)0 : 0;
    few += small[i] & 1;
  }
  return (int)few;
}

// Counts of cumulants of their own at normal scores.
struct WIDE(laws_of_counts) {
  column mean;
  singles spread, third, fourth, fifth;
};

static inline __attribute__((always_inline)) void WIDE(put)(
    struct WIDE(laws_of_counts) *restrict laws, int i, struct ck_cumulants of) {
  laws->spread[i] = of.spread;
  laws->third[i] = of.third;
  laws->fourth[i] = of.fourth;
  laws->fifth[i] = of.fifth;
}

// Successes of two kinds together, or of one where `other` is null; what is `small` is drawn otherwise, and
// only must not divide by zero.
static void WIDE(put_binomials)(
    struct WIDE(laws_of_counts) *restrict laws, const uint64_t *restrict small,
    const double *restrict n, const double *restrict p, const double *restrict other,
    const double *restrict chance) {
  singles count[2], variance[2], skew[2];
  EACH_NARROWED {
    double used = small[i] ? 1000000 : n[i], at = small[i] ? 0.5 : p[i];
    laws->mean[i] = used * at;
    struct ck_attempts of = ck_attempts_of(used, at);
    count[0][i] = of.count;
    variance[0][i] = of.variance;
    skew[0][i] = of.skew;
    count[1][i] = variance[1][i] = skew[1][i] = 0;
  }
  if (other) EACH_NARROWED {
      laws->mean[i] = laws->mean[i] + other[i] * chance[i];
      struct ck_attempts of = ck_attempts_of(other[i], chance[i]);
      count[1][i] = of.count;
      variance[1][i] = of.variance;
      skew[1][i] = of.skew;
    }
  EACH {
    struct ck_attempts one = {count[0][i], variance[0][i], skew[0][i]};
    struct ck_attempts beside = {count[1][i], variance[1][i], skew[1][i]};
    WIDE(put)(laws, i, ck_binomial_cumulants(one, beside));
  }
}

static void WIDE(large_counts)(
    double *restrict out, const struct WIDE(laws_of_counts) *restrict of,
    const float *restrict score) {
  singles above;
  EACH above[i] =
      of->spread[i] * ck_count_score(score[i], of->third[i], of->fourth[i], of->fifth[i]);
  EACH out[i] = ck_round(of->mean[i] + (double)above[i]);
}

// Counts of successes of `n` trials each.
static void WIDE(binomials)(
    double *restrict out, const double *restrict n, const struct WIDE(chances) *restrict at,
    const uint32_t *restrict words) {
  const double *p = at->chance;
  column variance;
  masks small;
  EACH variance[i] = n[i] * (p[i] * (1 - p[i]));
  int few = WIDE(mark_small)(small, variance);
  if (few < ck_lanes) {
    singles score;
    WIDE(normals)(score, words, ck_lanes);
    struct WIDE(laws_of_counts) laws;
    WIDE(put_binomials)(&laws, small, n, p, 0, 0);
    WIDE(large_counts)(out, &laws, score);
    EACH out[i] = ck_min(ck_max(out[i], 0), n[i]);
  }
  if (few > 0) WIDE(few_successes)(out, n, at, words, small);
}

// The same of two kinds together; `words` of each, the second's asked for where few are counted.
static void WIDE(both_binomials)(
    double *restrict out, const double *restrict n, const struct WIDE(chances) *restrict at,
    const double *restrict other, const struct WIDE(chances) *restrict beside,
    struct ck_history *h, const struct ck_history_model *m, uint32_t purpose, uint32_t slot) {
  const uint32_t *words = WIDE(words)(h, m, aco, purpose, slot, 0);
  const double *p = at->chance, *q = beside->chance;
  column variance;
  masks small;
  EACH variance[i] = n[i] * (p[i] * (1 - p[i])) + other[i] * (q[i] * (1 - q[i]));
  int few = WIDE(mark_small)(small, variance);
  if (few < ck_lanes) {
    singles score;
    WIDE(normals)(score, words, ck_lanes);
    struct WIDE(laws_of_counts) laws;
    WIDE(put_binomials)(&laws, small, n, p, other, q);
    WIDE(large_counts)(out, &laws, score);
    EACH out[i] = ck_min(ck_max(out[i], 0), n[i] + other[i]);
  }
  if (few == 0) return;
  column found;
  EACH found[i] = 0;
  WIDE(few_successes)(out, n, at, words, small);
  words = WIDE(words)(h, m, aco, purpose, slot, 1);
  WIDE(few_successes)(found, other, beside, words, small);
  EACH out[i] = small[i] ? out[i] + found[i] : out[i];
}

// Counts where `open` is set, of these words; see `adding`, `ck_draw_poisson` and `ck_draw_count`.
static void WIDE(counted)(
    double *restrict out, const uint64_t *restrict open, const uint32_t *restrict words,
    struct WIDE(adding) *restrict of) {
  singles found;
  EACH_NARROWED {
    of->u[i] = (float)ck_uniform(words[i]);
    of->open[i] = (uint32_t)open[i];
  }
  WIDE(all_added_up)(found, of);
  EACH out[i] = open[i] ? (double)found[i] : out[i];
}

// Poisson counts of h->a into h->d where `open` is set, of these words and their scores.
static void WIDE(poissons)(
    struct ck_history *h, const uint32_t *restrict words, const float *restrict score,
    uint64_t *restrict open) {
  uint64_t few = 0;
  struct WIDE(laws_of_counts) laws;
  column large;
  EACH laws.mean[i] = ck_max(h->a[i], CK_LEAST_VARIANCE);
  EACH_NARROWED {
    float all = (float)laws.mean[i];
    WIDE(put)(&laws, i, ck_standardised(all, all, all, all));
  }
  WIDE(large_counts)(large, &laws, score);
  EACH {
    double mean = h->a[i], count = mean > 0 ? ck_max(large[i], 0) : 0;
    h->d[i] = open[i] ? count : h->d[i];
    open[i] = mean > 0 && mean < CK_LEAST_VARIANCE ? open[i] : 0;
    few |= open[i];
  }
  if (few == 0) return;
  struct WIDE(adding) law;
  EACH_NARROWED {
    law.mass[i] = (float)-ck_min(h->a[i], CK_LEAST_VARIANCE);
    law.a[i] = (float)h->a[i];
    law.b[i] = 0;
  }
  WIDE(counted)(h->d, open, words, &law);
}
