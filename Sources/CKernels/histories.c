#include "CHistories.h"
#include "CKernels.h"
#include "eights.h"
#include "laws.h"
#include "philox.h"

#include <stdlib.h>

#define EACH for (int i = 0; i < ck_lanes; i++)
#define EIGHT for (int i = 0; i < 8; i++)
#define TYPES for (int t = 0; t < 4; t++)

typedef double column[ck_lanes];

// Subjects, and purposes as Probability numbers them.
enum { nation, region, aco };
enum {
  national_growth = 1,
  regional_deviation,
  expenditure_effect,
  claims_noise,
  benchmark_noise,
  retention,
  joining,
  participant_change,
  true_up,
  risk_score,
  quality,
  circumstances,
  parameters,
  programs = 18
};

// What a trial remembers between its years.
struct ck_history {
  uint32_t trial, year;
  uint32_t trials[ck_lanes];
  // Purposes drawn from the second keys, as bits: of each trial, and of any.
  uint32_t redrawn[ck_lanes], redrawn_somewhere;
  uint64_t first[ck_lanes], second[ck_lanes];
  column p[ck_parameters];
  column tail;
  column nation_shock, nation[4], region, others[4], persistent, avoided;
  column position_effect, position_luck, common_change;
  column risk_change[4], risk_variance[4], risk_mean[4], risk_sample[4], risk_sample_variance[4];
  column sample[4], sample_variance[4];
  column demographic;
  column count[4], chosen_expenditure, chosen_risk;
  column noise[4], noise_shape[4];
  column luck[4][3], luck_shape[4][3];
  column quality_score, own_level, retained, effect, position, deviation, true_up, rebased;
  column risk_ratio[4], health[4];
  // Of each program; then of all together the factor on a type's expenditure, and what Medicare pays of
  // their fees for each person-year of it.
  column program_effect[ck_most_programs], program_quality[ck_most_programs];
  column program_cost[ck_most_programs], program_share[ck_most_programs];
  column factor[4], fees[4];
  // Room for one step.
  column a, b, c, d, scores[5];
};

struct ck_history *ck_new_history(void) {
  return aligned_alloc(64, (sizeof(struct ck_history) + 63) / 64 * 64);
}

void ck_free_history(struct ck_history *history) { free(history); }

static struct ck_address at(
    const struct ck_history *h, const struct ck_history_model *m, int who, uint32_t purpose,
    uint32_t slot, int lane) {
  const uint32_t *key = h->redrawn[lane] >> purpose & 1 ? m->second_keys[who] : m->keys[who];
  return (struct ck_address){
      {key[0], key[1]}, purpose << 24 | slot, h->year, h->trial + (uint32_t)lane};
}

// MARK: - One trial alone: what is rare

static double lone_beta(const struct ck_address *at, uint32_t draw, double mean, double both) {
  struct ck_pair words = ck_two_words(at, draw * 32);
  double first = ck_draw_gamma(mean * both, words.first, at, draw * 32 + 1);
  double second = ck_draw_gamma((1 - mean) * both, words.second, at, draw * 32 + 17);
  return first / (first + second);
}

// Some trials of a batch, by their lanes; filled up to a multiple of eight with the last.
struct lot {
  int count, filled;
  uint32_t lane[ck_lanes], trial[ck_lanes];
};

static void fill(struct lot *lot) {
  lot->filled = lot->count;
  for (; lot->filled % 8 != 0; lot->filled++) {
    lot->lane[lot->filled] = lot->lane[lot->count - 1];
    lot->trial[lot->filled] = lot->trial[lot->count - 1];
  }
}

#define EACH_WIDTH "history_body.h"
#include "cw_each_width.h"

void ck_start(
    int width, struct ck_history *history, const struct ck_history_model *model, uint32_t trial,
    const uint32_t *redrawn, double *luck) {
  history->redrawn_somewhere = 0;
  EACH {
    history->redrawn[i] = redrawn ? redrawn[i] : 0;
    history->redrawn_somewhere |= history->redrawn[i];
  }
  CHOOSE(start, history, model, trial, luck);
}

void ck_next_year(
    int width, struct ck_history *history, const struct ck_history_model *model, double *columns) {
  CHOOSE(next_year, history, model, columns);
}
