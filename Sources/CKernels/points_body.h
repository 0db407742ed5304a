// Included once for each width of register; see points.c.

#include "tables_body.h"

// Words of one dimension: the bits of the trials' place that they share, then those they do not.
static void WIDE(write_dimension)(
    const uint32_t *restrict columns, uint32_t point, uint32_t *restrict words) {
  uint32_t shared = columns[0];
  for (int b = ck_lane_bits; b < ck_point_bits; b++) shared ^= point >> b & 1 ? columns[1 + b] : 0;
  words[0] = shared;
  for (int b = 0; b < ck_lane_bits; b++)
    for (int i = 0; i < 1 << b; i++) words[(1 << b) + i] = words[i] ^ columns[1 + b];
}

// Normal scores reflected at the plane across a unit vector.
static void WIDE(reflect)(const double *axis, int32_t count, double *restrict scores) {
  double along[ck_lanes];
  for (int i = 0; i < ck_lanes; i++) along[i] = 0;
  for (int32_t d = 0; d < count; d++) {
    double weight = axis[d];
    const double *column = scores + d * ck_lanes;
    for (int i = 0; i < ck_lanes; i++) along[i] = along[i] + weight * column[i];
  }
  for (int32_t d = 0; d < count; d++) {
    double twice = 2 * axis[d];
    double *column = scores + d * ck_lanes;
    for (int i = 0; i < ck_lanes; i++) column[i] = column[i] - twice * along[i];
  }
}

static void WIDE(write)(
    const struct ck_points *points, uint32_t trial, double *restrict scores,
    uint32_t *restrict words) {
  struct ck_point_place place = ck_place_of_trial(trial);
  const uint32_t *columns =
      points->columns + (long)place.randomisation * points->dimensions * ck_point_columns;
  for (int32_t d = 0; d < points->dimensions; d++)
    WIDE(write_dimension)(columns + d * ck_point_columns, place.point, words + d * ck_lanes);
  int32_t turned = points->turned * ck_lanes;
  for (int32_t from = 0; from < turned; from += ck_lanes) {
    float drawn[ck_lanes];
    WIDE(normals)(drawn, words + from, ck_lanes);
    for (int i = 0; i < ck_lanes; i++) scores[from + i] = drawn[i];
  }
  for (int32_t n = 0; n < points->reflections; n++)
    WIDE(reflect)(points->axes + n * points->turned, points->turned, scores);
  for (int32_t i = 0; i < turned; i++) words[i] = ck_score_word(scores[i]);
}
