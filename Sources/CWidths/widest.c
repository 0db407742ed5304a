#include "CWidths.h"

#include <stdlib.h>

double *cw_new_columns(int count) {
  size_t lines = ((size_t)count + 7) / 8;
  double *columns = aligned_alloc(64, 64 * (lines > 0 ? lines : 1));
  if (!columns) abort();
  return columns;
}

void cw_free_columns(double *columns) { free(columns); }

static const char *const names[] = {"baseline", "avx2", "avx512"};

int cw_named(const char *name) {
  for (int width = 0; width < (int)(sizeof names / sizeof *names); width++)
    if (strcmp(name, names[width]) == 0) return width;
  return -1;
}

static int of_processor(void) {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("popcnt")) return 0;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return 2;
  if (__builtin_cpu_supports("avx2")) return 1;
#endif
  return 0;
}

int cw_widest(void) {
  // Whoever finds it first, every thread finds the same.
  static int found = -1;
  int width = __atomic_load_n(&found, __ATOMIC_RELAXED);
  if (width >= 0) return width;
  const char *name = getenv(CW_VARIABLE);
  int most = name ? cw_named(name) : -1;
  width = of_processor();
  if (most >= 0 && most < width) width = most;
  __atomic_store_n(&found, width, __ATOMIC_RELAXED);
  return width;
}
