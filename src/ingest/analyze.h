/* A text analysed for a caller, as rows of the model; nothing is stored. */
#ifndef G4_INGEST_ANALYZE_H
#define G4_INGEST_ANALYZE_H

#include "extract/analysis.h"
#include "model/rows.h"
#include "reader/paper.h"

/* NULL with err filled on failure. Without `with_contacts` personal contact data is masked in all texts. */
g40_segments *g4_analyze_rows(const g4_lexicon *lexicon, const char *text, size_t length, g4_date date,
                              bool with_contacts, g40_error *err);
/* The same of a paper; offsets are those of g4_paper_file_offset(). */
g40_segments *g4_analyze_paper(const g4_lexicon *lexicon, const g4_paper *paper, g4_date date, bool with_contacts,
                               g40_error *err);

#endif
