#include "index/vectors.h"

#include <math.h>
#include <string.h>

#include "base/embedded.h"
#include "index/language.h"
#include "index/wide.h"

/* Those of a term that the background does not have. */
static const float RARE_COUNT = 2, RARE_RECURRENCE = 0.12f;

enum { HEAD = 16 };

int g4_vectors_open(g4_vectors_file *file, g40_error *err) {
  const unsigned char *bytes = g4_vectors;
  size_t size = g4_embedded_size(g4_vectors, g4_vectors_end);
  uint32_t head[3] = {0};
  if (size >= HEAD && memcmp(bytes, "G4V1", 4) == 0) {
    memcpy(head, bytes + 4, sizeof head);
  }
  size_t count = head[0], tables = HEAD + 4 * (count + 1) + 12 * count;
  if (!count || count > G4_VECTORS_MOST || tables > size) {
    return g4_fail(err, G40_CORRUPT, "the term vectors of this libg40 are damaged");
  }
  *file = (g4_vectors_file){.bytes = bytes, .count = head[0], .dimensions = head[1], .sentences = head[2]};
  file->starts = (const uint32_t *)(const void *)(bytes + HEAD);
  file->counts = file->starts + count + 1;
  file->recurrences = (const float *)(const void *)(file->counts + count);
  file->scales = file->recurrences + count;
  file->names = (const char *)(file->scales + count);
  size_t names = (file->starts[count] + 3u) & ~(size_t)3;
  file->vectors = (const int8_t *)(file->names + names);
  if (tables + names + count * file->dimensions != size) {
    return g4_fail(err, G40_CORRUPT, "the term vectors of this libg40 are damaged");
  }
  return G40_OK;
}

/* Of a term and the name at a place. */
static int compare(const g4_vectors_file *file, const char *term, size_t n, size_t place) {
  size_t length = file->starts[place + 1] - file->starts[place], shorter = length < n ? length : n;
  int order = memcmp(term, file->names + file->starts[place], shorter);
  return order ? order : n < length ? -1 : n > length;
}

int g4_vectors_find(const g4_vectors_file *file, const char *term, size_t n) {
  size_t low = 0, high = file->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare(file, term, n, middle);
    if (order == 0) {
      return (int)middle;
    }
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return G4_NO_VECTOR;
}

int g4_vectors_find_next(const g4_vectors_file *file, const char *term, size_t n, size_t *from) {
  int order = 1;
  while (*from < file->count && (order = compare(file, term, n, *from)) > 0) {
    ++*from;
  }
  return order == 0 ? (int)*from : G4_NO_VECTOR;
}

float g4_vectors_weight(const g4_vectors_file *file, int place) {
  float count = place == G4_NO_VECTOR ? RARE_COUNT : (float)file->counts[place];
  float recurrence = place == G4_NO_VECTOR ? RARE_RECURRENCE : file->recurrences[place];
  float idf = logf(1 + (float)file->sentences / count);
  return idf * idf * sqrtf(recurrence);
}

/* `restrict`: else a compiler must think that the sum may change the vector. */
G4_WIDE static void add(const int8_t *restrict vector, uint32_t dimensions, float scale, float *restrict sum) {
  for (uint32_t i = 0; i < dimensions; i++) {
    sum[i] += scale * (float)vector[i];
  }
}

void g4_vectors_add(const g4_vectors_file *file, int place, float times, float *sum) {
  add(file->vectors + (size_t)place * file->dimensions, file->dimensions, times * file->scales[place], sum);
}
