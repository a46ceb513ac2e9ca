/* Lines put together into units: a heading, a paragraph, a list item, a link on a line of its own. Judged by width
 * ("the next word would have fitted on this line, so it ended on purpose"), by how a line ends and the next begins,
 * by marks and white space. */
#ifndef G4_TEXT_BLOCKS_H
#define G4_TEXT_BLOCKS_H

#include "text/lines.h"
#include "text/marks.h"

typedef enum { G4_UNIT_TEXT, G4_UNIT_HEADING, G4_UNIT_LINK } g4_unit_kind;

enum { G4_LINE_APART = 1 }; /* the one flag of a unit's line: noise lies between it and the line before */

typedef struct {
  g4_unit_kind kind;
  g4_item_mark mark; /* at the start of the first line; still part of it */
  bool list_item;
  uint8_t level; /* of a heading, where the format of the text says it; else 0 */
  g4_lines lines;
} g4_unit;

typedef struct {
  const char *source;
  const g4_lines *lines;
  size_t at;            /* the next line to read */
  bool bare_mark;       /* a mark stood on a line of its own before it */
  uint32_t last_number; /* value of the last number that marked a unit */
  bool after_number;    /* that unit was an item, and the last one */
} g4_blocks;

/* The next unit, or *more = false. `unit` is reused from call to call and freed by g4_unit_free. */
int g4_blocks_next(g4_blocks *blocks, g4_unit *unit, bool *more, g40_error *err);
void g4_unit_free(g4_unit *unit);

#endif
