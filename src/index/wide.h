/* Loops over many numbers are compiled twice, once for wide registers; the first call chooses. Both give the same
 * results: no operation is fused with another. */
#ifndef G4_INDEX_WIDE_H
#define G4_INDEX_WIDE_H

#include <stdlib.h> /* says whether this is glibc, whose loader can choose */

/* The choice comes before sanitizers are ready. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define G4_WIDE
#elif defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define G4_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define G4_WIDE
#endif

#endif
