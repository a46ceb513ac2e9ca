/* Which document a file is: the one that it was before, or a new one with an id after its name. */
#ifndef G4_INGEST_IDENTITY_H
#define G4_INGEST_IDENTITY_H

#include "base/buf.h"
#include "base/sha256.h"
#include "store/document.h"

enum { G4_STEM_MAX = 100 };

/* The file's name without folders; and a document's id after it: its stem, with letters, digits, "-", "_" and "."
 * kept. */
const char *g4_file_name(const char *path);
void g4_document_id(const char *path, g4_buf *id);

/* SHA-256 of the absolute path: the same file is the same document, and nobody reads where it lay. */
int g4_source_key(const char *path, char key[G4_SHA256_TEXT], g40_error *err);

/* The document that a file is by now. By `id` where one is given (with its type); else the one that came from the same
 * place, else one named after it with the same content. `stored->pk` 0: a new one, and `id` gets a free name. */
int g4_identify(g4_store *store, const char *path, const char *key, const char *sha256, g4_arena *arena,
                const char **id, g4_stored *stored, g40_error *err);

#endif
