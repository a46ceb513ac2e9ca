#include <string.h>

#include "query/listing.h"
#include "query/parts.h"
#include "query/select.h"

/* Columns: id, pk, then the row's own. The parts are read afterwards, for the rows that are kept. */
static const char position_sql[] =
    "SELECT p.id AS id, p.pk AS pk, d.id AS document, t.id AS theme, s.heading AS section, p.kind AS kind,"
    " p.action AS action, p.summary_nl AS summary_nl, p.summary_en AS summary_en, p.method AS method, p.rule AS rule,"
    " p.confidence AS confidence, d.date_issued AS date_issued, d.sha256 AS sha256"
    " FROM position p JOIN document d ON d.pk = p.document LEFT JOIN theme t ON t.pk = p.theme"
    " LEFT JOIN section s ON s.pk = p.section";

/* A row on its way: what the parts need is kept beside it. */
typedef struct {
  g40_position row;
  int64_t pk;
  g4_date date;
} loading;

static void read_position(g4_loader *loader, void *into) {
  loading *one = into;
  g40_position *row = &one->row;
  const char *date = (const char *)sqlite3_column_text(loader->row, 12);
  row->id = g4_loader_text(loader, 0);
  one->pk = g4_loader_number(loader, 1);
  row->document = g4_slug(g4_loader_word(loader, 2));
  row->theme = g4_slug(g4_loader_word(loader, 3));
  row->section = g4_loader_word(loader, 4);
  row->kind = g4_loader_word(loader, 5);
  row->action = g4_loader_word(loader, 6);
  row->summary_nl = g4_loader_text(loader, 7);
  row->summary_en = g4_loader_text(loader, 8);
  row->method = g4_loader_word(loader, 9);
  row->rule = g4_loader_word(loader, 10);
  row->confidence = sqlite3_column_double(loader->row, 11);
  row->sha256 = g4_loader_shared(loader, 13, &loader->sha256);
  if (date) {
    g4_date_parse(date, &one->date);
  }
}

/* From the rows on their way, each with its parts, to the array of rows. */
static int finish(g4_loader *loader, void *array, g40_positions **result) {
  struct {
    g4_owner *owner;
    size_t count;
    int64_t total;
    loading *rows;
  } all;
  memcpy(&all, array, sizeof all);
  void *rows = NULL;
  g40_positions *positions = g4_loader_array(loader, all.count, all.total, sizeof(g40_position), &rows);
  if (!positions) {
    return g4_nomem(loader->err);
  }
  g4_position_parts parts;
  g4_position_parts_begin(&parts, loader);
  int code = G40_OK;
  for (size_t i = 0; i < all.count && code == G40_OK; i++) {
    code = g4_position_parts_read(&parts, all.rows[i].pk, all.rows[i].date, &all.rows[i].row);
    positions->rows[i] = all.rows[i].row;
  }
  g4_position_parts_end(&parts);
  *result = positions;
  return code;
}

g40_positions *g4_list_positions(g4_session *session, const g40_query *query, g40_error *err) {
  static const g4_listing listing = {.sql = position_sql,
                                     .types = {"position"},
                                     .hits_only_filtered = true,
                                     .only_touched = "x.pk IN hits",
                                     .order = "x.date_issued, x.document, x.pk",
                                     .row_size = sizeof(loading),
                                     .read = read_position};
  g4_loader loader;
  void *array = NULL;
  g40_positions *positions = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_select(&loader, query, &listing, &array);
  if (code == G40_OK) {
    code = finish(&loader, array, &positions);
  }
  return g4_loader_end(&loader, code, positions);
}
