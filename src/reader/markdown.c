#include "reader/markdown.h"

#include <stdint.h>
#include <string.h>

#include <md4c.h>

typedef struct {
  const char *text; /* a copy of the source: same length, NUL and front matter blank */
  size_t length;
  g4_hints *hints;
  bool failed;

  bool open; /* a block that has words */
  size_t start, end;
  bool noise;           /* in code or HTML */
  bool item;            /* the next block is the first one of an item */
  g4_hint_kind kind;    /* of the block */
  uint8_t level;        /* of the heading that is open */
  bool broken, cell;    /* a line break, or the border of a table's cell, before the next word */
  bool anchored, plain; /* the block has words that link to a place in the document; and others */

  unsigned images; /* open ones: their words are not shown */
  bool linking, anchor;
  size_t link_start; /* SIZE_MAX: no word yet */
  g4_buf target;
} reader;

static int result(const reader *r) { return r->failed ? -1 : 0; }

static void need(reader *r, bool done) { r->failed = r->failed || !done; }

/* --- blocks */

static void end_block(reader *r) {
  if (r->open) {
    bool contents = r->anchored && !r->plain;
    g4_hint_kind kind = r->noise || contents ? G4_HINT_NOISE : r->kind;
    need(r, g4_hints_block(r->hints, r->start, r->end, kind, kind == G4_HINT_HEADING ? r->level : 0));
  }
  r->open = r->broken = r->cell = r->anchored = r->plain = false;
}

/* Between two cells the bars are what parts them: they stay. */
static void mark_all_but_bars(reader *r, size_t from, size_t to) {
  for (size_t at = from; at < to; at++) {
    if (!strchr("| \t\r\n", r->text[at])) {
      need(r, g4_hints_mark(r->hints, at, at + 1));
    }
  }
}

/* What lies between two words and is none. Of a line break, only the break stays. */
static void mark_gap(reader *r, size_t from, size_t to) {
  if (r->cell) {
    mark_all_but_bars(r, from, to);
    return;
  }
  size_t split = to;
  while (r->broken && split > from && r->text[split - 1] != '\n' && r->text[split - 1] != '\r') {
    split--;
  }
  if (!r->broken || split == from) {
    need(r, g4_hints_mark(r->hints, from, to));
    return;
  }
  need(r, g4_hints_mark(r->hints, from, split - 1) && g4_hints_mark(r->hints, split, to));
}

static void add_words(reader *r, size_t start, size_t end) {
  if (!r->open) {
    r->open = true;
    r->start = start;
    r->kind = r->level ? G4_HINT_HEADING : r->item ? G4_HINT_ITEM : G4_HINT_TEXT;
    r->item = false;
  } else if (start > r->end) {
    mark_gap(r, r->end, start);
  }
  r->broken = r->cell = false;
  r->end = end;
  r->anchored = r->anchored || r->anchor;
  r->plain = r->plain || !r->anchor;
  if (r->linking && r->link_start == SIZE_MAX) {
    r->link_start = start;
  }
}

static int on_block(MD_BLOCKTYPE type, void *detail, void *data) {
  reader *r = data;
  if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) {
    r->cell = true;
    return result(r);
  }
  end_block(r);
  r->item = r->item || type == MD_BLOCK_LI;
  r->level = type == MD_BLOCK_H ? (uint8_t)((MD_BLOCK_H_DETAIL *)detail)->level : 0;
  r->noise = type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
  return result(r);
}

static int on_block_end(MD_BLOCKTYPE type, void *detail, void *data) {
  (void)detail;
  reader *r = data;
  if (type != MD_BLOCK_TD && type != MD_BLOCK_TH) {
    end_block(r);
    r->item = r->item && type != MD_BLOCK_LI;
    r->level = 0;
    r->noise = false;
  }
  return result(r);
}

/* --- spans and words */

static int on_span(MD_SPANTYPE type, void *detail, void *data) {
  reader *r = data;
  r->images += type == MD_SPAN_IMG;
  if (type == MD_SPAN_A) {
    const MD_ATTRIBUTE *target = &((MD_SPAN_A_DETAIL *)detail)->href;
    r->linking = true;
    r->link_start = SIZE_MAX;
    r->anchor = target->size && target->text[0] == '#';
    g4_buf_clear(&r->target);
    g4_buf_add(&r->target, target->text, target->size);
    need(r, !r->target.failed);
  }
  return result(r);
}

static int on_span_end(MD_SPANTYPE type, void *detail, void *data) {
  (void)detail;
  reader *r = data;
  r->images -= type == MD_SPAN_IMG && r->images;
  if (type == MD_SPAN_A && !r->failed) {
    const char *target = g4_buf_text(&r->target);
    bool elsewhere = strncmp(target, "https://", 8) == 0 || strncmp(target, "http://", 7) == 0;
    if (elsewhere && r->linking && r->link_start < r->end) { /* of links in each other only the inner one is one */
      need(r, g4_hints_link(r->hints, r->link_start, r->end, target, r->target.length));
    }
    r->linking = r->anchor = false;
  }
  return result(r);
}

/* Text that does not lie in the source is what md4c puts for line breaks. */
static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE n, void *data) {
  reader *r = data;
  uintptr_t base = (uintptr_t)r->text, place = (uintptr_t)text;
  if (place < base || place - base >= r->length) {
    r->broken = true;
    return result(r);
  }
  size_t start = place - base, end = start + n;
  bool markup = type == MD_TEXT_HTML && !r->noise;
  if (!n || r->images || markup || end > r->length || (r->open && start < r->end)) {
    return result(r);
  }
  bool ampersand = type == MD_TEXT_ENTITY && n == 5 && memcmp(text, "&amp;", 5) == 0;
  add_words(r, start, ampersand ? start + 1 : end);
  return result(r);
}

/* --- what is not Markdown */

static size_t line_end(const char *text, size_t n, size_t at) {
  const char *end = at < n ? memchr(text + at, '\n', n - at) : NULL;
  return end ? (size_t)(end - text) + 1 : n;
}

static bool is_fence(const char *text, size_t at, size_t end) {
  while (end > at && (text[end - 1] == '\n' || text[end - 1] == '\r' || text[end - 1] == ' ')) {
    end--;
  }
  return end - at == 3 && (memcmp(text + at, "---", 3) == 0 || memcmp(text + at, "...", 3) == 0);
}

/* Where metadata in YAML at the start of the text ends, or `from`: two fences, and a key in the first line between. */
static size_t front_matter(const char *text, size_t n, size_t from) {
  size_t at = line_end(text, n, from), first = line_end(text, n, at);
  bool opened = is_fence(text, from, at) && text[from] == '-';
  if (!opened || !memchr(text + at, ':', first - at)) {
    return from;
  }
  for (at = first; at < n; at = first) {
    first = line_end(text, n, at);
    if (is_fence(text, at, first)) {
      return first;
    }
  }
  return from;
}

static void blank(char *text, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (text[i] != '\n' && text[i] != '\r') {
      text[i] = ' ';
    }
  }
}

/* Makes blank what md4c would not understand; metadata is told as noise. */
static void prepare(reader *r, char *text, size_t n) {
  size_t start = n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  size_t end = front_matter(text, n, start);
  need(r, g4_hints_block(r->hints, start, end, G4_HINT_NOISE, 0));
  blank(text, end);
  for (size_t i = end; i < n; i++) {
    text[i] = text[i] ? text[i] : ' ';
  }
}

int g4_markdown_read(const char *text, size_t n, g4_hints *hints, g40_error *err) {
  static const MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
                                   .enter_block = on_block,
                                   .leave_block = on_block_end,
                                   .enter_span = on_span,
                                   .leave_span = on_span_end,
                                   .text = on_text};
  *hints = (g4_hints){0};
  if (n > G4_MOST_MARKDOWN) {
    return g4_fail(err, G40_UNSUPPORTED, "is too long: the most is %d MB of Markdown", G4_MOST_MARKDOWN >> 20);
  }
  g4_buf copy = {0};
  g4_buf_add(&copy, text, n);
  reader r = {.text = copy.bytes, .length = n, .hints = hints, .failed = copy.failed};
  if (!r.failed) {
    prepare(&r, copy.bytes, n);
  }
  bool parsed = !r.failed && md_parse(copy.bytes, (MD_SIZE)n, &parser, &r) == 0;
  g4_buf_free(&copy);
  g4_buf_free(&r.target);
  return parsed && !r.failed ? G40_OK : g4_nomem(err);
}
