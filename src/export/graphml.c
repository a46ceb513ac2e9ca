/* GraphML: the network as graph programs read it. Positions are known by their keys in memory, and their ids are looked
 * up where they are written. */
#include <stdlib.h>

#include "export/export.h"
#include "export/xml.h"
#include "query/network.h"

typedef struct {
  g4_exporting *e;
  g4_network *network;
  const g4_edge **edges; /* in order */
  size_t *numbers;       /* of the nodes, from 1; 0: in no edge */
} writer;

static const struct {
  const char *id, *of, *name, *type;
} keys[] = {
    {"id", "node", "identifier", "string"},
    {"label", "node", "label", "string"},
    {"label_en", "node", "label_en", "string"},
    {"type", "node", "type", "string"},
    {"kind", "node", "kind", "string"},
    {"version", "node", "version", "string"},
    {"abbreviation", "node", "abbreviation", "string"},
    {"valid_from", "node", "valid_from", "string"},
    {"valid_to", "node", "valid_to", "string"},
    {"between", "edge", "kind", "string"},
    {"relation", "edge", "relation", "string"},
    {"weight", "edge", "weight", "int"},
    {"positions", "edge", "positions", "string"},
};

static const char *const type_names[] = {"stakeholder", "ministry", "theme"};

static void put(g4_exporting *e, const char *key, const char *text) {
  if (text) {
    g4_sink_text(&e->sink, "<data key=\"");
    g4_sink_text(&e->sink, key);
    g4_sink_text(&e->sink, "\">");
    g4_xml_text(&e->sink, text);
    g4_sink_text(&e->sink, "</data>");
  }
}

static void put_head(g4_exporting *e) {
  g4_sink_text(&e->sink,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
               " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
               "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n");
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    const char *const parts[] = {"<key id=\"", keys[i].id,        "\" for=\"",  keys[i].of, "\" attr.name=\"",
                                 keys[i].name, "\" attr.type=\"", keys[i].type, "\"/>\n"};
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
      g4_sink_text(&e->sink, parts[k]);
    }
  }
  g4_sink_text(&e->sink, "<graph id=\"network\" edgedefault=\"undirected\">\n");
}

/* --- nodes */

static void put_date(g4_exporting *e, const char *key, g4_date date) {
  char text[G4_DATE_TEXT];
  put(e, key, date ? g4_date_format(date, text) : NULL);
}

static void put_node(const writer *w, const g4_node *node, size_t number) {
  g4_exporting *e = w->e;
  const g4_registry *registry = &e->session->registry;
  const g4_ministry_version *version = node->version == G4_NO_VERSION ? NULL : &registry->versions.items[node->version];
  g4_sink_text(&e->sink, "<node id=\"n");
  g4_sink_number(&e->sink, (int64_t)number);
  g4_sink_text(&e->sink, "\">");
  put(e, "id", node->id);
  put(e, "label", version ? version->name : node->name);
  put(e, "label_en", node->name_en);
  put(e, "type", type_names[node->type]);
  put(e, "kind", node->kind);
  if (version) {
    put(e, "version", version->key);
    put(e, "abbreviation", version->abbreviation);
    put_date(e, "valid_from", version->political.from);
    put_date(e, "valid_to", version->political.to);
  }
  g4_sink_text(&e->sink, "</node>\n");
}

/* In the order in which edges come to them, so that the heaviest come first. */
static void put_nodes(const writer *w) {
  size_t next = 1;
  for (size_t i = 0; i < w->network->edges.count; i++) {
    const size_t ends[] = {w->edges[i]->from, w->edges[i]->to};
    for (int k = 0; k < 2; k++) {
      if (!w->numbers[ends[k]]) {
        w->numbers[ends[k]] = next;
        put_node(w, &w->network->nodes.items[ends[k]], next++);
      }
    }
  }
}

/* --- edges */

static int put_positions(const writer *w, const g4_edge *edge) {
  g4_exporting *e = w->e;
  g4_store *store = e->session->store;
  sqlite3_stmt *row = g4_store_statement(store, "SELECT id FROM position WHERE pk = ?", e->err);
  int code = row ? G40_OK : e->err->code;
  g4_sink_text(&e->sink, "<data key=\"positions\">");
  for (size_t i = 0; i < edge->positions.count && code == G40_OK; i++) {
    code = g4_store_bind(store, row, e->err, "i", w->network->positions.items[edge->positions.items[i]]);
    code = code == G40_OK ? g4_store_step(store, row, e->err) : code;
    const char *id = code == 1 ? g4_export_text(row, 0) : NULL;
    if (id) {
      g4_sink_text(&e->sink, i ? " " : "");
      g4_xml_text(&e->sink, id);
    }
    g4_store_done(row);
    code = code < 0 ? code : G40_OK;
  }
  g4_sink_text(&e->sink, "</data>");
  return code;
}

static int put_edge(const writer *w, const g4_edge *edge, size_t number) {
  g4_exporting *e = w->e;
  g4_sink_text(&e->sink, "<edge id=\"e");
  g4_sink_number(&e->sink, (int64_t)number);
  g4_sink_text(&e->sink, "\" source=\"n");
  g4_sink_number(&e->sink, (int64_t)w->numbers[edge->from]);
  g4_sink_text(&e->sink, "\" target=\"n");
  g4_sink_number(&e->sink, (int64_t)w->numbers[edge->to]);
  g4_sink_text(&e->sink, "\">");
  put(e, "between", g4_edge_kind_name(edge->kind));
  put(e, "relation", edge->relation);
  g4_sink_text(&e->sink, "<data key=\"weight\">");
  g4_sink_number(&e->sink, (int64_t)edge->positions.count);
  g4_sink_text(&e->sink, "</data>");
  int code = put_positions(w, edge);
  g4_sink_text(&e->sink, "</edge>\n");
  return code;
}

static int write_network(writer *w) {
  g4_network *network = w->network;
  int code = G40_OK;
  w->edges = g4_network_order(network);
  w->numbers = calloc(network->nodes.count + 1, sizeof *w->numbers);
  if (!w->edges || !w->numbers) {
    return g4_nomem(w->e->err);
  }
  put_head(w->e);
  put_nodes(w);
  for (size_t i = 0; i < network->edges.count && code == G40_OK && !g4_sink_failed(&w->e->sink); i++) {
    code = put_edge(w, w->edges[i], i + 1);
  }
  g4_sink_text(&w->e->sink, "</graph>\n</graphml>\n");
  return code;
}

int g4_export_graphml(g4_exporting *e) {
  g4_loader loader;
  g4_network network = {.loader = &loader, .err = e->err};
  writer w = {.e = e, .network = &network};
  if (g4_loader_begin(&loader, e->session, e->query, e->err) != G40_OK) {
    return G40_NOMEM;
  }
  int code = g4_network_read(&network, e->settings->between, e->settings->relation, e->query);
  if (code == G40_OK) {
    code = write_network(&w);
  }
  free(w.edges);
  free(w.numbers);
  g4_network_free(&network);
  g4_owner_release(loader.owner);
  return code;
}
