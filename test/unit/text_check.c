#include "unit/text_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/chars.h"
#include "text/utf8.h"

/* Ranges: ascending, inside, on boundaries, trimmed, without NUL, no byte in two segments. */
static const char *range_fault(const g4_text *text, const g4_segment *segment, unsigned char *taken) {
  const g4_span *range = g4_text_segment_ranges(text, segment);
  if (!segment->range_count) {
    return "a segment has no range";
  }
  for (uint32_t k = 0; k < segment->range_count; k++) {
    size_t start = range[k].start, end = range[k].end;
    if (start >= end || end > text->length || (k && start < range[k - 1].end)) {
      return "ranges do not ascend inside the source";
    }
    if (!g4_utf8_is_boundary(text->source, text->length, start) ||
        !g4_utf8_is_boundary(text->source, text->length, end)) {
      return "a range cuts a code point";
    }
    g4_trim(text->source, &start, &end);
    if (start != range[k].start || end != range[k].end) {
      return "a range has white space at an end";
    }
    for (size_t i = start; i < end; i++) {
      if (!text->source[i] || taken[i]++) {
        return text->source[i] ? "a byte stands in two segments" : "a NUL stands in a range";
      }
    }
  }
  return NULL;
}

static size_t skip_unseen(const g4_text *text, size_t at, size_t end) {
  size_t length;
  while (at < end) {
    uint32_t code = g4_utf8_decode(text->source + at, end - at, &length);
    if (!g4_char_is_space(code) && !g4_char_is_invisible(code)) {
      break;
    }
    at += length;
  }
  return at;
}

/* Whether a hyphen stands at the end of a line or a range, where it may be dropped. */
static size_t line_hyphen(const g4_text *text, size_t at, size_t end) {
  size_t length;
  uint32_t code = g4_utf8_decode(text->source + at, end - at, &length);
  size_t next = at + length;
  bool last = next == end || g4_char_at(text->source + next, end - next, &(size_t){0}) == G4_CHAR_SPACE;
  return last && (code == '-' || code == 0x2010) ? length : 0;
}

/* What the ranges hold, without white space, is what the reading form holds, but for hyphens at line ends. */
static const char *reading_fault(const g4_text *text, const g4_segment *segment) {
  const g4_span *range = g4_text_segment_ranges(text, segment);
  const char *reading = text->reading.text.bytes;
  size_t at = segment->reading_start, end = segment->reading_end;
  if (at >= end || end > text->reading.text.length || reading[at] == ' ' || reading[end - 1] == ' ') {
    return "a reading span is empty or has a space at an end";
  }
  for (uint32_t k = 0; k < segment->range_count; k++) {
    for (size_t i = skip_unseen(text, range[k].start, range[k].end); i < range[k].end;) {
      at += at < end && reading[at] == ' ';
      if (at < end && reading[at] == text->source[i]) {
        if (g4_text_source_at(text, at) != i) {
          return "the map leads elsewhere";
        }
        at++;
        i++;
      } else {
        size_t hyphen = line_hyphen(text, i, range[k].end);
        if (!hyphen) {
          return "the reading form differs from the ranges";
        }
        i += hyphen;
      }
      i = skip_unseen(text, i, range[k].end);
    }
  }
  return at == end ? NULL : "the reading form has more than the ranges";
}

/* A reading span leads back to the bytes of its segment. */
static const char *back_fault(const g4_text *text, const g4_segment *segment) {
  g4_span_list back = {0};
  const g4_span *range = g4_text_segment_ranges(text, segment);
  const char *fault = NULL;
  if (g4_text_ranges(text, segment->reading_start, segment->reading_end, &back, NULL) != G40_OK) {
    fault = "no memory";
  } else if (back.items[0].start != range[0].start ||
             back.items[back.count - 1].end != range[segment->range_count - 1].end) {
    fault = "a reading span does not lead back to its ranges";
  } else if (g4_text_segment_at(text, segment->reading_start) != segment) {
    fault = "a segment is not found by its reading form";
  }
  g4_vec_free(&back);
  return fault;
}

static const char *segments_fault(const g4_text *text, unsigned char *taken) {
  size_t before = 0;
  for (size_t i = 0; i < text->segments.count; i++) {
    const g4_segment *segment = &text->segments.items[i];
    const char *fault = range_fault(text, segment, taken);
    fault = fault ? fault : reading_fault(text, segment);
    fault = fault ? fault : back_fault(text, segment);
    if (fault) {
      return fault;
    }
    size_t start = g4_text_segment_ranges(text, segment)->start;
    if (i && start <= before) {
      return "segments are out of order";
    }
    before = start;
    bool running = segment->kind == G4_SEGMENT_HEADING || segment->kind == G4_SEGMENT_SENTENCE;
    if (running != (segment->reading_end <= text->running)) {
      return "a segment is read in the wrong part";
    }
    if ((segment->kind == G4_SEGMENT_HEADING) != (segment->level > 0)) {
      return "a level without a heading, or a heading without one";
    }
  }
  return NULL;
}

const char *text_fault(const g4_text *text) {
  const g4_buf *reading = &text->reading.text;
  for (size_t i = 0; i < reading->length; i++) {
    if (reading->bytes[i] == '\n' && i < text->running) {
      return "a line break in the running text";
    }
    if (i && reading->bytes[i] == ' ' && reading->bytes[i - 1] == ' ') {
      return "two spaces in the reading form";
    }
  }
  if (!g4_utf8_valid(g4_buf_text(reading), reading->length, NULL)) {
    return "the reading form is not UTF-8";
  }
  if (text->by_reading.count != text->segments.count) {
    return "not every segment is known by its reading form";
  }
  unsigned char *taken = calloc(text->length + 1, 1);
  const char *fault = taken ? segments_fault(text, taken) : "no memory";
  free(taken);
  return fault;
}

char *text_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    return NULL;
  }
  char *bytes = NULL;
  size_t capacity = 0;
  *length = 0;
  do {
    capacity += 1 << 16;
    char *larger = realloc(bytes, capacity + 1);
    if (!larger) {
      break;
    }
    bytes = larger;
    *length += fread(bytes + *length, 1, capacity - *length, file);
  } while (*length == capacity);
  fclose(file);
  if (bytes) {
    bytes[*length] = '\0';
  }
  return bytes;
}
