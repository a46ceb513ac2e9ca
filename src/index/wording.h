/* The words of a document, as the index takes them: read from a text in any thread, or from the rows of one that is
 * stored. Each distinct word is kept once. */
#ifndef G4_INDEX_WORDING_H
#define G4_INDEX_WORDING_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "extract/contacts.h"
#include "text/segment.h"

#define G4_WORD_HIDDEN UINT32_MAX /* contact data stood there */

/* Of all passages headings and sentences have words. */
typedef enum { G4_WORDS_NONE, G4_WORDS_HEADING, G4_WORDS_SENTENCE } g4_words_kind;

typedef struct {
  g4_words_kind kind;
  int64_t start, end; /* bytes of the stored text */
  size_t words_end;   /* its words end here, those of the next one begin */
} g4_worded;

typedef struct {
  const char *text;
  size_t length;
} g4_word_text;

/* A zeroed g4_wording is an empty one. */
typedef struct {
  g4_arena arena;
  g4_map known; /* words to places in `distinct` */
  G4_VEC(g4_word_text) distinct;
  G4_VEC(uint32_t) words; /* places in `distinct`, or G4_WORD_HIDDEN */
  G4_VEC(g4_worded) passages;
} g4_wording;

/* All passages of a text. G40_NOMEM or 0. */
int g4_wording_read(g4_wording *wording, const g4_text *text, const g4_privates *contacts, g40_error *err);
/* One passage; `masked`: contact data in it was replaced. G40_NOMEM or 0. */
int g4_wording_add(g4_wording *wording, g4_worded passage, const char *text, size_t n, bool masked, g40_error *err);
void g4_wording_free(g4_wording *wording);

#endif
