// The rounds of Philox 4x32-10 (Salmon et al. 2011), once for every width.
#ifndef CK_PHILOX_H
#define CK_PHILOX_H

#include <stdint.h>

#define CK_PHILOX_EVEN 0xD2511F53u
#define CK_PHILOX_ODD 0xCD9E8D57u
#define CK_WEYL_EVEN 0x9E3779B9u
#define CK_WEYL_ODD 0xBB67AE85u

// Rounds `first` through nine on four words, each the lower half of a `lanes`: 64 bits, or a vector of
// them. The upper halves are not kept clean. The keys are those of the first round, and are lost.
#define CK_ROUNDS(lanes, first, x0, x1, x2, x3, k0, k1)               \
  _Pragma("clang loop unroll(full)")                                  \
  for (int round = first; round < 10; round++) {                      \
    lanes p = (x0 & (uint64_t)0xffffffffu) * (uint64_t)CK_PHILOX_EVEN; \
    lanes q = (x2 & (uint64_t)0xffffffffu) * (uint64_t)CK_PHILOX_ODD;  \
    x0 = (q >> 32) ^ (x1 ^ (uint64_t)k0);                             \
    x1 = q;                                                           \
    x2 = (p >> 32) ^ (x3 ^ (uint64_t)k1);                             \
    x3 = p;                                                           \
    k0 += CK_WEYL_EVEN;                                               \
    k1 += CK_WEYL_ODD;                                                \
  }

#endif
