/* Taking papers in: reading, segments, names, positions, rows and the index, on all cores, against one transaction that
 * inserts the same passages and an FTS5 index over their stems; in turn in one run. The papers: the .txt files of
 * G40_BENCH_DIR, else of ../shared/corpus/bench. */
#include <g40.h>
#include <libstemmer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/vec.h"
#include "ingest/files.h"
#include "measure.h"
#include "store/sqlite.h"
#include "text/fold.h"
#include "text/words.h"

enum { ROUNDS = 3 };

/* The .txt files of a folder, in the arena. */
static void list_papers(const char *folder, g4_arena *arena, g4_names *papers) {
  g4_names names = {0};
  g40_error err;
  if (g4_list_folder(folder, arena, &names, &err) != G40_OK) {
    return;
  }
  for (size_t i = 0; i < names.count; i++) {
    size_t n = strlen(names.items[i]);
    if (n > 4 && strcmp(names.items[i] + n - 4, ".txt") == 0 &&
        !g4_vec_push(papers, g4_join_path(arena, folder, names.items[i]))) {
      bench_fail("ingest", "out of memory");
    }
  }
  g4_vec_free(&names);
}

static double ours(const g4_names *papers, const char *database) {
  g40_error err;
  remove(database);
  g40_ingest *ingest = g40_ingest_new(&err);
  for (size_t i = 0; i < papers->count; i++) {
    g40_ingest_add_path(ingest, papers->items[i], &err);
  }
  double start = bench_seconds(CLOCK_MONOTONIC);
  g40_db *db = g40_db_open_writable(database, true, &err);
  g40_ingested *done = db ? g40_db_ingest(db, ingest, &err) : NULL;
  if (!done) {
    bench_fail("ingest", err.message);
  }
  for (size_t i = 0; i < g40_diagnostics_count(g40_ingested_diagnostics(done)); i++) {
    fprintf(stderr, "ingest: %s\n", g40_diagnostic_message(g40_diagnostics_at(g40_ingested_diagnostics(done), i)));
  }
  g40_ingested_free(done);
  g40_db_free(db);
  double seconds = bench_seconds(CLOCK_MONOTONIC) - start;
  g40_ingest_free(ingest);
  return seconds;
}

typedef struct {
  int64_t document, ordinal;
  char *text;
} passage;

typedef G4_VEC(passage) passages;

static void read_passages(const char *database, passages *out) {
  sqlite3 *db = NULL;
  sqlite3_stmt *row = NULL;
  if (sqlite3_open_v2(database, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2(db, "SELECT document, ordinal, text FROM passage ORDER BY document, ordinal", -1, &row,
                         NULL) != SQLITE_OK) {
    bench_fail("ingest", "cannot read the passages");
  }
  while (sqlite3_step(row) == SQLITE_ROW) {
    passage one = {sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1),
                   strdup((const char *)sqlite3_column_text(row, 2))};
    if (!one.text || !g4_vec_push(out, one)) {
      bench_fail("ingest", "out of memory");
    }
  }
  sqlite3_finalize(row);
  sqlite3_close(db);
}

/* The stems of a text, a space between. */
static void add_stems(struct sb_stemmer *stemmer, const char *text, g4_buf *stems) {
  g4_buf folded = {0};
  g40_error err;
  g4_word word;
  g4_fold(text, strlen(text), &folded, &err);
  for (size_t at = 0; g4_word_next(g4_buf_text(&folded), folded.length, at, &word); at = word.end) {
    const sb_symbol *stem =
        sb_stemmer_stem(stemmer, (const sb_symbol *)folded.bytes + word.start, (int)(word.end - word.start));
    g4_buf_add(stems, stem, (size_t)sb_stemmer_length(stemmer));
    g4_buf_add_char(stems, ' ');
  }
  g4_buf_free(&folded);
}

static void run(sqlite3 *db, const char *sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
    bench_fail("ingest", sqlite3_errmsg(db));
  }
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
    bench_fail("ingest", sqlite3_errmsg(db));
  }
  return statement;
}

/* Seconds of the whole; *stemming: those of them that went into stems. */
static double peer(const passages *all, const char *database, double *stemming) {
  sqlite3 *db = NULL;
  remove(database);
  struct sb_stemmer *stemmer = sb_stemmer_new("dutch", NULL);
  double start = bench_seconds(CLOCK_MONOTONIC);
  *stemming = 0;
  if (!stemmer || sqlite3_open(database, &db) != SQLITE_OK) {
    bench_fail("ingest", "cannot make the peer's database");
  }
  run(db,
      "CREATE TABLE passage(pk INTEGER PRIMARY KEY, document INTEGER, ordinal INTEGER, text TEXT);"
      "CREATE VIRTUAL TABLE stems USING fts5(words, content='', tokenize='unicode61'); BEGIN");
  sqlite3_stmt *row = prepare(db, "INSERT INTO passage(document, ordinal, text) VALUES(?, ?, ?)");
  sqlite3_stmt *index = prepare(db, "INSERT INTO stems(rowid, words) VALUES(?, ?)");
  for (size_t i = 0; i < all->count; i++) {
    g4_buf stems = {0};
    double before = bench_seconds(CLOCK_MONOTONIC);
    add_stems(stemmer, all->items[i].text, &stems);
    *stemming += bench_seconds(CLOCK_MONOTONIC) - before;
    sqlite3_bind_int64(row, 1, all->items[i].document);
    sqlite3_bind_int64(row, 2, all->items[i].ordinal);
    sqlite3_bind_text(row, 3, all->items[i].text, -1, SQLITE_STATIC);
    sqlite3_bind_int64(index, 1, (sqlite3_int64)i + 1);
    sqlite3_bind_text(index, 2, g4_buf_text(&stems), (int)stems.length, SQLITE_STATIC);
    if (sqlite3_step(row) != SQLITE_DONE || sqlite3_step(index) != SQLITE_DONE) {
      bench_fail("ingest", sqlite3_errmsg(db));
    }
    sqlite3_reset(row);
    sqlite3_reset(index);
    g4_buf_free(&stems);
  }
  sqlite3_finalize(row);
  sqlite3_finalize(index);
  run(db, "COMMIT");
  sqlite3_close(db);
  sb_stemmer_delete(stemmer);
  return bench_seconds(CLOCK_MONOTONIC) - start;
}

static long peak_megabytes(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

int main(void) {
  const char *folder = getenv("G40_BENCH_DIR");
  char database[] = "/tmp/g40-bench-XXXXXX", other[sizeof database + 8];
  g4_arena arena = {0};
  g4_names papers = {0};
  passages all = {0};
  folder = folder ? folder : SOURCE_DIR "/../shared/corpus/bench";
  list_papers(folder, &arena, &papers);
  if (!papers.count) {
    printf("ingest: no papers in %s: set G40_BENCH_DIR to a folder of .txt files\n", folder);
    return 0;
  }
  int file = mkstemp(database);
  if (file < 0) {
    bench_fail("ingest", "cannot make a file in /tmp");
  }
  close(file);
  snprintf(other, sizeof other, "%s-peer", database);
  double best = 1e9, best_peer = 1e9, least_stemming = 0, cpu = 1e9, cpu_peer = 1e9;
  long peak = 0;
  for (int i = 0; i < ROUNDS; i++) {
    double before = bench_seconds(CLOCK_PROCESS_CPUTIME_ID), seconds = ours(&papers, database),
           used = bench_seconds(CLOCK_PROCESS_CPUTIME_ID) - before, stemming;
    cpu = used < cpu ? used : cpu;
    peak = peak ? peak : peak_megabytes();
    best = seconds < best ? seconds : best;
    if (!all.count) {
      read_passages(database, &all);
    }
    before = bench_seconds(CLOCK_PROCESS_CPUTIME_ID);
    seconds = peer(&all, other, &stemming);
    used = bench_seconds(CLOCK_PROCESS_CPUTIME_ID) - before;
    cpu_peer = used < cpu_peer ? used : cpu_peer;
    least_stemming = seconds < best_peer ? stemming : least_stemming;
    best_peer = seconds < best_peer ? seconds : best_peer;
  }
  printf(
      "ingest of %zu papers, %zu passages, best of %d: %.2fx of the passages per second of inserting them with an FTS5"
      " index over their stems in one transaction, %.2fx with the stems made before (peak memory %ld MB)\n",
      papers.count, all.count, ROUNDS, best_peer / best, (best_peer - least_stemming) / best, peak);
  printf(
      "(seconds in this run, for orientation: library %.2f, peer %.2f, of these stemming %.2f; of CPU: library %.2f on"
      " %ld processors, peer %.2f on one)\n",
      best, best_peer, least_stemming, cpu, sysconf(_SC_NPROCESSORS_ONLN), cpu_peer);
  remove(database);
  remove(other);
  for (size_t i = 0; i < all.count; i++) {
    free(all.items[i].text);
  }
  g4_vec_free(&all);
  g4_vec_free(&papers);
  g4_arena_free(&arena);
  return 0;
}
