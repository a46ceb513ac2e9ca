/* Taking a document out: its passages leave the rows of its segment. */
#include <string.h>

#include "index/segment.h"

typedef struct {
  g4_store *store;
  g40_error *err;
  int64_t segment;
  uint32_t first, end; /* the passages that go */
} removal;

/* A term's passages without those that go. */
typedef struct {
  g4_buf data, positions;
  int64_t passages;
  bool changed;
} remaining;

static int keep_rest(const removal *in, sqlite3_stmt *row, remaining *rest) {
  const unsigned char *bytes = sqlite3_column_blob(row, 2), *places = sqlite3_column_blob(row, 3);
  g4_varints data = {bytes, bytes + sqlite3_column_bytes(row, 2)};
  g4_varints positions = {places, places + sqlite3_column_bytes(row, 3)};
  g4_place_in place = {0};
  uint32_t before = 0;
  bool damaged = false;
  while (g4_posting_next(&data, &place, &damaged)) {
    const unsigned char *start = positions.at;
    if (!g4_positions_skip(&positions, place.count)) {
      return g4_index_damaged(in->err);
    }
    if (place.slot >= in->first && place.slot < in->end) {
      rest->changed = true;
    } else {
      g4_posting_add(&rest->data, place, &before);
      g4_buf_add(&rest->positions, start, (size_t)(positions.at - start));
      rest->passages++;
    }
  }
  return damaged ? g4_index_damaged(in->err) : rest->data.failed || rest->positions.failed ? g4_nomem(in->err) : G40_OK;
}

static int write_rest(const removal *in, const char *term, int64_t part, const remaining *rest) {
  if (!rest->passages) {
    return g4_store_run(in->store, "DELETE FROM index_posting WHERE segment = ? AND term = ? AND part = ?", in->err,
                        "isi", in->segment, term, part);
  }
  return g4_store_run(in->store,
                      "UPDATE index_posting SET passages = ?, data = ?, positions = ? WHERE segment = ? AND term = ?"
                      " AND part = ?",
                      in->err, "ibbisi", rest->passages, (const void *)rest->data.bytes, (int64_t)rest->data.length,
                      (const void *)rest->positions.bytes, (int64_t)rest->positions.length, in->segment, term, part);
}

/* Row by row, each looked up by the one before: the rows change meanwhile. */
static int clear_rows(const removal *in) {
  static const char next[] =
      "SELECT term, part, data, positions FROM index_posting WHERE segment = ? AND (term, part) > (?, ?)"
      " ORDER BY term, part LIMIT 1";
  g4_buf term = {0};
  remaining rest = {0};
  int code = G40_OK;
  int64_t part = -1;
  bool more = true;
  while (more && code == G40_OK) {
    sqlite3_stmt *row = g4_store_statement(in->store, next, in->err);
    code = row ? g4_store_bind(in->store, row, in->err, "isi", in->segment, g4_buf_text(&term), part) : in->err->code;
    code = code == G40_OK ? g4_store_step(in->store, row, in->err) : code;
    more = code == 1;
    if (more) {
      g4_buf_clear(&rest.data);
      g4_buf_clear(&rest.positions);
      rest.passages = 0;
      rest.changed = false;
      code = keep_rest(in, row, &rest);
      g4_buf_clear(&term);
      g4_buf_add(&term, sqlite3_column_text(row, 0), (size_t)sqlite3_column_bytes(row, 0));
      part = sqlite3_column_int64(row, 1);
      code = code == G40_OK && term.failed ? g4_nomem(in->err) : code;
    }
    if (row) {
      g4_store_done(row);
    }
    if (more && code == G40_OK && rest.changed) {
      code = write_rest(in, g4_buf_text(&term), part, &rest);
    }
  }
  g4_buf_free(&term);
  g4_buf_free(&rest.data);
  g4_buf_free(&rest.positions);
  return code;
}

static int clear_segment(const removal *in, bool alone) {
  int code = alone ? g4_store_run(in->store, "DELETE FROM index_posting WHERE segment = ?", in->err, "i", in->segment)
                   : clear_rows(in);
  if (code == G40_OK && alone) {
    code = g4_store_run(in->store, "DELETE FROM index_segment WHERE pk = ?", in->err, "i", in->segment);
  }
  return code;
}

int g4_index_remove(g4_store *store, int64_t document, g40_error *err) {
  removal in = {.store = store, .err = err};
  sqlite3_stmt *row = g4_store_statement(store,
                                         "SELECT d.segment, d.first, length(d.lengths), (SELECT count(*) FROM"
                                         " index_document o WHERE o.segment = d.segment) FROM index_document d"
                                         " WHERE d.document = ?",
                                         err);
  int code = row ? g4_store_bind(store, row, err, "i", document) : err->code;
  code = code == G40_OK ? g4_store_step(store, row, err) : code;
  bool indexed = code == 1, alone = false;
  if (indexed) {
    in.segment = sqlite3_column_int64(row, 0);
    in.first = (uint32_t)sqlite3_column_int64(row, 1);
    in.end = in.first + (uint32_t)sqlite3_column_int64(row, 2);
    alone = sqlite3_column_int64(row, 3) == 1;
  }
  if (row) {
    g4_store_done(row);
  }
  if (!indexed) {
    return code;
  }
  code = clear_segment(&in, alone);
  if (code == G40_OK) {
    code = g4_store_run(store, "DELETE FROM index_position WHERE passage >= ? AND passage < ?", err, "ii",
                        (int64_t)in.first, (int64_t)in.end);
  }
  return code == G40_OK ? g4_store_run(store, "DELETE FROM index_document WHERE document = ?", err, "i", document)
                        : code;
}
