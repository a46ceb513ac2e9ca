#include "reader/pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "reader/child.h"
#include "unit/faults.h"
#include "unit/reader_check.h"
#include "unit/text_check.h"

#define FOLDER DATA_DIR "/reader/"

static bool ignore(void *data, const char *bytes, size_t n) {
  (void)data;
  (void)bytes;
  (void)n;
  return true;
}

static bool have_pdftotext(void) {
  static const char *const arguments[] = {"pdftotext", "-v", NULL};
  g4_child child = {.arguments = arguments, .input = "", .take = ignore, .patience = 10};
  g4_child_result result;
  assert_int_equal(g4_child_run(&child, &result, NULL), G40_OK);
  g4_buf_free(&result.messages);
  return result.end == G4_CHILD_ENDED;
}

/* The real program is not on every machine. */
#define NEED_PDFTOTEXT()                                           \
  do {                                                             \
    if (!have_pdftotext()) {                                       \
      print_message("no pdftotext here: install poppler-utils\n"); \
      skip();                                                      \
    }                                                              \
  } while (0)

static char *segments_of_file(const char *path, g4_paper *paper) {
  size_t n;
  char *bytes = text_file(path, &n);
  assert_non_null(bytes);
  char *found = segments_of(path, bytes, n, paper);
  free(bytes);
  return found;
}

/* nota.txt as segments_of writes it: every line of it is a segment. */
static char *expected_segments(void) {
  size_t n;
  char *text = text_file(FOLDER "nota.txt", &n);
  assert_non_null(text);
  g4_buf out = {0};
  for (char *line = text; *line;) {
    size_t length = strcspn(line, "\n");
    size_t mark = strspn(line, "#-"), at = mark ? mark + 1 : 0;
    g4_buf_add_text(&out, *line == '-' ? "* " : mark == 2 ? "H2 " : mark ? "H1 " : "S ");
    for (; at < length; at++) {
      if (line[at] == '\xC2' && line[at + 1] == '\xAD') {
        at++;
      } else {
        g4_buf_add_char(&out, line[at]);
      }
    }
    g4_buf_add_char(&out, '\n');
    line += length + (line[length] == '\n');
  }
  free(text);
  return out.bytes;
}

/* Takes the page's head and foot out of what was found: they are noise, and nothing else is. */
static void drop_noise(char *segments) {
  char *kept = segments;
  for (char *line = segments; *line;) {
    size_t length = strcspn(line, "\n") + 1;
    if (line[0] != 'N') {
      memmove(kept, line, length);
      kept += length;
    }
    line += length;
  }
  *kept = '\0';
}

static void check_typeset(const char *path) {
  NEED_PDFTOTEXT();
  g4_paper paper;
  char *expected = expected_segments(), *found = segments_of_file(path, &paper);
  drop_noise(found);
  assert_string_equal(found, expected);
  assert_int_equal(paper.format, G4_FORMAT_PDF);
  assert_true(paper.pages.count >= 3);
  assert_false(paper.has_hints);
  assert_string_not_equal(paper.source_sha256, paper.text_sha256);
  free(expected);
  free(found);
  g4_paper_free(&paper);
}

static void test_read__one_column_gives_every_sentence_as_it_was(void **state) {
  (void)state;
  check_typeset(FOLDER "nota.pdf");
}

static void test_read__two_columns_hyphens_and_running_heads_do_too(void **state) {
  (void)state;
  check_typeset(FOLDER "kolommen.pdf");
}

static void test_read__what_opens_without_a_password_is_read(void **state) {
  (void)state;
  check_typeset(FOLDER "beschermd.pdf");
}

/* Columns drawn line by line across the page cannot be put right, but no word may come out that did not go in. */
static void test_read__interleaved_columns_invent_no_words(void **state) {
  (void)state;
  NEED_PDFTOTEXT();
  g4_paper straight, mixed;
  free(segments_of_file(FOLDER "kolommen.pdf", &straight));
  free(segments_of_file(FOLDER "verweven.pdf", &mixed));
  assert_int_equal(straight.pages.count, mixed.pages.count);
  size_t words = 0;
  for (const char *at = mixed.text.bytes; *at; words++) {
    at += strspn(at, " \n\f");
    size_t n = strcspn(at, " \n\f");
    char word[80];
    assert_true(n < sizeof word);
    snprintf(word, sizeof word, "%.*s", (int)n, at);
    assert_non_null(strstr(straight.text.bytes, word));
    at += n;
  }
  assert_true(words > 400);
  g4_paper_free(&straight);
  g4_paper_free(&mixed);
}

static void check_refused(const char *path, const char *expected) {
  NEED_PDFTOTEXT();
  char *found = segments_of_file(path, NULL);
  assert_string_equal(found, expected);
  free(found);
}

static void test_read__without_a_text_layer_is_refused(void **state) {
  (void)state;
  check_refused(FOLDER "scan.pdf", "G40_INVALID: has no text layer: 2 pages without text; run OCR on it");
}

static void test_read__encrypted_is_refused(void **state) {
  (void)state;
  check_refused(FOLDER "versleuteld.pdf", "G40_INVALID: is encrypted: it opens with its password only");
}

static void test_read__broken_is_refused(void **state) {
  (void)state;
  NEED_PDFTOTEXT();
  size_t n;
  char *bytes = text_file(FOLDER "nota.pdf", &n);
  assert_non_null(bytes);
  char *found = segments_of("nota.pdf", bytes, 400, NULL);
  assert_memory_equal(found, "G40_INVALID: is a broken PDF: ", 30);
  free(found);
  found = segments_of("nota.pdf", "geen PDF", 8, NULL);
  assert_memory_equal(found, "G40_INVALID: is a broken PDF: ", 30);
  free(found);
  free(bytes);
}

/* --- with programs of our own in the place of pdftotext */

typedef struct {
  char folder[32], program[48];
  char *path;
} fake;

static int make_folder(void **state) {
  fake *f = calloc(1, sizeof *f);
  assert_non_null(f);
  snprintf(f->folder, sizeof f->folder, "/tmp/g40-pdf-XXXXXX");
  assert_non_null(mkdtemp(f->folder));
  snprintf(f->program, sizeof f->program, "%s/pdftotext", f->folder);
  f->path = strdup(getenv("PATH") ? getenv("PATH") : "/usr/bin:/bin");
  assert_non_null(f->path);
  *state = f;
  return 0;
}

static int remove_folder(void **state) {
  fake *f = *state;
  setenv("PATH", f->path, 1);
  unlink(f->program);
  rmdir(f->folder);
  free(f->path);
  free(f);
  return 0;
}

/* Reads a PDF that this line of shell makes something of. */
static int read_with(fake *f, const char *script, g4_paper *paper, const g4_paper_options *options, g40_error *err) {
  FILE *file = fopen(f->program, "w");
  assert_non_null(file);
  fprintf(file, "#!/bin/sh\n%s\n", script);
  assert_int_equal(fclose(file), 0);
  assert_int_equal(chmod(f->program, 0755), 0);
  char path[256];
  snprintf(path, sizeof path, "%s:%s", f->folder, "/usr/bin:/bin");
  setenv("PATH", path, 1);
  return g4_paper_read_bytes(paper, "%PDF-1.4 x", 10, NULL, options, err);
}

static void check_fake(fake *f, const char *script, int code, const char *message) {
  g4_paper paper;
  g40_error err;
  assert_int_equal(read_with(f, script, &paper, &(g4_paper_options){.patience = 1}, &err), code);
  assert_string_equal(err.message, message);
}

static void test_fake__a_missing_program_is_told_with_what_to_install(void **state) {
  fake *f = *state;
  g4_paper paper;
  g40_error err;
  setenv("PATH", f->folder, 1);
  assert_int_equal(g4_paper_read_bytes(&paper, "%PDF-1.4 x", 10, NULL, NULL, &err), G40_IO);
  assert_string_equal(err.message, "is a PDF, which needs the program pdftotext; install the package poppler-utils");
}

static void test_fake__a_program_that_hangs_or_fails_is_told(void **state) {
  check_fake(*state, "exec sleep 100", G40_IO, "cannot be read: pdftotext did not get on with it and was ended");
  check_fake(*state, "exit 99", G40_INVALID, "cannot be read: pdftotext failed with status 99");
  check_fake(*state, "exit 3", G40_INVALID, "is a PDF that forbids taking out its text");
  check_fake(*state, "exit 0", G40_INVALID, "has no text layer: 0 pages without text; run OCR on it");
  check_fake(*state, "echo 'Syntax Error (12): Bad thing' >&2; exit 1", G40_INVALID, "is a broken PDF: Bad thing");
}

static bool stop(void *data) {
  (void)data;
  return true;
}

static void test_fake__cancelling_ends_it(void **state) {
  g4_paper paper;
  g40_error err;
  g4_paper_options options = {.stop = stop};
  assert_int_equal(read_with(*state, "exec sleep 100", &paper, &options, &err), G40_CANCELLED);
}

#define FAKE_PAGE "echo '<page w=\"1\"><word xMin=\"1\" yMin=\"1\" xMax=\"9\" yMax=\"9\">Tekst</word></page>'"

static void test_fake__damaged_parts_and_empty_pages_are_noted(void **state) {
  g4_paper paper;
  assert_int_equal(read_with(*state, FAKE_PAGE "; echo 'Syntax Error: Bad thing' >&2", &paper, NULL, NULL), G40_OK);
  assert_string_equal(paper.note, "parts of the PDF are damaged: Bad thing");
  assert_string_equal(paper.text.bytes, "Tekst\n");
  g4_paper_free(&paper);
  assert_int_equal(read_with(*state, FAKE_PAGE "; echo '<page ></page>'", &paper, NULL, NULL), G40_OK);
  assert_string_equal(paper.note, "1 of 2 pages holds no text");
  assert_int_equal(paper.pages.count, 1);
  g4_paper_free(&paper);
}

static void test_fake__failing_allocations_are_told(void **state) {
  g4_paper paper;
  g40_error err;
  assert_int_equal(read_with(*state, FAKE_PAGE, &paper, NULL, &err), G40_OK);
  g4_paper_free(&paper);
  faults_start(0);
  assert_int_equal(g4_paper_read_bytes(&paper, "%PDF-1.4 x", 10, NULL, NULL, &err), G40_OK);
  long n = faults_stop();
  g4_paper_free(&paper);
  assert_true(n > 3);
  for (long k = 1; k <= n; k++) {
    faults_start(k);
    int code = g4_paper_read_bytes(&paper, "%PDF-1.4 x", 10, NULL, NULL, &err);
    faults_stop();
    assert_int_equal(code, G40_NOMEM);
  }
}

#define FAKE(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_read__one_column_gives_every_sentence_as_it_was),
                                     cmocka_unit_test(test_read__two_columns_hyphens_and_running_heads_do_too),
                                     cmocka_unit_test(test_read__what_opens_without_a_password_is_read),
                                     cmocka_unit_test(test_read__interleaved_columns_invent_no_words),
                                     cmocka_unit_test(test_read__without_a_text_layer_is_refused),
                                     cmocka_unit_test(test_read__encrypted_is_refused),
                                     cmocka_unit_test(test_read__broken_is_refused),
                                     FAKE(test_fake__a_missing_program_is_told_with_what_to_install),
                                     FAKE(test_fake__a_program_that_hangs_or_fails_is_told),
                                     FAKE(test_fake__cancelling_ends_it),
                                     FAKE(test_fake__damaged_parts_and_empty_pages_are_noted),
                                     FAKE(test_fake__failing_allocations_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
