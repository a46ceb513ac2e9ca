#include "fault/world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault/sqlite_faults.h"
#include "store/sqlite.h"

enum { PIECE = 1 << 16 };

/* libyaml 0.2.5 itself loses what it has of a list or a mapping when memory runs out in the middle of it. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);

__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void) {
  return "leak:yaml_parser_load\n";
}

/* Tests hash and copy files tens of thousands of times: in large pieces, eight bytes at once. */
uint64_t world_hash(const char *path) {
  static uint64_t bytes[PIECE / sizeof(uint64_t)];
  FILE *file = fopen(path, "rb");
  if (!file) {
    return 0;
  }
  setvbuf(file, NULL, _IONBF, 0);
  walk all;
  walk_start(&all);
  for (size_t n = fread(bytes, 1, sizeof bytes, file); n > 0; n = fread(bytes, 1, sizeof bytes, file)) {
    memset((char *)bytes + n, 0, sizeof bytes - n);
    for (size_t i = 0; i < (n + sizeof *bytes - 1) / sizeof *bytes; i++) {
      all.hash = (all.hash ^ bytes[i]) * 1099511628211u;
      all.hash ^= all.hash >> 32;
    }
  }
  fclose(file);
  return all.hash;
}

bool world_copy(const char *from, const char *to) {
  static char bytes[PIECE];
  FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
  bool done = in && out;
  for (size_t n = done ? fread(bytes, 1, sizeof bytes, in) : 0; n > 0 && done; n = fread(bytes, 1, sizeof bytes, in)) {
    done = fwrite(bytes, 1, n, out) == n;
  }
  done = (!in || fclose(in) == 0) && done;
  return (!out || fclose(out) == 0) && done;
}

bool world_write(const char *path, const char *text) {
  FILE *file = fopen(path, "wb");
  bool done = file && fputs(text, file) != EOF;
  return (!file || fclose(file) == 0) && done;
}

static bool hash_rows(sqlite3 *db, const char *sql, walk *to) {
  sqlite3_stmt *row = NULL;
  int result = sqlite3_prepare_v2(db, sql, -1, &row, NULL);
  while (result == SQLITE_OK && (result = sqlite3_step(row)) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(row); i++) {
      const unsigned char *bytes = sqlite3_column_blob(row, i);
      walk_number(to, sqlite3_column_type(row, i));
      for (int k = 0; k < sqlite3_column_bytes(row, i); k++) {
        to->hash = (to->hash ^ bytes[k]) * 1099511628211u;
      }
    }
    result = SQLITE_OK;
  }
  sqlite3_finalize(row);
  return result == SQLITE_DONE;
}

static bool one_row(sqlite3 *db, const char *sql, const char *expected) {
  sqlite3_stmt *row = NULL;
  bool good = sqlite3_prepare_v2(db, sql, -1, &row, NULL) == SQLITE_OK;
  int result = good ? sqlite3_step(row) : SQLITE_ERROR;
  const char *text = result == SQLITE_ROW ? (const char *)sqlite3_column_text(row, 0) : NULL;
  good = expected ? text && strcmp(text, expected) == 0 : result == SQLITE_DONE;
  sqlite3_finalize(row);
  return good;
}

static bool hash_tables(sqlite3 *db, walk *to) {
  sqlite3_stmt *row = NULL;
  bool good = one_row(db, "PRAGMA integrity_check", "ok") && one_row(db, "PRAGMA foreign_key_check", NULL) &&
              hash_rows(db, "SELECT * FROM sqlite_schema ORDER BY name", to) &&
              sqlite3_prepare_v2(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1, &row,
                                 NULL) == SQLITE_OK;
  while (good && sqlite3_step(row) == SQLITE_ROW) {
    char sql[128];
    snprintf(sql, sizeof sql, "SELECT * FROM \"%s\" ORDER BY 1, 2", (const char *)sqlite3_column_text(row, 0));
    good = hash_rows(db, sql, to);
  }
  sqlite3_finalize(row);
  return good;
}

uint64_t world_dump(const char *path, const char *scratch) {
  char journal[WORLD_PATH + 16], copy[WORLD_PATH + 16];
  sqlite3 *db = NULL;
  walk to;
  walk_start(&to);
  snprintf(journal, sizeof journal, "%s-journal", path);
  snprintf(copy, sizeof copy, "%s-journal", scratch);
  bool good = world_copy(path, scratch) && (access(journal, F_OK) != 0 || world_copy(journal, copy)) &&
              sqlite3_open(scratch, &db) == SQLITE_OK && hash_tables(db, &to);
  sqlite3_close(db);
  remove(scratch);
  remove(copy);
  return good ? to.hash : 0;
}

int world_setup(void **state) {
  static world made;
  struct stat status;
  bool memory = stat("/dev/shm", &status) == 0 && access("/dev/shm", W_OK) == 0;
  if (sqlite_faults_install() != 0) {
    return -1;
  }
  made = (world){.question = NULL};
  snprintf(made.folder, sizeof made.folder, "%s/g40-faults-XXXXXX", memory ? "/dev/shm" : "/tmp");
  if (!mkdtemp(made.folder)) {
    return -1;
  }
  snprintf(made.database, sizeof made.database, "%s/small.g40", made.folder);
  g40_error err;
  g40_diagnostics *faults = g40_compile(DATA_DIR "/small", made.database, &err);
  int failed = !faults || g40_diagnostics_errors(faults) ? -1 : 0;
  g40_diagnostics_free(faults);
  made.content = world_hash(made.database);
  *state = &made;
  return failed;
}

int world_teardown(void **state) {
  world *made = *state;
  remove(made->database);
  return rmdir(made->folder); /* fails where something was left behind */
}

bool world_open(void *context) {
  world *in = context;
  g40_error err;
  in->db = g40_db_open(in->embedded ? NULL : in->database, &err);
  return in->db != NULL;
}

bool world_close(void *context, int code) {
  world *in = context;
  (void)code;
  g40_db_free(in->db);
  in->db = NULL;
  return world_hash(in->database) == in->content;
}
