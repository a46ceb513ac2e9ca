#include "query/listing.h"
#include "query/loader.h"
#include "query/stored_text.h"
#include "text/utf8.h"

/* The segment in which a byte of the source stands, or NULL. */
static const g4_segment *segment_of(const g4_text *text, size_t at) {
  for (size_t i = 0; i < text->segments.count; i++) {
    const g4_segment *segment = &text->segments.items[i];
    const g4_span *ranges = g4_text_segment_ranges(text, segment);
    for (size_t k = 0; k < segment->range_count; k++) {
      if (ranges[k].start <= at && at < ranges[k].end) {
        return segment;
      }
    }
  }
  return NULL;
}

/* Where the section of a reading offset lies: between headings, inside the running text; elsewhere the segment alone.
 */
static g4_span section_of(const g4_text *text, const g4_segment *first, const g4_segment *last) {
  if (first->reading_start >= text->running) {
    return (g4_span){first->reading_start, last->reading_end};
  }
  g4_span section = {0, text->running};
  for (size_t i = 0; i < text->segments.count; i++) {
    const g4_segment *segment = &text->segments.items[i];
    if (segment->kind == G4_SEGMENT_HEADING && segment->reading_start < text->running) {
      if (segment->reading_end <= first->reading_start) {
        section.start = segment->reading_end;
      } else if (segment->reading_start >= last->reading_end && segment->reading_start < section.end) {
        section.end = segment->reading_start;
      }
    }
  }
  return section;
}

static bool is_space(const char *text, size_t at) { return text[at] == ' ' || text[at] == '\n'; }

/* At most `around` bytes on a side, cut where a word starts or ends. */
static g4_span widen(const char *text, g4_span quote, g4_span section, size_t around) {
  g4_span wide = {quote.start - section.start > around ? quote.start - around : section.start,
                  section.end - quote.end > around ? quote.end + around : section.end};
  while (wide.start > section.start && wide.start < quote.start && !is_space(text, wide.start - 1)) {
    wide.start++;
  }
  while (wide.end < section.end && wide.end > quote.end && !is_space(text, wide.end)) {
    wide.end--;
  }
  while (wide.start < quote.start && is_space(text, wide.start)) {
    wide.start++;
  }
  while (wide.end > quote.end && is_space(text, wide.end - 1)) {
    wide.end--;
  }
  return wide;
}

static const char *keep(g4_loader *loader, const g4_stored_text *in, size_t start, size_t end) {
  g4_buf words = {0};
  g4_contacts_mask_reading(&in->contacts, &in->text, start, end, &words);
  const char *copy = words.failed ? NULL : g4_arena_strndup(&loader->owner->arena, g4_buf_text(&words), words.length);
  loader->failed |= !copy;
  if (copy && !g4_utf8_valid(copy, words.length, NULL)) { /* a contact's range cuts a character */
    loader->failed |= G4_TEXT_DAMAGED;
  }
  g4_buf_free(&words);
  return copy;
}

static int fill(g4_loader *loader, const g4_stored_text *in, size_t start, size_t end, size_t around,
                g40_context *context) {
  const g4_text *text = &in->text;
  const g4_segment *first = segment_of(text, start), *last = segment_of(text, end - 1);
  if (!first || !last) {
    return g4_fail(loader->err, G40_ARGUMENT, "nothing to read stands at bytes %zu to %zu", start, end);
  }
  g4_span quote = {g4_text_reading_at(text, first, start), g4_text_reading_at(text, last, end)};
  if (quote.end < quote.start) {
    return g4_fail(loader->err, G40_ARGUMENT, "bytes %zu to %zu are no running text", start, end);
  }
  g4_span section = section_of(text, first, last);
  section.start = section.start < quote.start ? section.start : quote.start;
  section.end = section.end > quote.end ? section.end : quote.end;
  g4_span wide = widen(g4_buf_text(&text->reading.text), quote, section, around);
  context->owner = loader->owner;
  context->before = keep(loader, in, wide.start, quote.start);
  context->quote = keep(loader, in, quote.start, quote.end);
  context->after = keep(loader, in, quote.end, wide.end);
  return G40_OK;
}

g40_context *g4_answer_context(g4_session *session, const char *document, int64_t start, int64_t end, int64_t around,
                               bool with_contacts, g40_error *err) {
  g4_loader loader;
  g4_stored_text in = {0};
  if (g4_loader_begin(&loader, session, NULL, err) != G40_OK) {
    return NULL;
  }
  g40_context *context = g4_arena_alloc(&loader.owner->arena, sizeof *context);
  int code = context ? g4_stored_text_read(session, document, with_contacts, &in, err) : g4_nomem(err);
  if (code == G40_OK && (start < 0 || end <= start || (uint64_t)end > in.bytes.length || around < 0)) {
    code = g4_fail(err, G40_ARGUMENT, "start and end must be a range inside the text, around not negative");
  }
  if (code == G40_OK && !(g4_utf8_is_boundary(g4_buf_text(&in.bytes), in.bytes.length, (size_t)start) &&
                          g4_utf8_is_boundary(g4_buf_text(&in.bytes), in.bytes.length, (size_t)end))) {
    code = g4_fail(err, G40_ARGUMENT, "start and end must not cut a character");
  }
  if (code == G40_OK) {
    code = fill(&loader, &in, (size_t)start, (size_t)end, (size_t)around, context);
  }
  g4_stored_text_free(&in);
  return g4_loader_end(&loader, code, context);
}
