/* An export on its way, and what the formats share. */
#ifndef G4_EXPORT_EXPORT_H
#define G4_EXPORT_EXPORT_H

#include "export/sink.h"
#include "model/progress.h"
#include "query/query.h"
#include "query/session.h"

typedef struct g4_export_format g4_export_format;

struct g40_export {
  const g4_export_format *format;
  bool one_table;            /* of CSV: `table` was chosen */
  size_t table;              /* of CSV */
  char *base;                /* NULL: G4_EXPORT_BASE */
  char *between, *relation;  /* of GraphML; NULL: all */
  bool dutch;                /* words of an HTML page; else English */
  const g40_positions *asks; /* whose uptake an HTML page shows; NULL: it shows the documents */
};

#define G4_EXPORT_BASE "urn:libg40:"

typedef struct {
  g4_session *session;
  const g40_export *settings;
  const g40_query *query; /* never NULL */
  const char *base;
  size_t table;                /* of CSV */
  const g4_progress *progress; /* NULL: nobody is told */
  g4_sink sink;
  g40_error *err;
} g4_exporting;

struct g4_export_format {
  const char *name;
  int (*write)(g4_exporting *e);
  bool tables; /* a file a table */
};

/* The format with this name, or NULL; the one with this number, or NULL. */
const g4_export_format *g4_export_format_named(const char *name);
const g4_export_format *g4_export_format_at(size_t i);

/* Runs an export to the end and hands over the last bytes. */
int g4_export_run(g4_exporting *e);

/* Each row of a statement of constant SQL; `?1` is the text `key` where the SQL has one. Ends at the first code that is
 * not 0, and gives it. */
typedef int (*g4_export_row)(g4_exporting *e, sqlite3_stmt *row, void *context);
int g4_export_rows(g4_exporting *e, const char *sql, const char *key, g4_export_row each, void *context);
/* A column's text; NULL for NULL. Good until the next step. */
const char *g4_export_text(sqlite3_stmt *row, int column);

int g4_export_jsonld(g4_exporting *e);
int g4_export_popolo(g4_exporting *e);
int g4_export_skos(g4_exporting *e);
int g4_export_csv(g4_exporting *e);
int g4_export_graphml(g4_exporting *e);
int g4_export_html(g4_exporting *e);

/* The name of a table of CSV, or NULL past the end. */
const char *g4_csv_table_at(size_t i);

#endif
