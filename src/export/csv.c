/* RFC 4180: CRLF, quotes where needed. A byte order mark first: without it spreadsheets read Dutch letters wrong. */
#include <string.h>

#include "export/export.h"
#include "query/filter.h"

/* hits(pk) are the positions that pass the filters; :contacts says whether contact data is shown. */
typedef struct {
  const char *name, *sql;
} table;

#define SHOWN(row, column, masked) \
  "CASE WHEN :contacts THEN " row "." column " ELSE coalesce(" row "." masked ", " row "." column ") END"
#define PLACE(row) row ".byte_start AS start, " row ".byte_end AS end, " row ".char_start, " row ".char_end"

static const table tables[] = {
    {"positions",
     "SELECT p.id, substr(d.id, 10) AS document, substr(t.id, 7) AS theme, s.heading AS section, p.kind, "
     "p.action, " SHOWN("q", "quote", "masked_quote") " AS quote, " SHOWN(
         "q", "text", "masked_text") " AS text, " PLACE("q") ", p.summary_nl, p.summary_en, p.method, p.rule, "
                                                             "p.confidence, d.date_issued, d.sha256"
                                                             " FROM position p JOIN document d ON d.pk = p.document"
                                                             " JOIN position_passage q ON q.position = p.pk AND "
                                                             "q.ordinal = 1 LEFT JOIN theme t ON t.pk = p.theme"
                                                             " LEFT JOIN section s ON s.pk = p.section WHERE p.pk IN "
                                                             "hits ORDER BY p.pk"},
    {"passages",
     "SELECT p.id AS position, q.ordinal, " SHOWN("q", "quote", "masked_quote") " AS quote, " SHOWN(
         "q", "text", "masked_text") " AS text, " PLACE("q") " FROM position p JOIN position_passage q ON q.position = "
                                                             "p.pk WHERE p.pk IN hits ORDER BY p.pk, q.ordinal"},
    {"roles",
     "SELECT p.id AS position, s.id AS stakeholder, s.name_nl AS name, coalesce(s.kind, r.actor) AS kind, r.role,"
     " r.as_written, r.state, r.reason, r.method, r.rule, r.confidence, " PLACE(
         "r") " FROM position p JOIN "
              "position_role r ON r.position = p.pk LEFT JOIN stakeholder s ON s.pk = r.stakeholder WHERE p.pk IN hits"
              " ORDER BY p.pk, r.ordinal"},
    {"responsible",
     "SELECT p.id AS position, s.id AS ministry, v.key AS version, v.abbreviation, v.name, r.source, r.method, r.rule,"
     " r.confidence FROM position p JOIN position_responsible r ON r.position = p.pk JOIN stakeholder s ON s.pk ="
     " r.ministry JOIN document d ON d.pk = p.document LEFT JOIN ministry_version v ON v.ministry = r.ministry"
     " AND coalesce(v.political_from, '') <= d.date_issued AND d.date_issued < coalesce(v.political_to, '9999')"
     " WHERE p.pk IN hits ORDER BY p.pk, s.id"},
    {"position_instruments",
     "SELECT p.id AS position, i.id AS instrument, coalesce(i.kind, x.type) AS kind, i.name_nl AS name, x.as_written,"
     " " PLACE("x") ", x.state FROM position p JOIN position_instrument x ON x.position = p.pk LEFT JOIN instrument i"
                    " ON i.pk = x.instrument WHERE p.pk IN hits ORDER BY p.pk, x.ordinal"},
    {"reasons",
     "SELECT p.id AS position, r.id AS reason, r.kind FROM position p JOIN position_reason x ON x.position = p.pk"
     " JOIN position r ON r.pk = x.reason WHERE p.pk IN hits ORDER BY p.pk, r.pk"},
    {"figures",
     "SELECT f.id, substr(d.id, 10) AS document, p.id AS position, f.value, f.unit, f.about_nl, f.about_en,"
     " f.precision, f.as_written AS quote, " PLACE(
         "f") " FROM figure f JOIN document d ON d.pk = f.document LEFT JOIN"
              " position p ON p.pk = f.position WHERE f.position IS NULL OR f.position IN hits ORDER BY f.pk"},
    {"citations",
     "SELECT c.id, substr(d.id, 10) AS document, p.id AS position, c.url, c.kind, c.target, c.as_written AS "
     "quote, " PLACE(
         "c") " FROM citation c JOIN document d ON d.pk = c.document LEFT JOIN position p ON p.pk = c.position"
              " WHERE c.position IS NULL OR c.position IN hits ORDER BY c.pk"},
    {"documents",
     "SELECT d.id, d.title, s.id AS holder, s.name_nl AS holder_name, d.kind, d.language, d.date_issued,"
     " d.date_precision, d.occasion_nl, d.occasion_en, d.url, d.licence, d.sha256, d.source_sha256, d.bytes,"
     " d.characters FROM document d LEFT JOIN stakeholder s ON s.pk = d.holder ORDER BY d.date_issued, d.id"},
    {"sections",
     "SELECT substr(d.id, 10) AS document, s.ordinal, s.level, s.heading, substr(t.id, 7) AS theme, " PLACE(
         "s") " FROM section s JOIN document d ON d.pk = s.document LEFT JOIN theme t ON t.pk = s.theme ORDER BY d.pk,"
              " s.ordinal"},
    {"sentences",
     "SELECT substr(d.id, 10) AS document, x.ordinal, x.kind, s.heading AS section, " SHOWN(
         "x", "text",
         "masked") " AS text, " PLACE("x") " FROM passage x JOIN document d ON d.pk = x.document LEFT JOIN section s"
                                           " ON s.pk = x.section ORDER BY d.pk, x.ordinal"},
    {"ministries",
     "SELECT s.id, v.key AS version, v.abbreviation, v.name, v.political_from AS valid_from, v.political_to AS"
     " valid_to, v.register_from, v.register_to, s.tooi, v.tooi_version, v.owms, v.wikidata, v.source, v.doubt"
     " FROM ministry_version v JOIN stakeholder s ON s.pk = v.ministry ORDER BY v.pk"},
    {"ministry_changes",
     "SELECT c.kind, c.political_date AS date, c.register_date, f.key AS from_version, t.key AS to_version, c.note,"
     " c.source, c.doubt FROM ministry_change c LEFT JOIN ministry_version f ON f.pk = c.from_version LEFT JOIN"
     " ministry_version t ON t.pk = c.to_version ORDER BY c.political_date, c.pk"},
    {"stakeholders",
     "SELECT id, kind, name_nl, name_en, broader, tooi, cbs_code, oin, wikidata, source, doubt, origin FROM"
     " stakeholder ORDER BY id"},
    {"names", "SELECT target, text, language, relation, source, doubt, origin FROM name ORDER BY target, ordinal"},
    {"themes", "SELECT id, label_nl, label_en, broader, scheme, source, doubt, origin FROM theme ORDER BY pk"},
    {"instruments", "SELECT id, kind, name_nl, name_en, url, date, source, doubt, origin FROM instrument ORDER BY id"},
    {"members",
     "SELECT n.id AS network, s.id, s.name_nl AS name, s.cbs_code, s.tooi, r.name_nl AS labour_market_region,"
     " v.name_nl AS province, m.source FROM member m JOIN stakeholder n ON n.pk = m.network JOIN stakeholder s ON"
     " s.pk = m.stakeholder LEFT JOIN stakeholder r ON r.pk = m.labour_market_region LEFT JOIN stakeholder v ON"
     " v.pk = m.province ORDER BY n.id, s.name_nl"},
};

const char *g4_csv_table_at(size_t i) { return i < sizeof tables / sizeof *tables ? tables[i].name : NULL; }

static void add_cell(g4_sink *sink, const char *text, size_t length) {
  bool quoted = memchr(text, '"', length) || memchr(text, ',', length) || memchr(text, '\n', length) ||
                memchr(text, '\r', length) || (length && (text[0] == ' ' || text[length - 1] == ' '));
  if (!quoted) {
    g4_sink_add(sink, text, length);
    return;
  }
  g4_sink_char(sink, '"');
  for (const char *quote; (quote = memchr(text, '"', length)) != NULL;) {
    size_t upto = (size_t)(quote - text) + 1;
    g4_sink_add(sink, text, upto);
    g4_sink_char(sink, '"');
    text += upto;
    length -= upto;
  }
  g4_sink_add(sink, text, length);
  g4_sink_char(sink, '"');
}

static void add_row(g4_sink *sink, sqlite3_stmt *row, int columns) {
  for (int i = 0; i < columns; i++) {
    if (i) {
      g4_sink_char(sink, ',');
    }
    switch (sqlite3_column_type(row, i)) {
      case SQLITE_NULL:
        break;
      case SQLITE_INTEGER:
        g4_sink_number(sink, sqlite3_column_int64(row, i));
        break;
      case SQLITE_FLOAT:
        g4_sink_real(sink, sqlite3_column_double(row, i));
        break;
      default: {
        const char *text = (const char *)sqlite3_column_text(row, i);
        add_cell(sink, text ? text : "", (size_t)sqlite3_column_bytes(row, i));
      }
    }
  }
  g4_sink_add(sink, "\r\n", 2);
}

static void add_head(g4_sink *sink, sqlite3_stmt *statement, int columns) {
  g4_sink_text(sink, "\xEF\xBB\xBF");
  for (int i = 0; i < columns; i++) {
    const char *name = sqlite3_column_name(statement, i);
    g4_sink_text(sink, i ? "," : "");
    g4_sink_text(sink, name ? name : "");
  }
  g4_sink_add(sink, "\r\n", 2);
}

static int write_rows(g4_exporting *e, sqlite3_stmt *statement) {
  int columns = sqlite3_column_count(statement);
  int code;
  add_head(&e->sink, statement, columns);
  while ((code = g4_store_step(e->session->store, statement, e->err)) == 1 && !g4_sink_failed(&e->sink)) {
    add_row(&e->sink, statement, columns);
  }
  return code < 0 ? code : G40_OK;
}

static int bind(g4_exporting *e, const g4_filter *filter, sqlite3_stmt *statement) {
  int code = g4_filter_bind(e->session, filter, statement, 1, e->err);
  int contacts = sqlite3_bind_parameter_index(statement, ":contacts");
  if (code == G40_OK && contacts && sqlite3_bind_int(statement, contacts, e->query->with_contacts) != SQLITE_OK) {
    code = g4_store_fail(e->session->store, SQLITE_NOMEM, e->err);
  }
  return code;
}

int g4_export_csv(g4_exporting *e) {
  g4_filter filter;
  int code = g4_filter_build(e->session, e->query, &filter, e->err);
  if (code != G40_OK) {
    return code;
  }
  g4_buf sql = {0};
  g4_buf_add_text(&sql, "WITH hits(pk) AS (SELECT p.pk FROM position p WHERE 1");
  g4_buf_add_text(&sql, g4_buf_text(&filter.condition));
  g4_buf_add_text(&sql, ") ");
  g4_buf_add_text(&sql, tables[e->table].sql);
  sqlite3_stmt *statement = sql.failed ? NULL : g4_store_prepare(e->session->store, g4_buf_text(&sql), e->err);
  if (sql.failed) {
    code = g4_nomem(e->err);
  } else if (!statement) {
    code = e->err->code;
  } else {
    code = bind(e, &filter, statement);
  }
  if (code == G40_OK) {
    code = write_rows(e, statement);
  }
  sqlite3_finalize(statement);
  g4_buf_free(&sql);
  g4_filter_free(&filter);
  return code;
}
