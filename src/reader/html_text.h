/* The text that HTML shows, put together from its elements and characters as they come: blocks with an empty line
 * between, items and rows of tables a line each, and what each block is as hints. */
#ifndef G4_READER_HTML_TEXT_H
#define G4_READER_HTML_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"
#include "reader/html_tags.h"
#include "text/hints.h"

enum { G4_HTML_DEEPEST = 1000 };

/* An open element; all but `kind` and `next_item` also hold for what stands in it. */
typedef struct {
  g4_tag_kind kind;
  bool hidden, footer, pre, code, row;
  uint8_t heading; /* level; 0: none */
  long next_item;  /* number of the next item of a numbered list */
} g4_html_element;

/* The block that is being put together. */
typedef struct {
  bool open;
  size_t before; /* length of the text before it and what parts it from the one before */
  size_t start;  /* of its words, behind its mark */
  g4_hint_kind kind;
  uint8_t level;
  bool tight;           /* no empty line to a neighbour that is tight too */
  bool space, cell;     /* white space, or a new cell of a table, before its next word */
  unsigned breaks;      /* line breaks there */
  bool anchored, plain; /* it has words that link to a place in the document; and others */
} g4_html_block;

/* A zeroed g4_html_text is at the start of a document. */
typedef struct {
  g4_buf text; /* the caller's to free, and the hints too */
  g4_hints hints;
  bool failed;   /* out of memory */
  bool too_deep; /* more than G4_HTML_DEEPEST elements in each other: nothing more is added */
  G4_VEC(g4_html_element) open;
  g4_html_block block;
  bool tight;          /* the last block was */
  bool item, numbered; /* the next block is the first one of an item, in a numbered list */
  long number;
  g4_buf target; /* of the link that is open */
  bool linking;
  size_t link_start;                     /* its first word in this block; SIZE_MAX: none yet */
  size_t main_depth, main_from, main_to; /* the open <main>; the blocks in the first one that has any */
} g4_html_text;

void g4_html_text_open(g4_html_text *html, const char *name, const char *const *attributes);
void g4_html_text_close(g4_html_text *html);
void g4_html_text_characters(g4_html_text *html, const char *text, size_t n);
/* Writes what is left, and frees all but text and hints. */
void g4_html_text_finish(g4_html_text *html);

#endif
