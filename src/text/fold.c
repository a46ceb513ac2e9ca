#include "text/fold.h"

#include <stdbool.h>
#include <utf8proc.h>

#include "text/chars.h"
#include "text/utf8.h"

/* The longest compatibility decomposition of one code point is 18 long. */
enum { LONGEST_DECOMPOSITION = 32 };

/* Typographic quotes, by what they are typed as; 0 for all else. */
static char straight_quote(uint32_t code) {
  switch (code) {
    case '`':
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2039:
    case 0x203A:
    case 0x2BC:
      return '\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
      return '"';
    default:
      return 0;
  }
}

typedef struct {
  g4_buf *out;
  size_t start; /* where this text begins in `out` */
  bool space;   /* white space was seen since the last character */
  bool keep_case;
} folding;

/* Plain ASCII, the bulk of Dutch: copied in runs. Returns how many bytes it took. */
static size_t add_plain(folding *f, const char *text, size_t n) {
  char lower[256];
  size_t taken = 0;
  while (taken < n && taken < sizeof lower && text[taken] > ' ' && text[taken] < 0x7F && text[taken] != '`') {
    lower[taken] = f->keep_case ? text[taken] : g4_ascii_lower(text[taken]);
    taken++;
  }
  if (taken && f->space && f->out->length > f->start) {
    g4_buf_add_char(f->out, ' ');
  }
  if (taken) {
    f->space = false;
    g4_buf_add(f->out, lower, taken);
  }
  return taken;
}

/* A code point that needs no more decomposing. */
static void add_code(folding *f, uint32_t code) {
  if (g4_char_is_space(code)) {
    f->space = true;
    return;
  }
  char bytes[G4_UTF8_LONGEST] = {straight_quote(code)};
  size_t n = 1;
  if (!bytes[0]) {
    n = g4_utf8_encode(g4_char_is_dash(code) ? '-' : code, bytes);
  }
  if (f->space && f->out->length > f->start) {
    g4_buf_add_char(f->out, ' ');
  }
  f->space = false;
  g4_buf_add(f->out, bytes, n);
}

static void add_decomposed(folding *f, uint32_t code) {
  utf8proc_int32_t parts[LONGEST_DECOMPOSITION];
  utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
  if (!f->keep_case) {
    options |= UTF8PROC_CASEFOLD;
  }
  int last_class = 0;
  utf8proc_ssize_t count =
      utf8proc_decompose_char((utf8proc_int32_t)code, parts, LONGEST_DECOMPOSITION, options, &last_class);
  for (utf8proc_ssize_t i = 0; i < count && i < LONGEST_DECOMPOSITION; i++) {
    add_code(f, (uint32_t)parts[i]);
  }
}

static int fold(const char *text, size_t n, bool keep_case, g4_buf *out, g40_error *err) {
  folding f = {out, out->length, false, keep_case};
  for (size_t at = 0; at < n;) {
    size_t length = add_plain(&f, text + at, n - at);
    if (!length) {
      uint32_t code = g4_utf8_decode(text + at, n - at, &length);
      if (straight_quote(code) || g4_char_is_space(code)) {
        add_code(&f, code);
      } else if (!g4_char_is_invisible(code)) {
        add_decomposed(&f, code);
      }
    }
    at += length;
  }
  return out->failed ? g4_nomem(err) : G40_OK;
}

int g4_fold(const char *text, size_t n, g4_buf *out, g40_error *err) { return fold(text, n, false, out, err); }

int g4_fold_keep_case(const char *text, size_t n, g4_buf *out, g40_error *err) { return fold(text, n, true, out, err); }
