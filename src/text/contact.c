#include "text/contact.h"

#include <string.h>

#include "text/chars.h"
#include "text/phone.h"

typedef struct {
  const char *text;
  size_t n;
} bytes;

static bool is_local(char c) {
  return g4_ascii_is_letter(c) || g4_ascii_is_digit(c) || (c && strchr(".!#$%&*+-/=?^_{|}~", c));
}

static bool is_host(char c) { return g4_ascii_is_letter(c) || g4_ascii_is_digit(c) || c == '-' || c == '.'; }

static bool starts(bytes b, size_t at, const char *word) {
  size_t length = strlen(word);
  if (b.n - at < length) {
    return false;
  }
  for (size_t i = 0; i < length; i++) {
    if (g4_ascii_lower(b.text[at + i]) != word[i]) {
      return false;
    }
  }
  return true;
}

/* Length of what stands for @ at `at`, 0 for nothing. */
static size_t at_sign(bytes b, size_t at) {
  static const char *const signs[] = {"@", "%40", "[at]", "(at)", " [at] ", " (at) "};
  for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
    if (starts(b, at, signs[i])) {
      return strlen(signs[i]);
    }
  }
  return 0;
}

/* End of a host name with a dot and a top-level domain of letters; `at` where there is none. */
static size_t host_end(bytes b, size_t at) {
  size_t end = at;
  while (end < b.n && is_host(b.text[end])) {
    end++;
  }
  while (end > at && (b.text[end - 1] == '.' || b.text[end - 1] == '-')) {
    end--;
  }
  size_t top = end;
  while (top > at && g4_ascii_is_letter(b.text[top - 1])) {
    top--;
  }
  bool named = top > at + 1 && b.text[top - 1] == '.' && end - top >= 2 && b.text[at] != '.' && b.text[at] != '-';
  return named ? end : at;
}

/* The address whose @ stands at `sign`; its name does not start before `from`. */
static bool email_at(bytes b, size_t from, size_t sign, g4_contact *contact) {
  size_t length = at_sign(b, sign), start = sign;
  if (!length) {
    return false;
  }
  while (start > from && is_local(b.text[start - 1]) && sign - start < 64) {
    start--;
  }
  while (start < sign && strchr(".-/=?&%", b.text[start])) {
    start++;
  }
  size_t host = sign + length, end = host_end(b, host);
  if (start == sign || end == host) {
    return false;
  }
  *contact = (g4_contact){start, end, G4_CONTACT_EMAIL};
  return true;
}

/* mailto:... or tel:... up to what cannot stand in a link. */
static bool link_at(bytes b, size_t at, g4_contact *contact) {
  size_t scheme = b.n - at > 6 && b.text[at + 6] == ':' && starts(b, at, "mailto:") ? 7
                  : b.n - at > 3 && b.text[at + 3] == ':' && starts(b, at, "tel:")  ? 4
                                                                                    : 0;
  size_t end = at + scheme;
  if (!scheme || (at > 0 && g4_ascii_is_letter(b.text[at - 1])) || end == b.n) {
    return false;
  }
  if (scheme == 4 && b.text[end] != '+' && b.text[end] != '(' && !g4_ascii_is_digit(b.text[end])) {
    return false;
  }
  while (end < b.n && (unsigned char)b.text[end] > ' ' && !strchr("<>\"", b.text[end])) {
    end++;
  }
  while (end > at + scheme && strchr(".,;:)]", b.text[end - 1])) {
    end--;
  }
  *contact = (g4_contact){at, end, G4_CONTACT_LINK};
  return end > at + scheme;
}

static bool phone_at(bytes b, size_t at, g4_contact *contact) {
  size_t end = g4_phone_end(b.text, b.n, at);
  *contact = (g4_contact){at, end, G4_CONTACT_PHONE};
  return end > at;
}

/* Characters at which some contact shows itself; an address only shows at its @. */
static const bool may_show[256] = {['m'] = true, ['M'] = true, ['t'] = true, ['T'] = true, ['0'] = true, ['+'] = true,
                                   ['('] = true, [' '] = true, ['@'] = true, ['%'] = true, ['['] = true};

static bool found_at(bytes b, size_t from, size_t at, g4_contact *contact) {
  switch (b.text[at]) {
    case 'm':
    case 'M':
    case 't':
    case 'T':
      return link_at(b, at, contact);
    case '0':
    case '+':
      return phone_at(b, at, contact);
    case '(':
      return phone_at(b, at, contact) || email_at(b, from, at, contact);
    case ' ':
      return at + 1 < b.n && (b.text[at + 1] == '[' || b.text[at + 1] == '(') && email_at(b, from, at, contact);
    case '@':
    case '%':
    case '[':
      return email_at(b, from, at, contact);
    default:
      return false;
  }
}

bool g4_contact_next(const char *text, size_t n, size_t from, g4_contact *contact) {
  bytes b = {text, n};
  for (size_t at = from; at < n; at++) {
    if (may_show[(unsigned char)text[at]] && found_at(b, from, at, contact)) {
      return true;
    }
  }
  return false;
}
