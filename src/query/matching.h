/* One ask against every passage: how well each matches, and why. */
#ifndef G4_QUERY_MATCHING_H
#define G4_QUERY_MATCHING_H

#include "index/vectors.h"
#include "query/loader.h"
#include "query/subject.h"

typedef struct {
  g4_session *session;
  g4_index *index;
  g4_vectors_file file;
  g4_subject subject;
  G4_VEC(float) weights; /* of the subject's terms: how much they carry it */
  float *words, *meanings;
  float words_weight; /* of `words` beside the cosine in `meanings` */
  const char *own;    /* id of the document that is left out, or NULL */
  g40_error *err;
} g4_matching;

/* Compares a quote, or a position (the other one is NULL), with every passage. To be freed also where it fails. */
int g4_matching_begin(g4_matching *in, g4_session *session, const char *quote, const g40_position *position,
                      g40_error *err);
void g4_matching_free(g4_matching *in);

/* Sentences count, not headings. */
static inline bool g4_matching_counts(const g4_matching *in, uint32_t slot) {
  return in->index->lengths[slot] && in->index->headings[slot] != slot;
}
static inline float g4_matching_score(const g4_matching *in, uint32_t slot) {
  return in->meanings[slot] + in->words_weight * in->words[slot];
}
/* The pk of the document that is left out, 0: none. */
int g4_matching_own(const g4_matching *in, int64_t *pk);

/* The row of a passage, with the reasons why it matches. */
int g4_matching_row(g4_matching *in, g4_loader *loader, uint32_t slot, g40_match *row);
/* Fills in the reasons; the row has its words. */
int g4_matching_explain(const g4_matching *in, g4_loader *loader, g40_match *row);
/* What is looked for, joined by "; ": the words of `text` that carry the subject, the weightiest first, and the names
 * of what is named; NULL where there is none. */
int g4_matching_searched(const g4_matching *in, g4_loader *loader, const char *text, const char **words,
                         const char **names);

#endif
