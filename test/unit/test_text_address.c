#include "text/address.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check_all(const char *const *texts, bool expected) {
  for (; *texts; texts++) {
    if (g4_is_web_address(*texts) != expected) {
      fail_msg("'%s' is%s one", *texts, expected ? "" : " not");
    }
  }
}

static void test_address__a_page_has_a_scheme_and_a_host(void **state) {
  (void)state;
  static const char *const texts[] = {"https://example.org",
                                      "http://example.org/",
                                      "HTTPS://Example.org/plan.pdf#page=3",
                                      "https://example.org:8443?jaar=2025&taal=nl",
                                      "http://localhost/a",
                                      "http://192.0.2.7/",
                                      "http://[2001:db8::1]:80/x",
                                      "https://gemeente.example/co\xC3\xB6rdinatie",
                                      "https://caf\xC3\xA9.example/",
                                      NULL};
  check_all(texts, true);
}

static void test_address__other_schemes_and_words_are_none(void **state) {
  (void)state;
  static const char *const texts[] = {"",
                                      "geen url",
                                      "example.org",
                                      "www.example.org",
                                      "//example.org",
                                      "/plan.pdf",
                                      "javascript:alert(1)",
                                      "mailto:a@example.org",
                                      "tel:0301234567",
                                      "ftp://example.org/",
                                      "file:///etc/hosts",
                                      "data:text/html,x",
                                      "https:/example.org",
                                      "https:example.org",
                                      " https://example.org",
                                      NULL};
  check_all(texts, false);
}

static void test_address__a_host_is_needed_and_a_port_is_a_number(void **state) {
  (void)state;
  static const char *const texts[] = {"https://",
                                      "https:///plan",
                                      "https://?a",
                                      "https://.org",
                                      "https://-a.org",
                                      "https://[::1",
                                      "https://[]/",
                                      "https://example.org:",
                                      "https://example.org:abc/",
                                      "https://example.org:123456/",
                                      "https://jan@example.org/",
                                      "https://jan:wachtwoord@example.org/",
                                      "https://example.org\\x",
                                      NULL};
  check_all(texts, false);
}

static void test_address__white_space_quotes_and_controls_are_not_in_it(void **state) {
  (void)state;
  static const char *const texts[] = {
      "https://example.org/a b",      "https://example.org/a\n", "https://example.org/\x01", "https://example.org/\x7F",
      "https://example.org/\xC2\xA0", "https://example.org/\"x", "https://example.org/<b>",  NULL};
  check_all(texts, false);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_address__a_page_has_a_scheme_and_a_host),
      cmocka_unit_test(test_address__other_schemes_and_words_are_none),
      cmocka_unit_test(test_address__a_host_is_needed_and_a_port_is_a_number),
      cmocka_unit_test(test_address__white_space_quotes_and_controls_are_not_in_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
