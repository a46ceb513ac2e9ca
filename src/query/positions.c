#include "query/keys.h"
#include "query/listing.h"
#include "query/parts.h"

/* Columns: pk, id, section, theme, then the row's own. */
static const char rows_sql[] =
    "SELECT pk, id, section, theme, kind, action, summary_nl, summary_en, method, rule, confidence FROM position"
    " WHERE pk >= ?1 ORDER BY pk";

/* On its way: the statements that go on from position to position. */
typedef struct {
  g4_loader *loader;
  g4_children rows;
  g4_named_by_key themes, sections;
  g4_position_parts parts;
} reading;

static int read_row(reading *in, const g4_keys_document *document, g40_position *row) {
  g4_loader *loader = in->loader;
  int64_t section = g4_loader_number(loader, 2), theme = g4_loader_number(loader, 3);
  row->id = g4_loader_text(loader, 1);
  row->document = document->slug;
  row->sha256 = document->sha256;
  row->kind = g4_loader_word(loader, 4);
  row->action = g4_loader_word(loader, 5);
  row->summary_nl = g4_loader_text(loader, 6);
  row->summary_en = g4_loader_text(loader, 7);
  row->method = g4_loader_word(loader, 8);
  row->rule = g4_loader_word(loader, 9);
  row->confidence = sqlite3_column_double(loader->row, 10);
  const g4_named *named = NULL;
  int code = section < 0 ? G40_OK : g4_named_by(&in->parts, &in->sections, section, &named);
  row->section = named ? named->id : NULL;
  named = NULL;
  code = code == G40_OK && theme >= 0 ? g4_named_by(&in->parts, &in->themes, theme, &named) : code;
  row->theme = named ? g4_slug(named->id) : NULL;
  return code;
}

static int read_position(reading *in, int64_t pk, const g4_keys_document *document, g40_position *row) {
  int code = g4_children_next(&in->rows, in->loader, pk);
  if (code == 0) {
    return g4_fail(in->loader->err, G40_CORRUPT, "the database is damaged: an index has a position that is not there");
  }
  code = code == 1 ? read_row(in, document, row) : code;
  code = code == G40_OK ? g4_children_pass(&in->rows, in->loader) : code;
  return code == G40_OK ? g4_position_parts_read(&in->parts, pk, document->date, row) : code;
}

/* Those of the page, into rows that are as many. */
static int read_page(reading *in, const g4_position_keys *keys, g40_positions *positions) {
  size_t at = 0, end = keys->page_start + keys->page_length;
  int code = G40_OK;
  for (size_t i = 0; i < keys->documents.count && code == G40_OK; i++) {
    const g4_keys_document *document = &keys->documents.items[i];
    for (size_t of = 0; of < document->count && at < end && code == G40_OK; of++, at++) {
      if (at >= keys->page_start) {
        code = read_position(in, keys->keys.items[document->first + of], document,
                             &positions->rows[at - keys->page_start]);
      }
    }
  }
  return code;
}

static int read_positions(g4_loader *loader, const g4_position_keys *keys, g40_positions **result) {
  void *rows = NULL;
  *result = g4_loader_array(loader, keys->page_length, (int64_t)keys->total, sizeof(g40_position), &rows);
  if (!*result) {
    return g4_nomem(loader->err);
  }
  reading in = {.loader = loader,
                .rows = {.sql = rows_sql},
                .themes = {.sql = "SELECT id, NULL, NULL, NULL FROM theme WHERE pk = ?"},
                .sections = {.sql = "SELECT heading, NULL, NULL, NULL FROM section WHERE pk = ?"}};
  g4_position_parts_begin(&in.parts, loader);
  int code = read_page(&in, keys, *result);
  g4_position_parts_end(&in.parts);
  g4_children_end(&in.rows);
  g4_named_by_end(&in.themes);
  g4_named_by_end(&in.sections);
  return code;
}

g40_positions *g4_list_positions(g4_session *session, const g40_query *query, g40_error *err) {
  g4_loader loader;
  g4_position_keys keys = {0};
  g40_positions *positions = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_position_keys_find(&loader, query, &keys);
  code = code == G40_OK ? read_positions(&loader, &keys, &positions) : code;
  g4_position_keys_free(&keys);
  return g4_loader_end(&loader, code, positions);
}
