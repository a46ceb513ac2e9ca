#include "ingest/corpus.h"

#include <string.h>

#include "coding/anchor.h"
#include "coding/coding_file.h"
#include "coding/references.h"
#include "extract/contacts.h"
#include "ingest/files.h"
#include "text/contact.h"
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

/* What people wrote about the text is shown as it is: no contact data in it, nor words that are listed as a contact. */
static void check_written(const g4_coded *coded, const char *text, g4_mark mark, g40_diagnostics *diagnostics) {
  g4_contact contact;
  bool found = text && g4_contact_next(text, strlen(text), 0, &contact);
  for (size_t i = 0; text && i < coded->contacts.count && !found; i++) {
    const char *words = coded->contacts.items[i].anchor.words;
    found = *words && strstr(text, words);
  }
  if (found) {
    g4_diagnose(diagnostics, G4_ERROR, mark.file, mark.line, mark.column, "contact",
                "contact data of a person stands in a text that is shown with this");
  }
}

static void check_all_written(const g4_coded *coded, g40_diagnostics *diagnostics) {
  const char *const of_document[] = {coded->meta.title, coded->meta.occasion.nl, coded->meta.occasion.en,
                                     coded->meta.licence, coded->meta.url};
  for (size_t i = 0; i < sizeof of_document / sizeof *of_document; i++) {
    check_written(coded, of_document[i], coded->mark, diagnostics);
  }
  for (size_t i = 0; i < coded->verdicts.count; i++) {
    check_written(coded, coded->verdicts.items[i].note, coded->verdicts.items[i].anchor.mark, diagnostics);
  }
  for (size_t i = 0; i < coded->positions.count; i++) {
    const g4_coded_position *position = &coded->positions.items[i];
    check_written(coded, position->summary.nl, position->mark, diagnostics);
    check_written(coded, position->summary.en, position->mark, diagnostics);
    for (size_t k = 0; k < position->figures.count; k++) {
      const g4_coded_figure *figure = &position->figures.items[k];
      check_written(coded, figure->about.nl, figure->anchor.mark, diagnostics);
      check_written(coded, figure->about.en, figure->anchor.mark, diagnostics);
    }
  }
}

int g4_check_contacts(g4_coded *coded, const g4_text *text, g40_diagnostics *diagnostics, g40_error *err) {
  g4_privates contacts = {0};
  check_all_written(coded, diagnostics);
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
