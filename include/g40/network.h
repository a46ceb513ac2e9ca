/* g40/network.h - who occurs with whom: edges between stakeholders, ministries and themes, with the positions behind
 * them.
 *
 * Two occur together where one position names both. A ministry is the version that its name meant on the document's
 * date; it is named in the text, or responsible by portfolio, which are different edges.
 */
#ifndef G40_NETWORK_H
#define G40_NETWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "g40/db.h"
#include "g40/ministry.h"
#include "g40/position.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Two that occur together, and an array of them. Opaque. Since 0.1. */
typedef struct g40_edge g40_edge;
typedef struct g40_edges g40_edges;

/* --- the network ----------------------------------------------------------------------------------------------- */

/** Edges of the positions that pass the filters of `query`, the heaviest first, then by kind and by ids. `between`
 * is stakeholder-stakeholder, stakeholder-ministry or theme-ministry (NULL: all three). `relation` says how a ministry
 * takes part: responsible, named (in any role), or one role, such as addressee (NULL: named and responsible). Names
 * that the registry does not resolve are in no edge. The limit of `query` counts edges (0: all). NULL on failure:
 * G40_ARGUMENT for another word, G40_NOT_FOUND for an unknown name in a filter. Free with g40_edges_free(). Since 0.1.
 */
G40_API g40_edges *g40_db_network(g40_db *db, const char *between, const char *relation, const g40_query *query,
                                  g40_error *err);

/** Rows held; edges without the limit; row i, owned by the array, or NULL past the end; one more owner of the array;
 * one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_edges_count(const g40_edges *edges);
G40_API int64_t g40_edges_total(const g40_edges *edges);
G40_API const g40_edge *g40_edges_at(const g40_edges *edges, size_t i);
G40_API const g40_edges *g40_edges_retain(const g40_edges *edges);
G40_API void g40_edges_free(const g40_edges *edges);

/* --- an edge --------------------------------------------------------------------------------------------------- */

/** stakeholder-stakeholder, stakeholder-ministry or theme-ministry. Never NULL. Since 0.1. */
G40_API const char *g40_edge_kind(const g40_edge *edge);
/** How the ministry takes part: named, responsible or the role that was asked for; NULL between stakeholders. Since
 * 0.1. */
G40_API const char *g40_edge_relation(const g40_edge *edge);
/** Id and Dutch name of both ends; between stakeholders the one whose id comes first is `from`. Never NULL. Since 0.1.
 */
G40_API const char *g40_edge_from_id(const g40_edge *edge);
G40_API const char *g40_edge_from_name(const g40_edge *edge);
G40_API const char *g40_edge_to_id(const g40_edge *edge);
G40_API const char *g40_edge_to_name(const g40_edge *edge);
/** English names of both, where the registry has them; else NULL. Since 0.1. */
G40_API const char *g40_edge_from_name_en(const g40_edge *edge);
G40_API const char *g40_edge_to_name_en(const g40_edge *edge);
/** Of a ministry: the version and its abbreviation. NULL for stakeholders, and where the document's date leaves the
 * version open. Since 0.1. */
G40_API const char *g40_edge_to_version(const g40_edge *edge);
G40_API const char *g40_edge_to_abbreviation(const g40_edge *edge);
/** Who answers for that version now (see g40_query_set_as_of()). Never NULL, maybe empty. Since 0.1. */
G40_API const g40_ministries *g40_edge_now(const g40_edge *edge);
/** Whether the look-up of `now` ran out of what the registry knows, backwards. Since 0.1. */
G40_API bool g40_edge_before_registry(const g40_edge *edge);
/** How many positions name both, and which. Never NULL. Since 0.1. */
G40_API int64_t g40_edge_weight(const g40_edge *edge);
G40_API const g40_reasons *g40_edge_positions(const g40_edge *edge);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_edge *g40_edge_retain(const g40_edge *edge);
G40_API void g40_edge_release(const g40_edge *edge);

#ifdef __cplusplus
}
#endif

#endif
