/* A file of any kind that can be read, made one stored text: plain text, Markdown, HTML, PDF. docs/readers.md says what
 * each becomes. */
#ifndef G4_READER_PAPER_H
#define G4_READER_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/sha256.h"
#include "base/vec.h"
#include "reader/encoding.h"
#include "reader/format.h"
#include "text/hints.h"
#include "text/offsets.h"

enum { G4_PAPER_NOTE = 200 };

/* A zeroed g4_paper is an empty one. */
typedef struct {
  g4_format format;
  g4_encoding encoding;
  g4_buf text;          /* the stored text: valid UTF-8, not empty; the file's own bytes where those are UTF-8 text */
  g4_offsets origin;    /* of text and Markdown: offsets of the stored text to those of the file */
  bool has_hints;       /* of Markdown and HTML */
  g4_hints hints;       /* its blocks, marks and links */
  G4_VEC(size_t) pages; /* where each starts in the stored text; form feeds part them. At least one */
  char source_sha256[G4_SHA256_TEXT], text_sha256[G4_SHA256_TEXT]; /* of the file, of the stored text */
  char note[G4_PAPER_NOTE];                                        /* one line that the user should know; "" mostly */
} g4_paper;

/* A zeroed one is the default. */
typedef struct {
  bool (*stop)(void *data); /* asked now and then while pdftotext works; true: give up with G40_CANCELLED */
  void *stop_data;
  int patience; /* seconds that pdftotext may do nothing; 0: 60 */
} g4_paper_options;

/* Reads a regular file, or standard input for "-". G40_IO for what cannot be read, G40_INVALID for what holds no text
 * or is broken, encrypted or of another kind, G40_UNSUPPORTED for what is too large, G40_CANCELLED, G40_NOMEM; the
 * message does not name the file: "is empty". On failure nothing is left to free. `options` may be NULL. */
int g4_paper_read(g4_paper *paper, const char *path, const g4_paper_options *options, g40_error *err);
/* The same from memory. `name` tells the format by its end; it may be NULL. */
int g4_paper_read_bytes(g4_paper *paper, const char *bytes, size_t n, const char *name, const g4_paper_options *options,
                        g40_error *err);
void g4_paper_free(g4_paper *paper);

/* Where an offset of the stored text lies in the file; of HTML and PDF the offset itself. */
size_t g4_paper_file_offset(const g4_paper *paper, size_t at);
/* The page, from 1, on which a byte of the stored text stands. */
size_t g4_paper_page(const g4_paper *paper, size_t at);

#endif
