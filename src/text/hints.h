/* What the reader of a format with marks (Markdown, HTML) knows of a text, so that nobody needs to guess it: its
 * blocks, which bytes in them are marks and no words, and what its links point to. */
#ifndef G4_TEXT_HINTS_H
#define G4_TEXT_HINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/span.h"

typedef enum {
  G4_HINT_TEXT, /* a paragraph, a cell, a caption */
  G4_HINT_ITEM, /* the first block of a list item, without its mark */
  G4_HINT_HEADING,
  G4_HINT_NOISE /* no running text: code, a table of contents, what stands around the article */
} g4_hint_kind;

typedef struct {
  size_t start, end; /* bytes of the stored text */
  g4_hint_kind kind;
  uint8_t level; /* of a heading, 1 to 6; else 0 */
} g4_hint;

typedef struct {
  size_t start, end; /* the words that link */
  size_t target;     /* where the address starts in `targets` */
} g4_link;

/* A zeroed g4_hints says that the text has no blocks. Bytes outside of all blocks are no text. */
typedef struct {
  G4_VEC(g4_hint) blocks; /* each list ascending, without overlap, on code point boundaries, no empty span */
  G4_VEC(g4_span) marks;  /* left out of the reading form, as soft hyphens are: ** and ](https://...) */
  G4_VEC(g4_link) links;  /* without mailto: and tel:, which are contacts */
  g4_buf targets;         /* addresses, each with a NUL behind it */
} g4_hints;

/* Each false: out of memory. */
bool g4_hints_block(g4_hints *hints, size_t start, size_t end, g4_hint_kind kind, uint8_t level);
bool g4_hints_mark(g4_hints *hints, size_t start, size_t end); /* one that touches the last is joined to it */
/* One whose address has control characters is left out. */
bool g4_hints_link(g4_hints *hints, size_t start, size_t end, const char *target, size_t length);
void g4_hints_free(g4_hints *hints);

const char *g4_hints_target(const g4_hints *hints, const g4_link *link);

/* Whether they keep what is said above, for this text. */
bool g4_hints_fit(const g4_hints *hints, const char *text, size_t length);

/* A line each: "heading 2 10 34", "text 36 90", "mark 40 42", "link 40 44 https://...". */
void g4_hints_write(const g4_hints *hints, g4_buf *out);
/* Reads that form. G40_CORRUPT where it is not of it or does not fit the text; then, and on failure, nothing is left to
 * free. */
int g4_hints_read(g4_hints *hints, const char *form, size_t n, const char *text, size_t length, g40_error *err);

#endif
