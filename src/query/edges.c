#include <stdlib.h>

#include "query/listing.h"
#include "query/network.h"

/* Edges, and the positions behind those that are kept: each is read once. */
typedef struct {
  const g4_network *network;
  g4_loader *loader;
  g40_reason *positions; /* as in the network; without an id: not read yet */
} making;

static int read_position(const making *in, size_t i) {
  static const char sql[] = "SELECT p.pk, " G4_REASON_COLUMNS " FROM position p" G4_REASON_TABLES " WHERE p.pk = ?";
  g4_store *store = in->loader->session->store;
  g40_error *err = in->loader->err;
  sqlite3_stmt *row = g4_store_statement(store, sql, err);
  int code = row ? g4_store_bind(store, row, err, "i", in->network->positions.items[i]) : err->code;
  code = code == G40_OK ? g4_store_step(store, row, err) : code;
  if (code == 1) {
    in->loader->row = row;
    in->positions[i].owner = in->loader->owner;
    g4_read_reason(in->loader, &in->positions[i]);
  }
  if (row) {
    g4_store_done(row);
  }
  return code < 0 ? code : G40_OK;
}

static int make_positions(const making *in, const g4_edge *from, const g40_reasons **positions) {
  void *rows = NULL;
  size_t count = from->positions.count;
  g40_reasons *made = g4_loader_array(in->loader, count, (int64_t)count, sizeof(g40_reason), &rows);
  int code = made ? G40_OK : g4_nomem(in->loader->err);
  for (size_t i = 0; i < count && code == G40_OK; i++) {
    uint32_t place = from->positions.items[i];
    code = in->positions[place].id ? G40_OK : read_position(in, place);
    if (in->positions[place].id) {
      made->rows[i] = in->positions[place];
    }
  }
  *positions = made;
  return code;
}

static int fill(const making *in, const g4_edge *from, g40_edge *row) {
  static const g4_indices none = {0};
  g4_loader *loader = in->loader;
  const g4_registry *registry = &loader->session->registry;
  const g4_node *nodes = in->network->nodes.items, *start = &nodes[from->from], *end = &nodes[from->to];
  row->kind = g4_edge_kind_name(from->kind);
  row->from_id = start->id;
  row->from_name = start->name;
  row->to_id = end->id;
  row->to_name = end->name;
  row->from_name_en = start->name_en;
  row->to_name_en = end->name_en;
  row->weight = (int64_t)from->positions.count;
  int code = make_positions(in, from, &row->positions);
  row->relation = g4_loader_copy(loader, from->relation);
  if (end->version == G4_NO_VERSION) {
    row->now = g4_loader_ministries(loader, registry, &none, false);
    return code;
  }
  g40_ministry then = {.owner = loader->owner};
  g4_loader_ministry(loader, registry, end->version, &then);
  row->to_version = then.version;
  row->to_abbreviation = then.abbreviation;
  row->to_name = then.name;
  row->now = g4_loader_now(loader, registry, end->version, 0, &row->before_registry);
  return code;
}

static int make_rows(const g4_network *network, size_t limit, g40_edges **result) {
  size_t count = network->edges.count, kept = limit && limit < count ? limit : count;
  void *rows = NULL;
  making in = {.network = network, .loader = network->loader};
  in.positions = calloc(network->positions.count + 1, sizeof *in.positions);
  const g4_edge **order = in.positions ? g4_network_order(network) : NULL;
  g40_edges *made = order ? g4_loader_array(in.loader, kept, (int64_t)count, sizeof(g40_edge), &rows) : NULL;
  int code = made ? G40_OK : g4_nomem(network->err);
  for (size_t i = 0; i < kept && code == G40_OK; i++) {
    code = fill(&in, order[i], &made->rows[i]);
  }
  free(order);
  free(in.positions);
  *result = made;
  return code;
}

g40_edges *g4_answer_network(g4_session *session, const char *between, const char *relation, const g40_query *query,
                             g40_error *err) {
  g4_loader loader;
  g4_network in = {.loader = &loader, .err = err};
  g40_edges *edges = NULL;
  if (g4_network_check(between, relation, err) != G40_OK || g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_network_read(&in, between, relation, query);
  code = code == G40_OK ? make_rows(&in, query ? (size_t)query->limit : 0, &edges) : code;
  g4_network_free(&in);
  return g4_loader_end(&loader, code, edges);
}
