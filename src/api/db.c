#include "g40/db.h"

#include <stdlib.h>
#include <string.h>

#include "api/blob.h"
#include "api/call.h"
#include "api/options.h"
#include "base/embedded.h"
#include "query/listing.h"

enum { WAIT_TO_WRITE_MS = 10000 };

static g4_store *open_store(const char *path, int busy_ms, g40_error *err) {
  return path ? g4_store_open(path, busy_ms, err)
              : g4_store_open_image(g4_corpus_blob, (int64_t)g4_embedded_size(g4_corpus_blob, g4_corpus_blob_end), err);
}

static g40_db *make_handle(const char *path, g40_error *err) {
  g40_db *db = calloc(1, sizeof *db);
  char *copy = path ? strdup(path) : NULL;
  if (!db || (path && !copy) || pthread_mutex_init(&db->lock, NULL) != 0) {
    free(copy);
    free(db);
    g4_nomem(err);
    return NULL;
  }
  db->path = copy;
  return db;
}

/* Takes the store over; NULL for `store` is a failure that was told already. */
static g40_db *hold(g40_db *db, g4_store *store, g40_error *err) {
  if (store) {
    db->session = g4_session_new(store, err);
  }
  if (db && !db->session) {
    g40_db_free(db);
    return NULL;
  }
  return db;
}

g40_db *g40_db_open(const char *path, g40_error *err) { return g40_db_open_with(path, NULL, err); }

g40_db *g40_db_open_with(const char *path, const g40_options *options, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (path && g4_check_path(path, "path", call.err) != G40_OK) {
    return NULL;
  }
  g40_db *db = make_handle(path, call.err);
  if (db && options) {
    db->progress = options->progress;
  }
  return hold(db, db ? open_store(path, options ? options->busy_timeout : 0, call.err) : NULL, call.err);
}

g40_db *g40_db_open_writable(const char *path, bool create, g40_error *err) {
  return g40_db_open_writable_with(path, create, NULL, err);
}

g40_db *g40_db_open_writable_with(const char *path, bool create, const g40_options *options, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (g4_check_path(path, "path", call.err) != G40_OK) {
    return NULL;
  }
  g40_db *db = make_handle(path, call.err);
  int64_t size = (int64_t)g4_embedded_size(g4_corpus_blob, g4_corpus_blob_end);
  g4_store *store = db ? g4_store_open_writable(path, create ? g4_corpus_blob : NULL, size,
                                                options ? options->busy_timeout : WAIT_TO_WRITE_MS, call.err)
                       : NULL;
  if (db && options) {
    db->progress = options->progress;
  }
  if (store) {
    db->writable = true;
  }
  return hold(db, store, call.err);
}

g40_info *g40_db_info(g40_db *db, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_info *info = g4_answer_info(session, db->path, call.err);
  g4_call_leave(&call);
  return info;
}

int g40_db_close(g40_db *db, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!db) {
    return g4_fail(call.err, G40_ARGUMENT, "db must not be NULL");
  }
  pthread_mutex_lock(&db->lock);
  g4_session_free(db->session);
  db->session = NULL;
  pthread_mutex_unlock(&db->lock);
  return G40_OK;
}

void g40_db_free(g40_db *db) {
  if (db) {
    g4_session_free(db->session);
    pthread_mutex_destroy(&db->lock);
    free(db->path);
    free(db);
  }
}
