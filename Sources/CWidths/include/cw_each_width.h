// Includes EACH_WIDTH, a body whose functions are named WIDE(name), once for each width of register,
// with WIDTH that width; CHOOSE then calls the one of a width: 0 baseline, 1 AVX2, 2 AVX-512.
#ifndef CW_EACH_WIDTH_H
#define CW_EACH_WIDTH_H

#define WIDTH 0
#define WIDE(name) name##_baseline
#include EACH_WIDTH
#undef WIDE
#undef WIDTH

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,popcnt"))), apply_to = function)
#define WIDTH 1
#define WIDE(name) name##_avx2
#include EACH_WIDTH
#undef WIDE
#undef WIDTH
#pragma clang attribute pop
#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,popcnt"), min_vector_width(512))), \
    apply_to = function)
#define WIDTH 2
#define WIDE(name) name##_avx512
#include EACH_WIDTH
#undef WIDE
#undef WIDTH
#pragma clang attribute pop
#define CHOOSE(name, ...)                                 \
  (width == 2   ? name##_avx512(__VA_ARGS__)              \
   : width == 1 ? name##_avx2(__VA_ARGS__)                \
                : name##_baseline(__VA_ARGS__))
#else
#define CHOOSE(name, ...) ((void)width, name##_baseline(__VA_ARGS__))
#endif

#endif
