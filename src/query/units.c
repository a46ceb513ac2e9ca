#include "query/units.h"

#include <stdlib.h>
#include <string.h>

static int damaged(g40_error *err) {
  return g4_fail(err, G40_CORRUPT, "the database's text index does not fit its passages: g40 reindex makes it anew");
}

/* The bytes of all ranges, joined by a line feed; of a passage with contact data its masked reading form. */
static const char unit_sql[] =
    "SELECT d.id, h.heading, s.text, s.masked, s.byte_start, s.byte_end, s.char_start, s.char_end,"
    " CASE WHEN s.masked IS NULL OR ?3 THEN coalesce((SELECT group_concat(CAST(substr(t.text, r.byte_start + 1,"
    " r.byte_end - r.byte_start) AS TEXT), char(10)) FROM (SELECT * FROM passage_range WHERE passage = s.pk ORDER BY"
    " ordinal) r), CAST(substr(t.text, s.byte_start + 1, s.byte_end - s.byte_start) AS TEXT)) ELSE s.masked END"
    " FROM passage s JOIN document d ON d.pk = s.document JOIN document_text t ON t.document = d.pk"
    " LEFT JOIN section h ON h.pk = s.section WHERE s.document = ?1 AND s.ordinal = ?2";

int g4_unit_load(g4_loader *loader, const g4_index *index, uint32_t slot, g4_unit *unit) {
  g4_store *store = loader->session->store;
  const g4_indexed *in = g4_index_document(index, slot);
  sqlite3_stmt *row = in ? g4_store_statement(store, unit_sql, loader->err) : NULL;
  if (!row) {
    return in ? loader->err->code : damaged(loader->err);
  }
  int code = g4_store_bind(store, row, loader->err, "iii", in->document, (int64_t)(slot - in->first) + 1,
                           (int64_t)loader->with_contacts);
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
    unit->quote = g4_loader_text(loader, 8);
  }
  g4_store_done(row);
  return code == 1 ? G40_OK : code < 0 ? code : damaged(loader->err);
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
