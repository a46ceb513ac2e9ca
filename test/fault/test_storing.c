/* Taking in, replacing, removing, and the registry of a file, with each allocation and each file call failing in turn:
 * the file then dumps as before, and a second run on the same handle does the whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "fault/harness.h"
#include "fault/world.h"

static const char paper[] =
    "Plan voor de buurt\n\nDe stad vraagt het ministerie van EZ om een warmtenet te betalen. Er zijn te weinig huizen."
    "\n\nMail jan@example.invalid voor meer.\n";
static const char changed[] =
    "Plan voor de buurt\n\nEr zijn te weinig huizen en te weinig winkels. Het Rijk moet de Bouwwet verruimen.\n";
static const char coding[] =
    "document: nota\nmeta: {title: Plan, holder: netwerk, kind: letter, language: nl, text: nota.txt,"
    " date_issued: 2025-03-01, date_precision: day}\n"
    "positions:\n"
    "  - {id: warmte, kind: ask, action: fund, reviewed: true, theme: wonen,\n"
    "     quotes: [\"De stad vraagt het ministerie van EZ om een warmtenet te betalen.\"],\n"
    "     roles: [{as_written: EZ, ministry: mnre1045, role: addressee}]}\n"
    "  - {id: huizen, kind: problem, reviewed: true, theme: wonen, quotes: [\"Er zijn te weinig huizen.\"]}\n";
static const char names[] =
    "source: eigen\nsources:\n  - {id: eigen, title: Eigen namen, licence: CC0-1.0}\n"
    "stakeholders:\n  - {id: buurt, kind: other, name: de buurt, same_as: [wijk], broader: stad}\n"
    "themes:\n  - {id: warmte, label: {nl: Warmte, en: Heat}, broader: wonen}\n"
    "instruments:\n  - {id: warmtewet, kind: law, name: Warmtewet, related: [warmte]}\n"
    "portfolios:\n  - {id: warmte, field: {nl: warmte, en: heat}, terms: [warmtenet], organisation: mnre1045,\n"
    "     period: [null, null]}\n";

typedef struct {
  const world *in;
  const char *base;  /* the file as it is before */
  const char *text;  /* what stands in the paper; NULL: the job has none */
  const char *coded; /* its coding; NULL: none */
  const char *call;  /* path of the coding to hand over, or NULL */
  int32_t threads;
  uint64_t before, after;   /* hashes of the bytes of the file, `after` of a clean run; 0: not known yet */
  uint64_t dumped, rewrote; /* the same of its dump */
  g40_db *db;
} storing;

enum { PATHS = 7 };
static char target[WORLD_PATH], scratch[WORLD_PATH], nota[WORLD_PATH], yaml[WORLD_PATH], own[WORLD_PATH],
    stored[WORLD_PATH], reviewed[WORLD_PATH];
static char *const paths[PATHS] = {target, scratch, nota, yaml, own, stored, reviewed};

static bool prepare(void *context) {
  storing *in = context;
  g40_error err;
  if (!world_copy(in->base, target) || (in->text && !world_write(nota, in->text)) ||
      (in->coded && !world_write(yaml, in->coded))) {
    return false;
  }
  if (!in->before) {
    in->before = world_hash(target);
    in->dumped = world_dump(target, scratch);
  }
  in->db = g40_db_open_writable(target, false, &err);
  return in->db && in->before && in->dumped;
}

/* The bytes say most; where they differ, the rows do. */
static bool kept(void *context, int code) {
  storing *in = context;
  char journal[WORLD_PATH + 16];
  snprintf(journal, sizeof journal, "%s-journal", target);
  uint64_t bytes = access(journal, F_OK) == 0 ? 0 : world_hash(target);
  if (code == G40_OK && !in->after) {
    in->after = bytes;
    in->rewrote = world_dump(target, scratch);
    return in->after && in->rewrote;
  }
  uint64_t wanted = code == G40_OK ? in->after : in->before, rows = code == G40_OK ? in->rewrote : in->dumped;
  return bytes == wanted || world_dump(target, scratch) == rows;
}

static bool finish(void *context, int code) {
  storing *in = context;
  (void)code;
  g40_db_free(in->db);
  in->db = NULL;
  char journal[WORLD_PATH + 16];
  snprintf(journal, sizeof journal, "%s-journal", target);
  bool left = access(journal, F_OK) == 0;
  remove(journal);
  remove(target);
  return !left;
}

/* --- taking in */

static int ingest(void *context, walk *to, g40_error *err) {
  const storing *in = context;
  g40_ingest *order = g40_ingest_new(err);
  int code = order ? g40_ingest_add_path(order, nota, err) : err->code;
  if (code == G40_OK && in->call) {
    code = g40_ingest_set_coding(order, in->call, err);
  }
  if (code == G40_OK && in->threads > 1) {
    code = g40_ingest_add_path(order, DATA_DIR "/small/corpora/klein/paper.txt", err);
  }
  if (code == G40_OK) {
    code = g40_ingest_set_date(order, "2025-03-01", err);
  }
  if (code == G40_OK) {
    code = g40_ingest_set_threads(order, in->threads ? in->threads : 1, err);
  }
  g40_ingested *done = code == G40_OK ? g40_db_ingest(in->db, order, err) : NULL;
  g40_ingest_free(order);
  if (!done) {
    return err->code;
  }
  walk_ingested(to, done);
  g40_ingested_free(done);
  return G40_OK;
}

/* What a first run did, a second one finds done: only the file is compared then. */
static int ingest_silently(void *context, walk *to, g40_error *err) {
  walk ignored;
  (void)to;
  walk_start(&ignored);
  return ingest(context, &ignored, err);
}

static bool fails_well(const char *name, storing *what, int (*run)(void *, walk *, g40_error *)) {
  return fail_each(&(job){.name = name, .prepare = prepare, .run = run, .finish = finish, .kept = kept}, what);
}

static void test_ingest__a_new_paper(void **state) {
  const world *in = *state;
  assert_true(fails_well("ingest", &(storing){.base = in->database, .text = paper}, ingest_silently));
}

static void test_ingest__a_changed_paper(void **state) {
  (void)state;
  assert_true(fails_well("replace", &(storing){.base = stored, .text = changed}, ingest_silently));
}

static void test_ingest__the_same_again(void **state) {
  (void)state;
  assert_true(fails_well("ingest the same again", &(storing){.base = stored, .text = paper}, ingest));
}

static void test_ingest__with_a_coding(void **state) {
  const world *in = *state;
  storing what = {.base = in->database, .text = paper, .coded = coding, .call = yaml};
  assert_true(fails_well("coding import", &what, ingest_silently));
}

static void test_ingest__a_changed_paper_that_people_coded(void **state) {
  (void)state;
  assert_true(fails_well("replace what was coded", &(storing){.base = reviewed, .text = changed}, ingest_silently));
}

static void test_ingest__in_several_threads(void **state) {
  const world *in = *state;
  storing what = {.base = in->database, .text = paper, .threads = 2};
  assert_true(fail_each(&(job){.name = "ingest with two threads",
                               .prepare = prepare,
                               .run = ingest_silently,
                               .finish = finish,
                               .kept = kept,
                               .sample = 20},
                        &what));
}

/* --- taking out, the index, the registry */

static int remove_it(void *context, walk *to, g40_error *err) {
  const storing *in = context;
  (void)to;
  int code = g40_db_remove(in->db, "document/nota", err);
  return code == G40_NOT_FOUND ? G40_OK : code; /* a second run has nothing to remove */
}

static void test_remove__a_document(void **state) {
  (void)state;
  assert_true(fails_well("remove", &(storing){.base = stored}, remove_it));
}

static int reindex(void *context, walk *to, g40_error *err) {
  const storing *in = context;
  (void)to;
  return g40_db_reindex(in->db, err);
}

static void test_reindex__a_database(void **state) {
  (void)state;
  assert_true(fails_well("reindex", &(storing){.base = stored}, reindex));
}

static int add_names(void *context, walk *to, g40_error *err) {
  const storing *in = context;
  g40_diagnostics *faults = g40_db_registry_add(in->db, own, err);
  if (!faults) {
    return err->code;
  }
  walk_diagnostics(to, faults);
  g40_diagnostics_free(faults);
  return G40_OK;
}

static void test_registry__a_users_names(void **state) {
  const world *in = *state;
  assert_true(fails_well("registry add", &(storing){.base = in->database}, add_names));
}

static int update(void *context, walk *to, g40_error *err) {
  const storing *in = context;
  (void)to;
  return g40_db_registry_update(in->db, err);
}

static void test_registry__the_librarys_facts(void **state) {
  const world *in = *state;
  storing what = {.base = in->database};
  assert_true(fail_each(
      &(job){
          .name = "registry update", .prepare = prepare, .run = update, .finish = finish, .kept = kept, .sample = 200},
      &what));
}

/* --- opening to write */

static bool no_file(void *context) {
  ((storing *)context)->db = NULL;
  return access(target, F_OK) != 0;
}

static int create(void *context, walk *to, g40_error *err) {
  storing *in = context;
  g40_db_free(in->db);
  in->db = g40_db_open_writable(target, true, err);
  walk_number(to, in->db != NULL);
  return in->db ? G40_OK : err->code;
}

/* A whole file, or none; and none beside it. */
static bool whole_or_none(void *context, int code) {
  storing *in = context;
  uint64_t bytes = world_hash(target);
  in->after = in->after || code != G40_OK ? in->after : bytes;
  return bytes == in->after || (code != G40_OK && !bytes);
}

static void test_open__makes_a_new_file(void **state) {
  (void)state;
  storing what = {.base = NULL};
  assert_true(fail_each(
      &(job){
          .name = "create", .prepare = no_file, .run = create, .finish = finish, .kept = whole_or_none, .sample = 10},
      &what));
}

/* --- the files that the jobs begin with */

static bool store_first(const world *in, const char *base, const char *call) {
  storing first = {.base = in->database, .text = paper, .coded = coding, .call = call};
  g40_error err;
  walk to;
  walk_start(&to);
  bool done = prepare(&first) && ingest(&first, &to, &err) == G40_OK;
  g40_db_free(first.db);
  done = done && world_copy(target, base);
  remove(target);
  return done;
}

static int setup(void **state) {
  static const char *const file_names[PATHS] = {"target.g40", "scratch.g40", "nota.txt",    "nota.yaml",
                                                "own.yaml",   "stored.g40",  "reviewed.g40"};
  if (world_setup(state) != 0) {
    return -1;
  }
  const world *in = *state;
  for (int i = 0; i < PATHS; i++) {
    snprintf(paths[i], WORLD_PATH, "%s/%s", in->folder, file_names[i]);
  }
  return world_write(own, names) && store_first(in, stored, NULL) && store_first(in, reviewed, yaml) ? 0 : -1;
}

static int teardown(void **state) {
  for (int i = 0; i < PATHS; i++) {
    remove(paths[i]);
  }
  return world_teardown(state);
}

int main(int count, char **arguments) {
  if (count > 1) { /* the tests that fit a pattern */
    cmocka_set_test_filter(arguments[1]);
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ingest__a_new_paper),
      cmocka_unit_test(test_ingest__a_changed_paper),
      cmocka_unit_test(test_ingest__the_same_again),
      cmocka_unit_test(test_ingest__with_a_coding),
      cmocka_unit_test(test_ingest__a_changed_paper_that_people_coded),
      cmocka_unit_test(test_ingest__in_several_threads),
      cmocka_unit_test(test_remove__a_document),
      cmocka_unit_test(test_reindex__a_database),
      cmocka_unit_test(test_registry__a_users_names),
      cmocka_unit_test(test_registry__the_librarys_facts),
      cmocka_unit_test(test_open__makes_a_new_file),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
