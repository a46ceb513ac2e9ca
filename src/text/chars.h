/* What kind of character a code point is, as far as reading Dutch needs it. */
#ifndef G4_TEXT_CHARS_H
#define G4_TEXT_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  G4_CHAR_OTHER,
  G4_CHAR_SPACE, /* white space of any width, and what has no width at all */
  G4_CHAR_LOWER,
  G4_CHAR_UPPER,
  G4_CHAR_LETTER, /* of a script without case */
  G4_CHAR_MARK,   /* combining; the soft hyphen too: it stands inside words */
  G4_CHAR_DIGIT,  /* also the 2 of CO2, raised or lowered */
  G4_CHAR_STOP,   /* . ! ? ... */
  G4_CHAR_COLON,  /* : ; */
  G4_CHAR_COMMA,
  G4_CHAR_DASH,  /* hyphens, dashes, minus */
  G4_CHAR_OPEN,  /* brackets and quotes that open */
  G4_CHAR_CLOSE, /* ... and that close, the apostrophe among them */
  G4_CHAR_QUOTE, /* straight ones, which do either */
  G4_CHAR_BULLET
} g4_char_class;

g4_char_class g4_char(uint32_t code);

/* Classes of ASCII. */
extern const uint8_t g4_ascii_chars[128];

/* The two below, beyond ASCII. */
g4_char_class g4_char_at_wide(const char *text, size_t n, size_t *length);
g4_char_class g4_char_before_wide(const char *text, size_t at, size_t *length);

/* The class of the character at the start of n bytes (n > 0), and its length. */
static inline g4_char_class g4_char_at(const char *text, size_t n, size_t *length) {
  unsigned char byte = (unsigned char)text[0];
  *length = 1;
  return byte < 0x80 ? (g4_char_class)g4_ascii_chars[byte] : g4_char_at_wide(text, n, length);
}

/* The class of the character that ends at `at` (at > 0), and its length. */
static inline g4_char_class g4_char_before(const char *text, size_t at, size_t *length) {
  unsigned char byte = (unsigned char)text[at - 1];
  *length = 1;
  return byte < 0x80 ? (g4_char_class)g4_ascii_chars[byte] : g4_char_before_wide(text, at, length);
}

/* Any letter or combining mark; that or a digit. */
static inline bool g4_char_is_letter(g4_char_class kind) { return kind >= G4_CHAR_LOWER && kind <= G4_CHAR_MARK; }
static inline bool g4_char_is_word(g4_char_class kind) { return kind >= G4_CHAR_LOWER && kind <= G4_CHAR_DIGIT; }

/* Characters that are only there for the typesetter: soft hyphen, zero-width space, BOM. */
bool g4_char_is_invisible(uint32_t code);
/* White space that separates words, the no-break kinds too. */
bool g4_char_is_space(uint32_t code);
bool g4_char_is_dash(uint32_t code);

/* ASCII only, whatever the locale. */
static inline bool g4_ascii_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool g4_ascii_is_letter(char c) { return (unsigned)((unsigned char)c | 0x20) - 'a' < 26; }
static inline bool g4_ascii_is_lower(char c) { return (unsigned)(unsigned char)c - 'a' < 26; }
static inline char g4_ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

#endif
