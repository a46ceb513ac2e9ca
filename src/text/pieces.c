#include "text/pieces.h"

#include "text/chars.h"

enum { LONGEST = 160, FEWEST_LETTERS = 10, FAMILY_BYTES = 20 };

static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/* Whether text before `at` and text from `at` on seem to be glued; [start, at) is this piece so far. */
static g4_glue glue_at(const char *source, uint32_t start, uint32_t at, uint32_t end) {
  char before = source[at - 1], here = source[at];
  if (g4_ascii_is_digit(before)) {
    uint32_t digits = at;
    while (digits > start && g4_ascii_is_digit(source[digits - 1])) {
      digits--;
    }
    bool after_letter = digits > start && is_lower(source[digits - 1]);
    return !g4_ascii_is_digit(here) && (after_letter || g4_ascii_is_letter(here)) ? G4_GLUE_NUMBER : G4_GLUE_NONE;
  }
  if (is_lower(before) && is_upper(here)) {
    return G4_GLUE_CAMEL;
  }
  bool stop = (before == '.' || before == '!' || before == '?') && at - start >= 3 && is_lower(source[at - 2]);
  bool begins = is_upper(here) || (g4_ascii_is_digit(here) && at + 1 < end);
  return stop && begins ? G4_GLUE_STOP : G4_GLUE_NONE;
}

void g4_piece_next(const char *source, uint32_t line_end, g4_piece *piece) {
  uint32_t start = piece->end;
  if (start > piece->start) {
    piece->left = glue_at(source, piece->start, start, line_end);
  }
  piece->start = start;
  uint32_t at = start + 1;
  while (at < line_end) {
    char here = source[at]; /* every kind of glue has a digit or a capital on one side */
    bool possible = (here >= '0' && here <= 'Z') || g4_ascii_is_digit(source[at - 1]);
    if (possible && glue_at(source, start, at, line_end)) {
      break;
    }
    at++;
  }
  piece->end = at;
}

uint32_t g4_page_number(const char *source, uint32_t start, uint32_t end) {
  bool year = end - start >= 4 && ((source[start] == '1' && source[start + 1] == '9') ||
                                   (source[start] == '2' && source[start + 1] == '0'));
  if (year) {
    start += 4;
  }
  uint32_t number = 0;
  for (uint32_t i = start; i < end; i++) {
    number = number * 10 + (uint32_t)(source[i] - '0');
    if (i - start >= 3) {
      return 0;
    }
  }
  return number;
}

bool g4_piece_has_number(const char *source, const g4_piece *piece) {
  for (uint32_t i = piece->start; i < piece->end; i++) {
    if (g4_ascii_is_digit(source[i])) {
      return true;
    }
  }
  return false;
}

/* Where the digits end that start at `at`. */
static uint32_t digits_end(const char *source, uint32_t at, uint32_t end) {
  while (at < end && g4_ascii_is_digit(source[at])) {
    at++;
  }
  return at;
}

static uint64_t mix(uint64_t hash, char c) { return (hash ^ (unsigned char)c) * UINT64_C(1099511628211); }

/* Digits at the end count most, then those at the start, then those that stand alone inside. */
static void note_number(const char *source, const g4_piece *piece, uint32_t start, uint32_t end, g4_piece_key *key) {
  bool alone = (start == piece->start || source[start - 1] == ' ') && (end == piece->end || source[end] == ' ');
  bool last = end == piece->end;
  uint32_t number = alone || last ? g4_page_number(source, start, end) : 0;
  if (number && (last || !key->number)) {
    key->number = number;
  }
  if (last) {
    key->last_digits = start;
  }
}

bool g4_piece_key_of(const char *source, const g4_piece *piece, g4_piece_key *key) {
  if (piece->end - piece->start > LONGEST) {
    return false;
  }
  uint64_t hash = UINT64_C(14695981039346656037);
  uint32_t letters = 0, normal = 0; /* bytes of the normal form */
  *key = (g4_piece_key){.last_digits = piece->end};
  for (uint32_t at = piece->start; at < piece->end; normal++) {
    if (normal == FAMILY_BYTES) {
      key->family = hash;
    }
    char c = source[at];
    if (g4_ascii_is_digit(c)) {
      uint32_t end = digits_end(source, at, piece->end);
      note_number(source, piece, at, end, key);
      at = end;
      c = '#';
    } else if (c == ' ' || c == '\t') {
      while (at < piece->end && (source[at] == ' ' || source[at] == '\t')) {
        at++;
      }
      c = ' ';
    } else {
      letters += g4_ascii_is_letter(c);
      at++;
    }
    hash = mix(hash, c);
  }
  key->hash = hash | 1;
  key->family = key->family ? key->family | 1 : 0;
  return letters >= FEWEST_LETTERS;
}
