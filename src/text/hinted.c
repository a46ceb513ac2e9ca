#include "text/hinted.h"

#include "text/headings.h"
#include "text/utf8.h"

/* The mark that `at` stands in or before, from mark k on; marks and spans are walked through in step. */
static size_t next_mark(const g4_hints *hints, size_t k, size_t at) {
  while (k < hints->marks.count && hints->marks.items[k].end <= at) {
    k++;
  }
  return k;
}

/* Moves the ends of a line past white space and marks. *k: a mark that ends behind the start of the line. */
static void trim(const char *source, const g4_hints *hints, size_t *k, size_t *start, size_t *end) {
  const g4_span *marks = hints->marks.items;
  g4_trim(source, start, end);
  *k = next_mark(hints, *k, *start);
  while (*k < hints->marks.count && marks[*k].start <= *start && *start < *end) {
    *start = marks[*k].end < *end ? marks[*k].end : *end;
    g4_trim(source, start, end);
    *k = next_mark(hints, *k, *start);
  }
  size_t last = next_mark(hints, *k, *end);
  last += last < hints->marks.count && marks[last].start < *end;
  while (last > *k && *start < *end && marks[last - 1].end >= *end) {
    *end = marks[last - 1].start > *start ? marks[last - 1].start : *start;
    g4_trim(source, start, end);
    last--;
  }
}

static bool is_break(char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v' || !c; }

int g4_hinted_lines(const char *source, const g4_hints *hints, g4_lines *lines, g40_error *err) {
  size_t mark = 0;
  for (size_t i = 0; i < hints->blocks.count; i++) {
    const g4_hint *block = &hints->blocks.items[i];
    uint16_t flags = G4_LINE_AFTER_BLANK, noise = block->kind == G4_HINT_NOISE ? G4_LINE_NOISE : 0;
    for (size_t at = block->start, next; at < block->end; at = next) {
      size_t stop = at;
      while (stop < block->end && !is_break(source[stop])) {
        stop++;
      }
      next = stop + 1;
      size_t start = at, end = stop;
      trim(source, hints, &mark, &start, &end);
      if (start < end) {
        uint32_t width = (uint32_t)g4_utf8_count(source + start, end - start);
        if (!g4_vec_push(lines, (g4_line){(uint32_t)start, (uint32_t)end, width, flags | noise})) {
          return g4_nomem(err);
        }
        flags = 0;
      }
      if (stop < block->end && !source[stop]) {
        flags = G4_LINE_AFTER_BLANK | G4_LINE_AFTER_NUL;
      }
    }
  }
  return G40_OK;
}

int g4_hinted_next(g4_hinted *hinted, g4_unit *unit, bool *more, g40_error *err) {
  const g4_line *lines = hinted->lines->items;
  unit->lines.count = 0;
  unit->mark = (g4_item_mark){0};
  while (hinted->line < hinted->lines->count && (lines[hinted->line].flags & G4_LINE_NOISE)) {
    hinted->line++;
  }
  *more = hinted->line < hinted->lines->count;
  if (!*more) {
    return G40_OK;
  }
  const g4_line *first = &lines[hinted->line];
  while (hinted->hints->blocks.items[hinted->block].end <= first->start) {
    hinted->block++;
  }
  const g4_hint *block = &hinted->hints->blocks.items[hinted->block];
  do {
    g4_line line = lines[hinted->line++];
    line.flags = 0;
    if (!g4_vec_push(&unit->lines, line)) {
      return g4_nomem(err);
    }
  } while (hinted->line < hinted->lines->count && !(lines[hinted->line].flags & G4_LINE_AFTER_BLANK));
  bool link = unit->lines.count == 1 && g4_is_link_line(hinted->source + first->start, first->end - first->start);
  unit->kind = link ? G4_UNIT_LINK : block->kind == G4_HINT_HEADING ? G4_UNIT_HEADING : G4_UNIT_TEXT;
  unit->list_item = block->kind == G4_HINT_ITEM;
  unit->level = block->level;
  return G40_OK;
}
