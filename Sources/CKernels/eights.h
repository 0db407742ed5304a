// Eight values at once from tables whose rows are read whole and transposed: to gather them value by
// value takes three times as long.
#ifndef CK_EIGHTS_H
#define CK_EIGHTS_H

#include "laws.h"

// A register of AVX-512, two of AVX2, four of the baseline.
typedef double ck_eight __attribute__((vector_size(64), aligned(8)));
// The same in single precision, half as wide.
typedef float ck_eight_singles __attribute__((vector_size(32), aligned(4)));
typedef uint32_t ck_eight_bits __attribute__((vector_size(32), aligned(4)));
typedef int32_t ck_eight_signed __attribute__((vector_size(32), aligned(4)));

#define CK_ROW(at) (*(ck_eight *)(at))
#define CK_SINGLES(at) (*(const ck_eight_singles *)(at))
#define CK_SHUFFLE __builtin_shufflevector

// Of rows 2n and 2n + 1: their places 0, 2, 4, 6 in turn, and 1, 3, 5, 7.
#define CK_EVENS(a, b) CK_SHUFFLE(a, b, 0, 8, 2, 10, 4, 12, 6, 14)
#define CK_ODDS(a, b) CK_SHUFFLE(a, b, 1, 9, 3, 11, 5, 13, 7, 15)
// Of four rows' pairs: places 0 and 4, and 2 and 6; or 1 and 5, and 3 and 7.
#define CK_OUTER(a, b) CK_SHUFFLE(a, b, 0, 1, 8, 9, 4, 5, 12, 13)
#define CK_INNER(a, b) CK_SHUFFLE(a, b, 2, 3, 10, 11, 6, 7, 14, 15)
// Of eight rows' fours: the lower place, and the upper.
#define CK_LOWER(a, b) CK_SHUFFLE(a, b, 0, 1, 2, 3, 8, 9, 10, 11)
#define CK_UPPER(a, b) CK_SHUFFLE(a, b, 4, 5, 6, 7, 12, 13, 14, 15)

// Eight rows to columns.
BODY void ck_transpose(ck_eight_singles *restrict r) {
  ck_eight_singles even[4], odd[4], outer_even[2], inner_even[2], outer_odd[2], inner_odd[2];
  for (int i = 0; i < 4; i++) {
    even[i] = CK_EVENS(r[2 * i], r[2 * i + 1]);
    odd[i] = CK_ODDS(r[2 * i], r[2 * i + 1]);
  }
  for (int i = 0; i < 2; i++) {
    outer_even[i] = CK_OUTER(even[2 * i], even[2 * i + 1]);
    inner_even[i] = CK_INNER(even[2 * i], even[2 * i + 1]);
    outer_odd[i] = CK_OUTER(odd[2 * i], odd[2 * i + 1]);
    inner_odd[i] = CK_INNER(odd[2 * i], odd[2 * i + 1]);
  }
  r[0] = CK_LOWER(outer_even[0], outer_even[1]);
  r[1] = CK_LOWER(outer_odd[0], outer_odd[1]);
  r[2] = CK_LOWER(inner_even[0], inner_even[1]);
  r[3] = CK_LOWER(inner_odd[0], inner_odd[1]);
  r[4] = CK_UPPER(outer_even[0], outer_even[1]);
  r[5] = CK_UPPER(outer_odd[0], outer_odd[1]);
  r[6] = CK_UPPER(inner_even[0], inner_even[1]);
  r[7] = CK_UPPER(inner_odd[0], inner_odd[1]);
}

#endif
