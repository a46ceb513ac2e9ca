/* The reading form: lines joined by one space, line-end hyphenation undone, soft hyphens gone, white space single. */
#ifndef G4_TEXT_READING_H
#define G4_TEXT_READING_H

#include "base/buf.h"
#include "text/hyphens.h"
#include "text/lines.h"
#include "text/offsets.h"
#include "text/span.h"

typedef struct {
  const char *source;   /* valid UTF-8 */
  const g4_span *marks; /* ascending; left out, as if they were not there */
  size_t mark_count;
  g4_buf text;
  g4_offsets map; /* text to source */
  bool failed;    /* out of memory: nothing more is added */
} g4_reading;

/* Appends the reading form of trimmed lines, joined. */
void g4_reading_add(g4_reading *reading, const g4_hyphens *hyphens, const g4_line *lines, size_t count);
/* Appends a space or a line break between two parts, mapped to the end of the first. No space at the start of the text
 * or behind a space. */
void g4_reading_part(g4_reading *reading, char c);
void g4_reading_free(g4_reading *reading);

#endif
