/* Comparing, the network and exports, with each allocation and each file call failing in turn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "fault/harness.h"
#include "fault/world.h"

static char target[WORLD_PATH];

/* --- compare */

static int compare(void *context, walk *to, g40_error *err) {
  world *in = context;
  g40_query *query = g40_query_new(err);
  int code = query ? g40_query_add_kind(query, "ask", err) : err->code;
  g40_positions *before = code == G40_OK ? g40_db_positions(in->db, NULL, err) : NULL;
  g40_positions *after = before ? g40_db_positions(in->db, query, err) : NULL;
  g40_differences *found = after ? g40_compare(before, after, NULL, err) : NULL;
  walk_differences(to, found);
  code = found ? G40_OK : err->code;
  g40_differences_free(found);
  g40_positions_free(after);
  g40_positions_free(before);
  g40_query_free(query);
  return code;
}

static void test_compare__two_editions(void **state) {
  assert_true(
      fail_each(&(job){.name = "compare", .prepare = world_open, .run = compare, .finish = world_close}, *state));
}

/* --- network */

static int network(void *context, walk *to, g40_error *err) {
  world *in = context;
  g40_edges *edges = g40_db_network(in->db, NULL, NULL, NULL, err);
  if (!edges) {
    return err->code;
  }
  walk_edges(to, edges);
  g40_edges_free(edges);
  return G40_OK;
}

static void test_network__all_edges(void **state) {
  assert_true(
      fail_each(&(job){.name = "network", .prepare = world_open, .run = network, .finish = world_close}, *state));
}

/* --- export */

static int note(void *context, const char *bytes, size_t length) {
  walk *to = context;
  for (size_t i = 0; i < length; i++) {
    to->hash = (to->hash ^ (unsigned char)bytes[i]) * 1099511628211u;
  }
  return 0;
}

static int export_one(g40_db *db, const char *format, walk *to, g40_error *err) {
  g40_export *settings = g40_export_new(format, err);
  int code = settings ? g40_db_export(db, settings, NULL, note, to, err) : err->code;
  g40_export_free(settings);
  return code;
}

static int export_all(void *context, walk *to, g40_error *err) {
  world *in = context;
  const char *format;
  int code = G40_OK;
  for (size_t i = 0; code == G40_OK && (format = g40_export_format_at(i)) != NULL; i++) {
    code = export_one(in->db, format, to, err);
  }
  return code;
}

static void test_export__every_format(void **state) {
  assert_true(
      fail_each(&(job){.name = "export", .prepare = world_open, .run = export_all, .finish = world_close}, *state));
}

/* --- HTML with uptake: the asks of the database beside its own documents */

static int export_uptake(void *context, walk *to, g40_error *err) {
  world *in = context;
  g40_query *query = g40_query_new(err);
  bool asks_only = query && g40_query_add_kind(query, "ask", err) == G40_OK;
  g40_positions *asks = asks_only ? g40_db_positions(in->db, query, err) : NULL;
  g40_export *settings = asks ? g40_export_new("html", err) : NULL;
  int code = settings ? g40_export_set_uptake(settings, asks, err) : err->code;
  code = code == G40_OK ? g40_db_export(in->db, settings, NULL, note, to, err) : code;
  g40_export_free(settings);
  g40_positions_free(asks);
  g40_query_free(query);
  return code;
}

static void test_export__html_with_uptake(void **state) {
  assert_true(fail_each(
      &(job){.name = "export of uptake", .prepare = world_open, .run = export_uptake, .finish = world_close}, *state));
}

/* --- the review of a file */

static const char plan[] =
    "Wonen\n\nIn de stad staan 7.100 huizen leeg. Wij vragen het ministerie van EZ om een warmtenet te betalen."
    " Verruim de bouwregels.\n";

static bool put_plan(void *context) {
  const world *in = context;
  snprintf(target, sizeof target, "%s/plan.txt", in->folder);
  return world_write(target, plan) && world_open(context);
}

static int review_file(void *context, walk *to, g40_error *err) {
  world *in = context;
  g40_ingest *paper = g40_ingest_new(err);
  bool ready = paper && g40_ingest_add_path(paper, target, err) == G40_OK &&
               g40_ingest_set_date(paper, "2025-09-01", err) == G40_OK &&
               g40_ingest_set_threads(paper, 1, err) == G40_OK;
  g40_findings *findings = ready ? g40_db_review_file(in->db, paper, false, err) : NULL;
  g40_ingest_free(paper);
  if (!findings) {
    return err->code;
  }
  walk_findings(to, findings);
  g40_findings_free(findings);
  return G40_OK;
}

static bool plan_stays(void *context, int code) {
  bool there = remove(target) == 0;
  return world_close(context, code) && there;
}

static void test_review__of_a_file(void **state) {
  assert_true(fail_each(
      &(job){.name = "review of a file", .prepare = put_plan, .run = review_file, .finish = plan_stays, .sample = 25},
      *state));
}

/* --- to a file */

static const char older[] = "wat er stond\n";

static bool put_older(void *context) {
  const world *in = context;
  snprintf(target, sizeof target, "%s/out.jsonld", in->folder);
  return world_write(target, older) && world_open(context);
}

static int export_file(void *context, walk *to, g40_error *err) {
  world *in = context;
  g40_export *settings = g40_export_new("jsonld", err);
  int code = settings ? g40_db_export_file(in->db, settings, NULL, target, err) : err->code;
  walk_number(to, code == G40_OK ? (int64_t)(world_hash(target) & INT32_MAX) : 0);
  g40_export_free(settings);
  return code;
}

/* What was half written is not there: the folder could not be removed in the end. */
static bool older_or_whole(void *context, int code) {
  FILE *file = fopen(target, "rb");
  char text[sizeof older] = "";
  bool kept = file && fread(text, 1, sizeof text - 1, file) == sizeof text - 1;
  kept = kept && (code == G40_OK) == (text[0] == '{');
  if (file) {
    fclose(file);
  }
  remove(target);
  return world_close(context, code) && kept;
}

static void test_export__over_an_older_file(void **state) {
  assert_true(fail_each(&(job){.name = "export to a file",
                               .prepare = put_older,
                               .run = export_file,
                               .finish = older_or_whole,
                               .no_retry = true},
                        *state));
}

int main(int count, char **arguments) {
  if (count > 1) { /* the tests that fit a pattern */
    cmocka_set_test_filter(arguments[1]);
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_compare__two_editions), cmocka_unit_test(test_network__all_edges),
      cmocka_unit_test(test_export__every_format),  cmocka_unit_test(test_export__html_with_uptake),
      cmocka_unit_test(test_review__of_a_file),     cmocka_unit_test(test_export__over_an_older_file),
  };
  return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
