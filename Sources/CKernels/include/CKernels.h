// Wide loops in C: one body, compiled for the baseline processor and for wider ones.
//
// Arithmetic is on integers, or on doubles in a fixed order and without contraction, so every width
// gives the same bits. Nothing here knows a rule of the program or an assumption: chances arrive as
// numbers, amounts as tables.
#ifndef CKERNELS_H
#define CKERNELS_H

#include "CBeneficiaries.h"
#include "CHistories.h"

#include <stddef.h>
#include <stdint.h>

// Where a random number stands: the generator's key and words 1 to 3 of its counter, and which of the
// four words of its blocks is meant. Word 0 counts the blocks.
struct ck_address {
  uint32_t key[2];
  uint32_t purpose, year, trial;
  uint32_t place;
};

// Fills the tables of quantiles; once, before any draw.
void ck_prepare(void);

// Philox 4x32-10.
struct ck_block {
  uint32_t word[4];
};
struct ck_block ck_words(const struct ck_address *at, uint32_t block);
// The block's word that the address means.
uint32_t ck_word(const struct ck_address *at, uint32_t block);

// The exponential in single precision: within 8.1e-8 of itself, and held beyond 87 either way.
double ck_exponential(double x);

// Laws as quantiles of uniform words; all but the last two take one word and no more.
double ck_draw_normal(uint32_t word);
// In (0, 1).
double ck_draw_uniform(uint32_t word);
double ck_draw_binomial(double n, double p, uint32_t word);
// Of two kinds together; the second word is for counts of a small variance.
struct ck_pair {
  uint32_t first, second;
};
struct ck_trials {
  double count, chance;
};
double ck_draw_binomials(struct ck_trials one, struct ck_trials other, struct ck_pair words);
double ck_draw_poisson(double mean, uint32_t word);
// Mean one, at a normal score. A shape below 1 spends the word in block `beside` as well.
double ck_draw_gamma(double shape, double score, const struct ck_address *at, uint32_t beside);
// Variance mean + (dispersion mean)^2: negative binomial, or Poisson where the dispersion is zero. The
// second word, and the one in block `beside`, are for dispersions beyond what one quantile serves.
double ck_draw_count(
    double mean, double dispersion, struct ck_pair words, const struct ck_address *at,
    uint32_t beside);

#endif
