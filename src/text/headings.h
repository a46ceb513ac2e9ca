/* What a few lines look like on their own: a heading, and of which level; a link. */
#ifndef G4_TEXT_HEADINGS_H
#define G4_TEXT_HEADINGS_H

#include "text/lines.h"

/* Letters, and none of them small. */
bool g4_has_no_small_letter(const char *text, size_t n);

/* Whether lines that end on purpose read like a heading: short, a capital, no stop. `alone`: white space on both
 * sides, which makes a short question one too. `numbered`: a number stands before it. */
bool g4_is_heading(const char *source, const g4_line *lines, size_t count, bool alone, bool numbered);

/* A line that holds one link and nothing else; a line that can only be the rest of one. */
bool g4_is_link_line(const char *text, size_t n);
bool g4_is_link_rest(const char *text, size_t n);

/* Levels of headings as they come by: a zeroed one is for the start of a text. */
typedef struct {
  uint8_t context; /* level of the last heading that a number or capitals placed */
} g4_levels;
uint8_t g4_level_of(g4_levels *levels, const char *heading, size_t n);

#endif
