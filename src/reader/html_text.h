/* The text that HTML shows, put together from its elements and characters as they come: a block a line or more, with an
 * empty line between, and what each block is as hints. */
#ifndef G4_READER_HTML_TEXT_H
#define G4_READER_HTML_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"
#include "reader/html_tags.h"
#include "text/hints.h"

enum { G4_HTML_DEEPEST = 1000 };

typedef struct {
  g4_tag_kind kind;
  bool hidden;      /* nothing in it is text */
  bool footer, pre; /* in a footer; white space counts */
  bool code;        /* in a block of code */
  uint8_t heading;  /* level of the heading that it stands in; 0: none */
  long next_item;   /* number of the next item of a list; 0: bullets */
} g4_html_element;

/* A zeroed g4_html_text is at the start of a document. */
typedef struct {
  g4_buf text; /* the caller's to free, and the hints too */
  g4_hints hints;
  bool failed; /* out of memory */
  bool too_deep;
  G4_VEC(g4_html_element) open; /* elements */

  bool in_block;
  size_t block_before; /* length of the text before the block and what parts it from the one before */
  size_t block_start;
  bool space, cell;  /* white space, or the start of a table's cell, before the next character */
  unsigned breaks;   /* line breaks there */
  bool item;         /* the next block is the first of a list item, with this number (0: a bullet) */
  long item_number;
  bool row, tight;   /* the block is an item or a row; the one before was */
  bool block_is_item;

  g4_buf target;     /* of the link that is open; empty: none */
  bool linking;
  size_t link_start; /* where its first character in this block is; SIZE_MAX: not yet */
  size_t anchored;   /* bytes of the block that link to a place in the document */

  size_t main_first, main_end; /* blocks in the first <main> */
} g4_html_text;

void g4_html_text_open(g4_html_text *html, const char *name, const char *const *attributes);
void g4_html_text_close(g4_html_text *html);
void g4_html_text_characters(g4_html_text *html, const char *text, size_t n);
/* Writes what is left, and frees all but text and hints. */
void g4_html_text_finish(g4_html_text *html);

#endif
