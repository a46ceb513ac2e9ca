#include "text/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

static void check(int (*fold)(const char *, size_t, g4_buf *, g40_error *), const char *text, const char *want) {
  g4_buf out = {0}, again = {0};
  assert_int_equal(fold(text, strlen(text), &out, NULL), G40_OK);
  assert_string_equal(g4_buf_text(&out), want);
  assert_int_equal(fold(g4_buf_text(&out), out.length, &again, NULL), G40_OK);
  assert_string_equal(g4_buf_text(&again), want);
  g4_buf_free(&out);
  g4_buf_free(&again);
}

static void test_fold__drops_case_and_accents(void **state) {
  (void)state;
  check(g4_fold, "Co\xC3\xB6rdinatie van de R\xC3\x8BGIO", "coordinatie van de regio");
  check(g4_fold, "e\xCC\x81\xC3\xA9n", "een");
  check(g4_fold, "\xC4\xB2sselmeer", "ijsselmeer");          /* the ligature IJ */
  check(g4_fold, "CO\xE2\x82\x82-uitstoot", "co2-uitstoot"); /* a lowered 2 */
  check(g4_fold,
        "slachto\xEF\xAC\x80"
        "er",
        "slachtoffer");
  check(g4_fold,
        "Stra\xC3\x9F"
        "e",
        "strasse");
}

static void test_fold__makes_quotes_dashes_and_spaces_plain(void **state) {
  (void)state;
  check(g4_fold,
        "mkb\xE2\x80\x99"
        "ers \xE2\x80\x98zzp\xE2\x80\x99",
        "mkb'ers 'zzp'");
  check(g4_fold,
        "\xE2\x80\x9C"
        "ja\xE2\x80\x9D \xC2\xABnee\xC2\xBB",
        "\"ja\" \"nee\"");
  check(g4_fold,
        "2025\xE2\x80\x93"
        "2029 \xE2\x88\x92 \xE2\x80\x94",
        "2025-2029 - -");
  check(g4_fold, "  Den\xC2\xA0\n\t Haag ", "den haag");
  check(g4_fold,
        "arbeids\xC2\xAD"
        "markt\xE2\x80\x8B",
        "arbeidsmarkt");
  check(g4_fold, "\xC2\xA8\xC2\xB4", "'"); /* signs that decompose to a space and a mark */
}

static void test_keep_case__tells_ez_from_its_letters(void **state) {
  (void)state;
  check(g4_fold_keep_case, "EZ", "EZ");
  check(g4_fold_keep_case, "ez", "ez");
  check(g4_fold_keep_case,
        "I&W  en \xC3\x89"
        "EN",
        "I&W en EEN");
}

static void test_fold__adds_to_what_is_there(void **state) {
  (void)state;
  g4_buf out = {0};
  g4_buf_add_text(&out, "x|");
  assert_int_equal(g4_fold(" A ", 3, &out, NULL), G40_OK);
  assert_string_equal(out.bytes, "x|a");
  g4_buf_free(&out);
}

static void test_fold__malformed_bytes_become_u_fffd(void **state) {
  (void)state;
  check(g4_fold,
        "a\xFF"
        "b",
        "a\xEF\xBF\xBD"
        "b");
}

static void test_fold__says_when_memory_runs_out(void **state) {
  (void)state;
  g4_buf out = {0};
  g40_error err;
  faults_start(1);
  int code = g4_fold("EZ", 2, &out, &err);
  faults_stop();
  assert_int_equal(code, G40_NOMEM);
  assert_int_equal(err.code, G40_NOMEM);
  g4_buf_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fold__drops_case_and_accents),
      cmocka_unit_test(test_fold__makes_quotes_dashes_and_spaces_plain),
      cmocka_unit_test(test_keep_case__tells_ez_from_its_letters),
      cmocka_unit_test(test_fold__adds_to_what_is_there),
      cmocka_unit_test(test_fold__malformed_bytes_become_u_fffd),
      cmocka_unit_test(test_fold__says_when_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
