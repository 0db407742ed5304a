// Eight variates at once from tables whose rows are read whole and transposed: to gather them value by
// value takes three times as long.
#ifndef CK_EIGHTS_H
#define CK_EIGHTS_H

#include "laws.h"

// A register of AVX-512, two of AVX2, four of the baseline.
typedef double ck_eight __attribute__((vector_size(64), aligned(8)));
typedef uint64_t ck_eight_words __attribute__((vector_size(64), aligned(8)));

#define CK_ROW(at) (*(const ck_eight *)(at))
#define CK_WORDS(at) (*(const ck_eight_words *)(at))
// The first where all bits are set, the second where none is.
#define CK_CHOSEN(bits, a, b) \
  ((ck_eight)(((ck_eight_words)(a) & (bits)) | ((ck_eight_words)(b) & ~(bits))))
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
BODY void ck_transpose(ck_eight *restrict r) {
  ck_eight even[4], odd[4], outer_even[2], inner_even[2], outer_odd[2], inner_odd[2];
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

// `ck_normal` of eight words.
BODY void ck_eight_normals(double *restrict out, const uint64_t *restrict words) {
  ck_eight_words word = CK_WORDS(words);
  ck_eight tail = (((ck_eight)(((word << 1) >> 12) | 0x3FF0000000000000u) - 1) + 0x1p-53) * 0.5;
  ck_eight_words bits = (ck_eight_words)tail;
  ck_eight d = ((ck_eight)((bits & 0x0001FFFFFFFFFFFFu) | 0x3FF0000000000000u) - 1.0625) * 16;
  ck_eight_words place = (bits >> 49) - ((1023 - 54) << 3);
  ck_eight c[8];
  for (int i = 0; i < 8; i++) c[i] = CK_ROW(ck_normal_table[place[i]]);
  ck_transpose(c);
  ck_eight z = c[0] + d * (c[1] + d * (c[2] + d * (c[3] + d * (c[4] + d * c[5]))));
  *(ck_eight_words *)out = (ck_eight_words)z ^ (~word & 0x8000000000000000u);
}

// `ck_small_gamma` of eight shapes and scores.
BODY void ck_eight_small_gammas(
    double *restrict out, const double *restrict shape, const double *restrict score) {
  double d[8], v[8];
  int piece[8];
  for (int i = 0; i < 8; i++) {
    d[i] = (1 / ck_sqrt(shape[i]) - CK_MIDDLE_ROOT) * (1 / CK_HALF_ROOTS);
    piece[i] = (int)(score[i] + 8.5);
    v[i] = (score[i] - (piece[i] - 8)) * 2;
  }
  // The polynomial in the score of each trial's gamma.
  ck_eight c[8];
  for (int i = 0; i < 8; i++) {
    const double (*rows)[ck_row] = ck_gamma_table[piece[i]];
    c[i] = CK_ROW(rows[ck_rows - 1]);
    for (int row = ck_rows - 2; row >= 0; row--) c[i] = CK_ROW(rows[row]) + d[i] * c[i];
  }
  ck_transpose(c);
  ck_eight at = CK_ROW(v), root = c[ck_row - 1];
  for (int i = ck_row - 2; i >= 0; i--) root = c[i] + at * root;
  for (int i = 0; i < 8; i++) {
    double held = ck_max(root[i], CK_LEAST_ROOT);
    out[i] = shape[i] * (held * held * held);
  }
}

#endif
