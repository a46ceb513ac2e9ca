#include "query/verify.h"

#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "index/check.h"
#include "query/verify_rules.h"
#include "text/char_index.h"
#include "text/fold.h"
#include "text/segment.h"
#include "text/utf8.h"

typedef struct {
  g4_session *session;
  g40_diagnostics *diagnostics;
  g40_error *err;
  const g4_progress *progress;
  int64_t done, total; /* steps */
  const char *step;
  int64_t document; /* pk */
  char id[256];     /* of the document, for messages */
  const char *text;
  size_t length;
  const char *hints; /* of the text; NULL: none */
  g4_char_index characters;
  g4_text read; /* the text, read again */
} verifier;

/* Rows without an id of their own ("passage 6") are named with their document. */
static void fault(verifier *in, const char *row, const char *code, const char *what) {
  row = row && !g4_utf8_valid(row, strlen(row), NULL) ? "a row whose id is not UTF-8" : row;
  what = g4_utf8_valid(what, strlen(what), NULL) ? what : "damaged";
  bool needs_document = row && *in->id && !strchr(row, '/');
  g4_diagnose(in->diagnostics, G4_ERROR, needs_document ? in->id : row, 0, 0, code, "%s%s%s", needs_document ? row : "",
              needs_document ? ": " : "", what);
}

/* --- progress */

enum { STEPS_OF_SQLITE = 1000000 }; /* between two questions whether to go on */

/* Within a step: its error is SQLite's "interrupted". */
static int go_on(void *context) {
  verifier *in = context;
  g40_error ignored;
  return g4_progress_tell(in->progress, in->done, in->total, in->step, &ignored) != G40_OK;
}

static int next_step(verifier *in, const char *step) {
  in->step = step;
  return g4_progress_tell(in->progress, in->done++, in->total, step, in->err);
}

/* --- spans: every table with offsets, and what its words must equal */

typedef enum { NO_WORDS, EXACT, READING, FOLDED } words_kind; /* folded: reading, and in column 6 NULL or its fold */

typedef struct {
  const char *sql; /* id of the row, byte_start, byte_end, char_start, char_end, words; by document */
  words_kind words;
} span_table;

#define SPAN "x.byte_start, x.byte_end, x.char_start, x.char_end"

static const span_table tables[] = {
    {"SELECT 'section ' || x.ordinal, " SPAN ", NULL FROM section x WHERE x.document = ?", NO_WORDS},
    {"SELECT 'contact ' || x.pk, " SPAN ", NULL FROM contact x WHERE x.document = ?", NO_WORDS},
    {"SELECT 'passage ' || x.ordinal, " SPAN ", x.text FROM passage x WHERE x.document = ?1", READING},
    {"SELECT 'passage ' || p.ordinal, " SPAN ", NULL FROM passage_range x JOIN passage p ON p.pk = x.passage"
     " WHERE p.document = ?",
     NO_WORDS},
    {"SELECT p.id, " SPAN ", x.quote FROM position_passage x JOIN position p ON p.pk = x.position WHERE p.document = ?"
     " AND NOT EXISTS (SELECT 1 FROM position_range r WHERE r.position = x.position AND r.passage = x.ordinal)",
     EXACT},
    {"SELECT p.id, " SPAN ", x.text FROM position_passage x JOIN position p ON p.pk = x.position WHERE p.document = ?",
     READING},
    {"SELECT p.id, " SPAN ", NULL FROM position_range x JOIN position p ON p.pk = x.position WHERE p.document = ?",
     NO_WORDS},
    {"SELECT p.id, " SPAN
     ", x.as_written FROM position_role x JOIN position p ON p.pk = x.position WHERE p.document = ?",
     READING},
    {"SELECT p.id, " SPAN ", x.as_written, x.folded FROM position_instrument x JOIN position p ON p.pk = x.position"
     " WHERE p.document = ?",
     FOLDED},
    {"SELECT p.id, " SPAN ", x.as_written FROM position_place x JOIN position p ON p.pk = x.position WHERE p.document"
     " = ?",
     READING},
    {"SELECT x.id, " SPAN ", x.as_written FROM figure x WHERE x.document = ?", READING},
    {"SELECT x.id, " SPAN ", x.as_written FROM citation x WHERE x.document = ?", READING},
    {"SELECT 'verdict on ' || x.ask, " SPAN
     ", x.words FROM verdict x WHERE x.document = ? AND x.byte_start IS NOT NULL",
     READING},
    {"SELECT 'page ' || x.number, x.byte_start, x.byte_start, x.char_start, x.char_start, NULL FROM page x"
     " WHERE x.document = ?",
     NO_WORDS}};

/* The segment of the text read again in one of whose ranges a byte lies; NULL: none. Sentences run on past noise, so
 * that it may start some segments earlier than the last that starts before the byte. */
static const g4_segment *segment_around(const verifier *in, size_t at) {
  const g4_text *text = &in->read;
  size_t low = 0, high = text->segments.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (g4_text_segment_ranges(text, &text->segments.items[middle])->start <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  while (low-- > 0) {
    const g4_segment *segment = &text->segments.items[low];
    const g4_span *ranges = g4_text_segment_ranges(text, segment);
    for (uint32_t i = 0; i < segment->range_count; i++) {
      if (ranges[i].start <= at && at < ranges[i].end) {
        return segment;
      }
    }
  }
  return NULL;
}

/* Whether the words, in reading form, stand at these bytes of the text read again. */
static bool reads_as(const verifier *in, size_t start, size_t end, const char *words) {
  const g4_segment *segment = segment_around(in, start);
  size_t length = strlen(words), all = in->read.reading.text.length;
  if (!segment || !length) {
    return false;
  }
  size_t at = segment->reading_start;
  while (at < segment->reading_end && g4_text_source_at(&in->read, at) < start) {
    at++;
  }
  if (length > all - at || memcmp(g4_buf_text(&in->read.reading.text) + at, words, length) != 0) {
    return false;
  }
  size_t last = g4_text_source_at(&in->read, at + length - 1);
  return g4_text_source_at(&in->read, at) == start && last < end && last + G4_UTF8_LONGEST >= end;
}

static int check_words(verifier *in, const char *row, words_kind kind, size_t start, size_t end, const char *words) {
  bool holds = false;
  if (!words) {
    fault(in, row, "words", "a row has no words");
    return G40_OK;
  }
  if (kind == EXACT) {
    holds = strlen(words) == end - start && memcmp(words, in->text + start, end - start) == 0;
  } else {
    holds = reads_as(in, start, end, words);
  }
  if (!holds) {
    fault(in, row, "words", "the words do not stand where the row says");
  }
  return G40_OK;
}

static int check_folded(verifier *in, const char *row, const char *words, const char *folded) {
  g4_buf again = {0};
  int code = words && folded ? g4_fold(words, strlen(words), &again, in->err) : G40_OK;
  if (code == G40_OK && words && folded && strcmp(g4_buf_text(&again), folded) != 0) {
    fault(in, row, "words", "the folded words are not those of the row");
  }
  g4_buf_free(&again);
  return code;
}

static int check_span(verifier *in, sqlite3_stmt *row, words_kind kind) {
  const char *id = (const char *)sqlite3_column_text(row, 0);
  int64_t start = sqlite3_column_int64(row, 1), end = sqlite3_column_int64(row, 2);
  if (start < 0 || end < start || (uint64_t)end > in->length) {
    fault(in, id, "offset", "a range lies outside of the text");
    return G40_OK;
  }
  if (!g4_utf8_is_boundary(in->text, in->length, (size_t)start) ||
      !g4_utf8_is_boundary(in->text, in->length, (size_t)end)) {
    fault(in, id, "offset", "a range cuts a character");
    return G40_OK;
  }
  if (g4_char_index_at(&in->characters, (size_t)start) != sqlite3_column_int64(row, 3) ||
      g4_char_index_at(&in->characters, (size_t)end) != sqlite3_column_int64(row, 4)) {
    fault(in, id, "offset", "offsets in bytes and in characters differ");
  }
  if (kind == NO_WORDS) {
    return G40_OK;
  }
  const char *words = (const char *)sqlite3_column_text(row, 5);
  int code = check_words(in, id, kind, (size_t)start, (size_t)end, words);
  return code == G40_OK && kind == FOLDED ? check_folded(in, id, words, (const char *)sqlite3_column_text(row, 6))
                                          : code;
}

static int check_table(verifier *in, const span_table *table) {
  sqlite3_stmt *row = g4_store_statement(in->session->store, table->sql, in->err);
  int code = row ? g4_store_bind(in->session->store, row, in->err, "i", in->document) : in->err->code;
  while (code == G40_OK && (code = g4_store_step(in->session->store, row, in->err)) == 1) {
    code = check_span(in, row, table->words);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* --- documents */

static int check_text(verifier *in, const char *sha256, int64_t bytes, int64_t characters) {
  char hash[G4_SHA256_TEXT];
  size_t bad = 0;
  if (!sha256 || strcmp(g4_sha256(in->text, in->length, hash), sha256) != 0) {
    fault(in, in->id, "sha256", "the text does not have the SHA-256 that the row says");
  }
  if (!g4_utf8_valid(in->text, in->length, &bad)) {
    fault(in, in->id, "utf8", "the text is not UTF-8");
    return G40_OK;
  }
  if (!g4_char_index_build(&in->characters, in->text, in->length)) {
    return g4_nomem(in->err);
  }
  if ((int64_t)in->length != bytes || g4_char_index_at(&in->characters, in->length) != characters) {
    fault(in, in->id, "length", "the text is not as long as the row says");
  }
  int code = g4_text_read_stored(&in->read, in->text, in->length, in->hints, in->err);
  if (code == G40_CORRUPT) {
    fault(in, in->id, "hints", "the hints do not fit the text");
    g4_char_index_free(&in->characters);
    return G40_OK;
  }
  for (size_t i = 0; i < sizeof tables / sizeof *tables && code == G40_OK; i++) {
    code = check_table(in, &tables[i]);
  }
  g4_text_free(&in->read);
  g4_char_index_free(&in->characters);
  return code;
}

static int check_document(verifier *in, sqlite3_stmt *row) {
  const char *id = (const char *)sqlite3_column_text(row, 1);
  const char *sha256 = (const char *)sqlite3_column_text(row, 2);
  in->document = sqlite3_column_int64(row, 0);
  sqlite3_snprintf(sizeof in->id, in->id, "%s", id && g4_utf8_valid(id, strlen(id), NULL) ? id : "document");
  if (sqlite3_column_type(row, 5) == SQLITE_NULL) {
    fault(in, in->id, "text", "the document has no text");
    return G40_OK;
  }
  in->text = sqlite3_column_blob(row, 5);
  in->length = (size_t)sqlite3_column_bytes(row, 5);
  if (!in->text && in->length) {
    return g4_nomem(in->err);
  }
  in->text = in->text ? in->text : "";
  in->hints = (const char *)sqlite3_column_text(row, 6);
  return check_text(in, sha256, sqlite3_column_int64(row, 3), sqlite3_column_int64(row, 4));
}

static int check_documents(verifier *in) {
  static const char sql[] =
      "SELECT d.pk, d.id, d.sha256, d.bytes, d.characters, t.text, t.hints FROM document d LEFT JOIN"
      " document_text t ON t.document = d.pk ORDER BY d.pk";
  sqlite3_stmt *row = g4_store_statement(in->session->store, sql, in->err);
  int code = row ? G40_OK : in->err->code;
  while (code == G40_OK && (code = g4_store_step(in->session->store, row, in->err)) == 1) {
    code = next_step(in, (const char *)sqlite3_column_text(row, 1));
    if (code == G40_OK) {
      code = check_document(in, row);
    }
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* --- the file itself, and what must not be there */

/* integrity_check tells of memory that ran out and of reads that failed as if they were damage. */
static int failure_in(const verifier *in, const char *value) {
  const char *at = value ? strstr(value, "error code=") : NULL;
  int result = at ? (int)strtol(at + 11, NULL, 10) : SQLITE_OK;
  bool failed = (result & 0xff) == SQLITE_NOMEM || (result & 0xff) == SQLITE_IOERR;
  return failed ? g4_store_fail(in->session->store, result, in->err) : G40_OK;
}

static int check_rule(verifier *in, const g4_verify_rule *one) {
  sqlite3_stmt *row = g4_store_statement(in->session->store, one->sql, in->err);
  int code = row ? G40_OK : in->err->code;
  while (code == G40_OK && (code = g4_store_step(in->session->store, row, in->err)) == 1) {
    const char *value = (const char *)sqlite3_column_text(row, 0);
    if (one->good && (code = failure_in(in, value)) != G40_OK) {
      break;
    }
    if (!one->good || !value || strcmp(value, one->good) != 0) {
      fault(in, one->what ? value : NULL, one->code, one->what ? one->what : value ? value : "damaged");
    }
    code = G40_OK;
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* --- the text index */

static int index_differs(void *context, int64_t document) {
  verifier *in = context;
  sqlite3_stmt *row = g4_store_statement(in->session->store, "SELECT id FROM document WHERE pk = ?", in->err);
  int code = row ? g4_store_bind(in->session->store, row, in->err, "i", document) : in->err->code;
  code = code == G40_OK ? g4_store_step(in->session->store, row, in->err) : code;
  if (code >= 0) {
    const char *id = code == 1 ? (const char *)sqlite3_column_text(row, 0) : NULL;
    fault(in, id ? id : "document", "index", "the text index is not that of its passages: g40 reindex makes it anew");
  }
  if (row) {
    g4_store_done(row);
  }
  return code < 0 ? code : G40_OK;
}

static int check_index(verifier *in) {
  int code = g4_index_check(in->session->store, index_differs, in, in->err);
  if (code == G40_REINDEX || code == G40_CORRUPT) {
    fault(in, NULL, "index", in->err->message);
    return G40_OK;
  }
  return code;
}

static int check_all(verifier *in) {
  int code = g4_store_number(in->session->store, "SELECT count(*) FROM document", 0, &in->total, in->err);
  in->total++; /* the index */
  for (const g4_verify_rule *rule = g4_verify_rules; rule->sql; rule++) {
    in->total++;
  }
  for (const g4_verify_rule *rule = g4_verify_rules; rule->sql && code == G40_OK; rule++) {
    code = next_step(in, rule->code);
    if (code == G40_OK) {
      code = check_rule(in, rule);
    }
  }
  if (code == G40_OK) {
    code = check_documents(in);
  }
  code = code == G40_OK ? next_step(in, "index") : code;
  code = code == G40_OK ? check_index(in) : code;
  return code == G40_OK ? next_step(in, NULL) : code;
}

int g4_verify(g4_session *session, const g4_progress *progress, g40_diagnostics *diagnostics, g40_error *err) {
  verifier in = {.session = session, .diagnostics = diagnostics, .err = err, .progress = progress};
  sqlite3 *sqlite = g4_store_sqlite(session->store);
  if (progress && progress->call) {
    sqlite3_progress_handler(sqlite, STEPS_OF_SQLITE, go_on, &in);
  }
  int code = check_all(&in);
  sqlite3_progress_handler(sqlite, 0, NULL, NULL);
  return code == G40_OK ? g4_diagnostics_check(diagnostics, err) : code;
}
