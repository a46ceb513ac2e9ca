#include "export/xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static int keep(void *context, const char *bytes, size_t length) {
  g4_buf_add(context, bytes, length);
  return 0;
}

static void assert_xml(const char *text, const char *expected) {
  g4_buf written = {0};
  g4_sink sink = {.write = keep, .context = &written};
  g40_error err;
  g4_xml_text(&sink, text);
  assert_int_equal(g4_sink_flush(&sink, &err), G40_OK);
  assert_string_equal(g4_buf_text(&written), expected);
  g4_sink_free(&sink);
  g4_buf_free(&written);
}

static void test_xml__marks_of_its_own_are_escaped(void **state) {
  (void)state;
  assert_xml("<b a=\"1\">R&D 'n' co</b>", "&lt;b a=&quot;1&quot;&gt;R&amp;D 'n' co&lt;/b&gt;");
  assert_xml("]]>", "]]&gt;");
}

static void test_xml__lines_and_tabs_survive_an_attribute(void **state) {
  (void)state;
  assert_xml("a\tb\r\nc", "a&#9;b&#13;&#10;c");
}

static void test_xml__what_it_cannot_hold_becomes_a_replacement(void **state) {
  (void)state;
  assert_xml(
      "a\x01\x1f\xff"
      "b",
      "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
      "b");
  assert_xml("\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD");
  assert_xml("\xC3\xA9\xF0\x9F\x8C\xB7", "\xC3\xA9\xF0\x9F\x8C\xB7");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_xml__marks_of_its_own_are_escaped),
                                     cmocka_unit_test(test_xml__lines_and_tabs_survive_an_attribute),
                                     cmocka_unit_test(test_xml__what_it_cannot_hold_becomes_a_replacement)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
