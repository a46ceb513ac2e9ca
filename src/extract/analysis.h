/* A text read as a whole: its segments, whom and what each names, and what it is. */
#ifndef G4_EXTRACT_ANALYSIS_H
#define G4_EXTRACT_ANALYSIS_H

#include "extract/judge.h"

typedef struct {
  size_t first, count; /* of g4_analysis.mentions */
  g4_judgement judgement;
} g4_read_segment;

/* A zeroed g4_analysis is an empty one. */
typedef struct {
  g4_text text;
  G4_VEC(g4_read_segment) segments; /* one for each of text.segments, in their order */
  g4_mentions mentions;
} g4_analysis;

typedef struct g4_analyzer g4_analyzer; /* may be shared by threads */

/* The lexicon and its registry are borrowed. NULL: out of memory. */
g4_analyzer *g4_analyzer_new(const g4_lexicon *lexicon, g40_error *err);
void g4_analyzer_free(g4_analyzer *analyzer);

/* Reads UTF-8 text, which must outlive the result. Ministries are read at `date` (0: none); `holder` is the id of the
 * stakeholder that speaks, or NULL. Fails as g4_text_read() does, or with G40_NOMEM. */
int g4_analyze(g4_analyzer *analyzer, const char *source, size_t length, g4_date date, const char *holder,
               g4_analysis *out, g40_error *err);
/* The same of out->text, which was read before: where the format of the text gave hints. */
int g4_analyze_text(g4_analyzer *analyzer, g4_date date, const char *holder, g4_analysis *out, g40_error *err);
void g4_analysis_free(g4_analysis *analysis);

#endif
