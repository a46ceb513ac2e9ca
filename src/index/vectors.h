/* What is known of terms beforehand, from a background of Dutch political texts (data/language/vectors.bin): how
 * frequent they are, how much they carry the subject, and what they mean by the company they keep. Read in place. */
#ifndef G4_INDEX_VECTORS_H
#define G4_INDEX_VECTORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

typedef struct {
  const unsigned char *bytes;
  uint32_t count, dimensions, sentences;
  const uint32_t *starts;            /* of each term's name, and the end */
  const uint32_t *counts;            /* sentences that have the term */
  const float *recurrences, *scales; /* see tools/learn_vectors.py */
  const char *names;
  const int8_t *vectors;
} g4_vectors_file;

/* The file that the library carries. G40_CORRUPT: it is none. */
int g4_vectors_open(g4_vectors_file *file, g40_error *err);

enum { G4_NO_VECTOR = -1, G4_VECTORS_MOST = 32767 /* terms */ };
/* The place of a term, or G4_NO_VECTOR. */
int g4_vectors_find(const g4_vectors_file *file, const char *term, size_t n);
/* The same for terms that come in byte order: goes on at *from, which is 0 first. */
int g4_vectors_find_next(const g4_vectors_file *file, const char *term, size_t n, size_t *from);

/* How much a term says of the subject: rare in the background, and coming again where it was. G4_NO_VECTOR: a term that
 * the background hardly has. */
float g4_vectors_weight(const g4_vectors_file *file, int place);
/* Brings a term's vector near, as it is needed soon. */
static inline void g4_vectors_fetch(const g4_vectors_file *file, int place) {
  const int8_t *vector = file->vectors + (size_t)place * file->dimensions;
  for (uint32_t i = 0; i < file->dimensions; i += 64) {
    __builtin_prefetch(vector + i);
  }
}
/* Adds `times` of a term's vector to `sum`. */
void g4_vectors_add(const g4_vectors_file *file, int place, float times, float *sum);

#endif
