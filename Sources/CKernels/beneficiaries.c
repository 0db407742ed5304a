#include "CKernels.h"

#include <string.h>

#if defined(__x86_64__)
#define WIDER 1
#endif

#define BODY static inline __attribute__((always_inline))

// Random words and look-ups of one chunk of the list.
struct chunk {
  uint32_t place[ck_chunk];
  uint32_t word[4][ck_chunk];
  uint32_t type[ck_chunk];
  uint32_t spending[ck_chunk];
  uint32_t risk[ck_chunk];
};

typedef uint64_t lanes __attribute__((vector_size(64)));
typedef uint32_t half_lanes __attribute__((vector_size(32)));

BODY void keep_low_halves(uint32_t *out, const lanes *words) {
  half_lanes low = __builtin_convertvector(*words, half_lanes);
  memcpy(out, &low, sizeof low);
}

// Philox 4x32-10 of eight counters at a time, a 64-bit lane for each word. The upper halves of the
// lanes are not kept clean: only the lower ones are multiplied and stored.
BODY void draw(
    struct chunk *c, const uint32_t key[2], uint32_t purpose, uint32_t year, uint32_t trial) {
  const lanes low = (lanes){} + 0xffffffffu;
  for (int i = 0; i < ck_chunk; i += 8) {
    lanes x0 = {}, x1 = (lanes){} + (uint64_t)purpose, x2 = (lanes){} + (uint64_t)year,
          x3 = (lanes){} + (uint64_t)trial;
    for (int j = 0; j < 8; j++) x0[j] = c->place[i + j];
    uint32_t k0 = key[0], k1 = key[1];
#pragma clang loop unroll(full)
    for (int round = 0; round < 10; round++) {
      lanes p = (x0 & low) * (uint64_t)0xD2511F53u;
      lanes q = (x2 & low) * (uint64_t)0xCD9E8D57u;
      x0 = (q >> 32) ^ x1 ^ (uint64_t)k0;
      x1 = q;
      x2 = (p >> 32) ^ x3 ^ (uint64_t)k1;
      x3 = p;
      k0 += 0x9E3779B9u;
      k1 += 0xBB67AE85u;
    }
    keep_low_halves(c->word[0] + i, &x0);
    keep_low_halves(c->word[1] + i, &x1);
    keep_low_halves(c->word[2] + i, &x2);
    keep_low_halves(c->word[3] + i, &x3);
  }
}

// Looks amounts up and adds them by type; a type above three is nobody's.
BODY void tally(
    struct chunk *c, const uint32_t *spending, const uint32_t *risk, uint64_t *sums) {
  for (int i = 0; i < ck_chunk; i++) {
    c->spending[i] = spending[c->spending[i]];
    c->risk[i] = risk[c->risk[i]];
  }
  for (uint32_t type = 0; type < 4; type++) {
    // 32 bits hold a chunk of amounts below 2^24.
    uint32_t heads = 0, spent = 0, scored = 0;
    for (int i = 0; i < ck_chunk; i++) {
      uint32_t mask = -(uint32_t)(c->type[i] == type);
      heads -= mask;
      spent += c->spending[i] & mask;
      scored += c->risk[i] & mask;
    }
    sums[type] += heads;
    sums[4 + type] += spent;
    sums[8 + type] += scored;
  }
}

BODY uint32_t spending_row(uint32_t place) { return (place & 15) * ck_ranks; }

BODY uint32_t risk_row(uint32_t place) {
  return ((place & 3) | (place >> 4 & 3) << 2) * ck_risks;
}

BODY void live(
    uint8_t *restrict places, uint16_t *restrict ranks, size_t count, const struct ck_year *y,
    uint64_t *sums) {
  struct chunk c;
  // Copies of its own tell the compiler that no place written lies among the thresholds.
  uint32_t leaving[128], changing[12], keeping[4];
  memcpy(leaving, y->leaving, sizeof leaving);
  memcpy(changing, y->changing, sizeof changing);
  memcpy(keeping, y->keeping, sizeof keeping);
  for (size_t from = 0; from < count; from += ck_chunk) {
    for (int i = 0; i < ck_chunk; i++) c.place[i] = (uint32_t)from + (uint32_t)i;
    draw(&c, y->key, y->purpose, y->year, y->trial);
    for (int i = 0; i < ck_chunk; i++) {
      uint32_t place = places[from + i], before = place & 3, type = before;
      uint32_t leaves = c.word[0][i] < leaving[place & 127] ? 1 : 0;
      uint32_t gone = -(leaves | place >> 7);
      uint32_t change = c.word[1][i];
      type = change < changing[8 + before] ? 3 : type;
      type = change < changing[4 + before] ? 2 : type;
      type = change < changing[before] ? 0 : type;
      place = (((place & ~3u) | type) & ~gone) | (ck_empty_place & gone);
      places[from + i] = (uint8_t)place;
      uint32_t fresh = c.word[2][i], rank = ranks[from + i];
      rank = fresh >> 10 < keeping[type] ? rank : fresh & (ck_ranks - 1);
      ranks[from + i] = (uint16_t)rank;
      c.type[i] = type | (gone & 4);
      c.spending[i] = spending_row(place) + rank;
      c.risk[i] = risk_row(place) + (c.word[3][i] >> 24);
    }
    tally(&c, y->spending, y->risk, sums);
  }
}

// Seats the joiners whose places have been gathered.
BODY void seat(
    struct chunk *c, int gathered, uint8_t *restrict places, uint16_t *restrict ranks,
    const struct ck_joining *j, uint64_t *sums) {
  for (int i = gathered; i < ck_chunk; i++) {
    c->place[i] = 0;
    c->type[i] = 4;
  }
  draw(c, j->key, j->purpose, j->year, j->trial);
  for (int i = 0; i < ck_chunk; i++) {
    uint32_t level = 0;
    for (int threshold = 0; threshold < 15; threshold++)
      level += c->word[0][i] >= j->levels[threshold] ? 1 : 0;
    uint32_t aligned = c->word[1][i] < j->aligned ? 1 : 0;
    uint32_t rank = c->word[2][i] & (ck_ranks - 1);
    uint32_t place = (c->type[i] & 3) | level << 2 | aligned << 6;
    c->spending[i] = spending_row(place) + rank;
    c->risk[i] = risk_row(place) + (c->word[3][i] >> 24);
    c->word[0][i] = place;
    c->word[1][i] = rank;
  }
  for (int i = 0; i < gathered; i++) {
    places[c->place[i]] = (uint8_t)c->word[0][i];
    ranks[c->place[i]] = (uint16_t)c->word[1][i];
  }
  tally(c, j->spending, j->risk, sums);
}

BODY void join(
    uint8_t *restrict places, uint16_t *restrict ranks, size_t count, const struct ck_joining *j,
    uint64_t *sums) {
  struct chunk c;
  size_t place = 0;
  int gathered = 0;
  for (uint32_t type = 0; type < 4; type++) {
    for (uint32_t joiner = 0; joiner < j->joiners[type]; joiner++) {
      while (place < count && places[place] != ck_empty_place) place++;
      if (place == count) break;
      c.place[gathered] = (uint32_t)place++;
      c.type[gathered++] = type;
      if (gathered == ck_chunk) {
        seat(&c, gathered, places, ranks, j, sums);
        gathered = 0;
      }
    }
  }
  if (gathered > 0) seat(&c, gathered, places, ranks, j, sums);
}

// The same bodies, once for each width.
#define WIDTH(name, attributes)                                                                \
  attributes static void live_##name(                                                          \
      uint8_t *p, uint16_t *r, size_t n, const struct ck_year *y, uint64_t *s) {               \
    live(p, r, n, y, s);                                                                       \
  }                                                                                            \
  attributes static void join_##name(                                                          \
      uint8_t *p, uint16_t *r, size_t n, const struct ck_joining *j, uint64_t *s) {            \
    join(p, r, n, j, s);                                                                       \
  }

WIDTH(baseline, )
#ifdef WIDER
WIDTH(avx2, __attribute__((target("avx2"))))
WIDTH(avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"))))
#endif

int ck_widest(void) {
#ifdef WIDER
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return 2;
  if (__builtin_cpu_supports("avx2")) return 1;
#endif
  return 0;
}

void ck_live(
    int width, uint8_t *places, uint16_t *ranks, size_t count, const struct ck_year *year,
    uint64_t *sums) {
#ifdef WIDER
  if (width == 2) return live_avx512(places, ranks, count, year, sums);
  if (width == 1) return live_avx2(places, ranks, count, year, sums);
#endif
  (void)width;
  live_baseline(places, ranks, count, year, sums);
}

void ck_join(
    int width, uint8_t *places, uint16_t *ranks, size_t count, const struct ck_joining *joining,
    uint64_t *sums) {
#ifdef WIDER
  if (width == 2) return join_avx512(places, ranks, count, joining, sums);
  if (width == 1) return join_avx2(places, ranks, count, joining, sums);
#endif
  (void)width;
  join_baseline(places, ranks, count, joining, sums);
}
