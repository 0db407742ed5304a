#include "laws.h"

float ck_gamma_table[ck_score_pieces][ck_rows][8] __attribute__((aligned(64)));
float ck_gamma_columns[ck_rows][ck_row][16] __attribute__((aligned(64)));

// The logarithm of the standard normal probability above z, z from 0 to 9.
static double log_of_tail(double z) {
  if (z < 6) return ck_log(ck_tail_of_score(z));
  // Laplace's continued fraction.
  double rest = z;
  for (int i = 60; i > 0; i--) rest = z + i / rest;
  return -0.5 * z * z - 0.91893853320467274178 - ck_log(rest);
}

// The logarithm of the gamma function, by Stirling's series at x + 12.
static double log_gamma(double x) {
  double product = 1;
  for (int i = 0; i < 12; i++) product *= x + i;
  double y = x + 12, square = 1 / (y * y);
  double series =
      (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680)))) / y;
  return (y - 0.5) * ck_log(y) - y + 0.91893853320467274178 + series - ck_log(product);
}

// A gamma law's density times x and the probability above or below x, both as logarithms.
struct ends {
  double density, below, above;
};

static struct ends ends_of(double shape, double x) {
  double density = shape * ck_log(x) - x - log_gamma(shape);
  if (x < shape + 1) {
    double term = 1 / shape, sum = term;
    for (int n = 1; n < 400 && term > sum * 1e-17; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    double below = density + ck_log(sum);
    return (struct ends){density, below, ck_log(1 - ck_exp(below))};
  }
  // Legendre's continued fraction, from its 120th term back.
  double rest = x + 241 - shape;
  for (int n = 120; n > 0; n--) rest = x + 2 * n - 1 - shape - n * (n - shape) / rest;
  double above = density - ck_log(rest);
  return (struct ends){density, ck_log(1 - ck_exp(above)), above};
}

// The quantile at a normal score, by Newton's method for the logarithms, from `x`.
static double quantile(double shape, double z, double x) {
  double wanted = log_of_tail(z < 0 ? -z : z), at = ck_log(x);
  for (int step = 0; step < 100; step++) {
    struct ends found = ends_of(shape, ck_exp(at));
    double reached = z < 0 ? found.below : found.above;
    double slope = ck_exp(found.density - reached);
    double move = (wanted - reached) / slope;
    move = z < 0 ? move : -move;
    at += ck_min(ck_max(move, -2), 2);
    if (move < 1e-13 && move > -1e-13) break;
  }
  return ck_exp(at);
}

// The cube root of x > 0, by Newton's method.
static double cube_root(double x) {
  double root = ck_exp(ck_log(x) * (1.0 / 3));
  return root - (root * root * root - x) / (3 * root * root);
}

void ck_prepare_gammas(void) {
  // Chebyshev points.
  static const double across[ck_row] = {
      -0.95105651629515353, -0.58778525229247314, 0, 0.58778525229247314, 0.95105651629515353};
  static const double along[ck_rows] = {
      -0.96592582628906831, -0.70710678118654757, -0.25881904510252074,
      0.25881904510252074,  0.70710678118654757,  0.96592582628906831};
  for (int piece = 0; piece < ck_score_pieces; piece++) {
    double by_score[ck_row][ck_rows];
    for (int row = 0; row < ck_rows; row++) {
      double inverse_root = CK_MIDDLE_ROOT + CK_HALF_ROOTS * along[row];
      double shape = 1 / (inverse_root * inverse_root);
      double value[ck_row], fitted[ck_row];
      for (int i = 0; i < ck_row; i++) {
        double z = piece - 6 + across[i] * 0.5;
        double third = ck_max(1 - 1 / (9 * shape) + z * inverse_root / 3, 0.05);
        value[i] = cube_root(quantile(shape, z, shape * third * third * third) / shape);
      }
      ck_through(ck_row, across, value, fitted);
      for (int i = 0; i < ck_row; i++) by_score[i][row] = fitted[i];
    }
    for (int i = 0; i < ck_row; i++) {
      double fitted[ck_rows];
      ck_through(ck_rows, along, by_score[i], fitted);
      for (int row = 0; row < ck_rows; row++) {
        ck_gamma_table[piece][row][i] = (float)fitted[row];
        ck_gamma_columns[row][i][piece] = (float)fitted[row];
      }
    }
  }
}
