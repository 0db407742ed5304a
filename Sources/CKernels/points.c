#include "CHistories.h"
#include "CKernels.h"
#include "CPoints.h"
#include "eights.h"
#include "laws.h"
#include "sobol_directions.h"

struct ck_point_place ck_place_of_trial(uint32_t trial) {
  const uint32_t first = ck_lanes * ck_randomisations;
  if (trial < first) return (struct ck_point_place){trial / ck_lanes, trial % ck_lanes};
  uint32_t doublings = 31 - (uint32_t)__builtin_clz(trial / first);
  uint32_t size = (uint32_t)ck_lanes << doublings;
  uint32_t rest = trial - (first << doublings);
  return (struct ck_point_place){rest / size, size + rest % size};
}

void ck_directions_of(int32_t dimension, uint32_t *out) {
  if (dimension == 0) {
    for (int b = 0; b < ck_point_bits; b++) out[b] = 1u << (31 - b);
    return;
  }
  uint32_t polynomial = ck_directions[dimension - 1].polynomial;
  int degree = 31 - __builtin_clz(polynomial);
  for (int b = 0; b < ck_point_bits; b++) {
    if (b < degree) {
      out[b] = (uint32_t)ck_directions[dimension - 1].first[b] << (31 - b);
      continue;
    }
    out[b] = out[b - degree] ^ (out[b - degree] >> degree);
    for (int k = 1; k < degree; k++)
      if (polynomial >> (degree - k) & 1) out[b] ^= out[b - k];
  }
}

// One dimension of one randomisation. Column k of the matrix: nothing above row k, one in it, words at
// random below.
static void scramble(
    const uint32_t direction[ck_point_bits], const struct ck_address *at, uint32_t *columns) {
  uint32_t matrix[ck_point_bits];
  columns[0] = ck_words(at, 0).word[0];
  for (uint32_t k = 0; k < ck_point_bits; k += 4) {
    struct ck_block drawn = ck_words(at, 1 + k / 4);
    for (uint32_t i = 0; i < 4; i++) matrix[k + i] = (drawn.word[i] >> 1 | 0x80000000u) >> (k + i);
  }
  for (int b = 0; b < ck_point_bits; b++) {
    uint32_t sum = 0;
    for (int k = 0; k <= b; k++)
      if (direction[b] >> (31 - k) & 1) sum ^= matrix[k];
    columns[1 + b] = sum;
  }
}

void ck_scramble(
    const uint32_t key[2], uint32_t purpose, int32_t dimensions, uint32_t *columns) {
  for (int32_t d = 0; d < dimensions; d++) {
    uint32_t direction[ck_point_bits];
    ck_directions_of(d, direction);
    for (uint32_t r = 0; r < ck_randomisations; r++) {
      struct ck_address at = {{key[0], key[1]}, purpose | (uint32_t)d, 0, r};
      scramble(direction, &at, columns + ((int32_t)r * dimensions + d) * ck_point_columns);
    }
  }
}

#define EACH_WIDTH "points_body.h"
#include "cw_each_width.h"

void ck_write_points(
    int width, const struct ck_points *points, uint32_t trial, double *scores, uint32_t *words) {
  CHOOSE(write, points, trial, scores, words);
}

double ck_tail_below(double z) { return ck_tail_of_score(z); }
uint32_t ck_word_of_score(double z) { return ck_score_word(z); }
int ck_draw_event(uint32_t word, double chance, double *score) {
  return ck_event(word, chance, score);
}
