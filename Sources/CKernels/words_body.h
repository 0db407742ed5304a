// Included once for each width of register, by history_body.h. Words, and the normal scores
// made of them.

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
