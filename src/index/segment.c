#include "index/segment.h"

#include <string.h>

int g4_index_damaged(g40_error *err) {
  return g4_fail(err, G40_CORRUPT, "the database's text index is damaged: g40 reindex makes it anew");
}

static int read_signature(g4_store *store, char signature[G4_FINGERPRINT], g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store, "SELECT value FROM meta WHERE key = 'analyser'", err);
  if (!row) {
    return err->code;
  }
  int code = g4_store_step(store, row, err);
  const char *text = code == 1 ? (const char *)sqlite3_column_text(row, 0) : NULL;
  signature[0] = 0;
  if (text) {
    strncat(signature, text, G4_FINGERPRINT - 1);
  }
  g4_store_done(row);
  return code < 0 ? code : G40_OK;
}

static const char put_signature[] = "INSERT OR REPLACE INTO meta(key, value) VALUES('analyser', ?)";

int g4_index_sign(g4_store *store, g4_sign how, g40_error *err) {
  char ours[G4_FINGERPRINT], theirs[G4_FINGERPRINT];
  g4_index *index = g4_index_of(store, err);
  int code = index ? g4_analyser_fingerprint(index->analyser, ours, err) : err->code;
  if (code == G40_OK) {
    code = read_signature(store, theirs, err);
  }
  if (code != G40_OK || (how != G4_SIGN_ANEW && strcmp(ours, theirs) == 0)) {
    return code;
  }
  int64_t indexed = 0;
  code = g4_store_number(store, "SELECT count(*) FROM index_document", 0, &indexed, err);
  if (code == G40_OK && indexed && how != G4_SIGN_ANEW) {
    return g4_fail(err, G40_REINDEX, "the text index was made by another version: g40 reindex makes it anew");
  }
  return code == G40_OK && how != G4_SIGN_CHECK ? g4_store_run(store, put_signature, err, "s", ours) : code;
}

int g4_segment_next(g4_store *store, int64_t *segment, int64_t *slot, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store,
                                         "SELECT (SELECT coalesce(max(pk), 0) + 1 FROM index_segment),"
                                         " (SELECT coalesce(max(first + length(lengths)), 0) FROM index_document)",
                                         err);
  if (!row) {
    return err->code;
  }
  int code = g4_store_step(store, row, err);
  if (code == 1) {
    *segment = sqlite3_column_int64(row, 0);
    *slot = sqlite3_column_int64(row, 1);
  }
  g4_store_done(row);
  if (code == 1 && (*slot < 0 || *slot > G4_SLOTS_MAX)) {
    return g4_fail(err, G40_REINDEX, "the text index is full of holes: g40 reindex makes it anew");
  }
  return code < 0 ? code : G40_OK;
}

/* A row of more bytes would leave pages of overflow half empty. */
enum { ROW_BYTES = 900 };

typedef struct {
  g4_store *store;
  int64_t segment;
  const char *term;
  size_t length;
  g40_error *err;
} putting;

static const char put_posting[] =
    "INSERT INTO index_posting(segment, term, part, passages, data, positions) VALUES(?, ?, ?, ?, ?, ?)";

static int put_row(const putting *in, int64_t part, int64_t passages, const g4_buf *data, const g4_buf *positions) {
  sqlite3_stmt *row = g4_store_statement(in->store, put_posting, in->err);
  if (!row) {
    return in->err->code;
  }
  int code = g4_store_bind(in->store, row, in->err, "isiibb", in->segment, (const char *)NULL, part, passages,
                           (const void *)g4_buf_text(data), (int64_t)data->length, (const void *)g4_buf_text(positions),
                           (int64_t)positions->length);
  if (code == G40_OK) {
    int result = sqlite3_bind_text(row, 2, in->term, (int)in->length, SQLITE_STATIC);
    code = result == SQLITE_OK ? g4_store_step(in->store, row, in->err) : g4_store_fail(in->store, result, in->err);
  }
  g4_store_done(row);
  return code < 0 ? code : G40_OK;
}

/* What a row holds so far; each row begins at passage 0 again. */
typedef struct {
  g4_buf data, positions;
  int64_t part, passages;
  uint32_t before;
} filling;

static int put_filled(const putting *in, filling *row) {
  if (row->data.failed || row->positions.failed) {
    return g4_nomem(in->err);
  }
  int code = put_row(in, row->part++, row->passages, &row->data, &row->positions);
  g4_buf_clear(&row->data);
  g4_buf_clear(&row->positions);
  row->passages = row->before = 0;
  return code;
}

static int put_rows(const putting *in, const g4_buf *data, const g4_buf *positions) {
  g4_varints from = {(const unsigned char *)data->bytes, (const unsigned char *)data->bytes + data->length};
  g4_varints at = {(const unsigned char *)positions->bytes,
                   (const unsigned char *)positions->bytes + positions->length};
  g4_place_in place = {0};
  filling row = {0};
  bool damaged = false;
  int code = G40_OK;
  while (code == G40_OK && g4_posting_next(&from, &place, &damaged)) {
    const unsigned char *start = at.at;
    damaged = !g4_positions_skip(&at, place.count);
    g4_posting_add(&row.data, place, &row.before);
    g4_buf_add(&row.positions, start, (size_t)(at.at - start));
    row.passages++;
    if (row.data.length + row.positions.length >= ROW_BYTES || from.at == from.end) {
      code = put_filled(in, &row);
    }
    code = damaged ? g4_index_damaged(in->err) : code;
  }
  g4_buf_free(&row.data);
  g4_buf_free(&row.positions);
  return damaged ? g4_index_damaged(in->err) : code;
}

int g4_segment_put(g4_store *store, int64_t segment, const char *term, size_t n, int64_t passages, const g4_buf *data,
                   const g4_buf *positions, g40_error *err) {
  putting in = {store, segment, term, n, err};
  return data->length + positions->length <= ROW_BYTES ? put_row(&in, 0, passages, data, positions)
                                                       : put_rows(&in, data, positions);
}

/* --- merging */

/* A segment that is read term by term. */
typedef struct {
  sqlite3_stmt *row;
  const char *term; /* NULL: at its end */
  size_t length;
} cursor;

typedef G4_VEC(cursor) cursors;

static int advance(g4_store *store, cursor *one, g40_error *err) {
  int code = g4_store_step(store, one->row, err);
  one->term = code == 1 ? (const char *)sqlite3_column_text(one->row, 0) : NULL;
  one->length = one->term ? (size_t)sqlite3_column_bytes(one->row, 0) : 0;
  return code == 1 && !one->term ? g4_nomem(err) : code < 0 ? code : G40_OK;
}

static int open_cursors(g4_store *store, int64_t level, cursors *all, g40_error *err) {
  sqlite3_stmt *row =
      g4_store_statement(store, "SELECT pk FROM index_segment WHERE level = ?1 OR ?1 < 0 ORDER BY pk", err);
  int code = row ? g4_store_bind(store, row, err, "i", level) : err->code;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    cursor one = {
        .row = g4_store_prepare(
            store, "SELECT term, data, positions FROM index_posting WHERE segment = ? ORDER BY term, part", err)};
    code = one.row ? g4_store_bind(store, one.row, err, "i", sqlite3_column_int64(row, 0)) : err->code;
    code = code == G40_OK ? advance(store, &one, err) : code;
    if (code == G40_OK && !g4_vec_push(all, one)) {
      code = g4_nomem(err);
    }
    if (code != G40_OK) {
      sqlite3_finalize(one.row);
    }
  }
  if (row) {
    g4_store_done(row);
  }
  return code < 0 ? code : G40_OK;
}

static int compare(const cursor *a, const cursor *b) {
  size_t n = a->length < b->length ? a->length : b->length;
  int order = memcmp(a->term, b->term, n);
  return order ? order : a->length < b->length ? -1 : a->length > b->length;
}

typedef struct {
  g4_buf term, data, positions;
  int64_t passages;
  uint32_t last;
} merged;

/* Appends a row's passages, which come behind those that are there. */
static int append(const cursor *one, merged *to, g40_error *err) {
  const unsigned char *bytes = sqlite3_column_blob(one->row, 1);
  g4_varints data = {bytes, bytes + sqlite3_column_bytes(one->row, 1)};
  g4_place_in place = {0};
  bool damaged = false;
  while (g4_posting_next(&data, &place, &damaged)) {
    if (to->data.length && place.slot <= to->last) {
      return g4_index_damaged(err);
    }
    g4_posting_add(&to->data, place, &to->last);
    to->passages++;
  }
  g4_buf_add(&to->positions, sqlite3_column_blob(one->row, 2), (size_t)sqlite3_column_bytes(one->row, 2));
  return damaged ? g4_index_damaged(err) : to->data.failed || to->positions.failed ? g4_nomem(err) : G40_OK;
}

/* The next term in the order of all cursors, with the passages of all of them. 1, 0 at the end, or a failure. */
static int merge_term(g4_store *store, cursors *all, merged *to, g40_error *err) {
  const cursor *first = NULL;
  for (size_t i = 0; i < all->count; i++) {
    const cursor *one = &all->items[i];
    first = one->term && (!first || compare(one, first) < 0) ? one : first;
  }
  if (!first) {
    return 0;
  }
  g4_buf_clear(&to->term);
  g4_buf_clear(&to->data);
  g4_buf_clear(&to->positions);
  to->passages = 0;
  to->last = 0;
  g4_buf_add(&to->term, first->term, first->length);
  cursor wanted = {.term = to->term.bytes, .length = to->term.length};
  int code = to->term.failed ? g4_nomem(err) : G40_OK;
  for (size_t i = 0; i < all->count && code == G40_OK; i++) {
    cursor *one = &all->items[i];
    while (code == G40_OK && one->term && compare(one, &wanted) == 0) {
      code = append(one, to, err);
      code = code == G40_OK ? advance(store, one, err) : code;
    }
  }
  return code == G40_OK ? 1 : code;
}

static int drop_merged(g4_store *store, int64_t level, int64_t segment, g40_error *err) {
#define OLD "(SELECT pk FROM index_segment WHERE (level = ?1 OR ?1 < 0) AND pk <> ?2)"
  int code = g4_store_run(store, "DELETE FROM index_posting WHERE segment IN " OLD, err, "ii", level, segment);
  if (code == G40_OK) {
    code =
        g4_store_run(store, "UPDATE index_document SET segment = ?2 WHERE segment IN " OLD, err, "ii", level, segment);
  }
  if (code == G40_OK) {
    code = g4_store_run(store, "DELETE FROM index_segment WHERE (level = ?1 OR ?1 < 0) AND pk <> ?2", err, "ii", level,
                        segment);
  }
#undef OLD
  return code;
}

/* Makes one segment of all of a level; of all levels where it is negative. */
static int merge(g4_store *store, int64_t level, int64_t to_level, g40_error *err) {
  int64_t segment = 0, slot = 0;
  cursors all = {0};
  merged to = {0};
  int code = g4_segment_next(store, &segment, &slot, err);
  if (code == G40_OK) {
    code = open_cursors(store, level, &all, err);
  }
  while (code == G40_OK && (code = merge_term(store, &all, &to, err)) == 1) {
    code = g4_segment_put(store, segment, to.term.bytes, to.term.length, to.passages, &to.data, &to.positions, err);
  }
  for (size_t i = 0; i < all.count; i++) {
    sqlite3_finalize(all.items[i].row);
  }
  g4_vec_free(&all);
  g4_buf_free(&to.term);
  g4_buf_free(&to.data);
  g4_buf_free(&to.positions);
  if (code == G40_OK) {
    code = g4_store_run(store, "INSERT INTO index_segment(pk, level) VALUES(?, ?)", err, "ii", segment, to_level);
  }
  return code == G40_OK ? drop_merged(store, level, segment, err) : code;
}

int g4_segments_settle(g4_store *store, g40_error *err) {
  static const char sql[] =
      "SELECT min(level), count(*) FROM index_segment GROUP BY level HAVING count(*) >= ? LIMIT 1";
  int code = G40_OK;
  for (bool full = true; full && code == G40_OK;) {
    sqlite3_stmt *row = g4_store_statement(store, sql, err);
    code = row ? g4_store_bind(store, row, err, "i", (int64_t)G4_SEGMENTS_MERGED) : err->code;
    code = code == G40_OK ? g4_store_step(store, row, err) : code;
    full = code == 1;
    int64_t level = full ? sqlite3_column_int64(row, 0) : 0;
    if (row) {
      g4_store_done(row);
    }
    code = full ? merge(store, level, level + 1, err) : code;
  }
  return code;
}

int g4_index_merge_all(g4_store *store, g40_error *err) {
  int64_t count = 0, level = 0;
  int code = g4_store_number(store, "SELECT count(*) FROM index_segment", 0, &count, err);
  if (code == G40_OK && count > 1) {
    code = g4_store_number(store, "SELECT max(level) FROM index_segment", 0, &level, err);
    code = code == G40_OK ? merge(store, -1, level, err) : code;
  }
  return code;
}
