/* All contact data of persons in a document: what the rules find, and what a coding adds. */
#ifndef G4_EXTRACT_CONTACTS_H
#define G4_EXTRACT_CONTACTS_H

#include "base/buf.h"
#include "extract/coded.h"
#include "text/segment.h"

typedef struct {
  size_t start, end; /* bytes of the stored text */
  const char *kind;  /* email, phone, link, person */
} g4_private;

typedef G4_VEC(g4_private) g4_privates;

/* Ascending, without overlap. `coded` may be NULL. G40_NOMEM or 0. */
int g4_contacts_collect(const g4_text *text, const g4_coded *coded, g4_privates *found, g40_error *err);

bool g4_contacts_touch(const g4_privates *contacts, size_t start, size_t end);
bool g4_contacts_touch_any(const g4_privates *contacts, const g4_span *ranges, size_t count);

/* Appends the bytes [start, end) of the source, or the reading form [start, end), with "[contact]" in the place of
 * each. */
void g4_contacts_mask_bytes(const g4_privates *contacts, const char *source, size_t start, size_t end, g4_buf *out);
void g4_contacts_mask_reading(const g4_privates *contacts, const g4_text *text, size_t start, size_t end, g4_buf *out);

/* Appends loose words, of a message or a summary, with "[contact]" in the place of what the rules find in them. */
void g4_contacts_mask_words(const char *words, g4_buf *out);

#endif
