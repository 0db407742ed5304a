// Included once for each width of register, by history_body.h. Words, and the normal scores
// made of them.

#include "tables_body.h"

// One block of the generator for each of these trials; a multiple of sixteen of them.
static inline __attribute__((always_inline)) void WIDE(blocks)(
    four_words out, const uint32_t *restrict trials, int count, const uint32_t key[2],
    uint32_t place, uint32_t in_year, uint32_t number) {
  const uint32_t start0 = key[0], start1 = key[1];
  for (int i = 0; i < count; i++) {
    uint64_t x0 = number, x1 = place, x2 = in_year, x3 = trials[i];
    uint32_t k0 = start0, k1 = start1;
    CK_ROUNDS(uint64_t, 0, x0, x1, x2, x3, k0, k1)
    out[0][i] = (uint32_t)x0;
    out[1][i] = (uint32_t)x1;
    out[2][i] = (uint32_t)x2;
    out[3][i] = (uint32_t)x3;
  }
}

// The block of this number of some trials, or of all where `lot` is null; of those that draw this
// purpose again, the second key's. `slot` is any of the four that it serves.
static inline __attribute__((always_inline)) void WIDE(keyed_block)(
    four_words out, const struct lot *lot, const struct ck_history *h, const uint32_t key[2],
    const uint32_t second_key[2], uint32_t purpose, uint32_t slot, uint32_t number) {
  const uint32_t *trials = lot ? lot->trial : h->trials;
  int count = lot ? lot->filled : ck_lanes;
  uint32_t place = purpose << 24 | slot / ck_four;
  WIDE(blocks)(out, trials, count, key, place, h->year, number);
  if ((h->redrawn_somewhere >> purpose & 1) == 0) return;
  four_words other;
  WIDE(blocks)(other, trials, count, second_key, place, h->year, number);
  for (int i = 0; i < count; i++) {
    uint32_t redrawn = h->redrawn[lot ? lot->lane[i] : (uint32_t)i];
    for (int word = 0; word < ck_four; word++)
      out[word][i] = redrawn >> purpose & 1 ? other[word][i] : out[word][i];
  }
}

// The same of nation, region or ACO.
static inline __attribute__((always_inline)) void WIDE(block)(
    four_words out, const struct lot *lot, const struct ck_history *h,
    const struct ck_history_model *m, int who, uint32_t purpose, uint32_t slot, uint32_t number) {
  WIDE(keyed_block)(out, lot, h, m->keys[who], m->second_keys[who], purpose, slot, number);
}

// The words that points give for a draw, by lane; null for the generator's own. See `ck_guide`.
static inline const uint32_t *WIDE(guided)(
    const struct ck_history *h, const struct ck_history_model *m, uint32_t purpose, uint32_t slot,
    uint32_t draw) {
  if (m->guide.dimension == 0) return 0;
  uint16_t dimension = m->guide.dimension[ck_guided_place(purpose, slot, h->year, draw)];
  return dimension == 0 ? 0 : m->guide.words + (dimension - 1) * ck_lanes;
}

// The words of a draw, counted from 0 at its address; good until the next draw of this purpose that the
// same block does not serve.
static const uint32_t *WIDE(words)(
    struct ck_history *h, const struct ck_history_model *m, int who, uint32_t purpose,
    uint32_t slot, uint32_t draw) {
  struct held *held = &h->held[purpose][draw];
  uint64_t place = 1 + ((uint64_t)h->year << 32 | (uint64_t)slot / ck_four << 8 | (uint64_t)who);
  if (held->place != place) {
    held->place = place;
    WIDE(block)(held->words, 0, h, m, who, purpose, slot, draw * BLOCKS_A_DRAW);
    for (uint32_t word = 0; word < ck_four; word++) {
      const uint32_t *points =
          WIDE(guided)(h, m, purpose, slot / ck_four * ck_four + word, draw);
      if (points) EACH held->words[word][i] = points[i];
    }
  }
  return held->words[slot % ck_four];
}

// The words of a lot of trials' first draws, of four slots from this one on.
static inline __attribute__((always_inline)) void WIDE(some_words)(
    four_words out, const struct lot *lot, const struct ck_history *h,
    const struct ck_history_model *m, uint32_t purpose, uint32_t slot) {
  WIDE(block)(out, lot, h, m, aco, purpose, slot, 0);
  for (uint32_t word = 0; word < ck_four; word++) {
    const uint32_t *points = WIDE(guided)(h, m, purpose, slot + word, 0);
    if (points)
      for (int i = 0; i < lot->filled; i++) out[word][i] = points[lot->lane[i]];
  }
}

static void WIDE(scores)(
    float *restrict out, struct ck_history *h, const struct ck_history_model *m, int who,
    uint32_t purpose, uint32_t slot) {
  WIDE(normals)(out, WIDE(words)(h, m, who, purpose, slot, 0), ck_lanes);
}
