#include "query_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "ingest/compile.h"
#include "model/rows.h"

static void open_session(query_world *world) {
  g40_error err = {0};
  g4_store *store = g4_store_open(world->path, 1000, &err);
  world->session = store ? g4_session_new(store, &err) : NULL;
  if (!world->session) {
    fail_msg("%s", err.message);
  }
}

int query_world_set_up(void **state) {
  query_world *world = calloc(1, sizeof *world);
  g40_error err = {0};
  snprintf(world->folder, sizeof world->folder, "/tmp/g40-unit-XXXXXX");
  assert_non_null(mkdtemp(world->folder));
  snprintf(world->path, sizeof world->path, "%s/a.g40", world->folder);
  g40_diagnostics *faults = g40_compile(DATA_DIR "/small", world->path, &err);
  assert_non_null(faults);
  g40_diagnostics_free(faults);
  open_session(world);
  world->query = g40_query_new(&err);
  assert_non_null(world->query);
  *state = world;
  return 0;
}

int query_world_tear_down(void **state) {
  query_world *world = *state;
  g4_session_free(world->session);
  g40_query_free(world->query);
  remove(world->path);
  int left = rmdir(world->folder);
  free(world);
  return left;
}

void query_world_change(query_world *world, const char *sql) {
  sqlite3 *db = NULL;
  char *message = NULL;
  g4_session_free(world->session);
  world->session = NULL;
  assert_int_equal(sqlite3_open(world->path, &db), SQLITE_OK);
  if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) {
    fail_msg("%s: %s", sql, message);
  }
  sqlite3_close(db);
  open_session(world);
}
