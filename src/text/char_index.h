/* From byte offsets to code-point offsets, in any order, without counting from the start each time. */
#ifndef G4_TEXT_CHAR_INDEX_H
#define G4_TEXT_CHAR_INDEX_H

#include <stdint.h>

#include "base/vec.h"

typedef struct {
  const char *text;
  size_t length;
  G4_VEC(int64_t) marks; /* code points before every 128th byte */
} g4_char_index;

/* The text is borrowed. False: out of memory. */
bool g4_char_index_build(g4_char_index *index, const char *text, size_t length);
void g4_char_index_free(g4_char_index *index);

/* Code points that start before byte `at` (cut to the length). */
int64_t g4_char_index_at(const g4_char_index *index, size_t at);

#endif
