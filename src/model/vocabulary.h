/* The closed vocabularies of the model: each code with its Dutch and English label. */
#ifndef G4_MODEL_VOCABULARY_H
#define G4_MODEL_VOCABULARY_H

#include <stdbool.h>
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

/* Their codes alone, each list ending in NULL. */
extern const char *const g4_kind_codes[], *const g4_action_codes[], *const g4_role_codes[];
/* Whether a word is one of such a list. */
bool g4_is_code(const char *const *codes, const char *word);

#endif
