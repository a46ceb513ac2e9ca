/* The words of a PDF, as `pdftotext -raw -bbox` gives them with their boxes, put into lines: a line break where the
 * next word stands lower or back to the left, an empty line where more space lies between two lines than between most
 * of the document or the type gets another size, a form feed between pages.
 *
 * Raw, because that is the order in which the file draws them: columns are not mixed, and hyphens at line ends stay.
 * With boxes, because the raw text itself loses the spaces of tightly set lines. */
#ifndef G4_READER_LAYOUT_H
#define G4_READER_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

typedef struct {
  int64_t left, top, right, bottom; /* thousandths of a point, down the page */
} g4_box;

/* Bytes of `words`, and the box of the tallest one. */
typedef struct {
  size_t start, end, page;
  g4_box box;
} g4_layout_line;

/* A zeroed g4_layout is at the start of a document. */
typedef struct {
  size_t most;    /* bytes of text that are too many */
  g4_buf text;    /* written at the end, the caller's to free; valid UTF-8 */
  size_t pages;   /* begun */
  g4_buf pending; /* output that is not yet complete */
  g4_buf words;
  G4_VEC(g4_layout_line) lines;
  g4_box last; /* the last word of the last line */
} g4_layout;

/* Takes the next bytes of output: a g4_child.take. False: too much text, or out of memory (text.failed). */
bool g4_layout_take(void *layout, const char *bytes, size_t n);
/* Writes the text, and frees all else. */
void g4_layout_finish(g4_layout *layout);

#endif
