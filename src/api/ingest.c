#include "g40/ingest.h"

#include <stddef.h>
#include <stdlib.h>

#include "api/blob.h"
#include "api/call.h"
#include "base/embedded.h"
#include "g40/search.h"
#include "index/index.h"
#include "ingest/ingest.h"
#include "ingest/order.h"
#include "ingest/registry_add.h"
#include "ingest/stored_coding.h"
#include "model/rows.h"
#include "store/registry.h"

enum { MOST_THREADS = 64 };

g40_ingest *g40_ingest_new(g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  g40_ingest *ingest = calloc(1, sizeof *ingest);
  if (!ingest) {
    g4_nomem(call.err);
  }
  return ingest;
}

void g40_ingest_free(g40_ingest *ingest) {
  if (ingest) {
    g4_vec_free(&ingest->paths);
    g4_arena_free(&ingest->arena);
    free(ingest);
  }
}

/* What a text of the order is. */
typedef enum { NAME, FILE_PATH, SHOWN /* with the document */ } text_kind;

/* A copy of a text that must say something; NULL on failure. */
static const char *copy_text(g40_ingest *ingest, const char *value, const char *what, text_kind kind, g40_error *err) {
  if (!ingest) {
    g4_fail(err, G40_ARGUMENT, "ingest must not be NULL");
    return NULL;
  }
  int code = kind == FILE_PATH ? g4_check_path(value, what, err) : g4_check_text(value, what, err);
  if (code == G40_OK && !*value) {
    code = g4_fail(err, G40_ARGUMENT, "%s must not be empty", what);
  }
  const char *fault = code == G40_OK && kind == SHOWN ? g4_said_fault(what, value) : NULL;
  if (fault) {
    code = g4_fail(err, G40_ARGUMENT, "%s %s", what, fault);
  }
  const char *copy = code == G40_OK ? g4_arena_strdup(&ingest->arena, value) : NULL;
  if (code == G40_OK && !copy) {
    g4_nomem(err);
  }
  return copy;
}

int g40_ingest_add_path(g40_ingest *ingest, const char *path, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  const char *copy = copy_text(ingest, path, "path", FILE_PATH, call.err);
  if (!copy) {
    return call.err->code;
  }
  return g4_vec_push(&ingest->paths, copy) ? G40_OK : g4_nomem(call.err);
}

/* Sets one of the texts that the order holds. */
static int set_text(g40_ingest *ingest, const char *value, const char *what, text_kind kind, size_t field,
                    g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  const char *copy = copy_text(ingest, value, what, kind, call.err);
  if (!copy) {
    return call.err->code;
  }
  *(const char **)((char *)ingest + field) = copy;
  return G40_OK;
}

int g40_ingest_set_holder(g40_ingest *ingest, const char *holder, g40_error *err) {
  return set_text(ingest, holder, "holder", NAME, offsetof(g40_ingest, said.holder), err);
}

int g40_ingest_set_title(g40_ingest *ingest, const char *title, g40_error *err) {
  return set_text(ingest, title, "title", SHOWN, offsetof(g40_ingest, said.title), err);
}

int g40_ingest_set_url(g40_ingest *ingest, const char *url, g40_error *err) {
  return set_text(ingest, url, "url", SHOWN, offsetof(g40_ingest, said.url), err);
}

int g40_ingest_set_coding(g40_ingest *ingest, const char *coding, g40_error *err) {
  return set_text(ingest, coding, "coding", FILE_PATH, offsetof(g40_ingest, said.coding), err);
}

int g40_ingest_set_meta(g40_ingest *ingest, const char *csv, g40_error *err) {
  return set_text(ingest, csv, "csv", FILE_PATH, offsetof(g40_ingest, meta), err);
}

int g40_ingest_set_kind(g40_ingest *ingest, const char *kind, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  const char *copy = copy_text(ingest, kind, "kind", NAME, call.err);
  if (!copy) {
    return call.err->code;
  }
  if (!g4_is_document_kind(copy)) {
    return g4_fail(call.err, G40_ARGUMENT,
                   "kind '%.40s' is none of position_paper, manifesto, coalition_agreement, motion, letter, report,"
                   " other",
                   kind);
  }
  ingest->said.kind = copy;
  return G40_OK;
}

int g40_ingest_set_date(g40_ingest *ingest, const char *date, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  g4_date parsed = 0;
  if (!ingest || !date) {
    return g4_fail(call.err, G40_ARGUMENT, "%s must not be NULL", ingest ? "date" : "ingest");
  }
  int code = g4_check_date(date, "date", &parsed, call.err);
  if (code == G40_OK) {
    ingest->said.date = parsed;
  }
  return code;
}

int g40_ingest_set_threads(g40_ingest *ingest, int32_t threads, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!ingest || threads < 0 || threads > MOST_THREADS) {
    return g4_fail(call.err, G40_ARGUMENT, ingest ? "threads must be 0 to %d" : "ingest must not be NULL",
                   MOST_THREADS);
  }
  ingest->threads = threads;
  return G40_OK;
}

int g40_ingest_set_progress(g40_ingest *ingest, g40_progress progress, void *context, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!ingest) {
    return g4_fail(call.err, G40_ARGUMENT, "ingest must not be NULL");
  }
  ingest->progress = progress;
  ingest->context = context;
  return G40_OK;
}

/* Enters a call that writes. */
static g4_session *enter_writing(g4_call *call, g40_db *db, g40_error *err) {
  g4_session *session = g4_call_enter(call, db, err);
  if (session && !db->writable) {
    g4_fail(call->err, G40_READONLY, "the database is not open for writing");
    g4_call_leave(call);
    return NULL;
  }
  return session;
}

g40_ingested *g40_db_ingest(g40_db *db, const g40_ingest *ingest, g40_error *err) {
  g4_call call;
  g4_session *session = enter_writing(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_ingested *result = NULL;
  if (ingest) {
    result = g4_ingest(session->store, ingest, call.err);
  } else {
    g4_fail(call.err, G40_ARGUMENT, "ingest must not be NULL");
  }
  g4_call_leave(&call);
  return result;
}

int g40_db_reindex(g40_db *db, g40_error *err) {
  g4_call call;
  g4_session *session = enter_writing(&call, db, err);
  if (!session) {
    return call.err->code;
  }
  int code = g4_store_begin(session->store, call.err);
  if (code == G40_OK) {
    code = g4_index_rebuild(session->store, call.err);
  }
  if (code == G40_OK) {
    code = g4_store_commit(session->store, call.err);
  }
  g4_store_rollback(session->store);
  g4_call_leave(&call);
  return code;
}

int g40_db_remove(g40_db *db, const char *document, g40_error *err) {
  g4_call call;
  g4_session *session = enter_writing(&call, db, err);
  if (!session) {
    return call.err->code;
  }
  int code = g4_check_text(document, "document", call.err);
  if (code == G40_OK) {
    code = g4_ingest_remove(session->store, document, call.err);
  }
  g4_call_leave(&call);
  return code;
}

/* The bytes as a result of their own. */
static g40_text *make_text(const g4_buf *bytes, g40_error *err) {
  g4_owner *owner = g4_owner_new(err);
  if (!owner) {
    return NULL;
  }
  g40_text *text = g4_arena_alloc(&owner->arena, sizeof *text);
  char *copy = g4_arena_strndup(&owner->arena, g4_buf_text(bytes), bytes->length);
  if (!text || !copy) {
    g4_owner_release(owner);
    g4_nomem(err);
    return NULL;
  }
  *text = (g40_text){owner, copy, (int64_t)bytes->length};
  return text;
}

g40_text *g40_db_coding(g40_db *db, const char *document, bool with_contacts, g40_error *err) {
  g4_call call;
  g4_session *session = g4_call_enter(&call, db, err);
  if (!session) {
    return NULL;
  }
  g4_buf yaml = {0};
  g40_text *text = NULL;
  if (g4_check_text(document, "document", call.err) == G40_OK &&
      g4_export_coding(session->store, document, with_contacts, &yaml, call.err) == G40_OK) {
    text = make_text(&yaml, call.err);
  }
  g4_buf_free(&yaml);
  g4_call_leave(&call);
  return text;
}

g40_diagnostics *g40_db_registry_add(g40_db *db, const char *path, g40_error *err) {
  g4_call call;
  g4_session *session = enter_writing(&call, db, err);
  if (!session) {
    return NULL;
  }
  g40_diagnostics *diagnostics = g4_check_path(path, "path", call.err) == G40_OK ? g4_diagnostics_new(call.err) : NULL;
  if (diagnostics && g4_registry_add(session->store, path, diagnostics, call.err) != G40_OK) {
    g40_diagnostics_free(diagnostics);
    diagnostics = NULL;
  }
  g4_session_forget(session);
  g4_call_leave(&call);
  return diagnostics;
}

int g40_db_registry_update(g40_db *db, g40_error *err) {
  g4_call call;
  g4_session *session = enter_writing(&call, db, err);
  if (!session) {
    return call.err->code;
  }
  g4_store *ours =
      g4_store_open_image(g4_corpus_blob, (int64_t)g4_embedded_size(g4_corpus_blob, g4_corpus_blob_end), call.err);
  int code = ours ? g4_store_update_registry(session->store, ours, call.err) : call.err->code;
  g4_store_close(ours);
  g4_session_forget(session);
  g4_call_leave(&call);
  return code;
}
