/* What the benchmarks share: clocks, a median, an end. */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A clock of clock_gettime() in seconds: CLOCK_MONOTONIC, CLOCK_THREAD_CPUTIME_ID, ... */
static inline double bench_seconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static inline int bench_compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* Sorts the values. */
static inline double bench_median(double *values, size_t count) {
  qsort(values, count, sizeof *values, bench_compare);
  return values[count / 2];
}

static inline _Noreturn void bench_fail(const char *program, const char *what) {
  fprintf(stderr, "%s: %s\n", program, what);
  exit(1);
}

#endif
