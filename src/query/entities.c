#include "query/listing.h"
#include "query/select.h"

static void *list(g4_session *session, const g40_query *query, const g4_listing *listing, g40_error *err) {
  g4_loader loader;
  void *array = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_select(&loader, query, listing, &array);
  return g4_loader_end(&loader, code, array);
}

/* --- names, read behind the rows that they belong to */

static void read_name(g4_loader *loader, void *into) {
  g40_name *row = into;
  row->text = g4_loader_text(loader, 0);
  row->language = g4_loader_text(loader, 1);
  row->relation = g4_loader_text(loader, 2);
}

/* The names in the row itself, then those in the table of names. */
static int load_names(g4_loader *loader, const char *id, const char *nl, const char *en, const g40_names **names) {
  static const char sql[] =
      "SELECT text, language, relation FROM"
      " (SELECT ?2 AS text, 'nl' AS language, 'name' AS relation, -2 AS ordinal WHERE ?2 IS NOT NULL"
      " UNION ALL SELECT ?3, 'en', 'name', -1 WHERE ?3 IS NOT NULL"
      " UNION ALL SELECT text, language, relation, ordinal FROM name WHERE target = ?1) ORDER BY ordinal";
  sqlite3_stmt *statement = g4_store_statement(loader->session->store, sql, loader->err);
  void *array = NULL;
  int code =
      statement ? g4_store_bind(loader->session->store, statement, loader->err, "sss", id, nl, en) : loader->err->code;
  if (code == G40_OK) {
    code = g4_loader_rows(loader, statement, sizeof(g40_name), read_name, &array);
  }
  *names = array;
  return code;
}

/* Positions, and asks among them, counted by a column of theirs. A join, read from the hits: to look for each position
 * among the hits (pk IN hits) costs a search each. */
#define COUNTS_BY(column)                                                                 \
  "SELECT p." column                                                                      \
  ", count(*) AS positions, count(CASE p.kind WHEN 'ask' THEN 1 END) AS asks FROM hits h" \
  " CROSS JOIN position p ON p.pk = h.pk GROUP BY p." column

/* --- stakeholders */

static void read_stakeholder(g4_loader *loader, void *into) {
  g40_stakeholder *row = into;
  row->id = g4_loader_text(loader, 0);
  row->kind = g4_loader_text(loader, 1);
  row->name = g4_loader_text(loader, 2);
  row->name_en = g4_loader_text(loader, 3);
  row->broader = g4_loader_text(loader, 4);
  row->tooi = g4_loader_text(loader, 5);
  row->cbs_code = g4_loader_text(loader, 6);
  row->wikidata = g4_loader_text(loader, 7);
  row->source = g4_loader_text(loader, 8);
  row->doubt = g4_loader_text(loader, 9);
  row->positions = g4_loader_number(loader, 10);
}

g40_stakeholders *g4_list_stakeholders(g4_session *session, const g40_query *query, g40_error *err) {
  static const g4_listing listing = {
      .sql =
          "SELECT s.id AS id, s.kind, s.name_nl AS name_nl, s.name_en, s.broader, s.tooi, s.cbs_code, s.wikidata,"
          " s.source, s.doubt, coalesce(n.positions, 0) AS positions FROM stakeholder s LEFT JOIN"
          " (SELECT r.stakeholder AS stakeholder, count(DISTINCT r.position) AS positions FROM position_role r"
          " WHERE r.position IN hits GROUP BY r.stakeholder) n ON n.stakeholder = s.pk",
      .types = {"stakeholder", "ministry"},
      .only_touched = "x.positions > 0",
      .order = "x.positions DESC, x.name_nl, x.id",
      .row_size = sizeof(g40_stakeholder),
      .read = read_stakeholder};
  g4_loader loader;
  void *array = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_select(&loader, query, &listing, &array);
  g40_stakeholders *rows = array;
  for (size_t i = 0; code == G40_OK && i < rows->count; i++) {
    g40_stakeholder *row = &rows->rows[i];
    code = load_names(&loader, row->id, row->name, row->name_en, &row->names);
  }
  return g4_loader_end(&loader, code, array);
}

/* --- instruments and advices: those of the registry, and names that it does not know */

static void read_instrument(g4_loader *loader, void *into) {
  g40_instrument *row = into;
  row->id = g4_loader_text(loader, 0);
  row->kind = g4_loader_text(loader, 1);
  row->name = g4_loader_text(loader, 2);
  row->name_en = g4_loader_text(loader, 3);
  row->url = g4_loader_text(loader, 4);
  row->date = g4_loader_text(loader, 5);
  row->source = g4_loader_text(loader, 6);
  row->doubt = g4_loader_text(loader, 7);
  row->positions = g4_loader_number(loader, 8);
  row->quote = g4_loader_text(loader, 9);
}

/* What positions name, a row for an instrument, and for each name that the registry does not know. */
#define NAMED                                                                                                         \
  "(SELECT instrument, type, folded, min(as_written) AS name, count(DISTINCT position) AS positions, min(first) AS"   \
  " first FROM (SELECT x.instrument AS instrument, x.type AS type, x.folded AS folded, x.position AS position,"       \
  " x.as_written AS as_written, first_value(x.as_written) OVER (PARTITION BY x.instrument, x.type, x.folded ORDER BY" \
  " x.position, x.ordinal) AS first FROM position_instrument x WHERE x.position IN hits) GROUP BY instrument, type,"  \
  " folded)"
#define INSTRUMENTS(kind_is)                                                                                      \
  {                                                                                                               \
    .sql =                                                                                                        \
        "SELECT i.id AS id, i.kind AS kind, i.name_nl AS name_nl, i.name_en, i.url, i.date, i.source, i.doubt,"   \
        " coalesce(n.positions, 0) AS positions, n.first FROM instrument i LEFT JOIN " NAMED                      \
        " n ON n.instrument = i.pk WHERE i.kind " kind_is                                                         \
        " 'advice' UNION ALL SELECT NULL, type, name, NULL, NULL, NULL, NULL, NULL, positions, first FROM " NAMED \
        " WHERE instrument IS NULL AND type " kind_is " 'advice'",                                                \
    .types = {"instrument", "advice"}, .second_without_id = true, .only_touched = "x.positions > 0",              \
    .order = "x.positions DESC, x.name_nl, x.id", .row_size = sizeof(g40_instrument), .read = read_instrument     \
  }

g40_instruments *g4_list_instruments(g4_session *session, const g40_query *query, bool advices, g40_error *err) {
  static const g4_listing listings[] = {INSTRUMENTS("<>"), INSTRUMENTS("=")};
  g4_loader loader;
  void *array = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_select(&loader, query, &listings[advices], &array);
  g40_instruments *rows = array;
  for (size_t i = 0; code == G40_OK && i < rows->count; i++) {
    g40_instrument *row = &rows->rows[i];
    code = load_names(&loader, row->id, row->id ? row->name : NULL, row->name_en, &row->names);
  }
  return g4_loader_end(&loader, code, array);
}

/* --- themes */

static void read_theme(g4_loader *loader, void *into) {
  g40_theme *row = into;
  row->id = g4_loader_text(loader, 0);
  row->slug = g4_slug(row->id);
  row->label_nl = g4_loader_text(loader, 1);
  row->label_en = g4_loader_text(loader, 2);
  row->broader = g4_loader_text(loader, 3);
  row->scheme = g4_loader_text(loader, 4);
  row->positions = g4_loader_number(loader, 5);
  row->asks = g4_loader_number(loader, 6);
}

g40_themes *g4_list_themes(g4_session *session, const g40_query *query, g40_error *err) {
  static const g4_listing listing = {
      .sql =
          "SELECT t.id AS id, t.label_nl, t.label_en, t.broader, t.scheme AS scheme, coalesce(n.positions, 0) AS"
          " positions, coalesce(n.asks, 0) AS asks, t.pk AS pk FROM theme t LEFT JOIN (" COUNTS_BY(
              "theme") ") n ON n.theme = t.pk",
      .types = {"theme"},
      .only_touched = "x.positions > 0",
      .order = "x.pk",
      .row_size = sizeof(g40_theme),
      .read = read_theme};
  return list(session, query, &listing, err);
}

/* --- documents */

static void read_document(g4_loader *loader, void *into) {
  g40_document *row = into;
  row->id = g4_loader_text(loader, 0);
  row->slug = g4_slug(row->id);
  row->title = g4_loader_text(loader, 1);
  row->holder = g4_loader_text(loader, 2);
  row->holder_name = g4_loader_text(loader, 3);
  row->kind = g4_loader_text(loader, 4);
  row->language = g4_loader_text(loader, 5);
  row->date_issued = g4_loader_text(loader, 6);
  row->date_precision = g4_loader_text(loader, 7);
  row->occasion = g4_loader_text(loader, 8);
  row->occasion_en = g4_loader_text(loader, 9);
  row->url = g4_loader_text(loader, 10);
  row->licence = g4_loader_text(loader, 11);
  row->sha256 = g4_loader_text(loader, 12);
  row->source_sha256 = g4_loader_text(loader, 13);
  row->bytes = g4_loader_number(loader, 14);
  row->characters = g4_loader_number(loader, 15);
  row->positions = g4_loader_number(loader, 16);
  row->asks = g4_loader_number(loader, 17);
}

g40_documents *g4_list_documents(g4_session *session, const g40_query *query, g40_error *err) {
  static const g4_listing listing = {
      .sql =
          "SELECT d.id AS id, d.title, s.id AS holder, s.name_nl, d.kind, d.language, d.date_issued AS date_issued,"
          " d.date_precision, d.occasion_nl, d.occasion_en, d.url, d.licence, d.sha256, d.source_sha256, d.bytes,"
          " d.characters, coalesce(n.positions, 0) AS positions, coalesce(n.asks, 0) AS asks"
          " FROM document d LEFT JOIN stakeholder s ON s.pk = d.holder LEFT JOIN (" COUNTS_BY(
              "document") ") n ON n.document = d.pk",
      .types = {"document"},
      .only_touched = "x.positions > 0",
      .order = "x.date_issued, x.id",
      .row_size = sizeof(g40_document),
      .read = read_document};
  return list(session, query, &listing, err);
}

/* --- members */

static void read_member(g4_loader *loader, void *into) {
  g40_member *row = into;
  row->id = g4_loader_text(loader, 0);
  row->network = g4_loader_text(loader, 1);
  row->name = g4_loader_text(loader, 2);
  row->cbs_code = g4_loader_text(loader, 3);
  row->tooi = g4_loader_text(loader, 4);
  row->oin = g4_loader_text(loader, 5);
  row->wikidata = g4_loader_text(loader, 6);
  row->labour_market_region = g4_loader_text(loader, 7);
  row->province = g4_loader_text(loader, 8);
  row->source = g4_loader_text(loader, 9);
}

g40_members *g4_list_members(g4_session *session, const g40_query *query, g40_error *err) {
  static const g4_listing listing = {
      .sql =
          "SELECT s.id AS id, n.id AS network, s.name_nl AS name, s.cbs_code, s.tooi, s.oin, s.wikidata,"
          " r.name_nl AS region, v.name_nl AS province, m.source FROM member m JOIN stakeholder n ON n.pk = m.network"
          " JOIN stakeholder s ON s.pk = m.stakeholder LEFT JOIN stakeholder r ON r.pk = m.labour_market_region"
          " LEFT JOIN stakeholder v ON v.pk = m.province",
      .types = {"stakeholder"},
      .hits_only_filtered = true,
      .order = "x.network, x.name, x.id",
      .row_size = sizeof(g40_member),
      .read = read_member};
  return list(session, query, &listing, err);
}
