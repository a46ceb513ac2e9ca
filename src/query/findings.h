/* Findings of a review on their way, and those that come from the text and its sections. */
#ifndef G4_QUERY_FINDINGS_H
#define G4_QUERY_FINDINGS_H

#include "query/loader.h"
#include "query/said.h"

typedef struct {
  g4_loader loader; /* of the result */
  g40_positions *positions;
  int64_t document;
  const char *slug, *sha256;
  G4_VEC(g40_finding) found;
} g4_review;

/* Looks up the document, and keeps the positions alive with the result. */
int g4_review_begin(g4_review *in, const char *document);
/* The findings by place, as an array. */
int g4_review_end(g4_review *in, g40_findings **findings);

/* A finding on the words of a passage of a position; labels are copied. */
int g4_finding_add(g4_review *in, const char *kind, const g40_position *position, const g40_passage *passage,
                   const g4_buf *nl, const g4_buf *en);
/* What the last finding lacks, and what it is about; NULL or empty: nothing. */
int g4_finding_say(g4_review *in, const g4_buf *lacks, const g4_buf *subject);

/* Whether words of no known actor look like a name: capitals that no start of a sentence explains. */
bool g4_is_proper_name(const g40_position *position, const char *as_written, int64_t start);

/* Themes, or where sections have none headings, under which nothing is asked. */
int g4_review_sections(g4_review *in);
/* Numbers in sentences that state something, without a source in them or beside them. */
int g4_review_figures(g4_review *in);

#endif
