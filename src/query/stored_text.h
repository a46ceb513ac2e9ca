/* The stored text of a document, read again as it was when the document came in. */
#ifndef G4_QUERY_STORED_TEXT_H
#define G4_QUERY_STORED_TEXT_H

#include "query/session.h"
#include "store/document.h"

/* A zeroed one is empty. */
typedef struct {
  g4_text text;
  g4_buf bytes;         /* what `text` reads */
  g4_privates contacts; /* to be masked: none where contact data is asked for */
} g4_stored_text;

/* Of a document (id or slug). To be freed also where it fails. G40_NOT_FOUND: no such document. */
int g4_stored_text_read(g4_session *session, const char *document, bool with_contacts, g4_stored_text *stored,
                        g40_error *err);
void g4_stored_text_free(g4_stored_text *stored);

#endif
