/* Units of a text whose format says what its blocks are (hints.h). */
#ifndef G4_TEXT_HINTED_H
#define G4_TEXT_HINTED_H

#include "text/blocks.h"
#include "text/hints.h"
#include "text/lines.h"

/* Appends the lines of all blocks, without marks at their ends. The first of a block, and one behind a NUL, comes after
 * a blank; those of noise are flagged. */
int g4_hinted_lines(const char *source, const g4_hints *hints, g4_lines *lines, g40_error *err);

/* A zeroed one with its source, hints and lines is at the start. */
typedef struct {
  const char *source;
  const g4_hints *hints;
  const g4_lines *lines;
  size_t line, block; /* the next ones to read */
} g4_hinted;

/* The next unit of running text, or *more = false. As g4_blocks_next. */
int g4_hinted_next(g4_hinted *hinted, g4_unit *unit, bool *more, g40_error *err);

#endif
