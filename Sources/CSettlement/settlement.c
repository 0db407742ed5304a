#include "CSettlement.h"
#include "CWidths.h"

// No product and sum become one operation.
#pragma STDC FP_CONTRACT OFF

#define BODY static inline __attribute__((always_inline))
// Columns do not overlap; what the compiler would ask at run time it could not always tell.
#define EACH _Pragma("clang loop vectorize(assume_safety)") for (int i = 0; i < cs_lanes; i++)

// Swift's max and min.
BODY double greater(double x, double y) { return y >= x ? y : x; }
BODY double lesser(double x, double y) { return y < x ? y : x; }

// Swift's ulp, of a normal number; zero of zero.
BODY double ulp(double x) { return cw_number(cw_bits(x) & 0x7FF0000000000000u) * 0x1p-52; }

// Cents(rounding:), as a number.
BODY double whole_cents(double amount) {
  double size = cw_size(amount);
  double cents = (size > 1e15 ? 1e15 : size) * 100;
  cents = cents + 4 * ulp(cents);
  double whole = cw_whole(cents);
  return cw_signed_as(whole, amount);
}

// All bits where it holds, none where not: choices stay in registers, which a narrow one could not keep
// as truths.
#define ALL(condition) ((condition) ? ~(uint64_t)0 : 0)

// The first where all bits are set, the second where none is.
BODY double chosen(uint64_t bits, double x, double y) {
  return cw_number((cw_bits(x) & bits) | (cw_bits(y) & ~bits));
}

// Dollars.reaches(_:computedFrom:).
BODY uint64_t reaches(double amount, double threshold, double scale) {
  return ALL(amount >= threshold - 4 * ulp(scale));
}

#define EACH_WIDTH "settlement_body.h"
#include "cw_each_width.h"

void cs_sign(
    int width, const struct cs_stated *stated, const double *luck, double *historical,
    double *leverage) {
  CHOOSE(sign, stated, luck, historical, leverage);
}

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
