// Included once for each width of register, by history_body.h. Gamma variates of mean one, and beta variates.

// Where the words beside some draws stand.
struct WIDE(beside) {
  const struct lot *lot;
  const struct ck_history *h;
  const struct ck_history_model *m;
  uint32_t purpose, slot, draw;
};

// Those of shapes below 4; see `ck_draw_gamma`. Those of larger shapes are left.
static void WIDE(small_gammas)(
    double *restrict out, const double *restrict shape, const float *restrict score, int count,
    const struct WIDE(beside) *at) {
  singles used, root;
  column drawn;
  uint64_t tiny = 0;
  NARROWING for (int i = 0; i < count; i++) {
    int is_tiny = shape[i] < 1;
    tiny += (uint64_t)is_tiny;
    used[i] = (float)(is_tiny ? shape[i] + 1 : ck_min(shape[i], CK_LEAST_SHAPE));
  }
  WIDE(small_roots)(root, used, score, count);
  for (int i = 0; i < count; i++) {
    double wide = root[i];
    drawn[i] = wide * wide * wide;
  }
  if (tiny > 0) {
    four_words beside;
    WIDE(block)(
        beside, at->lot, at->h, at->m, aco, at->purpose, at->slot,
        at->draw * BLOCKS_A_DRAW + 1);
    const uint32_t *word = beside[at->slot % ck_four];
    for (int i = 0; i < count; i++) {
      double thinned = drawn[i] * ck_thinning(shape[i], ck_uniform(word[i]));
      drawn[i] = shape[i] < 1 ? thinned : drawn[i];
    }
  }
  for (int i = 0; i < count; i++) out[i] = shape[i] < CK_LEAST_SHAPE ? drawn[i] : out[i];
}

// Those of shapes of 4 and more; of smaller ones anything.
static void WIDE(large_gammas)(
    double *restrict out, const double *restrict shape, const float *restrict score, int count) {
  singles used, above;
  NARROWING for (int i = 0; i < count; i++) used[i] = (float)ck_max(shape[i], CK_LEAST_SHAPE);
  for (int i = 0; i < count; i++) above[i] = ck_root_above_one(used[i], score[i]);
  for (int i = 0; i < count; i++) {
    double root = 1 + (double)above[i];
    out[i] = root * root * root;
  }
}

// Of these shapes at these held scores; a multiple of sixteen of them.
static void WIDE(gammas_at)(
    double *restrict out, const double *restrict shape, const float *restrict held, int count,
    const struct WIDE(beside) *at) {
  uint64_t small = 0;
  for (int i = 0; i < count; i++) small += (uint64_t)(shape[i] < CK_LEAST_SHAPE);
  if (small < (uint64_t)count) WIDE(large_gammas)(out, shape, held, count);
  if (small > 0) WIDE(small_gammas)(out, shape, held, count, at);
}

// The same at the scores of a draw.
static void WIDE(gammas)(
    double *restrict out, const double *restrict shape, struct ck_history *h,
    const struct ck_history_model *m, uint32_t purpose, uint32_t slot, uint32_t draw) {
  struct WIDE(beside) at = {0, h, m, purpose, slot, draw};
  singles held;
  WIDE(normals)(held, WIDE(words)(h, m, aco, purpose, slot, draw), ck_lanes);
  EACH held[i] = ck_held_single(held[i]);
  WIDE(gammas_at)(out, shape, held, ck_lanes, &at);
}

// Beta variates of these shapes, of an address's first two draws.
static void WIDE(betas)(
    double *restrict out, const double *restrict a, const double *restrict b, struct ck_history *h,
    const struct ck_history_model *m, uint32_t purpose, uint32_t slot) {
  column first, second;
  WIDE(gammas)(first, a, h, m, purpose, slot, 0);
  WIDE(gammas)(second, b, h, m, purpose, slot, 1);
  EACH out[i] = a[i] * first[i] / (a[i] * first[i] + b[i] * second[i]);
}

// Those of a lot, of one mean and concentration.
static void WIDE(lot_betas)(
    double *restrict out, double mean, double both, const struct lot *lot,
    const struct ck_history *h, const struct ck_history_model *m, uint32_t purpose, uint32_t slot) {
  double shape[2] = {mean * both, (1 - mean) * both};
  column drawn[2], shapes;
  for (uint32_t draw = 0; draw < 2; draw++) {
    struct WIDE(beside) at = {lot, h, m, purpose, slot, draw};
    four_words words;
    singles held;
    WIDE(block)(words, lot, h, m, aco, purpose, slot, draw * BLOCKS_A_DRAW);
    WIDE(normals)(held, words[slot % ck_four], lot->filled);
    for (int i = 0; i < lot->filled; i++) held[i] = ck_held_single(held[i]);
    for (int i = 0; i < lot->filled; i++) shapes[i] = shape[draw];
    WIDE(gammas_at)(drawn[draw], shapes, held, lot->filled, &at);
  }
  for (int i = 0; i < lot->filled; i++) {
    double first = shape[0] * drawn[0][i];
    out[i] = first / (first + shape[1] * drawn[1][i]);
  }
}

// Claims over what was to be expected, at normal scores: ClaimsNoise.Law.luck.
static void WIDE(luck)(
    double *restrict out, int law, const double *restrict shape, const double *restrict score,
    int count, const struct WIDE(beside) *at) {
  if (law == ck_law_gamma) {
    singles held;
    NARROWING for (int i = 0; i < count; i++) held[i] = (float)ck_held_score(score[i]);
    WIDE(gammas_at)(out, shape, held, count, at);
  } else {
    for (int i = 0; i < count; i++) out[i] = 1 + score[i] / ck_sqrt(shape[i]);
  }
}
