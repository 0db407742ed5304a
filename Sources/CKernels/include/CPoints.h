// Scrambled Sobol' points: words of chosen draws that fill their space evenly, in place of the
// generator's.
//
// Trial t is point i of randomisation r, a function of t alone; each randomisation's points are
// scrambled on their own, so that the spread between them is the error of their mean.
#ifndef CPOINTS_H
#define CPOINTS_H

#include <stdint.h>

// Trials of a batch, of histories and of points alike: measured to serve best of 32 to 256.
enum { ck_lane_bits = 7, ck_lanes = 1 << ck_lane_bits };

enum {
  ck_randomisations = 16,
  ck_most_dimensions = 384,
  // Of a point's number within its randomisation: beyond any run.
  ck_point_bits = 24,
  // Of each dimension of a randomisation: its shift, then a column for each of those bits.
  ck_point_columns = ck_point_bits + 1
};

struct ck_points {
  int32_t dimensions;
  // The first so many are turned, by as many reflections: see `axes`.
  int32_t turned, reflections;
  // (randomisation · dimensions + dimension) · ck_point_columns.
  const uint32_t *columns;
  // Normal scores are reflected at the plane across each of these unit vectors in turn; each one value
  // for each dimension turned.
  const double *axes;
};

struct ck_point_place {
  uint32_t randomisation, point;
};

// Which point a trial is. The first 2,048 trials are 128 points of each of the 16 randomisations, the
// first's first; each doubling of the trials after that doubles the points of each.
struct ck_point_place ck_place_of_trial(uint32_t trial);

// Direction numbers of a dimension, the first being 0: `ck_point_bits` of 32 bits each.
void ck_directions_of(int32_t dimension, uint32_t *out);

// Scrambles every dimension of every randomisation: a random lower triangular matrix over the field of
// two and a shift (Matousek 1998), of variance as Owen's nested scrambling (Owen 2003).
//
// `purpose` and `key` address the generator's words: trial the randomisation, slot the dimension.
void ck_scramble(
    const uint32_t key[2], uint32_t purpose, int32_t dimensions, uint32_t *columns);

// The words of `ck_lanes` trials from this one on, which is a multiple of as many: dimension by
// dimension, one word a trial. `scores` is room for as many values of the dimensions turned.
void ck_write_points(
    int width, const struct ck_points *points, uint32_t trial, double *scores, uint32_t *words);

// The place of a draw among all that may be guided: slots below 32, years below 8, draws below 2.
enum { ck_guided_places = 32 * 32 * 8 * 2 };
static inline uint32_t ck_guided_place(
    uint32_t purpose, uint32_t slot, uint32_t year, uint32_t draw) {
  return ((purpose * 32 + slot) * 8 + year) * 2 + draw;
}

// Which draws take their words from points.
struct ck_guide {
  // By `ck_guided_place`: one more than its dimension, 0 for the generator's own.
  const uint16_t *dimension;
  // As `ck_write_points` wrote them.
  const uint32_t *words;
};

// The standard normal probability below -|z|, and the word whose score is z.
double ck_tail_below(double z);
uint32_t ck_word_of_score(double z);
// Whether what has this chance happens, and the normal score of how, both from a point's word.
int ck_draw_event(uint32_t word, double chance, double *score);

#endif
