#include "CKernels.h"
#include "philox.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#include "beneficiary_orders.h"
#endif

#pragma STDC FP_CONTRACT OFF

#define BODY static inline __attribute__((always_inline))

enum {
  // Heads of eight blocks.
  group = 24,
  // 32 bits hold the amounts of so many.
  most_waiting = 240,
  rank_bits = 10,
  rank_mask = ck_ranks - 1,
  risk_rows = 4 * ck_risks,
  kinds = ck_cells / ck_lists
};

#include "beneficiary_lists.h"

// MARK: - Fates

// What lies below a chance, of 2^24.
BODY int32_t cut(double chance) {
  double within = chance > 0 ? (chance < 1 ? chance : 1) : 0;
  return (int32_t)(within * 0x1p24 + 0.5);
}

// The fates of one list, by kind: who lies below `leave` leaves, from there below `keep` stays and
// keeps the rank, below `stay` stays with a fresh one; from there on one changes type, to each of
// the three others first with the old rank, then with a fresh one.
struct fates {
  int32_t leave[kinds], keep[kinds], stay[kinds], change[6][kinds];
};

// Those who change type: their heads with the fresh ranks above, and their words of fate and luck.
static void change_types(
    struct ck_people *people, const struct ck_year *year, const struct fates *fates,
    uint32_t list, struct waiting changing[2], uint64_t *sums) {
  uint32_t type = list & 3;
  for (uint32_t i = 0; i < changing[0].count; i++) {
    uint32_t head = changing[0].heads[i] & 0xffff, fresh = changing[0].heads[i] >> 16;
    uint32_t word = changing[1].heads[i], kind = head >> rank_bits, place = 0;
    int32_t fate = (int32_t)(word >> 8);
    // Rounding may leave the last cut below all fates; they are then the last's.
    for (uint32_t change = 0; change < 5; change++)
      place += fate >= fates->change[change][kind] ? 1 : 0;
    uint32_t after = place / 2 + (place / 2 >= type ? 1 : 0), target = (list & ~3u) | after;
    if (place % 2 == 1) head = (head & ~(uint32_t)rank_mask) | fresh;
    move(&people->movers, head, target);
    uint32_t luck = (head >> rank_bits & 3) * ck_risks + (word & 255);
    sums[after] += 1;
    sums[4 + after] += year->amounts.spending[target * ck_ranks + (head & rank_mask)];
    sums[8 + after] += year->amounts.risk[after * risk_rows + luck];
  }
  changing[0].count = changing[1].count = 0;
}

// MARK: - Widths

// A stream's blocks, as they stand after the rounds that are the same in all of them.
struct stream {
  uint32_t key[2], zeroth, second, third, fourth;
};

static struct stream open_stream(
    const uint32_t key[2], uint32_t purpose, uint32_t year, uint32_t trial) {
  uint64_t q = (uint64_t)year * CK_PHILOX_ODD;
  uint64_t p = (uint64_t)((uint32_t)(q >> 32) ^ purpose ^ key[0]) * CK_PHILOX_EVEN;
  return (struct stream){
      {key[0] + 2 * CK_WEYL_EVEN, key[1] + 2 * CK_WEYL_ODD},
      (uint32_t)q ^ (key[0] + CK_WEYL_EVEN),
      trial ^ key[1],
      (uint32_t)(p >> 32) ^ (key[1] + CK_WEYL_ODD),
      (uint32_t)p};
}

#define EACH_WIDTH "beneficiary_body.h"
#include "cw_each_width.h"

void ck_live(
    int width, struct ck_people *people, const struct ck_year *year, uint64_t *sums) {
  CHOOSE(live, people, year, sums);
}

void ck_join(
    int width, struct ck_people *people, const struct ck_joining *joining, uint64_t *sums) {
  CHOOSE(join, people, joining, sums);
}
