#include "reader/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_of__name_first_bytes_where_it_says_nothing(void **state) {
  (void)state;
  const struct {
    const char *name, *bytes;
    g4_format format;
  } files[] = {{"a.txt", "<html>", G4_FORMAT_TEXT},
               {"a.md", "x", G4_FORMAT_MARKDOWN},
               {"map/a.MarkDown", "x", G4_FORMAT_MARKDOWN},
               {"a.HTM", "x", G4_FORMAT_HTML},
               {"a.xhtml", "x", G4_FORMAT_HTML},
               {"a.pdf", "x", G4_FORMAT_PDF},
               {"a.txt", "%PDF-1.4", G4_FORMAT_PDF},
               {"-", "\r\n%PDF-1.4", G4_FORMAT_PDF},
               {"a.txt", "over %PDF-1.4", G4_FORMAT_TEXT},
               {"-", "\xEF\xBB\xBF\n <!DOCTYPE html>", G4_FORMAT_HTML},
               {NULL, "<HTML lang=nl>", G4_FORMAT_HTML},
               {NULL, "<html", G4_FORMAT_TEXT},
               {NULL, "<htmlachtig>", G4_FORMAT_TEXT},
               {NULL, "# kop", G4_FORMAT_TEXT},
               {NULL, "", G4_FORMAT_TEXT},
               {"map.md/a", "# kop", G4_FORMAT_TEXT},
               {"md", "# kop", G4_FORMAT_TEXT},
               {"a.mdx", "# kop", G4_FORMAT_TEXT}};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    assert_int_equal(g4_format_of(files[i].name, files[i].bytes, strlen(files[i].bytes)), files[i].format);
  }
}

static void test_foreign__is_named(void **state) {
  (void)state;
  assert_string_equal(g4_format_foreign("PK\x03\x04....", 8), "a Word, OpenDocument or ZIP file");
  assert_string_equal(g4_format_foreign("{\\rtf1\\ansi", 11), "an RTF file");
  assert_string_equal(g4_format_foreign("\x89PNG\r\n", 6), "an image");
  assert_null(g4_format_foreign("PK", 2));
  assert_null(g4_format_foreign("GIF is een formaat", 18));
  assert_null(g4_format_foreign("", 0));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_of__name_first_bytes_where_it_says_nothing),
                                     cmocka_unit_test(test_foreign__is_named)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
