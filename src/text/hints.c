#include "text/hints.h"

#include <string.h>

#include "text/utf8.h"

static const char *const kinds[] = {"text", "item", "heading", "noise"};
enum { KINDS = sizeof kinds / sizeof *kinds, DEEPEST_HEADING = 6 };

bool g4_hints_block(g4_hints *hints, size_t start, size_t end, g4_hint_kind kind, uint8_t level) {
  return start >= end || g4_vec_push(&hints->blocks, (g4_hint){start, end, kind, level});
}

bool g4_hints_mark(g4_hints *hints, size_t start, size_t end) {
  if (start >= end) {
    return true;
  }
  g4_span *last = hints->marks.count ? &hints->marks.items[hints->marks.count - 1] : NULL;
  if (last && last->end == start) {
    last->end = end;
    return true;
  }
  return g4_vec_push(&hints->marks, (g4_span){start, end});
}

/* The written form is of lines. */
static bool has_control(const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if ((unsigned char)text[i] < ' ') {
      return true;
    }
  }
  return false;
}

bool g4_hints_link(g4_hints *hints, size_t start, size_t end, const char *target, size_t length) {
  if (start >= end || !length || has_control(target, length)) {
    return true;
  }
  size_t at = hints->targets.length;
  g4_buf_add(&hints->targets, target, length);
  g4_buf_add_char(&hints->targets, '\0');
  return !hints->targets.failed && g4_vec_push(&hints->links, (g4_link){start, end, at});
}

void g4_hints_free(g4_hints *hints) {
  g4_vec_free(&hints->blocks);
  g4_vec_free(&hints->marks);
  g4_vec_free(&hints->links);
  g4_buf_free(&hints->targets);
}

const char *g4_hints_target(const g4_hints *hints, const g4_link *link) { return hints->targets.bytes + link->target; }

/* Whether a span comes next in its list: `from` is where the one before ended. */
static bool fits(size_t start, size_t end, size_t *from, const char *text, size_t length) {
  bool good = start >= *from && start < end && end <= length && g4_utf8_is_boundary(text, length, start) &&
              g4_utf8_is_boundary(text, length, end);
  *from = end;
  return good;
}

bool g4_hints_fit(const g4_hints *hints, const char *text, size_t length) {
  size_t from = 0;
  for (size_t i = 0; i < hints->blocks.count; i++) {
    const g4_hint *block = &hints->blocks.items[i];
    bool heading = block->kind == G4_HINT_HEADING;
    bool level = heading ? block->level >= 1 && block->level <= DEEPEST_HEADING : !block->level;
    if (!level || !fits(block->start, block->end, &from, text, length)) {
      return false;
    }
  }
  from = 0;
  for (size_t i = 0; i < hints->marks.count; i++) {
    if (!fits(hints->marks.items[i].start, hints->marks.items[i].end, &from, text, length)) {
      return false;
    }
  }
  from = 0;
  for (size_t i = 0; i < hints->links.count; i++) {
    const g4_link *link = &hints->links.items[i];
    if (link->target >= hints->targets.length || !fits(link->start, link->end, &from, text, length)) {
      return false;
    }
  }
  return true;
}

void g4_hints_write(const g4_hints *hints, g4_buf *out) {
  for (size_t i = 0; i < hints->blocks.count; i++) {
    const g4_hint *block = &hints->blocks.items[i];
    g4_buf_add_text(out, kinds[block->kind]);
    if (block->level) {
      g4_buf_add_format(out, " %d", block->level);
    }
    g4_buf_add_format(out, " %zu %zu\n", block->start, block->end);
  }
  for (size_t i = 0; i < hints->marks.count; i++) {
    g4_buf_add_format(out, "mark %zu %zu\n", hints->marks.items[i].start, hints->marks.items[i].end);
  }
  for (size_t i = 0; i < hints->links.count; i++) {
    const g4_link *link = &hints->links.items[i];
    g4_buf_add_format(out, "link %zu %zu %s\n", link->start, link->end, g4_hints_target(hints, link));
  }
}

/* A line of the written form, and how far it was read. */
typedef struct {
  const char *text;
  size_t n, at;
} line;

/* The next word: up to a space or the end. */
static size_t word(line *l, const char **start) {
  *start = l->text + l->at;
  const char *space = memchr(*start, ' ', l->n - l->at);
  size_t n = space ? (size_t)(space - *start) : l->n - l->at;
  l->at += n + (space != NULL);
  return n;
}

static bool number(line *l, size_t *value) {
  const char *digits;
  size_t n = word(l, &digits);
  *value = 0;
  for (size_t i = 0; i < n; i++) {
    if (digits[i] < '0' || digits[i] > '9' || *value > (SIZE_MAX - 9) / 10) {
      return false;
    }
    *value = *value * 10 + (size_t)(digits[i] - '0');
  }
  return n > 0;
}

typedef enum { READ, MALFORMED, NO_MEMORY } outcome;

static outcome outcome_of(bool read, bool kept) { return !read ? MALFORMED : kept ? READ : NO_MEMORY; }

static outcome read_line(g4_hints *hints, line *l) {
  const char *name;
  size_t n = word(l, &name), start, end, level = 0;
  if (n == 4 && memcmp(name, "mark", n) == 0) {
    bool read = number(l, &start) && number(l, &end) && l->at == l->n && start < end;
    return outcome_of(read, read && g4_hints_mark(hints, start, end));
  }
  if (n == 4 && memcmp(name, "link", n) == 0) {
    bool read = number(l, &start) && number(l, &end) && l->at < l->n && start < end;
    read = read && !has_control(l->text + l->at, l->n - l->at);
    return outcome_of(read, read && g4_hints_link(hints, start, end, l->text + l->at, l->n - l->at));
  }
  for (int kind = 0; kind < KINDS; kind++) {
    if (n == strlen(kinds[kind]) && memcmp(name, kinds[kind], n) == 0) {
      bool read = kind != G4_HINT_HEADING || (number(l, &level) && level <= DEEPEST_HEADING);
      read = read && number(l, &start) && number(l, &end) && l->at == l->n && start < end;
      return outcome_of(read, read && g4_hints_block(hints, start, end, (g4_hint_kind)kind, (uint8_t)level));
    }
  }
  return MALFORMED;
}

int g4_hints_read(g4_hints *hints, const char *form, size_t n, const char *text, size_t length, g40_error *err) {
  *hints = (g4_hints){0};
  outcome done = READ;
  for (size_t at = 0; at < n && done == READ;) {
    const char *end = memchr(form + at, '\n', n - at);
    size_t stop = end ? (size_t)(end - form) : n;
    done = read_line(hints, &(line){form + at, stop - at, 0});
    at = stop + 1;
  }
  if (done == READ && !g4_hints_fit(hints, text, length)) {
    done = MALFORMED;
  }
  if (done == READ) {
    return G40_OK;
  }
  g4_hints_free(hints);
  return done == NO_MEMORY ? g4_nomem(err) : g4_fail(err, G40_CORRUPT, "the hints do not fit the text");
}
