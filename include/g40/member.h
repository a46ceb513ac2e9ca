/* g40/member.h - members of networks: the cities of the G40.
 *
 * Rows are owned by their array and live as long as it; retaining a row retains the array.
 */
#ifndef G40_MEMBER_H
#define G40_MEMBER_H

#include <stddef.h>

#include "g40/db.h"
#include "g40/query.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A member of a network, and an array of them. Opaque. Since 0.1. */
typedef struct g40_member g40_member;
typedef struct g40_members g40_members;

/** Members of the networks, by network and name. Only filters by id apply. NULL on failure. Free with
 * g40_members_free(). Since 0.1. */
G40_API g40_members *g40_db_members(g40_db *db, const g40_query *query, g40_error *err);

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_members_count(const g40_members *members);
G40_API int64_t g40_members_total(const g40_members *members);
G40_API const g40_member *g40_members_at(const g40_members *members, size_t i);
G40_API const g40_members *g40_members_retain(const g40_members *members);
G40_API void g40_members_free(const g40_members *members);

/** The member's id, "stakeholder/gemeente-zwolle", and its network's. Never NULL. Since 0.1. */
G40_API const char *g40_member_id(const g40_member *member);
G40_API const char *g40_member_network(const g40_member *member);
/** Its name. Never NULL. Since 0.1. */
G40_API const char *g40_member_name(const g40_member *member);
/** Code of Statistics Netherlands, TOOI URI, organisation number (OIN), Wikidata id; NULL where not known. Since 0.1.
 */
G40_API const char *g40_member_cbs_code(const g40_member *member);
G40_API const char *g40_member_tooi(const g40_member *member);
G40_API const char *g40_member_oin(const g40_member *member);
G40_API const char *g40_member_wikidata(const g40_member *member);
/** Names of its labour-market region and province; NULL where not known. Since 0.1. */
G40_API const char *g40_member_labour_market_region(const g40_member *member);
G40_API const char *g40_member_province(const g40_member *member);
/** Source of the membership, or NULL. Since 0.1. */
G40_API const char *g40_member_source(const g40_member *member);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_member *g40_member_retain(const g40_member *member);
G40_API void g40_member_release(const g40_member *member);

#ifdef __cplusplus
}
#endif

#endif
