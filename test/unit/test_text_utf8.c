#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

static void check_decode(const char *bytes, size_t n, uint32_t code, size_t length) {
  size_t taken = 0;
  assert_int_equal(g4_utf8_decode(bytes, n, &taken), code);
  assert_int_equal(taken, length);
}

static void test_decode__takes_one_code_point(void **state) {
  (void)state;
  check_decode("a", 1, 'a', 1);
  check_decode("\xC3\xABx", 3, 0xEB, 2);
  check_decode("\xE2\x80\xA2", 3, 0x2022, 3);
  check_decode("\xF0\x9F\x9A\xB2", 4, 0x1F6B2, 4);
  check_decode("", 1, 0, 1);
}

static void test_decode__malformed_is_u_fffd_of_one_byte(void **state) {
  (void)state;
  static const char *const malformed[] = {
      "\x80",             /* a continuation alone */
      "\xC3",             /* cut off */
      "\xC0\xAF",         /* overlong */
      "\xE0\x80\xAF",     /* overlong */
      "\xE2\x80",         /* cut off */
      "\xED\xA0\x80",     /* a surrogate */
      "\xF0\x80\x80\xAF", /* overlong */
      "\xF4\x90\x80\x80", /* past the last code point */
      "\xF0\x9F\x9A",     /* cut off */
      "\xFF",
  };
  for (size_t i = 0; i < sizeof malformed / sizeof malformed[0]; i++) {
    check_decode(malformed[i], strlen(malformed[i]), G4_UTF8_REPLACEMENT, 1);
    assert_false(g4_utf8_valid(malformed[i], strlen(malformed[i]), NULL));
  }
  check_decode("\xE2\x80\xA2", 2, G4_UTF8_REPLACEMENT, 1); /* the rest lies past the end */
}

static void test_decode_before__finds_the_last_code_point(void **state) {
  (void)state;
  size_t length = 0;
  assert_int_equal(g4_utf8_decode_before("x\xE2\x80\xA2", 4, &length), 0x2022);
  assert_int_equal(length, 3);
  assert_int_equal(g4_utf8_decode_before("ab", 1, &length), 'a');
  assert_int_equal(g4_utf8_decode_before("\x80\x80\x80\x80\x80\x80", 6, &length), G4_UTF8_REPLACEMENT);
  assert_int_equal(length, 1);
}

static void test_encode__is_what_decode_reads(void **state) {
  (void)state;
  static const uint32_t codes[] = {0, 'z', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFF};
  for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
    char bytes[G4_UTF8_LONGEST];
    check_decode(bytes, g4_utf8_encode(codes[i], bytes), codes[i], g4_utf8_encode(codes[i], bytes));
  }
  char bytes[G4_UTF8_LONGEST];
  assert_int_equal(g4_utf8_encode(0xD800, bytes), 3);
  check_decode(bytes, 3, G4_UTF8_REPLACEMENT, 3);
}

static void test_valid__names_the_first_fault(void **state) {
  (void)state;
  size_t fault = 99;
  assert_true(g4_utf8_valid("", 0, &fault));
  assert_true(g4_utf8_valid("co\xC3\xB6rdinatie in de regio", 23, &fault));
  assert_int_equal(fault, 99);
  assert_false(g4_utf8_valid("een hele zin, en dan \xFF", 22, &fault));
  assert_int_equal(fault, 21);
  assert_false(g4_utf8_valid("abcdefgh\xC3", 9, &fault));
  assert_int_equal(fault, 8);
}

static void test_count__counts_code_points(void **state) {
  (void)state;
  assert_int_equal(g4_utf8_count("re\xC3\xABle \xE2\x82\xAC", 10), 7);
  assert_int_equal(g4_utf8_count("", 0), 0);
  assert_true(g4_utf8_is_boundary("\xC3\xAB", 2, 0));
  assert_false(g4_utf8_is_boundary("\xC3\xAB", 2, 1));
  assert_true(g4_utf8_is_boundary("\xC3\xAB", 2, 2));
  assert_false(g4_utf8_is_boundary("\xC3\xAB", 2, 3));
}

static void test_cp1252__offsets_lead_back(void **state) {
  (void)state;
  g4_buf out = {0};
  g4_offsets map = {0};
  /* "€ 5 voor coördinatie", a quote, and a byte that means nothing */
  const char bytes[] = "\x80 5 co\xF6rdinatie \x93\x81";
  assert_int_equal(g4_cp1252_to_utf8(bytes, sizeof bytes - 1, &out, &map, NULL), G40_OK);
  assert_string_equal(out.bytes, "\xE2\x82\xAC 5 co\xC3\xB6rdinatie \xE2\x80\x9C\xC2\x81");
  for (size_t at = 0, i = 0; i < sizeof bytes; i++) {
    assert_int_equal(g4_offsets_origin(&map, at), i);
    size_t length = 0;
    if (i + 1 < sizeof bytes) {
      g4_utf8_decode(out.bytes + at, out.length - at, &length);
    }
    at += length;
  }
  g4_buf_free(&out);
  g4_offsets_free(&map);
}

static void test_cp1252__says_when_memory_runs_out(void **state) {
  (void)state;
  faults_start(0);
  for (long k = 0, n = 1; k <= n; k++) {
    g4_buf out = {0};
    g4_offsets map = {0};
    g40_error err;
    faults_start(k);
    int code = g4_cp1252_to_utf8("\xE9\xE9n", 3, &out, &map, &err);
    n = k ? n : faults_stop();
    faults_stop();
    assert_int_equal(code, k ? G40_NOMEM : G40_OK);
    g4_buf_free(&out);
    g4_offsets_free(&map);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_decode__takes_one_code_point),
      cmocka_unit_test(test_decode__malformed_is_u_fffd_of_one_byte),
      cmocka_unit_test(test_decode_before__finds_the_last_code_point),
      cmocka_unit_test(test_encode__is_what_decode_reads),
      cmocka_unit_test(test_valid__names_the_first_fault),
      cmocka_unit_test(test_count__counts_code_points),
      cmocka_unit_test(test_cp1252__offsets_lead_back),
      cmocka_unit_test(test_cp1252__says_when_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
