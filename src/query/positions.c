#include <string.h>

#include "query/actors.h"
#include "query/figures.h"
#include "query/listing.h"
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
  row->document = g4_slug(g4_loader_text(loader, 2));
  row->theme = g4_slug(g4_loader_text(loader, 3));
  row->section = g4_loader_text(loader, 4);
  row->kind = g4_loader_text(loader, 5);
  row->action = g4_loader_text(loader, 6);
  row->summary_nl = g4_loader_text(loader, 7);
  row->summary_en = g4_loader_text(loader, 8);
  row->method = g4_loader_text(loader, 9);
  row->rule = g4_loader_text(loader, 10);
  row->confidence = sqlite3_column_double(loader->row, 11);
  row->sha256 = g4_loader_shared(loader, 13, &loader->sha256);
  if (date) {
    g4_date_parse(date, &one->date);
  }
}

/* --- passages and ranges */

static void read_span(const g4_loader *loader, int column, int64_t span[4]) {
  for (int i = 0; i < 4; i++) {
    span[i] = g4_loader_number(loader, column + i);
  }
}

static void read_range(g4_loader *loader, void *into) {
  g40_range *row = into;
  int64_t span[4];
  read_span(loader, 0, span);
  row->start = span[0];
  row->end = span[1];
  row->char_start = span[2];
  row->char_end = span[3];
}

static void read_passage(g4_loader *loader, void *into) {
  g40_passage *row = into;
  int64_t span[4];
  row->quote = g4_loader_text(loader, loader->with_contacts ? 0 : 1);
  row->text = g4_loader_text(loader, loader->with_contacts ? 2 : 3);
  read_span(loader, 4, span);
  row->start = span[0];
  row->end = span[1];
  row->char_start = span[2];
  row->char_end = span[3];
  loader->parts += sqlite3_column_int64(loader->row, 8) > 0;
}

static int one_range(g4_loader *loader, g40_passage *passage) {
  void *rows = NULL;
  g40_ranges *ranges = g4_loader_array(loader, 1, 1, sizeof(g40_range), &rows);
  if (!ranges) {
    return g4_nomem(loader->err);
  }
  ranges->rows[0] = (g40_range){loader->owner, passage->start, passage->end, passage->char_start, passage->char_end};
  passage->ranges = ranges;
  return G40_OK;
}

/* A passage of one range has no rows in position_range. */
static int load_ranges(g4_loader *loader, int64_t position, int64_t ordinal, g40_passage *passage) {
  static const char sql[] =
      "SELECT byte_start, byte_end, char_start, char_end FROM position_range"
      " WHERE position = ? AND passage = ? ORDER BY ordinal";
  sqlite3_stmt *statement = g4_store_statement(loader->session->store, sql, loader->err);
  void *array = NULL;
  int code = statement ? g4_store_bind(loader->session->store, statement, loader->err, "ii", position, ordinal)
                       : loader->err->code;
  if (code == G40_OK) {
    code = g4_loader_rows(loader, statement, sizeof(g40_range), read_range, &array);
  }
  passage->ranges = array;
  return code == G40_OK && !passage->ranges->count ? one_range(loader, passage) : code;
}

static int load_passages(g4_loader *loader, loading *one) {
  void *array = NULL;
  loader->parts = 0;
  int code =
      g4_loader_children(loader,
                         "SELECT quote, coalesce(masked_quote, quote), text, coalesce(masked_text, text),"
                         " byte_start, byte_end, char_start, char_end, (SELECT count(*) FROM position_range r WHERE"
                         " r.position = q.position AND r.passage = q.ordinal) FROM position_passage q WHERE"
                         " position = ? ORDER BY ordinal",
                         one->pk, sizeof(g40_passage), read_passage, &array);
  if (code != G40_OK) {
    return code;
  }
  g40_passages *passages = array;
  for (size_t i = 0; i < passages->count && code == G40_OK; i++) {
    code = loader->parts ? load_ranges(loader, one->pk, (int64_t)i + 1, &passages->rows[i])
                         : one_range(loader, &passages->rows[i]);
  }
  one->row.passages = passages;
  if (passages->count) {
    const g40_passage *first = &passages->rows[0];
    one->row.quote = first->quote;
    one->row.text = first->text;
    one->row.start = first->start;
    one->row.end = first->end;
    one->row.char_start = first->char_start;
    one->row.char_end = first->char_end;
  }
  return code;
}

/* --- what it names */

static void read_mention(g4_loader *loader, void *into) {
  g40_mention *row = into;
  row->id = g4_loader_text(loader, 0);
  row->name = g4_loader_text(loader, 1);
  row->kind = g4_loader_text(loader, 2);
  row->as_written = g4_loader_text(loader, 3);
  row->start = g4_loader_number(loader, 4);
  row->end = g4_loader_number(loader, 5);
}

/* Advices are instruments of the kind advice: one read, two arrays. */
static int split_advices(g4_loader *loader, const g40_mentions *all, g40_position *row) {
  size_t advices = 0;
  for (size_t i = 0; i < all->count; i++) {
    advices += all->rows[i].kind && strcmp(all->rows[i].kind, "advice") == 0;
  }
  void *rows = NULL;
  size_t rest = all->count - advices;
  g40_mentions *instruments = g4_loader_array(loader, rest, (int64_t)rest, sizeof(g40_mention), &rows);
  g40_mentions *found = g4_loader_array(loader, advices, (int64_t)advices, sizeof(g40_mention), &rows);
  if (!instruments || !found) {
    return g4_nomem(loader->err);
  }
  size_t to_instruments = 0, to_advices = 0;
  for (size_t i = 0; i < all->count; i++) {
    bool is_advice = all->rows[i].kind && strcmp(all->rows[i].kind, "advice") == 0;
    g40_mention *to = is_advice ? &found->rows[to_advices++] : &instruments->rows[to_instruments++];
    *to = all->rows[i];
  }
  row->instruments = instruments;
  row->advices = found;
  return G40_OK;
}

#define REASON_COLUMNS "SELECT p.id, p.kind, q.text, coalesce(q.masked_text, q.text) FROM position_reason x"

static const char reasons_sql[] = REASON_COLUMNS
    " JOIN position p ON p.pk = x.reason JOIN position_passage q ON q.position = p.pk AND q.ordinal = 1"
    " WHERE x.position = ? ORDER BY x.reason";
static const char asks_sql[] = REASON_COLUMNS
    " JOIN position p ON p.pk = x.position JOIN position_passage q ON q.position = p.pk AND q.ordinal = 1"
    " WHERE x.reason = ? ORDER BY x.position";

static int load_mentions(g4_loader *loader, loading *one) {
  void *array = NULL;
  int code = g4_loader_children(loader,
                                "SELECT i.id, i.name_nl, i.kind, x.as_written, x.byte_start, x.byte_end"
                                " FROM position_instrument x JOIN instrument i ON i.pk = x.instrument"
                                " WHERE x.position = ? ORDER BY x.ordinal",
                                one->pk, sizeof(g40_mention), read_mention, &array);
  if (code == G40_OK) {
    code = split_advices(loader, array, &one->row);
  }
  if (code == G40_OK) {
    code = g4_loader_children(loader,
                              "SELECT s.id, s.name_nl, s.kind, x.as_written, x.byte_start, x.byte_end"
                              " FROM position_place x JOIN stakeholder s ON s.pk = x.stakeholder"
                              " WHERE x.position = ? ORDER BY x.ordinal",
                              one->pk, sizeof(g40_mention), read_mention, &array);
    one->row.places = array;
  }
  if (code == G40_OK) {
    bool is_ask = one->row.kind && strcmp(one->row.kind, "ask") == 0;
    code = g4_loader_children(loader, is_ask ? reasons_sql : asks_sql, one->pk, sizeof(g40_reason), g4_read_reason,
                              &array);
    one->row.reasons = array;
  }
  if (code == G40_OK) {
    code = g4_load_figures(loader, one->pk, &one->row, &one->row.figures);
  }
  return code;
}

static int load_parts(g4_loader *loader, loading *one) {
  int code = load_passages(loader, one);
  if (code == G40_OK) {
    code = g4_load_actors(loader, one->pk, one->date, &one->row);
  }
  return code == G40_OK ? load_mentions(loader, one) : code;
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
  int code = G40_OK;
  for (size_t i = 0; i < all.count && code == G40_OK; i++) {
    code = load_parts(loader, &all.rows[i]);
    positions->rows[i] = all.rows[i].row;
  }
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
