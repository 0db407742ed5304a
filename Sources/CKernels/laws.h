// One uniform word to one variate: the laws of chance as quantiles, in plain arithmetic.
//
// Every function is a fixed sequence of IEEE operations without contraction, so that a loop over
// many trials gives the same bits as one trial alone, at every width of register. Nothing here
// branches on a value but the laws of small counts and small shapes, which are scalar.
#ifndef CK_LAWS_H
#define CK_LAWS_H

#include <stdint.h>
#include <string.h>

// No product and sum become one operation: through the end of the file that includes this.
#pragma STDC FP_CONTRACT OFF

#define BODY static inline __attribute__((always_inline))

// Without a report of negative arguments, so that many roots are taken at once.
#define ck_sqrt(x) __builtin_elementwise_sqrt((double)(x))

BODY uint64_t ck_bits(double x) {
  uint64_t b;
  memcpy(&b, &x, sizeof b);
  return b;
}

BODY double ck_number(uint64_t b) {
  double x;
  memcpy(&x, &b, sizeof x);
  return x;
}

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
  uint64_t power = (ck_bits(shifted) - ck_bits(magic) + 1023) << 52;
  double result = y * ck_number(power);
  result = x >= 700 ? __builtin_inf() : result;
  return x <= -700 ? 0 : result;
}

// `logarithm` of Elementary.swift, bit for bit, of a positive, finite, normal number.
BODY double ck_log(double x) {
  uint64_t bits = ck_bits(x);
  double exponent = ck_number((bits >> 52) | 0x4330000000000000u) - (4503599627370496.0 + 1023);
  double significand = ck_number((bits & 0x000FFFFFFFFFFFFFu) | 0x3FF0000000000000u);
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

// A word is a sign and a tail: the tail is uniform between 2^-54 and one half.
BODY double ck_tail(uint64_t word) {
  double unit = ck_number(((word << 1) >> 12) | 0x3FF0000000000000u) - 1;
  return (unit + 0x1p-53) * 0.5;
}

// Uniform in (0, 1), increasing as `ck_normal` does; 1 - 2^-54 is the most.
BODY double ck_uniform(uint64_t word) {
  double tail = ck_tail(word);
  return (word >> 63) ? 1 - tail : tail;
}

// The score's quantile by pieces: of each octave of the tail eight, of each piece six coefficients.
enum { ck_octaves = 53, ck_pieces = ck_octaves * 8, ck_coefficients = 6 };
extern double ck_normal_table[ck_coefficients][ck_pieces];

// Standard normal.
BODY double ck_normal(uint64_t word) {
  double tail = ck_tail(word);
  uint64_t bits = ck_bits(tail);
  uint32_t piece = (uint32_t)(bits >> 49) - ((1023 - 54) << 3);
  // The place within the piece, from -1 to 1.
  double d = (ck_number((bits & 0x0001FFFFFFFFFFFFu) | 0x3FF0000000000000u) - 1.0625) * 16;
  double z =
      ck_normal_table[0][piece] +
      d * (ck_normal_table[1][piece] +
           d * (ck_normal_table[2][piece] +
                d * (ck_normal_table[3][piece] +
                     d * (ck_normal_table[4][piece] + d * ck_normal_table[5][piece]))));
  return ck_number(ck_bits(z) ^ (~word & 0x8000000000000000u));
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
  return (ck_bits(1 + unit) & 0x000FFFFFFFFFFFFFu) << 11 | sign;
}

// The word whose normal score this is.
BODY uint64_t ck_score_word(double z) {
  return ck_tail_word(ck_tail_of_score(z), ~ck_bits(z) & 0x8000000000000000u);
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
// x = k + sqrt(k) z + k F(z/sqrt(k), 1/k): F is a polynomial in both, fitted to the quantile on shapes
// from 8 to 800,000 by least squares; within 2e-7 standard deviations for scores up to 6, 2e-6 for
// all.
BODY double ck_large_gamma(double shape, double z) {
  double root = ck_sqrt(shape);
  double t = z / root;
  double v = t * 0.3428396514843867;
  double r = 8 / shape;
  double f0 = 0x1.50362f748a774p-10;
  f0 = -0x1.0030bc1d86f2dp-8 + v * f0;
  f0 = -0x1.b9fa1d81742fap-10 + v * f0;
  f0 = 0x1.c2fa84dca45b3p-7 + v * f0;
  f0 = -0x1.7acc31f42ff59p-7 + v * f0;
  f0 = -0x1.7874b99bafc7ap-8 + v * f0;
  f0 = 0x1.b8da3ac5321cbp-6 + v * f0;
  f0 = -0x1.7375f902f3567p-5 + v * f0;
  f0 = 0x1.270a3d303941bp-5 + v * f0;
  f0 = 0x1.8fe669a2d8055p-5 + v * f0;
  f0 = -0x1.12829345e0a5cp-2 + v * f0;
  f0 = 0x1.60ef726762e7fp-1 + v * f0;
  f0 = 0x1.6affff4ccb385p+1 + v * f0;
  double f1 = 0x1.b2cbfe234956fp-10;
  f1 = -0x1.2c1d353e21725p-10 + v * f1;
  f1 = -0x1.2c40df7a05f45p-8 + v * f1;
  f1 = 0x1.fb6014bfadb12p-9 + v * f1;
  f1 = 0x1.9be601aa50958p-9 + v * f1;
  f1 = -0x1.a82d84f518b6cp-8 + v * f1;
  f1 = 0x1.8a02ae41e12bap-8 + v * f1;
  f1 = -0x1.864c6155aaa51p-11 + v * f1;
  f1 = -0x1.5ec9e94ef4bdap-7 + v * f1;
  f1 = 0x1.4ebdc7f5da0e5p-6 + v * f1;
  f1 = -0x1.2d3862f8ad217p-7 + v * f1;
  f1 = -0x1.2262a82ad5f05p-4 + v * f1;
  f1 = -0x1.55554f9211156p-5 + v * f1;
  double f2 = 0x1.7a525b560b7abp-11;
  f2 = -0x1.12126d12599b1p-11 + v * f2;
  f2 = -0x1.6bc80e457f0e6p-11 + v * f2;
  f2 = 0x1.c496d3da49eb7p-11 + v * f2;
  f2 = -0x1.4300c753e122ap-12 + v * f2;
  f2 = -0x1.d2da53bf7f076p-13 + v * f2;
  f2 = 0x1.8758aa1e03170p-11 + v * f2;
  f2 = -0x1.3c1e8e753385cp-11 + v * f2;
  f2 = -0x1.0a8215d6cef83p-11 + v * f2;
  f2 = 0x1.439b0a34165e9p-12 + v * f2;
  double f3 = -0x1.05e0578edad24p-15;
  f3 = 0x1.0d4b1e5e7f61cp-16 + v * f3;
  f3 = 0x1.d0c62f14a6f35p-17 + v * f3;
  f3 = -0x1.f0b73ead08800p-16 + v * f3;
  f3 = 0x1.c6545bbdaee5dp-17 + v * f3;
  f3 = 0x1.dd523be209e9ep-17 + v * f3;
  return shape * (1 + t + (v * v * f0 + r * (f1 + r * (f2 + r * f3))));
}

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
// Below it a gamma variate is one of shape 8 more, thinned.
#define CK_LEAST_SHAPE 8.0

BODY double ck_large_binomial(double z, double n, double p) {
  double q = 1 - p;
  double pq = p * q;
  double variance = n * pq;
  double skew = q - p;
  double third = variance * skew;
  double x = ck_count(
      z, n * p, variance, third, variance * (1 - 6 * pq), third * (1 - 12 * pq));
  return ck_min(ck_max(x, 0), n);
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
