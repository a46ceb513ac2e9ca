/* Popolo: organizations, posts, memberships, areas. A ministry is one organization with its dated names. */
#include <string.h>

#include "export/export.h"
#include "export/json.h"

typedef struct {
  g4_json json;
} writer;

static void add_identifier(g4_json *json, const char *scheme, const char *identifier) {
  if (identifier) {
    g4_json_object(json, NULL);
    g4_json_text(json, "scheme", scheme);
    g4_json_text(json, "identifier", identifier);
    g4_json_object_end(json);
  }
}

/* A date of a period whose end is exclusive is given as it stands: the day on which the next one begins. */
static int add_other_name(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  (void)e;
  g4_json_object(&w->json, NULL);
  g4_json_text(&w->json, "name", g4_export_text(row, 0));
  g4_json_text(&w->json, "start_date", g4_export_text(row, 1));
  g4_json_text(&w->json, "end_date", g4_export_text(row, 2));
  g4_json_text(&w->json, "note", g4_export_text(row, 3));
  g4_json_object_end(&w->json);
  return G40_OK;
}

static const char other_names_sql[] =
    "SELECT text, NULL, NULL, relation FROM name WHERE target = ?1 AND relation <> 'related' UNION ALL"
    " SELECT v.name, v.political_from, v.political_to, v.abbreviation FROM ministry_version v JOIN stakeholder s"
    " ON s.pk = v.ministry WHERE s.id = ?1";

static int add_organization(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  g4_json *json = &w->json;
  const char *id = g4_export_text(row, 0);
  g4_json_line(json);
  g4_json_object(json, NULL);
  g4_json_text(json, "id", id);
  g4_json_text(json, "name", g4_export_text(row, 1));
  g4_json_text(json, "classification", g4_export_text(row, 2));
  g4_json_text(json, "parent_id", g4_export_text(row, 3));
  g4_json_text(json, "area_id", g4_export_text(row, 4));
  g4_json_text(json, "founding_date", g4_export_text(row, 9));
  g4_json_text(json, "dissolution_date", g4_export_text(row, 10));
  g4_json_array(json, "identifiers");
  add_identifier(json, "tooi", g4_export_text(row, 5));
  add_identifier(json, "cbs", g4_export_text(row, 6));
  add_identifier(json, "oin", g4_export_text(row, 7));
  add_identifier(json, "wikidata", g4_export_text(row, 8));
  g4_json_array_end(json);
  g4_json_array(json, "other_names");
  int code = id ? g4_export_rows(e, other_names_sql, id, add_other_name, w) : G40_OK;
  g4_json_array_end(json);
  g4_json_object_end(json);
  return code;
}

static int add_post(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  (void)e;
  g4_json_line(&w->json);
  g4_json_object(&w->json, NULL);
  g4_json_text(&w->json, "id", g4_export_text(row, 0));
  g4_json_text(&w->json, "label", g4_export_text(row, 1));
  g4_json_text(&w->json, "organization_id", g4_export_text(row, 2));
  g4_json_text(&w->json, "start_date", g4_export_text(row, 3));
  g4_json_text(&w->json, "end_date", g4_export_text(row, 4));
  g4_json_object_end(&w->json);
  return G40_OK;
}

static int add_membership(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  (void)e;
  g4_json_line(&w->json);
  g4_json_object(&w->json, NULL);
  g4_json_text(&w->json, "id", g4_export_text(row, 0));
  g4_json_text(&w->json, "organization_id", g4_export_text(row, 1));
  g4_json_object(&w->json, "member");
  g4_json_text(&w->json, "id", g4_export_text(row, 2));
  g4_json_text(&w->json, "name", g4_export_text(row, 3));
  g4_json_object_end(&w->json);
  g4_json_text(&w->json, "area_id", g4_export_text(row, 4));
  g4_json_object_end(&w->json);
  return G40_OK;
}

static int add_area(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  (void)e;
  g4_json_line(&w->json);
  g4_json_object(&w->json, NULL);
  g4_json_text(&w->json, "id", g4_export_text(row, 0));
  g4_json_text(&w->json, "name", g4_export_text(row, 1));
  g4_json_text(&w->json, "classification", g4_export_text(row, 2));
  g4_json_text(&w->json, "identifier", g4_export_text(row, 3));
  g4_json_text(&w->json, "parent_id", g4_export_text(row, 4));
  g4_json_object_end(&w->json);
  return G40_OK;
}

/* Population groups are no organizations, regions are areas. A ministry ends when its last version does. */
static const char organizations_sql[] =
    "SELECT s.id, s.name_nl, s.kind, s.broader, CASE WHEN s.kind IN ('municipality', 'province', 'region') THEN"
    " 'area/' || s.id END, s.tooi, s.cbs_code, s.oin, s.wikidata,"
    " (SELECT min(v.political_from) FROM ministry_version v WHERE v.ministry = s.pk AND NOT EXISTS"
    " (SELECT 1 FROM ministry_version u WHERE u.ministry = s.pk AND u.political_from IS NULL)),"
    " (SELECT max(v.political_to) FROM ministry_version v WHERE v.ministry = s.pk AND NOT EXISTS"
    " (SELECT 1 FROM ministry_version u WHERE u.ministry = s.pk AND u.political_to IS NULL))"
    " FROM stakeholder s WHERE s.kind NOT IN ('population_group', 'region', 'country', 'post') ORDER BY s.id";

static const struct {
  const char *key, *sql;
  g4_export_row add;
} lists[] = {
    {"organizations", organizations_sql, add_organization},
    {"posts",
     "SELECT 'post/' || p.name || '@' || coalesce(p.valid_from, ''), p.name, s.id, p.valid_from, p.valid_to FROM post p"
     " JOIN stakeholder s ON s.pk = p.ministry ORDER BY p.name, p.valid_from",
     add_post},
    {"memberships",
     "SELECT 'membership/' || n.id || '/' || s.id, n.id, s.id, s.name_nl, 'area/' || s.id FROM member m JOIN"
     " stakeholder n ON n.pk = m.network JOIN stakeholder s ON s.pk = m.stakeholder ORDER BY n.id, s.id",
     add_membership},
    {"areas",
     "SELECT 'area/' || s.id, s.name_nl, s.kind, s.cbs_code, (SELECT 'area/' || v.id FROM member m JOIN stakeholder v"
     " ON v.pk = m.province WHERE m.stakeholder = s.pk LIMIT 1) FROM stakeholder s WHERE s.kind IN ('municipality',"
     " 'province', 'region', 'country') ORDER BY s.id",
     add_area},
};

int g4_export_popolo(g4_exporting *e) {
  writer w = {.json = {.sink = &e->sink}};
  int code = G40_OK;
  g4_json_object(&w.json, NULL);
  for (size_t i = 0; i < sizeof lists / sizeof *lists && code == G40_OK; i++) {
    if (i) {
      g4_json_line(&w.json);
    }
    g4_json_array(&w.json, lists[i].key);
    code = g4_export_rows(e, lists[i].sql, NULL, lists[i].add, &w);
    g4_json_array_end(&w.json);
  }
  g4_json_object_end(&w.json);
  g4_sink_char(&e->sink, '\n');
  return code;
}
