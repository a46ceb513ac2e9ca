/* Writing: a document becomes a segment of its own; eight segments of a level become one of the next. What a batch
 * writes is what its documents one by one would: a segment that would be merged in the same batch is never written. */
#include <string.h>

#include "index/expected.h"
#include "index/links.h"

enum { LONGEST = 255, HELD_MOST = 2000000, HIDDEN_WORD = 2 /* positions: no phrase runs over it */ };

/* A document whose postings are held in memory. */
typedef struct {
  int64_t segment;
  size_t start; /* in `found` */
} held;

struct g4_batch {
  g4_store *store;
  g4_index *index;
  g4_analyser *analyser; /* the index's */
  G4_VEC(g4_occurrence) found;
  G4_VEC(held) documents;
};

g4_batch *g4_batch_new(g4_store *store, g40_error *err) {
  g4_index *index = g4_index_of(store, err);
  g4_batch *batch = index ? calloc(1, sizeof *batch) : NULL;
  if (!batch) {
    g4_nomem(err);
    return NULL;
  }
  batch->store = store;
  batch->index = index;
  batch->analyser = index->analyser;
  return batch;
}

void g4_batch_free(g4_batch *batch) {
  if (batch) {
    g4_vec_free(&batch->found);
    g4_vec_free(&batch->documents);
    free(batch);
  }
}

bool g4_batch_holds(const g4_batch *batch) { return batch->documents.count > 0; }

/* --- the words of a document */

typedef struct {
  g4_batch *batch;
  const g4_wording *wording;
  const g4_word_terms **terms; /* of each distinct word */
  g4_buf lengths, headings;    /* see schema.sql */
  g40_error *err;
} adding;

static int read_rows(g4_store *store, int64_t document, g4_wording *wording, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store,
                                         "SELECT (kind = 'heading') + 2 * (kind = 'sentence'), coalesce(masked, text), "
                                         "masked IS NOT NULL, byte_start, byte_end FROM passage"
                                         " WHERE document = ? ORDER BY ordinal",
                                         err);
  int code = row ? g4_store_bind(store, row, err, "i", document) : err->code;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    const char *text = (const char *)sqlite3_column_text(row, 1);
    g4_worded passage = {(g4_words_kind)sqlite3_column_int(row, 0), sqlite3_column_int64(row, 3),
                         sqlite3_column_int64(row, 4), 0};
    size_t n = text ? (size_t)sqlite3_column_bytes(row, 1) : 0;
    code = g4_wording_add(wording, passage, n ? text : "", n, sqlite3_column_int(row, 2) != 0, err);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

static int analyse_words(adding *in) {
  in->terms = malloc((in->wording->distinct.count + 1) * sizeof *in->terms);
  if (!in->terms) {
    return g4_nomem(in->err);
  }
  for (size_t i = 0; i < in->wording->distinct.count; i++) {
    const g4_word_text *word = &in->wording->distinct.items[i];
    in->terms[i] = g4_analyse(in->batch->analyser, word->text, word->length, in->err);
    if (!in->terms[i]) {
      return g4_nomem(in->err);
    }
  }
  return G40_OK;
}

static bool add_word(g4_batch *batch, const g4_word_terms *word, uint32_t slot, uint32_t position) {
  bool added = word->count < 2 || g4_vec_push(&batch->found, (g4_occurrence){word->whole, slot, position, false});
  for (uint32_t i = 0; i < word->count && added; i++) {
    added = g4_vec_push(&batch->found, (g4_occurrence){word->parts[i], slot, position + i, word->count > 1});
  }
  return added;
}

static int add_passages(adding *in, uint32_t first) {
  const g4_wording *wording = in->wording;
  uint32_t heading = first;
  size_t word = 0;
  for (uint32_t i = 0; i < wording->passages.count; i++) {
    const g4_worded *passage = &wording->passages.items[i];
    uint32_t position = 0, slot = first + i;
    if (passage->kind == G4_WORDS_HEADING) {
      g4_varint_add(&in->headings, slot - heading);
      heading = slot;
    }
    for (; word < passage->words_end; word++) {
      uint32_t number = wording->words.items[word];
      const g4_word_terms *terms = number == G4_WORD_HIDDEN ? NULL : in->terms[number];
      if (terms && !add_word(in->batch, terms, slot, position)) {
        return g4_nomem(in->err);
      }
      position += terms ? terms->count : HIDDEN_WORD;
    }
    g4_buf_add_char(&in->lengths, (char)(position < LONGEST ? position : LONGEST));
  }
  return in->lengths.failed || in->headings.failed ? g4_nomem(in->err) : G40_OK;
}

/* --- segments */

static int write_rows(adding *in, int64_t document, int64_t segment, int64_t first) {
  int code = g4_store_run(in->batch->store, "INSERT INTO index_segment(pk, level) VALUES(?, 0)", in->err, "i", segment);
  if (code == G40_OK) {
    code = g4_store_run(in->batch->store,
                        "INSERT INTO index_document(document, segment, first, lengths, headings) VALUES(?, ?, ?, ?, ?)",
                        in->err, "iiibb", document, segment, first, (const void *)g4_buf_text(&in->lengths),
                        (int64_t)in->lengths.length, (const void *)g4_buf_text(&in->headings),
                        (int64_t)in->headings.length);
  }
  return code == G40_OK ? g4_links_write(in->batch->store, document, in->wording, first, in->err) : code;
}

/* Writes all that is held as the one segment that it would be merged to. */
static int write_merged(const g4_batch *batch, g40_error *err) {
  int64_t segment = 0, slot = 0;
  int code = g4_segment_next(batch->store, &segment, &slot, err);
  if (code == G40_OK) {
    code = g4_terms_write(batch->store, batch->analyser, segment, batch->found.items, batch->found.count, err);
  }
  if (code == G40_OK) {
    code = g4_store_run(batch->store,
                        "UPDATE index_document SET segment = ? WHERE segment IN"
                        " (SELECT pk FROM index_segment WHERE level = 0)",
                        err, "i", segment);
  }
  if (code == G40_OK) {
    code = g4_store_script(batch->store, "DELETE FROM index_segment WHERE level = 0", err);
  }
  if (code == G40_OK) {
    code = g4_store_run(batch->store, "INSERT INTO index_segment(pk, level) VALUES(?, 1)", err, "i", segment);
  }
  return code;
}

static int write_each(const g4_batch *batch, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < batch->documents.count && code == G40_OK; i++) {
    const held *one = &batch->documents.items[i];
    size_t end = i + 1 < batch->documents.count ? one[1].start : batch->found.count;
    code = g4_terms_write(batch->store, batch->analyser, one->segment, batch->found.items + one->start,
                          end - one->start, err);
  }
  return code;
}

int g4_batch_write(g4_batch *batch, g40_error *err) {
  int64_t open = 0;
  int code = batch->documents.count
                 ? g4_store_number(batch->store, "SELECT count(*) FROM index_segment WHERE level = 0", 0, &open, err)
                 : G40_OK;
  if (code != G40_OK || !batch->documents.count) {
    return code;
  }
  bool whole = open >= G4_SEGMENTS_MERGED && (size_t)open == batch->documents.count;
  code = whole ? write_merged(batch, err) : write_each(batch, err);
  if (code == G40_OK) {
    code = g4_segments_settle(batch->store, err);
  }
  if (code == G40_OK) {
    batch->found.count = batch->documents.count = 0;
  }
  return code;
}

/* A level that is full is merged, and of very long documents no more is held. */
static int settle(g4_batch *batch, g40_error *err) {
  int64_t open = 0;
  int code = g4_store_number(batch->store, "SELECT count(*) FROM index_segment WHERE level = 0", 0, &open, err);
  bool full = open >= G4_SEGMENTS_MERGED || batch->found.count > HELD_MOST;
  return code == G40_OK && full ? g4_batch_write(batch, err) : code;
}

static int add_document(adding *in, int64_t document) {
  g4_batch *batch = in->batch;
  int64_t first = 0, segment = 0;
  size_t found = batch->found.count, documents = batch->documents.count;
  int code = g4_segment_next(batch->store, &segment, &first, in->err);
  if (code == G40_OK) {
    code = analyse_words(in);
  }
  if (code == G40_OK) {
    code = add_passages(in, (uint32_t)first);
  }
  if (code == G40_OK) {
    code = write_rows(in, document, segment, first);
  }
  if (code == G40_OK && !g4_vec_push(&batch->documents, (held){segment, found})) {
    code = g4_nomem(in->err);
  }
  if (code == G40_OK) {
    code = settle(batch, in->err);
  }
  if (code != G40_OK) {
    batch->found.count = found;
    batch->documents.count = documents;
  }
  return code;
}

static int index_document(g4_batch *batch, int64_t document, const g4_wording *wording, g40_error *err) {
  g4_wording read = {0};
  adding in = {.batch = batch, .wording = wording ? wording : &read, .err = err};
  if (!batch->documents.count) {
    g4_index_trim(batch->index); /* what is held knows terms by number */
  }
  int code = wording ? G40_OK : read_rows(batch->store, document, &read, err);
  if (code == G40_OK) {
    code = add_document(&in, document);
  }
  g4_wording_free(&read);
  free((void *)in.terms);
  g4_buf_free(&in.lengths);
  g4_buf_free(&in.headings);
  return code;
}

int g4_batch_expect(g4_batch *batch, int64_t document, uint32_t first, g4_expected *out, g40_error *err) {
  adding in = {.batch = batch, .wording = &out->wording, .err = err};
  batch->found.count = 0;
  int code = read_rows(batch->store, document, &out->wording, err);
  code = code == G40_OK ? analyse_words(&in) : code;
  code = code == G40_OK ? add_passages(&in, first) : code;
  free((void *)in.terms);
  *out = (g4_expected){out->wording, in.lengths, in.headings, batch->found.items, batch->found.count};
  batch->found.count = 0;
  return code;
}

void g4_expected_free(g4_expected *expected) {
  g4_wording_free(&expected->wording);
  g4_buf_free(&expected->lengths);
  g4_buf_free(&expected->headings);
}

int g4_batch_add(g4_batch *batch, const char *id, const g4_wording *wording, g40_error *err) {
  int code = g4_index_sign(batch->store, G4_SIGN_WRITE, err);
  sqlite3_stmt *row =
      code == G40_OK ? g4_store_statement(batch->store, "SELECT pk FROM document WHERE id = ?", err) : NULL;
  if (!row) {
    return err->code;
  }
  code = g4_store_bind(batch->store, row, err, "s", id);
  code = code == G40_OK ? g4_store_step(batch->store, row, err) : code;
  int64_t document = code == 1 ? sqlite3_column_int64(row, 0) : 0;
  g4_store_done(row);
  return code == 1  ? index_document(batch, document, wording, err)
         : code < 0 ? code
                    : g4_fail(err, G40_NOT_FOUND, "unknown document '%.100s'", id);
}

int g4_index_add(g4_store *store, const char *id, g40_error *err) {
  g4_batch *batch = g4_batch_new(store, err);
  int code = batch ? g4_batch_add(batch, id, NULL, err) : err->code;
  if (code == G40_OK) {
    code = g4_batch_write(batch, err);
  }
  g4_batch_free(batch);
  return code;
}

/* --- all at once */

typedef G4_VEC(int64_t) numbers;

static int list_documents(g4_store *store, numbers *documents, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store, "SELECT pk FROM document ORDER BY pk", err);
  int code = row ? G40_OK : err->code;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    code = g4_vec_push(documents, sqlite3_column_int64(row, 0)) ? G40_OK : g4_nomem(err);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

int g4_index_rebuild(g4_store *store, g40_error *err) {
  numbers documents = {0};
  int code = g4_store_script(store,
                             "DELETE FROM index_posting; DELETE FROM index_segment; DELETE FROM index_document;"
                             "DELETE FROM index_position",
                             err);
  code = code == G40_OK ? g4_index_sign(store, G4_SIGN_ANEW, err) : code;
  code = code == G40_OK ? list_documents(store, &documents, err) : code;
  g4_batch *batch = code == G40_OK ? g4_batch_new(store, err) : NULL;
  code = batch || code != G40_OK ? code : err->code;
  for (size_t i = 0; i < documents.count && code == G40_OK; i++) {
    code = index_document(batch, documents.items[i], NULL, err);
  }
  if (code == G40_OK) {
    code = g4_batch_write(batch, err);
  }
  g4_batch_free(batch);
  g4_vec_free(&documents);
  return code;
}
