/* Any bytes as a database file that is written: a paper taken in and out, names added, the index made anew. */
#include <string.h>

#include "fuzz/scratch.h"
#include "support/questions.h"

static void take_in(g40_db *db, const char *path) {
  g40_error err;
  g40_ingest *order = g40_ingest_new(&err);
  g40_ingest_add_path(order, path, &err);
  g40_ingest_set_threads(order, 1, &err);
  g40_ingested_free(g40_db_ingest(db, order, &err));
  g40_ingest_free(order);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char text[] = "Plan\n\nHet ministerie van EZ moet de Bouwwet verruimen. Er zijn te weinig huizen.\n";
  static const char names[] =
      "source: eigen\nsources: [{id: eigen, title: Eigen}]\n"
      "stakeholders: [{id: buurt, kind: other, name: de buurt, same_as: [wijk]}]\n";
  g40_error err;
  walk to;
  walk_start(&to);
  g40_db *db = g40_db_open_writable(scratch_file("store.g40", data, size), false, &err);
  if (db) {
    take_in(db, scratch_file("plan.txt", (const uint8_t *)text, strlen(text)));
    ask_some(db, &to, size, 3);
    g40_diagnostics_free(
        g40_db_registry_add(db, scratch_file("names.yaml", (const uint8_t *)names, strlen(names)), &err));
    g40_db_remove(db, size % 2 ? "plan" : "klein", &err);
    g40_db_reindex(db, &err);
    ask_some(db, &to, size + 3, 3);
  }
  g40_db_free(db);
  if (to.broken) {
    __builtin_trap();
  }
  return 0;
}
