/* Inside the store: what the parts of writing a document share. */
#ifndef G4_STORE_WRITER_H
#define G4_STORE_WRITER_H

#include "extract/contacts.h"
#include "store/document.h"
#include "text/char_index.h"

typedef struct {
  g4_store *store;
  const g4_document *document;
  const char *slug;     /* of the document */
  int64_t pk;           /* of the document */
  g4_privates contacts; /* borrowed */
  g4_char_index characters;
  G4_VEC(int64_t) sections; /* pk by segment ordinal; 0: before the first heading */
  g40_error *err;
} g4_writer;

/* Where words stand: bytes and code points. */
typedef struct {
  int64_t start, end, char_start, char_end;
} g4_place;

g4_place g4_writer_place(const g4_writer *writer, size_t start, size_t end);
/* From the first range to the end of the last. */
g4_place g4_writer_anchor_place(const g4_writer *writer, const g4_anchor *anchor);
/* The section in which a byte of the reading form lies, or 0. */
int64_t g4_writer_section(const g4_writer *writer, size_t reading);

int g4_write_text(g4_writer *writer);      /* sections, passages, contacts */
int g4_write_verdicts(g4_writer *writer);  /* of people */
int g4_write_positions(g4_writer *writer); /* positions with their parts, figures, citations */

#endif
