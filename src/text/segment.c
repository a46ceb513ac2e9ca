#include "text/segment.h"

#include <string.h>

#include "text/blocks.h"
#include "text/contact.h"
#include "text/headings.h"
#include "text/hinted.h"
#include "text/noise.h"
#include "text/sentences.h"
#include "text/utf8.h"

enum { LONGEST_CONTACT = 400 };

/* Lines that are not running text, kept until the running text is complete. */
typedef struct {
  g4_segment_kind kind;
  size_t first, count; /* of `aside_lines` */
  uint32_t paragraph;
} aside;

typedef struct {
  g4_text *text;
  const g4_hints *hints; /* NULL: none */
  g4_lines lines;
  g4_hyphens hyphens;
  g4_levels levels;
  uint32_t paragraph;
  G4_VEC(aside) asides;
  g4_lines aside_lines;
  G4_VEC(g4_segment) rest; /* the segments of the asides */
} segmenter;

/* Appends the source ranges of the reading span, over the lines of its unit; one more for every line that stands
 * apart. `line` is where to start looking and is moved on. */
static bool add_ranges(segmenter *s, const g4_lines *lines, size_t *line, g4_segment *segment) {
  g4_text *text = s->text;
  size_t start = g4_offsets_origin(&text->reading.map, segment->reading_start);
  size_t end = g4_offsets_origin(&text->reading.map, segment->reading_end - 1) + 1;
  segment->first_range = (uint32_t)text->ranges.count;
  while (*line + 1 < lines->count && lines->items[*line].end <= start) {
    ++*line;
  }
  while (*line + 1 < lines->count && lines->items[*line].end < end) {
    const g4_line *next = &lines->items[*line + 1];
    if (next->flags & G4_LINE_APART) {
      if (!g4_vec_push(&text->ranges, (g4_span){start, lines->items[*line].end})) {
        return false;
      }
      start = next->start;
    }
    ++*line;
  }
  bool added = g4_vec_push(&text->ranges, (g4_span){start, end});
  segment->range_count = (uint32_t)text->ranges.count - segment->first_range;
  return added;
}

static bool keep_segment(segmenter *s, g4_segment segment) {
  bool running = segment.kind == G4_SEGMENT_HEADING || segment.kind == G4_SEGMENT_SENTENCE;
  return running ? g4_vec_push(&s->text->segments, segment) : g4_vec_push(&s->rest, segment);
}

/* Makes one segment of the reading form from `start` on. */
static bool add_whole(segmenter *s, const g4_lines *lines, size_t start, g4_segment segment) {
  size_t line = 0;
  segment.reading_start = start;
  segment.reading_end = s->text->reading.text.length;
  return start == segment.reading_end || (add_ranges(s, lines, &line, &segment) && keep_segment(s, segment));
}

/* Makes segments of the reading form from `start` on: a sentence each. */
static bool add_sentences(segmenter *s, const g4_lines *lines, size_t start, g4_segment segment) {
  g4_reading *reading = &s->text->reading;
  size_t line = 0, end = reading->text.length;
  g4_sentence sentence;
  bool item = segment.list_item;
  for (size_t at = start; g4_sentence_next(reading->text.bytes, end, at, &sentence); at = sentence.next) {
    segment.list_item = item || sentence.item;
    segment.reading_start = sentence.start;
    segment.reading_end = sentence.end;
    item = false;
    if (!add_ranges(s, lines, &line, &segment) || !keep_segment(s, segment)) {
      return false;
    }
  }
  return true;
}

static bool keep_aside(segmenter *s, g4_segment_kind kind, const g4_line *lines, size_t count) {
  if (!g4_vec_push(&s->asides, (aside){kind, s->aside_lines.count, count, s->paragraph})) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    if (!g4_vec_push(&s->aside_lines, lines[i])) {
      return false;
    }
  }
  return true;
}

static bool is_one_sentence(const char *text, size_t n) {
  g4_sentence sentence;
  return g4_sentence_next(text, n, 0, &sentence) && sentence.next >= n;
}

/* What a unit becomes. A few lines with contact data that are no sentence are an aside, as links are. */
static g4_segment_kind kind_of(const segmenter *s, const g4_unit *unit) {
  const g4_line *first = &unit->lines.items[0], *last = &unit->lines.items[unit->lines.count - 1];
  const char *text = s->text->source + first->start;
  size_t n = last->end - first->start;
  g4_contact contact;
  if (unit->kind == G4_UNIT_LINK) {
    bool personal = g4_contact_next(text, n, 0, &contact) && contact.kind == G4_CONTACT_LINK;
    return personal ? G4_SEGMENT_CONTACT : G4_SEGMENT_LINK;
  }
  bool open = n <= LONGEST_CONTACT && g4_end_of(text, n) != G4_END_STOP;
  bool single = open && is_one_sentence(text, n);
  if (single && g4_contact_next(text, n, 0, &contact)) {
    return G4_SEGMENT_CONTACT;
  }
  bool said = unit->level || unit->lines.count == 1;
  bool heading = unit->kind == G4_UNIT_HEADING && (said || is_one_sentence(text, n));
  return heading ? G4_SEGMENT_HEADING : G4_SEGMENT_SENTENCE;
}

static bool add_running(segmenter *s, const g4_unit *unit, g4_segment_kind kind) {
  g4_reading *reading = &s->text->reading;
  g4_reading_part(reading, ' ');
  size_t start = reading->text.length;
  g4_reading_add(reading, &s->hyphens, unit->lines.items, unit->lines.count);
  if (reading->failed) {
    return false;
  }
  g4_segment segment = {.kind = kind, .paragraph = s->paragraph};
  if (kind == G4_SEGMENT_SENTENCE) {
    segment.list_item = unit->list_item;
    return add_sentences(s, &unit->lines, start, segment);
  }
  segment.level = unit->level;
  if (!segment.level) {
    segment.level = g4_level_of(&s->levels, reading->text.bytes + start, reading->text.length - start);
  }
  return add_whole(s, &unit->lines, start, segment);
}

static bool add_unit(segmenter *s, g4_unit *unit) {
  s->paragraph++;
  g4_segment_kind kind = kind_of(s, unit);
  if (kind == G4_SEGMENT_LINK || kind == G4_SEGMENT_CONTACT) {
    return keep_aside(s, kind, unit->lines.items, unit->lines.count);
  }
  if (kind == G4_SEGMENT_SENTENCE) {
    size_t start = unit->lines.items[0].start + unit->mark.length, end = unit->lines.items[0].end;
    g4_trim(s->text->source, &start, &end);
    unit->lines.items[0].start = (uint32_t)start;
  }
  return add_running(s, unit, kind);
}

static bool add_units(segmenter *s, g40_error *err) {
  g4_blocks blocks = {.source = s->text->source, .lines = &s->lines};
  g4_hinted hinted = {.source = s->text->source, .hints = s->hints, .lines = &s->lines};
  g4_unit unit = {0};
  bool more = true, ok = true;
  while (ok && more) {
    int code = s->hints ? g4_hinted_next(&hinted, &unit, &more, err) : g4_blocks_next(&blocks, &unit, &more, err);
    ok = code == G40_OK && (!more || add_unit(s, &unit));
  }
  g4_unit_free(&unit);
  s->text->running = s->text->reading.text.length;
  return ok;
}

static bool add_aside(segmenter *s, const g4_lines *lines, g4_segment segment) {
  g4_reading *reading = &s->text->reading;
  g4_reading_part(reading, '\n');
  size_t start = reading->text.length;
  g4_reading_add(reading, &s->hyphens, lines->items, lines->count);
  if (reading->failed) {
    return false;
  }
  return segment.kind == G4_SEGMENT_NOISE ? add_sentences(s, lines, start, segment)
                                          : add_whole(s, lines, start, segment);
}

/* Noise and the other asides, in order of the source, behind the running text. */
static bool add_asides(segmenter *s) {
  size_t k = 0;
  for (size_t i = 0; i <= s->lines.count; i++) {
    g4_line *line = i < s->lines.count ? &s->lines.items[i] : NULL;
    if (line && !(line->flags & G4_LINE_NOISE)) {
      continue;
    }
    for (; k < s->asides.count; k++) {
      const aside *a = &s->asides.items[k];
      g4_lines lines = {s->aside_lines.items + a->first, a->count, a->count};
      if (line && lines.items[0].start > line->start) {
        break;
      }
      if (!add_aside(s, &lines, (g4_segment){.kind = a->kind, .paragraph = a->paragraph})) {
        return false;
      }
    }
    g4_lines one = {line, 1, 1};
    if (line && !add_aside(s, &one, (g4_segment){.kind = G4_SEGMENT_NOISE})) {
      return false;
    }
  }
  return true;
}

/* Puts the segments of both lists in order of the source. */
static bool merge(segmenter *s) {
  g4_text *text = s->text;
  size_t running = text->segments.count, i = 0, k = 0;
  G4_VEC(g4_segment) merged = {0};
  G4_VEC(uint32_t) order = {0};
  bool ok = true;
  while (ok && (i < running || k < s->rest.count)) {
    bool first = i < running && (k == s->rest.count || text->ranges.items[text->segments.items[i].first_range].start <
                                                           text->ranges.items[s->rest.items[k].first_range].start);
    ok = g4_vec_push(&merged, first ? text->segments.items[i] : s->rest.items[k]) && g4_vec_push(&order, 0);
    i += first;
    k += !first;
  }
  if (!ok) {
    g4_vec_free(&merged);
    g4_vec_free(&order);
    return false;
  }
  i = 0;
  k = running;
  for (size_t m = 0; m < merged.count; m++) {
    bool is_running = merged.items[m].reading_start < text->running;
    order.items[is_running ? i++ : k++] = (uint32_t)m;
  }
  g4_vec_free(&text->segments);
  text->segments.items = merged.items;
  text->segments.count = merged.count;
  text->segments.capacity = merged.capacity;
  text->by_reading.items = order.items;
  text->by_reading.count = order.count;
  text->by_reading.capacity = order.capacity;
  return true;
}

static int find_lines(segmenter *s, g40_error *err) {
  const g4_text *text = s->text;
  if (s->hints) {
    return g4_hinted_lines(text->source, s->hints, &s->lines, err);
  }
  int code = g4_lines_split(text->source, text->length, &s->lines, err);
  return code == G40_OK ? g4_noise_find(text->source, &s->lines, err) : code;
}

static int run(segmenter *s, g40_error *err) {
  g4_text *text = s->text;
  int code = find_lines(s, err);
  if (code == G40_OK) {
    code = g4_hyphens_learn(&s->hyphens, text->source, text->length, &s->lines, err);
  }
  if (code == G40_OK && !(add_units(s, err) && add_asides(s) && merge(s))) {
    code = g4_nomem(err);
  }
  return code;
}

int g4_text_read(g4_text *text, const char *source, size_t length, g40_error *err) {
  return g4_text_read_hinted(text, source, length, NULL, err);
}

int g4_text_read_stored(g4_text *text, const char *source, size_t length, const char *hints, g40_error *err) {
  g4_hints read = {0};
  *text = (g4_text){0};
  int code = hints ? g4_hints_read(&read, hints, strlen(hints), source, length, err) : G40_OK;
  if (code == G40_OK) {
    code = g4_text_read_hinted(text, source, length, hints ? &read : NULL, err);
  }
  g4_hints_free(&read);
  return code;
}

int g4_text_read_hinted(g4_text *text, const char *source, size_t length, const g4_hints *hints, g40_error *err) {
  size_t fault;
  *text = (g4_text){.source = source, .length = length, .reading = {.source = source}};
  if (length >= UINT32_MAX) {
    return g4_fail(err, G40_UNSUPPORTED, "the text has %zu bytes; the most that can be read is 4 GiB", length);
  }
  if (!g4_utf8_valid(source, length, &fault)) {
    return g4_fail_at(err, G40_INVALID, fault, "the text is not UTF-8 at byte %zu", fault);
  }
  segmenter s = {.text = text, .hints = hints};
  if (hints) {
    if (!g4_hints_fit(hints, source, length)) {
      return g4_fail(err, G40_CORRUPT, "the hints do not fit the text");
    }
    text->reading.marks = hints->marks.items;
    text->reading.mark_count = hints->marks.count;
  }
  int code = run(&s, err);
  g4_vec_free(&s.lines);
  g4_vec_free(&s.asides);
  g4_vec_free(&s.aside_lines);
  g4_vec_free(&s.rest);
  g4_hyphens_free(&s.hyphens);
  text->reading.marks = NULL;
  text->reading.mark_count = 0;
  if (code != G40_OK) {
    g4_text_free(text);
  }
  return code;
}

void g4_text_free(g4_text *text) {
  g4_vec_free(&text->segments);
  g4_vec_free(&text->ranges);
  g4_vec_free(&text->by_reading);
  g4_reading_free(&text->reading);
  *text = (g4_text){0};
}
