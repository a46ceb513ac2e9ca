#include "text/address.h"

#include <stddef.h>
#include <string.h>

#include "text/chars.h"
#include "text/utf8.h"

enum { MOST_PORT_DIGITS = 5 };

/* Behind "http://" or "https://" in any case; NULL: the text begins otherwise. */
static const char *behind_scheme(const char *text) {
  static const char *const schemes[] = {"https://", "http://"};
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
    size_t k = 0;
    while (schemes[i][k] && g4_ascii_lower(text[k]) == schemes[i][k]) {
      k++;
    }
    if (!schemes[i][k]) {
      return text + k;
    }
  }
  return NULL;
}

static bool is_host_byte(char c) {
  return g4_ascii_is_letter(c) || g4_ascii_is_digit(c) || c == '-' || c == '.' || c == '_' || (unsigned char)c >= 0x80;
}

/* "[2001:db8::1]" or a name that begins with a letter or digit: its length; 0: none. */
static size_t host_length(const char *text) {
  if (*text == '[') {
    size_t inside = strspn(text + 1, "0123456789abcdefABCDEF:.");
    return inside && text[inside + 1] == ']' ? inside + 2 : 0;
  }
  size_t length = 0;
  while (is_host_byte(text[length])) {
    length++;
  }
  return *text == '.' || *text == '-' ? 0 : length;
}

bool g4_is_web_address(const char *text) {
  const char *host = behind_scheme(text);
  size_t length = host ? host_length(host) : 0;
  if (!length) {
    return false;
  }
  const char *at = host + length;
  if (*at == ':') {
    size_t digits = strspn(at + 1, "0123456789");
    if (!digits || digits > MOST_PORT_DIGITS) {
      return false;
    }
    at += 1 + digits;
  }
  if (*at && !strchr("/?#", *at)) {
    return false;
  }
  for (size_t n = strlen(text), step; n; text += step, n -= step) {
    uint32_t code = g4_utf8_decode(text, n, &step);
    if (code < 0x20 || code == 0x7F || code == '<' || code == '>' || code == '"' || g4_char_is_space(code)) {
      return false;
    }
  }
  return true;
}
