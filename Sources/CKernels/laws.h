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
  double p = 2.5100377619606372e-08;
  p = 2.7620078203806394e-07 + r * p;
  p = 2.7557268476553695e-06 + r * p;
  p = 2.4801521317484083e-05 + r * p;
  p = 1.9841269863042963e-04 + r * p;
  p = 1.3888888917199863e-03 + r * p;
  p = 8.333333333330063e-03 + r * p;
  p = 4.166666666662416e-02 + r * p;
  p = 1.6666666666666669e-01 + r * p;
  p = 5.000000000000001e-01 + r * p;
  double y = 1 + (r + r * r * p);
  uint64_t power = (cw_bits(shifted) - cw_bits(magic) + 1023) << 52;
  double result = y * cw_number(power);
  result = x >= 700 ? __builtin_inf() : result;
  return x <= -700 ? 0 : result;
}

// What chance takes: half the registers and two thirds of the steps of the other, within 8.1e-8 of itself
// (Moshier's Cephes, expf.c, 1989). Held beyond 87 either way.
BODY float ck_single_exp(float x) {
  const float magic = 12582912.0f;
  float held = x < 87 ? x : 87;
  held = held > -87 ? held : -87;
  float shifted = held * 1.44269504f + magic;
  float k = shifted - magic;
  float high = held - k * 0.693359375f;
  float r = high + k * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = 1.3981999507e-3f + r * p;
  p = 8.3334519073e-3f + r * p;
  p = 4.1665795894e-2f + r * p;
  p = 1.6666665459e-1f + r * p;
  p = 5.0000001201e-1f + r * p;
  float y = 1 + (r + r * r * p);
  uint32_t power = (cw_single_bits(shifted) - cw_single_bits(magic) + 127) << 23;
  return y * cw_single(power);
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

// A word is 32 bits, the whole number that its uniform in (0, 1) is the middle of.
BODY double ck_uniform(uint32_t word) {
  return cw_number((uint64_t)word << 20 | 0x3FF0000000000000u) - (1 - 0x1p-33);
}

// The score's quantile by octaves of the tail, of each a polynomial in the place within it: by octave, and
// by coefficient. Octaves by the last five bits of a number's exponent.
enum { ck_octaves = 32, ck_coefficients = 7 };
extern float ck_normal_table[ck_octaves][8] __attribute__((aligned(64)));
extern float ck_normal_columns[ck_coefficients][ck_octaves] __attribute__((aligned(64)));

// Standard normal, in single precision: within 1e-6 of the quantile at the word's uniform, but for its last
// bit. Increasing in the word, and as far below zero as the word's complement is above.
BODY double ck_normal(uint32_t word) {
  int32_t tail = (int32_t)(word ^ (uint32_t)((int32_t)word >> 31)) | 1;
  uint32_t bits = cw_single_bits((float)tail);
  float d = cw_single((bits & 0x007FFFFFu) | 0x3F800000u) - 1.5f;
  const float *c = ck_normal_table[bits >> 23 & 31];
  float z = c[0] + d * (c[1] + d * (c[2] + d * (c[3] + d * (c[4] + d * (c[5] + d * c[6])))));
  return cw_single(cw_single_bits(z) ^ (~word & 0x80000000u));
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

// The word with this tail, of those above a half or of those below.
BODY uint32_t ck_tail_word(double tail, int above) {
  uint32_t word = (uint32_t)(int32_t)ck_min(tail * 0x1p32, 0x1p31 - 1);
  return above ? ~word : word;
}

// The word whose normal score this is.
BODY uint32_t ck_score_word(double z) { return ck_tail_word(ck_tail_of_score(z), z > 0); }

// Whether what has this chance happens, and the normal score of how it does, both from one word: it
// happens in both tails, the lower scores in the lower one, so that both are monotone in the word.
BODY int ck_event(uint32_t word, double chance, double *score) {
  double uniform = ck_uniform(word), tail = ck_min(uniform, 1 - uniform);
  int happens = 2 * tail < chance;
  double within = happens ? tail / chance : 0.25;
  *score = ck_normal(ck_tail_word(within, uniform > 0.5));
  return happens;
}

// Below it a gamma variate is read from a table, and below one it is one of shape one more, thinned.
#define CK_LEAST_SHAPE 4.0
// Scores beyond are held: the tail is 4e-11.
#define CK_MOST_SCORE 6.5

BODY double ck_held_score(double z) { return ck_min(ck_max(z, -CK_MOST_SCORE), CK_MOST_SCORE); }
BODY float ck_held_single(float z) {
  const float most = (float)CK_MOST_SCORE;
  float above = z > -most ? z : -most;
  return above < most ? above : most;
}

// How far the cube root of a gamma quantile over its shape is above one; shape 4 or more.
//
// t/3 + F(t, 1/k) with t = z/sqrt(k), after Wilson & Hilferty (1931): F is a polynomial in both, fitted to
// the quantile on shapes from 4 to 800,000 by least squares, and reckoned in single precision. The
// distribution function differs from the law's by less than 3e-7, the quantile by 5e-4 standard deviations
// for scores up to 4 and 0.03 for all.
BODY float ck_root_above_one(float shape, float z) {
  float inverse = 1 / shape;
  float t = z * __builtin_elementwise_sqrt(inverse);
  float v = t * (float)(1 / 3.25);
  float r = 4 * inverse;
  float f0 = -0x1.b0ccc4p-7f;
  f0 = 0x1.01e5e0p-5f + v * f0;
  f0 = 0x1.5bc354p-12f + v * f0;
  f0 = -0x1.a11144p-5f + v * f0;
  f0 = 0x1.76d448p-4f + v * f0;
  f0 = -0x1.b14a80p-4f + v * f0;
  f0 = -0x1.5f50b6p-19f + v * f0;
  float f1 = -0x1.22d874p-7f;
  f1 = 0x1.8898f2p-9f + v * f1;
  f1 = 0x1.aab668p-7f + v * f1;
  f1 = -0x1.e958eep-7f + v * f1;
  f1 = 0x1.1d93dap-7f + v * f1;
  f1 = 0x1.ed03d8p-8f + v * f1;
  f1 = -0x1.c71acap-6f + v * f1;
  float f2 = -0x1.1ad024p-10f;
  f2 = -0x1.076dd6p-10f + v * f2;
  f2 = 0x1.1b9630p-10f + v * f2;
  f2 = -0x1.9dc234p-12f + v * f2;
  f2 = -0x1.7c0e74p-12f + v * f2;
  float f3 = 0x1.622230p-14f;
  f3 = -0x1.fb3dc0p-15f + v * f3;
  f3 = 0x1.e33786p-16f + v * f3;
  return t * (float)(1.0 / 3) + (v * v * f0 + r * (f1 + r * (f2 + r * f3)));
}

// Gamma of mean one and this shape at a normal score; shape 4 or more.
BODY double ck_large_gamma(double shape, double z) {
  double root = 1 + (double)ck_root_above_one((float)shape, (float)ck_held_score(z));
  return root * root * root;
}

// The cube root of a gamma quantile over its shape, by pieces of the score of width one, from -6.5 to 6.5:
// of each piece a polynomial in the place within it, whose coefficients (a row) are polynomials in one over
// the root of the shape, from 0.5 to 1. By piece, and by coefficient.
enum { ck_score_pieces = 13, ck_rows = 6, ck_row = 5 };
extern float ck_gamma_table[ck_score_pieces][ck_rows][8] __attribute__((aligned(64)));
extern float ck_gamma_columns[ck_rows][ck_row][16] __attribute__((aligned(64)));
#define CK_MIDDLE_ROOT 0.75f
#define CK_HALF_ROOTS 0.25f
// What the cube root is held above: a tail of 1e-11 lies below it at shape one.
#define CK_LEAST_ROOT 1e-4f

// Where a shape's root stands, from -1 to 1; the piece of a held score, and its place there, the same.
BODY float ck_root_place(float shape) {
  return (1 / __builtin_elementwise_sqrt(shape) - CK_MIDDLE_ROOT) * (1 / CK_HALF_ROOTS);
}
BODY int32_t ck_score_piece(float z) {
  int32_t piece = (int32_t)(z + 6.5f);
  return piece < ck_score_pieces ? piece : ck_score_pieces - 1;
}
BODY float ck_score_place(float z, int32_t piece) { return (z - (float)(piece - 6)) * 2; }

// The cube root of a gamma variate of mean one and this shape at a held score; shape from 1 to 4. The
// distribution function differs from the law's by less than 1e-6.
BODY float ck_small_root(float shape, float z) {
  float d = ck_root_place(shape), root = 0;
  int32_t piece = ck_score_piece(z);
  float v = ck_score_place(z, piece);
  for (int i = ck_row - 1; i >= 0; i--) {
    float c = ck_gamma_table[piece][ck_rows - 1][i];
    for (int row = ck_rows - 2; row >= 0; row--) c = ck_gamma_table[piece][row][i] + d * c;
    root = i == ck_row - 1 ? c : c + v * root;
  }
  return root > CK_LEAST_ROOT ? root : CK_LEAST_ROOT;
}

// A gamma variate of mean one and this shape at a normal score; shape from 1 to 4.
BODY double ck_small_gamma(double shape, double z) {
  double root = ck_small_root((float)shape, (float)ck_held_score(z));
  return root * root * root;
}

// What makes a gamma of mean one and a shape one more one of this shape, below one: thinned at a uniform.
BODY double ck_thinning(double shape, double uniform) {
  return (1 + 1 / shape) * ck_exp(ck_log(uniform) / shape);
}

// Tables of `ck_prepare`. The polynomial through these values, which are lost, at these nodes.
void ck_through(int count, const double *node, double *value, double *out);
void ck_prepare_gammas(void);

// A count's law about its mean: the standard deviation, and the next three cumulants in it.
struct ck_cumulants {
  float spread, third, fourth, fifth;
};

// What a count's quantile is above its mean, in standard deviations, at a normal score (Cornish & Fisher
// 1938, to the fourth order), in single precision.
BODY float ck_count_score(float z, float third, float fourth, float fifth) {
  float z2 = z * z;
  return z + third * (z2 - 1) * (float)(1.0 / 6) +
         z * (fourth * (z2 - 3) * (float)(1.0 / 24) -
              third * third * (2 * z2 - 5) * (float)(1.0 / 36)) +
         (fifth * (z2 * z2 - 6 * z2 + 3) * (float)(1.0 / 120) -
          third * fourth * (z2 * z2 - 5 * z2 + 2) * (float)(1.0 / 24) +
          third * third * third * (12 * z2 * z2 - 53 * z2 + 17) * (float)(1.0 / 324));
}

// Of cumulants, in single precision; less Sheppard's corrections, since a half is added for the step.
BODY struct ck_cumulants ck_standardised(
    float variance, float third, float fourth, float fifth) {
  float spread = __builtin_elementwise_sqrt(variance - (float)(1.0 / 12));
  float inverse = 1 / spread;
  float square = inverse * inverse, cube = inverse * square;
  return (struct ck_cumulants){
      spread, third * cube, (fourth + (float)(1.0 / 120)) * square * square,
      fifth * cube * square};
}

BODY double ck_count(double z, double mean, struct ck_cumulants of) {
  float score = ck_count_score((float)z, of.third, of.fourth, of.fifth);
  return ck_round(mean + (double)(of.spread * score));
}

// Counts below this variance are found by adding probabilities.
#define CK_LEAST_VARIANCE 10.0
// Beyond it a negative binomial is drawn as a Poisson count of a gamma mean.
#define CK_MOST_DISPERSION 0.3

// The odds of the rarer end of a chance, and the logarithm of the other's chance.
struct ck_odds {
  double odds, rest;
};

BODY struct ck_odds ck_odds_of(double chance) {
  double few = chance <= 0.5 ? chance : 1 - chance;
  return (struct ck_odds){few / (1 - few), ck_log(1 - few)};
}

// Attempts of one kind: how many, the variance of one, and one less both chances of success.
struct ck_attempts {
  float count, variance, skew;
};

BODY struct ck_attempts ck_attempts_of(double n, double p) {
  return (struct ck_attempts){(float)n, (float)(p * (1 - p)), (float)(1 - p - p)};
}

// Successes of two kinds together, whose cumulants add up.
BODY struct ck_cumulants ck_binomial_cumulants(
    struct ck_attempts one, struct ck_attempts other) {
  float variance = one.count * one.variance, beside = other.count * other.variance;
  float third = variance * one.skew, its_third = beside * other.skew;
  return ck_standardised(
      variance + beside, third + its_third,
      variance * (1 - 6 * one.variance) + beside * (1 - 6 * other.variance),
      third * (1 - 12 * one.variance) + its_third * (1 - 12 * other.variance));
}

BODY double ck_large_binomials(double z, double n, double p, double other, double chance) {
  double x = ck_count(
      z, n * p + other * chance,
      ck_binomial_cumulants(ck_attempts_of(n, p), ck_attempts_of(other, chance)));
  return ck_min(ck_max(x, 0), n + other);
}

BODY double ck_large_poisson(double z, double mean) {
  float all = (float)mean;
  return ck_max(ck_count(z, mean, ck_standardised(all, all, all, all)), 0);
}

BODY double ck_large_negative_binomial(double z, double mean, double dispersion) {
  float p = (float)(mean * dispersion * dispersion);
  float variance = (float)mean * (1 + p);
  float third = variance * (1 + 2 * p);
  double x = ck_count(
      z, mean,
      ck_standardised(
          variance, third, variance * (1 + 6 * p + 6 * p * p), third * (1 + 12 * p + 12 * p * p)));
  return ck_max(x, 0);
}

#endif
