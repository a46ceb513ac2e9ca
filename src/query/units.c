#include "query/units.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int damaged(g40_error *err) {
  return g4_fail(err, G40_CORRUPT, "the database's text index does not fit its passages: g40 reindex makes it anew");
}

/* Where a document's text is read piecemeal, SQLITE_ERROR says that the row or the bytes are not there. */
static int blob_fail(g4_store *store, int result, g40_error *err) {
  return result == SQLITE_ERROR ? damaged(err) : g4_store_fail(store, result, err);
}

static const char unit_sql[] =
    "SELECT d.id, h.heading, s.text, s.masked, s.byte_start, s.byte_end, s.char_start, s.char_end,"
    " s.pk, d.sha256 FROM passage s JOIN document d ON d.pk = s.document"
    " LEFT JOIN section h ON h.pk = s.section WHERE s.document = ?1 AND s.ordinal = ?2";

/* Adds bytes of a document's text; only the pages that hold them are read. */
static int add_bytes(sqlite3_blob *text, int64_t start, int64_t end, g4_buf *quote) {
  char chunk[4096];
  if (start < 0 || end < start || end > INT32_MAX) {
    return SQLITE_ERROR;
  }
  for (int64_t at = start; at < end; at += (int64_t)sizeof chunk) {
    int n = (int)(end - at < (int64_t)sizeof chunk ? end - at : (int64_t)sizeof chunk);
    int result = sqlite3_blob_read(text, chunk, n, (int)at);
    if (result != SQLITE_OK) {
      return result;
    }
    g4_buf_add(quote, chunk, (size_t)n);
  }
  return SQLITE_OK;
}

/* Of several ranges: joined by a line feed. */
static int read_ranges(g4_store *store, sqlite3_blob *text, int64_t passage, const g4_evidence *unit, g4_buf *quote,
                       g40_error *err) {
  static const char sql[] = "SELECT byte_start, byte_end FROM passage_range WHERE passage = ? ORDER BY ordinal";
  sqlite3_stmt *row = g4_store_statement(store, sql, err);
  int code = row ? g4_store_bind(store, row, err, "i", passage) : err->code, result = SQLITE_OK;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    g4_buf_add_text(quote, quote->length ? "\n" : "");
    result = add_bytes(text, sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1), quote);
    code = result == SQLITE_OK ? G40_OK : blob_fail(store, result, err);
  }
  if (row) {
    g4_store_done(row);
  }
  if (code == G40_OK && !quote->length) {
    result = add_bytes(text, unit->start, unit->end, quote);
    code = result == SQLITE_OK ? G40_OK : blob_fail(store, result, err);
  }
  return code;
}

/* To open once and then move from text to text is several times faster. */
static int open_text(g4_loader *loader, int64_t document) {
  if (loader->texts) {
    return sqlite3_blob_reopen(loader->texts, document);
  }
  sqlite3 *sqlite = g4_store_sqlite(loader->session->store);
  return sqlite3_blob_open(sqlite, "main", "document_text", "text", document, 0, &loader->texts);
}

static int read_quote(g4_loader *loader, int64_t document, int64_t passage, g4_evidence *unit) {
  g4_store *store = loader->session->store;
  g4_buf quote = {0};
  int result = open_text(loader, document);
  int code = result == SQLITE_OK ? read_ranges(store, loader->texts, passage, unit, &quote, loader->err)
                                 : blob_fail(store, result, loader->err);
  if (code == G40_OK) {
    unit->quote = quote.failed ? NULL : g4_arena_strndup(&loader->owner->arena, g4_buf_text(&quote), quote.length);
    code = unit->quote ? G40_OK : g4_nomem(loader->err);
  }
  g4_buf_free(&quote);
  return code;
}

int g4_unit_load(g4_loader *loader, const g4_index *index, uint32_t slot, g4_evidence *unit) {
  g4_store *store = loader->session->store;
  const g4_indexed *in = g4_index_document(index, slot);
  sqlite3_stmt *row = in ? g4_store_statement(store, unit_sql, loader->err) : NULL;
  if (!row) {
    return in ? loader->err->code : damaged(loader->err);
  }
  int64_t passage = 0;
  int code = g4_store_bind(store, row, loader->err, "ii", in->document, (int64_t)(slot - in->first) + 1);
  code = code == G40_OK ? g4_store_step(store, row, loader->err) : code;
  if (code == 1) {
    bool masked = !loader->with_contacts && sqlite3_column_type(row, 3) != SQLITE_NULL;
    loader->row = row;
    unit->document = g4_slug(g4_loader_text(loader, 0));
    unit->section = g4_loader_text(loader, 1);
    unit->text = g4_loader_text(loader, masked ? 3 : 2);
    unit->start = g4_loader_number(loader, 4);
    unit->end = g4_loader_number(loader, 5);
    unit->char_start = g4_loader_number(loader, 6);
    unit->char_end = g4_loader_number(loader, 7);
    passage = g4_loader_number(loader, 8);
    unit->sha256 = g4_loader_shared(loader, 9, &loader->sha256);
    unit->quote = masked ? unit->text : NULL;
  }
  g4_store_done(row);
  if (code == 1 && !unit->quote) {
    return read_quote(loader, in->document, passage, unit);
  }
  return code == 1 ? G40_OK : code < 0 ? code : damaged(loader->err);
}

/* --- pages */

const char *g4_unit_key(g4_loader *loader, const g4_evidence *unit) {
  char number[32];
  size_t n = strlen(unit->document), digits = (size_t)snprintf(number, sizeof number, "@%lld", (long long)unit->start);
  char *key = g4_arena_alloc(&loader->owner->arena, n + digits + 1);
  if (key) {
    memcpy(key, unit->document, n);
    memcpy(key + n, number, digits + 1);
  }
  loader->failed |= key ? 0 : G4_TEXT_NOMEM;
  return key;
}

int g4_unit_not_found(const char *key, g40_error *err) {
  return g4_fail(err, G40_NOT_FOUND, "no row '%.100s' in this answer to go on after", key);
}

int g4_unit_find(g4_session *session, const g4_index *index, const char *key, uint32_t *slot, g40_error *err) {
  static const char sql[] =
      "SELECT x.first + s.ordinal - 1 FROM document d JOIN index_document x ON x.document = d.pk JOIN passage s ON"
      " s.document = d.pk WHERE d.id = 'document/' || ? AND 'document/' || ? = d.id || '@' || s.byte_start"
      " AND s.kind IN ('heading', 'sentence') ORDER BY s.ordinal LIMIT 1";
  const char *at = strrchr(key, '@');
  sqlite3_stmt *row = at ? g4_store_statement(session->store, sql, err) : NULL;
  if (!row) {
    return at ? err->code : g4_unit_not_found(key, err);
  }
  int result = sqlite3_bind_text(row, 1, key, (int)(at - key), SQLITE_STATIC);
  result = result == SQLITE_OK ? sqlite3_bind_text(row, 2, key, -1, SQLITE_STATIC) : result;
  int code = result == SQLITE_OK ? g4_store_step(session->store, row, err) : g4_store_fail(session->store, result, err);
  int64_t number = code == 1 ? sqlite3_column_int64(row, 0) : -1;
  g4_store_done(row);
  *slot = (uint32_t)number;
  return code < 0 ? code : number >= 0 && number < index->slots ? G40_OK : g4_unit_not_found(key, err);
}

/* --- filters */

static void allow(const g4_index *index, uint8_t *allowed, int64_t slot) {
  if (slot >= 0 && slot < index->slots) {
    allowed[slot] = 1;
  }
}

static void allow_document(const g4_index *index, uint8_t *allowed, int64_t document) {
  for (size_t i = 0; i < index->documents.count; i++) {
    const g4_indexed *one = &index->documents.items[i];
    if (one->document == document) {
      memset(allowed + one->first, 1, one->count);
    }
  }
}

/* Of a document alone all passages pass. */
static bool only_documents(const g40_query *query) {
  for (int i = 0; i < G4_FILTERS; i++) {
    if (i != G4_FILTER_DOCUMENT && query->values[i].count) {
      return false;
    }
  }
  return query->values[G4_FILTER_DOCUMENT].count > 0;
}

static int find_documents(g4_session *session, const g4_index *index, const g40_query *query, uint8_t *allowed,
                          g40_error *err) {
  static const char sql[] = "SELECT pk FROM document WHERE id IN (?1, 'document/' || ?1)";
  const g4_strings *names = &query->values[G4_FILTER_DOCUMENT];
  int code = G40_OK;
  for (size_t i = 0; i < names->count && code == G40_OK; i++) {
    sqlite3_stmt *row = g4_store_statement(session->store, sql, err);
    code = row ? g4_store_bind(session->store, row, err, "s", names->items[i]) : err->code;
    code = code == G40_OK ? g4_store_step(session->store, row, err) : code;
    if (code == 1) {
      allow_document(index, allowed, sqlite3_column_int64(row, 0));
    }
    if (row) {
      g4_store_done(row);
    }
    code = code == 0 ? g4_fail(err, G40_NOT_FOUND, "unknown document '%.100s'", names->items[i]) : code;
    code = code == 1 ? G40_OK : code;
  }
  return code;
}

static int find_positions(g4_session *session, const g4_index *index, const g4_filter *filter, uint8_t *allowed,
                          g40_error *err) {
  g4_buf sql = {0};
  g4_buf_add_text(&sql, "SELECT x.passage FROM index_position x JOIN position p ON p.pk = x.position WHERE 1");
  g4_buf_add_text(&sql, g4_buf_text(&filter->condition));
  sqlite3_stmt *row = sql.failed ? NULL : g4_store_prepare(session->store, g4_buf_text(&sql), err);
  int code = sql.failed ? g4_nomem(err) : row ? g4_filter_bind(session, filter, row, 1, err) : err->code;
  while (code == G40_OK && (code = g4_store_step(session->store, row, err)) == 1) {
    allow(index, allowed, sqlite3_column_int64(row, 0));
    code = G40_OK;
  }
  sqlite3_finalize(row);
  g4_buf_free(&sql);
  return code;
}

int g4_units_allowed(g4_session *session, const g4_index *index, const g40_query *query, uint8_t **allowed,
                     g40_error *err) {
  g4_filter filter;
  *allowed = NULL;
  int code = g4_filter_build(session, query, &filter, err);
  if (code != G40_OK) {
    return code;
  }
  if (filter.any) {
    *allowed = calloc((size_t)index->slots + 1, 1);
    code = !*allowed               ? g4_nomem(err)
           : only_documents(query) ? find_documents(session, index, query, *allowed, err)
                                   : find_positions(session, index, &filter, *allowed, err);
  }
  g4_filter_free(&filter);
  if (code != G40_OK) {
    free(*allowed);
    *allowed = NULL;
  }
  return code;
}
