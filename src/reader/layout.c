#include "reader/layout.h"

#include <stdlib.h>
#include <string.h>

#include "text/chars.h"
#include "text/utf8.h"

/* In hundredths of the height of the type: what parts words, the distance of lines where there are too few to tell,
 * which sizes differ. In hundredths of the distance of most lines: what parts paragraphs. */
enum { WORD_GAP = 8, USUAL_PITCH = 125, OTHER_SIZE = 15, PARAGRAPH_GAP = 130, FEWEST_PAIRS = 5, HUNDRED = 100 };
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

/* Appends a word. Control characters are glyphs of symbol fonts: between letters a tab, alone at the start of a line a
 * bullet. */
static void add_word(g4_buf *words, const char *text, size_t n, bool line_starts) {
  size_t start = words->length;
  bool control = false;
  for (size_t at = 0, length; at < n; at += length) {
    char c = 0, code[G4_UTF8_LONGEST];
    length = text[at] == '&' ? read_entity(text + at, n - at, &c) : 0;
    uint32_t point = length ? (unsigned char)c : g4_utf8_decode(text + at, n - at, &length);
    if (point < ' ' || (point >= 0x7F && point < 0xA0)) {
      control = true;
      continue;
    }
    if (control && words->length > start) {
      g4_buf_add_char(words, ' ');
    }
    g4_buf_add(words, code, g4_utf8_encode(point, code));
    control = false;
  }
  if (control && line_starts && words->length == start) {
    g4_buf_add_text(words, "\xE2\x80\xA2");
  }
}

/* --- lines and pages */

static bool same_size(const g4_box *a, const g4_box *b) {
  int64_t larger = height(a) > height(b) ? height(a) : height(b);
  return llabs(height(a) - height(b)) * HUNDRED <= larger * OTHER_SIZE;
}

/* How far line i lies below the one before, in hundredths of the height of the type; negative on another page. */
static int64_t down(const g4_layout *l, size_t i) {
  const g4_layout_line *a = &l->lines.items[i - 1], *b = &l->lines.items[i];
  int64_t larger = height(&a->box) > height(&b->box) ? height(&a->box) : height(&b->box);
  return a->page == b->page ? (b->box.bottom - a->box.bottom) * HUNDRED / larger : -1;
}

static int compare(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

/* The middle one of the distances between lines of one size, in hundredths of the height of the type. */
static int64_t find_pitch(g4_layout *l) {
  G4_VEC(int64_t) distances = {0};
  for (size_t i = 1; i < l->lines.count && !l->text.failed; i++) {
    bool next = down(l, i) > 0 && same_size(&l->lines.items[i - 1].box, &l->lines.items[i].box);
    l->text.failed = next && !g4_vec_push(&distances, down(l, i));
  }
  int64_t pitch = USUAL_PITCH;
  if (distances.count >= FEWEST_PAIRS) {
    qsort(distances.items, distances.count, sizeof *distances.items, compare);
    pitch = distances.items[distances.count / 2];
  }
  g4_vec_free(&distances);
  return pitch;
}

/* Whether white space stands above line i. */
static bool is_apart(const g4_layout *l, size_t i, int64_t pitch) {
  int64_t gap = down(l, i);
  return gap > 0 &&
         (gap * HUNDRED > pitch * PARAGRAPH_GAP || !same_size(&l->lines.items[i - 1].box, &l->lines.items[i].box));
}

static void write_text(g4_layout *l) {
  int64_t pitch = find_pitch(l);
  size_t page = 1;
  for (size_t i = 0; i < l->lines.count && !l->text.failed; i++) {
    const g4_layout_line *line = &l->lines.items[i];
    for (; page < line->page; page++) {
      g4_buf_add_char(&l->text, '\f');
    }
    if (i && is_apart(l, i, pitch)) {
      g4_buf_add_char(&l->text, '\n');
    }
    g4_buf_add(&l->text, l->words.bytes + line->start, line->end - line->start);
    g4_buf_add_char(&l->text, '\n');
  }
  for (; page < l->pages; page++) {
    g4_buf_add_char(&l->text, '\f');
  }
}

/* Whether a word goes on to the right, at the height of the line. */
static bool goes_on(const g4_layout *l, const g4_box *line, const g4_box *word) {
  int64_t top = word->top > line->top ? word->top : line->top;
  int64_t bottom = word->bottom < line->bottom ? word->bottom : line->bottom;
  int64_t high = height(word), tall = height(line);
  int64_t smaller = high < tall ? high : tall, larger = high < tall ? tall : high;
  return (bottom - top) * 2 > smaller && word->left > l->last.right - larger / 2;
}

static void take_word(g4_layout *l, const g4_box *box, const char *text, size_t n) {
  size_t start = l->words.length;
  g4_layout_line *line = l->lines.count ? &l->lines.items[l->lines.count - 1] : NULL;
  bool more = line && line->page == l->pages && goes_on(l, &line->box, box);
  if (more) {
    int64_t smaller = height(box) < height(&l->last) ? height(box) : height(&l->last);
    if ((box->left - l->last.right) * HUNDRED > smaller * WORD_GAP) {
      g4_buf_add_char(&l->words, ' ');
    }
  }
  size_t before = l->words.length;
  add_word(&l->words, text, n, !more);
  if (l->words.failed || l->words.length == before) { /* nothing of it can be shown */
    l->words.length = l->words.failed ? l->words.length : start;
    return;
  }
  if (!more) {
    l->words.failed = !g4_vec_push(&l->lines, (g4_layout_line){start, 0, l->pages, *box});
  }
  if (l->words.failed) {
    return;
  }
  line = &l->lines.items[l->lines.count - 1];
  line->end = l->words.length;
  line->box = height(box) > height(&line->box) ? *box : line->box;
  l->last = *box;
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
    l->pages++;
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
  l->text.failed = l->text.failed || l->words.failed || l->pending.failed;
  return !l->text.failed && l->words.length <= l->most;
}

void g4_layout_finish(g4_layout *l) {
  l->text.failed = l->text.failed || l->words.failed;
  if (!l->text.failed) {
    write_text(l);
  }
  g4_buf_free(&l->pending);
  g4_buf_free(&l->words);
  g4_vec_free(&l->lines);
}
