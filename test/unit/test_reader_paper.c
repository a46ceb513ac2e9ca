#include "reader/paper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "reader/input.h"
#include "unit/faults.h"
#include "unit/reader_check.h"

static void read_as(g4_paper *paper, const char *name, const char *bytes, size_t n) {
  g40_error err = {0};
  int code = g4_paper_read_bytes(paper, bytes, n, name, NULL, &err);
  assert_string_equal(err.message, "");
  assert_int_equal(code, G40_OK);
}

static void check_refused(const char *name, const char *bytes, size_t n, int code, const char *message) {
  g4_paper paper;
  g40_error err = {0};
  assert_int_equal(g4_paper_read_bytes(&paper, bytes, n, name, NULL, &err), code);
  assert_int_equal(err.code, code);
  assert_string_equal(err.message, message);
  assert_null(paper.text.bytes);
}

static void test_read__the_stored_text_is_the_files_own_bytes(void **state) {
  (void)state;
  static const char bytes[] =
      "\xEF\xBB\xBF"
      "Een\r\nzin\0.\r";
  g4_paper paper;
  read_as(&paper, "nota.txt", bytes, sizeof bytes - 1);
  assert_int_equal(paper.format, G4_FORMAT_TEXT);
  assert_int_equal(paper.encoding, G4_ENCODING_UTF8);
  assert_int_equal(paper.text.length, sizeof bytes - 1);
  assert_memory_equal(paper.text.bytes, bytes, sizeof bytes - 1);
  assert_string_equal(paper.source_sha256, paper.text_sha256);
  assert_int_equal(g4_paper_file_offset(&paper, 7), 7);
  assert_false(paper.has_hints);
  assert_string_equal(paper.note, "");
  g4_paper_free(&paper);
}

static void test_read__both_hashes_are_kept_and_the_encoding_is_told(void **state) {
  (void)state;
  g4_paper paper;
  read_as(&paper, "nota.txt", "caf\xE9s", 5);
  char hash[G4_SHA256_TEXT];
  assert_string_equal(paper.text.bytes, "caf\xC3\xA9s");
  assert_string_equal(paper.source_sha256, g4_sha256("caf\xE9s", 5, hash));
  assert_string_equal(paper.text_sha256, g4_sha256("caf\xC3\xA9s", 6, hash));
  assert_string_equal(paper.note, "is no UTF-8: read as Windows-1252");
  assert_int_equal(g4_paper_file_offset(&paper, 5), 4);
  g4_paper_free(&paper);
  read_as(&paper, NULL, "caf\xC3\xA9s en \xE9\xC3\xA9n", 14);
  assert_string_equal(paper.note, "is UTF-8 but for 1 byte, read as Windows-1252");
  g4_paper_free(&paper);
  read_as(&paper, NULL, "\xFF\xFE\x61\0\x62\0", 6);
  assert_string_equal(paper.note, "is UTF-16: converted");
  assert_int_equal(g4_paper_file_offset(&paper, 4), 4);
  g4_paper_free(&paper);
}

static void test_read__markdown_in_windows_1252_has_offsets_of_its_file(void **state) {
  (void)state;
  static const char bytes[] = "# Caf\xE9\n\nEen **ca\xEFro**.\n";
  g4_paper paper;
  char *found = segments_of("nota.md", bytes, sizeof bytes - 1, &paper);
  assert_string_equal(found, "H1 Caf\xC3\xA9\nS Een ca\xC3\xAFro.\n");
  const g4_hint *block = &paper.hints.blocks.items[1];
  assert_int_equal(g4_paper_file_offset(&paper, block->start), 8);
  assert_int_equal(g4_paper_file_offset(&paper, block->end), sizeof bytes - 2);
  free(found);
  g4_paper_free(&paper);
}

static void test_read__html_gives_a_text_of_its_own(void **state) {
  (void)state;
  static const char page[] = "<html><meta charset=iso-8859-15><p>caf\xE9s &amp; <b>bars</b>";
  char hash[G4_SHA256_TEXT];
  g4_paper paper;
  read_as(&paper, "-", page, sizeof page - 1);
  assert_int_equal(paper.format, G4_FORMAT_HTML);
  assert_string_equal(paper.text.bytes, "caf\xC3\xA9s & bars");
  assert_string_equal(paper.source_sha256, g4_sha256(page, sizeof page - 1, hash));
  assert_string_equal(paper.note, "says that it is iso-8859-15: read as Windows-1252");
  assert_true(paper.has_hints);
  assert_int_equal(g4_paper_file_offset(&paper, 6), 6);
  g4_paper_free(&paper);
}

static void test_page__counts_form_feeds(void **state) {
  (void)state;
  static const char text[] = "een\n\ftwee\n\f\fvier\n\f";
  g4_paper paper;
  read_as(&paper, "nota.txt", text, sizeof text - 1);
  assert_int_equal(paper.pages.count, 4);
  assert_int_equal(g4_paper_page(&paper, 0), 1);
  assert_int_equal(g4_paper_page(&paper, 4), 1);
  assert_int_equal(g4_paper_page(&paper, 5), 2);
  assert_int_equal(g4_paper_page(&paper, 12), 4);
  assert_int_equal(g4_paper_page(&paper, sizeof text - 2), 4);
  g4_paper_free(&paper);
  read_as(&paper, "nota.txt", "een", 3);
  assert_int_equal(paper.pages.count, 1);
  assert_int_equal(g4_paper_page(&paper, 2), 1);
  g4_paper_free(&paper);
}

static void test_read__what_holds_no_text_is_refused(void **state) {
  (void)state;
  check_refused("a.txt", "", 0, G40_INVALID, "is empty");
  check_refused("a.txt", " \r\n\t\xC2\xA0\n", 7, G40_INVALID, "holds no text");
  check_refused("a.html", "<html><script>x</script></html>", 31, G40_INVALID, "holds no text");
  check_refused("a.docx", "PK\x03\x04xxxx", 8, G40_INVALID,
                "is a Word, OpenDocument or ZIP file; save it as PDF, HTML, Markdown or plain text");
  check_refused("a.txt", "\x01\x02\xFE\xFD\x03\xFF\x81\x90", 8, G40_INVALID, "holds binary data, no text");
  check_refused("a.txt", "een tekst die maar begint", (size_t)G4_MOST_TEXT + 1, G40_UNSUPPORTED,
                "is too long: the most is 64 MB");
}

static void test_read__text_of_control_characters_is_text_with_a_note(void **state) {
  (void)state;
  g4_paper paper;
  read_as(&paper, "a.txt", "\x12\x13\x14 \x01\x1B\x18\n\x19\x1A\x05\x06 \x0E\x0F\x10\x11\x15\x16\x17\n", 21);
  assert_string_equal(paper.note, "is mostly control characters: little of it can be read");
  g4_paper_free(&paper);
  read_as(&paper, "a.txt", "Een regel met een \x02 en nog vele woorden meer.\n", 47);
  assert_string_equal(paper.note, "");
  g4_paper_free(&paper);
}

static void test_read__a_file_by_its_path(void **state) {
  (void)state;
  char path[] = "/tmp/g40-paper-XXXXXX";
  int file = mkstemp(path);
  assert_true(file >= 0);
  assert_int_equal(write(file, "Een zin.\n", 9), 9);
  close(file);
  g4_paper paper;
  assert_int_equal(g4_paper_read(&paper, path, NULL, NULL), G40_OK);
  assert_string_equal(paper.text.bytes, "Een zin.\n");
  g4_paper_free(&paper);
  unlink(path);
  g40_error err;
  assert_int_equal(g4_paper_read(&paper, path, NULL, &err), G40_IO);
  assert_string_equal(err.message, "cannot be read: No such file or directory");
}

static void test_read__a_line_of_megabytes_is_read(void **state) {
  (void)state;
  g4_buf text = {0};
  while (text.length < 2000000) {
    g4_buf_add_text(&text, "De gemeente bouwt huizen en het Rijk betaalt dat. ");
  }
  char *found = segments_of("nota.txt", text.bytes, text.length, NULL);
  assert_int_equal(strlen(found), text.length / 50 * 52);
  free(found);
  g4_buf_free(&text);
}

static void test_read__failing_allocations_are_told(void **state) {
  (void)state;
  static const struct {
    const char *name, *bytes;
  } files[] = {{"a.txt", "een \xE9\xE9n\n\ftwee"}, {"a.md", "# een\n\n- **twee**"}, {"a.html", "<h1>een</h1>twee"}};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    g4_paper paper;
    faults_start(0);
    read_as(&paper, files[i].name, files[i].bytes, strlen(files[i].bytes));
    long n = faults_stop();
    g4_paper_free(&paper);
    assert_true(n > 2);
    for (long k = 1; k <= n; k++) {
      g40_error err = {0};
      faults_start(k);
      int code = g4_paper_read_bytes(&paper, files[i].bytes, strlen(files[i].bytes), files[i].name, NULL, &err);
      faults_stop();
      assert_int_equal(code, G40_NOMEM);
      assert_int_equal(err.code, G40_NOMEM);
      assert_null(paper.text.bytes);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_read__the_stored_text_is_the_files_own_bytes),
                                     cmocka_unit_test(test_read__both_hashes_are_kept_and_the_encoding_is_told),
                                     cmocka_unit_test(test_read__markdown_in_windows_1252_has_offsets_of_its_file),
                                     cmocka_unit_test(test_read__html_gives_a_text_of_its_own),
                                     cmocka_unit_test(test_page__counts_form_feeds),
                                     cmocka_unit_test(test_read__what_holds_no_text_is_refused),
                                     cmocka_unit_test(test_read__text_of_control_characters_is_text_with_a_note),
                                     cmocka_unit_test(test_read__a_file_by_its_path),
                                     cmocka_unit_test(test_read__a_line_of_megabytes_is_read),
                                     cmocka_unit_test(test_read__failing_allocations_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
