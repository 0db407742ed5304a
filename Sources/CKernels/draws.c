#include "CKernels.h"
#include "laws.h"
#include "philox.h"

float ck_normal_table[ck_octaves][8] __attribute__((aligned(64)));
float ck_normal_columns[ck_coefficients][ck_octaves] __attribute__((aligned(64)));

// Wichura's AS 241 (PPND16), the quantile of a lower tail below one half, in own arithmetic.
static double normal_quantile(double tail) {
  double q = tail - 0.5;
  if (q > -0.425) {
    double r = 0.180625 - q * q;
    return q *
           (((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r +
                 6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r +
               1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r +
             1.3314166789178437745e2) * r + 3.3871328727963666080e0) /
           (((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r +
                 3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r +
               5.3941960214247511077e3) * r + 6.8718700749205790830e2) * r +
             4.2313330701600911252e1) * r + 1);
  }
  double r = ck_sqrt(-ck_log(tail));
  if (r <= 5) {
    r -= 1.6;
    return -(((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r +
                  2.41780725177450611770e-1) * r + 1.27045825245236838258e0) * r +
                3.64784832476320460504e0) * r + 5.76949722146069140550e0) * r +
              4.63033784615654529590e0) * r + 1.42343711074968357734e0) /
           (((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r +
                 1.51986665636164571966e-2) * r + 1.48103976427480074590e-1) * r +
               6.89767334985100004550e-1) * r + 1.67638483018380384940e0) * r +
             2.05319162663775882187e0) * r + 1);
  }
  r -= 5;
  return -(((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r +
                1.24266094738807843860e-3) * r + 2.65321895265761230930e-2) * r +
              2.96560571828504891230e-1) * r + 1.78482653991729133580e0) * r +
            5.46378491116411436990e0) * r + 6.65790464350110377720e0) /
         (((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r +
               1.84631831751005468180e-5) * r + 7.86869131145613259100e-4) * r +
             1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r +
           5.99832206555887937690e-1) * r + 1);
}

void ck_through(int count, const double *node, double *value, double *out) {
  for (int order = 1; order < count; order++)
    for (int i = count - 1; i >= order; i--)
      value[i] = (value[i] - value[i - 1]) / (node[i] - node[i - order]);
  for (int j = 0; j < count; j++) out[j] = 0;
  out[0] = value[count - 1];
  for (int i = count - 2; i >= 0; i--) {
    for (int j = count - 1; j > 0; j--) out[j] = out[j - 1] - node[i] * out[j];
    out[0] = value[i] - node[i] * out[0];
  }
}

// The polynomial through the quantile at seven Chebyshev points of the octave of tails from 2^(octave - 32).
// The last holds one half alone, whose score is zero.
static void fit_octave(int octave) {
  static const double nodes[ck_coefficients] = {
      -0.97492791218182362, -0.7818314824680298, -0.43388373911755812, 0,
      0.43388373911755812,  0.7818314824680298,  0.97492791218182362};
  double low = cw_number((uint64_t)(1023 - 32 + octave) << 52);
  double place[ck_coefficients], value[ck_coefficients], fitted[ck_coefficients];
  for (int i = 0; i < ck_coefficients; i++) {
    place[i] = nodes[i] * 0.5;
    value[i] = octave == ck_octaves - 1 ? 0 : -normal_quantile(low * (1.5 + place[i]));
  }
  ck_through(ck_coefficients, place, value, fitted);
  // A single's exponent is biased by 127.
  int row = (octave + 127) % ck_octaves;
  for (int i = 0; i < ck_coefficients; i++) {
    ck_normal_table[row][i] = (float)fitted[i];
    ck_normal_columns[i][row] = (float)fitted[i];
  }
}

void ck_prepare(void) {
  for (int octave = 0; octave < ck_octaves; octave++) fit_octave(octave);
  ck_prepare_gammas();
}

struct ck_block ck_words(const struct ck_address *at, uint32_t block) {
  uint64_t x0 = block, x1 = at->purpose, x2 = at->year, x3 = at->trial;
  uint32_t k0 = at->key[0], k1 = at->key[1];
  CK_ROUNDS(uint64_t, 0, x0, x1, x2, x3, k0, k1)
  return (struct ck_block){{(uint32_t)x0, (uint32_t)x1, (uint32_t)x2, (uint32_t)x3}};
}

uint32_t ck_word(const struct ck_address *at, uint32_t block) {
  return ck_words(at, block).word[at->place];
}

double ck_exponential(double x) { return (double)ck_single_exp((float)x); }

double ck_draw_normal(uint32_t word) { return ck_normal(word); }
double ck_draw_uniform(uint32_t word) { return ck_uniform(word); }

double ck_draw_gamma(
    double shape, double z, const struct ck_address *at, uint32_t beside) {
  if (shape >= CK_LEAST_SHAPE) return ck_large_gamma(shape, z);
  if (shape >= 1) return ck_small_gamma(shape, z);
  return ck_small_gamma(shape + 1, z) * ck_thinning(shape, ck_uniform(ck_word(at, beside)));
}

// By adding probabilities, in single precision, until they reach a uniform, or until nothing is left that it
// can tell: the first has logarithm `first`, each is the one before times (a + b k)/(k + 1).
static double added_up(float u, float first, float a, float b) {
  float mass = ck_single_exp(first), below = mass, k = 0;
  while (u > below) {
    mass = mass * ((a + b * k) * (1 / (k + 1)));
    float sum = below + mass;
    if (!(sum > below)) break;
    k += 1;
    below = sum;
  }
  return k;
}

double ck_draw_binomial(double n, double p, uint32_t word) {
  if (n * (p * (1 - p)) >= CK_LEAST_VARIANCE) return ck_large_binomials(ck_normal(word), n, p, 0, 0);
  double u = ck_uniform(word);
  int rarely = p <= 0.5;
  struct ck_odds of = ck_odds_of(p);
  double k = added_up(
      (float)(rarely ? u : 1 - u), (float)(n * of.rest), (float)(n * of.odds), (float)-of.odds);
  return rarely ? k : n - k;
}

double ck_draw_binomials(struct ck_trials one, struct ck_trials other, struct ck_pair words) {
  double variance = one.count * (one.chance * (1 - one.chance));
  if (variance + other.count * (other.chance * (1 - other.chance)) >= CK_LEAST_VARIANCE)
    return ck_large_binomials(
        ck_normal(words.first), one.count, one.chance, other.count, other.chance);
  return ck_draw_binomial(one.count, one.chance, words.first) +
         ck_draw_binomial(other.count, other.chance, words.second);
}

double ck_draw_poisson(double mean, uint32_t word) {
  if (mean >= CK_LEAST_VARIANCE) return ck_large_poisson(ck_normal(word), mean);
  if (!(mean > 0)) return 0;
  return added_up((float)ck_uniform(word), (float)-mean, (float)mean, 0);
}

double ck_draw_count(
    double mean, double dispersion, struct ck_pair words, const struct ck_address *at,
    uint32_t beside) {
  if (!(mean > 0)) return 0;
  if (!(dispersion > 0)) return ck_draw_poisson(mean, words.first);
  if (mean >= CK_LEAST_VARIANCE) {
    if (dispersion <= CK_MOST_DISPERSION)
      return ck_large_negative_binomial(ck_normal(words.first), mean, dispersion);
    double shape = 1 / (dispersion * dispersion);
    double drawn = ck_draw_gamma(shape, ck_normal(words.second), at, beside);
    return ck_draw_poisson(mean * drawn, words.first);
  }
  double shape = 1 / (dispersion * dispersion);
  double rest = mean / (shape + mean);
  double none = shape * ck_log(shape / (shape + mean));
  return added_up(
      (float)ck_uniform(words.first), (float)none, (float)(shape * rest), (float)rest);
}
