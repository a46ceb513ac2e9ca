/* Opening for writing. A new file is made whole beside its place and then linked there, so that a database is never
 * seen half-made. Rollback journal, full synchronisation: what a killed process left is undone by whoever opens next.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/beside.h"
#include "g40/version.h"
#include "store/open.h"

/* What is of documents, so that the registry alone is left. */
static const char empty_documents[] =
    "DELETE FROM position_range; DELETE FROM position_passage; DELETE FROM position_reason; DELETE FROM position_role;"
    "DELETE FROM position_responsible; DELETE FROM position_instrument; DELETE FROM position_place; DELETE FROM figure;"
    "DELETE FROM citation; DELETE FROM position; DELETE FROM passage_range; DELETE FROM passage; DELETE FROM contact;"
    "DELETE FROM index_position; DELETE FROM index_posting; DELETE FROM index_document;"
    "DELETE FROM index_segment; DELETE FROM section; DELETE FROM unplaced; DELETE FROM verdict; DELETE FROM page; "
    "DELETE FROM "
    "document_text; DELETE FROM "
    "document;"
    "UPDATE meta SET value = 'libg40 " G40_VERSION "' WHERE key = 'written_by'";

static int copy_image(g4_store *image, g4_store *copy, g40_error *err) {
  sqlite3_backup *backup = sqlite3_backup_init(g4_store_sqlite(copy), "main", g4_store_sqlite(image), "main");
  if (!backup) {
    return g4_store_fail(copy, sqlite3_errcode(g4_store_sqlite(copy)), err);
  }
  sqlite3_backup_step(backup, -1);
  int result = sqlite3_backup_finish(backup);
  return result == SQLITE_OK ? G40_OK : g4_store_fail(copy, result, err);
}

/* The registry of the image as the bytes of a database; free with sqlite3_free(). */
static unsigned char *registry_bytes(const unsigned char *bytes, int64_t size, sqlite3_int64 *length, g40_error *err) {
  g4_store *image = g4_store_open_image(bytes, size, err);
  g4_store *copy = image ? g4_store_connect(":memory:", SQLITE_OPEN_READWRITE, err) : NULL;
  unsigned char *made = NULL;
  if (copy && copy_image(image, copy, err) == G40_OK && g4_store_script(copy, empty_documents, err) == G40_OK &&
      g4_store_vacuum(copy, err) == G40_OK) {
    made = sqlite3_serialize(g4_store_sqlite(copy), "main", length, 0);
    if (!made) {
      g4_nomem(err);
    }
  }
  g4_store_close(copy);
  g4_store_close(image);
  return made;
}

static bool write_bytes(int file, const unsigned char *bytes, sqlite3_int64 length) {
  while (length > 0) {
    ssize_t n = write(file, bytes, (size_t)(length > 1 << 20 ? 1 << 20 : length));
    if (n < 0 && errno != EINTR) {
      return false;
    }
    bytes += n > 0 ? n : 0;
    length -= n > 0 ? n : 0;
  }
  return fsync(file) == 0;
}

/* Puts the file in its place unless there is one by now: then another process was first, and its file is as good. */
static bool put_in_place(const char *made, const char *path) {
  if (link(made, path) == 0 || errno == EEXIST) {
    return remove(made) == 0;
  }
  return rename(made, path) == 0; /* a file system without links */
}

/* Writes a database whole beside its place and puts it there; of one that is there, `replace` says whether it stays. */
static int write_beside(const char *path, const unsigned char *bytes, sqlite3_int64 length, bool replace,
                        g40_error *err) {
  g4_buf name = {0};
  if (g4_beside_is_device(path)) {
    return g4_fail(err, G40_IO, "cannot create %s: there is something that is no file", path);
  }
  int file = g4_beside_open(path, &name);
  bool written = file >= 0 && write_bytes(file, bytes, length);
  int why = errno;
  if (file >= 0) {
    written &= close(file) == 0;
    written = written && (replace ? rename(g4_buf_text(&name), path) == 0 : put_in_place(g4_buf_text(&name), path));
    why = written ? 0 : errno;
    if (!written) {
      remove(g4_buf_text(&name));
    }
  }
  int code = written       ? G40_OK
             : name.failed ? g4_nomem(err)
                           : g4_fail(err, G40_IO, "cannot create %s: %s", path, strerror(why));
  g4_buf_free(&name);
  return code;
}

static int create(const char *path, const unsigned char *image, int64_t size, g40_error *err) {
  sqlite3_int64 length = 0;
  unsigned char *bytes = registry_bytes(image, size, &length, err);
  int code = bytes ? write_beside(path, bytes, length, false, err) : err->code;
  sqlite3_free(bytes);
  return code;
}

int g4_store_save(g4_store *store, const char *path, g40_error *err) {
  sqlite3_int64 length = 0;
  unsigned char *bytes = sqlite3_serialize(g4_store_sqlite(store), "main", &length, 0);
  int code = bytes ? write_beside(path, bytes, length, true, err) : g4_nomem(err);
  sqlite3_free(bytes);
  return code;
}

g4_store *g4_store_open_writable(const char *path, const unsigned char *image, int64_t size, int busy_ms,
                                 g40_error *err) {
  struct stat status;
  if (image && stat(path, &status) != 0 && errno == ENOENT && create(path, image, size, err) != G40_OK) {
    return NULL;
  }
  if (g4_store_check_file(path, err) != G40_OK) {
    return NULL;
  }
  g4_store *store = g4_store_connect(path, SQLITE_OPEN_READWRITE, err);
  if (!store) {
    return NULL;
  }
  sqlite3_busy_timeout(g4_store_sqlite(store), busy_ms);
  int code = g4_store_check(store, path, err);
  if (code == G40_OK && sqlite3_db_readonly(g4_store_sqlite(store), "main")) {
    code = g4_fail(err, G40_READONLY, "%s cannot be written", path);
  }
  if (code == G40_OK) {
    code = g4_store_script(store,
                           "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;"
                           "PRAGMA cache_size=-32000",
                           err);
  }
  if (code != G40_OK) {
    g4_store_close(store);
    return NULL;
  }
  return store;
}
