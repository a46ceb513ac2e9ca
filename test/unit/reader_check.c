#include "unit/reader_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/segment.h"
#include "unit/text_check.h"

static bool leads_back(const g4_text *text, const g4_segment *segment) {
  const g4_span *ranges = g4_text_segment_ranges(text, segment);
  size_t before = ranges[0].start;
  for (size_t i = segment->reading_start; i < segment->reading_end; i++) {
    char c = text->reading.text.bytes[i];
    size_t at = g4_text_source_at(text, i);
    if (at < before || at >= text->length || (c != ' ' && text->source[at] != c)) {
      return false;
    }
    before = at;
  }
  return true;
}

static void add_segment(g4_buf *out, const g4_text *text, const g4_segment *segment) {
  static const char *const kinds[] = {"H", "S ", "N ", "L ", "C "};
  if (segment->kind == G4_SEGMENT_HEADING) {
    g4_buf_add_format(out, "H%d ", segment->level);
  } else {
    g4_buf_add_text(out, segment->list_item ? "* " : kinds[segment->kind]);
  }
  g4_buf_add(out, text->reading.text.bytes + segment->reading_start, segment->reading_end - segment->reading_start);
  g4_buf_add_char(out, '\n');
}

char *segments_of(const char *name, const char *bytes, size_t n, g4_paper *paper) {
  g4_paper own;
  g4_paper *in = paper ? paper : &own;
  g4_buf out = {0};
  g40_error err = {0};
  int code = g4_paper_read_bytes(in, bytes, n, name, NULL, &err);
  if (code == G40_OK) {
    g4_text text;
    code = g4_text_read_hinted(&text, in->text.bytes, in->text.length, in->has_hints ? &in->hints : NULL, &err);
    assert_int_equal(code, G40_OK);
    if (!in->hints.marks.count) {
      const char *fault = text_fault(&text);
      assert_string_equal(fault ? fault : "", "");
    }
    for (size_t i = 0; i < text.segments.count; i++) {
      assert_true(leads_back(&text, &text.segments.items[i]));
      add_segment(&out, &text, &text.segments.items[i]);
    }
    g4_text_free(&text);
  } else {
    assert_int_equal(code, err.code);
    g4_buf_add_format(&out, "%s: %s", g40_error_name(code), err.message);
  }
  if (!paper) {
    g4_paper_free(&own);
  }
  char *result = strdup(g4_buf_text(&out));
  g4_buf_free(&out);
  assert_non_null(result);
  return result;
}

void assert_segments(const char *name, const char *text, const char *expected) {
  char *found = segments_of(name, text, strlen(text), NULL);
  assert_string_equal(found, expected);
  free(found);
}
