#include "text/words.h"

#include <stdint.h>

#include "text/chars.h"
#include "text/utf8.h"

/* Length of the apostrophe at text, straight or curled; 0 for none. */
static size_t apostrophe(const char *text, size_t n) {
  if (n && text[0] == '\'') {
    return 1;
  }
  size_t length = 0;
  uint32_t code = n > 2 ? g4_utf8_decode(text, n, &length) : 0;
  return code == 0x2019 || code == 0x2018 ? length : 0;
}

static bool word_at(const char *text, size_t n, size_t at, size_t *length) {
  return at < n && g4_char_is_word(g4_char_at(text + at, n - at, length));
}

/* What may stand inside a word before the word character that follows it; 0 where the word ends. */
static size_t connector(const char *text, size_t n, size_t at, bool after_digit) {
  char c = text[at];
  size_t length = apostrophe(text + at, n - at), next = 0;
  if (!length && (c == '-' || c == '&')) {
    length = 1;
  }
  if (!length && after_digit && (c == '.' || c == ',')) {
    return at + 1 < n && g4_ascii_is_digit(text[at + 1]) ? 1 : 0;
  }
  if (!length && (unsigned char)c >= 0x80) {
    uint32_t code = g4_utf8_decode(text + at, n - at, &length);
    if (code != 0x2010 && code != 0x2011) { /* hyphens that are nothing else */
      length = 0;
    }
  }
  return length && word_at(text, n, at + length, &next) ? length : 0;
}

/* Length of 's or 't with its hyphen ('s-Hertogenbosch, 't-) or alone before a space ('s avonds: a word of its own). */
static size_t clitic(const char *text, size_t n, size_t at) {
  size_t mark = apostrophe(text + at, n - at);
  size_t letter = at + mark;
  if (!mark || letter >= n || (text[letter] != 's' && text[letter] != 't' && text[letter] != 'n')) {
    return 0;
  }
  size_t length = 0;
  return word_at(text, n, letter + 1, &length) ? 0 : mark + 1;
}

static size_t word_end(const char *text, size_t n, size_t at, g4_word *word) {
  bool digit = false;
  while (at < n) {
    size_t length = 0, start = at;
    while (at < n && g4_ascii_is_letter(text[at])) {
      at++;
    }
    digit = digit && at == start;
    if (at == n || text[at] == ' ') {
      break;
    }
    g4_char_class kind = g4_char_at(text + at, n - at, &length);
    if (!g4_char_is_word(kind)) {
      length = connector(text, n, at, digit);
      if (!length) {
        break;
      }
    } else {
      digit = kind == G4_CHAR_DIGIT;
    }
    word->plain = false;
    at += length;
  }
  return digit && at < n && text[at] == '%' ? at + 1 : at;
}

bool g4_word_next(const char *text, size_t n, size_t from, g4_word *word) {
  for (size_t at = from, length; at < n; at += length) {
    g4_char_class kind = g4_char_at(text + at, n - at, &length);
    size_t lead = kind == G4_CHAR_QUOTE || kind == G4_CHAR_CLOSE || kind == G4_CHAR_OPEN ? clitic(text, n, at) : 0;
    if (!lead && (!g4_char_is_word(kind) || kind == G4_CHAR_MARK)) {
      continue;
    }
    *word = (g4_word){at, 0, !lead, kind == G4_CHAR_DIGIT, kind == G4_CHAR_UPPER};
    word->end = word_end(text, n, at + lead, word);
    if (lead && at + lead + 1 < word->end) {
      word->capital = g4_char_at(text + at + lead + 1, n - at - lead - 1, &length) == G4_CHAR_UPPER;
    }
    return true;
  }
  return false;
}
