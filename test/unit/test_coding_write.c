#include "coding/write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "coding/coding_file.h"
#include "unit/faults.h"

/* A coding with every part, and words that YAML would like to misread. */
static const char everything[] =
    "document: proef\n"
    "meta: {title: \"1984\", holder: g40, kind: letter, language: nl, date_issued: 2025-09-01, date_precision: day,\n"
    "  occasion: {nl: \"no\", en: \"null\"}, url: \"https://example.org/?a=#b:\", text: \"a.txt\", licence: \"~\"}\n"
    "sections: [{theme: economie}, {heading: \"1. Wat? - 'Alles': #1\", theme: mkb}]\n"
    "positions:\n"
    "  - {id: een, kind: ask, theme: economie, action: fund, quotes: [\"Geef \\\"alles\\\" \\\\ \\t\\x01 \xC3\xA9\", "
    "\"true\"], "
    "after: \"- x\", at: [12, 345],\n"
    "     reasons: [twee], summary: {nl: \"'a'\"}, reviewed: true,\n"
    "     roles: [{as_written: \"Rijk\", nth: 2, stakeholder: rijk, role: addressee}, {as_written: \"het ministerie\", "
    "role: "
    "partner, state: unresolved, reason: incomplete},\n"
    "       {as_written: \"Fonds X\", actor: stakeholder, role: other, state: ambiguous}, {as_written: EZ, ministry: "
    "mnre1045, role: executor}],\n"
    "     responsible: [{ministry: mnre1045, source: \"portfolio: x\"}],\n"
    "     instruments: [{as_written: wet, instrument: w}, {as_written: Duinfonds, state: unresolved}],\n"
    "     advices: [{as_written: raad, advice: r}, {as_written: rapport, nth: 2, state: ambiguous}],\n"
    "     figures: [{as_written: \"0,1%\", value: 0.1, unit: \"%\", about: {nl: a}, precision: exact}],\n"
    "     places: [{as_written: Oss, stakeholder: gemeente-oss}]}\n"
    "  - {id: twee, kind: problem, quotes: [\"Het is zo\"], rule: naam, confidence: 0.875, reviewed: false,\n"
    "     responsible: [{ministry: m, source: \"portfolio: y\", rule: portfolio-term, confidence: 0.5}]}\n"
    "citations: [{url: \"https://x\", kind: advice, cited_by: \"zie\", after: \"a\", position: een, target: "
    "advice/r}]\n"
    "contacts: [{as_written: \"a@b.nl\", kind: email, after: c}]\n"
    "verdicts: [{ask: ander/vraag, verdict: weaker, quote: \"Geef wat\", after: x, at: 7, note: \"no\"},\n"
    "  {ask: ander/rest, verdict: none}]\n";

static int read_coding(g4_coded *coded, const char *text, size_t n) {
  g40_error err = {0};
  g40_diagnostics *faults = g4_diagnostics_new(&err);
  int code = faults ? g4_coding_read_text(coded, text, n, "test", faults, &err) : G40_NOMEM;
  if (code == G40_OK && g40_diagnostics_count(faults)) {
    fail_msg("%s", g40_diagnostic_message(g40_diagnostics_at(faults, 0)));
  }
  g40_diagnostics_free(faults);
  return code;
}

static void test_write__what_is_written_reads_back_and_is_written_the_same(void **state) {
  (void)state;
  g4_coded one = {0}, two = {0};
  g4_buf first = {0}, second = {0};
  g40_error err = {0};
  assert_int_equal(read_coding(&one, everything, strlen(everything)), G40_OK);
  assert_int_equal(g4_coding_write(&one, &first, &err), G40_OK);
  assert_int_equal(read_coding(&two, g4_buf_text(&first), first.length), G40_OK);
  assert_int_equal(g4_coding_write(&two, &second, &err), G40_OK);
  assert_string_equal(g4_buf_text(&second), g4_buf_text(&first));

  assert_int_equal(two.positions.count, 2);
  const g4_coded_position *ask = &two.positions.items[0], *other = &two.positions.items[1];
  assert_string_equal(two.meta.title, "1984");
  assert_string_equal(two.meta.occasion.en, "null");
  assert_string_equal(two.meta.licence, "~");
  assert_int_equal(two.meta.date_issued, 20250901);
  assert_string_equal(ask->quotes.items[0].words, "Geef \"alles\" \\ \t\x01 \xC3\xA9");
  assert_string_equal(ask->quotes.items[1].words, "true");
  assert_int_equal(ask->quotes.items[1].at, 346);
  assert_int_equal(ask->roles.count, 4);
  assert_int_equal(ask->roles.items[0].anchor.nth, 2);
  assert_true(ask->roles.items[1].is_ministry);
  assert_false(ask->roles.items[2].is_ministry);
  assert_int_equal(ask->instruments.count, 4);
  assert_string_equal(ask->instruments.items[0].state, "resolved");
  assert_null(ask->instruments.items[1].target);
  assert_string_equal(ask->instruments.items[1].state, "unresolved");
  assert_true(ask->instruments.items[3].is_advice);
  assert_string_equal(ask->instruments.items[3].state, "ambiguous");
  assert_string_equal(ask->method, "curated");
  assert_true(ask->figures.items[0].value > 0.0999 && ask->figures.items[0].value < 0.1001);
  assert_string_equal(other->method, "rule");
  assert_string_equal(other->rule, "naam");
  assert_string_equal(other->responsible.items[0].rule, "portfolio-term");
  assert_int_equal(two.citations.count + two.contacts.count, 2);
  g4_coded_free(&one);
  g4_coded_free(&two);
  g4_buf_free(&first);
  g4_buf_free(&second);
}

static void test_write__a_reviewed_row_is_no_longer_the_rules(void **state) {
  (void)state;
  static const char text[] =
      "document: a\npositions: [{id: b, kind: rule, quotes: [c], rule: naam, confidence: 0.5, reviewed: true}]\n";
  g4_coded coded = {0};
  assert_int_equal(read_coding(&coded, text, strlen(text)), G40_OK);
  assert_string_equal(coded.positions.items[0].method, "curated");
  assert_null(coded.positions.items[0].rule);
  assert_true(coded.positions.items[0].confidence >= 1);
  g4_coded_free(&coded);
}

static void test_write__one_position_alone_can_be_read(void **state) {
  (void)state;
  g4_coded one = {0}, two = {0};
  g4_buf yaml = {0};
  g40_error err = {0};
  assert_int_equal(read_coding(&one, everything, strlen(everything)), G40_OK);
  assert_int_equal(g4_coding_write_position(&one, 1, &yaml, &err), G40_OK);
  assert_int_equal(read_coding(&two, g4_buf_text(&yaml), yaml.length), G40_OK);
  assert_int_equal(two.positions.count, 1);
  assert_string_equal(two.positions.items[0].id, "twee");
  g4_coded_free(&one);
  g4_coded_free(&two);
  g4_buf_free(&yaml);
}

static void test_write__every_failed_allocation_is_told(void **state) {
  (void)state;
  g4_coded coded = {0};
  assert_int_equal(read_coding(&coded, everything, strlen(everything)), G40_OK);
  for (long k = 1;; k++) {
    g4_buf yaml = {0};
    g40_error err = {0};
    faults_start(k);
    int code = g4_coding_write(&coded, &yaml, &err);
    bool failed = faults_stop() >= k;
    assert_int_equal(code, failed ? G40_NOMEM : G40_OK);
    g4_buf_free(&yaml);
    if (!failed) {
      break;
    }
  }
  g4_coded_free(&coded);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_write__what_is_written_reads_back_and_is_written_the_same),
                                     cmocka_unit_test(test_write__a_reviewed_row_is_no_longer_the_rules),
                                     cmocka_unit_test(test_write__one_position_alone_can_be_read),
                                     cmocka_unit_test(test_write__every_failed_allocation_is_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
