#include "CSettlement.h"
#include "CWidths.h"

// No product and sum become one operation.
#pragma STDC FP_CONTRACT OFF

#define BODY static inline __attribute__((always_inline))
#define EACH for (int i = 0; i < cs_lanes; i++)

// Swift's max and min.
BODY double greater(double x, double y) { return y >= x ? y : x; }
BODY double lesser(double x, double y) { return y < x ? y : x; }

BODY double magnitude(double x) { return cw_number(cw_bits(x) & 0x7FFFFFFFFFFFFFFFu); }

// Swift's ulp, of a normal number; zero of zero.
BODY double ulp(double x) { return cw_number(cw_bits(x) & 0x7FF0000000000000u) * 0x1p-52; }

// To the nearest whole number, halves away from zero.
BODY double whole_number(double x) {
  const double unit = 0x1p52;
  double size = magnitude(x);
  double even = (size + unit) - unit;
  double rounded = size - even >= 0.5 ? even + 1 : even;
  rounded = size < unit ? rounded : size;
  return x < 0 ? -rounded : rounded;
}

// Cents(rounding:), as a number.
BODY double whole_cents(double amount) {
  double size = magnitude(amount);
  double cents = (size > 1e15 ? 1e15 : size) * 100;
  cents = cents + 4 * ulp(cents);
  double whole = whole_number(cents);
  return amount < 0 ? -whole : whole;
}

// Dollars.reaches(_:computedFrom:).
BODY int reaches(double amount, double threshold, double scale) {
  return amount >= threshold - 4 * ulp(scale);
}

#define EACH_WIDTH "settlement_body.h"
#include "cw_each_width.h"

void cs_measure(
    int width, const struct cs_year_terms *terms, const struct cs_observed *observed,
    const struct cs_signed *held, struct cs_measured *out) {
  CHOOSE(measure, terms, observed, held, out);
}

void cs_variable_rates(
    int width, const struct cs_rate_table *table, const struct cs_measured *year, double *rates) {
  CHOOSE(variable_rates, table, year, rates);
}

void cs_settle(
    int width, const struct cs_track_terms *terms, const struct cs_measured *year,
    const double *rates, double factor, double beside, struct cs_settled *out) {
  CHOOSE(settle, terms, year, rates, factor, beside, out);
}

void cs_pay(
    int width, const struct cs_settled *year, int32_t count, double *net, int64_t *payment,
    int64_t *left, uint8_t *hits) {
  CHOOSE(pay, year, count, net, payment, left, hits);
}

void cs_count_marks(
    int width, const uint16_t *marks, int32_t count, struct cs_marked *marked) {
  CHOOSE(count_marks, marks, count, marked);
}

void cs_walk_paths(int width, const struct cs_walk *walk) { CHOOSE(walk_paths, walk); }
