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
// Scale one. A shape below 1 spends the block `beside` as well.
double ck_draw_gamma(double shape, uint64_t word, const struct ck_address *at, uint32_t beside);
// Variance mean + (dispersion mean)^2: negative binomial, or Poisson where the dispersion is zero.
double ck_draw_count(
    double mean, double dispersion, struct ck_pair words, const struct ck_address *at,
    uint32_t beside);

#endif
