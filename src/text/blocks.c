#include "text/blocks.h"

#include "text/chars.h"
#include "text/cues.h"
#include "text/headings.h"
#include "text/utf8.h"

/* Lines on either side that tell how wide the column is; noise lines that a sentence may run on over. */
enum { NEIGHBOURS = 4, MOST_NOISE_BETWEEN = 12, LONGEST_HEADING_LINES = 4 };

/* What lies between a line and the next one of text. */
typedef struct {
  size_t next; /* index of that line; count of lines where there is none */
  bool gap, noise, nul, bare_mark;
} between;

static const char *text_of(const g4_blocks *b, const g4_line *line) { return b->source + line->start; }
static size_t length_of(const g4_line *line) { return line->end - line->start; }

static g4_item_mark mark_of(const g4_blocks *b, const g4_line *line) {
  return g4_item_mark_of(text_of(b, line), length_of(line));
}

/* A mark and nothing behind it: it belongs to a line further on. */
static bool is_bare_mark(const g4_blocks *b, const g4_line *line) {
  bool word = line->width > 8 && g4_ascii_is_letter(b->source[line->start]);
  return !word && mark_of(b, line).length == length_of(line);
}

static between look_ahead(const g4_blocks *b, size_t i) {
  between gap = {i + 1, false, false, false, false};
  for (; gap.next < b->lines->count; gap.next++) {
    const g4_line *line = &b->lines->items[gap.next];
    gap.gap = gap.gap || (line->flags & (G4_LINE_AFTER_BLANK | G4_LINE_AFTER_PAGE));
    gap.nul = gap.nul || (line->flags & G4_LINE_AFTER_NUL);
    bool bare = is_bare_mark(b, line);
    if (!bare && !(line->flags & G4_LINE_NOISE)) {
      break;
    }
    gap.noise = true;
    gap.bare_mark = gap.bare_mark || (bare && !(line->flags & G4_LINE_NOISE));
    if (gap.next - i > MOST_NOISE_BETWEEN) {
      gap.next = b->lines->count;
      break;
    }
  }
  return gap;
}

/* How wide the lines around are: the second widest, so that one odd line does not count. */
static uint32_t column_width(const g4_blocks *b, size_t i) {
  uint32_t widest = 0, second = 0;
  size_t first = i > NEIGHBOURS ? i - NEIGHBOURS : 0;
  for (size_t k = first; k < b->lines->count && k <= i + NEIGHBOURS; k++) {
    const g4_line *line = &b->lines->items[k];
    if (line->flags & G4_LINE_NOISE) {
      continue;
    }
    if (line->width > widest) {
      second = widest;
      widest = line->width;
    } else if (line->width > second) {
      second = line->width;
    }
  }
  return second;
}

/* Whether the first word of the next line would have fitted on this one, with a margin for proportional type. */
static bool ends_on_purpose(const g4_blocks *b, size_t i, size_t next) {
  const g4_line *line = &b->lines->items[i], *after = &b->lines->items[next];
  uint64_t needed = (uint64_t)line->width + 1 + g4_first_word_width(text_of(b, after), length_of(after));
  return needed * 20 < (uint64_t)column_width(b, i) * 17;
}

/* What a line begins with, past quotes and brackets that open. */
static g4_char_class beginning(const char *text, size_t n) {
  g4_char_class kind = G4_CHAR_OTHER;
  for (size_t at = 0, length; at < n; at += length) {
    kind = g4_char_at(text + at, n - at, &length);
    if (kind != G4_CHAR_OPEN && kind != G4_CHAR_QUOTE) {
      break;
    }
  }
  return kind;
}

static bool goes_on_small(g4_char_class begin) {
  return begin == G4_CHAR_LOWER || begin == G4_CHAR_CLOSE || begin == G4_CHAR_COMMA || begin == G4_CHAR_COLON ||
         begin == G4_CHAR_STOP;
}

/* Whether the last word of a line can end nothing: an article, a preposition. */
static bool ends_open(const g4_blocks *b, const g4_line *line) {
  uint32_t at = line->end;
  while (at > line->start && g4_ascii_is_letter(b->source[at - 1])) {
    at--;
  }
  return at < line->end && g4_is_function_word(b->source + at, line->end - at);
}

static bool all_capitals(const g4_blocks *b, const g4_line *line) {
  return g4_has_no_small_letter(text_of(b, line), length_of(line));
}

/* Whether the mark that the next line seems to begin with is one, given what stands before. */
static bool is_item(const g4_blocks *b, const g4_unit *unit, size_t i, const between *gap, g4_item_mark mark,
                    g4_line_end end) {
  bool clear =
      gap->gap || gap->bare_mark || end == G4_END_STOP || end == G4_END_COLON || ends_on_purpose(b, i, gap->next);
  bool next_in_list =
      mark.kind == unit->mark.kind && mark.depth == unit->mark.depth && mark.value == unit->mark.value + 1;
  const g4_line *next = &b->lines->items[gap->next];
  switch (mark.kind) {
    case G4_MARK_BULLET:
      return true;
    case G4_MARK_DASH:
      return clear || unit->mark.kind == G4_MARK_DASH ||
             beginning(text_of(b, next) + mark.length, length_of(next) - mark.length) != G4_CHAR_LOWER;
    case G4_MARK_PLAIN:
      return next_in_list || (clear && (mark.value == 1 || mark.value == b->last_number + 1));
    case G4_MARK_NUMBER:
    case G4_MARK_LETTER:
      return next_in_list || clear;
    default:
      return false;
  }
}

/* An unfinished line, then a blank line or noise, then a line with a capital: still one sentence? */
static bool spans_gap(const g4_blocks *b, const g4_unit *unit, size_t i, const between *gap, g4_line_end end) {
  const g4_line *line = &b->lines->items[i];
  if (ends_open(b, line)) {
    return true;
  }
  if (!gap->noise || gap->bare_mark) {
    return false;
  }
  bool full = (uint64_t)line->width * 4 >= (uint64_t)column_width(b, i) * 3;
  return end == G4_END_HYPHEN || end == G4_END_COMMA || (full && unit->lines.count > 1);
}

/* Whether a line begins with a word that only has a capital where a sentence starts: De, Daarom. */
static bool opens_sentence(const g4_blocks *b, const g4_line *line) {
  uint32_t at = line->start;
  while (at < line->end && g4_ascii_is_letter(b->source[at])) {
    at++;
  }
  bool ended = at == line->end || b->source[at] == ' ' || b->source[at] == ',';
  return ended && g4_is_opening_word(b->source + line->start, at - line->start);
}

/* Between two lines of a block, the first without a stop: was it broken on purpose? */
static bool is_parted(const g4_blocks *b, size_t i, size_t next) {
  return ends_on_purpose(b, i, next) || opens_sentence(b, &b->lines->items[next]);
}

/* Whether a heading starts at line i, behind one that is full and ends with a stop: up to three lines that go on small
 * and end on purpose. */
static bool starts_heading(const g4_blocks *b, size_t i) {
  for (size_t k = i; k < i + 3 && k + 1 < b->lines->count; k++) {
    const g4_line *line = &b->lines->items[k], *next = line + 1;
    g4_line_end end = g4_end_of(text_of(b, line), length_of(line));
    if ((next->flags & G4_LINE_NOISE) || (end != G4_END_WORD && end != G4_END_COMMA && end != G4_END_HYPHEN)) {
      return false;
    }
    bool apart = (next->flags & (G4_LINE_AFTER_BLANK | G4_LINE_AFTER_PAGE)) || mark_of(b, next).kind;
    bool small = goes_on_small(beginning(text_of(b, next), length_of(next)));
    if (!small) {
      return (apart || is_parted(b, k, k + 1)) && !ends_open(b, line) &&
             g4_is_heading(b->source, &b->lines->items[i], k + 1 - i, false, false);
    }
    if (apart) {
      return false;
    }
  }
  return false;
}

/* Whether the unit goes on from line i, its last, to the next one. */
static bool runs_on(const g4_blocks *b, const g4_unit *unit, size_t i, const between *gap) {
  const g4_line *line = &b->lines->items[i], *next = &b->lines->items[gap->next];
  if (gap->nul || g4_is_link_line(text_of(b, next), length_of(next))) {
    return false;
  }
  g4_line_end end = g4_end_of(text_of(b, line), length_of(line));
  g4_item_mark mark = mark_of(b, next);
  if (mark.kind && is_item(b, unit, i, gap, mark, end)) {
    return false;
  }
  bool small = goes_on_small(beginning(text_of(b, next), length_of(next)));
  if (gap->bare_mark && (!small || end == G4_END_STOP)) {
    return false;
  }
  if (end == G4_END_STOP) {
    return gap->gap ? small && gap->noise : !ends_on_purpose(b, i, gap->next) && !starts_heading(b, gap->next);
  }
  if (small) {
    return true;
  }
  if (gap->gap || gap->noise) {
    return end != G4_END_COLON && spans_gap(b, unit, i, gap, end);
  }
  if (end == G4_END_HYPHEN || end == G4_END_COMMA || ends_open(b, line)) {
    return true;
  }
  if (all_capitals(b, line) && all_capitals(b, next) && unit->lines.count <= LONGEST_HEADING_LINES) {
    return true;
  }
  bool numbered = unit->mark.kind == G4_MARK_NUMBER && unit->mark.depth > 1 && unit->lines.count == 1;
  return !numbered && !is_parted(b, i, gap->next);
}

static bool keep_line(g4_unit *unit, g4_line line, bool apart) {
  line.flags = apart ? G4_LINE_APART : 0;
  return g4_vec_push(&unit->lines, line);
}

/* A number that marks an item, where the next unit or the one before is the next number or the one before. */
static bool is_in_number_list(const g4_blocks *b, const g4_unit *unit, const between *gap) {
  if (unit->mark.kind != G4_MARK_NUMBER || unit->mark.depth > 1) {
    return false;
  }
  if (b->after_number && unit->mark.value == b->last_number + 1) {
    return true;
  }
  if (gap->next == b->lines->count) {
    return false;
  }
  g4_item_mark next = mark_of(b, &b->lines->items[gap->next]);
  return next.kind == G4_MARK_NUMBER && next.value == unit->mark.value + 1;
}

/* A unit ends on purpose before white space or a mark, or where its last line had room for more. */
static bool is_heading(const g4_blocks *b, const g4_unit *unit, size_t last, const between *gap, bool opened) {
  if (unit->list_item && (unit->mark.kind != G4_MARK_NUMBER && unit->mark.kind != G4_MARK_PLAIN)) {
    return false;
  }
  if (gap->next == b->lines->count || unit->lines.count > LONGEST_HEADING_LINES || is_in_number_list(b, unit, gap)) {
    return false;
  }
  const g4_line *next = &b->lines->items[gap->next];
  if (goes_on_small(beginning(text_of(b, next), length_of(next)))) {
    return false;
  }
  bool closed = gap->gap || gap->noise || mark_of(b, next).kind || is_parted(b, last, gap->next);
  return closed && g4_is_heading(b->source, unit->lines.items, unit->lines.count, opened && gap->gap,
                                 unit->mark.kind != G4_MARK_NONE);
}

static int read_unit(g4_blocks *b, g4_unit *unit, g40_error *err) {
  size_t i = b->at;
  const g4_line *line = &b->lines->items[i];
  bool opened = (line->flags & (G4_LINE_AFTER_BLANK | G4_LINE_AFTER_PAGE)) != 0;
  unit->mark = mark_of(b, line);
  if (unit->mark.kind == G4_MARK_PLAIN && unit->mark.value != 1 && unit->mark.value != b->last_number + 1) {
    unit->mark = (g4_item_mark){0};
  }
  bool kept = keep_line(unit, *line, false);
  unit->list_item = b->bare_mark || unit->mark.kind != G4_MARK_NONE;
  between gap = look_ahead(b, i);
  while (kept && gap.next < b->lines->count && runs_on(b, unit, i, &gap)) {
    bool numbered = (line->flags & G4_LINE_NUMBER_BEHIND) || (b->lines->items[gap.next].flags & G4_LINE_NUMBER_BEFORE);
    i = gap.next;
    line = &b->lines->items[i];
    kept = keep_line(unit, *line, gap.noise || numbered);
    gap = look_ahead(b, i);
  }
  if (!kept) {
    return g4_nomem(err);
  }
  if (is_heading(b, unit, i, &gap, opened)) {
    unit->kind = G4_UNIT_HEADING;
  }
  b->after_number = unit->kind == G4_UNIT_TEXT && unit->mark.kind == G4_MARK_NUMBER;
  if (unit->mark.kind == G4_MARK_NUMBER || unit->mark.kind == G4_MARK_PLAIN) {
    b->last_number = unit->mark.value;
  }
  b->at = i + 1;
  return G40_OK;
}

/* A link may be broken over lines, at a place where no word would be. */
static int read_link(g4_blocks *b, g4_unit *unit, g40_error *err) {
  const uint16_t apart = G4_LINE_AFTER_BLANK | G4_LINE_AFTER_PAGE | G4_LINE_AFTER_NUL | G4_LINE_NOISE;
  unit->kind = G4_UNIT_LINK;
  do {
    if (!keep_line(unit, b->lines->items[b->at], false)) {
      return g4_nomem(err);
    }
    b->at++;
  } while (b->at < b->lines->count && !(b->lines->items[b->at].flags & apart) &&
           g4_is_link_rest(text_of(b, &b->lines->items[b->at]), length_of(&b->lines->items[b->at])));
  return G40_OK;
}

int g4_blocks_next(g4_blocks *b, g4_unit *unit, bool *more, g40_error *err) {
  unit->lines.count = 0;
  unit->kind = G4_UNIT_TEXT;
  unit->list_item = false;
  unit->level = 0;
  unit->mark = (g4_item_mark){0};
  b->bare_mark = false;
  for (*more = true; b->at < b->lines->count; b->at++) {
    const g4_line *line = &b->lines->items[b->at];
    if (line->flags & G4_LINE_NOISE) {
      continue;
    }
    if (is_bare_mark(b, line)) {
      b->bare_mark = true;
      continue;
    }
    return g4_is_link_line(text_of(b, line), length_of(line)) ? read_link(b, unit, err) : read_unit(b, unit, err);
  }
  *more = false;
  return G40_OK;
}

void g4_unit_free(g4_unit *unit) { g4_vec_free(&unit->lines); }
