#include "tool/wrap.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

enum { SOFT_HYPHEN = 0xad };

static size_t decode(const char *text, size_t length, int32_t *code) {
  utf8proc_int32_t found = -1;
  utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &found);
  *code = used > 0 ? found : -1;
  return used > 0 ? (size_t)used : 1;
}

static bool is_control(int32_t code) { return code < 0x20 || (code >= 0x7f && code <= 0x9f); }

/* Embeddings, overrides and isolates: they reorder what stands around them. */
static bool is_direction(int32_t code) {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_white(int32_t code) { return (code >= '\t' && code <= '\r') || code == 0x2028 || code == 0x2029; }

/* Whether the code point stands in the output as it is. */
static bool is_kept(int32_t code, bool lines) {
  bool meant = lines ? code == '\n' || code == '\t' || code == SOFT_HYPHEN : code == TOOL_BREAK[0];
  return meant || (code >= 0 && !is_control(code) && !is_direction(code) && !is_white(code) && code != SOFT_HYPHEN);
}

/* With `lines` the layout is kept; else white space is one space, as in reading form. */
static void clean(tool_str *out, const char *bytes, size_t length, bool lines) {
  bool blank = false;
  for (size_t i = 0; i < length;) {
    int32_t code;
    size_t used = decode(bytes + i, length - i, &code);
    bool after_blank = blank && !lines;
    blank = code == ' ' || (is_white(code) && !is_kept(code, lines));
    if (blank) {
      tool_str_bytes(out, " ", !after_blank);
    } else if (is_kept(code, lines)) {
      tool_str_bytes(out, bytes + i, used);
    } else if (code != SOFT_HYPHEN) {
      tool_str_add(out, "\xef\xbf\xbd");
    }
    i += used;
  }
}

char *tool_clean(const char *text) {
  tool_str out = {0};
  clean(&out, text, strlen(text), false);
  return tool_str_take(&out);
}

void tool_clean_lines(tool_str *out, const char *bytes, size_t length) {
  clean(out, bytes, length, true);
  tool_str_bytes(out, "", 0);
}

static size_t code_width(int32_t code) {
  int width = utf8proc_charwidth(code);
  if (width > 0) {
    return (size_t)width;
  }
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CC:
      return 0;
    default:
      return 1;
  }
}

/* The character as people see it at `text`: a code point with what combines with it. Chains of emoji end at four
 * columns, so that every character fits every column. */
static size_t character(const char *text, size_t *width) {
  enum { EMOJI_FORM = 0xfe0f, WIDEST = 4 };
  int32_t code;
  utf8proc_int32_t state = 0;
  size_t used = decode(text, strnlen(text, 4), &code);
  *width = code_width(code);
  while (text[used]) {
    int32_t next;
    size_t more = decode(text + used, strnlen(text + used, 4), &next);
    if (next < 0x20 || utf8proc_grapheme_break_stateful(code, next, &state) || *width + code_width(next) > WIDEST) {
      break;
    }
    *width += code_width(next);
    if (next == EMOJI_FORM && *width < 2) {
      *width = 2;
    }
    code = next;
    used += more;
  }
  return used;
}

static bool is_letter(unsigned char c) { return c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

/* Behind a slash, and behind a hyphen between letters: dates stay whole. */
static bool breaks_behind(const char *start, const char *at) {
  unsigned char before = at > start ? (unsigned char)at[-1] : ' ';
  unsigned char next = (unsigned char)at[1];
  return *at == '/' ? is_letter(next) || (next >= '0' && next <= '9')
                    : *at == '-' && is_letter(before) && is_letter(next);
}

const char *tool_wrap(const char *text, size_t width, tool_line *line) {
  text += strspn(text, " ");
  const char *at = text;
  const char *cut = NULL, *resume = NULL; /* the last place where the line may end, and where the next one starts */
  size_t column = 0, cut_width = 0;
  tool_line all = {.start = text};
  while (*at && *at != TOOL_BREAK[0]) {
    size_t columns = 0;
    size_t used = 1;
    if (*at == ' ') {
      used = columns = strspn(at, " ");
      cut = at;
      cut_width = column;
      resume = at + used;
    } else if (*at != TOOL_ON[0] && *at != TOOL_OFF[0]) {
      used = character(at, &columns);
      if (column + columns > width && column > 0) {
        *line =
            cut ? (tool_line){text, (size_t)(cut - text), cut_width} : (tool_line){text, (size_t)(at - text), column};
        return cut ? resume : at;
      }
    }
    column += columns;
    if (*at != ' ') {
      all = (tool_line){text, (size_t)(at + used - text), column};
    }
    if (column > 1 && column <= width && breaks_behind(text, at)) {
      cut = resume = at + used;
      cut_width = column;
    }
    at += used;
  }
  *line = all;
  return *at ? at + 1 : NULL;
}

size_t tool_width(const char *text) {
  size_t widest = 0;
  while (text) {
    tool_line line;
    text = tool_wrap(text, SIZE_MAX / 2, &line);
    widest = line.width > widest ? line.width : widest;
  }
  return widest;
}
