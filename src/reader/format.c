#include "reader/format.h"

#include <stdbool.h>
#include <string.h>

#include "text/chars.h"

const char *g4_format_name(g4_format format) {
  static const char *const names[] = {"text", "markdown", "html", "pdf"};
  return names[format];
}

static bool same(const char *text, size_t n, const char *word) {
  for (size_t i = 0; word[i]; i++) {
    if (i >= n || g4_ascii_lower(text[i]) != word[i]) {
      return false;
    }
  }
  return true;
}

/* Past a byte order mark and white space. */
static size_t first_byte(const char *bytes, size_t n) {
  size_t at = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (at < n && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
    at++;
  }
  return at;
}

static bool begins_like_html(const char *bytes, size_t n) {
  static const char *const starts[] = {"<!doctype html", "<html", "<head", "<body"};
  size_t at = first_byte(bytes, n);
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
    size_t length = strlen(starts[i]);
    bool ends = at + length < n && !g4_ascii_is_letter(bytes[at + length]);
    if (ends && same(bytes + at, n - at, starts[i])) {
      return true;
    }
  }
  return false;
}

/* What the name says; false: nothing. */
static bool format_of_name(const char *name, g4_format *format) {
  static const struct {
    const char *ending;
    g4_format format;
  } endings[] = {{"txt", G4_FORMAT_TEXT},          {"text", G4_FORMAT_TEXT}, {"md", G4_FORMAT_MARKDOWN},
                 {"markdown", G4_FORMAT_MARKDOWN}, {"html", G4_FORMAT_HTML}, {"htm", G4_FORMAT_HTML},
                 {"xhtml", G4_FORMAT_HTML},        {"pdf", G4_FORMAT_PDF}};
  const char *dot = name ? strrchr(name, '.') : NULL;
  for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++) {
    if (strlen(dot + 1) == strlen(endings[i].ending) && same(dot + 1, strlen(dot + 1), endings[i].ending)) {
      *format = endings[i].format;
      return true;
    }
  }
  return false;
}

g4_format g4_format_of(const char *name, const char *bytes, size_t n) {
  g4_format format;
  size_t at = first_byte(bytes, n);
  if (n - at >= 5 && memcmp(bytes + at, "%PDF-", 5) == 0) {
    return G4_FORMAT_PDF;
  }
  if (format_of_name(name, &format)) {
    return format;
  }
  return begins_like_html(bytes, n) ? G4_FORMAT_HTML : G4_FORMAT_TEXT;
}

const char *g4_format_foreign(const char *bytes, size_t n) {
  static const struct {
    const char *start, *what;
  } known[] = {{"PK\x03\x04", "a Word, OpenDocument or ZIP file"},
               {"\xD0\xCF\x11\xE0", "an old Word or Office file"},
               {"{\\rtf", "an RTF file"},
               {"\x89PNG", "an image"},
               {"\xFF\xD8\xFF", "an image"},
               {"GIF8", "an image"},
               {"%!PS", "a PostScript file"},
               {"SQLite format 3", "a database"}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    size_t length = strlen(known[i].start);
    if (n >= length && memcmp(bytes, known[i].start, length) == 0) {
      return known[i].what;
    }
  }
  return NULL;
}
