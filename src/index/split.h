/* Compounds opened into the words they are made of: arbeidsmarktregio is arbeid, markt, regio. By a list of nouns with
 * their frequency: a word is opened where its parts, taken together, are more frequent than it is itself. */
#ifndef G4_INDEX_SPLIT_H
#define G4_INDEX_SPLIT_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/vec.h"
#include "text/span.h"

typedef struct {
  G4_VEC(uint32_t) lines; /* where each line of the list starts */
} g4_splitter;

int g4_splitter_build(g4_splitter *splitter, g40_error *err);
void g4_splitter_free(g4_splitter *splitter);

enum { G4_SPLIT_MAX = 8, G4_SPLIT_LONGEST = 48 };

/* The parts of a word of letters a-z, without the letters that link them; 0 where it is no compound. */
size_t g4_split(const g4_splitter *splitter, const char *word, size_t n, g4_span parts[G4_SPLIT_MAX]);

#endif
