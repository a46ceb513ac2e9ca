#include "ingest/identity.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/files.h"
#include "text/chars.h"
#include "text/utf8.h"

const char *g4_file_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

void g4_document_id(const char *path, g4_buf *id) {
  const char *name = g4_file_name(path);
  const char *dot = strrchr(name, '.');
  size_t n = dot && dot > name ? (size_t)(dot - name) : strlen(name);
  size_t length, bad = 0;
  g4_buf_add_text(id, "document/");
  size_t first = id->length;
  bool utf8 = g4_utf8_valid(name, n, &bad);
  for (size_t i = 0; i < n && id->length - first < G4_STEM_MAX; i += length) {
    length = 1;
    unsigned char c = (unsigned char)name[i];
    bool word = (utf8 || c < 0x80) && g4_char_is_word(g4_char_at(name + i, n - i, &length));
    if (word || c == '-' || c == '_' || (c == '.' && id->length > first)) {
      g4_buf_add(id, name + i, length);
    } else if (id->length > first && id->bytes[id->length - 1] != '-') {
      g4_buf_add_char(id, '-');
    }
  }
  while (!id->failed && id->length > first && strchr("-.", id->bytes[id->length - 1])) {
    id->bytes[--id->length] = '\0';
  }
  if (id->length == first) {
    g4_buf_add_text(id, "document");
  }
}

int g4_source_key(const char *path, char key[G4_SHA256_TEXT], g40_error *err) {
  char *real = g4_absolute_path(path);
  if (!real) {
    return errno == ENOMEM ? g4_nomem(err) : g4_fail(err, G40_IO, "cannot read %s: %s", path, strerror(errno));
  }
  g4_sha256(real, strlen(real), key);
  free(real);
  return G40_OK;
}

static bool same_content(const g4_stored *stored, const char *sha256) {
  return stored->source_sha256 && strcmp(stored->source_sha256, sha256) == 0;
}

/* Tries NAME, NAME-2, NAME-3, ...: the first that is free, or that is this content. */
static int find_name(g4_store *store, const char *path, const char *sha256, g4_arena *arena, const char **id,
                     g4_stored *stored, g40_error *err) {
  g4_buf name = {0};
  g4_document_id(path, &name);
  size_t length = name.length;
  int code = name.failed ? g4_nomem(err) : G40_OK;
  for (int i = 2; code == G40_OK; i++) {
    code = g4_store_find_document(store, g4_buf_text(&name), arena, stored, err);
    if (code != G40_OK || !stored->pk || same_content(stored, sha256)) {
      break;
    }
    name.length = length;
    g4_buf_add_format(&name, "-%d", i);
    code = name.failed ? g4_nomem(err) : G40_OK;
  }
  if (code == G40_OK) {
    *id = g4_arena_strdup(arena, g4_buf_text(&name));
    code = *id ? G40_OK : g4_nomem(err);
  }
  g4_buf_free(&name);
  return code;
}

int g4_identify(g4_store *store, const char *path, const char *key, const char *sha256, g4_arena *arena,
                const char **id, g4_stored *stored, g40_error *err) {
  if (*id) {
    return g4_store_find_document(store, *id, arena, stored, err);
  }
  int code = g4_store_find_source(store, key, arena, stored, err);
  if (code != G40_OK || stored->pk) {
    *id = stored->id;
    return code;
  }
  return find_name(store, path, sha256, arena, id, stored, err);
}
