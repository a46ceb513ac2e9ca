/* Findings of a review on their way, and those that come from the text and its sections. */
#ifndef G4_QUERY_FINDINGS_H
#define G4_QUERY_FINDINGS_H

#include "query/loader.h"
#include "query/said.h"

/* How much it asks for attention. */
typedef enum { G4_HIGH, G4_MEDIUM, G4_LOW } g4_severity_of_finding;

typedef struct {
  g4_loader loader; /* of the result */
  g40_positions *positions;
  int64_t document;
  const char *slug, *sha256;
  bool manifesto; /* or an agreement: speaks to all, of what its authors will do */
  G4_VEC(g40_finding) found;
} g4_review;

/* Looks up the document, and keeps the positions alive with the result. */
int g4_review_begin(g4_review *in, const char *document);
/* The findings as an array: by kind, the severest first, then by place; what is said twice of the same words once. */
int g4_review_end(g4_review *in, g40_findings **findings);

/* What a finding says: its labels, what is lacking, and what it is about; empty: nothing. */
typedef struct {
  g4_buf nl, en, lacks, subject;
  g4_severity_of_finding severity;
} g4_finding_words;

/* A finding on a passage of a position. The words are copied and let go. */
int g4_finding_add(g4_review *in, const char *kind, const g40_position *position, const g40_passage *passage,
                   g4_finding_words *words);

/* Whether words of no known actor look like a name: capitals that no start of a sentence explains. */
bool g4_is_proper_name(const g40_position *position, const char *as_written, int64_t start);

/* Actors that are asked nothing, and names that are not resolved. */
int g4_review_actors(g4_review *in);
/* Themes, or where sections have none headings, under which nothing is asked. */
int g4_review_sections(g4_review *in);
/* Numbers in sentences that state something, without a source in them or beside them. */
int g4_review_figures(g4_review *in);

#endif
