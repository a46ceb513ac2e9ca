#include "reader/encoding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/utf8.h"
#include "unit/faults.h"

typedef struct {
  int code;
  g4_buf text;
  g4_offsets map;
  g4_encoding encoding;
  size_t odd;
  g40_error err;
} outcome;

static outcome read_bytes(const char *bytes, size_t n) {
  outcome o = {0};
  g4_buf_add(&o.text, bytes, n);
  o.code = g4_encoding_read(&o.text, &o.map, &o.encoding, &o.odd, &o.err);
  return o;
}

static void free_outcome(outcome *o) {
  g4_buf_free(&o->text);
  g4_offsets_free(&o->map);
}

/* Where each character of the text comes from must be where it is in the bytes. */
static void check_map(const outcome *o, const size_t *origins, size_t count) {
  size_t i = 0, length;
  for (size_t at = 0; at <= o->text.length; at += length, i++) {
    assert_true(i < count);
    assert_int_equal(g4_offsets_origin(&o->map, at), origins[i]);
    length = 1;
    if (at < o->text.length) {
      g4_utf8_decode(o->text.bytes + at, o->text.length - at, &length);
    }
  }
  assert_int_equal(i, count);
}

static void test_read__utf8_stays_as_it_is(void **state) {
  (void)state;
  static const char bytes[] =
      "\xEF\xBB\xBF"
      "e\xC3\xA9n\r\n\0twee\x01";
  outcome o = read_bytes(bytes, sizeof bytes - 1);
  assert_int_equal(o.code, G40_OK);
  assert_int_equal(o.encoding, G4_ENCODING_UTF8);
  assert_int_equal(o.text.length, sizeof bytes - 1);
  assert_memory_equal(o.text.bytes, bytes, sizeof bytes - 1);
  assert_int_equal(o.map.count, 0);
  free_outcome(&o);
}

static void test_read__windows_1252_becomes_utf8_with_a_map(void **state) {
  (void)state;
  static const char bytes[] = "co\xF6rdinatie \x80 5 \x93ja\x94";
  outcome o = read_bytes(bytes, sizeof bytes - 1);
  assert_int_equal(o.code, G40_OK);
  assert_int_equal(o.encoding, G4_ENCODING_WINDOWS_1252);
  assert_string_equal(o.text.bytes, "co\xC3\xB6rdinatie \xE2\x82\xAC 5 \xE2\x80\x9Cja\xE2\x80\x9D");
  size_t origins[sizeof bytes];
  for (size_t i = 0; i < sizeof bytes; i++) {
    origins[i] = i;
  }
  check_map(&o, origins, sizeof bytes);
  free_outcome(&o);
}

static void test_read__single_wrong_bytes_do_not_spoil_utf8(void **state) {
  (void)state;
  static const char bytes[] = "e\xC3\xA9n re\xEFkel \xE2\x82\xAC";
  outcome o = read_bytes(bytes, sizeof bytes - 1);
  assert_int_equal(o.code, G40_OK);
  assert_int_equal(o.encoding, G4_ENCODING_MIXED);
  assert_int_equal(o.odd, 1);
  assert_string_equal(o.text.bytes, "e\xC3\xA9n re\xC3\xAFkel \xE2\x82\xAC");
  const size_t origins[] = {0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15};
  check_map(&o, origins, sizeof origins / sizeof *origins);
  free_outcome(&o);
}

static void test_read__a_character_cut_at_the_end_does_not_either(void **state) {
  (void)state;
  static const char bytes[] = "\xC3\xA9\xC3\xA9\xC3\xA9 \xE2\x82";
  outcome o = read_bytes(bytes, sizeof bytes - 1);
  assert_int_equal(o.encoding, G4_ENCODING_MIXED);
  assert_int_equal(o.odd, 2);
  assert_string_equal(o.text.bytes, "\xC3\xA9\xC3\xA9\xC3\xA9 \xC3\xA2\xE2\x80\x9A");
  free_outcome(&o);
}

static void test_read__utf16_of_either_order_with_its_mark(void **state) {
  (void)state;
  static const char little[] =
      "\xFF\xFE"
      "a\0\xE9\0\xAC\x20\x3D\xD8\x00\xDE"
      "b";
  static const char big[] = "\xFE\xFF\0a\0\xE9\x20\xAC\xD8\x3D\xDE\x00\0b";
  const char *const text =
      "\xEF\xBB\xBF"
      "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"
      "b";
  const size_t origins[] = {0, 2, 4, 6, 8, 12, 14};
  outcome o = read_bytes(little, sizeof little); /* with the NUL that ends it */
  assert_int_equal(o.code, G40_OK);
  assert_int_equal(o.encoding, G4_ENCODING_UTF16_LE);
  assert_string_equal(o.text.bytes, text);
  check_map(&o, origins, 7);
  free_outcome(&o);
  o = read_bytes(big, sizeof big - 1);
  assert_int_equal(o.encoding, G4_ENCODING_UTF16_BE);
  assert_string_equal(o.text.bytes, text);
  check_map(&o, origins, 7);
  free_outcome(&o);
}

static void test_read__half_characters_of_utf16_are_replaced(void **state) {
  (void)state;
  static const char bytes[] =
      "\xFF\xFE\x3D\xD8"
      "a\0b";
  outcome o = read_bytes(bytes, sizeof bytes - 1);
  assert_int_equal(o.code, G40_INVALID); /* of so few units too many */
  free_outcome(&o);
  g4_buf long_text = {0};
  g4_buf_add(&long_text, "\xFF\xFE", 2);
  for (int i = 0; i < 400; i++) {
    g4_buf_add(&long_text, "a", 2);
  }
  g4_buf_add(&long_text, "\x3D\xD8\x3D\xD8z", 5);
  o = read_bytes(long_text.bytes, long_text.length);
  assert_int_equal(o.code, G40_OK);
  assert_int_equal(o.odd, 3);
  assert_string_equal(o.text.bytes + 403, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  assert_int_equal(g4_offsets_origin(&o.map, 409), 806);
  assert_int_equal(g4_offsets_origin(&o.map, o.text.length), long_text.length);
  free_outcome(&o);
  g4_buf_free(&long_text);
}

static void test_read__what_is_no_text_is_refused(void **state) {
  (void)state;
  char bytes[4096];
  uint32_t seed = 1;
  for (size_t i = 0; i < sizeof bytes; i++) {
    seed = seed * 1664525 + 1013904223;
    bytes[i] = (char)(seed >> 24);
  }
  outcome o = read_bytes(bytes, sizeof bytes);
  assert_int_equal(o.code, G40_INVALID);
  assert_string_equal(o.err.message, "holds binary data, no text");
  free_outcome(&o);
  memset(bytes, 0, sizeof bytes); /* valid UTF-8 */
  o = read_bytes(bytes, sizeof bytes);
  assert_int_equal(o.code, G40_INVALID);
  assert_string_equal(o.err.message, "holds binary data, no text");
  free_outcome(&o);
  for (size_t i = 0; i < sizeof bytes; i += 2) {
    bytes[i] = i % 100 ? 'a' : '\xE9';
  }
  o = read_bytes(bytes, sizeof bytes);
  assert_int_equal(o.code, G40_INVALID);
  assert_string_equal(o.err.message, "looks like UTF-16 without a byte order mark; save it as UTF-8");
  free_outcome(&o);
}

static void test_read__too_much_utf16_is_refused(void **state) {
  (void)state;
  size_t n = (size_t)G4_MOST_UTF16 + 2;
  char *bytes = calloc(n, 1);
  assert_non_null(bytes);
  bytes[0] = '\xFF';
  bytes[1] = '\xFE';
  outcome o = read_bytes(bytes, n);
  assert_int_equal(o.code, G40_UNSUPPORTED);
  assert_string_equal(o.err.message, "is UTF-16 of more than 32 MB; save it as UTF-8");
  free_outcome(&o);
  free(bytes);
}

static void test_read__failing_allocations_are_told(void **state) {
  (void)state;
  static const char *const texts[] = {"een \xE9\xE9n", "e\xC3\xA9n \xE9", "\xFF\xFEu v "};
  for (size_t i = 0; i < 3; i++) {
    long n = 1;
    for (long k = 1; k <= n; k++) {
      outcome o = {0};
      g4_buf_add(&o.text, texts[i], strlen(texts[i]));
      faults_start(k == 1 ? 0 : k - 1);
      o.code = g4_encoding_read(&o.text, &o.map, &o.encoding, &o.odd, &o.err);
      long seen = faults_stop();
      assert_int_equal(o.code, k == 1 ? G40_OK : G40_NOMEM);
      n = k == 1 ? seen + 1 : n;
      free_outcome(&o);
    }
    assert_true(n > 2);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_read__utf8_stays_as_it_is),
                                     cmocka_unit_test(test_read__windows_1252_becomes_utf8_with_a_map),
                                     cmocka_unit_test(test_read__single_wrong_bytes_do_not_spoil_utf8),
                                     cmocka_unit_test(test_read__a_character_cut_at_the_end_does_not_either),
                                     cmocka_unit_test(test_read__utf16_of_either_order_with_its_mark),
                                     cmocka_unit_test(test_read__half_characters_of_utf16_are_replaced),
                                     cmocka_unit_test(test_read__what_is_no_text_is_refused),
                                     cmocka_unit_test(test_read__too_much_utf16_is_refused),
                                     cmocka_unit_test(test_read__failing_allocations_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
