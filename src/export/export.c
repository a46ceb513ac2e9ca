#include "export/export.h"

#include <string.h>

static const g4_export_format formats[] = {
    {"jsonld", g4_export_jsonld, false}, {"popolo", g4_export_popolo, false},   {"skos", g4_export_skos, false},
    {"csv", g4_export_csv, true},        {"graphml", g4_export_graphml, false}, {"html", g4_export_html, false},
};

enum { FORMATS = sizeof formats / sizeof *formats };

const g4_export_format *g4_export_format_at(size_t i) { return i < FORMATS ? &formats[i] : NULL; }

const g4_export_format *g4_export_format_named(const char *name) {
  for (size_t i = 0; i < FORMATS; i++) {
    if (strcmp(formats[i].name, name) == 0) {
      return &formats[i];
    }
  }
  return NULL;
}

int g4_export_run(g4_exporting *e) {
  int code = e->settings->format->write(e);
  int flushed = code == G40_OK || g4_sink_failed(&e->sink) ? g4_sink_flush(&e->sink, e->err) : code;
  return code == G40_OK ? flushed : code;
}

const char *g4_export_text(sqlite3_stmt *row, int column) { return (const char *)sqlite3_column_text(row, column); }

int g4_export_rows(g4_exporting *e, const char *sql, const char *key, g4_export_row each, void *context) {
  sqlite3_stmt *statement = g4_store_statement(e->session->store, sql, e->err);
  int code = statement ? G40_OK : e->err->code;
  if (code == G40_OK && key) {
    code = g4_store_bind(e->session->store, statement, e->err, "s", key);
  }
  while (code == G40_OK && !g4_sink_failed(&e->sink)) {
    code = g4_store_step(e->session->store, statement, e->err);
    if (code != 1) {
      break;
    }
    code = each(e, statement, context);
  }
  if (statement) {
    g4_store_done(statement);
  }
  return code == G40_OK && g4_sink_failed(&e->sink) ? g4_sink_flush(&e->sink, e->err) : code;
}
