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

// Room for so many numbers, from where a cache line begins: columns of a multiple of eight are then read
// by whole registers, none across two lines. Given back by `cw_free_columns`.
double *_Nonnull cw_new_columns(int count);
void cw_free_columns(double *_Nonnull columns);

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

// The same in single precision.
static inline __attribute__((always_inline)) uint32_t cw_single_bits(float x) {
  uint32_t b;
  memcpy(&b, &x, sizeof b);
  return b;
}

static inline __attribute__((always_inline)) float cw_single(uint32_t b) {
  float x;
  memcpy(&x, &b, sizeof x);
  return x;
}

// The size with the sign of x.
static inline __attribute__((always_inline)) double cw_signed_as(double size, double x) {
  return cw_number(cw_bits(size) | (cw_bits(x) & 0x8000000000000000u));
}

static inline __attribute__((always_inline)) double cw_size(double x) {
  return cw_number(cw_bits(x) & 0x7FFFFFFFFFFFFFFFu);
}

// To the nearest whole number, halves away from zero.
static inline __attribute__((always_inline)) double cw_whole(double x) {
  // Doubles of this size and more are whole numbers.
  const double unit = 0x1p52;
  double size = cw_size(x);
  double even = (size + unit) - unit;
  double rounded = size - even >= 0.5 ? even + 1 : even;
  return cw_signed_as(size < unit ? rounded : size, x);
}

#endif
