/* Passages with a score, in ascending order, and what a query makes of them. */
#ifndef G4_INDEX_LIST_H
#define G4_INDEX_LIST_H

#include "index/index.h"

/* The passages that have a term of the analyser, scored by BM25. It is kept with the index, as others are, until the
 * next g4_index_load(). NULL on failure. */
const g4_list *g4_list_of(g4_index *index, uint32_t term, g40_error *err);
/* Forgets lists that are kept: those of g4_index_load() where they are many, or all. */
void g4_lists_trim(g4_index *index);
void g4_lists_free(g4_index *index);
/* A copy of what is kept. */
int g4_list_term(g4_index *index, uint32_t term, g4_list *out, g40_error *err);
/* ... that have terms of the analyser one behind the other. */
int g4_list_phrase(g4_index *index, const uint32_t *terms, size_t count, g4_list *out, g40_error *err);
/* ... that have any term with this beginning. */
int g4_list_prefix(g4_index *index, const char *prefix, size_t n, g4_list *out, g40_error *err);

/* What stands in all of them, to `out`, which is none of them. Scores are added. G40_NOMEM or 0. */
int g4_list_all(const g4_list *const *lists, size_t count, g4_list *out, g40_error *err);
/* What stands in any, in `list` and not in `other`. Scores are added; of alternatives the higher one counts. The result
 * is in `list`. G40_NOMEM or 0. */
typedef enum { G4_OR_SUM, G4_OR_MAX } g4_or;
int g4_list_or(g4_list *list, const g4_list *other, g4_or how, g40_error *err);
void g4_list_not(g4_list *list, const g4_list *other);

/* The order of answers: of equals the earlier passage comes first. */
static inline bool g4_is_worse(g4_scored a, g4_scored b) {
  return a.score < b.score || (a.score == b.score && a.slot > b.slot);
}
/* Keeps the best `limit` (0: all), best first; of equals the earlier passage. */
void g4_list_best(g4_list *list, size_t limit);

#endif
