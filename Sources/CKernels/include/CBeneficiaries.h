// Everyone assigned, one by one: a year of each.
//
// Whoever is of one enrollment type and one cost level stands in one list, so that amounts and
// chances are constants of a list. A head is sixteen bits: 0-9 the rank of a year's spending, 10-11
// risk level, 12 voluntarily aligned. Its cell is the list's number and, times sixteen, bits 10-12.
//
// All a head does in a year is one of a few fates: it leaves, or stays with last year's rank, or
// stays with a fresh one, or changes type with either. One block of the generator serves three heads:
// the upper 24 bits of words 0, 1 and 2 are their fates, the lower 8 their luck in risk scores, bits
// 0-9, 10-19 and 20-29 of word 3 their fresh ranks. So a chance is met to 2^-25, half a 24th bit.
// Head i of a list, counted at the start of the year, is number i / 8 % 3 of block i / 24 * 8 + i % 8.
#ifndef CBENEFICIARIES_H
#define CBENEFICIARIES_H

#include <stdint.h>

enum {
  // By type + 4 cost level.
  ck_lists = 16,
  // By list + 16 (risk level + 4 aligned).
  ck_cells = 128,
  ck_ranks = 1024,
  // Of one risk level.
  ck_risks = 256
};

// The lists of one worker. Room is kept from one trial to the next, and grows as it is needed.
struct ck_people;

struct ck_people *ck_new_people(void);
void ck_free_people(struct ck_people *people);

// Empties every list.
void ck_dismiss(struct ck_people *people);

// The heads of a list, and how many they are; good until the lists next change.
const uint16_t *ck_heads(const struct ck_people *people, int list, uint32_t *count);

// Amounts, each below 2^24.
struct ck_amounts {
  // Rows of `ck_ranks`, one for each list.
  const uint32_t *spending;
  // By type and within it by risk level, rows of `ck_risks`.
  const uint32_t *risk;
};

// What befalls everyone in one year. The list's number is added to the purpose.
struct ck_year {
  uint32_t key[2];
  uint32_t purpose, year, trial;
  // By cell, the chance of leaving.
  const double *leaving;
  // Rows by a stayer's type before, columns by the type after; a row sums to one.
  const double *becoming;
  // By the type after, the chance of keeping last year's rank.
  const double *keeping;
  struct ck_amounts amounts;
};

// Who joins. The type is added to the purpose.
struct ck_joining {
  uint32_t key[2];
  uint32_t purpose, year, trial;
  // By type, how many.
  const uint32_t *joiners;
  // By cost level + 4 risk level, the chance of being of them; sums to one.
  const double *pairs;
  // The chance of being voluntarily aligned.
  double aligned;
  struct ck_amounts amounts;
};

// Lives one year with everyone. Adds to `sums`: heads, spending and risk of those who remain, four
// of each by type.
void ck_live(
    int width, struct ck_people *people, const struct ck_year *year, uint64_t *sums);

// Puts joiners behind those there are.
void ck_join(
    int width, struct ck_people *people, const struct ck_joining *joining, uint64_t *sums);

#endif
