// Amounts in whole cents, many at a time: their sums and their fixed bins.
//
// Integers, and doubles that hold them exactly, so every width of register and every order gives the
// same.
#ifndef CAMOUNTS_H
#define CAMOUNTS_H

#include <stdint.h>

// Bins, as Projection's AmountBins numbers them: of each octave a page of 2^10, pages 0 and 1 single
// cents, pages from the 64th on those of negative amounts.
enum { ca_place_bits = 10, ca_first_negative = 64 };

// Amounts of less than 2^40 cents either way, at most 2^22 of them, add up without overflow.
enum { ca_amount_bits = 40, ca_most_amounts = 1 << 22 };

// What some amounts come to.
struct ca_sums {
  int64_t sum;
  // Of the squares: an amount is 2^20 a + b, and these are the sums of a a, a b and b b.
  uint64_t high, cross, low;
  int64_t least, most;
  // How many are below zero, and how many zero.
  int64_t below, zeros;
  // 0 where every amount is less than 2^40 either way; else nothing else here counts.
  uint64_t beyond;
};

void ca_add_up(int width, const int64_t *amounts, int32_t count, struct ca_sums *sums);

// The bin of each amount of less than 2^52 either way, and the pages that hold any, as bits: of amounts
// from zero on, and below.
void ca_find_bins(
    int width, const int64_t *amounts, int32_t count, int32_t *bins, uint64_t pages[2]);

// Counts each bin; page p's counts begin at `counts + starts[p]`. The bins are lost.
void ca_count_bins(
    int width, int32_t *bins, int32_t count, const int32_t *starts, uint32_t *counts);

// Their sum, and the sum of what they fall short of an edge, negative; of amounts that add up.
void ca_fall_short(
    int width, const int64_t *amounts, int32_t count, int64_t edge, int64_t sums[2]);

// Numbers in units of `unit` parts, to the nearest whole part, halves away from zero; held to 1e15
// parts either way.
void ca_whole_parts(
    int width, const double *numbers, int32_t count, double unit, int64_t *parts);

// How many amounts are this one.
int32_t ca_count_alike(int width, const int64_t *amounts, int32_t count, int64_t amount);
// How many are below an edge.
int32_t ca_count_below(int width, const int64_t *amounts, int32_t count, int64_t edge);

#endif
