// The law over columns: what Reconciliation measures and settles one year at a time, for many trials
// at once and with the same bits.
//
// Each function does the operations of the Swift function it names, in their order, without
// contraction and without a branch on a trial. Nothing here holds a number of the program: every rate,
// limit and threshold arrives in the terms. A column has `cs_lanes` values, one a trial; four columns by
// enrollment type follow one another, in the order of EnrollmentType.
#ifndef CSETTLEMENT_H
#define CSETTLEMENT_H

#include <stdint.h>

enum { cs_lanes = 128, cs_types = 4, cs_most_bands = 16, cs_most_years = 5 };

// RiskRatioCap.
enum { cs_cap_none, cs_cap_per_type, cs_cap_aggregate };
// QualityResult.Standing.
enum { cs_standard_met, cs_alternative_met, cs_not_met };

// YearTerms: how a year is measured.
struct cs_year_terms {
  double prospective_weight;
  int32_t risk_cap, has_guardrail, has_regional_cap, first_year_by_reporting;
  double risk_growth, regional_excess;
  // How far prospective growth may lie below and above the nation's; infinite where it may by any
  // amount.
  double growth_below, growth_above;
  double low_revenue_threshold, circumstances_share;
  // The year's growth of the prospective trend by type.
  double growth[cs_types];
};

// ObservedYear: one year as chance wrote it. Four columns by type; of demographic ratios one for all.
struct cs_observed {
  const double *person_years, *expenditure, *risk, *demographic, *nation, *region, *share;
  const double *region_risk, *region_demographic;
  // One column each. Truths are 1 or 0.
  const double *assigned, *revenue, *reported, *score, *standard, *alternative, *incentive;
  const double *months, *months_share;
};

// SignedBenchmark, and what the trend has come to; four columns by type.
struct cs_signed {
  const double *historical, *leverage;
  // The nation's growth through the year before.
  const double *nation_before;
  // Of the prospective trend since signing, as a factor; moved on by a year.
  double *prospective;
};

// BenchmarkBasis.StatedBenchmark: by type, in dollars, and weights of benchmark years 1, 2 and 3.
struct cs_stated {
  double historical[cs_types], prospective[cs_types], weights[3];
};

// BenchmarkBasis.signed of a stated benchmark. `luck` is three columns a type, of the benchmark years;
// the others are four columns by type.
void cs_sign(
    int width, const struct cs_stated *stated, const double *luck, double *historical,
    double *leverage);

// PerformanceYearResult: its columns, and their places.
enum {
  cs_m_assigned, cs_m_benchmark, cs_m_guardrail, cs_m_expenditure, cs_m_revenue,
  cs_m_is_low_revenue, cs_m_standing, cs_m_score, cs_m_months, cs_m_months_share,
  cs_measured_columns
};
struct cs_measured {
  double assigned[cs_lanes], benchmark[cs_lanes], guardrail[cs_lanes], expenditure[cs_lanes];
  double revenue[cs_lanes], is_low_revenue[cs_lanes], standing[cs_lanes], score[cs_lanes];
  double months[cs_lanes], months_share[cs_lanes];
};

// MinimumSavingsRateTable.
struct cs_rate_table {
  int32_t count;
  double fewest[cs_most_bands], most[cs_most_bands];
  double at_fewest[cs_most_bands], at_most[cs_most_bands];
};

// TrackTerms: how a measured year is settled.
struct cs_track_terms {
  int32_t has_elected, has_reduced, is_two_sided, has_fixed_loss, has_benchmark_limit;
  int32_t has_revenue_limit;
  // Whether the score multiplies the sharing rate where the standard is met; whether anything is
  // shared, then times the score, where only the alternative is.
  int32_t met_times_score, shares_alternative;
  double elected, fewest_for_election;
  double sharing, payment_limit, sequestration;
  double reduced_factor, reduced_fewest;
  double loss_rate, loss_lower, loss_upper, loss_of_benchmark, loss_of_revenue;
  double months_in_year;
};

// Settlement: its columns, and their places.
enum { cs_s_cents, cs_s_limit, cs_s_overrun, cs_s_added, cs_settled_columns };
struct cs_settled {
  // Earned in whole cents, negative where owed.
  double cents[cs_lanes];
  // 1 where the payment limit bound, 16 where the loss recoupment limit did.
  double limit[cs_lanes];
  // 1 where expenditure exceeds the benchmark by the minimum rate, `isOverrun`.
  double overrun[cs_lanes];
  // What the year adds to net, in unrounded cents.
  double added[cs_lanes];
};

// ObservedYear.updatedBenchmark, result(under:_:).
void cs_measure(
    int width, const struct cs_year_terms *terms, const struct cs_observed *observed,
    const struct cs_signed *held, struct cs_measured *out);

// MinimumSavingsRateTable.rate(forAssigned:).
void cs_variable_rates(
    int width, const struct cs_rate_table *table, const struct cs_measured *year, double *rates);

// PerformanceYearResult.settlement(under:), its `earned` and `isOverrun`; `rates` are the table's.
// Adds to net: the cents times their discount factor, and what the year moves besides.
void cs_settle(
    int width, const struct cs_track_terms *terms, const struct cs_measured *year,
    const double *rates, double factor, double beside, struct cs_settled *out);

// RunningAccount.pay of an option that neither receives advances nor ever leaves, for the first `count`
// trials: `net` is carried in unrounded cents; payment and net in whole cents (`left`; either may be
// null) are written, and the limits that bound are added to `hits`.
void cs_pay(
    int width, const struct cs_settled *year, int32_t count, double *net, int64_t *payment,
    int64_t *left, uint8_t *hits);

// A node of the tree of paths, in an order in which every node follows its parent and the nodes under
// it come before the parent's next: the year (0 for the first), its settlement of that year, its
// place among the leaves, -1 before the last year, and 1 where its agreement ends with it.
struct cs_node {
  int32_t year, settlement, leaf, ends_agreement;
};

// What walking a batch along every path needs to know.
struct cs_walk {
  const struct cs_node *nodes;
  int32_t count;
  // Of each year, its settlements one after another.
  const struct cs_settled *const *settled;
  // Of each year a column: 1 where CMS terminates for quality after it, or did before.
  const double *const *quality_ends;
  // Overruns after which CMS may terminate, by year.
  const double *overruns_until;
  // In cents.
  double reserve;
  // By leaf a column, so many values apart: five-year net in whole cents, and PathMarks.
  int64_t stride;
  int64_t *net;
  uint16_t *marks;
  // The same, `cs_lanes` apart: net after CMS first must or may terminate, in whole cents.
  int64_t *beyond_end;
  // One column: the most that any leaf was left with.
  int64_t *best;
};

// PathAccount.settle and result(reserve:), of a path without exit rule or advances.
void cs_walk_paths(int width, const struct cs_walk *walk);

// How many of some trials PathMarks says each thing of; `may_end` by year.
struct cs_marked {
  int64_t owed, exhausted, ended_early, may_end[cs_most_years];
};
void cs_count_marks(
    int width, const uint16_t *marks, int32_t count, struct cs_marked *marked);

#endif
