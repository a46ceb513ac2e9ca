/* Files and folders. */
#ifndef G4_INGEST_FILES_H
#define G4_INGEST_FILES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

typedef G4_VEC(const char *) g4_names;

/* Names in a folder, without those that begin with a dot, in byte order; in the arena. G40_IO, G40_NOMEM or 0. */
int g4_list_folder(const char *path, g4_arena *arena, g4_names *names, g40_error *err);
/* All bytes of a regular file. */
int g4_read_file(const char *path, g4_buf *bytes, g40_error *err);
/* folder/name, in the arena; NULL: out of memory. */
const char *g4_join_path(g4_arena *arena, const char *folder, const char *name);
/* Without links and "..", to be freed; NULL: there is no such file, or out of memory (errno). */
char *g4_absolute_path(const char *path);
bool g4_is_folder(const char *path);

#endif
