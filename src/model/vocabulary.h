/* The closed vocabularies of the model: each code with its Dutch and English label. */
#ifndef G4_MODEL_VOCABULARY_H
#define G4_MODEL_VOCABULARY_H

#include <stddef.h>

typedef struct {
  const char *code, *nl, *en;
} g4_term;

typedef struct {
  const char *name; /* "action" */
  const char *nl, *en;
  const g4_term *terms;
  size_t count;
} g4_vocabulary;

/* kind, action, role; NULL past the end. */
const g4_vocabulary *g4_vocabulary_at(size_t i);
/* The term, or NULL. `code` may be NULL. */
const g4_term *g4_vocabulary_term(const char *vocabulary, const char *code);

#endif
