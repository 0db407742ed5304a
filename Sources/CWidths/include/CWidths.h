// One body of C for each width of register, with the same bits at every width.
//
// `cw_each_width.h` compiles it; whoever calls it says which width, `cw_widest()` the widest to be used
// here.
#ifndef CWIDTHS_H
#define CWIDTHS_H

#include <stdint.h>
#include <string.h>

// Names the widest registers to be used, for a proof that others give the same.
#define CW_VARIABLE "GLIDEPATH_REGISTERS"

// How wide the processor's registers are, or those that the variable names where they are narrower: 0
// baseline, 1 AVX2, 2 AVX-512. Asked once.
int cw_widest(void);

// The width of this name, baseline, avx2 or avx512; -1 for another.
int cw_named(const char *name);

// The bits of a number.
static inline __attribute__((always_inline)) uint64_t cw_bits(double x) {
  uint64_t b;
  memcpy(&b, &x, sizeof b);
  return b;
}

// The number of these bits.
static inline __attribute__((always_inline)) double cw_number(uint64_t b) {
  double x;
  memcpy(&x, &b, sizeof x);
  return x;
}

#endif
