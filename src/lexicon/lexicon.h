/* Every name of a registry, folded, to what it may mean. Names are compared whole: no similarity is measured. */
#ifndef G4_LEXICON_LEXICON_H
#define G4_LEXICON_LEXICON_H

#include "base/buf.h"
#include "lexicon/lineage.h"
#include "lexicon/registry.h"
#include "lexicon/title.h"

typedef struct g4_lexicon g4_lexicon; /* immutable; may be shared by threads */

/* The registry is borrowed, and must be in its documented order. NULL: out of memory. */
g4_lexicon *g4_lexicon_new(const g4_registry *registry, g40_error *err);
void g4_lexicon_free(g4_lexicon *lexicon);
const g4_registry *g4_lexicon_registry(const g4_lexicon *lexicon);

enum { G4_NAME_MAX = 1000 }; /* bytes; nothing has a longer name */

/* Appends the fold of a name. G40_NOT_FOUND (nothing has so long a name), G40_NOMEM, or 0. */
int g4_lexicon_fold(const char *name, g4_buf *out);

#define G4_TYPE(type) (1u << (type)) /* of g4_entity_type */
#define G4_ANY_TYPE (G4_TYPE(G4_STAKEHOLDER) | G4_TYPE(G4_THEME) | G4_TYPE(G4_INSTRUMENT) | G4_TYPE(G4_ADVICE))

/* The entities of these types that bear the name: as id with or without its type, else as name (nl, en) or same_as.
 * `matches` gets indices of registry->entities; several mean that the name is ambiguous. G40_NOMEM or 0. */
int g4_lexicon_find(const g4_lexicon *lexicon, unsigned types, const char *name, g4_indices *matches, g40_error *err);

/* Below: for the rooms that read names. */

typedef enum { G4_TARGET_VERSION, G4_TARGET_POST, G4_TARGET_ENTITY, G4_TARGET_NOT_MINISTRY } g4_target;
typedef enum { G4_BY_ID, G4_BY_ABBREVIATION, G4_BY_NAME } g4_name_kind;

typedef struct g4_candidate {
  const struct g4_candidate *next;
  g4_target target;
  g4_name_kind by;
  int index;
} g4_candidate;

/* A full name of a ministry version or post, read. */
typedef struct {
  g4_target target;
  int index;
  bool alias; /* another name than the post's own: "Minister voor BVK" */
  g4_head head;
  const g4_slice *parts;
  size_t count;
} g4_full_name;

typedef struct g4_full_name_link {
  const struct g4_full_name_link *next;
  const g4_full_name *name;
} g4_full_name_link;

/* Ids, abbreviations, names of entities and of what is no ministry; in the registry's order. NULL: none. */
const g4_candidate *g4_lexicon_exact(const g4_lexicon *lexicon, g4_slice folded);
/* The full names of versions and posts that have this part. */
const g4_full_name_link *g4_lexicon_with_part(const g4_lexicon *lexicon, g4_slice part);

#endif
