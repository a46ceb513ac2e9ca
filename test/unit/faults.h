/* Failing allocations. The linker sends the program's malloc, calloc and realloc through faults.c; those of
 * other shared libraries stay as they are. The usual loop fails each allocation of a job in turn:
 *
 *   faults_start(0); job(); long n = faults_stop();
 *   for (long k = 1; k <= n; k++) { faults_start(k); result = job(); faults_stop(); assert ... }
 */
#ifndef TEST_UNIT_FAULTS_H
#define TEST_UNIT_FAULTS_H

/* From now on the k-th allocation fails, once (1: the next one; 0: none, only count). */
void faults_start(long k);
/* Back to normal. Returns how many allocations were asked for since faults_start. */
long faults_stop(void);
/* How many were asked for since faults_start. */
long faults_seen(void);

#endif
