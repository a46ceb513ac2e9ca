#include "query/network.h"

#include <stdlib.h>
#include <string.h>

#include "model/vocabulary.h"
#include "query/meant.h"

static const char *const kind_names[G4_EDGE_KINDS] = {"stakeholder-stakeholder", "stakeholder-ministry",
                                                      "theme-ministry"};

const char *g4_edge_kind_name(g4_edge_kind kind) { return kind_names[kind]; }

/* --- maps */

/* The value under the key, or a new one under a copy of it. */
static int intern(g4_network *in, g4_map *map, const g4_buf *key, size_t next, size_t *value, bool *is_new) {
  if (key->failed) {
    return g4_nomem(in->err);
  }
  *is_new = !g4_map_get(map, g4_buf_text(key), key->length, value);
  if (!*is_new) {
    return G40_OK;
  }
  *value = next;
  const char *copy = g4_arena_strndup(&in->keys, g4_buf_text(key), key->length);
  return copy && g4_map_put(map, copy, key->length, next) ? G40_OK : g4_nomem(in->err);
}

/* Columns of the current row: 2 id, 3 Dutch name, 7 English name, 8 kind. */
static int find_node(g4_network *in, g4_node_type type, const char *id, int version, size_t *found) {
  g4_buf key = {0};
  bool is_new = false;
  g4_buf_add_format(&key, "%d %d %s", (int)type, version, id);
  int code = intern(in, &in->nodes_by_key, &key, in->nodes.count, found, &is_new);
  g4_buf_free(&key);
  if (code == G40_OK && is_new) {
    g4_loader *loader = in->loader;
    g4_node one = {type,
                   g4_loader_text(loader, 2),
                   g4_loader_text(loader, 3),
                   g4_loader_text(loader, 7),
                   g4_loader_text(loader, 8),
                   version};
    one.name = one.name ? one.name : one.id;
    code = loader->failed                 ? g4_store_failed(loader->failed, in->err)
           : g4_vec_push(&in->nodes, one) ? G40_OK
                                          : g4_nomem(in->err);
  }
  return code;
}

static int count_edge(g4_network *in, g4_edge_kind kind, size_t from, size_t to, const char *relation) {
  g4_buf key = {0};
  bool is_new = false;
  size_t found = 0;
  uint32_t position = (uint32_t)in->positions.count - 1;
  g4_buf_add_format(&key, "%d %zu %zu %s", (int)kind, from, to, relation ? relation : "");
  int code = intern(in, &in->edges_by_key, &key, in->edges.count, &found, &is_new);
  g4_buf_free(&key);
  if (code == G40_OK && is_new && !g4_vec_push(&in->edges, (g4_edge){.kind = kind, relation, from, to})) {
    code = g4_nomem(in->err);
  }
  if (code == G40_OK && !g4_vec_push(&in->edges.items[found].positions, position)) {
    code = g4_nomem(in->err);
  }
  return code;
}

/* --- positions */

static int count_pair(g4_network *in, g4_network_part a, g4_network_part b) {
  const g4_node *x = &in->nodes.items[a.node], *y = &in->nodes.items[b.node];
  if (x->type == G4_NODE_STAKEHOLDER && y->type == G4_NODE_STAKEHOLDER && in->wanted[G4_EDGE_STAKEHOLDERS]) {
    bool first = strcmp(x->id, y->id) < 0;
    return count_edge(in, G4_EDGE_STAKEHOLDERS, first ? a.node : b.node, first ? b.node : a.node, NULL);
  }
  g4_edge_kind kind = x->type == G4_NODE_THEME ? G4_EDGE_THEME_MINISTRY : G4_EDGE_STAKEHOLDER_MINISTRY;
  if (x->type != G4_NODE_MINISTRY && y->type == G4_NODE_MINISTRY && in->wanted[kind]) {
    return count_edge(in, kind, a.node, b.node, b.relation);
  }
  return G40_OK;
}

/* Parts come as stakeholders, theme, ministries. */
static int count_parts(g4_network *in) {
  int code = G40_OK;
  for (size_t i = 0; i < in->parts.count && code == G40_OK; i++) {
    for (size_t k = i + 1; k < in->parts.count && code == G40_OK; k++) {
      code = count_pair(in, in->parts.items[i], in->parts.items[k]);
    }
  }
  in->parts.count = 0;
  return code;
}

/* A thing counts once a position, however often it is named there. */
static int add_part(g4_network *in, size_t node_index, const char *relation) {
  for (size_t i = 0; i < in->parts.count; i++) {
    if (in->parts.items[i].node == node_index && in->parts.items[i].relation == relation) {
      return G40_OK;
    }
  }
  return g4_vec_push(&in->parts, (g4_network_part){node_index, relation}) ? G40_OK : g4_nomem(in->err);
}

/* How a ministry takes part; NULL: not in the way asked for. */
static const char *relation_of(const g4_network *in, const char *role) {
  bool responsible = strcmp(role, "responsible") == 0;
  const char *sort = responsible ? "responsible" : "named";
  if (!in->relation || strcmp(in->relation, sort) == 0) {
    return sort;
  }
  return strcmp(in->relation, role) == 0 ? in->relation : NULL;
}

/* Columns: pk, sort, id, name, role, as_written, date; then what find_node() reads. */
static int read_part(g4_network *in) {
  sqlite3_stmt *row = in->loader->row;
  g4_node_type type = (g4_node_type)sqlite3_column_int(row, 1);
  const char *id = (const char *)sqlite3_column_text(row, 2);
  const char *role = (const char *)sqlite3_column_text(row, 4), *written = (const char *)sqlite3_column_text(row, 5);
  const char *date = (const char *)sqlite3_column_text(row, 6), *relation = NULL;
  int version = G4_NO_VERSION, code = G40_OK;
  size_t found = 0;
  if (!id || (type == G4_NODE_MINISTRY && !(relation = relation_of(in, role ? role : "")))) {
    return G40_OK;
  }
  if (type == G4_NODE_MINISTRY) {
    g4_date on = 0;
    if (date && !g4_date_parse(date, &on)) {
      on = 0;
    }
    code = g4_version_meant(in->loader->session, id, written, on, &version, in->err);
  }
  code = code == G40_OK ? find_node(in, type, id, version, &found) : code;
  return code == G40_OK ? add_part(in, found, relation) : code;
}

static int start_position(g4_network *in, int64_t pk) {
  return in->positions.count < UINT32_MAX && g4_vec_push(&in->positions, pk) ? G40_OK : g4_nomem(in->err);
}

#define POSITION " FROM hits h JOIN position p ON p.pk = h.pk"
#define DATED POSITION " JOIN document d ON d.pk = p.document"

/* Themes come between, so that ministries are always the second of a pair. */
static const char parts_sql[] =
    ") SELECT h.pk, 0, s.id, s.name_nl, r.role, NULL, NULL, s.name_en, s.kind, 0, r.ordinal" POSITION
    " JOIN position_role r ON r.position = p.pk AND r.actor <> 'ministry' JOIN stakeholder s ON s.pk = r.stakeholder"
    " UNION ALL SELECT h.pk, 2, t.id, t.label_nl, NULL, NULL, NULL, t.label_en, NULL, 1, 0" POSITION
    " JOIN theme t ON t.pk = p.theme"
    " UNION ALL SELECT h.pk, 1, s.id, s.name_nl, r.role, r.as_written, d.date_issued, s.name_en, s.kind, 2, "
    "r.ordinal" DATED
    " JOIN position_role r ON r.position = p.pk AND r.actor = 'ministry' JOIN stakeholder s ON s.pk = r.stakeholder"
    " UNION ALL SELECT h.pk, 1, s.id, s.name_nl, 'responsible', NULL, d.date_issued, s.name_en, s.kind, 3, "
    "r.ministry" DATED
    " JOIN position_responsible r ON r.position = p.pk JOIN stakeholder s ON s.pk = r.ministry"
    " ORDER BY 1, 10, 11";

static int read_rows(g4_network *in, sqlite3_stmt *row) {
  int64_t current = -1;
  int code = G40_OK;
  while (code == G40_OK && (code = g4_store_step(in->loader->session->store, row, in->err)) == 1) {
    in->loader->row = row;
    code = G40_OK;
    if (sqlite3_column_int64(row, 0) != current) {
      current = sqlite3_column_int64(row, 0);
      code = count_parts(in);
      code = code == G40_OK ? start_position(in, current) : code;
    }
    code = code == G40_OK ? read_part(in) : code;
  }
  return code == G40_OK ? count_parts(in) : code;
}

static int count_network(g4_network *in, const g40_query *query) {
  g4_session *session = in->loader->session;
  g4_filter filter;
  g4_buf sql = {0};
  int code =
      g4_session_ministries(session, in->err) ? g4_filter_build(session, query, &filter, in->err) : in->err->code;
  if (code != G40_OK) {
    return code;
  }
  g4_buf_add_text(&sql, "WITH hits(pk) AS (SELECT p.pk FROM position p WHERE 1");
  g4_buf_add_text(&sql, g4_buf_text(&filter.condition));
  g4_buf_add_text(&sql, parts_sql);
  sqlite3_stmt *row = sql.failed ? NULL : g4_store_prepare(session->store, g4_buf_text(&sql), in->err);
  code = sql.failed ? g4_nomem(in->err) : row ? g4_filter_bind(session, &filter, row, 1, in->err) : in->err->code;
  code = code == G40_OK ? read_rows(in, row) : code;
  sqlite3_finalize(row);
  g4_buf_free(&sql);
  g4_filter_free(&filter);
  return code;
}

/* --- order */

static int compare_nodes(const g4_node *a, const g4_node *b, const g4_registry *registry) {
  int order = strcmp(a->id, b->id);
  if (order || a->version == b->version) {
    return order;
  }
  if (a->version == G4_NO_VERSION || b->version == G4_NO_VERSION) {
    return a->version == G4_NO_VERSION ? -1 : 1;
  }
  return strcmp(registry->versions.items[a->version].key, registry->versions.items[b->version].key);
}

/* What qsort() needs to see; edges are sorted in place, so a sorted list of these is made. */
typedef struct {
  const g4_edge *edge;
  const g4_node *from, *to;
  const g4_registry *registry;
} ranked;

static int compare_ranked(const void *a, const void *b) {
  const ranked *x = a, *y = b;
  if (x->edge->positions.count != y->edge->positions.count) {
    return x->edge->positions.count > y->edge->positions.count ? -1 : 1;
  }
  if (x->edge->kind != y->edge->kind) {
    return x->edge->kind < y->edge->kind ? -1 : 1;
  }
  int order = compare_nodes(x->from, y->from, x->registry);
  order = order ? order : compare_nodes(x->to, y->to, x->registry);
  return order || !x->edge->relation ? order : strcmp(x->edge->relation, y->edge->relation);
}

const g4_edge **g4_network_order(const g4_network *in) {
  size_t count = in->edges.count;
  ranked *order = calloc(count + 1, sizeof *order);
  const g4_edge **edges = order ? calloc(count + 1, sizeof *edges) : NULL;
  for (size_t i = 0; edges && i < count; i++) {
    const g4_edge *one = &in->edges.items[i];
    order[i] = (ranked){one, &in->nodes.items[one->from], &in->nodes.items[one->to], &in->loader->session->registry};
  }
  if (edges && count > 1) {
    qsort(order, count, sizeof *order, compare_ranked);
  }
  for (size_t i = 0; edges && i < count; i++) {
    edges[i] = order[i].edge;
  }
  free(order);
  return edges;
}

/* --- what is asked for */

int g4_network_check(const char *between, const char *relation, g40_error *err) {
  bool known = !between;
  for (int i = 0; i < G4_EDGE_KINDS && !known; i++) {
    known = strcmp(between, kind_names[i]) == 0;
  }
  if (!known) {
    return g4_fail(err, G40_ARGUMENT,
                   "between '%.40s' is none of stakeholder-stakeholder, stakeholder-ministry, theme-ministry", between);
  }
  known = !relation || strcmp(relation, "responsible") == 0 || strcmp(relation, "named") == 0 ||
          g4_is_code(g4_role_codes, relation);
  return known ? G40_OK
               : g4_fail(err, G40_ARGUMENT, "relation '%.40s' is none of responsible, named, or a role", relation);
}

int g4_network_read(g4_network *in, const char *between, const char *relation, const g40_query *query) {
  int code = g4_network_check(between, relation, in->err);
  in->relation = relation;
  for (int i = 0; i < G4_EDGE_KINDS; i++) {
    in->wanted[i] = !between || strcmp(between, kind_names[i]) == 0;
  }
  return code == G40_OK ? count_network(in, query) : code;
}

void g4_network_free(g4_network *in) {
  for (size_t i = 0; i < in->edges.count; i++) {
    g4_vec_free(&in->edges.items[i].positions);
  }
  g4_vec_free(&in->edges);
  g4_vec_free(&in->nodes);
  g4_vec_free(&in->positions);
  g4_vec_free(&in->parts);
  g4_map_free(&in->nodes_by_key);
  g4_map_free(&in->edges_by_key);
  g4_arena_free(&in->keys);
}
