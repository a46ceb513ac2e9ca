#include "text/chars.h"

#include <utf8proc.h>

#include "text/utf8.h"

enum {
  o = G4_CHAR_OTHER,
  s = G4_CHAR_SPACE,
  l = G4_CHAR_LOWER,
  u = G4_CHAR_UPPER,
  d = G4_CHAR_DIGIT,
  e = G4_CHAR_STOP,
  c = G4_CHAR_COLON,
  k = G4_CHAR_COMMA,
  h = G4_CHAR_DASH,
  a = G4_CHAR_OPEN,
  z = G4_CHAR_CLOSE,
  q = G4_CHAR_QUOTE
};

/* Sixteen a row, as ASCII tables are printed. */
// clang-format off
const uint8_t g4_ascii_chars[128] = {
    o, o, o, o, o, o, o, o, o, s, s, s, s, s, o, o,
    o, o, o, o, o, o, o, o, o, o, o, o, o, o, o, o,
    s, e, q, o, o, o, o, q, a, z, o, o, k, h, e, o,
    d, d, d, d, d, d, d, d, d, d, c, c, o, o, o, e,
    o, u, u, u, u, u, u, u, u, u, u, u, u, u, u, u,
    u, u, u, u, u, u, u, u, u, u, u, a, o, z, o, o,
    o, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l,
    l, l, l, l, l, l, l, l, l, l, l, a, o, z, o, o,
};
// clang-format on

bool g4_char_is_invisible(uint32_t code) {
  return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x2060 && code <= 0x2064) || code == 0xFEFF;
}

bool g4_char_is_space(uint32_t code) {
  if (code < 0x80) {
    return code == ' ' || (code >= '\t' && code <= '\r');
  }
  return code == 0xA0 || code == 0x85 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
         code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

bool g4_char_is_dash(uint32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xFE58 || code == 0xFE63 ||
         code == 0xFF0D;
}

/* Arrows, geometric shapes, dingbats, check boxes, and the private use area where symbol fonts put theirs. */
static bool is_bullet(uint32_t code) {
  return code == 0x2022 || code == 0x2023 || code == 0x2043 || code == 0x2219 || (code >= 0x2190 && code <= 0x21FF) ||
         (code >= 0x25A0 && code <= 0x25FF) || (code >= 0x2610 && code <= 0x2612) ||
         (code >= 0x2700 && code <= 0x27BF) || (code >= 0xE000 && code <= 0xF8FF);
}

static g4_char_class by_category(uint32_t code) {
  switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LL:
      return G4_CHAR_LOWER;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return G4_CHAR_UPPER;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return G4_CHAR_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return G4_CHAR_MARK;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return G4_CHAR_DIGIT;
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PI:
      return G4_CHAR_OPEN;
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
      return G4_CHAR_CLOSE;
    default:
      return G4_CHAR_OTHER;
  }
}

g4_char_class g4_char(uint32_t code) {
  if (code < 0x80) {
    return (g4_char_class)g4_ascii_chars[code];
  }
  if (code == 0x2026) {
    return G4_CHAR_STOP;
  }
  if (code == 0xAD) {
    return G4_CHAR_MARK;
  }
  if (g4_char_is_space(code) || g4_char_is_invisible(code)) {
    return G4_CHAR_SPACE;
  }
  if (g4_char_is_dash(code)) {
    return G4_CHAR_DASH;
  }
  if (is_bullet(code)) {
    return G4_CHAR_BULLET;
  }
  return by_category(code);
}

g4_char_class g4_char_at_wide(const char *text, size_t n, size_t *length) {
  return g4_char(g4_utf8_decode(text, n, length));
}

g4_char_class g4_char_before_wide(const char *text, size_t at, size_t *length) {
  return g4_char(g4_utf8_decode_before(text, at, length));
}
