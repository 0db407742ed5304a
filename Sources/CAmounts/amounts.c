#include "CAmounts.h"
#include "CWidths.h"

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

void ca_count_bins(
    const int32_t *bins, int32_t count, const int32_t *starts, uint32_t *counts) {
  for (int32_t i = 0; i < count; i++) {
    uint32_t bin = (uint32_t)bins[i];
    counts[starts[bin >> ca_place_bits] + (int32_t)(bin & ((1u << ca_place_bits) - 1))] += 1;
  }
}
