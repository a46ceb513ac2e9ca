/* Documents that stand in the tables: finding one, and taking its rows away. */
#include "store/document.h"

#define STORED                                                                                                      \
  "SELECT d.pk, d.id, d.source_sha256, d.source_key, d.coding_sha256, d.origin, d.title, s.id, d.kind, d.language," \
  " d.date_issued, d.date_precision, d.url, d.licence, d.occasion_nl, d.occasion_en FROM document d LEFT JOIN"      \
  " stakeholder s ON s.pk = d.holder WHERE "

static int find(g4_store *store, const char *sql, const char *value, g4_arena *arena, g4_stored *stored,
                g40_error *err) {
  *stored = (g4_stored){0};
  sqlite3_stmt *row = g4_store_statement(store, sql, err);
  int code = row && value ? g4_store_bind(store, row, err, "s", value) : row ? G40_OK : err->code;
  if (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    const char **fields[] = {&stored->id,       &stored->source_sha256, &stored->source_key,     &stored->coding_sha256,
                             &stored->origin,   &stored->title,         &stored->holder,         &stored->kind,
                             &stored->language, &stored->date_issued,   &stored->date_precision, &stored->url,
                             &stored->licence,  &stored->occasion_nl,   &stored->occasion_en};
    int failed = 0;
    stored->pk = sqlite3_column_int64(row, 0);
    for (int i = 0; i < (int)(sizeof fields / sizeof *fields); i++) {
      *fields[i] = g4_store_text(row, i + 1, arena, &failed);
    }
    code = failed ? g4_store_failed(failed, err) : G40_OK;
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

int g4_store_find_document(g4_store *store, const char *id, g4_arena *arena, g4_stored *stored, g40_error *err) {
  return find(store, STORED "d.id IN (?1, 'document/' || ?1)", id, arena, stored, err);
}

int g4_store_find_source(g4_store *store, const char *key, g4_arena *arena, g4_stored *stored, g40_error *err) {
  return find(store, STORED "d.source_key = ?1 ORDER BY d.pk LIMIT 1", key, arena, stored, err);
}

int g4_store_first_document(g4_store *store, g4_arena *arena, g4_stored *stored, g40_error *err) {
  return find(store, STORED "d.pk = (SELECT min(pk) FROM document)", NULL, arena, stored, err);
}

int g4_store_clear_document(g4_store *store, int64_t pk, bool keep, g40_error *err) {
#define OF_POSITION "position IN (SELECT pk FROM position WHERE document = ?)"
  static const char *const deletes[] = {
      "DELETE FROM position_range WHERE " OF_POSITION,
      "DELETE FROM position_passage WHERE " OF_POSITION,
      "DELETE FROM position_reason WHERE " OF_POSITION,
      "DELETE FROM position_role WHERE " OF_POSITION,
      "DELETE FROM position_responsible WHERE " OF_POSITION,
      "DELETE FROM position_instrument WHERE " OF_POSITION,
      "DELETE FROM position_place WHERE " OF_POSITION,
      "DELETE FROM figure WHERE document = ?",
      "DELETE FROM citation WHERE document = ?",
      "DELETE FROM position WHERE document = ?",
      "DELETE FROM passage_range WHERE passage IN (SELECT pk FROM passage WHERE document = ?)",
      "DELETE FROM passage WHERE document = ?",
      "DELETE FROM contact WHERE document = ?",
      "DELETE FROM section WHERE document = ?",
      "DELETE FROM unplaced WHERE document = ?",
      "DELETE FROM verdict WHERE document = ?",
      "DELETE FROM page WHERE document = ?",
      "DELETE FROM document_text WHERE document = ?",
      "DELETE FROM document WHERE pk = ?"};
#undef OF_POSITION
  int code = G40_OK;
  size_t count = sizeof deletes / sizeof *deletes - (keep ? 1 : 0);
  for (size_t i = 0; i < count && code == G40_OK; i++) {
    code = g4_store_run(store, deletes[i], err, "i", pk);
  }
  return code;
}
