#include "CHistories.h"
#include "CKernels.h"
#include "eights.h"
#include "laws.h"
#include "philox.h"

#include <stdlib.h>

// Columns do not overlap; what the compiler would ask at run time it could not always tell.
#define EACH _Pragma("clang loop vectorize(assume_safety)") ONE_BY_ONE
#define ONE_BY_ONE for (int i = 0; i < ck_lanes; i++)
#define EIGHT for (int i = 0; i < 8; i++)
#define TYPES for (int t = 0; t < 4; t++)

// Each begins where a cache line does, so that no register is read across two.
#define LINES __attribute__((aligned(64)))
typedef double column[ck_lanes] LINES;
// Of what is known in single precision: normal scores, and exponentials.
typedef float singles[ck_lanes] LINES;
typedef uint32_t wholes[ck_lanes] LINES;
// All bits of a number, or none.
typedef uint64_t masks[ck_lanes] LINES;

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
  ck_held_purposes,
  programs = 18
};

// The words of four slots beside one another, a block's.
enum { ck_four = 4 };
typedef wholes four_words[ck_four];
struct held {
  // 0 for no block; see `words`.
  uint64_t place;
  four_words words;
};

// Blocks of an address that each draw has for itself: its words, and those beside them.
#define BLOCKS_A_DRAW 2

// What a trial remembers between its years.
struct ck_history {
  uint32_t trial, year;
  wholes trials;
  // Purposes drawn from the second keys, as bits: of each trial, and of any.
  wholes redrawn;
  uint32_t redrawn_somewhere;
  // Of each purpose's first draws and second ones the latest blocks.
  struct held held[ck_held_purposes][2];
  column p[ck_parameters];
  column tail;
  column nation_shock, nation[4], region, others[4], persistent, avoided;
  column position_effect, position_luck, common_change;
  column risk_change[4], risk_variance[4], risk_mean[4], risk_sample[4], risk_sample_variance[4];
  column sample[4], sample_variance[4];
  column demographic;
  column count[4], chosen_expenditure, chosen_risk;
  column noise_score[4], noise_shape[4];
  // Of the benchmark years: claims over what was to be expected; its score, whose variance is that of all
  // years and types, and its shape.
  column luck[4][3], luck_score[4][3], luck_shape[4][3], luck_variance;
  column quality_score, own_level, retained, effect, position, rebased;
  singles deviation, true_up, risk_ratio[4], health[4];
  // Of each program; then of all together the factor on a type's expenditure, and what Medicare pays of
  // their fees for each person-year of it.
  column program_effect[ck_most_programs], program_quality[ck_most_programs];
  column program_cost[ck_most_programs], program_share[ck_most_programs];
  // Of each measure: the error of its current rate on the logit, and its own score.
  column measure_error[ck_most_measures], measure_own[ck_most_measures];
  column factor[4], fees[4];
  // Room for one step.
  column a, b, c, d, scores[5];
  singles z;
};

struct ck_history *ck_new_history(void) {
  return aligned_alloc(64, (sizeof(struct ck_history) + 63) / 64 * 64);
}

void ck_free_history(struct ck_history *history) { free(history); }

// Some trials of a batch, by their lanes; filled up to a multiple of sixteen with the last.
struct lot {
  int count, filled;
  wholes lane, trial;
};

// Those where `chosen` is not zero; without a branch, for which of them are is chance.
static inline __attribute__((always_inline)) void choose(
    struct lot *lot, const struct ck_history *h, const double *restrict chosen) {
  int count = 0;
  ONE_BY_ONE {
    lot->lane[count] = (uint32_t)i;
    count += chosen[i] != 0;
  }
  for (int i = 0; i < count; i++) lot->trial[i] = h->trials[lot->lane[i]];
  lot->count = lot->filled = count;
  if (count == 0) return;
  for (; lot->filled % 16 != 0; lot->filled++) {
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
  for (int purpose = 0; purpose < ck_held_purposes; purpose++)
    for (int draw = 0; draw < 2; draw++) history->held[purpose][draw].place = 0;
  ONE_BY_ONE {
    history->redrawn[i] = redrawn ? redrawn[i] : 0;
    history->redrawn_somewhere |= history->redrawn[i];
  }
  CHOOSE(start, history, model, trial, luck);
}

void ck_next_year(
    int width, struct ck_history *history, const struct ck_history_model *model, double *columns) {
  CHOOSE(next_year, history, model, columns);
}
