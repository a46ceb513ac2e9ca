/* Running heads and feet: lines, or parts of lines, that come back page after page. */
#ifndef G4_TEXT_HEADS_H
#define G4_TEXT_HEADS_H

#include "text/lines.h"

/* Flags them as noise; lines of nothing but a number must be flagged before. `form_feeds`: they part the pages, so
 * nothing is glued together. */
int g4_heads_find(const char *source, g4_lines *lines, bool form_feeds, g40_error *err);

#endif
