#include "CAmounts.h"
#include "CWidths.h"

// No product and sum become one operation.
#pragma STDC FP_CONTRACT OFF

#define EACH_WIDTH "amounts_body.h"
#include "cw_each_width.h"

void ca_add_up(int width, const int64_t *amounts, int32_t count, struct ca_sums *sums) {
  CHOOSE(add_up, amounts, count, sums);
}

void ca_find_bins(
    int width, const int64_t *amounts, int32_t count, int32_t *bins, uint64_t pages[2]) {
  CHOOSE(find_bins, amounts, count, bins, pages);
}

int32_t ca_count_alike(int width, const int64_t *amounts, int32_t count, int64_t amount) {
  return CHOOSE(count_alike, amounts, count, amount);
}

int32_t ca_count_below(int width, const int64_t *amounts, int32_t count, int64_t edge) {
  return CHOOSE(count_below, amounts, count, edge);
}

void ca_fall_short(
    int width, const int64_t *amounts, int32_t count, int64_t edge, int64_t sums[2]) {
  CHOOSE(fall_short, amounts, count, edge, sums);
}

void ca_whole_parts(
    int width, const double *numbers, int32_t count, double unit, int64_t *parts) {
  CHOOSE(whole_parts, numbers, count, unit, parts);
}

// Counts lie beyond the nearest caches: they are asked for this many amounts ahead.
#define AHEAD 48

void ca_count_bins(
    int width, int32_t *bins, int32_t count, const int32_t *starts, uint32_t *counts) {
  CHOOSE(find_places, bins, count, starts);
  int32_t i = 0;
  for (; i + AHEAD < count; i++) {
    __builtin_prefetch(counts + bins[i + AHEAD], 1);
    counts[bins[i]] += 1;
  }
  for (; i < count; i++) counts[bins[i]] += 1;
}
