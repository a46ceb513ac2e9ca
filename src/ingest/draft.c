#include "ingest/draft.h"

#include <stdarg.h>
#include <string.h>

#include "coding/anchor.h"
#include "coding/coding_file.h"
#include "coding/references.h"
#include "ingest/corpus.h"
#include "ingest/files.h"
#include "ingest/identity.h"
#include "store/registry.h"

int g4_kit_make(g4_kit *kit, g4_store *store, g40_error *err) {
  *kit = (g4_kit){0};
  int code = g4_store_read_ministries(store, &kit->registry, err);
  if (code == G40_OK) {
    code = g4_store_read_names(store, &kit->registry, err);
  }
  if (code == G40_OK) {
    code = g4_store_read_portfolios(store, &kit->registry, err);
  }
  if (code == G40_OK) {
    kit->lexicon = g4_lexicon_new(&kit->registry, err);
    code = kit->lexicon ? g4_automatic_kit_make(&kit->automatic, &kit->registry, err) : G40_NOMEM;
  }
  if (code == G40_OK) {
    kit->analyzer = g4_analyzer_new(kit->lexicon, err);
    code = kit->analyzer ? G40_OK : G40_NOMEM;
  }
  if (code != G40_OK) {
    g4_kit_free(kit);
  }
  return code;
}

void g4_kit_free(g4_kit *kit) {
  g4_analyzer_free(kit->analyzer);
  g4_automatic_kit_free(&kit->automatic);
  g4_lexicon_free(kit->lexicon);
  g4_registry_free(&kit->registry);
  *kit = (g4_kit){0};
}

void g4_draft_fault(g4_draft *draft, g4_severity severity, const char *code, const char *format, ...) {
  g4_buf text = {0};
  va_list args;
  va_start(args, format);
  g4_buf_add_args(&text, format, args);
  va_end(args);
  if (!draft->diagnostics) {
    draft->diagnostics = g4_diagnostics_new(&draft->err);
  }
  if (text.failed) {
    g4_nomem(&draft->err);
  } else if (draft->diagnostics) {
    g4_diagnose(draft->diagnostics, severity, draft->path, 0, 0, code, "%s", g4_buf_text(&text));
  }
  g4_buf_free(&text);
  draft->failed |= severity == G4_ERROR;
}

/* A failure of one file, or of the whole. */
static void keep_failure(g4_draft *draft, int code, const char *what, const g40_error *why) {
  if (code == G40_NOMEM) {
    g4_nomem(&draft->err);
  } else if (code != G40_OK) {
    g4_draft_fault(draft, G4_ERROR, what, "%s", why->message);
    draft->fault = code;
  }
}

static int hash_file(const char *path, char sha256[G4_SHA256_TEXT], g40_error *err) {
  g4_buf bytes = {0};
  int code = g4_read_file(path, &bytes, err);
  if (code == G40_OK) {
    g4_sha256(g4_buf_text(&bytes), bytes.length, sha256);
  }
  g4_buf_free(&bytes);
  return code;
}

/* Where the text of a coding lies that was given without one. */
static const char *text_path(g4_draft *draft, const char *coding) {
  const char *name = draft->coded.meta.text_file, *slash = strrchr(coding, '/');
  if (!name) {
    return NULL;
  }
  const char *folder = slash ? g4_arena_strndup(&draft->arena, coding, (size_t)(slash - coding)) : NULL;
  const char *path = slash && !folder ? NULL : slash ? g4_join_path(&draft->arena, folder, name) : name;
  if (!path) {
    g4_nomem(&draft->err);
  }
  return path;
}

static void read_coding(g4_draft *draft, const char *coding) {
  g40_error why = {0};
  if (!draft->diagnostics && !(draft->diagnostics = g4_diagnostics_new(&draft->err))) {
    return;
  }
  int code = hash_file(coding, draft->coding_sha256, &why);
  if (code == G40_OK) {
    code = g4_coding_read_file(&draft->coded, coding, coding, draft->diagnostics, &why);
  }
  keep_failure(draft, code, "coding", &why);
  draft->failed |= g40_diagnostics_errors(draft->diagnostics) > 0;
  draft->coding = true;
  draft->said = draft->coded.meta;
  if (!draft->path && !draft->failed && !draft->err.code) {
    draft->path = text_path(draft, coding);
    if (!draft->path && !draft->err.code) {
      draft->path = coding;
      g4_draft_fault(draft, G4_ERROR, "coding", "names no text: give the file that it was made of");
    }
  }
}

void g4_draft_read(g4_draft *draft, const g4_job *job) {
  g40_error why = {0};
  draft->path = job->path;
  if (job->said.coding) {
    read_coding(draft, job->said.coding);
  }
  if (draft->failed || draft->err.code) {
    return;
  }
  keep_failure(draft, g4_source_read(draft->path, &draft->paper, &draft->hints, &why), "text", &why);
  if (!draft->failed && !draft->err.code) {
    keep_failure(draft, g4_source_key(draft->path, draft->key, &why), "text", &why);
  }
  draft->read = !draft->failed && !draft->err.code;
  if (draft->read && *draft->paper.note) {
    g4_draft_fault(draft, G4_NOTE, "text", "%s", draft->paper.note);
  }
}

static const char *first_of(const char *a, const char *b, const char *c) { return a ? a : b ? b : c; }

void g4_draft_meta(const g4_draft *draft, const g4_job *job, const g4_stored *stored, g4_coded_meta *meta) {
  const g4_said *said = &job->said;
  const g4_coded_meta *coded = &draft->said;
  meta->title = first_of(said->title, coded->title, stored->title);
  meta->holder = first_of(said->holder, coded->holder, stored->holder);
  meta->kind = first_of(said->kind, coded->kind, stored->kind);
  meta->url = first_of(said->url, coded->url, stored->url);
  meta->language = first_of(NULL, coded->language, stored->language);
  meta->licence = first_of(NULL, coded->licence, stored->licence);
  meta->occasion.nl = first_of(NULL, coded->occasion.nl, stored->occasion_nl);
  meta->occasion.en = first_of(NULL, coded->occasion.en, stored->occasion_en);
  meta->date_issued = said->date ? said->date : coded->date_issued;
  meta->date_precision = said->date && said->date != coded->date_issued ? "day" : coded->date_precision;
  g4_date date = 0;
  if (!meta->date_issued && stored->date_issued && g4_date_parse(stored->date_issued, &date)) {
    meta->date_issued = date;
    meta->date_precision = stored->date_precision;
  }
}

static bool same(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

bool g4_draft_is_stored(const g4_draft *draft, const g4_coded_meta *meta, const g4_stored *stored) {
  char date[G4_DATE_TEXT];
  g4_date_format(meta->date_issued, date);
  return stored->pk && same(draft->paper.source_sha256, stored->source_sha256) &&
         (!draft->coding || same(draft->coding_sha256, stored->coding_sha256)) && same(meta->title, stored->title) &&
         same(meta->holder, stored->holder) && same(meta->kind, stored->kind) && same(meta->url, stored->url) &&
         same(meta->language, stored->language) && same(meta->licence, stored->licence) &&
         same(meta->occasion.nl, stored->occasion_nl) && same(meta->occasion.en, stored->occasion_en) &&
         same(meta->date_issued ? date : NULL, stored->date_issued) &&
         same(meta->date_precision, stored->date_precision);
}

static void say_moved(g4_draft *draft) {
  size_t moved = 0;
  for (size_t i = 0; i < draft->coded.positions.count; i++) {
    const g4_coded_position *position = &draft->coded.positions.items[i];
    moved += position->quotes.count && position->quotes.items[0].moved;
  }
  if (moved) {
    g4_draft_fault(draft, G4_NOTE, "anchor-moved", "%zu position%s elsewhere than the coding says", moved,
                   moved == 1 ? " stands" : "s stand");
  }
}

/* Looks the coding's anchors up, and what it names. */
static int place_coding(g4_draft *draft, const g4_kit *kit, g40_error *err) {
  int code = g4_coding_anchor(&draft->coded, &draft->analysis.text, draft->diagnostics, err);
  if (code == G40_OK) {
    code = g4_check_contacts(&draft->coded, &draft->analysis.text, draft->diagnostics, err);
  }
  if (code == G40_OK) {
    code = g4_coding_check_references(&draft->coded, &kit->registry, draft->diagnostics, err);
  }
  draft->failed |= g40_diagnostics_errors(draft->diagnostics) > 0;
  if (code == G40_OK) {
    say_moved(draft);
  }
  return code;
}

/* What rules read in the text, as a coding. */
static int code_by_rules(g4_draft *draft, const g4_kit *kit, g40_error *err) {
  const g4_analysis *analysis = &draft->analysis;
  g4_automatic *automatic = g4_automatic_new(&kit->automatic, &analysis->text, &draft->coded, err);
  int code = automatic ? G40_OK : err->code;
  for (size_t i = 0; i < analysis->segments.count && code == G40_OK; i++) {
    const g4_read_segment *read = &analysis->segments.items[i];
    code = g4_automatic_add(automatic, &analysis->text.segments.items[i], &read->judgement,
                            analysis->mentions.items + read->first, read->count, err);
  }
  g4_automatic_free(automatic);
  return code;
}

static int read_text(g4_draft *draft, const g4_kit *kit, g40_error *err) {
  const g4_hints *hints = draft->paper.has_hints ? &draft->paper.hints : NULL;
  const g4_coded_meta *meta = &draft->coded.meta;
  int code =
      g4_text_read_hinted(&draft->analysis.text, g4_buf_text(&draft->paper.text), draft->paper.text.length, hints, err);
  if (code != G40_OK || draft->coding) {
    return code == G40_OK ? place_coding(draft, kit, err) : code;
  }
  code = g4_analyze_text(kit->analyzer, meta->date_issued, meta->holder, &draft->analysis, err);
  return code == G40_OK ? code_by_rules(draft, kit, err) : code;
}

static void forget_words(g4_draft *draft) {
  g4_vec_free(&draft->contacts);
  g4_wording_free(&draft->wording);
}

void g4_draft_word(g4_draft *draft) {
  g40_error why = {0};
  forget_words(draft);
  int code = g4_contacts_collect(&draft->analysis.text, &draft->coded, &draft->contacts, &why);
  if (code == G40_OK) {
    code = g4_wording_read(&draft->wording, &draft->analysis.text, &draft->contacts, &why);
  }
  keep_failure(draft, code, "text", &why);
}

void g4_draft_analyse(g4_draft *draft, const g4_kit *kit, const g4_coded_meta *meta) {
  g40_error why = {0};
  bool again = draft->analysed && !draft->coding &&
               (draft->coded.meta.date_issued != meta->date_issued || !same(draft->coded.meta.holder, meta->holder));
  if (draft->analysed && !again) {
    return;
  }
  if (again) {
    g4_coded_free(&draft->coded);
    g4_analysis_free(&draft->analysis);
  }
  draft->coded.meta.date_issued = meta->date_issued;
  draft->coded.meta.holder = meta->holder;
  keep_failure(draft, read_text(draft, kit, &why), "text", &why);
  draft->analysed = true;
  if (!draft->failed && !draft->err.code) {
    g4_draft_word(draft);
  }
}

void g4_draft_free(g4_draft *draft) {
  forget_words(draft);
  g4_analysis_free(&draft->analysis);
  g4_coded_free(&draft->coded);
  g4_coded_free(&draft->kept);
  g4_paper_free(&draft->paper);
  g4_buf_free(&draft->hints);
  g4_arena_free(&draft->arena);
  g40_diagnostics_free(draft->diagnostics);
  *draft = (g4_draft){0};
}
