// Included once for each width of register, by history_body.h. Gamma and beta variates.

// Where the words beside some draws stand.
struct WIDE(beside) {
  const struct lot *lot;
  const struct ck_history *h;
  const struct ck_history_model *m;
  uint32_t purpose, slot, draw;
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
    four_words beside;
    WIDE(block)(
        beside, at->lot, at->h, at->m, aco, at->purpose, at->slot,
        at->draw * BLOCKS_A_DRAW + 1);
    const uint64_t *word = beside[at->slot % ck_four];
    for (int i = 0; i < count; i++) {
      double thinned = drawn[i] * ck_exp(ck_log(ck_uniform(word[i])) / shape[i]);
      drawn[i] = shape[i] < 1 ? thinned : drawn[i];
    }
  }
  for (int i = 0; i < count; i++) out[i] = shape[i] < CK_LEAST_SHAPE ? drawn[i] : out[i];
}

// Gamma variates of these shapes at these scores, scale one; a multiple of eight of them.
static void WIDE(gammas_at)(
    double *restrict out, const double *restrict shape, const double *restrict score, int count,
    const struct WIDE(beside) *at) {
  uint64_t small = 0;
  for (int i = 0; i < count; i++) small += (uint64_t)(shape[i] < CK_LEAST_SHAPE);
  if (small < (uint64_t)count)
    for (int i = 0; i < count; i++)
      out[i] = ck_large_gamma(ck_max(shape[i], CK_LEAST_SHAPE), score[i]);
  if (small > 0) WIDE(small_gammas)(out, shape, score, count, at);
}

// The same at the scores of a draw.
static void WIDE(gammas)(
    double *restrict out, const double *restrict shape, struct ck_history *h,
    const struct ck_history_model *m, uint32_t purpose, uint32_t slot, uint32_t draw) {
  struct WIDE(beside) at = {0, h, m, purpose, slot, draw};
  column score;
  WIDE(normals)(score, WIDE(words)(h, m, aco, purpose, slot, draw), ck_lanes);
  WIDE(gammas_at)(out, shape, score, ck_lanes, &at);
}

// Beta variates, of an address's first two draws: `a` over both; `a` and `b` are shapes and are lost.
static void WIDE(betas)(
    double *restrict out, double *restrict a, double *restrict b, struct ck_history *h,
    const struct ck_history_model *m, uint32_t purpose, uint32_t slot) {
  column first;
  WIDE(gammas)(first, a, h, m, purpose, slot, 0);
  WIDE(gammas)(a, b, h, m, purpose, slot, 1);
  EACH out[i] = first[i] / (first[i] + a[i]);
}

// Claims over what was to be expected, at normal scores: ClaimsNoise.Law.luck.
static void WIDE(luck)(
    double *restrict out, int law, const double *restrict shape, const double *restrict score,
    int count, const struct WIDE(beside) *at) {
  if (law == ck_law_gamma) {
    WIDE(gammas_at)(out, shape, score, count, at);
    for (int i = 0; i < count; i++) out[i] = out[i] / shape[i];
  } else {
    for (int i = 0; i < count; i++) out[i] = 1 + score[i] / ck_sqrt(shape[i]);
  }
}
