// Wide loops in C: one body, compiled for the baseline processor and for wider ones.
//
// Arithmetic is on integers, or on doubles in a fixed order and without contraction, so every width
// gives the same bits. Nothing here knows a rule of the program or an assumption: probabilities
// arrive as thresholds, amounts as tables.
#ifndef CKERNELS_H
#define CKERNELS_H

#include "CHistories.h"

#include <stddef.h>
#include <stdint.h>

// A place of the list is one byte and a rank. Bits of the byte: 0-1 enrollment type, 2-3 cost
// level, 4-5 risk level, 6 voluntarily aligned, 7 empty (the others are then zero).
enum {
  ck_empty_place = 0x80,
  ck_ranks = 1024,
  ck_risks = 256,
  // Places of a list are a multiple of this.
  ck_chunk = 256
};

// What befalls every beneficiary in one year. A probability p is the threshold p·2^32: it happens
// where a random word lies below.
struct ck_year {
  // Philox key, and words 1 to 3 of its counter; word 0 is the place in the list.
  uint32_t key[2];
  uint32_t purpose, year, trial;
  // 128: of leaving the list, by the place's lower seven bits.
  const uint32_t *leaving;
  // 3 rows by type, cumulative: of becoming type 0, then type 2, then type 3.
  const uint32_t *changing;
  // By type, of 2^22: of keeping last year's rank.
  const uint32_t *keeping;
  // 16 rows of `ck_ranks`, by type and cost level; 16 rows of `ck_risks`, by type and risk level.
  const uint32_t *spending;
  const uint32_t *risk;
};

// Who joins: how many by type, and of what kind.
struct ck_joining {
  uint32_t key[2];
  uint32_t purpose, year, trial;
  const uint32_t *joiners;
  // 15 ascending thresholds between the 16 pairs of cost level and risk level.
  const uint32_t *levels;
  uint32_t aligned;
  const uint32_t *spending;
  const uint32_t *risk;
};

// How wide the processor's registers are: 0 baseline, 1 AVX2, 2 AVX-512.
int ck_widest(void);

// Lives one year in every place. Adds to `sums`: heads, spending and risk of those who remain,
// four of each by type.
void ck_live(
    int width, uint8_t *places, uint16_t *ranks, size_t count, const struct ck_year *year,
    uint64_t *sums);

// Puts joiners into empty places, lowest first; there must be enough of them.
void ck_join(
    int width, uint8_t *places, uint16_t *ranks, size_t count, const struct ck_joining *joining,
    uint64_t *sums);

// Where a random number stands: the generator's key and words 1 to 3 of its counter. Word 0 counts
// blocks of two words.
struct ck_address {
  uint32_t key[2];
  uint32_t purpose, year, trial;
};

// Fills the tables of quantiles; once, before any draw.
void ck_prepare(void);

// Philox 4x32-10.
struct ck_pair {
  uint64_t first, second;
};
struct ck_pair ck_two_words(const struct ck_address *at, uint32_t block);

// Laws as quantiles of uniform words; all but the last two take one word and no more.
double ck_draw_normal(uint64_t word);
// In (0, 1).
double ck_draw_uniform(uint64_t word);
double ck_draw_binomial(double n, double p, uint64_t word);
double ck_draw_poisson(double mean, uint64_t word);
// Scale one. A shape below 8 spends four blocks from `beside` on as well.
double ck_draw_gamma(double shape, uint64_t word, const struct ck_address *at, uint32_t beside);
// Variance mean + (dispersion mean)^2: negative binomial, or Poisson where the dispersion is zero.
double ck_draw_count(
    double mean, double dispersion, struct ck_pair words, const struct ck_address *at,
    uint32_t beside);

#endif
