#include "fuzz/reader_target.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reader/paper.h"
#include "text/segment.h"
#include "text/utf8.h"

static void check(bool holds, const char *what) {
  if (!holds) {
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
  }
}

#define need(holds) check(holds, #holds)

/* Every byte of the reading form is the one of the source that it leads to, and ranges lie where they may. */
static void check_segment(const g4_text *text, const g4_segment *segment) {
  const g4_span *range = g4_text_segment_ranges(text, segment);
  need(segment->range_count > 0 && segment->reading_start < segment->reading_end);
  for (uint32_t k = 0; k < segment->range_count; k++) {
    need(range[k].start < range[k].end && range[k].end <= text->length && (!k || range[k - 1].end <= range[k].start));
    need(g4_utf8_is_boundary(text->source, text->length, range[k].start));
    need(g4_utf8_is_boundary(text->source, text->length, range[k].end));
    need(!memchr(text->source + range[k].start, '\0', range[k].end - range[k].start));
  }
  for (size_t i = segment->reading_start; i < segment->reading_end; i++) {
    size_t at = g4_text_source_at(text, i);
    need(at >= range[0].start && at < range[segment->range_count - 1].end);
    need(text->reading.text.bytes[i] == ' ' || text->reading.text.bytes[i] == text->source[at]);
  }
}

static void check_hints(const g4_paper *paper) {
  g4_buf form = {0}, again = {0};
  g4_hints read;
  need(g4_hints_fit(&paper->hints, paper->text.bytes, paper->text.length));
  g4_hints_write(&paper->hints, &form);
  need(g4_hints_read(&read, g4_buf_text(&form), form.length, paper->text.bytes, paper->text.length, NULL) == G40_OK);
  g4_hints_write(&read, &again);
  need(strcmp(g4_buf_text(&form), g4_buf_text(&again)) == 0);
  g4_hints_free(&read);
  g4_buf_free(&form);
  g4_buf_free(&again);
}

void read_and_check(const char *name, const uint8_t *bytes, size_t n) {
  g4_paper paper;
  g4_text text;
  g40_error err = {0};
  if (g4_format_of(name, (const char *)bytes, n) == G4_FORMAT_PDF) {
    return; /* that has a target of its own, without a child process */
  }
  if (g4_paper_read_bytes(&paper, (const char *)bytes, n, name, NULL, &err) != G40_OK) {
    need(err.code < 0 && *err.message && !paper.text.bytes);
    return;
  }
  need(paper.text.length && g4_utf8_valid(paper.text.bytes, paper.text.length, NULL));
  need(paper.pages.count > 0 && g4_paper_page(&paper, paper.text.length - 1) == paper.pages.count);
  need(paper.format == G4_FORMAT_HTML || g4_paper_file_offset(&paper, paper.text.length) == n);
  check_hints(&paper);
  const g4_hints *hints = paper.has_hints ? &paper.hints : NULL;
  need(g4_text_read_hinted(&text, paper.text.bytes, paper.text.length, hints, NULL) == G40_OK);
  for (size_t i = 0; i < text.segments.count; i++) {
    check_segment(&text, &text.segments.items[i]);
  }
  g4_text_free(&text);
  g4_paper_free(&paper);
}
