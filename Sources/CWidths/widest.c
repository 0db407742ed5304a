#include "CWidths.h"

int cw_widest(void) {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("popcnt")) return 0;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return 2;
  if (__builtin_cpu_supports("avx2")) return 1;
#endif
  return 0;
}
