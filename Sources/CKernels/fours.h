// Four variates at once from tables whose rows are read whole and transposed: to gather them value by
// value takes three times as long.
#ifndef CK_FOURS_H
#define CK_FOURS_H

#include "laws.h"

typedef double ck_four __attribute__((vector_size(32), aligned(8)));
typedef uint64_t ck_four_words __attribute__((vector_size(32), aligned(8)));

#define CK_LOAD(at) (*(const ck_four *)(at))

// Rows to columns.
#define CK_TRANSPOSE(r0, r1, r2, r3)                               \
  do {                                                             \
    ck_four even0 = __builtin_shufflevector(r0, r1, 0, 4, 2, 6);   \
    ck_four odd0 = __builtin_shufflevector(r0, r1, 1, 5, 3, 7);    \
    ck_four even1 = __builtin_shufflevector(r2, r3, 0, 4, 2, 6);   \
    ck_four odd1 = __builtin_shufflevector(r2, r3, 1, 5, 3, 7);    \
    r0 = __builtin_shufflevector(even0, even1, 0, 1, 4, 5);        \
    r1 = __builtin_shufflevector(odd0, odd1, 0, 1, 4, 5);          \
    r2 = __builtin_shufflevector(even0, even1, 2, 3, 6, 7);        \
    r3 = __builtin_shufflevector(odd0, odd1, 2, 3, 6, 7);          \
  } while (0)

// `ck_normal` of four words.
BODY void ck_four_normals(double *restrict out, const uint64_t *restrict words) {
  ck_four_words word = *(const ck_four_words *)words;
  ck_four tail = (((ck_four)(((word << 1) >> 12) | 0x3FF0000000000000u) - 1) + 0x1p-53) * 0.5;
  ck_four_words bits = (ck_four_words)tail;
  ck_four d = ((ck_four)((bits & 0x0001FFFFFFFFFFFFu) | 0x3FF0000000000000u) - 1.0625) * 16;
  ck_four_words place = (bits >> 49) - ((1023 - 54) << 3);
  const double *p0 = ck_normal_table[place[0]], *p1 = ck_normal_table[place[1]];
  const double *p2 = ck_normal_table[place[2]], *p3 = ck_normal_table[place[3]];
  ck_four a0 = CK_LOAD(p0), a1 = CK_LOAD(p1), a2 = CK_LOAD(p2), a3 = CK_LOAD(p3);
  ck_four b0 = CK_LOAD(p0 + 4), b1 = CK_LOAD(p1 + 4), b2 = CK_LOAD(p2 + 4), b3 = CK_LOAD(p3 + 4);
  CK_TRANSPOSE(a0, a1, a2, a3);
  CK_TRANSPOSE(b0, b1, b2, b3);
  ck_four z = a0 + d * (a1 + d * (a2 + d * (a3 + d * (b0 + d * b1))));
  ck_four_words signed_bits = (ck_four_words)z ^ (~word & 0x8000000000000000u);
  *(ck_four_words *)out = signed_bits;
}

// The polynomial in the score of one trial's gamma.
BODY void ck_gamma_row(ck_four *low, ck_four *high, int piece, double d) {
  const double (*rows)[ck_row] = ck_gamma_table[piece];
  *low = CK_LOAD(rows[ck_rows - 1]);
  *high = CK_LOAD(rows[ck_rows - 1] + 4);
  for (int row = ck_rows - 2; row >= 0; row--) {
    *low = CK_LOAD(rows[row]) + d * *low;
    *high = CK_LOAD(rows[row] + 4) + d * *high;
  }
}

// `ck_small_gamma` of four shapes and scores.
BODY void ck_four_small_gammas(
    double *restrict out, const double *restrict shape, const double *restrict score) {
  double d[4], v[4], root[4];
  int piece[4];
  for (int i = 0; i < 4; i++) {
    d[i] = (1 / ck_sqrt(shape[i]) - CK_MIDDLE_ROOT) * (1 / CK_HALF_ROOTS);
    piece[i] = (int)(score[i] + 8.5);
    v[i] = (score[i] - (piece[i] - 8)) * 2;
  }
  ck_four a0, a1, a2, a3, b0, b1, b2, b3;
  ck_gamma_row(&a0, &b0, piece[0], d[0]);
  ck_gamma_row(&a1, &b1, piece[1], d[1]);
  ck_gamma_row(&a2, &b2, piece[2], d[2]);
  ck_gamma_row(&a3, &b3, piece[3], d[3]);
  CK_TRANSPOSE(a0, a1, a2, a3);
  CK_TRANSPOSE(b0, b1, b2, b3);
  ck_four at = CK_LOAD(v);
  ck_four upper = b0 + at * (b1 + at * (b2 + at * b3));
  *(ck_four *)root = a0 + at * (a1 + at * (a2 + at * (a3 + at * upper)));
  for (int i = 0; i < 4; i++) {
    double held = ck_max(root[i], CK_LEAST_ROOT);
    out[i] = shape[i] * (held * held * held);
  }
}

#endif
