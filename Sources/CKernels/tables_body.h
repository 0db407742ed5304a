// Included once for each width of register. Normal scores and gamma variates' cube roots, read off tables many
// at once.

#if WIDTH == 2

// Sixteen values of single precision: a register.
typedef float WIDE(singles) __attribute__((vector_size(64), aligned(4)));
typedef int32_t WIDE(signed) __attribute__((vector_size(64), aligned(4)));
typedef uint32_t WIDE(bits) __attribute__((vector_size(64), aligned(4)));
#define SINGLES(at) (*(WIDE(singles) *)(at))
#define GIVEN(at) (*(const WIDE(singles) *)(at))

// `ck_normal` of sixteen words: two registers hold a coefficient's values in all octaves.
static inline __attribute__((always_inline)) void WIDE(sixteen_normals)(
    float *restrict out, const uint32_t *restrict words) {
  WIDE(bits) word = *(const WIDE(bits) *)words;
  WIDE(signed) tail = (WIDE(signed))(word ^ (WIDE(bits))((WIDE(signed))word >> 31)) | 1;
  WIDE(bits) bits = (WIDE(bits))__builtin_convertvector(tail, WIDE(singles));
  WIDE(singles) d = (WIDE(singles))((bits & 0x007FFFFFu) | 0x3F800000u) - 1.5f;
  WIDE(signed) place = (WIDE(signed))(bits >> 23);
  WIDE(singles) z = {0};
  for (int i = ck_coefficients - 1; i >= 0; i--) {
    const float *column = ck_normal_columns[i];
    WIDE(singles) c = __builtin_ia32_vpermi2varps512(GIVEN(column), place, GIVEN(column + 16));
    z = i == ck_coefficients - 1 ? c : c + d * z;
  }
  SINGLES(out) = (WIDE(singles))((WIDE(bits))z ^ (~word & 0x80000000u));
}

// `ck_small_root` of sixteen shapes and scores: a register holds a coefficient's values in all pieces.
static inline __attribute__((always_inline)) void WIDE(sixteen_small_roots)(
    float *restrict out, const float *restrict shape, const float *restrict score) {
  float d[16], v[16];
  int32_t piece[16];
  for (int i = 0; i < 16; i++) {
    d[i] = ck_root_place(shape[i]);
    piece[i] = ck_score_piece(score[i]);
    v[i] = ck_score_place(score[i], piece[i]);
  }
  WIDE(signed) place = *(const WIDE(signed) *)piece;
  WIDE(singles) root = {0};
  for (int i = ck_row - 1; i >= 0; i--) {
    WIDE(singles) c =
        __builtin_ia32_permvarsf512(GIVEN(ck_gamma_columns[ck_rows - 1][i]), place);
    for (int row = ck_rows - 2; row >= 0; row--)
      c = __builtin_ia32_permvarsf512(GIVEN(ck_gamma_columns[row][i]), place) + GIVEN(d) * c;
    root = i == ck_row - 1 ? c : c + GIVEN(v) * root;
  }
  for (int i = 0; i < 16; i++) out[i] = root[i] > CK_LEAST_ROOT ? root[i] : CK_LEAST_ROOT;
}

#undef SINGLES
#undef GIVEN

#endif

// `ck_normal` of eight words.
static inline __attribute__((always_inline)) void WIDE(eight_normals)(
    float *restrict out, const uint32_t *restrict words) {
  ck_eight_bits word = *(const ck_eight_bits *)words;
  ck_eight_signed tail = (ck_eight_signed)(word ^ (ck_eight_bits)((ck_eight_signed)word >> 31)) | 1;
  ck_eight_bits bits = (ck_eight_bits)__builtin_convertvector(tail, ck_eight_singles);
  ck_eight_singles d = (ck_eight_singles)((bits & 0x007FFFFFu) | 0x3F800000u) - 1.5f;
  ck_eight_bits place = bits >> 23 & 31;
  ck_eight_singles c[8];
  for (int i = 0; i < 8; i++) c[i] = CK_SINGLES(ck_normal_table[place[i]]);
  ck_transpose(c);
  ck_eight_singles z = c[ck_coefficients - 1];
  for (int i = ck_coefficients - 2; i >= 0; i--) z = c[i] + d * z;
  *(ck_eight_singles *)out = (ck_eight_singles)((ck_eight_bits)z ^ (~word & 0x80000000u));
}

// `ck_small_root` of eight shapes and scores.
static inline __attribute__((always_inline)) void WIDE(eight_small_roots)(
    float *restrict out, const float *restrict shape, const float *restrict score) {
  float v[8];
  // The polynomial in the score of each trial's gamma.
  ck_eight_singles c[8];
  for (int i = 0; i < 8; i++) {
    float d = ck_root_place(shape[i]);
    int32_t piece = ck_score_piece(score[i]);
    v[i] = ck_score_place(score[i], piece);
    const float (*rows)[8] = ck_gamma_table[piece];
    c[i] = CK_SINGLES(rows[ck_rows - 1]);
    for (int row = ck_rows - 2; row >= 0; row--) c[i] = CK_SINGLES(rows[row]) + d * c[i];
  }
  ck_transpose(c);
  ck_eight_singles root = c[ck_row - 1];
  for (int i = ck_row - 2; i >= 0; i--) root = c[i] + CK_SINGLES(v) * root;
  for (int i = 0; i < 8; i++) out[i] = root[i] > CK_LEAST_ROOT ? root[i] : CK_LEAST_ROOT;
}

// Of a multiple of eight words.
static inline __attribute__((always_inline)) void WIDE(normals)(
    float *restrict out, const uint32_t *restrict words, int count) {
  int i = 0;
#if WIDTH == 2
  for (; i + 16 <= count; i += 16) WIDE(sixteen_normals)(out + i, words + i);
#endif
  for (; i < count; i += 8) WIDE(eight_normals)(out + i, words + i);
}

// Of a multiple of eight shapes and held scores.
static inline __attribute__((always_inline)) void WIDE(small_roots)(
    float *restrict out, const float *restrict shape, const float *restrict score, int count) {
  int i = 0;
#if WIDTH == 2
  for (; i + 16 <= count; i += 16)
    WIDE(sixteen_small_roots)(out + i, shape + i, score + i);
#endif
  for (; i < count; i += 8) WIDE(eight_small_roots)(out + i, shape + i, score + i);
}
