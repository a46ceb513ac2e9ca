/* Who occurs with whom: what positions name, read position by position, and counted in pairs. */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "model/vocabulary.h"
#include "query/listing.h"
#include "query/loader.h"
#include "query/meant.h"

typedef enum { STAKEHOLDER, MINISTRY, THEME } node_type;
typedef enum { STAKEHOLDERS, STAKEHOLDER_MINISTRY, THEME_MINISTRY, KINDS } edge_kind;

static const char *const kind_names[KINDS] = {"stakeholder-stakeholder", "stakeholder-ministry", "theme-ministry"};

typedef struct {
  node_type type;
  const char *id, *name;
  int version; /* of a ministry; or G4_NO_VERSION */
} node;

/* A node in the position in hand. */
typedef struct {
  size_t node;
  const char *relation; /* of a ministry: named, responsible, or the role asked for; NULL for others */
} part;

typedef struct {
  const char *id, *kind, *text;
} behind;

typedef struct {
  edge_kind kind;
  const char *relation;
  size_t from, to;            /* nodes */
  G4_VEC(uint32_t) positions; /* ascending */
} edge;

typedef struct {
  g4_loader *loader;
  bool wanted[KINDS];
  const char *relation; /* NULL: named and responsible */
  g4_arena keys;        /* of the maps */
  g4_map nodes_by_key, edges_by_key;
  G4_VEC(node) nodes;
  G4_VEC(behind) positions;
  G4_VEC(edge) edges;
  G4_VEC(part) parts; /* of the position in hand */
  g40_error *err;
} network;

/* --- maps */

/* The value under the key, or a new one under a copy of it. */
static int intern(network *in, g4_map *map, const g4_buf *key, size_t next, size_t *value, bool *is_new) {
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

static int find_node(network *in, node_type type, const char *id, const char *name, int version, size_t *found) {
  g4_buf key = {0};
  bool is_new = false;
  g4_buf_add_format(&key, "%d %d %s", (int)type, version, id);
  int code = intern(in, &in->nodes_by_key, &key, in->nodes.count, found, &is_new);
  g4_buf_free(&key);
  if (code == G40_OK && is_new) {
    g4_arena *arena = &in->loader->owner->arena;
    node one = {type, g4_arena_strdup(arena, id), g4_arena_strdup(arena, name ? name : id), version};
    code = one.id && one.name && g4_vec_push(&in->nodes, one) ? G40_OK : g4_nomem(in->err);
  }
  return code;
}

static int count_edge(network *in, edge_kind kind, size_t from, size_t to, const char *relation) {
  g4_buf key = {0};
  bool is_new = false;
  size_t found = 0;
  uint32_t position = (uint32_t)in->positions.count - 1;
  g4_buf_add_format(&key, "%d %zu %zu %s", (int)kind, from, to, relation ? relation : "");
  int code = intern(in, &in->edges_by_key, &key, in->edges.count, &found, &is_new);
  g4_buf_free(&key);
  if (code == G40_OK && is_new && !g4_vec_push(&in->edges, (edge){.kind = kind, relation, from, to})) {
    code = g4_nomem(in->err);
  }
  if (code == G40_OK && !g4_vec_push(&in->edges.items[found].positions, position)) {
    code = g4_nomem(in->err);
  }
  return code;
}

/* --- positions */

static int count_pair(network *in, part a, part b) {
  const node *x = &in->nodes.items[a.node], *y = &in->nodes.items[b.node];
  if (x->type == STAKEHOLDER && y->type == STAKEHOLDER && in->wanted[STAKEHOLDERS]) {
    bool first = strcmp(x->id, y->id) < 0;
    return count_edge(in, STAKEHOLDERS, first ? a.node : b.node, first ? b.node : a.node, NULL);
  }
  edge_kind kind = x->type == THEME ? THEME_MINISTRY : STAKEHOLDER_MINISTRY;
  if (x->type != MINISTRY && y->type == MINISTRY && in->wanted[kind]) {
    return count_edge(in, kind, a.node, b.node, b.relation);
  }
  return G40_OK;
}

/* Parts come as stakeholders, theme, ministries. */
static int count_parts(network *in) {
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
static int add_part(network *in, size_t node_index, const char *relation) {
  for (size_t i = 0; i < in->parts.count; i++) {
    if (in->parts.items[i].node == node_index && in->parts.items[i].relation == relation) {
      return G40_OK;
    }
  }
  return g4_vec_push(&in->parts, (part){node_index, relation}) ? G40_OK : g4_nomem(in->err);
}

/* How a ministry takes part; NULL: not in the way asked for. */
static const char *relation_of(const network *in, const char *role) {
  bool responsible = strcmp(role, "responsible") == 0;
  const char *sort = responsible ? "responsible" : "named";
  if (!in->relation || strcmp(in->relation, sort) == 0) {
    return sort;
  }
  return strcmp(in->relation, role) == 0 ? in->relation : NULL;
}

/* Columns: pk, sort, id, name, role, as_written, date; then the position's. */
static int read_part(network *in) {
  sqlite3_stmt *row = in->loader->row;
  node_type type = (node_type)sqlite3_column_int(row, 1);
  const char *id = (const char *)sqlite3_column_text(row, 2), *name = (const char *)sqlite3_column_text(row, 3);
  const char *role = (const char *)sqlite3_column_text(row, 4), *written = (const char *)sqlite3_column_text(row, 5);
  const char *date = (const char *)sqlite3_column_text(row, 6), *relation = NULL;
  int version = G4_NO_VERSION, code = G40_OK;
  size_t found = 0;
  if (!id || (type == MINISTRY && !(relation = relation_of(in, role ? role : "")))) {
    return G40_OK;
  }
  if (type == MINISTRY) {
    g4_date on = 0;
    if (date && !g4_date_parse(date, &on)) {
      on = 0;
    }
    code = g4_version_meant(in->loader->session, id, written, on, &version, in->err);
  }
  code = code == G40_OK ? find_node(in, type, id, name, version, &found) : code;
  return code == G40_OK ? add_part(in, found, relation) : code;
}

static int start_position(network *in) {
  behind one = {g4_loader_text(in->loader, 7), g4_loader_text(in->loader, 8),
                g4_loader_text(in->loader, in->loader->with_contacts ? 9 : 10)};
  if (in->loader->failed) {
    return g4_store_failed(in->loader->failed, in->err);
  }
  return in->positions.count < UINT32_MAX && g4_vec_push(&in->positions, one) ? G40_OK : g4_nomem(in->err);
}

#define OF_POSITION ", p.id, p.kind, q.text, coalesce(q.masked_text, q.text)"
#define POSITION                                                         \
  " JOIN position p ON p.pk = h.pk JOIN document d ON d.pk = p.document" \
  " JOIN position_passage q ON q.position = p.pk AND q.ordinal = 1"

/* Themes come between, so that ministries are always the second of a pair. */
static const char parts_sql[] =
    ") SELECT h.pk, 0, s.id, s.name_nl, r.role, NULL, NULL" OF_POSITION ", 0, r.ordinal FROM hits h" POSITION
    " JOIN position_role r ON r.position = p.pk AND r.actor <> 'ministry' JOIN stakeholder s ON s.pk = r.stakeholder"
    " UNION ALL SELECT h.pk, 2, t.id, t.label_nl, NULL, NULL, NULL" OF_POSITION ", 1, 0 FROM hits h" POSITION
    " JOIN theme t ON t.pk = p.theme"
    " UNION ALL SELECT h.pk, 1, s.id, s.name_nl, r.role, r.as_written, d.date_issued" OF_POSITION
    ", 2, r.ordinal FROM hits h" POSITION
    " JOIN position_role r ON r.position = p.pk AND r.actor = 'ministry' JOIN stakeholder s ON s.pk = r.stakeholder"
    " UNION ALL SELECT h.pk, 1, s.id, s.name_nl, 'responsible', NULL, d.date_issued" OF_POSITION
    ", 3, r.ministry FROM hits h" POSITION
    " JOIN position_responsible r ON r.position = p.pk JOIN stakeholder s ON s.pk = r.ministry"
    " ORDER BY 1, 12, 13";

static int read_rows(network *in, sqlite3_stmt *row) {
  int64_t current = -1;
  int code = G40_OK;
  while (code == G40_OK && (code = g4_store_step(in->loader->session->store, row, in->err)) == 1) {
    in->loader->row = row;
    code = G40_OK;
    if (sqlite3_column_int64(row, 0) != current) {
      current = sqlite3_column_int64(row, 0);
      code = count_parts(in);
      code = code == G40_OK ? start_position(in) : code;
    }
    code = code == G40_OK ? read_part(in) : code;
  }
  return code == G40_OK ? count_parts(in) : code;
}

static int read_network(network *in, const g40_query *query) {
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

/* --- rows */

static int compare_nodes(const node *a, const node *b, const g4_registry *registry) {
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
  const edge *edge;
  const node *from, *to;
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

static const g40_reasons *make_positions(const network *in, const edge *from) {
  void *rows = NULL;
  size_t count = from->positions.count;
  g40_reasons *positions = g4_loader_array(in->loader, count, (int64_t)count, sizeof(g40_reason), &rows);
  for (size_t i = 0; positions && i < count; i++) {
    const behind *one = &in->positions.items[from->positions.items[i]];
    positions->rows[i].id = one->id;
    positions->rows[i].kind = one->kind;
    positions->rows[i].text = one->text;
  }
  return positions;
}

static void fill(const network *in, const ranked *from, g40_edge *row) {
  static const g4_indices none = {0};
  g4_loader *loader = in->loader;
  row->kind = kind_names[from->edge->kind];
  row->from_id = from->from->id;
  row->from_name = from->from->name;
  row->to_id = from->to->id;
  row->to_name = from->to->name;
  row->weight = (int64_t)from->edge->positions.count;
  row->positions = make_positions(in, from->edge);
  if (from->edge->relation) {
    row->relation = g4_arena_strdup(&loader->owner->arena, from->edge->relation);
    loader->failed |= !row->relation;
  }
  if (from->to->version == G4_NO_VERSION) {
    row->now = g4_loader_ministries(loader, from->registry, &none, false);
    return;
  }
  g40_ministry then = {.owner = loader->owner};
  g4_loader_ministry(loader, from->registry, from->to->version, &then);
  row->to_version = then.version;
  row->to_abbreviation = then.abbreviation;
  row->to_name = then.name;
  row->now = g4_loader_now(loader, from->registry, from->to->version, 0, &row->before_registry);
}

static int make_rows(const network *in, size_t limit, g40_edges **result) {
  size_t count = in->edges.count, kept = limit && limit < count ? limit : count;
  void *rows = NULL;
  ranked *order = calloc(count + 1, sizeof *order);
  g40_edges *made = order ? g4_loader_array(in->loader, kept, (int64_t)count, sizeof(g40_edge), &rows) : NULL;
  for (size_t i = 0; made && i < count; i++) {
    const edge *one = &in->edges.items[i];
    order[i] = (ranked){one, &in->nodes.items[one->from], &in->nodes.items[one->to], &in->loader->session->registry};
  }
  if (made && count > 1) {
    qsort(order, count, sizeof *order, compare_ranked);
  }
  for (size_t i = 0; made && i < kept; i++) {
    fill(in, &order[i], &made->rows[i]);
  }
  free(order);
  *result = made;
  return made ? G40_OK : g4_nomem(in->err);
}

static void free_network(network *in) {
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

/* --- what is asked for */

static int check_between(network *in, const char *between) {
  bool any = false;
  for (int i = 0; i < KINDS; i++) {
    in->wanted[i] = !between || strcmp(between, kind_names[i]) == 0;
    any |= in->wanted[i];
  }
  return any ? G40_OK
             : g4_fail(in->err, G40_ARGUMENT,
                       "between '%.40s' is none of stakeholder-stakeholder, stakeholder-ministry, theme-ministry",
                       between);
}

static int check_relation(const network *in) {
  const char *word = in->relation;
  return !word || strcmp(word, "responsible") == 0 || strcmp(word, "named") == 0 || g4_is_code(g4_role_codes, word)
             ? G40_OK
             : g4_fail(in->err, G40_ARGUMENT, "relation '%.40s' is none of responsible, named, or a role", word);
}

g40_edges *g4_answer_network(g4_session *session, const char *between, const char *relation, const g40_query *query,
                             g40_error *err) {
  g4_loader loader;
  network in = {.loader = &loader, .relation = relation, .err = err};
  g40_edges *edges = NULL;
  if (check_between(&in, between) != G40_OK || check_relation(&in) != G40_OK ||
      g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = read_network(&in, query);
  code = code == G40_OK ? make_rows(&in, query ? (size_t)query->limit : 0, &edges) : code;
  free_network(&in);
  return g4_loader_end(&loader, code, edges);
}
