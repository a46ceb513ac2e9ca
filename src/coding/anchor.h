/* Looking up the words of a coding in its text. */
#ifndef G4_CODING_ANCHOR_H
#define G4_CODING_ANCHOR_H

#include "extract/coded.h"
#include "model/diagnose.h"
#include "text/segment.h"

/* Sets state and place of every anchor: quotes, sections, context, citations and contacts in the whole text, the words
 * of a position inside its quotes. What is not found, or more than once, becomes a diagnostic. G40_NOMEM or 0. */
int g4_coding_anchor(g4_coded *coded, const g4_text *text, g40_diagnostics *diagnostics, g40_error *err);

/* Calls `visit` with every anchor and what it belongs to (id of a position, "context", "citation", "contact",
 * "section"). */
typedef void (*g4_visit_anchor)(void *context, const char *owner, g4_anchor *anchor);
void g4_coded_anchors(g4_coded *coded, g4_visit_anchor visit, void *context);

#endif
