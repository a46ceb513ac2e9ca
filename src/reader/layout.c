#include "reader/layout.h"

#include <string.h>

#include "text/chars.h"
#include "text/utf8.h"

/* In hundredths of the height of the type: what parts words, what parts paragraphs, which sizes differ. */
enum { WORD_GAP = 8, PARAGRAPH_GAP = 140, OTHER_SIZE = 15, HUNDRED = 100 };
enum { LONGEST_ELEMENT = 1 << 20, LARGEST_NUMBER = 1000000000 };

static int64_t height(const g4_box *box) { return box->bottom - box->top; }

/* --- what pdftotext writes */

/* "123.456000" as thousandths, cut to a range in which nothing can overflow. */
static int64_t read_number(const char *text, size_t n) {
  bool negative = n && text[0] == '-';
  int64_t value = 0;
  int decimals = -1; /* none yet */
  for (size_t i = negative; i < n && decimals < 3; i++) {
    if (text[i] == '.' && decimals < 0) {
      decimals = 0;
    } else if (g4_ascii_is_digit(text[i]) && (decimals >= 0 || value < LARGEST_NUMBER)) {
      value = value * 10 + (text[i] - '0');
      decimals += decimals >= 0;
    } else if (!g4_ascii_is_digit(text[i])) {
      break;
    }
  }
  for (int i = decimals < 0 ? 0 : decimals; i < 3; i++) {
    value *= 10;
  }
  return negative ? -value : value;
}

/* The four numbers of <word xMin="1" yMin="2" xMax="3" yMax="4">. */
static bool read_box(const char *tag, size_t n, g4_box *box) {
  int64_t numbers[4];
  size_t at = 0;
  for (int i = 0; i < 4; i++) {
    const char *open = memchr(tag + at, '"', n - at);
    size_t start = open ? (size_t)(open - tag) + 1 : n;
    const char *close = start < n ? memchr(tag + start, '"', n - start) : NULL;
    if (!close) {
      return false;
    }
    size_t length = (size_t)(close - tag) - start;
    numbers[i] = read_number(tag + start, length);
    at = start + length + 1;
  }
  *box = (g4_box){numbers[0], numbers[1], numbers[2], numbers[3]};
  return box->left <= box->right && box->top < box->bottom;
}

/* The character of &amp; and the like at text; its length, or 0 where there is none. */
static size_t read_entity(const char *text, size_t n, char *c) {
  static const struct {
    const char *name;
    char c;
  } entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
    size_t length = strlen(entities[i].name);
    if (n >= length && memcmp(text, entities[i].name, length) == 0) {
      *c = entities[i].c;
      return length;
    }
  }
  return 0;
}

/* Appends a word. Control characters are glyphs of symbol fonts: one alone is a bullet, others say nothing. */
static void add_word(g4_buf *line, const char *text, size_t n) {
  size_t start = line->length;
  bool controls = false;
  for (size_t at = 0, length; at < n; at += length) {
    char c, code[G4_UTF8_LONGEST];
    length = text[at] == '&' ? read_entity(text + at, n - at, &c) : 0;
    if (length) {
      g4_buf_add_char(line, c);
      continue;
    }
    uint32_t point = g4_utf8_decode(text + at, n - at, &length);
    if (point < ' ' || (point >= 0x7F && point < 0xA0)) {
      controls = true;
    } else {
      g4_buf_add(line, code, g4_utf8_encode(point, code));
    }
  }
  if (controls && line->length == start) {
    g4_buf_add_text(line, "\xE2\x80\xA2");
  }
}

/* --- lines */

static void end_line(g4_layout *l) {
  if (l->line.length) {
    g4_buf_add(&l->text, l->line.bytes, l->line.length);
    g4_buf_add_char(&l->text, '\n');
    l->before = l->tallest;
    l->below = true;
  }
  g4_buf_clear(&l->line);
}

/* Whether white space stands above the line that was put together: then an empty line goes before it. */
static bool is_apart(const g4_layout *l) {
  int64_t high = height(&l->tallest), before = height(&l->before);
  int64_t larger = high > before ? high : before, smaller = high > before ? before : high;
  int64_t down = l->tallest.bottom - l->before.bottom;
  return down > 0 && (down * HUNDRED > larger * PARAGRAPH_GAP || (larger - smaller) * HUNDRED > larger * OTHER_SIZE);
}

static void write_line(g4_layout *l) {
  if (l->line.length && l->below && is_apart(l)) {
    g4_buf_add_char(&l->text, '\n');
  }
  end_line(l);
}

/* Whether a word goes on to the right, at the height of the line. */
static bool goes_on(const g4_layout *l, const g4_box *word) {
  const g4_box *line = &l->tallest;
  int64_t top = word->top > line->top ? word->top : line->top;
  int64_t bottom = word->bottom < line->bottom ? word->bottom : line->bottom;
  int64_t high = height(word), tall = height(line);
  int64_t smaller = high < tall ? high : tall, larger = high < tall ? tall : high;
  return (bottom - top) * 2 > smaller && word->left > l->last.right - larger / 2;
}

static void take_word(g4_layout *l, const g4_box *box, const char *text, size_t n) {
  if (l->line.length && goes_on(l, box)) {
    int64_t smaller = height(box) < height(&l->last) ? height(box) : height(&l->last);
    if ((box->left - l->last.right) * HUNDRED > smaller * WORD_GAP) {
      g4_buf_add_char(&l->line, ' ');
    }
    l->tallest = height(box) > height(&l->tallest) ? *box : l->tallest;
  } else {
    write_line(l);
    l->tallest = *box;
  }
  l->last = *box;
  add_word(&l->line, text, n);
}

static void take_page(g4_layout *l) {
  write_line(l);
  if (l->pages++) {
    g4_buf_add_char(&l->text, '\f');
  }
  l->below = false;
}

/* --- the output as it comes */

static bool begins(const char *text, size_t n, const char *start) {
  size_t length = strlen(start);
  return n >= length && memcmp(text, start, length) == 0;
}

static const char *find(const char *text, size_t n, const char *words) {
  size_t length = strlen(words);
  for (const char *at = text; n - (size_t)(at - text) >= length; at++) {
    at = memchr(at, words[0], n - (size_t)(at - text) - length + 1);
    if (!at) {
      return NULL;
    }
    if (memcmp(at, words, length) == 0) {
      return at;
    }
  }
  return NULL;
}

/* Takes the element that starts at text; its length, or 0 where it is not complete. */
static size_t take_element(g4_layout *l, const char *text, size_t n) {
  if (n < sizeof "<word " - 1) {
    return 0;
  }
  if (begins(text, n, "<page ")) {
    take_page(l);
    return 1;
  }
  if (!begins(text, n, "<word ")) {
    return 1;
  }
  const char *close = find(text, n, "</word>"), *tag_end = memchr(text, '>', n);
  if (!close || !tag_end) {
    return n > LONGEST_ELEMENT ? 1 : 0;
  }
  g4_box box;
  if (tag_end < close && read_box(text, (size_t)(tag_end - text), &box)) {
    take_word(l, &box, tag_end + 1, (size_t)(close - tag_end) - 1);
  }
  return (size_t)(close - text);
}

bool g4_layout_take(void *layout, const char *bytes, size_t n) {
  g4_layout *l = layout;
  g4_buf_add(&l->pending, bytes, n);
  size_t at = 0;
  while (at < l->pending.length && !l->pending.failed) {
    const char *start = memchr(l->pending.bytes + at, '<', l->pending.length - at);
    if (!start) {
      at = l->pending.length;
      break;
    }
    at = (size_t)(start - l->pending.bytes);
    size_t length = take_element(l, start, l->pending.length - at);
    if (!length) {
      break;
    }
    at += length;
  }
  if (!l->pending.failed && at) {
    l->pending.length -= at;
    memmove(l->pending.bytes, l->pending.bytes + at, l->pending.length);
  }
  l->text.failed = l->text.failed || l->line.failed || l->pending.failed;
  return !l->text.failed && l->text.length + l->line.length <= l->most;
}

void g4_layout_finish(g4_layout *l) {
  write_line(l);
  l->text.failed = l->text.failed || l->line.failed;
  g4_buf_free(&l->pending);
  g4_buf_free(&l->line);
}
