#include "ingest/corpus.h"

#include <string.h>

#include "coding/anchor.h"
#include "coding/coding_file.h"
#include "coding/references.h"
#include "extract/contacts.h"
#include "ingest/files.h"
#include "text/utf8.h"

void g4_corpus_free(g4_corpus *corpus) {
  g4_text_free(&corpus->text);
  g4_buf_free(&corpus->bytes);
  g4_coded_free(&corpus->coded);
  corpus->readable = false;
}

static int read_text(g4_corpus *corpus, const char *coding, const char *shown, g40_diagnostics *diagnostics,
                     g40_error *err) {
  g4_coded *coded = &corpus->coded;
  const char *name = coded->meta.text_file;
  if (!name) {
    g4_diagnose(diagnostics, G4_ERROR, shown, coded->mark.line, coded->mark.column, "missing-key",
                "'meta' must name the 'text' beside this file");
    return G40_OK;
  }
  const char *slash = strrchr(coding, '/');
  char *folder = slash ? g4_arena_strndup(&coded->arena, coding, (size_t)(slash - coding)) : NULL;
  const char *path = slash && !folder ? NULL : g4_join_path(&coded->arena, slash ? folder : ".", name);
  if (!path) {
    return g4_nomem(err);
  }
  g40_error why = {0};
  int code = g4_read_file(path, &corpus->bytes, &why);
  if (code == G40_OK) {
    code = g4_text_read(&corpus->text, g4_buf_text(&corpus->bytes), corpus->bytes.length, &why);
  }
  if (code == G40_NOMEM) {
    return g4_nomem(err);
  }
  if (code != G40_OK) {
    g4_diagnose(diagnostics, G4_ERROR, shown, coded->mark.line, coded->mark.column, "text", "%s", why.message);
    return G40_OK;
  }
  corpus->readable = true;
  return G40_OK;
}

typedef struct {
  const g4_privates *contacts;
  g40_diagnostics *diagnostics;
} contact_check;

/* Contact data stands in quotes of whole sentences at most; as a name or a number of its own it would be shown. */
static void check_contact(void *context, const char *owner, g4_anchor *anchor) {
  const contact_check *check = context;
  (void)owner;
  if (anchor->secret || anchor->quotes) {
    return;
  }
  for (size_t i = 0; i < anchor->ranges.count; i++) {
    if (g4_contacts_touch(check->contacts, anchor->ranges.items[i].start, anchor->ranges.items[i].end)) {
      g4_diagnose(check->diagnostics, G4_ERROR, anchor->mark.file, anchor->mark.line, anchor->mark.column, "contact",
                  "these words hold contact data of a person: list it under 'contacts' only");
    }
  }
}

int g4_check_contacts(g4_coded *coded, const g4_text *text, g40_diagnostics *diagnostics, g40_error *err) {
  g4_privates contacts = {0};
  int code = g4_contacts_collect(text, coded, &contacts, err);
  if (code == G40_OK) {
    contact_check check = {&contacts, diagnostics};
    g4_coded_anchors(coded, check_contact, &check);
  }
  g4_vec_free(&contacts);
  return code == G40_OK ? g4_diagnostics_check(diagnostics, err) : code;
}

int g4_corpus_read(g4_corpus *corpus, const char *coding, const char *shown, const g4_registry *registry,
                   g40_diagnostics *diagnostics, g40_error *err) {
  *corpus = (g4_corpus){0};
  int code = g4_coding_read_file(&corpus->coded, coding, shown, diagnostics, err);
  if (code == G40_OK) {
    code = read_text(corpus, coding, shown, diagnostics, err);
  }
  if (code == G40_OK && corpus->readable) {
    code = g4_coding_anchor(&corpus->coded, &corpus->text, diagnostics, err);
  }
  if (code == G40_OK && corpus->readable) {
    code = g4_check_contacts(&corpus->coded, &corpus->text, diagnostics, err);
  }
  if (code == G40_OK && registry) {
    code = g4_coding_check_references(&corpus->coded, registry, diagnostics, err);
  }
  if (code != G40_OK) {
    g4_corpus_free(corpus);
  }
  return code;
}
