#include "reader/paper.h"

#include <stdio.h>
#include <string.h>

#include "reader/html.h"
#include "reader/input.h"
#include "reader/markdown.h"
#include "reader/pdf.h"
#include "text/lines.h"

enum { MANY_CONTROLS = 10 }; /* one byte in ten */

static void note_encoding(g4_paper *paper, size_t odd) {
  switch (paper->encoding) {
    case G4_ENCODING_WINDOWS_1252:
      snprintf(paper->note, sizeof paper->note, "is no UTF-8: read as Windows-1252");
      break;
    case G4_ENCODING_MIXED:
      snprintf(paper->note, sizeof paper->note, "is UTF-8 but for %zu byte%s, read as Windows-1252", odd,
               odd == 1 ? "" : "s");
      break;
    case G4_ENCODING_UTF16_LE:
    case G4_ENCODING_UTF16_BE:
      snprintf(paper->note, sizeof paper->note, "is UTF-16: converted");
      if (odd) {
        snprintf(paper->note, sizeof paper->note, "is UTF-16: converted; %zu unit%s no character%s", odd,
                 odd == 1 ? " was" : "s were", odd == 1 ? "" : "s");
      }
      break;
    default:
      if (odd * MANY_CONTROLS > paper->text.length) {
        snprintf(paper->note, sizeof paper->note, "is mostly control characters: little of it can be read");
      }
      break;
  }
}

/* White space only, of any kind, is no text. */
static int check_holds_text(const g4_paper *paper, g40_error *err) {
  size_t start = 0, end = paper->text.length;
  if (end) {
    g4_trim(paper->text.bytes, &start, &end);
  }
  return start < end ? G40_OK : g4_fail(err, G40_INVALID, "holds no text");
}

static int read_html(g4_paper *paper, g40_error *err) {
  char charset[G4_HTML_CHARSET];
  g4_buf page = paper->text;
  if (paper->encoding == G4_ENCODING_WINDOWS_1252 && *g4_html_charset(page.bytes, page.length, charset)) {
    snprintf(paper->note, sizeof paper->note, "says that it is %s: read as Windows-1252", charset);
  }
  paper->text = (g4_buf){0};
  g4_offsets_free(&paper->origin);
  paper->has_hints = true;
  int code = g4_html_read(page.bytes, page.length, &paper->text, &paper->hints, err);
  g4_buf_free(&page);
  return code;
}

static int read_text(g4_paper *paper, g40_error *err) {
  size_t odd;
  int code = g4_encoding_read(&paper->text, &paper->origin, &paper->encoding, &odd, err);
  if (code == G40_OK) {
    note_encoding(paper, odd);
  }
  if (code == G40_OK && paper->format == G4_FORMAT_HTML) {
    code = read_html(paper, err);
  } else if (code == G40_OK && paper->format == G4_FORMAT_MARKDOWN) {
    paper->has_hints = true;
    code = g4_markdown_read(paper->text.bytes, paper->text.length, &paper->hints, err);
  }
  return code;
}

static int read_pdf(g4_paper *paper, const g4_paper_options *options, g40_error *err) {
  g4_buf text = {0};
  int code = g4_pdf_read(paper->text.bytes, paper->text.length, options, &text, paper->note, err);
  g4_buf_free(&paper->text);
  paper->text = text;
  return code;
}

static int find_pages(g4_paper *paper, g40_error *err) {
  bool found = g4_vec_push(&paper->pages, 0);
  for (size_t at = 0; found && at < paper->text.length; at++) {
    const char *feed = memchr(paper->text.bytes + at, '\f', paper->text.length - at);
    if (!feed) {
      break;
    }
    at = (size_t)(feed - paper->text.bytes);
    found = at + 1 == paper->text.length || g4_vec_push(&paper->pages, at + 1);
  }
  return found ? G40_OK : g4_nomem(err);
}

static void hash_text(g4_paper *paper) {
  bool same =
      paper->encoding == G4_ENCODING_UTF8 && (paper->format == G4_FORMAT_TEXT || paper->format == G4_FORMAT_MARKDOWN);
  if (same) { /* the file's own bytes */
    memcpy(paper->text_sha256, paper->source_sha256, sizeof paper->text_sha256);
  } else {
    g4_sha256(paper->text.bytes, paper->text.length, paper->text_sha256);
  }
}

/* From the bytes of the file, which stand in paper->text. */
static int read_paper(g4_paper *paper, const char *name, const g4_paper_options *options, g40_error *err) {
  static const g4_paper_options defaults = {0};
  const g4_buf *bytes = &paper->text;
  if (!bytes->length) {
    return g4_fail(err, G40_INVALID, "is empty");
  }
  const char *foreign = g4_format_foreign(bytes->bytes, bytes->length);
  if (foreign) {
    return g4_fail(err, G40_INVALID, "is %s; save it as PDF, HTML, Markdown or plain text", foreign);
  }
  g4_sha256(bytes->bytes, bytes->length, paper->source_sha256);
  paper->format = g4_format_of(name, bytes->bytes, bytes->length);
  int code =
      paper->format == G4_FORMAT_PDF ? read_pdf(paper, options ? options : &defaults, err) : read_text(paper, err);
  if (code == G40_OK) {
    code = check_holds_text(paper, err);
  }
  if (code == G40_OK) {
    hash_text(paper);
    code = find_pages(paper, err);
  }
  return code;
}

static int finish(g4_paper *paper, int code) {
  if (code != G40_OK) {
    g4_paper_free(paper);
  }
  return code;
}

int g4_paper_read(g4_paper *paper, const char *path, const g4_paper_options *options, g40_error *err) {
  *paper = (g4_paper){0};
  int code = g4_input_read(path, &paper->text, err);
  return finish(paper, code == G40_OK ? read_paper(paper, path, options, err) : code);
}

int g4_paper_read_bytes(g4_paper *paper, const char *bytes, size_t n, const char *name, const g4_paper_options *options,
                        g40_error *err) {
  *paper = (g4_paper){0};
  if (g4_input_check(name, bytes, n, n, err) != G40_OK) {
    return G40_UNSUPPORTED;
  }
  g4_buf_add(&paper->text, bytes, n);
  return finish(paper, paper->text.failed ? g4_nomem(err) : read_paper(paper, name, options, err));
}

void g4_paper_free(g4_paper *paper) {
  g4_buf_free(&paper->text);
  g4_offsets_free(&paper->origin);
  g4_hints_free(&paper->hints);
  g4_vec_free(&paper->pages);
  *paper = (g4_paper){0};
}

size_t g4_paper_file_offset(const g4_paper *paper, size_t at) { return g4_offsets_origin(&paper->origin, at); }

size_t g4_paper_page(const g4_paper *paper, size_t at) {
  size_t low = 0, high = paper->pages.count; /* pages before low start at or before `at` */
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (paper->pages.items[middle] <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
