// Included once for each width of register; see beneficiaries.c. What eight lanes do together.

typedef uint64_t WIDE(lanes) __attribute__((vector_size(64)));
typedef int32_t WIDE(eight) __attribute__((vector_size(32)));
typedef uint16_t WIDE(heads) __attribute__((vector_size(16)));
typedef double WIDE(chances) __attribute__((vector_size(64)));
#define chances WIDE(chances)
#define lanes WIDE(lanes)
#define eight WIDE(eight)

// The four words of eight blocks of a stream, from `block` on.
BODY void WIDE(draw)(eight words[4], const struct stream *stream, uint32_t block) {
  lanes p = ((lanes){0, 1, 2, 3, 4, 5, 6, 7} + (uint64_t)block) * (uint64_t)CK_PHILOX_EVEN;
  lanes mixed = (p >> 32) ^ (uint64_t)stream->second;
  lanes q = (mixed & (uint64_t)0xffffffffu) * (uint64_t)CK_PHILOX_ODD;
  lanes x0 = (q >> 32) ^ (uint64_t)stream->zeroth, x1 = q, x2 = p ^ (uint64_t)stream->third,
        x3 = (lanes){} + (uint64_t)stream->fourth;
  uint32_t k0 = stream->key[0], k1 = stream->key[1];
  CK_ROUNDS(lanes, 2, x0, x1, x2, x3, k0, k1)
  words[0] = __builtin_convertvector(x0, eight);
  words[1] = __builtin_convertvector(x1, eight);
  words[2] = __builtin_convertvector(x2, eight);
  words[3] = __builtin_convertvector(x3, eight);
}

// From a table of eight; an index's higher bits do not count.
BODY void WIDE(look_up)(eight *out, const int32_t *table, const eight *index) {
#if WIDTH > 0
  __m256i all = _mm256_loadu_si256((const __m256i *)table);
  *out = (eight)_mm256_permutevar8x32_epi32(all, (__m256i)*index);
#else
  for (int i = 0; i < 8; i++) (*out)[i] = table[(*index)[i] & 7];
#endif
}

BODY int WIDE(any)(const eight *holds) {
#if WIDTH > 0
  return _mm256_movemask_ps((__m256)*holds) != 0;
#else
  return __builtin_reduce_or(*holds) != 0;
#endif
}

// The lanes that hold wait behind the others.
BODY void WIDE(append)(struct waiting *to, const eight *heads, const eight *holds) {
#if WIDTH > 0
  uint32_t set = (uint32_t)_mm256_movemask_ps((__m256)*holds);
  __m256i order = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)&ck_orders[set]));
  __m256i together = _mm256_permutevar8x32_epi32((__m256i)*heads, order);
  _mm256_storeu_si256((__m256i *)(to->heads + to->count), together);
  to->count += (uint32_t)__builtin_popcount(set);
#else
  uint32_t count = to->count;
  for (int i = 0; i < 8; i++) {
    to->heads[count] = (uint32_t)(*heads)[i];
    count -= (uint32_t)(*holds)[i];
  }
  to->count = count;
#endif
}

// The lanes that hold wait where their level says.
BODY void WIDE(deal)(
    struct waiting to[4], const eight *heads, const eight *level, const eight *holds) {
#if WIDTH > 0
  for (int i = 0; i < 4; i++) {
    eight here = (*level == i) & *holds;
    WIDE(append)(&to[i], heads, &here);
  }
#else
  for (int i = 0; i < 8; i++) {
    struct waiting *one = &to[(*level)[i] & 3];
    one->heads[one->count] = (uint32_t)(*heads)[i];
    one->count -= (uint32_t)(*holds)[i];
  }
#endif
}

// Those waiting come to stand at `place` of a list and are counted among its type's.
BODY void WIDE(settle)(
    uint16_t *restrict place, struct waiting *waiting, const uint32_t *restrict spending,
    const uint32_t *restrict risk, uint64_t *sums) {
  uint32_t count = waiting->count, spent = 0, scored = 0;
  for (uint32_t i = 0; i < count; i++) place[i] = (uint16_t)waiting->heads[i];
  // One by one is faster than what would be gathered lane by lane.
#pragma clang loop vectorize(disable) unroll_count(4)
  for (uint32_t i = 0; i < count; i++) {
    uint32_t head = waiting->heads[i];
    spent += spending[head & rank_mask];
    scored += risk[head >> 16];
  }
  sums[0] += count;
  sums[4] += spent;
  sums[8] += scored;
  waiting->count = 0;
}
