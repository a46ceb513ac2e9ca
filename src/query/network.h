/* Who occurs with whom, counted: the nodes, and the edges with the positions behind them. */
#ifndef G4_QUERY_NETWORK_H
#define G4_QUERY_NETWORK_H

#include "base/map.h"
#include "query/loader.h"

typedef enum { G4_NODE_STAKEHOLDER, G4_NODE_MINISTRY, G4_NODE_THEME } g4_node_type;
typedef enum { G4_EDGE_STAKEHOLDERS, G4_EDGE_STAKEHOLDER_MINISTRY, G4_EDGE_THEME_MINISTRY, G4_EDGE_KINDS } g4_edge_kind;

/* Names are kept in the loader's arena. */
typedef struct {
  g4_node_type type;
  const char *id, *name, *name_en, *kind; /* the last two may be NULL */
  int version;                            /* of a ministry; or G4_NO_VERSION */
} g4_node;

/* A node in the position in hand. */
typedef struct {
  size_t node;
  const char *relation; /* of a ministry: named, responsible, or the role asked for; NULL for others */
} g4_network_part;

typedef struct {
  g4_edge_kind kind;
  const char *relation;
  size_t from, to;            /* nodes */
  G4_VEC(uint32_t) positions; /* ascending; indices into the network's */
} g4_edge;

typedef struct {
  g4_loader *loader;
  bool wanted[G4_EDGE_KINDS];
  const char *relation; /* NULL: named and responsible */
  g4_arena keys;        /* of the maps */
  g4_map nodes_by_key, edges_by_key;
  G4_VEC(g4_node) nodes;
  G4_VEC(int64_t) positions; /* their keys in the table, in reading order */
  G4_VEC(g4_edge) edges;
  G4_VEC(g4_network_part) parts; /* of the position in hand */
  g40_error *err;
} g4_network;

const char *g4_edge_kind_name(g4_edge_kind kind);
/* Whether these words are kinds of edges and relations; NULL is always good. G40_ARGUMENT or 0. */
int g4_network_check(const char *between, const char *relation, g40_error *err);
/* Counts into a network whose loader and err are set. Free it in every case. */
int g4_network_read(g4_network *in, const char *between, const char *relation, const g40_query *query);
/* The edges in the order of listings, the heaviest first; NULL: out of memory. To be freed. */
const g4_edge **g4_network_order(const g4_network *in);
void g4_network_free(g4_network *in);

#endif
