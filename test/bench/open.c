/* Opening the embedded corpus and answering a first query, against a bare sqlite3_deserialize() and a SELECT of the
 * same row from the same bytes, in turn in one run. Also what an open corpus takes in memory beyond the bytes. */
#include <g40.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "api/blob.h"
#include "measure.h"
#include "store/sqlite.h"

enum { ROUNDS = 2001 };

static const char *const id = "position/g40-economie-en-werk-2025/herziening-participatiewet";

/* The peer: the row of the documented view, which holds what a position says of itself. */
static size_t bare(const char *sql) {
  sqlite3 *db = NULL;
  sqlite3_stmt *row = NULL;
  unsigned char *bytes = (unsigned char *)(size_t)g4_corpus_blob;
  sqlite3_int64 size = g4_corpus_blob_end - g4_corpus_blob;
  if (sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
      sqlite3_deserialize(db, "main", bytes, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK ||
      sqlite3_prepare_v2(db, sql, -1, &row, NULL) != SQLITE_OK ||
      sqlite3_bind_text(row, 1, id, -1, SQLITE_STATIC) != SQLITE_OK || sqlite3_step(row) != SQLITE_ROW) {
    bench_fail("open", sqlite3_errmsg(db));
  }
  size_t length = 0;
  for (int i = 0; i < sqlite3_column_count(row); i++) {
    length += (size_t)sqlite3_column_bytes(row, i);
  }
  sqlite3_finalize(row);
  sqlite3_close(db);
  return length;
}

static size_t ours(void) {
  g40_error err;
  g40_db *db = g40_db_open(NULL, &err);
  g40_query *query = g40_query_new(&err);
  if (!db || !query || g40_query_add_id(query, id, &err) != G40_OK) {
    bench_fail("open", err.message);
  }
  g40_positions *positions = g40_db_positions(db, query, &err);
  if (g40_positions_count(positions) != 1) {
    bench_fail("open", "the row is not there");
  }
  size_t length = strlen(g40_position_text(g40_positions_at(positions, 0)));
  g40_positions_free(positions);
  g40_query_free(query);
  g40_db_free(db);
  return length;
}

static size_t heap(void) { return mallinfo2().uordblks + mallinfo2().hblkhd; }

static void measure_memory(void) {
  g40_error err;
  size_t before = heap();
  g40_db *db = g40_db_open(NULL, &err);
  g40_positions *positions = g40_db_positions(db, NULL, &err);
  g40_resolution *resolution = g40_db_resolve(db, "EZ", "2025-09-01", NULL, &err);
  if (!db || !positions || !resolution) {
    bench_fail("open", err.message);
  }
  size_t with_rows = heap() - before;
  g40_positions_free(positions);
  g40_resolution_free(resolution);
  size_t resolved = heap() - before;
  g40_query *query = g40_query_new(&err);
  if (!query || g40_query_add_theme(query, "Economie", &err) != G40_OK) {
    bench_fail("open", err.message);
  }
  g40_positions_free(g40_db_positions(db, query, &err));
  g40_query_free(query);
  printf(
      "heap of an open corpus after a listing and a resolve: %.2f MiB, with the rows of all positions %.2f MiB, with "
      "all"
      " names read %.2f MiB (bar: under 2 MiB; blob %.2f MiB)\n",
      (double)resolved / 1048576, (double)with_rows / 1048576, (double)(heap() - before) / 1048576,
      (double)(g4_corpus_blob_end - g4_corpus_blob) / 1048576);
  g40_db_free(db);
}

int main(void) {
  static double view[ROUNDS], table[ROUNDS], library[ROUNDS];
  size_t sum = 0;
  for (int i = 0; i < ROUNDS; i++) {
    double start = bench_seconds(CLOCK_MONOTONIC) * 1e6;
    sum += bare("SELECT * FROM positions WHERE id = ?");
    double after_view = bench_seconds(CLOCK_MONOTONIC) * 1e6;
    sum += bare("SELECT * FROM position WHERE id = ?");
    double after_table = bench_seconds(CLOCK_MONOTONIC) * 1e6;
    sum += ours();
    view[i] = after_view - start;
    table[i] = after_table - after_view;
    library[i] = bench_seconds(CLOCK_MONOTONIC) * 1e6 - after_table;
  }
  double v = bench_median(view, ROUNDS), t = bench_median(table, ROUNDS), l = bench_median(library, ROUNDS);
  printf(
      "open and first position, median of %d: %.2fx of sqlite3_deserialize + SELECT of the row of the view positions,"
      " %.2fx of SELECT from the bare table (%zu bytes read)\n",
      ROUNDS, l / v, l / t, sum);
  printf("(microseconds in this run, for orientation: library %.0f, view %.0f, table %.0f)\n", l, v, t);
  measure_memory();
  return 0;
}
