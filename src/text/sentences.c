#include "text/sentences.h"

#include "text/chars.h"
#include "text/cues.h"
#include "text/utf8.h"

enum { LONGEST_STOPS = 6, LONGEST_DOTTED = 12 };

typedef struct {
  const char *text;
  size_t n, start; /* of the sentence that is being read */
} reader;

static g4_char_class kind_at(const reader *r, size_t at, size_t *length) {
  *length = 0;
  return at < r->n ? g4_char_at(r->text + at, r->n - at, length) : G4_CHAR_SPACE;
}

/* Past quotes and brackets. */
static size_t skip(const reader *r, size_t at, g4_char_class one, g4_char_class other) {
  size_t length;
  for (g4_char_class kind = kind_at(r, at, &length); length && (kind == one || kind == other);) {
    at += length;
    kind = kind_at(r, at, &length);
  }
  return at;
}

/* Past stops, also those with a space between ("? !", ". ."). */
static size_t skip_stops(const reader *r, size_t at) {
  size_t length;
  for (;;) {
    if (kind_at(r, at, &length) == G4_CHAR_STOP) {
      at += length;
    } else if (length && r->text[at] == ' ' && kind_at(r, at + 1, &length) == G4_CHAR_STOP &&
               kind_at(r, at + 1 + length, &length) == G4_CHAR_SPACE) {
      at++;
    } else {
      return at;
    }
  }
}

/* Start of the word, with dots inside, that ends at `end`. */
static size_t word_start(const reader *r, size_t end) {
  size_t at = end;
  while (at > r->start && end - at < 40) {
    size_t length;
    g4_char_class kind = g4_char_before(r->text, at, &length);
    bool apostrophe = kind == G4_CHAR_CLOSE || kind == G4_CHAR_QUOTE; /* diploma's is no abbreviation */
    if (!g4_char_is_word(kind) && !apostrophe && r->text[at - 1] != '.' && r->text[at - 1] != '/') {
      break;
    }
    at -= length;
  }
  return at;
}

static size_t word_end(const reader *r, size_t at) {
  size_t length;
  while (g4_char_is_word(kind_at(r, at, &length)) && length) {
    at += length;
  }
  return at;
}

/* "t.a.v", "B.V": parts of one or two letters. */
static bool is_dotted(const char *word, size_t n) {
  size_t part = 0, dots = 0;
  for (size_t i = 0; i < n; i++) {
    part = word[i] == '.' ? 0 : part + 1;
    dots += word[i] == '.';
    if (part > 2 || (part && !g4_ascii_is_letter(word[i]))) {
      return false;
    }
  }
  return dots > 0;
}

/* A single stop behind the word [start, end): does the sentence go on after it, at `next`? */
static bool is_inner_stop(const reader *r, size_t start, size_t end, size_t next, g4_char_class next_kind) {
  const char *word = r->text + start;
  size_t length, n = end - start, next_length = word_end(r, next) - next;
  g4_abbreviation kind = g4_abbreviation_of(word, n);
  if (kind == G4_ABBREVIATION_INNER) {
    return true;
  }
  if (kind == G4_ABBREVIATION_NUMBER) {
    return next_kind == G4_CHAR_DIGIT || next_length < 2;
  }
  if (kind == G4_ABBREVIATION_NONE && n > LONGEST_DOTTED) {
    return false;
  }
  bool opening = g4_is_opening_word(r->text + next, next_length);
  g4_char_class first = kind_at(r, start, &length);
  if (kind == G4_ABBREVIATION_OPEN) {
    return next_kind == G4_CHAR_DIGIT || (first == G4_CHAR_UPPER && !opening);
  }
  if (n == length) { /* one letter: an initial, "a." of an enumeration, "plan B" */
    return first != G4_CHAR_UPPER || !opening || start == r->start;
  }
  return is_dotted(word, n) && (first == G4_CHAR_LOWER || !opening);
}

/* "1. Regel", "3.2. Meer" at the start are numbers of what follows; "in 2025. De" ends. */
static bool is_enumeration(const reader *r, size_t start, size_t end) {
  if (start != r->start || end - start > 6) {
    return false;
  }
  size_t digits = 0;
  for (size_t i = start; i < end; i++) {
    if (r->text[i] != '.' && !g4_ascii_is_digit(r->text[i])) {
      return false;
    }
    digits += r->text[i] != '.';
  }
  return digits > 0 && digits < 4;
}

/* ".De": the space is missing, as where a page or a column began. Never inside an address or a file name. */
static bool is_glued(const reader *r, size_t stop, size_t next) {
  size_t length, start = stop;
  while (start > r->start && r->text[start - 1] != ' ') {
    char c = r->text[start - 1];
    if (c == '/' || c == '@' || c == '.' || c == '_' || stop - start > 40) {
      return false;
    }
    start--;
  }
  bool before = stop - start >= 3 && g4_char_before(r->text, stop, &length) == G4_CHAR_LOWER;
  if (!before || kind_at(r, next, &length) != G4_CHAR_UPPER) {
    return false;
  }
  g4_char_class after = kind_at(r, next + length, &length);
  return after == G4_CHAR_LOWER || after == G4_CHAR_SPACE;
}

/* Digits between a stop and what follows: a footnote's number, or that of the item which begins there. */
static size_t skip_note(const reader *r, size_t stop, size_t at) {
  size_t length, end = at;
  bool after_word = stop > r->start && g4_char_before(r->text, stop, &length) == G4_CHAR_LOWER;
  while (after_word && end < r->n && g4_ascii_is_digit(r->text[end])) {
    end++;
  }
  bool word = end == r->n || r->text[end] == ' ' || kind_at(r, end, &length) == G4_CHAR_UPPER;
  return word && end - at < 4 ? end : at;
}

/* 's Avonds, 't Is: the capital comes behind. */
static bool is_clitic(const reader *r, size_t at) {
  size_t length;
  g4_char_class kind = kind_at(r, at, &length);
  at += length;
  bool mark = kind == G4_CHAR_QUOTE || kind == G4_CHAR_CLOSE || kind == G4_CHAR_OPEN;
  bool letter = at + 1 < r->n && (r->text[at] == 's' || r->text[at] == 't');
  return mark && letter && (r->text[at + 1] == ' ' || r->text[at + 1] == '-');
}

/* What the text behind a stop begins with, past quotes, brackets and a dash. */
static g4_char_class beginning(const reader *r, size_t at, size_t *begin) {
  size_t length;
  if (is_clitic(r, at)) {
    *begin = at;
    return G4_CHAR_UPPER;
  }
  *begin = skip(r, at, G4_CHAR_OPEN, G4_CHAR_QUOTE);
  g4_char_class kind = kind_at(r, *begin, &length);
  if (kind == G4_CHAR_DASH) {
    *begin = skip(r, *begin + length, G4_CHAR_SPACE, G4_CHAR_OPEN);
    kind = kind_at(r, *begin, &length);
  }
  return kind;
}

/* A sentence ends at the stop at `stop`: *end is where, *next where what follows begins. */
static bool ends_at(const reader *r, size_t stop, size_t *end, size_t *next) {
  size_t after = skip_stops(r, stop);
  if (after - stop > LONGEST_STOPS) { /* dots that lead to a page number */
    return false;
  }
  bool single = after == stop + 1 && r->text[stop] == '.';
  bool aside = stop > r->start && r->text[stop - 1] == '('; /* (!) */
  *end = skip(r, after, G4_CHAR_CLOSE, G4_CHAR_QUOTE);
  size_t note = skip_note(r, stop, *end);
  *next = note;
  if (note >= r->n) {
    return true;
  }
  if (r->text[note] != ' ') {
    return single && *end == after && is_glued(r, stop, note);
  }
  *next = note + 1;
  size_t begin;
  g4_char_class kind = beginning(r, *next, &begin);
  if (aside || kind == G4_CHAR_LOWER || kind == G4_CHAR_COMMA || kind == G4_CHAR_COLON || kind == G4_CHAR_CLOSE) {
    return false;
  }
  size_t word = word_start(r, stop);
  if (!single || word == stop || kind == G4_CHAR_BULLET) {
    return true;
  }
  if (is_enumeration(r, word, stop)) {
    return false;
  }
  bool digits = g4_ascii_is_digit(r->text[stop - 1]);
  return digits || !is_inner_stop(r, word, stop, begin, kind);
}

/* A bullet with a space before or behind it parts items that share a line. Arrows may point. */
static bool is_inner_bullet(const reader *r, size_t at, uint32_t code) {
  bool arrow = (code >= 0x2190 && code <= 0x21FF) || code == 0x2794;
  size_t length;
  g4_utf8_decode(r->text + at, r->n - at, &length);
  bool apart = at > r->start && (r->text[at - 1] == ' ' || (at + length < r->n && r->text[at + length] == ' '));
  return apart && !arrow;
}

/* Bytes that a stop or a bullet begins with. */
static const bool may_end[256] = {
    ['.'] = true, ['!'] = true, ['?'] = true, [0xE2] = true, [0xEE] = true, [0xEF] = true};

/* End of the sentence that starts at r->start, and where the next one begins. */
static size_t find_end(const reader *r, size_t *next) {
  size_t at = r->start, end;
  while (at < r->n) {
    if (!may_end[(unsigned char)r->text[at]]) {
      at++;
      continue;
    }
    size_t length;
    uint32_t code = g4_utf8_decode(r->text + at, r->n - at, &length);
    g4_char_class kind = g4_char(code);
    if (kind == G4_CHAR_STOP) {
      if (ends_at(r, at, &end, next)) {
        return end;
      }
      at = skip_stops(r, at);
      continue;
    }
    if (kind == G4_CHAR_BULLET && is_inner_bullet(r, at, code)) {
      *next = at;
      return r->text[at - 1] == ' ' ? at - 1 : at;
    }
    at += length;
  }
  *next = r->n;
  return r->n;
}

bool g4_sentence_next(const char *text, size_t n, size_t from, g4_sentence *sentence) {
  reader r = {text, n, from};
  size_t length;
  sentence->item = false;
  for (g4_char_class kind = kind_at(&r, r.start, &length); length; kind = kind_at(&r, r.start, &length)) {
    if (kind != G4_CHAR_SPACE && kind != G4_CHAR_BULLET) {
      break;
    }
    sentence->item = sentence->item || kind == G4_CHAR_BULLET;
    r.start += length;
  }
  if (r.start >= n) {
    return false;
  }
  sentence->start = r.start;
  sentence->end = find_end(&r, &sentence->next);
  return true;
}
