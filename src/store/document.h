/* Documents in the tables. */
#ifndef G4_STORE_DOCUMENT_H
#define G4_STORE_DOCUMENT_H

#include "base/arena.h"
#include "base/buf.h"
#include "extract/contacts.h"
#include "store/store.h"
#include "text/segment.h"

typedef struct {
  const g4_coded *coded; /* anchors found */
  const g4_text *text;
  const char *bytes; /* the stored text */
  size_t length;
  const g4_privates *contacts;                          /* as g4_contacts_collect() finds them; NULL: not known yet */
  const char *sha256;                                   /* of the stored text; NULL: not known yet */
  const char *source_sha256;                            /* of the file it came from; NULL: of the stored text itself */
  const char *source_name, *source_key, *coding_sha256; /* see schema.sql; NULL: not known */
  const char *format, *encoding, *hints;                /* of the file; NULL: not known */
  const size_t *pages;                                  /* where each starts in the text */
  size_t page_count;
  int64_t pk; /* of the row that it replaces, emptied; 0: a new one */
  const char *origin;
} g4_document;

/* Adds a document with its sections, passages, contacts and positions. What its coding names must be in the registry
 * tables. Inside the caller's transaction. */
int g4_store_write_document(g4_store *store, const g4_document *document, g40_error *err);

/* What is known of a document that stands in the tables. Strings live in an arena. */
typedef struct {
  int64_t pk; /* 0: there is none */
  const char *id, *source_sha256, *source_key, *coding_sha256, *origin;
  const char *title, *holder, *kind, *language, *date_issued, *date_precision, *url, *licence, *occasion_nl,
      *occasion_en;
} g4_stored;

/* By id or slug; by the key of its source. `stored->pk` is 0 where there is none. */
int g4_store_find_document(g4_store *store, const char *id, g4_arena *arena, g4_stored *stored, g40_error *err);
int g4_store_find_source(g4_store *store, const char *key, g4_arena *arena, g4_stored *stored, g40_error *err);
/* The first document of all. */
int g4_store_first_document(g4_store *store, g4_arena *arena, g4_stored *stored, g40_error *err);
/* Reads a document back as it was coded (but for `context` and `contacts`, which the tables do not keep): the words of
 * anchors and where they stood. Without contact data words may hold "[contact]". `coded` must be empty. */
int g4_store_read_coded(g4_store *store, int64_t document, bool with_contacts, g4_coded *coded, g40_error *err);
/* Removes all rows of a document; `keep`: but the one in the table document. Inside the caller's transaction. */
int g4_store_clear_document(g4_store *store, int64_t pk, bool keep, g40_error *err);

/* The stored text of a document (id, or slug), contact data replaced unless asked for. G40_NOT_FOUND: no such document.
 */
int g4_store_read_text(g4_store *store, const char *document, bool with_contacts, g4_buf *bytes, g40_error *err);

/* The hints of a document's text (id or slug) in written form; *known is false where it has none. */
int g4_store_read_hints(g4_store *store, const char *document, g4_buf *hints, bool *known, g40_error *err);

/* Where contact data stands in a document (id or slug) whose text has that length: in order and inside of it, else
 * G40_CORRUPT. */
int g4_store_read_contacts(g4_store *store, const char *document, size_t length, g4_privates *contacts, g40_error *err);

#endif
