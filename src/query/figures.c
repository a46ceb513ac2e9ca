#include "query/parts.h"

#include "query/listing.h"
#include "query/select.h"

/* From the column `first` on: value, unit, about_nl, about_en, precision, as_written, start, end, char_start, char_end.
 */
static void read_figure(g4_loader *loader, int first, g40_figure *row) {
  row->value = sqlite3_column_double(loader->row, first);
  row->unit = g4_loader_text(loader, first + 1);
  row->about = g4_loader_text(loader, first + 2);
  row->about_en = g4_loader_text(loader, first + 3);
  row->precision = g4_loader_text(loader, first + 4);
  row->quote = g4_loader_text(loader, first + 5);
  row->start = g4_loader_number(loader, first + 6);
  row->end = g4_loader_number(loader, first + 7);
  row->char_start = g4_loader_number(loader, first + 8);
  row->char_end = g4_loader_number(loader, first + 9);
}

/* Columns: position, id, then the figure's. */
static void read_part_figure(g4_loader *loader, void *into) {
  g40_figure *row = into;
  row->id = g4_loader_text(loader, 1);
  read_figure(loader, 2, row);
}

static void read_listed_figure(g4_loader *loader, void *into) {
  g40_figure *row = into;
  row->id = g4_loader_text(loader, 0);
  row->document = g4_slug(g4_loader_text(loader, 1));
  row->position = g4_loader_text(loader, 2);
  read_figure(loader, 3, row);
  row->section = g4_loader_text(loader, 13);
  row->sha256 = g4_loader_shared(loader, 14, &loader->sha256);
}

/* The heading above: of the innermost section that has the words. */
#define SECTION_OF(row)                                                                           \
  "(SELECT h.heading FROM section h WHERE h.document = " row ".document AND h.byte_start <= " row \
  ".byte_start AND " row ".byte_end <= h.byte_end ORDER BY h.level DESC LIMIT 1) AS section, d.sha256 AS sha256"

int g4_load_figures(g4_position_parts *parts, int64_t pk, const g40_position *position, const g40_figures **figures) {
  void *array = NULL;
  int code = g4_children_read(&parts->figures, parts->loader, pk, sizeof(g40_figure), read_part_figure, &array);
  g40_figures *rows = array;
  for (size_t i = 0; code == G40_OK && i < rows->count; i++) {
    rows->rows[i].document = position->document;
    rows->rows[i].position = position->id;
    rows->rows[i].section = position->section;
    rows->rows[i].sha256 = position->sha256;
  }
  *figures = rows;
  return code;
}

g40_figures *g4_list_figures(g4_session *session, const g40_query *query, g40_error *err) {
  static const g4_listing listing = {
      .sql =
          "SELECT f.id AS id, d.id AS document, p.id AS position, f.value, f.unit, f.about_nl, f.about_en, f.precision,"
          " f.as_written, f.byte_start AS byte_start, f.byte_end, f.char_start, f.char_end, " SECTION_OF("f")
          ", d.date_issued AS date_issued, p.pk AS touched FROM figure f JOIN document d ON d.pk = f.document"
          " LEFT JOIN position p ON p.pk = f.position",
      .types = {"figure"},
      .hits_only_filtered = true,
      .only_touched = "x.touched IN hits",
      .order = "x.date_issued, x.document, x.byte_start, x.id",
      .row_size = sizeof(g40_figure),
      .read = read_listed_figure};
  g4_loader loader;
  void *array = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_select(&loader, query, &listing, &array);
  return g4_loader_end(&loader, code, array);
}

static void read_citation(g4_loader *loader, void *into) {
  g40_citation *row = into;
  row->id = g4_loader_text(loader, 0);
  row->document = g4_slug(g4_loader_text(loader, 1));
  row->position = g4_loader_text(loader, 2);
  row->url = g4_loader_text(loader, 3);
  row->kind = g4_loader_text(loader, 4);
  row->target = g4_loader_text(loader, 5);
  row->quote = g4_loader_text(loader, 6);
  row->start = g4_loader_number(loader, 7);
  row->end = g4_loader_number(loader, 8);
  row->char_start = g4_loader_number(loader, 9);
  row->char_end = g4_loader_number(loader, 10);
  row->link_start = g4_loader_number(loader, 11);
  row->link_end = g4_loader_number(loader, 12);
  row->section = g4_loader_text(loader, 13);
  row->sha256 = g4_loader_shared(loader, 14, &loader->sha256);
}

g40_citations *g4_list_citations(g4_session *session, const g40_query *query, g40_error *err) {
  static const g4_listing listing = {
      .sql =
          "SELECT c.id AS id, d.id AS document, p.id AS position, c.url, c.kind, c.target, c.as_written,"
          " c.byte_start AS byte_start, c.byte_end, c.char_start, c.char_end, c.link_start, c.link_end, " SECTION_OF("c")
          ", d.date_issued AS date_issued, p.pk AS touched, c.document AS document_pk FROM citation c"
          " JOIN document d ON d.pk = c.document LEFT JOIN position p ON p.pk = c.position",
      .only_touched =
          "x.document_pk IN (SELECT document FROM position WHERE pk IN hits) AND (x.touched IS NULL OR"
          " x.touched IN hits)",
      .order = "x.date_issued, x.document, x.byte_start, x.id",
      .row_size = sizeof(g40_citation),
      .read = read_citation};
  g4_loader loader;
  void *array = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_select(&loader, query, &listing, &array);
  return g4_loader_end(&loader, code, array);
}
