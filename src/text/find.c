#include <string.h>

#include "text/chars.h"
#include "text/segment.h"
#include "text/utf8.h"

const g4_span *g4_text_segment_ranges(const g4_text *text, const g4_segment *segment) {
  return text->ranges.items + segment->first_range;
}

size_t g4_text_source_at(const g4_text *text, size_t reading) { return g4_offsets_origin(&text->reading.map, reading); }

size_t g4_text_reading_at(const g4_text *text, const g4_segment *segment, size_t source) {
  size_t low = segment->reading_start, high = segment->reading_end;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (g4_text_source_at(text, middle) < source) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* Index in by_reading of the first segment whose reading form ends behind `reading`. */
static size_t find_segment(const g4_text *text, size_t reading) {
  size_t low = 0, high = text->by_reading.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (text->segments.items[text->by_reading.items[middle]].reading_end <= reading) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

const g4_segment *g4_text_segment_at(const g4_text *text, size_t reading) {
  size_t i = find_segment(text, reading);
  return i < text->by_reading.count ? &text->segments.items[text->by_reading.items[i]] : NULL;
}

/* Whether a word would be cut between the bytes before `at` and at it. */
static bool cuts_word(const char *text, size_t n, size_t at) {
  size_t length;
  if (at == 0 || at == n) {
    return false;
  }
  return g4_char_is_word(g4_char_before(text, at, &length)) && g4_char_is_word(g4_char_at(text + at, n - at, &length));
}

static bool search(const char *text, size_t n, const char *quote, size_t length, size_t from, g4_span *found) {
  while (from < n && n - from >= length) {
    const char *first = memchr(text + from, quote[0], n - from - length + 1);
    if (!first) {
      return false;
    }
    size_t at = (size_t)(first - text);
    if (memcmp(first, quote, length) == 0 && !cuts_word(text, n, at) && !cuts_word(text, n, at + length)) {
      *found = (g4_span){at, at + length};
      return true;
    }
    from = at + 1;
  }
  return false;
}

/* The reading form of a quote: as of a text of its own, where no word is known. */
static int read_quote(const char *quote, g4_reading *out, g40_error *err) {
  size_t n = strlen(quote), fault;
  g4_lines lines = {0};
  const g4_hyphens hyphens = {0};
  if (!g4_utf8_valid(quote, n, &fault)) {
    return g4_fail_at(err, G40_INVALID, fault, "the quote is not UTF-8 at byte %zu", fault);
  }
  out->source = quote;
  int code = g4_lines_split(quote, n, &lines, err);
  if (code == G40_OK) {
    g4_reading_add(out, &hyphens, lines.items, lines.count);
    code = out->failed ? g4_nomem(err) : G40_OK;
  }
  g4_vec_free(&lines);
  return code;
}

int g4_text_find(const g4_text *text, const char *quote, size_t from, g4_span *found, g40_error *err) {
  g4_reading wanted = {0};
  const g4_buf *reading = &text->reading.text;
  int code = read_quote(quote, &wanted, err);
  const char *words = g4_buf_text(&wanted.text);
  if (code == G40_OK && !*words) {
    code = g4_fail(err, G40_ARGUMENT, "the quote is empty");
  } else if (code == G40_OK && !search(reading->bytes, reading->length, words, wanted.text.length, from, found)) {
    code = g4_fail(err, G40_NOT_FOUND, "not in the text: \"%s\"", words);
  }
  g4_reading_free(&wanted);
  return code;
}

/* Whether only white space lies in [start, end). A NUL is none. */
static bool is_blank(const g4_text *text, size_t start, size_t end) {
  g4_trim(text->source, &start, &end);
  return start == end;
}

static bool add_range(const g4_text *text, g4_span range, size_t first, g4_span_list *ranges) {
  if (ranges->count > first) {
    g4_span *last = &ranges->items[ranges->count - 1];
    if (last->end <= range.start && is_blank(text, last->end, range.start)) {
      last->end = range.end;
      return true;
    }
  }
  return g4_vec_push(ranges, range);
}

int g4_text_ranges(const g4_text *text, size_t start, size_t end, g4_span_list *ranges, g40_error *err) {
  size_t first = ranges->count;
  for (size_t i = find_segment(text, start); i < text->by_reading.count; i++) {
    const g4_segment *segment = &text->segments.items[text->by_reading.items[i]];
    if (segment->reading_start >= end) {
      break;
    }
    size_t from = start > segment->reading_start ? start : segment->reading_start;
    size_t to = end < segment->reading_end ? end : segment->reading_end;
    g4_span cut = {g4_text_source_at(text, from), g4_text_source_at(text, to - 1) + 1};
    const g4_span *range = g4_text_segment_ranges(text, segment);
    for (uint32_t k = 0; k < segment->range_count; k++) {
      g4_span part = {range[k].start > cut.start ? range[k].start : cut.start,
                      range[k].end < cut.end ? range[k].end : cut.end};
      if (part.start < part.end && !add_range(text, part, first, ranges)) {
        return g4_nomem(err);
      }
    }
  }
  return G40_OK;
}
