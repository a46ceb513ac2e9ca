#include "reader/pdf.h"

#include <stdio.h>
#include <string.h>

#include "reader/child.h"
#include "reader/input.h"
#include "reader/layout.h"

enum { PATIENCE = 60, NO_COPYING = 3, LONGEST_REASON = 80 };

/* The first line of what pdftotext says, without "Syntax Error: " and the like. */
static const char *reason_of(const g4_buf *messages, char reason[LONGEST_REASON]) {
  static const char *const leads[] = {"Syntax Error: ", "Command Line Error: ", "I/O Error: ", "Internal Error: "};
  const char *text = g4_buf_text(messages);
  for (size_t i = 0; text && i < sizeof leads / sizeof *leads; i++) {
    const char *found = strstr(text, leads[i]);
    if (found) {
      text = found + strlen(leads[i]);
      break;
    }
  }
  snprintf(reason, LONGEST_REASON, "%.*s", (int)strcspn(text ? text : "", "\n"), text ? text : "");
  return *reason ? reason : "pdftotext gives no reason";
}

static int failed(const g4_child_result *result, const char *name, g40_error *err) {
  char reason[LONGEST_REASON];
  const char *messages = g4_buf_text(&result->messages);
  if (messages && strstr(messages, "Incorrect password")) {
    return g4_fail(err, G40_INVALID, "cannot read %s: the PDF is encrypted and opens with its password only", name);
  }
  if (result->status == NO_COPYING) {
    return g4_fail(err, G40_INVALID, "cannot read %s: the PDF forbids taking out its text", name);
  }
  return g4_fail(err, G40_INVALID, "cannot read %s: the PDF is broken (%s)", name,
                 reason_of(&result->messages, reason));
}

static int check_end(const g4_child_result *result, const g4_layout *layout, const char *name, g40_error *err) {
  switch (result->end) {
    case G4_CHILD_MISSING:
      return g4_fail(
          err, G40_IO,
          "cannot read %s: PDF is read through the program pdftotext, which is not there; install the package"
          " poppler-utils",
          name);
    case G4_CHILD_STOPPED:
      return g4_fail(err, G40_CANCELLED, "reading %s was cancelled", name);
    case G4_CHILD_SILENT:
      return g4_fail(err, G40_IO, "cannot read %s: pdftotext did not get on with it and was ended", name);
    case G4_CHILD_REFUSED:
      return layout->text.failed ? g4_nomem(err)
                                 : g4_fail(err, G40_UNSUPPORTED, "cannot read %s: its text has more than %d MB", name,
                                           G4_MOST_INPUT >> 20);
    default:
      return result->status ? failed(result, name, err) : G40_OK;
  }
}

/* Pages that hold nothing but white space. */
static size_t empty_pages(const g4_buf *text, size_t from) {
  size_t empty = 0;
  bool found = false;
  for (size_t at = from; at <= text->length; at++) {
    if (at == text->length || text->bytes[at] == '\f') {
      empty += !found;
      found = false;
    } else {
      found = found || text->bytes[at] > ' ' || (unsigned char)text->bytes[at] >= 0x80;
    }
  }
  return empty;
}

int g4_pdf_read(const char *bytes, size_t n, const char *name, const g4_paper_options *options, g4_buf *text,
                char note[G4_PAPER_NOTE], g40_error *err) {
  static const char *const arguments[] = {"pdftotext", "-raw", "-bbox", "-enc", "UTF-8", "-", "-", NULL};
  g4_layout layout = {.most = G4_MOST_INPUT};
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
    code = check_end(&result, &layout, name, err);
  }
  if (code == G40_OK && layout.text.failed) {
    code = g4_nomem(err);
  }
  if (code == G40_OK) {
    size_t empty = empty_pages(&layout.text, 0);
    if (empty >= layout.pages) {
      code =
          g4_fail(err, G40_INVALID, "cannot read %s: the PDF has no text layer (%zu pages of images?); run OCR on it",
                  name, layout.pages);
    } else if (empty) {
      snprintf(note, G4_PAPER_NOTE, "%zu of %zu pages hold no text", empty, layout.pages);
    }
  }
  g4_buf_free(&result.messages);
  if (code == G40_OK) {
    *text = layout.text;
  } else {
    g4_buf_free(&layout.text);
  }
  return code;
}
