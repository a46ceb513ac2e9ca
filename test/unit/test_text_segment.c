#include "text/segment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "unit/faults.h"
#include "unit/text_check.h"

#ifndef SOURCE_DIR
#define SOURCE_DIR "."
#endif

static void read_text(g4_text *text, const char *source, size_t length) {
  g40_error err;
  if (g4_text_read(text, source, length, &err) != G40_OK) {
    fail_msg("%s", err.message);
  }
  const char *fault = text_fault(text);
  if (fault) {
    fail_msg("%s: %s", fault, source);
  }
}

/* The segments of a text, a line each: kind, level, * for an item, number of ranges where not 1, reading form. */
static void check_bytes(const char *source, size_t length, const char *want) {
  static const char kinds[] = {'H', 'S', 'n', 'L', 'C'};
  g4_text text;
  g4_buf got = {0};
  read_text(&text, source, length);
  for (size_t i = 0; i < text.segments.count; i++) {
    const g4_segment *segment = &text.segments.items[i];
    g4_buf_add_char(&got, kinds[segment->kind]);
    if (segment->level) {
      g4_buf_add_format(&got, "%d", segment->level);
    }
    g4_buf_add_text(&got, segment->list_item ? "*" : "");
    if (segment->range_count > 1) {
      g4_buf_add_format(&got, "/%u", (unsigned)segment->range_count);
    }
    g4_buf_add_char(&got, ' ');
    g4_buf_add(&got, text.reading.text.bytes + segment->reading_start, segment->reading_end - segment->reading_start);
    g4_buf_add_char(&got, '\n');
  }
  assert_string_equal(g4_buf_text(&got), want);
  g4_buf_free(&got);
  g4_text_free(&text);
}

static void check(const char *source, const char *want) { check_bytes(source, strlen(source), want); }

static void test_read__headings_items_and_sentences(void **state) {
  (void)state;
  check(
      "1. WONEN EN WERKEN\n"
      "Wonen is een recht. Dat vraagt om\n"
      "keuzes:\n"
      "\xE2\x88\x92 Bouw meer huizen, bijv. in de stad. Doe\n"
      "dat snel.\n"
      "\xE2\x88\x92 Verlaag de huur\n\n"
      "1.1 Huren\n"
      "De huur gaat omlaag.\n",
      "H1 1. WONEN EN WERKEN\n"
      "S Wonen is een recht.\n"
      "S Dat vraagt om keuzes:\n"
      "S* Bouw meer huizen, bijv. in de stad.\n"
      "S Doe dat snel.\n"
      "S* Verlaag de huur\n"
      "H2 1.1 Huren\n"
      "S De huur gaat omlaag.\n");
}

static void test_read__a_sentence_runs_on_over_a_page(void **state) {
  (void)state;
  check(
      "Kop van ons programma\n\n"
      "De vraag naar goedkope arbeid willen wij in dit land de komende jaren sterk ver-\n\n"
      "1\n\f"
      "Kop van ons programma\n\n"
      "minderen. De overheid maakt daarover met alle sectoren afspraken die bindend zijn\n\n"
      "2\n\f"
      "Kop van ons programma\n\n"
      "en die worden gehandhaafd.\n\n"
      "3\n",
      "n Kop van ons programma\n"
      "S/2 De vraag naar goedkope arbeid willen wij in dit land de komende jaren sterk verminderen.\n"
      "n 1\n"
      "n Kop van ons programma\n"
      "S/2 De overheid maakt daarover met alle sectoren afspraken die bindend zijn en die worden gehandhaafd.\n"
      "n 2\n"
      "n Kop van ons programma\n"
      "n 3\n");
}

static void test_read__links_and_contacts_stand_apart(void **state) {
  (void)state;
  check(
      "Lees ons plan.\n\n"
      "https://www.voorbeeld.nl/plan\n"
      "mailto:info%40voorbeeld.nl?subject=\n\n"
      "Contact: info@voorbeeld.nl of 030-1234567,\n"
      "secretaris van de werkgroep\n\n"
      "Wie wil, mailt naar info@voorbeeld.nl.\n",
      "S Lees ons plan.\n"
      "L https://www.voorbeeld.nl/plan\n"
      "C mailto:info%40voorbeeld.nl?subject=\n"
      "C Contact: info@voorbeeld.nl of 030-1234567, secretaris van de werkgroep\n"
      "S Wie wil, mailt naar info@voorbeeld.nl.\n");
}

static void test_read__a_nul_breaks_a_sentence(void **state) {
  (void)state;
  static const char source[] = "De huur gaat\0omlaag in het land.";
  check_bytes(source, sizeof source - 1, "S De huur gaat\nS omlaag in het land.\n");
}

static void test_read__bom_and_crlf_are_no_text(void **state) {
  (void)state;
  check(
      "\xEF\xBB\xBF"
      "De huur\r\ngaat omlaag.\r\n",
      "S De huur gaat omlaag.\n");
}

static void test_read__the_numbers_of_lines_are_no_text(void **state) {
  (void)state;
  g4_buf source = {0};
  for (int i = 1; i <= 13; i++) {
    g4_buf_add_format(&source, "%s %d\n", i == 13 ? "einde." : "en verder gaat de zin", i);
  }
  g4_text text;
  read_text(&text, source.bytes, source.length);
  assert_int_equal(text.segments.count, 1);
  assert_int_equal(text.segments.items[0].range_count, 13);
  assert_null(strpbrk(text.reading.text.bytes, "0123456789"));
  g4_text_free(&text);
  g4_buf_free(&source);
}

static void test_read__nothing_gives_nothing(void **state) {
  (void)state;
  check("", "");
  check(" \n\f\r\n\xC2\xA0", "");
  check_bytes("\0\0", 2, "");
}

static void test_read__wants_utf8(void **state) {
  (void)state;
  g4_text text;
  g40_error err;
  assert_int_equal(g4_text_read(&text, "wonen \xE9\xE9n", 9, &err), G40_INVALID);
  assert_int_equal(err.offset, 6);
  g4_text_free(&text);
}

/* The first user: every heading, item, link and contact of the paper, and how many sentences each chapter has. */
static void test_read__the_g40_paper(void **state) {
  (void)state;
  static const char *const headings[] = {
      "Bied ruimte aan economie", "Zet de kleine ondernemer centraal: bouw aan sterke regionale mkb-ecosystemen",
      "Maak werk van een wendbare en vitale beroepsbevolking", "Bestaanszekerheid en participatie", "Arbeidsmigratie"};
  static const size_t sentences[] = {3, 17, 8, 5, 10, 4}; /* before each heading, and after the last */
  size_t length = 0, seen[6] = {0}, chapter = 0, items = 0, links = 0, contacts = 0;
  char *source = text_file(SOURCE_DIR "/data/corpora/g40-economie-en-werk-2025/paper.txt", &length);
  assert_non_null(source);
  g4_text text;
  read_text(&text, source, length);
  for (size_t i = 0; i < text.segments.count; i++) {
    const g4_segment *segment = &text.segments.items[i];
    const char *words = text.reading.text.bytes + segment->reading_start;
    assert_true(segment->kind != G4_SEGMENT_NOISE);
    assert_int_equal(segment->range_count, 1);
    if (segment->kind == G4_SEGMENT_HEADING) {
      assert_true(chapter < 5);
      assert_int_equal(segment->level, 1);
      assert_int_equal(segment->reading_end - segment->reading_start, strlen(headings[chapter]));
      assert_memory_equal(words, headings[chapter], strlen(headings[chapter]));
      chapter++;
    }
    seen[chapter] += segment->kind == G4_SEGMENT_SENTENCE;
    items += segment->list_item;
    links += segment->kind == G4_SEGMENT_LINK;
    contacts += segment->kind == G4_SEGMENT_CONTACT;
  }
  assert_int_equal(chapter, 5);
  assert_int_equal(items, 5);
  assert_int_equal(links, 4);
  assert_int_equal(contacts, 2);
  for (size_t i = 0; i < 6; i++) {
    assert_int_equal(seen[i], sentences[i]);
  }
  g4_text_free(&text);
  free(source);
}

static void test_read__says_when_memory_runs_out(void **state) {
  (void)state;
  const char *source = "Kop\nEen zin die afbreekt in woord-\ndelen.\n\n12\n\nhttps://x.nl/\n\xE2\x80\xA2 punt\n";
  for (long k = 0, n = 1; k <= n; k++) {
    g4_text text;
    g40_error err;
    faults_start(k);
    int code = g4_text_read(&text, source, strlen(source), &err);
    long seen = faults_stop();
    n = k ? n : seen;
    assert_int_equal(code, k ? G40_NOMEM : G40_OK);
    g4_text_free(&text);
  }
}

/* Whatever is put together, the promises of the header hold. */
static void test_read__keeps_its_promises_on_any_bytes(void **state) {
  (void)state;
  static const char *const parts[] = {"De huur gaat omlaag",
                                      "\n",
                                      "\n\n",
                                      ". ",
                                      "\f",
                                      "-\n",
                                      " -\n",
                                      "\xC2\xAD\n",
                                      "\xE2\x80\xA2 ",
                                      "\n12\n",
                                      "Kop15",
                                      "1. ",
                                      " 7\n",
                                      "\r",
                                      "a@b.nl",
                                      "https://x.nl/a\n",
                                      "WONEN EN\n",
                                      "\xE2\x80\x8B",
                                      "2 ",
                                      "Verkiezingsprogramma van ons 3",
                                      "...... 4\n",
                                      "\xC3\xABn",
                                      "\xE2\x80\x99s ",
                                      "(06) 12345678 "};
  uint32_t random = 12345;
  for (int round = 0; round < 400; round++) {
    g4_buf source = {0};
    for (int i = 0; i < 80; i++) {
      random = random * 1664525u + 1013904223u;
      uint32_t pick = (random >> 16) % (sizeof parts / sizeof parts[0] + 1);
      if (pick < sizeof parts / sizeof parts[0]) {
        g4_buf_add_text(&source, parts[pick]);
      } else {
        g4_buf_add_char(&source, '\0');
      }
    }
    g4_text text;
    read_text(&text, source.bytes, source.length);
    g4_text_free(&text);
    g4_buf_free(&source);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_read__headings_items_and_sentences),
      cmocka_unit_test(test_read__a_sentence_runs_on_over_a_page),
      cmocka_unit_test(test_read__links_and_contacts_stand_apart),
      cmocka_unit_test(test_read__a_nul_breaks_a_sentence),
      cmocka_unit_test(test_read__bom_and_crlf_are_no_text),
      cmocka_unit_test(test_read__the_numbers_of_lines_are_no_text),
      cmocka_unit_test(test_read__nothing_gives_nothing),
      cmocka_unit_test(test_read__wants_utf8),
      cmocka_unit_test(test_read__the_g40_paper),
      cmocka_unit_test(test_read__says_when_memory_runs_out),
      cmocka_unit_test(test_read__keeps_its_promises_on_any_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
