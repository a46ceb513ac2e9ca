#include "ingest/ingest.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "index/index.h"
#include "ingest/draft.h"
#include "ingest/identity.h"
#include "ingest/merge.h"
#include "ingest/ordered.h"
#include "ingest/unplaced.h"
#include "model/diagnose.h"
#include "text/utf8.h"

/* A commit waits for the disk, so that one a document would be slow; what is not committed yet is lost with the
 * process. */
enum { BYTES_PER_COMMIT = 4 << 20, MOST_THREADS = 8 };

typedef struct {
  g4_store *store;
  pthread_mutex_t lock; /* of the store */
  pthread_mutex_t turn; /* held while waiting for the lock: who writes one document after another lets others look */
  const g40_ingest *order;
  g4_jobs jobs;
  g4_kit kit;
  g40_diagnostics *diagnostics;
  g4_batch *batch; /* of the index */
  int64_t known;   /* documents that the database had before */
  int64_t added, replaced, unchanged, failed;
  int fault;          /* of the first that failed */
  size_t uncommitted; /* bytes of text */
  g40_error *err;
} ingester;

static const char *given_id(const g4_draft *draft, const g4_job *job) {
  return job->said.id ? job->said.id : draft->said.id;
}

/* --- in any thread */

static void lock(ingester *in) {
  pthread_mutex_lock(&in->turn);
  pthread_mutex_lock(&in->lock);
  pthread_mutex_unlock(&in->turn);
}

/* What the database has of the file by now, as far as can be said before those in front of it are written. */
static int peek(ingester *in, g4_draft *draft, const g4_job *job, g4_stored *stored, g40_error *err) {
  const char *id = given_id(draft, job);
  if (!in->known) {
    return G40_OK;
  }
  lock(in);
  int code =
      g4_identify(in->store, draft->path, draft->key, draft->paper.source_sha256, &draft->arena, &id, stored, err);
  pthread_mutex_unlock(&in->lock);
  return code;
}

static void make(void *context, size_t i, void *slot) {
  ingester *in = context;
  g4_draft *draft = slot;
  const g4_job *job = &in->jobs.items.items[i];
  g4_stored stored = {0};
  g4_coded_meta meta = {0};
  g40_error why = {0};
  g4_draft_read(draft, job);
  if (!draft->read) {
    return;
  }
  if (peek(in, draft, job, &stored, &why) != G40_OK) {
    draft->err = why;
    return;
  }
  g4_draft_meta(draft, job, &stored, &meta);
  if (!g4_draft_is_stored(draft, &meta, &stored)) {
    g4_draft_analyse(draft, &in->kit, &meta);
  }
}

/* --- in the caller's */

static int commit(ingester *in) {
  in->uncommitted = 0;
  if (sqlite3_get_autocommit(g4_store_sqlite(in->store))) {
    return G40_OK;
  }
  int code = g4_batch_write(in->batch, in->err);
  return code == G40_OK ? g4_store_commit(in->store, in->err) : code;
}

/* Best where the index holds nothing, so that it need not write what it would merge soon. */
static bool is_time_to_commit(const ingester *in) {
  return in->uncommitted >= (g4_batch_holds(in->batch) ? 2 * BYTES_PER_COMMIT : BYTES_PER_COMMIT);
}

/* The file's name, which may be any bytes; texts of the database are UTF-8: NULL, not known, where it is not. */
static const char *source_name(const g4_draft *draft) {
  const char *name = g4_file_name(draft->path);
  return g4_utf8_valid(name, strlen(name), NULL) ? name : NULL;
}

/* The same content from another place: from now on this is the place. */
static int move(ingester *in, const g4_draft *draft, const g4_stored *stored) {
  if (stored->source_key && strcmp(stored->source_key, draft->key) == 0) {
    return G40_OK;
  }
  return g4_store_run(in->store, "UPDATE document SET source_key = ?, source_name = ? WHERE pk = ?", in->err, "ssi",
                      draft->key, source_name(draft), stored->pk);
}

/* Writes the document, or leaves no trace of it. */
static int write_document(ingester *in, g4_draft *draft, const g4_stored *stored) {
  g4_document document = {.coded = &draft->coded,
                          .text = &draft->analysis.text,
                          .bytes = g4_buf_text(&draft->paper.text),
                          .length = draft->paper.text.length,
                          .contacts = &draft->contacts,
                          .sha256 = draft->paper.text_sha256,
                          .source_sha256 = draft->paper.source_sha256,
                          .hints = draft->paper.has_hints ? g4_buf_text(&draft->hints) : NULL,
                          .format = g4_format_name(draft->paper.format),
                          .encoding = g4_encoding_name(draft->paper.encoding),
                          .pages = draft->paper.pages.items,
                          .page_count = draft->paper.pages.count,
                          .source_name = source_name(draft),
                          .source_key = draft->key,
                          .coding_sha256 = draft->coding ? draft->coding_sha256 : stored->coding_sha256,
                          .pk = stored->pk,
                          .origin = "user"};
  int code = stored->pk ? g4_index_remove(in->store, stored->pk, in->err) : G40_OK;
  if (code == G40_OK && stored->pk) {
    code = g4_store_clear_document(in->store, stored->pk, true, in->err);
  }
  if (code == G40_OK) {
    code = g4_store_write_document(in->store, &document, in->err);
  }
  if (code == G40_OK && draft->kept.positions.count) {
    code = g4_write_unplaced(in->store, stored->pk, &draft->kept, in->err);
  }
  return code == G40_OK ? g4_batch_add(in->batch, draft->coded.meta.id, &draft->wording, in->err) : code;
}

/* Brings in what is reviewed in the database, and lets the index write what it holds before a document is taken out. */
static int prepare(ingester *in, g4_draft *draft, const g4_stored *stored) {
  int code = stored->pk ? g4_batch_write(in->batch, in->err) : G40_OK;
  if (code == G40_OK && !draft->coding && stored->pk && stored->coding_sha256) {
    code = g4_merge_reviewed(in->store, stored, draft, in->err);
    if (code == G40_OK) {
      g4_draft_word(draft);
      code = draft->err.code ? g4_fail(in->err, draft->err.code, "%s", draft->err.message) : G40_OK;
    }
  }
  return code;
}

static int put(ingester *in, g4_draft *draft, const char *id, g4_coded_meta *meta, const g4_stored *stored) {
  g4_draft_analyse(draft, &in->kit, meta);
  if (draft->failed || draft->err.code) {
    return G40_OK;
  }
  meta->id = id;
  draft->coded.meta = *meta;
  int code = prepare(in, draft, stored);
  if (code == G40_OK) {
    code = g4_store_script(in->store, "SAVEPOINT document", in->err);
  }
  if (code != G40_OK) {
    return code;
  }
  code = write_document(in, draft, stored);
  if (code == G40_FAILED || code == G40_ARGUMENT) { /* this document is at fault, the others are not */
    g4_draft_fault(draft, G4_ERROR, "document", "%s", in->err->message);
    g4_error_clear(in->err);
    return g4_store_script(in->store, "ROLLBACK TO document; RELEASE document", in->err);
  }
  if (code == G40_OK) {
    code = g4_store_script(in->store, "RELEASE document", in->err);
  }
  in->added += code == G40_OK && !stored->pk;
  in->replaced += code == G40_OK && stored->pk;
  in->uncommitted += draft->paper.text.length;
  return code;
}

/* SQLite's lock is not fair: a process that writes one document after another may keep all others out for longer than
 * they wait. As long as others get on, this one goes on waiting. */
static int begin(ingester *in) {
  int64_t before = -1, version = 0;
  int code;
  while ((code = g4_store_begin(in->store, in->err)) == G40_BUSY) {
    g40_error ignored;
    if (g4_store_number(in->store, "PRAGMA data_version", 0, &version, &ignored) != G40_OK || version == before) {
      break;
    }
    before = version;
  }
  return code;
}

static int settle(ingester *in, g4_draft *draft, const g4_job *job, g4_arena *arena) {
  g4_stored stored = {0};
  g4_coded_meta meta = {0};
  const char *id = given_id(draft, job);
  int code = sqlite3_get_autocommit(g4_store_sqlite(in->store)) ? begin(in) : G40_OK;
  if (code == G40_OK) {
    code = g4_identify(in->store, draft->path, draft->key, draft->paper.source_sha256, arena, &id, &stored, in->err);
  }
  if (code != G40_OK) {
    return code;
  }
  g4_draft_meta(draft, job, &stored, &meta);
  if (g4_draft_is_stored(draft, &meta, &stored)) {
    in->unchanged++;
    return move(in, draft, &stored);
  }
  return put(in, draft, id, &meta, &stored);
}

static int report(ingester *in, size_t i) {
  size_t total = in->jobs.items.count;
  if (!in->order->progress) {
    return G40_OK;
  }
  const char *what = i == total ? NULL : in->jobs.items.items[i].path;
  int stop = in->order->progress(in->order->context, (int64_t)i, (int64_t)total,
                                 i < total && !what ? in->jobs.items.items[i].said.coding : what);
  return stop ? g4_fail(in->err, G40_CANCELLED, "cancelled") : G40_OK;
}

static int take(void *context, size_t i, void *slot) {
  ingester *in = context;
  g4_draft *draft = slot;
  g4_arena arena = {0};
  int code = report(in, i);
  if (code == G40_OK && draft->read && !draft->failed && !draft->err.code) {
    lock(in);
    code = settle(in, draft, &in->jobs.items.items[i], &arena);
    if (code == G40_OK && is_time_to_commit(in)) {
      code = commit(in);
    }
    pthread_mutex_unlock(&in->lock);
  }
  g4_arena_free(&arena);
  if (code == G40_OK && draft->err.code) {
    code = g4_fail(in->err, draft->err.code, "%s", draft->err.message);
  }
  if (draft->failed && !in->fault) {
    in->fault = draft->fault ? draft->fault : G40_INVALID;
  }
  in->failed += draft->failed;
  if (draft->diagnostics) {
    g4_diagnostics_append(in->diagnostics, draft->diagnostics);
  }
  return code;
}

static void drop(void *context, void *slot) {
  (void)context;
  g4_draft_free(slot);
}

static int threads_for(const ingester *in) {
  long online = in->order->threads;
  if (online <= 0) {
    online = sysconf(_SC_NPROCESSORS_ONLN);
    online = online > MOST_THREADS ? MOST_THREADS : online;
  }
  if ((size_t)online > in->jobs.items.count) {
    online = (long)in->jobs.items.count;
  }
  return online < 1 ? 1 : (int)online;
}

/* What is whole is kept, also when the call is cancelled; any other failure takes back what is not committed. */
static int run(ingester *in) {
  g4_ordered ordered = {.count = in->jobs.items.count,
                        .slot_size = sizeof(g4_draft),
                        .threads = threads_for(in),
                        .make = make,
                        .take = take,
                        .drop = drop,
                        .context = in};
  int code = g4_ordered_run(&ordered, in->err);
  if (code == G40_OK) {
    code = g4_diagnostics_check(in->diagnostics, in->err);
  }
  if (code == G40_OK || code == G40_CANCELLED) {
    int written = commit(in);
    code = written != G40_OK ? written : code;
  }
  g4_store_rollback(in->store);
  if (code == G40_OK) {
    report(in, in->jobs.items.count); /* too late to cancel */
    g4_error_clear(in->err);
  }
  return code;
}

/* Made first: once the last document is written nothing may fail. */
static g40_ingested *make_result(const ingester *in) {
  g40_ingested *result = in->diagnostics ? g4_arena_alloc(&in->diagnostics->owner->arena, sizeof *result) : NULL;
  if (!result) {
    g4_nomem(in->err);
  }
  return result;
}

static void fill_result(const ingester *in, g40_ingested *result) {
  *result = (g40_ingested){
      in->diagnostics->owner, in->added, in->replaced, in->unchanged, in->failed + (int64_t)in->jobs.failed,
      in->diagnostics,        in->fault};
}

g40_ingested *g4_ingest(g4_store *store, const g40_ingest *order, g40_error *err) {
  ingester in = {.store = store, .order = order, .err = err};
  if (pthread_mutex_init(&in.lock, NULL) != 0) {
    g4_nomem(err);
    return NULL;
  }
  if (pthread_mutex_init(&in.turn, NULL) != 0) {
    pthread_mutex_destroy(&in.lock);
    g4_nomem(err);
    return NULL;
  }
  in.diagnostics = g4_diagnostics_new(err);
  g40_ingested *result = make_result(&in);
  in.batch = g4_batch_new(store, err);
  if (result && in.batch && g4_kit_make(&in.kit, store, err) == G40_OK &&
      g4_jobs_make(&in.jobs, order, in.kit.lexicon, in.diagnostics, err) == G40_OK &&
      g4_store_number(store, "SELECT count(*) FROM document", 0, &in.known, err) == G40_OK && run(&in) == G40_OK) {
    fill_result(&in, result);
  } else {
    g40_diagnostics_free(in.diagnostics);
    result = NULL;
  }
  g4_batch_free(in.batch);
  g4_jobs_free(&in.jobs);
  g4_kit_free(&in.kit);
  pthread_mutex_destroy(&in.turn);
  pthread_mutex_destroy(&in.lock);
  return result;
}

int g4_ingest_remove(g4_store *store, const char *document, g40_error *err) {
  g4_arena arena = {0};
  g4_stored stored;
  int code = g4_store_begin(store, err);
  if (code == G40_OK) {
    code = g4_store_find_document(store, document, &arena, &stored, err);
  }
  if (code == G40_OK && !stored.pk) {
    code = g4_fail(err, G40_NOT_FOUND, "unknown document '%.100s'", document);
  }
  if (code == G40_OK) {
    code = g4_index_remove(store, stored.pk, err);
  }
  if (code == G40_OK) {
    code = g4_store_clear_document(store, stored.pk, false, err);
  }
  if (code == G40_OK) {
    code = g4_store_commit(store, err);
  }
  g4_store_rollback(store);
  g4_arena_free(&arena);
  return code;
}
