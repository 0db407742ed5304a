// Included once for each width of register, by history_body.h. Counts of those who do.

// Counts found by adding probabilities until they reach a uniform, or until nothing is left that a double
// can tell, where `open` is set: the first is `mass`, each the one before times (a + b k)/(k + 1).
struct WIDE(adding) {
  const double *u, *mass, *a, *b;
  const uint64_t *open;
};

// A register, and one of whole numbers.
typedef double WIDE(some) __attribute__((vector_size(16 << WIDTH), aligned(8)));
typedef uint64_t WIDE(some_whole) __attribute__((vector_size(16 << WIDTH), aligned(8)));
enum { WIDE(register_lanes) = 2 << WIDTH };

// Two registers of trials: while one waits for a product the other goes on.
static inline __attribute__((always_inline)) void WIDE(add_up)(
    double *restrict out, const struct WIDE(adding) *restrict of, int from) {
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
  double k = 0;
  while (__builtin_reduce_or(open[0] | open[1]) != 0) {
    // Two steps before it is asked again: a trial that is done changes no more.
    for (int step = 0; step < 2; step++) {
      double reciprocal = 1 / (k + 1);
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
  BOTH {
    WIDE(some) *to = (WIDE(some) *)(out + from + e * WIDE(register_lanes));
    WIDE(some_whole) began = WHOLE(SOME(of->open));
    *to = (WIDE(some))((began & WHOLE(found[e])) | (~began & WHOLE(*to)));
  }
#undef SOME
#undef WHOLE
#undef BOTH
}

static void WIDE(all_added_up)(double *restrict out, const struct WIDE(adding) *restrict of) {
  for (int from = 0; from < ck_lanes; from += 2 * WIDE(register_lanes))
    WIDE(add_up)(out, of, from);
}

// Chances of success, and what counts of a small variance need of them.
struct WIDE(chances) {
  const double *chance;
  // Odds of the rarer end, and the logarithm of the other's chance.
  column odds, rest;
};

static void WIDE(set_chances)(struct WIDE(chances) *restrict to, const double *chance) {
  to->chance = chance;
  EACH {
    double few = chance[i] <= 0.5 ? chance[i] : 1 - chance[i];
    to->odds[i] = few / (1 - few);
    to->rest[i] = ck_log(1 - few);
  }
}

// Counts of a small variance, where `small` is set; see `ck_draw_binomial`.
static void WIDE(few_successes)(
    double *restrict out, const double *restrict n, const struct WIDE(chances) *restrict at,
    const uint32_t *restrict words, const uint64_t *restrict small) {
  column u, mass, a, b, found;
  EACH {
    double uniform = ck_uniform(words[i]), odds = at->odds[i];
    u[i] = at->chance[i] <= 0.5 ? uniform : 1 - uniform;
    mass[i] = ck_exp(n[i] * at->rest[i]);
    a[i] = n[i] * odds;
    b[i] = -odds;
    found[i] = 0;
  }
  struct WIDE(adding) of = {u, mass, a, b, small};
  WIDE(all_added_up)(found, &of);
  for (int from = 0; from < ck_lanes; from += 8) {
    ck_eight all = CK_ROW(n + from), few = CK_ROW(found + from);
    ck_eight_words rarely = (ck_eight_words)(CK_ROW(at->chance + from) <= 0.5);
    ck_eight count = CK_CHOSEN(rarely, few, all - few);
    *(ck_eight *)(out + from) = CK_CHOSEN(CK_WORDS(small + from), count, CK_ROW(out + from));
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
  column mean, spread;
  float third[ck_lanes], fourth[ck_lanes], fifth[ck_lanes];
};

static inline __attribute__((always_inline)) void WIDE(put)(
    struct WIDE(laws_of_counts) *restrict laws, int i, struct ck_cumulants of) {
  laws->mean[i] = of.mean;
  laws->spread[i] = of.spread;
  laws->third[i] = of.third;
  laws->fourth[i] = of.fourth;
  laws->fifth[i] = of.fifth;
}

static void WIDE(large_counts)(
    double *restrict out, const struct WIDE(laws_of_counts) *restrict of,
    const double *restrict score) {
  float z[ck_lanes], above[ck_lanes];
  EACH z[i] = (float)score[i];
  EACH above[i] = ck_count_score(z[i], of->third[i], of->fourth[i], of->fifth[i]);
  EACH out[i] = ck_round(of->mean[i] + of->spread[i] * (double)above[i]);
}

// Counts of successes of `n` trials each.
static void WIDE(binomials)(
    double *restrict out, const double *restrict n, const struct WIDE(chances) *restrict at,
    const uint32_t *restrict words) {
  const double *p = at->chance;
  column variance;
  uint64_t small[ck_lanes];
  EACH variance[i] = n[i] * (p[i] * (1 - p[i]));
  int few = WIDE(mark_small)(small, variance);
  if (few < ck_lanes) {
    column score;
    WIDE(normals)(score, words, ck_lanes);
    struct WIDE(laws_of_counts) laws;
    EACH {
      // What is too small is drawn below; here it only must not divide by zero.
      double used = small[i] ? 1000000 : n[i], chance = small[i] ? 0.5 : p[i];
      WIDE(put)(&laws, i, ck_binomial_cumulants(used, chance, 0, 0));
    }
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
  uint64_t small[ck_lanes];
  EACH variance[i] = n[i] * (p[i] * (1 - p[i])) + other[i] * (q[i] * (1 - q[i]));
  int few = WIDE(mark_small)(small, variance);
  if (few < ck_lanes) {
    column score;
    WIDE(normals)(score, words, ck_lanes);
    struct WIDE(laws_of_counts) laws;
    EACH {
      double used = small[i] ? 1000000 : n[i], chance = small[i] ? 0.5 : p[i];
      WIDE(put)(&laws, i, ck_binomial_cumulants(used, chance, other[i], q[i]));
    }
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
    const double *restrict first, const double *restrict a, const double *restrict b) {
  column u;
  EACH u[i] = ck_uniform(words[i]);
  struct WIDE(adding) of = {u, first, a, b, open};
  WIDE(all_added_up)(out, &of);
}

// Poisson counts of h->a into h->d where `open` is set, of these words and their scores.
static void WIDE(poissons)(
    struct ck_history *h, const uint32_t *restrict words, const double *restrict score,
    uint64_t *restrict open) {
  column first, none;
  uint64_t few = 0;
  struct WIDE(laws_of_counts) laws;
  column large;
  EACH {
    double held = ck_max(h->a[i], CK_LEAST_VARIANCE);
    WIDE(put)(&laws, i, ck_standardised(held, held, held, held, held));
  }
  WIDE(large_counts)(large, &laws, score);
  EACH {
    double mean = h->a[i], count = mean > 0 ? ck_max(large[i], 0) : 0;
    h->d[i] = open[i] ? count : h->d[i];
    open[i] = mean > 0 && mean < CK_LEAST_VARIANCE ? open[i] : 0;
    few |= open[i];
  }
  if (few == 0) return;
  EACH {
    first[i] = ck_exp(-ck_min(h->a[i], CK_LEAST_VARIANCE));
    none[i] = 0;
  }
  WIDE(counted)(h->d, open, words, first, h->a, none);
}
