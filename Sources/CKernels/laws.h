// One uniform word to one variate: the laws of chance as quantiles, in plain arithmetic.
//
// Every function is a fixed sequence of IEEE operations without contraction, so that a loop over
// many trials gives the same bits as one trial alone, at every width of register. Nothing here
// branches on a value but the laws of small counts and small shapes, which are scalar.
#ifndef CK_LAWS_H
#define CK_LAWS_H

#include "CWidths.h"

#include <stdint.h>

// No product and sum become one operation: through the end of the file that includes this.
#pragma STDC FP_CONTRACT OFF

#define BODY static inline __attribute__((always_inline))

// Without a report of negative arguments, so that many roots are taken at once.
#define ck_sqrt(x) __builtin_elementwise_sqrt((double)(x))

// To the nearest whole number, halves to even; of less than 2^51.
BODY double ck_round(double x) {
  const double magic = 6755399441055744.0;
  return (x + magic) - magic;
}

BODY double ck_max(double a, double b) { return a > b ? a : b; }
BODY double ck_min(double a, double b) { return a < b ? a : b; }

// `exponential` of Elementary.swift, bit for bit.
BODY double ck_exp(double x) {
  const double magic = 6755399441055744.0;
  double shifted = x * 1.44269504088896338700e+00 + magic;
  double k = shifted - magic;
  double high = x - k * 6.93147180369123816490e-01;
  double low = k * 1.90821492927058770002e-10;
  double r = high - low;
  double t = r * r;
  double c = r -
             t * (1.66666666666666019037e-01 +
                  t * (-2.77777777770155933842e-03 +
                       t * (6.61375632143793436117e-05 +
                            t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  double y = 1 - ((low - (r * c) / (2 - c)) - high);
  uint64_t power = (cw_bits(shifted) - cw_bits(magic) + 1023) << 52;
  double result = y * cw_number(power);
  result = x >= 700 ? __builtin_inf() : result;
  return x <= -700 ? 0 : result;
}

// `logarithm` of Elementary.swift, bit for bit, of a positive, finite, normal number.
BODY double ck_log(double x) {
  uint64_t bits = cw_bits(x);
  double exponent = cw_number((bits >> 52) | 0x4330000000000000u) - (4503599627370496.0 + 1023);
  double significand = cw_number((bits & 0x000FFFFFFFFFFFFFu) | 0x3FF0000000000000u);
  int above = significand > 1.41421356237309504880;
  significand = above ? significand * 0.5 : significand;
  exponent = above ? exponent + 1 : exponent;
  double f = significand - 1;
  double s = f / (2 + f);
  double z = s * s;
  double w = z * z;
  double odd = w * (3.999999999940941908e-01 +
                    w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  double even = z * (6.666666666666735130e-01 +
                     w * (2.857142874366239149e-01 +
                          w * (1.818357216161805012e-01 + w * 1.479819860510658591e-01)));
  double r = even + odd;
  double half = 0.5 * f * f;
  return exponent * 6.93147180369123816490e-01 -
         ((half - (s * (half + r) + exponent * 1.90821492927058770002e-10)) - f);
}

// The middle of the words that begin with these 32 bits.
BODY uint64_t ck_wide_word(uint64_t bits) { return bits << 32 | 0x80000000u; }

// A word is a sign and a tail: the tail is uniform between 2^-54 and one half.
BODY double ck_tail(uint64_t word) {
  double unit = cw_number(((word << 1) >> 12) | 0x3FF0000000000000u) - 1;
  return (unit + 0x1p-53) * 0.5;
}

// Uniform in (0, 1), increasing as `ck_normal` does; 1 - 2^-54 is the most.
BODY double ck_uniform(uint64_t word) {
  double tail = ck_tail(word);
  return (word >> 63) ? 1 - tail : tail;
}

// The score's quantile by pieces: of each octave of the tail eight, of each piece six coefficients.
// A piece fills a line of the cache.
enum { ck_octaves = 53, ck_pieces = ck_octaves * 8, ck_coefficients = 6 };
extern double ck_normal_table[ck_pieces][8] __attribute__((aligned(64)));

// Standard normal.
BODY double ck_normal(uint64_t word) {
  double tail = ck_tail(word);
  uint64_t bits = cw_bits(tail);
  uint32_t piece = (uint32_t)(bits >> 49) - ((1023 - 54) << 3);
  // The place within the piece, from -1 to 1.
  double d = (cw_number((bits & 0x0001FFFFFFFFFFFFu) | 0x3FF0000000000000u) - 1.0625) * 16;
  const double *c = ck_normal_table[piece];
  double z = c[0] + d * (c[1] + d * (c[2] + d * (c[3] + d * (c[4] + d * c[5]))));
  return cw_number(cw_bits(z) ^ (~word & 0x8000000000000000u));
}

// The standard normal probability below -|z|, held at |z| = 7 and beyond (Hart 1968, no. 5666, after
// West 2005); within 1e-13 of itself.
BODY double ck_tail_of_score(double z) {
  double x = ck_min(z < 0 ? -z : z, 7);
  double above = 3.52624965998911e-02;
  above = above * x + 0.700383064443688;
  above = above * x + 6.37396220353165;
  above = above * x + 33.912866078383;
  above = above * x + 112.079291497871;
  above = above * x + 221.213596169931;
  above = above * x + 220.206867912376;
  double below = 8.83883476483184e-02;
  below = below * x + 1.75566716318264;
  below = below * x + 16.064177579207;
  below = below * x + 86.7807322029461;
  below = below * x + 296.564248779674;
  below = below * x + 637.333633378831;
  below = below * x + 793.826512519948;
  below = below * x + 440.413735824752;
  return ck_exp(x * x * -0.5) * above / below;
}

// The word with this tail; `sign` as a word's first bit.
BODY uint64_t ck_tail_word(double tail, uint64_t sign) {
  double unit = ck_min(2 * tail, 1 - 0x1p-52);
  return (cw_bits(1 + unit) & 0x000FFFFFFFFFFFFFu) << 11 | sign;
}

// The word whose normal score this is.
BODY uint64_t ck_score_word(double z) {
  return ck_tail_word(ck_tail_of_score(z), ~cw_bits(z) & 0x8000000000000000u);
}

// Whether what has this chance happens, and the normal score of how it does, both from one word: it
// happens in both tails, the lower scores in the lower one, so that both are monotone in the word.
BODY int ck_event(uint64_t word, double chance, double *score) {
  double tail = ck_tail(word);
  int happens = 2 * tail < chance;
  double within = happens ? tail / chance : 0.25;
  *score = ck_normal(ck_tail_word(within, word & 0x8000000000000000u));
  return happens;
}

// Gamma of this shape and scale one at a normal score; shape 8 or more.
//
// x = k (1 + t/3 + F(t, 1/k))^3 with t = z/sqrt(k), after Wilson & Hilferty (1931): F is a polynomial in
// both, fitted to the quantile on shapes from 8 to 800,000 by least squares. The distribution function
// differs from the law's by less than 1e-7, the quantile by 1e-5 standard deviations for scores up to 4
// and 2e-4 for all.
BODY double ck_large_gamma(double shape, double z) {
  double inverse = 1 / shape;
  double t = z * ck_sqrt(inverse);
  double v = t * 0.3428396514843867;
  double r = 8 * inverse;
  double f0 = 0x1.f4450cbcd2822p-10;
  f0 = -0x1.076b4d6baaf45p-7 + v * f0;
  f0 = 0x1.512cfa304d8e6p-7 + v * f0;
  f0 = 0x1.d37be80dfa6e8p-10 + v * f0;
  f0 = -0x1.bd94ec15353d0p-6 + v * f0;
  f0 = 0x1.e7c74e662aab2p-5 + v * f0;
  f0 = -0x1.39b163ec960b5p-4 + v * f0;
  f0 = 0x1.224f4a0c48ad0p-21 + v * f0;
  double f1 = 0x1.046cef74bf61dp-10;
  f1 = -0x1.e3dbd0a59e4b2p-10 + v * f1;
  f1 = -0x1.81b9c10cc6d58p-11 + v * f1;
  f1 = 0x1.fb17b3d3a25adp-9 + v * f1;
  f1 = -0x1.5da0de1c5a08fp-8 + v * f1;
  f1 = 0x1.caac72e29e44fp-9 + v * f1;
  f1 = 0x1.ba778c6ac4937p-9 + v * f1;
  f1 = -0x1.c71c1f921996ap-7 + v * f1;
  double f2 = 0x1.95f4a706d5258p-12;
  f2 = -0x1.6496265c8dc38p-13 + v * f2;
  f2 = -0x1.a2e54c747fbb8p-13 + v * f2;
  f2 = 0x1.d900d11a42810p-13 + v * f2;
  f2 = -0x1.6e617494453c0p-14 + v * f2;
  f2 = -0x1.7a4db90656307p-14 + v * f2;
  double f3 = 0x1.712b041d2c400p-17;
  f3 = -0x1.ed678342ee800p-18 + v * f3;
  f3 = 0x1.c489202394000p-19 + v * f3;
  double root = 1 + t * (1.0 / 3) + (v * v * f0 + r * (f1 + r * (f2 + r * f3)));
  return shape * (root * root * root);
}

// The cube root of a gamma quantile over its shape, by pieces of the score of width one, from -8.5 to
// 8.5: of each piece a polynomial in the place within it, whose coefficients (a row) are polynomials in
// one over the root of the shape, from 0.35 to 1.
enum { ck_score_pieces = 17, ck_rows = 8, ck_row = 8 };
extern double ck_gamma_table[ck_score_pieces][ck_rows][ck_row] __attribute__((aligned(64)));
#define CK_MIDDLE_ROOT 0.675
#define CK_HALF_ROOTS 0.325
// What the cube root is held above: a tail of 1e-16 lies below it at shape one.
#define CK_LEAST_ROOT 1e-6

// Gamma of this shape and scale one at a normal score; shape from 1 to 8. Its distribution function
// differs from the law's by less than 1e-7.
BODY double ck_small_gamma(double shape, double z) {
  double d = (1 / ck_sqrt(shape) - CK_MIDDLE_ROOT) * (1 / CK_HALF_ROOTS);
  int piece = (int)(z + 8.5);
  double v = (z - (piece - 8)) * 2;
  double c[ck_row];
  for (int i = 0; i < ck_row; i++) c[i] = ck_gamma_table[piece][ck_rows - 1][i];
  for (int row = ck_rows - 2; row >= 0; row--)
    for (int i = 0; i < ck_row; i++) c[i] = ck_gamma_table[piece][row][i] + d * c[i];
  double root = c[ck_row - 1];
  for (int i = ck_row - 2; i >= 0; i--) root = c[i] + v * root;
  root = ck_max(root, CK_LEAST_ROOT);
  return shape * (root * root * root);
}

// Tables of `ck_prepare`. The polynomial through these values, which are lost, at these nodes.
void ck_through(int count, const double *node, double *value, double *out);
void ck_prepare_gammas(void);

// A count's quantile from its first five cumulants (Cornish & Fisher 1938, to the fourth order; less
// Sheppard's corrections, since a half is added for the step).
BODY double ck_count(
    double z, double mean, double variance, double third, double fourth, double fifth) {
  double v = variance - 1.0 / 12;
  double s = ck_sqrt(v);
  double inverse = 1 / s;
  double square = inverse * inverse;
  double g1 = third * inverse * square;
  double g2 = (fourth + 1.0 / 120) * square * square;
  double g3 = fifth * inverse * square * square;
  double z2 = z * z;
  double w = z + g1 * (z2 - 1) * (1.0 / 6) +
             z * (g2 * (z2 - 3) * (1.0 / 24) - g1 * g1 * (2 * z2 - 5) * (1.0 / 36)) +
             (g3 * (z2 * z2 - 6 * z2 + 3) * (1.0 / 120) -
              g1 * g2 * (z2 * z2 - 5 * z2 + 2) * (1.0 / 24) +
              g1 * g1 * g1 * (12 * z2 * z2 - 53 * z2 + 17) * (1.0 / 324));
  return ck_round(mean + s * w);
}

// Counts below this variance are found by adding probabilities.
#define CK_LEAST_VARIANCE 10.0
// Beyond it a negative binomial is drawn as a Poisson count of a gamma mean.
#define CK_MOST_DISPERSION 0.3
// Below it a gamma variate is read from a table, and below one it is one of shape one more, thinned.
#define CK_LEAST_SHAPE 8.0

// Successes of two kinds together, whose cumulants add up; of one where the other count is zero.
BODY double ck_large_binomials(double z, double n, double p, double other, double chance) {
  double pq = p * (1 - p), rest = chance * (1 - chance);
  double variance = n * pq, beside = other * rest;
  double third = variance * (1 - p - p), its_third = beside * (1 - chance - chance);
  double x = ck_count(
      z, n * p + other * chance, variance + beside, third + its_third,
      variance * (1 - 6 * pq) + beside * (1 - 6 * rest),
      third * (1 - 12 * pq) + its_third * (1 - 12 * rest));
  return ck_min(ck_max(x, 0), n + other);
}

BODY double ck_large_poisson(double z, double mean) {
  return ck_max(ck_count(z, mean, mean, mean, mean, mean), 0);
}

BODY double ck_large_negative_binomial(double z, double mean, double dispersion) {
  double p = mean * dispersion * dispersion;
  double variance = mean * (1 + p);
  double third = variance * (1 + 2 * p);
  double x = ck_count(
      z, mean, variance, third, variance * (1 + 6 * p + 6 * p * p),
      third * (1 + 12 * p + 12 * p * p));
  return ck_max(x, 0);
}

#endif
