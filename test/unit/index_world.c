#include "index_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "text/words.h"

static const char *const vocabulary[] = {"gemeente",     "gemeenten",
                                         "netcongestie", "congestie",
                                         "net",          "arbeidsmarkt",
                                         "regio",        "arbeidsmarktregio's",
                                         "mkb'ers",      "mkb",
                                         "woningbouw",   "woning",
                                         "bouw",         "I&W",
                                         "D66",          "100.000",
                                         "15%",          "'s-Hertogenbosch",
                                         "steden",       "binnenstad",
                                         "binnensteden", "zorg",
                                         "jeugdzorg",    "de",
                                         "het",          "van",
                                         "en",           "moet",
                                         "ruimte",       "economie",
                                         "circulaire",   "bedrijventerreinen",
                                         "bedrijf",      "terrein",
                                         "Europese",     "co\xC3\xB6rdinatie",
                                         "caf\xC3\xA9",  "mkb-ondernemers",
                                         "ondernemers",  "markt"};

static void run(sqlite3 *db, const char *sql) {
  char *message = NULL;
  if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) {
    fail_msg("%s", message);
  }
}

void index_world_open(index_world *world) {
  g40_error err = {0};
  world->store = g4_store_create(&err);
  world->seed = 7;
  assert_non_null(world->store);
  assert_int_equal(g4_store_script(world->store, "COMMIT", &err), G40_OK);
  assert_int_equal(sqlite3_open(":memory:", &world->fts), SQLITE_OK);
  run(world->fts, "CREATE VIRTUAL TABLE passage USING fts5(parts, wholes, tokenize = \"unicode61 tokenchars '&'\")");
}

void index_world_close(index_world *world) {
  g4_store_close(world->store);
  sqlite3_close(world->fts);
}

uint32_t index_world_random(index_world *world, uint32_t below) {
  world->seed = world->seed * 1664525u + 1013904223u;
  return (world->seed >> 8) % below;
}

const char *index_world_word(index_world *world) {
  return vocabulary[index_world_random(world, sizeof vocabulary / sizeof *vocabulary)];
}

static void add_term(g4_buf *to, const g4_index *index, uint32_t term) {
  size_t n;
  const char *text = g4_analyser_term(index->analyser, term, &n);
  g4_buf_add(to, text, n);
  g4_buf_add_char(to, ' ');
}

static void add_to_fts(index_world *world, int64_t rowid, const char *text) {
  g40_error err = {0};
  g4_index *index = g4_index_of(world->store, &err);
  g4_buf parts = {0}, wholes = {0};
  g4_word word;
  assert_non_null(index);
  for (size_t at = 0; g4_word_next(text, strlen(text), at, &word); at = word.end) {
    const g4_word_terms *terms = g4_analyse(index->analyser, text + word.start, word.end - word.start, &err);
    assert_non_null(terms);
    for (uint32_t i = 0; i < terms->count; i++) {
      add_term(&parts, index, terms->parts[i]);
    }
    if (terms->count > 1) {
      add_term(&wholes, index, terms->whole);
    }
  }
  sqlite3_stmt *row = NULL;
  assert_int_equal(
      sqlite3_prepare_v2(world->fts, "INSERT INTO passage(rowid, parts, wholes) VALUES(?, ?, ?)", -1, &row, NULL),
      SQLITE_OK);
  sqlite3_bind_int64(row, 1, rowid);
  sqlite3_bind_text(row, 2, g4_buf_text(&parts), -1, SQLITE_STATIC);
  sqlite3_bind_text(row, 3, g4_buf_text(&wholes), -1, SQLITE_STATIC);
  assert_int_equal(sqlite3_step(row), SQLITE_DONE);
  sqlite3_finalize(row);
  g4_buf_free(&parts);
  g4_buf_free(&wholes);
}

static void write_passage(index_world *world, int number, int ordinal) {
  g40_error err = {0};
  g4_buf text = {0};
  uint32_t length = 1 + index_world_random(world, 12);
  bool noise = index_world_random(world, 10) == 0;
  for (uint32_t i = 0; i < length; i++) {
    g4_buf_add_text(&text, i ? " " : "");
    g4_buf_add_text(&text, index_world_word(world));
  }
  g4_buf_add_text(&text, ".");
  assert_int_equal(
      g4_store_run(world->store,
                   "INSERT INTO passage(document, ordinal, kind, list_item, text, byte_start, byte_end, char_start,"
                   " char_end) VALUES(?, ?, ?, 0, ?, 0, 0, 0, 0)",
                   &err, "iiss", (int64_t)number, (int64_t)ordinal,
                   noise                               ? "noise"
                   : index_world_random(world, 8) == 0 ? "heading"
                                                       : "sentence",
                   g4_buf_text(&text)),
      G40_OK);
  if (!noise) {
    add_to_fts(world, (int64_t)number * 1000 + ordinal, g4_buf_text(&text));
  }
  g4_buf_free(&text);
}

static void write_document(index_world *world, int number, int passages, char id[32]) {
  g40_error err = {0};
  snprintf(id, 32, "document/%d", number);
  assert_int_equal(g4_store_run(world->store,
                                "INSERT INTO document(pk, id, sha256, source_sha256, bytes, characters, origin)"
                                " VALUES(?, ?, '', '', 0, 0, 'user')",
                                &err, "is", (int64_t)number, id),
                   G40_OK);
  for (int i = 1; i <= passages; i++) {
    write_passage(world, number, i);
  }
}

void index_world_add(index_world *world, int number, int passages) {
  g40_error err = {0};
  char id[32];
  assert_int_equal(g4_store_begin(world->store, &err), G40_OK);
  write_document(world, number, passages, id);
  if (g4_index_add(world->store, id, &err) != G40_OK) {
    fail_msg("%s", err.message);
  }
  assert_int_equal(g4_store_commit(world->store, &err), G40_OK);
}

void index_world_add_batch(index_world *world, int first, int count, int passages) {
  g40_error err = {0};
  char id[32];
  g4_batch *batch = g4_batch_new(world->store, &err);
  assert_non_null(batch);
  assert_int_equal(g4_store_begin(world->store, &err), G40_OK);
  for (int i = first; i < first + count; i++) {
    write_document(world, i, passages, id);
    assert_int_equal(g4_batch_add(batch, id, NULL, &err), G40_OK);
  }
  assert_int_equal(g4_batch_write(batch, &err), G40_OK);
  assert_false(g4_batch_holds(batch));
  assert_int_equal(g4_store_commit(world->store, &err), G40_OK);
  g4_batch_free(batch);
}

void index_world_remove(index_world *world, int number) {
  g40_error err = {0};
  char sql[128];
  assert_int_equal(g4_store_begin(world->store, &err), G40_OK);
  assert_int_equal(g4_index_remove(world->store, number, &err), G40_OK);
  assert_int_equal(g4_store_clear_document(world->store, number, false, &err), G40_OK);
  assert_int_equal(g4_store_commit(world->store, &err), G40_OK);
  snprintf(sql, sizeof sql, "DELETE FROM passage WHERE rowid / 1000 = %d", number);
  run(world->fts, sql);
}

void index_world_compare(index_world *world, const g4_list *list, const char *fts_query) {
  g40_error err = {0};
  const g4_index *index = g4_index_load(world->store, &err);
  int64_t sum[2] = {0, 0}, count = 0;
  sqlite3_stmt *row = NULL;
  assert_non_null(index);
  assert_int_equal(sqlite3_prepare_v2(world->fts, "SELECT rowid FROM passage WHERE passage MATCH ?", -1, &row, NULL),
                   SQLITE_OK);
  sqlite3_bind_text(row, 1, fts_query, -1, SQLITE_STATIC);
  int result;
  while ((result = sqlite3_step(row)) == SQLITE_ROW) {
    int64_t id = sqlite3_column_int64(row, 0);
    sum[0] += id * id;
    count++;
  }
  if (result != SQLITE_DONE) {
    fail_msg("%s: %s", fts_query, sqlite3_errmsg(world->fts));
  }
  sqlite3_finalize(row);
  for (size_t i = 0; i < list->count; i++) {
    const g4_indexed *document = g4_index_document(index, list->items[i].slot);
    assert_non_null(document);
    int64_t id = document->document * 1000 + (list->items[i].slot - document->first) + 1;
    sum[1] += id * id;
  }
  if ((int64_t)list->count != count || sum[0] != sum[1]) {
    fail_msg("%s: FTS5 finds %lld passages, the index %zu", fts_query, (long long)count, list->count);
  }
}
