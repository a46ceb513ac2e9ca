#include "text/contact.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

/* The contacts of a text, each with its kind before and a | behind it. */
static void check(const char *text, const char *want) {
  static const char kinds[] = {'@', '#', '>'};
  g4_buf got = {0};
  g4_contact contact;
  for (size_t at = 0; g4_contact_next(text, strlen(text), at, &contact); at = contact.end) {
    assert_true(contact.start >= at && contact.end > contact.start);
    g4_buf_add_char(&got, kinds[contact.kind]);
    g4_buf_add(&got, text + contact.start, contact.end - contact.start);
    g4_buf_add_char(&got, '|');
  }
  assert_string_equal(g4_buf_text(&got), want);
  g4_buf_free(&got);
}

static void test_email__in_every_spelling(void **state) {
  (void)state;
  check("Mail j.de-vries+eu@gemeente.voorbeeld.nl.", "@j.de-vries+eu@gemeente.voorbeeld.nl|");
  check("j.vries%40voorbeeld.nl?subject=", "@j.vries%40voorbeeld.nl|");
  check("(info@voorbeeld.nl), en jan [at] voorbeeld.nl", "@info@voorbeeld.nl|@jan [at] voorbeeld.nl|");
  check("E-mail:info@voorbeeld.nl", "@info@voorbeeld.nl|");
}

static void test_email__not_every_at_sign_is_one(void **state) {
  (void)state;
  check("Volg @VoltVoorbeeld en ons@thuis, 5 @ 3 euro", "");
  check("@", "");
  check("a@b.", "");
}

static void test_link__mailto_and_tel_are_taken_whole(void **state) {
  (void)state;
  check("mailto:j.vries%40voorbeeld.nl?subject=Vraag", ">mailto:j.vries%40voorbeeld.nl?subject=Vraag|");
  check("<a href=\"tel:+31301234567\">bel</a>", ">tel:+31301234567|");
  check("hotel:5 sterren, mailto:", "");
}

static void test_phone__as_dutch_numbers_are_written(void **state) {
  (void)state;
  check("(06) 1553 9715,", "#(06) 1553 9715|");
  check("Bel 030-1234567 of 0341 256 744.", "#030-1234567|#0341 256 744|");
  check("06-12345678 / 0612345678", "#06-12345678|#0612345678|");
  check("06 \xE2\x80\x93 12 34 56 78", "#06 \xE2\x80\x93 12 34 56 78|");
  check("+31 6 12345678 en +31 (0)30 123 45 67", "#+31 6 12345678|#+31 (0)30 123 45 67|");
  check("0031 30 1234567, 0800-1234 en 0900 12345678", "#0031 30 1234567|#0800-1234|#0900 12345678|");
  check("+49 30 1234567", "#+49 30 1234567|");
}

static void test_phone__plain_numbers_are_none(void **state) {
  (void)state;
  check("100.000 woningen in 2030, 0,5 procent en 0.25 graad", "");
  check("Kamerstuk 35925-15, 2020Z01089, art. 01-02-2025 10 lid 3", "");
  check("id=0612345678901, 01-02-2025", "");
  check("https://voorbeeld.nl/0612345678", "");
  check("30 1234 5678 en 2024-2025", "");
}

static void test_next__starts_where_it_is_told(void **state) {
  (void)state;
  g4_contact contact;
  const char *text = "a@b.nl c@d.nl";
  assert_true(g4_contact_next(text, strlen(text), 6, &contact));
  assert_int_equal(contact.start, 7);
  assert_false(g4_contact_next(text, strlen(text), 13, &contact));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_email__in_every_spelling),
      cmocka_unit_test(test_email__not_every_at_sign_is_one),
      cmocka_unit_test(test_link__mailto_and_tel_are_taken_whole),
      cmocka_unit_test(test_phone__as_dutch_numbers_are_written),
      cmocka_unit_test(test_phone__plain_numbers_are_none),
      cmocka_unit_test(test_next__starts_where_it_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
