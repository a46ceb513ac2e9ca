#include "query/findings.h"

#include <string.h>

#include "base/map.h"
#include "text/words.h"

enum { LEAST_SENTENCES = 3, NEAR = 8 };

/* --- on their way */

static const char *copy(g4_review *in, const g4_buf *text) {
  if (!text->failed && !text->length) {
    return NULL;
  }
  in->loader.failed |= text->failed ? G4_TEXT_NOMEM : 0;
  return g4_loader_copy(&in->loader, g4_buf_text(text));
}

static void free_words(g4_finding_words *words) {
  g4_buf_free(&words->nl);
  g4_buf_free(&words->en);
  g4_buf_free(&words->lacks);
  g4_buf_free(&words->subject);
}

static const char *const severities[] = {"high", "medium", "low"};

static int push(g4_review *in, g40_finding *one, g4_finding_words *words) {
  one->label_nl = copy(in, &words->nl);
  one->label_en = copy(in, &words->en);
  one->lacks = copy(in, &words->lacks);
  one->subject = copy(in, &words->subject);
  one->severity = severities[words->severity];
  free_words(words);
  if (in->loader.failed) {
    return g4_store_failed(in->loader.failed, in->loader.err);
  }
  return g4_vec_push(&in->found, *one) ? G40_OK : g4_nomem(in->loader.err);
}

int g4_finding_add(g4_review *in, const char *kind, const g40_position *position, const g40_passage *passage,
                   g4_finding_words *words) {
  g40_finding one = {.kind = kind,
                     .position = position->id,
                     .section = position->section,
                     .quote = passage->quote,
                     .start = passage->start,
                     .end = passage->end,
                     .char_start = passage->char_start,
                     .char_end = passage->char_end};
  return push(in, &one, words);
}

int g4_review_begin(g4_review *in, const char *document) {
  static const char sql[] =
      "SELECT pk, id, sha256, kind IN ('manifesto', 'coalition_agreement') FROM document WHERE id IN (?1, 'document/' "
      "|| ?1)";
  g4_loader *loader = &in->loader;
  g4_store *store = loader->session->store;
  g4_owner_keep(loader->owner, in->positions->owner);
  sqlite3_stmt *row = g4_store_statement(store, sql, loader->err);
  int code = row ? g4_store_bind(store, row, loader->err, "s", document) : loader->err->code;
  code = code == G40_OK ? g4_store_step(store, row, loader->err) : code;
  if (code == 1) {
    loader->row = row;
    in->document = sqlite3_column_int64(row, 0);
    in->slug = g4_slug(g4_loader_text(loader, 1));
    in->sha256 = g4_loader_text(loader, 2);
    in->manifesto = sqlite3_column_int(row, 3) != 0;
  }
  if (row) {
    g4_store_done(row);
  }
  if (code >= 0 && loader->failed) {
    return g4_store_failed(loader->failed, loader->err);
  }
  return code == 0 ? g4_fail(loader->err, G40_NOT_FOUND, "unknown document '%.100s'", document) : code < 0 ? code : 0;
}

static int place_in(const char *const *list, int count, const char *word) {
  int i = 0;
  while (i < count && strcmp(list[i], word) != 0) {
    i++;
  }
  return i;
}

static int rank(const g40_finding *one) {
  static const char *const kinds[] = {"ask_lacks", "theme_without_ask", "actor_not_asked", "name_unresolved"};
  return place_in(kinds, 4, one->kind) * 3 + place_in(severities, 2, one->severity);
}

static int compare_findings(const void *a, const void *b) {
  const g40_finding *x = a, *y = b;
  if (rank(x) != rank(y)) {
    return rank(x) < rank(y) ? -1 : 1;
  }
  if (x->start != y->start) {
    return x->start < y->start ? -1 : 1;
  }
  int order = strcmp(x->label_en, y->label_en);
  return order || !x->position || !y->position ? order : strcmp(x->position, y->position);
}

/* Drops what was said of the same words before: a text may hold a page twice. */
static int drop_repeats(g4_review *in) {
  g4_map seen = {0};
  g4_buf key = {0};
  size_t kept = 0, place;
  bool failed = false;
  for (size_t i = 0; i < in->found.count && !failed; i++) {
    const g40_finding *one = &in->found.items[i];
    g4_buf_clear(&key);
    g4_buf_add_format(&key, "%s\n%s\n%s", one->kind, one->label_en, one->quote);
    failed = key.failed;
    if (!failed && !g4_map_get(&seen, g4_buf_text(&key), key.length, &place)) {
      failed = !g4_map_put(&seen, g4_buf_text(&key), key.length, i);
      in->found.items[kept++] = *one;
    }
  }
  in->found.count = kept;
  g4_buf_free(&key);
  g4_map_free(&seen);
  return failed ? g4_nomem(in->loader.err) : G40_OK;
}

/* The page of each finding, where the document has more than one. */
static int number_pages(g4_review *in) {
  static const char sql[] = "SELECT number, byte_start FROM page WHERE document = ? ORDER BY number";
  g4_store *store = in->loader.session->store;
  sqlite3_stmt *row = g4_store_statement(store, sql, in->loader.err);
  int code = row ? g4_store_bind(store, row, in->loader.err, "i", in->document) : in->loader.err->code;
  while (code == G40_OK && (code = g4_store_step(store, row, in->loader.err)) == 1) {
    int64_t number = sqlite3_column_int64(row, 0), start = sqlite3_column_int64(row, 1);
    for (size_t i = 0; i < in->found.count; i++) {
      in->found.items[i].page = in->found.items[i].start >= start ? number : in->found.items[i].page;
    }
    code = G40_OK;
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

int g4_review_end(g4_review *in, g40_findings **findings) {
  void *rows = NULL;
  if (in->found.count > 1) {
    qsort(in->found.items, in->found.count, sizeof *in->found.items, compare_findings);
  }
  int code = drop_repeats(in);
  code = code == G40_OK ? number_pages(in) : code;
  if (code != G40_OK) {
    return code;
  }
  size_t count = in->found.count;
  g40_findings *made = g4_loader_array(&in->loader, count, (int64_t)count, sizeof(g40_finding), &rows);
  for (size_t i = 0; made && i < count; i++) {
    made->rows[i] = in->found.items[i];
    made->rows[i].owner = in->loader.owner;
    made->rows[i].document = in->slug;
    made->rows[i].sha256 = in->sha256;
  }
  *findings = made;
  return made ? G40_OK : g4_nomem(in->loader.err);
}

/* --- names */

/* Nederlandse, Europese; Nederlanders, Brabanders: of a place, and no name of an actor. */
static bool is_adjective(const char *word, size_t n) {
  return (n > 4 && memcmp(word + n - 2, "se", 2) == 0) || (n > 5 && memcmp(word + n - 3, "ers", 3) == 0);
}

bool g4_is_proper_name(const g40_position *position, const char *as_written, int64_t start) {
  size_t n = strlen(as_written), words = 0, capitals = 0, letters = 0;
  g4_word word;
  for (size_t at = 0; g4_word_next(as_written, n, at, &word); at = word.end) {
    words++;
    capitals += word.capital && !is_adjective(as_written + word.start, word.end - word.start);
  }
  for (const char *c = as_written; *c; c++) {
    letters += *c >= 'A' && *c <= 'Z';
  }
  bool first = start == position->start;
  return letters == n ? n > 1 : words > 1 && capitals > (first ? 1 : 0);
}

/* --- the text */

/* The words of a passage of the text, contacts masked where they are to be. */
static int quote_of(g4_review *in, int64_t passage, const char **quote) {
  static const char sql[] =
      "SELECT x.text, x.masked, CASE WHEN EXISTS (SELECT 1 FROM passage_range WHERE passage = x.pk) THEN"
      " (SELECT group_concat(part, char(10)) FROM (SELECT CAST(substr(t.text, r.byte_start + 1, r.byte_end -"
      " r.byte_start) AS TEXT) AS part FROM passage_range r WHERE r.passage = x.pk ORDER BY r.ordinal)) ELSE"
      " CAST(substr(t.text, x.byte_start + 1, x.byte_end - x.byte_start) AS TEXT) END FROM passage x JOIN"
      " document_text t ON t.document = x.document WHERE x.pk = ?";
  g4_loader *loader = &in->loader;
  g4_store *store = loader->session->store;
  sqlite3_stmt *row = g4_store_statement(store, sql, loader->err);
  int code = row ? g4_store_bind(store, row, loader->err, "i", passage) : loader->err->code;
  code = code == G40_OK ? g4_store_step(store, row, loader->err) : code;
  if (code == 1) {
    loader->row = row;
    bool masked = !loader->with_contacts && sqlite3_column_type(row, 1) != SQLITE_NULL;
    *quote = g4_loader_text(loader, masked ? 1 : 2);
  }
  if (row) {
    g4_store_done(row);
  }
  return code < 0 ? code : G40_OK;
}

/* A finding on a passage of the text. */
static int add_passage(g4_review *in, g40_finding *one, int64_t passage, g4_finding_words *words) {
  int code = quote_of(in, passage, &one->quote);
  bool added = code == G40_OK && (one->quote || in->loader.failed);
  if (!added) {
    free_words(words);
    return code;
  }
  return push(in, one, words);
}

/* --- sections */

typedef struct {
  int64_t start, end, passage;
  g40_finding place;
  const char *name;
} section;

/* Whether a position of one of two kinds stands there. */
static bool holds(const g4_review *in, int64_t start, int64_t end, const char *kind, const char *other) {
  for (size_t i = 0; i < in->positions->count; i++) {
    const g40_position *one = &in->positions->rows[i];
    bool is = one->kind && (strcmp(one->kind, kind) == 0 || strcmp(one->kind, other) == 0);
    if (is && start <= one->start && one->start < end) {
      return true;
    }
  }
  return false;
}

/* Headings under which nobody expects to be asked. */
static bool is_frame(const char *heading) {
  static const char *const frames[] = {
      "voorwoord", "vooraf",       "inleiding",  "inhoud",  "inhoudsopgave", "colofon", "contact",   "bijlage",
      "bijlagen",  "samenvatting", "leeswijzer", "nawoord", "slotwoord",     "bronnen", "dankwoord", NULL};
  g4_word word;
  size_t n = strlen(heading);
  if (!g4_word_next(heading, n, 0, &word)) {
    return false;
  }
  for (int i = 0; frames[i]; i++) {
    size_t at = 0, length = word.end - word.start;
    while (at < length && frames[i][at] == (heading[word.start + at] | 0x20)) { /* letters of ASCII without case */
      at++;
    }
    if (at == length && !frames[i][at]) {
      return true;
    }
  }
  return false;
}

/* A promise is something too, though not asked of anybody. */
static int say_nothing_asked(g4_review *in, section *one, bool promised) {
  g4_finding_words words = {.severity = promised ? G4_LOW : G4_MEDIUM};
  g4_buf_add_text(&words.subject, one->name);
  g4_buf_add_format(&words.nl,
                    promised ? "onder '%s' wordt iets toegezegd en niets gevraagd" : "onder '%s' wordt niets gevraagd",
                    one->name);
  g4_buf_add_format(&words.en,
                    promised ? "something is promised and nothing asked under '%s'" : "nothing is asked under '%s'",
                    one->name);
  one->place.kind = "theme_without_ask";
  return add_passage(in, &one->place, one->passage, &words);
}

static void read_section(g4_review *in, section *one) {
  g4_loader *loader = &in->loader;
  sqlite3_stmt *row = loader->row;
  one->start = sqlite3_column_int64(row, 0);
  one->end = sqlite3_column_int64(row, 1);
  one->place.section = g4_loader_text(loader, 2);
  one->name = one->place.section;
  one->passage = sqlite3_column_int64(row, 3);
  one->place.start = g4_loader_number(loader, 4);
  one->place.end = g4_loader_number(loader, 5);
  one->place.char_start = g4_loader_number(loader, 6);
  one->place.char_end = g4_loader_number(loader, 7);
}

int g4_review_sections(g4_review *in) {
  static const char sql[] =
      "SELECT s.byte_start, s.byte_end, s.heading, h.pk, h.byte_start, h.byte_end, "
      "h.char_start,"
      " h.char_end FROM section s JOIN passage h ON h.document = s.document AND h.section = s.pk AND h.kind = 'heading'"
      " WHERE s.document = ?1 AND s.heading IS NOT NULL AND (SELECT count(*) FROM"
      " passage p WHERE p.document = s.document AND p.kind = 'sentence' AND p.byte_start >= s.byte_start AND"
      " p.byte_end <= s.byte_end) >= ?2 GROUP BY s.pk HAVING h.byte_start = min(h.byte_start) ORDER BY s.byte_start,"
      " s.level";
  g4_loader *loader = &in->loader;
  g4_store *store = loader->session->store;
  int64_t said_to = -1; /* what is below a section that is named need not be named too */
  sqlite3_stmt *row = g4_store_statement(store, sql, loader->err);
  int code =
      row ? g4_store_bind(store, row, loader->err, "ii", in->document, (int64_t)LEAST_SENTENCES) : loader->err->code;
  while (code == G40_OK && (code = g4_store_step(store, row, loader->err)) == 1) {
    section one = {0};
    loader->row = row;
    read_section(in, &one);
    code = loader->failed ? g4_store_failed(loader->failed, loader->err) : G40_OK;
    bool promised = holds(in, one.start, one.end, "commitment", "commitment");
    if (code == G40_OK && one.start >= said_to && one.name && !is_frame(one.name) &&
        !holds(in, one.start, one.end, "ask", "rule") && !(promised && in->manifesto)) {
      said_to = one.end;
      code = say_nothing_asked(in, &one, promised);
    }
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* --- figures */

typedef struct {
  int64_t start, end;
} span;
typedef G4_VEC(span) spans;

static int compare_spans(const void *a, const void *b) {
  const span *x = a, *y = b;
  return x->start < y->start ? -1 : x->start > y->start;
}

/* Where something is wanted: its numbers are aims. */
static int wanted_spans(const g4_review *in, spans *wanted) {
  for (size_t i = 0; i < in->positions->count; i++) {
    const g40_position *one = &in->positions->rows[i];
    bool wants = one->kind && (strcmp(one->kind, "ask") == 0 || strcmp(one->kind, "rule") == 0 ||
                               strcmp(one->kind, "commitment") == 0 || strcmp(one->kind, "principle") == 0);
    for (size_t k = 0; wants && k < one->passages->count; k++) {
      const g40_passage *passage = &one->passages->rows[k];
      if (!g4_vec_push(wanted, (span){passage->start, passage->end})) {
        return g4_nomem(in->loader.err);
      }
    }
  }
  if (wanted->count > 1) {
    qsort(wanted->items, wanted->count, sizeof *wanted->items, compare_spans);
  }
  return G40_OK;
}

static bool is_wanted(const spans *wanted, int64_t start, int64_t end) {
  size_t low = 0, high = wanted->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (wanted->items[middle].start < end) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (size_t i = low; i > 0 && low - i < NEAR; i--) {
    if (wanted->items[i - 1].end > start) {
      return true;
    }
  }
  return false;
}

/* A sentence with a figure that waits for a source in the next one. */
typedef struct {
  g40_finding place;
  int64_t passage; /* 0: none waits */
  char figure[24];
} waiting;

static int say_no_source(g4_review *in, waiting *one) {
  g4_finding_words words = {.severity = G4_MEDIUM};
  if (!one->passage) {
    return G40_OK;
  }
  g4_buf_add_text(&words.subject, one->figure);
  g4_buf_add_format(&words.nl, "%s: geen bron genoemd", one->figure);
  g4_buf_add_format(&words.en, "%s: no source named", one->figure);
  one->place.kind = "figure_without_source";
  int code = add_passage(in, &one->place, one->passage, &words);
  one->passage = 0;
  return code;
}

/* Columns: pk, text, start, end, char_start, char_end, heading, whether a link or reference stands in it. */
static int read_sentence(g4_review *in, sqlite3_stmt *row, const spans *wanted, waiting *one, bool *source_before) {
  const char *text = (const char *)sqlite3_column_text(row, 1);
  g4_said said = {0};
  int code = text ? g4_said_in(text, (size_t)sqlite3_column_bytes(row, 1), &said, in->loader.err) : G40_OK;
  if (code != G40_OK) {
    return code;
  }
  bool source = said.source || sqlite3_column_int(row, 7) != 0;
  if (source) {
    one->passage = 0;
  }
  code = say_no_source(in, one);
  int64_t start = sqlite3_column_int64(row, 2), end = sqlite3_column_int64(row, 3);
  if (code == G40_OK && *said.figure && !said.aim && !source && !*source_before && !is_wanted(wanted, start, end)) {
    in->loader.row = row;
    one->place = (g40_finding){.section = g4_loader_word(&in->loader, 6),
                               .start = start,
                               .end = end,
                               .char_start = sqlite3_column_int64(row, 4),
                               .char_end = sqlite3_column_int64(row, 5)};
    one->passage = sqlite3_column_int64(row, 0);
    memcpy(one->figure, said.figure, sizeof one->figure);
  }
  *source_before = source;
  return code;
}

int g4_review_figures(g4_review *in) {
  static const char sql[] =
      "SELECT x.pk, coalesce(x.masked, x.text), x.byte_start, x.byte_end, x.char_start, x.char_end, h.heading,"
      " EXISTS (SELECT 1 FROM citation c WHERE c.document = x.document AND c.byte_start < x.byte_end + 2 AND"
      " c.byte_end > x.byte_start) FROM passage x LEFT JOIN section h ON h.pk = x.section"
      " WHERE x.document = ? AND x.kind = 'sentence' ORDER BY x.ordinal";
  g4_loader *loader = &in->loader;
  g4_store *store = loader->session->store;
  spans wanted = {0};
  waiting one = {0};
  bool source_before = false;
  int code = wanted_spans(in, &wanted);
  sqlite3_stmt *row = code == G40_OK ? g4_store_statement(store, sql, loader->err) : NULL;
  if (code == G40_OK) {
    code = row ? g4_store_bind(store, row, loader->err, "i", in->document) : loader->err->code;
  }
  while (code == G40_OK && (code = g4_store_step(store, row, loader->err)) == 1) {
    code = read_sentence(in, row, &wanted, &one, &source_before);
  }
  code = code == G40_OK ? say_no_source(in, &one) : code;
  if (row) {
    g4_store_done(row);
  }
  g4_vec_free(&wanted);
  return code;
}
