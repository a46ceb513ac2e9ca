#include "reader/pdf.h"

#include <stdio.h>
#include <string.h>

#include "reader/child.h"
#include "reader/input.h"
#include "reader/layout.h"

enum { PATIENCE = 60, NO_COPYING = 3, LONGEST_REASON = 80, MANY_EMPTY = 8 }; /* one page in eight */

/* The first fault that pdftotext names: the rest of that line. False: it names none. */
static bool find_reason(const g4_buf *messages, char reason[LONGEST_REASON]) {
  static const char *const leads[] = {"Syntax Error", "Command Line Error", "I/O Error", "Internal Error"};
  const char *text = g4_buf_text(messages), *found = NULL;
  for (size_t i = 0; text && !found && i < sizeof leads / sizeof *leads; i++) {
    found = strstr(text, leads[i]);
  }
  const char *colon = found ? strstr(found, ": ") : NULL;
  if (!colon) {
    return false;
  }
  snprintf(reason, LONGEST_REASON, "%.*s", (int)strcspn(colon + 2, "\n"), colon + 2);
  return true;
}

static int failed(const g4_child_result *result, g40_error *err) {
  char reason[LONGEST_REASON];
  const char *messages = g4_buf_text(&result->messages);
  if (messages && strstr(messages, "Incorrect password")) {
    return g4_fail(err, G40_INVALID, "is encrypted: it opens with its password only");
  }
  if (result->status == NO_COPYING) {
    return g4_fail(err, G40_INVALID, "is a PDF that forbids taking out its text");
  }
  if (find_reason(&result->messages, reason)) {
    return g4_fail(err, G40_INVALID, "is a broken PDF: %s", reason);
  }
  return g4_fail(err, G40_INVALID, "cannot be read: pdftotext failed with status %d", result->status);
}

static int check_end(const g4_child_result *result, const g4_layout *layout, g40_error *err) {
  switch (result->end) {
    case G4_CHILD_MISSING:
      return g4_fail(err, G40_IO, "is a PDF, which needs the program pdftotext; install the package poppler-utils");
    case G4_CHILD_STOPPED:
      return g4_fail(err, G40_CANCELLED, "was given up: cancelled");
    case G4_CHILD_SILENT:
      return g4_fail(err, G40_IO, "cannot be read: pdftotext did not get on with it and was ended");
    case G4_CHILD_REFUSED:
      return layout->text.failed
                 ? g4_nomem(err)
                 : g4_fail(err, G40_UNSUPPORTED, "is too long: the most is %d MB of text", G4_MOST_TEXT >> 20);
    default:
      if (layout->text.failed) {
        return g4_nomem(err);
      }
      return result->status ? failed(result, err) : G40_OK;
  }
}

/* Pages that hold nothing but white space. */
static size_t empty_pages(const g4_buf *text) {
  size_t empty = 0;
  bool found = false;
  for (size_t at = 0; at <= text->length; at++) {
    if (at == text->length || text->bytes[at] == '\f') {
      empty += !found;
      found = false;
    } else {
      found = found || (unsigned char)text->bytes[at] > ' ';
    }
  }
  return empty;
}

/* Whether there is text, and what is to say of it. */
static int check_text(const g4_layout *layout, const g4_buf *messages, char note[G4_PAPER_NOTE], g40_error *err) {
  char reason[LONGEST_REASON];
  size_t empty = empty_pages(&layout->text);
  if (empty >= layout->pages) {
    return g4_fail(err, G40_INVALID, "has no text layer: %zu page%s without text; run OCR on it", layout->pages,
                   layout->pages == 1 ? "" : "s");
  }
  if (find_reason(messages, reason)) {
    snprintf(note, G4_PAPER_NOTE, "parts of the PDF are damaged: %s", reason);
  } else if (empty * MANY_EMPTY >= layout->pages) {
    snprintf(note, G4_PAPER_NOTE, "%zu of %zu pages %s no text", empty, layout->pages, empty == 1 ? "holds" : "hold");
  }
  return G40_OK;
}

int g4_pdf_read(const char *bytes, size_t n, const g4_paper_options *options, g4_buf *text, char note[G4_PAPER_NOTE],
                g40_error *err) {
  static const char *const arguments[] = {"pdftotext", "-raw", "-bbox", "-enc", "UTF-8", "-", "-", NULL};
  g4_layout layout = {.most = G4_MOST_TEXT};
  g4_child child = {.arguments = arguments,
                    .input = bytes,
                    .input_length = n,
                    .take = g4_layout_take,
                    .stop = options->stop,
                    .take_data = &layout,
                    .stop_data = options->stop_data,
                    .patience = options->patience > 0 ? options->patience : PATIENCE};
  g4_child_result result;
  int code = g4_child_run(&child, &result, err);
  g4_layout_finish(&layout);
  if (code == G40_OK) {
    code = check_end(&result, &layout, err);
  }
  if (code == G40_OK) {
    code = check_text(&layout, &result.messages, note, err);
  }
  g4_buf_free(&result.messages);
  if (code == G40_OK) {
    *text = layout.text;
  } else {
    g4_buf_free(&layout.text);
  }
  return code;
}
