/* The theme of a heading or sentence, by the names of themes (docs/rules.md, theme-name): where exactly one theme's
 * label, other name or slug stands in it, whole words. */
#ifndef G4_EXTRACT_TOPIC_H
#define G4_EXTRACT_TOPIC_H

#include "lexicon/phrases.h"
#include "lexicon/registry.h"

typedef struct {
  const g4_registry *registry; /* borrowed */
  g4_phrases names;
} g4_topics;

/* `topics` must be zeroed. G40_NOMEM or 0. */
int g4_topics_make(g4_topics *topics, const g4_registry *registry, g40_error *err);
void g4_topics_free(g4_topics *topics);

/* The id of the theme of n bytes of text in reading form; NULL: it is not clear. G40_NOMEM or 0. */
int g4_topic_of(const g4_topics *topics, const char *text, size_t n, const char **theme, g40_error *err);

#endif
