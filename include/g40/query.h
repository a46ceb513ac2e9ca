/* g40/query.h - what to list: filters, dates, limits.
 *
 * A query is a set of filters that every listing takes (NULL: no filter). Filters of different kinds combine with
 * "and", a repeated filter with "or". Listings of entities (stakeholders, themes, ...) count the positions that pass
 * the filters; with any filter set they leave out what no such position touches.
 *
 * Names are ids ("stakeholder/gemeenten"), ids without their type ("gemeenten"), or names and their registered
 * equivalents in Dutch or English. A name that the database does not know makes the listing fail with G40_NOT_FOUND, so
 * that a typing error is never an empty answer.
 *
 * What adds or sets returns 0 or a negative code (G40_ARGUMENT: NULL, empty, invalid UTF-8 or a malformed date;
 * G40_NOMEM) and copies its argument.
 */
#ifndef G40_QUERY_H
#define G40_QUERY_H

#include <stdbool.h>
#include <stdint.h>

#include "g40/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Filters of a listing. Not for use by two threads at once. Since 0.1. */
typedef struct g40_query g40_query;

/** An empty query, or NULL when memory ran out. Free with g40_query_free(). Since 0.1. */
G40_API g40_query *g40_query_new(g40_error *err);
/** Frees a query; NULL is allowed. Since 0.1. */
G40_API void g40_query_free(g40_query *query);

/** Only the row with this id. Since 0.1. */
G40_API int g40_query_add_id(g40_query *query, const char *id, g40_error *err);
/** Positions whose words contain the text; case, accents, line breaks and kinds of quotes and dashes do not matter.
 * G40_ARGUMENT also for a text of which nothing is left then (spaces, soft hyphens): it would stand in all of them.
 * Since 0.1. */
G40_API int g40_query_add_text(g40_query *query, const char *text, g40_error *err);
/** Positions of a theme or of one below it. Since 0.1. */
G40_API int g40_query_add_theme(g40_query *query, const char *theme, g40_error *err);
/** Positions that name a ministry. The name is read at each document's date (political dates); with
 * g40_query_set_as_of() a name valid on that day also finds every version for which it answers then (EZK in 2026 finds
 * EZ and KGG of 2025). Since 0.1. */
G40_API int g40_query_add_ministry(g40_query *query, const char *ministry, g40_error *err);
/** Positions for which a ministry is responsible by portfolio; the name is read as above. Since 0.1. */
G40_API int g40_query_add_responsible(g40_query *query, const char *ministry, g40_error *err);
/** Positions in which a stakeholder has a role. Since 0.1. */
G40_API int g40_query_add_stakeholder(g40_query *query, const char *stakeholder, g40_error *err);
/** Positions with this role in them: addressee, executor, partner, beneficiary, affected, cited_authority, holder,
 * other. Beside a stakeholder or a ministry filter it is the role of that one. Since 0.1. */
G40_API int g40_query_add_role(g40_query *query, const char *role, g40_error *err);
/** Positions of a kind: ask, commitment, rule, principle, problem, observation. Since 0.1. */
G40_API int g40_query_add_kind(g40_query *query, const char *kind, g40_error *err);
/** Asks with an action: regulate, deregulate, fund, invest, tax, allow, set_norm, coordinate, guarantee, reform,
 * enforce, organise, stimulate, research, bundle, stop, protect, other. Since 0.1. */
G40_API int g40_query_add_action(g40_query *query, const char *action, g40_error *err);
/** Positions that name an instrument or an advice: an id, a name in the registry, or a name that a text has and the
 * registry does not know, but for case and accents. Since 0.1. */
G40_API int g40_query_add_instrument(g40_query *query, const char *instrument, g40_error *err);
/** Positions of a document. Since 0.1. */
G40_API int g40_query_add_document(g40_query *query, const char *document, g40_error *err);

/** The day for which "now" is answered, YYYY-MM-DD. Unset: the day through which the registry is known. NULL unsets.
 * Since 0.1. */
G40_API int g40_query_set_as_of(g40_query *query, const char *date, g40_error *err);
/** At most so many rows; 0 = all (the start value). The array's total says how many there are. G40_ARGUMENT: negative.
 * Since 0.1. */
G40_API int g40_query_set_limit(g40_query *query, int64_t limit, g40_error *err);
/** Rows that come after the row with this id in the order of the listing (of ministries: with this version; of
 * instruments without an id: with this name; of search and match: with this key, "document@start"); NULL unsets. Where
 * the answer has no such row it fails with G40_NOT_FOUND. Since 0.1. */
G40_API int g40_query_set_after(g40_query *query, const char *id, g40_error *err);
/** Whether contact data of persons is shown; otherwise "[contact]" stands in its place (the start value). Since 0.1. */
G40_API int g40_query_set_with_contacts(g40_query *query, bool with_contacts, g40_error *err);

#ifdef __cplusplus
}
#endif

#endif
