#include <string.h>

#include "query/listing.h"
#include "query/select.h"

/* The facts of a version come from the registry in memory; SQL counts and puts in order. */
static void read_version(g4_loader *loader, void *into) {
  g40_ministry *row = into;
  static const g4_indices none = {0};
  const char *key = (const char *)sqlite3_column_text(loader->row, 0);
  const g4_registry *registry = &loader->session->registry;
  int version = key ? g4_registry_version(registry, key) : G4_NO_VERSION;
  if (version == G4_NO_VERSION) {
    row->id = row->version = g4_loader_text(loader, 0);
    row->now = g4_loader_ministries(loader, registry, &none, false);
    return;
  }
  g4_loader_ministry(loader, registry, version, row);
  row->positions = g4_loader_number(loader, 1);
  row->responsible = g4_loader_number(loader, 2);
  row->now = g4_loader_now(loader, registry, version, 0, &row->before_registry);
}

/* As g4_registry_version_meant() has it. */
#define ON_DATE                                                                                            \
  "CASE WHEN d.date_issued IS NULL THEN NOT EXISTS (SELECT 1 FROM ministry_version o WHERE o.ministry ="   \
  " v.ministry AND o.pk <> v.pk) ELSE coalesce(v.political_from, '') <= d.date_issued AND d.date_issued <" \
  " coalesce(v.political_to, '9999') END"

g40_ministries *g4_list_ministries(g4_session *session, const g40_query *query, g40_error *err) {
  static const g4_listing listing = {
      .sql =
          "SELECT v.key AS key, (SELECT count(DISTINCT r.position) FROM position_role r JOIN position p ON p.pk ="
          " r.position JOIN document d ON d.pk = p.document WHERE r.stakeholder = v.ministry AND p.pk IN hits"
          " AND " ON_DATE
          ") AS positions,"
          " (SELECT count(*) FROM position_responsible r JOIN position p ON p.pk = r.position JOIN document d"
          " ON d.pk = p.document WHERE r.ministry = v.ministry AND p.pk IN hits AND " ON_DATE
          ") AS responsible,"
          " v.pk AS pk, s.id AS id FROM ministry_version v JOIN stakeholder s ON s.pk = v.ministry",
      .types = {"ministry"},
      .second_is_key = true,
      .only_touched = "x.positions + x.responsible > 0",
      .order = "x.pk",
      .row_size = sizeof(g40_ministry),
      .read = read_version};
  g4_loader loader;
  void *array = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_session_ministries(session, err) ? G40_OK : err->code;
  if (code == G40_OK) {
    code = g4_select(&loader, query, &listing, &array);
  }
  return g4_loader_end(&loader, code, array);
}
