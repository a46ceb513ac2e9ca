/* g40/stakeholder.h - actors: governments, networks, companies, groups of people, and ministries as lasting
 * organisations.
 *
 * Rows are owned by their array and live as long as it; retaining a row retains the array.
 */
#ifndef G40_STAKEHOLDER_H
#define G40_STAKEHOLDER_H

#include <stddef.h>

#include "g40/db.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A name of a thing, and an array of them. Opaque. Since 0.1. */
typedef struct g40_name g40_name;
typedef struct g40_names g40_names;

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_names_count(const g40_names *names);
G40_API int64_t g40_names_total(const g40_names *names);
G40_API const g40_name *g40_names_at(const g40_names *names, size_t i);
G40_API const g40_names *g40_names_retain(const g40_names *names);
G40_API void g40_names_free(const g40_names *names);

/** One name of a thing: the text, its language (nl, en) and what it is: name, same_as (the name resolves to the thing)
 * or related (a term that only widens a search). Never NULL. Since 0.1. */
G40_API const char *g40_name_text(const g40_name *name);
G40_API const char *g40_name_language(const g40_name *name);
G40_API const char *g40_name_relation(const g40_name *name);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_name *g40_name_retain(const g40_name *name);
G40_API void g40_name_release(const g40_name *name);

/** An actor, and an array of them. Opaque. Since 0.1. */
typedef struct g40_stakeholder g40_stakeholder;
typedef struct g40_stakeholders g40_stakeholders;

/** Every actor that the registry knows, those with most positions first, with the number of positions of `query` that
 * involve it. NULL on failure. Free with g40_stakeholders_free(). Since 0.1. */
G40_API g40_stakeholders *g40_db_stakeholders(g40_db *db, const g40_query *query, g40_error *err);

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_stakeholders_count(const g40_stakeholders *stakeholders);
G40_API int64_t g40_stakeholders_total(const g40_stakeholders *stakeholders);
G40_API const g40_stakeholder *g40_stakeholders_at(const g40_stakeholders *stakeholders, size_t i);
G40_API const g40_stakeholders *g40_stakeholders_retain(const g40_stakeholders *stakeholders);
G40_API void g40_stakeholders_free(const g40_stakeholders *stakeholders);

/** "stakeholder/gemeenten", "ministry/mnre1045". Never NULL. Since 0.1. */
G40_API const char *g40_stakeholder_id(const g40_stakeholder *stakeholder);
/** ministry, government, municipality, province, country, network, region, agency, inspectorate, company, union,
 * employer_body, education, population_group, commission, parliament, party, european, foreign, judiciary, post, other.
 * Never NULL. Since 0.1. */
G40_API const char *g40_stakeholder_kind(const g40_stakeholder *stakeholder);
/** Names in Dutch (never NULL) and English. Since 0.1. */
G40_API const char *g40_stakeholder_name(const g40_stakeholder *stakeholder);
G40_API const char *g40_stakeholder_name_en(const g40_stakeholder *stakeholder);
/** All its names. Since 0.1. */
G40_API const g40_names *g40_stakeholder_names(const g40_stakeholder *stakeholder);
/** The wider stakeholder's id; NULL: none. Since 0.1. */
G40_API const char *g40_stakeholder_broader(const g40_stakeholder *stakeholder);
/** Identifiers; NULL where not known. Since 0.1. */
G40_API const char *g40_stakeholder_tooi(const g40_stakeholder *stakeholder);
G40_API const char *g40_stakeholder_cbs_code(const g40_stakeholder *stakeholder);
G40_API const char *g40_stakeholder_wikidata(const g40_stakeholder *stakeholder);
/** Source of the facts, and what is uncertain about them; NULL where nothing is noted. Since 0.1. */
G40_API const char *g40_stakeholder_source(const g40_stakeholder *stakeholder);
G40_API const char *g40_stakeholder_doubt(const g40_stakeholder *stakeholder);
/** Positions that involve it. Since 0.1. */
G40_API int64_t g40_stakeholder_positions(const g40_stakeholder *stakeholder);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_stakeholder *g40_stakeholder_retain(const g40_stakeholder *stakeholder);
G40_API void g40_stakeholder_release(const g40_stakeholder *stakeholder);

#ifdef __cplusplus
}
#endif

#endif
