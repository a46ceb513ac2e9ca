#include "index/check.h"

#include <string.h>

#include "index/expected.h"
#include "index/links.h"

/* Of the words of each document there is a sum of hashes, one an occurrence: it is the same in whatever order and
 * segments they are. */
typedef struct {
  g4_store *store;
  g4_index *index;
  g4_batch *batch;
  uint64_t *sums; /* of each document of the index */
  g40_error *err;
} checking;

static uint64_t hash_text(const char *text, size_t n) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < n; i++) {
    hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
  }
  return hash;
}

static uint64_t mix(uint64_t term, uint32_t slot, uint32_t position) {
  uint64_t hash = term ^ (((uint64_t)slot << 32 | position) + 0x9E3779B97F4A7C15u);
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9u;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBu;
  return hash ^ (hash >> 31);
}

enum { PART = UINT32_MAX / 2 }; /* in place of a position: that it is a part of a compound */

/* --- what is stored */

static int add_row(checking *in, sqlite3_stmt *row) {
  const unsigned char *bytes = sqlite3_column_blob(row, 1), *places = sqlite3_column_blob(row, 2);
  g4_varints data = {bytes, bytes + sqlite3_column_bytes(row, 1)};
  g4_varints positions = {places, places + sqlite3_column_bytes(row, 2)};
  const char *text = (const char *)sqlite3_column_text(row, 0);
  uint64_t term = hash_text(text ? text : "", (size_t)sqlite3_column_bytes(row, 0));
  g4_place_in place = {0};
  int64_t passages = 0;
  bool damaged = false;
  while (g4_posting_next(&data, &place, &damaged)) {
    const g4_indexed *document = g4_index_document(in->index, place.slot);
    if (!document) {
      return g4_index_damaged(in->err);
    }
    uint64_t *sum = &in->sums[document - in->index->documents.items];
    uint32_t position = 0, step = 0;
    for (uint32_t i = 0; i < place.count; i++) {
      if (!g4_varint_next(&positions, &step)) {
        return g4_index_damaged(in->err);
      }
      position += step;
      *sum += mix(term, place.slot, position);
    }
    *sum += place.parts * mix(term, place.slot, PART);
    passages++;
  }
  bool whole = !damaged && positions.at == positions.end && passages == sqlite3_column_int64(row, 3);
  return whole ? G40_OK : g4_index_damaged(in->err);
}

static int add_stored(checking *in) {
  static const char sql[] = "SELECT term, data, positions, passages FROM index_posting";
  sqlite3_stmt *row = g4_store_statement(in->store, sql, in->err);
  int code = row ? G40_OK : in->err->code;
  while (code == G40_OK && (code = g4_store_step(in->store, row, in->err)) == 1) {
    code = add_row(in, row);
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

/* --- against what it would be */

static bool is_blob(sqlite3_stmt *row, int column, const g4_buf *wanted) {
  const void *bytes = sqlite3_column_blob(row, column);
  size_t n = (size_t)sqlite3_column_bytes(row, column);
  return n == wanted->length && (n == 0 || (bytes && memcmp(bytes, wanted->bytes, n) == 0));
}

/* 1: the bytes of the document's row are those. */
static int same_row(const checking *in, int64_t document, const g4_expected *expected) {
  static const char sql[] = "SELECT lengths, headings FROM index_document WHERE document = ?";
  sqlite3_stmt *row = g4_store_statement(in->store, sql, in->err);
  int code = row ? g4_store_bind(in->store, row, in->err, "i", document) : in->err->code;
  code = code == G40_OK ? g4_store_step(in->store, row, in->err) : code;
  code = code == 1 ? is_blob(row, 0, &expected->lengths) && is_blob(row, 1, &expected->headings) : code;
  if (row) {
    g4_store_done(row);
  }
  return code;
}

static uint64_t sum_of(const checking *in, const g4_expected *expected) {
  uint64_t sum = 0;
  for (size_t i = 0; i < expected->count; i++) {
    const g4_occurrence *one = &expected->found[i];
    size_t n;
    const char *text = g4_analyser_term(in->index->analyser, one->term, &n);
    uint64_t term = hash_text(text, n);
    sum += mix(term, one->slot, one->position) + (one->part ? mix(term, one->slot, PART) : 0);
  }
  return sum;
}

/* 1: the index has of this document what its passages make. */
static int same_document(const checking *in, const g4_indexed *document, uint64_t sum) {
  g4_expected expected = {0};
  int code = g4_batch_expect(in->batch, document->document, document->first, &expected, in->err);
  code = code == G40_OK ? same_row(in, document->document, &expected) : code;
  if (code == 1) {
    code = sum_of(in, &expected) == sum
               ? g4_links_check(in->store, document->document, &expected.wording, document->first, in->err)
               : 0;
  }
  g4_expected_free(&expected);
  return code;
}

static int report_missing(const checking *in, g4_index_differs differs, void *context) {
  static const char sql[] = "SELECT pk FROM document WHERE pk NOT IN (SELECT document FROM index_document)";
  sqlite3_stmt *row = g4_store_statement(in->store, sql, in->err);
  int code = row ? G40_OK : in->err->code;
  while (code == G40_OK && (code = g4_store_step(in->store, row, in->err)) == 1) {
    code = differs(context, sqlite3_column_int64(row, 0));
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

int g4_index_check(g4_store *store, g4_index_differs differs, void *context, g40_error *err) {
  checking in = {.store = store, .err = err, .index = g4_index_load(store, err)};
  if (!in.index) {
    return err->code;
  }
  in.batch = g4_batch_new(store, err);
  in.sums = calloc(in.index->documents.count + 1, sizeof *in.sums);
  int code = in.batch && in.sums ? add_stored(&in) : g4_nomem(err);
  for (size_t i = 0; in.sums && i < in.index->documents.count && code == G40_OK; i++) {
    const g4_indexed *document = &in.index->documents.items[i];
    code = same_document(&in, document, in.sums[i]);
    code = code == 0 ? differs(context, document->document) : code;
    code = code > 0 ? G40_OK : code;
  }
  code = code == G40_OK ? report_missing(&in, differs, context) : code;
  g4_batch_free(in.batch);
  free(in.sums);
  return code;
}
