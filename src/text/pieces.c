#include "text/pieces.h"

#include "text/chars.h"

enum { LONGEST = 250, FEWEST_LETTERS = 10, FAMILY_BYTES = 20, OPENING_BYTES = 40, LONGEST_NAME = 12 };

#define SEED UINT64_C(14695981039346656037)
#define NAME_SEED UINT64_C(1469598103934665603)

static uint64_t mix(uint64_t hash, char c) { return (hash ^ (unsigned char)c) * UINT64_C(1099511628211); }

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
  piece->start = piece->end;
  piece->left = piece->right;
  g4_piece_extend(source, line_end, piece);
}

void g4_piece_extend(const char *source, uint32_t line_end, g4_piece *piece) {
  piece->right = G4_GLUE_NONE;
  for (uint32_t at = piece->end + 1; at < line_end; at++) {
    char here = source[at]; /* every kind of glue has a digit or a capital on one side */
    if ((here >= '0' && here <= 'Z') || g4_ascii_is_digit(source[at - 1])) {
      piece->right = glue_at(source, piece->start, at, line_end);
    }
    if (piece->right) {
      piece->end = at;
      return;
    }
    while (g4_ascii_is_lower(here) && at + 1 < line_end && g4_ascii_is_lower(source[at + 1])) {
      at++;
    }
  }
  piece->end = line_end;
}

uint64_t g4_piece_name(const char *source, uint32_t line_end, const g4_piece *piece) {
  const uint32_t at = piece->end;
  uint32_t start = at, end = at;
  if (piece->right != G4_GLUE_CAMEL) {
    return 0;
  }
  while (start > piece->start && at - start < LONGEST_NAME && g4_ascii_is_letter(source[start - 1])) {
    start--;
  }
  while (end < line_end && end - at < LONGEST_NAME && g4_ascii_is_letter(source[end])) {
    end++;
  }
  if (!is_upper(source[start])) {
    return 0;
  }
  uint64_t hash = NAME_SEED;
  for (uint32_t i = start; i < end; i++) {
    hash = mix(hash, source[i]);
  }
  return hash | 1;
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

/* Where the digits end that start at `at`. */
static uint32_t digits_end(const char *source, uint32_t at, uint32_t end) {
  while (at < end && g4_ascii_is_digit(source[at])) {
    at++;
  }
  return at;
}

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

/* The next byte of the normal form, and past what it stands for. */
static char normal_at(const char *source, uint32_t *at, uint32_t end) {
  char c = source[*at];
  if (g4_ascii_is_digit(c)) {
    *at = digits_end(source, *at, end);
    return '#';
  }
  ++*at;
  if (c != ' ' && c != '\t') {
    return c;
  }
  while (*at < end && (source[*at] == ' ' || source[*at] == '\t')) {
    ++*at;
  }
  return ' ';
}

bool g4_piece_key_of(const char *source, const g4_piece *piece, g4_piece_key *key) {
  bool longer = piece->end - piece->start > LONGEST;
  uint32_t end = longer ? piece->start + LONGEST : piece->end;
  uint64_t hash = SEED;
  uint32_t letters = 0, normal = 0; /* bytes of the normal form */
  *key = (g4_piece_key){.last_digits = piece->end};
  for (uint32_t at = piece->start; at < end; normal++) {
    key->family = normal == FAMILY_BYTES ? hash | 1 : key->family;
    if (normal == OPENING_BYTES) {
      key->opening = hash | 1;
      if (longer) {
        break;
      }
    }
    uint32_t start = at;
    char c = normal_at(source, &at, end);
    if (c == '#') {
      note_number(source, piece, start, at, key);
    }
    letters += g4_ascii_is_letter(c);
    hash = mix(hash, c);
  }
  key->whole = longer ? 0 : hash | 1;
  return letters >= FEWEST_LETTERS;
}

uint32_t g4_piece_same_until(const char *source, uint32_t at, uint32_t end, uint32_t other) {
  uint32_t same = at, distance = end - at;
  uint32_t other_end = other + distance;
  while (at < end && other < other_end) {
    uint32_t before = at;
    char c = normal_at(source, &at, end), d = normal_at(source, &other, other_end);
    if (c != d) {
      return same;
    }
    if (!g4_ascii_is_letter(c) && c != '#') {
      same = before;
    }
    if (c == '#') {
      same = at;
    }
  }
  return at < end && g4_ascii_is_letter(source[at]) ? same : at;
}
