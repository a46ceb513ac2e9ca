#include <stdlib.h>

#include "query/listing.h"
#include "query/network.h"

static const g40_reasons *make_positions(const g4_network *in, const g4_edge *from) {
  void *rows = NULL;
  size_t count = from->positions.count;
  g40_reasons *positions = g4_loader_array(in->loader, count, (int64_t)count, sizeof(g40_reason), &rows);
  for (size_t i = 0; positions && i < count; i++) {
    const g4_behind *one = &in->behind.items[from->positions.items[i]];
    positions->rows[i].id = one->id;
    positions->rows[i].kind = one->kind;
    positions->rows[i].text = one->text;
  }
  return positions;
}

static void fill(const g4_network *in, const g4_edge *from, g40_edge *row) {
  static const g4_indices none = {0};
  g4_loader *loader = in->loader;
  const g4_registry *registry = &loader->session->registry;
  const g4_node *start = &in->nodes.items[from->from], *end = &in->nodes.items[from->to];
  row->kind = g4_edge_kind_name(from->kind);
  row->from_id = start->id;
  row->from_name = start->name;
  row->to_id = end->id;
  row->to_name = end->name;
  row->weight = (int64_t)from->positions.count;
  row->positions = make_positions(in, from);
  row->relation = g4_loader_copy(loader, from->relation);
  if (end->version == G4_NO_VERSION) {
    row->now = g4_loader_ministries(loader, registry, &none, false);
    return;
  }
  g40_ministry then = {.owner = loader->owner};
  g4_loader_ministry(loader, registry, end->version, &then);
  row->to_version = then.version;
  row->to_abbreviation = then.abbreviation;
  row->to_name = then.name;
  row->now = g4_loader_now(loader, registry, end->version, 0, &row->before_registry);
}

static int make_rows(const g4_network *in, size_t limit, g40_edges **result) {
  size_t count = in->edges.count, kept = limit && limit < count ? limit : count;
  void *rows = NULL;
  const g4_edge **order = g4_network_order(in);
  g40_edges *made = order ? g4_loader_array(in->loader, kept, (int64_t)count, sizeof(g40_edge), &rows) : NULL;
  for (size_t i = 0; made && i < kept; i++) {
    fill(in, order[i], &made->rows[i]);
  }
  free(order);
  *result = made;
  return made ? G40_OK : g4_nomem(in->err);
}

g40_edges *g4_answer_network(g4_session *session, const char *between, const char *relation, const g40_query *query,
                             g40_error *err) {
  g4_loader loader;
  g4_network in = {.loader = &loader, .with_texts = true, .err = err};
  g40_edges *edges = NULL;
  if (g4_network_check(between, relation, err) != G40_OK || g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  int code = g4_network_read(&in, between, relation, query);
  code = code == G40_OK ? make_rows(&in, query ? (size_t)query->limit : 0, &edges) : code;
  g4_network_free(&in);
  return g4_loader_end(&loader, code, edges);
}
