// Includes EACH_WIDTH, a body whose functions are named WIDE(name), once for each width of register;
// CHOOSE then calls the one of a width: 0 baseline, 1 AVX2, 2 AVX-512.
#ifndef CK_EACH_WIDTH_H
#define CK_EACH_WIDTH_H

#define WIDE(name) name##_baseline
#include EACH_WIDTH
#undef WIDE

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define WIDE(name) name##_avx2
#include EACH_WIDTH
#undef WIDE
#pragma clang attribute pop
#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw"), min_vector_width(512))), \
    apply_to = function)
#define WIDE(name) name##_avx512
#include EACH_WIDTH
#undef WIDE
#pragma clang attribute pop
#define CHOOSE(name, ...)                                   \
  do {                                                      \
    if (width == 2) { name##_avx512(__VA_ARGS__); return; } \
    if (width == 1) { name##_avx2(__VA_ARGS__); return; }   \
    name##_baseline(__VA_ARGS__);                           \
  } while (0)
#else
#define CHOOSE(name, ...)         \
  do {                            \
    (void)width;                  \
    name##_baseline(__VA_ARGS__); \
  } while (0)
#endif

#endif
