#include "reader/html.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "reader/html_text.h"
#include "text/chars.h"

enum { MOST_ATTRIBUTES = 10000 };

typedef struct {
  htmlParserCtxtPtr parser;
  g4_html_text html;
  bool ended; /* all was read; libxml2 does not say of all its failures that they are some */
} reader;

/* Events of the parser; no tree is built. */
static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  reader *r = data;
  g4_html_text_open(&r->html, (const char *)name, (const char *const *)attributes);
  if (r->html.too_deep || r->html.failed) {
    xmlStopParser(r->parser);
  }
}

static void on_end(void *data, const xmlChar *name) {
  (void)name;
  g4_html_text_close(&((reader *)data)->html);
}

static void on_text(void *data, const xmlChar *text, int n) {
  g4_html_text_characters(&((reader *)data)->html, (const char *)text, (size_t)n);
}

static void on_end_of_document(void *data) { ((reader *)data)->ended = true; }

/* A zero would end the text for the parser, and other control characters it drops, as if words had none between. */
static bool copy_without_controls(const char *bytes, size_t n, g4_buf *copy) {
  g4_buf_add(copy, bytes, n);
  for (size_t i = 0; !copy->failed && i < n; i++) {
    char c = copy->bytes[i];
    copy->bytes[i] = (unsigned char)c < ' ' && c != '\n' && c != '\r' && c != '\t' ? ' ' : c;
  }
  return !copy->failed;
}

/* Whether an element has so many attributes that libxml2, which compares each with all others, would take minutes.
 * Counts the white space between them; a value in quotes is one thing. */
static bool has_too_many_attributes(const char *bytes, size_t n) {
  size_t count = 0;
  bool tag = false;
  char quote = 0, before = 0;
  for (size_t i = 0; i < n && count <= MOST_ATTRIBUTES; i++) {
    char c = bytes[i];
    bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (quote) {
      quote = c == quote ? 0 : quote;
    } else if (!tag || c == '>') {
      tag = c == '<' && i + 1 < n && g4_ascii_is_letter(bytes[i + 1]);
      count = 0;
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    } else {
      count += blank || c == '/';
    }
    before = blank ? before : c;
  }
  return count > MOST_ATTRIBUTES;
}

int g4_html_read(const char *bytes, size_t n, g4_buf *text, g4_hints *hints, g40_error *err) {
  *text = (g4_buf){0};
  *hints = (g4_hints){0};
  if (n > G4_MOST_HTML) {
    return g4_fail(err, G40_UNSUPPORTED, "is too long: the most is %d MB of HTML", G4_MOST_HTML >> 20);
  }
  if (has_too_many_attributes(bytes, n)) {
    return g4_fail(err, G40_INVALID, "has an HTML element with more than %d attributes", MOST_ATTRIBUTES);
  }
  reader r = {.parser = htmlNewParserCtxt()};
  g4_buf copy = {0};
  int code = G40_OK;
  if (!r.parser || !copy_without_controls(bytes, n, &copy)) {
    code = g4_nomem(err);
  } else {
    *r.parser->sax = (xmlSAXHandler){.startElement = on_start,
                                     .endElement = on_end,
                                     .characters = on_text,
                                     .ignorableWhitespace = on_text,
                                     .cdataBlock = on_text,
                                     .endDocument = on_end_of_document,
                                     .initialized = 1};
    r.parser->userData = &r;
    int options =
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
    xmlDocPtr tree = htmlCtxtReadMemory(r.parser, copy.bytes, (int)copy.length, NULL, "UTF-8", options);
    xmlFreeDoc(tree);
    g4_html_text_finish(&r.html);
    bool failed = (!r.ended && !r.html.too_deep) || r.html.failed || r.html.hints.targets.failed ||
                  r.parser->errNo == XML_ERR_NO_MEMORY;
    code = failed ? g4_nomem(err)
           : r.html.too_deep
               ? g4_fail(err, G40_INVALID, "has more than %d HTML elements in each other", G4_HTML_DEEPEST)
               : G40_OK;
  }
  if (r.parser) {
    htmlFreeParserCtxt(r.parser);
  }
  g4_buf_free(&copy);
  *text = r.html.text;
  *hints = r.html.hints;
  return code;
}

/* --- what a page says of its encoding */

enum { LOOK_WITHIN = 4096 };

static bool is_known(const char *charset) {
  static const char *const known[] = {"utf-8",        "utf8",   "iso-8859-1", "latin1",
                                      "windows-1252", "cp1252", "us-ascii",   "ascii"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (strcmp(charset, known[i]) == 0) {
      return true;
    }
  }
  return false;
}

static bool is_label(char c) { return g4_ascii_is_letter(c) || g4_ascii_is_digit(c) || c == '-' || c == '_'; }

const char *g4_html_charset(const char *bytes, size_t n, char charset[G4_HTML_CHARSET]) {
  static const char word[] = "charset=";
  size_t length = sizeof word - 1, most = n < LOOK_WITHIN ? n : LOOK_WITHIN;
  charset[0] = '\0';
  for (size_t at = 0; at + length < most; at++) {
    size_t same = 0;
    while (same < length && g4_ascii_lower(bytes[at + same]) == word[same]) {
      same++;
    }
    if (same < length) {
      continue;
    }
    size_t start = at + length + (bytes[at + length] == '"' || bytes[at + length] == '\''), i = 0;
    while (start + i < most && i + 1 < G4_HTML_CHARSET && is_label(bytes[start + i])) {
      charset[i] = g4_ascii_lower(bytes[start + i]);
      i++;
    }
    charset[i] = '\0';
    break;
  }
  if (is_known(charset)) {
    charset[0] = '\0';
  }
  return charset;
}
