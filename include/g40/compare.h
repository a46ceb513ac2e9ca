/* g40/compare.h - two editions of a paper, position by position: kept, changed, dropped, new.
 *
 * Positions with the same words are one another's; of the others those with most words in common, rare words counting
 * more, where that is at least half. Each belongs to one at most, and nothing less alike is taken for a change: it is
 * dropped and new. What a rule reads as a position can differ by edition; so a sentence that stands in both texts may
 * be "new" where only the later edition's was read as a position.
 */
#ifndef G40_COMPARE_H
#define G40_COMPARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "g40/position.h"
#include "g40/query.h"
#include "g40/search.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A position in one or both of two editions, and an array of them. Opaque. Since 0.1. */
typedef struct g40_difference g40_difference;
typedef struct g40_differences g40_differences;

/* --- compare --------------------------------------------------------------------------------------------------- */

/** What became of the positions of an earlier edition in a later one. The two may come from different databases. A row
 * for each position, in the order of the later edition; what was dropped stands behind what it followed. Of `query`
 * only the limit counts. Positions are compared as they are given: listed without contact data, "[contact]" stands in
 * both. NULL on failure. The rows keep both arrays alive. Free with g40_differences_free(). Since 0.1. */
G40_API g40_differences *g40_compare(const g40_positions *before, const g40_positions *after, const g40_query *query,
                                     g40_error *err);

/** Rows held; rows without the limit; row i, owned by the array, or NULL past the end; one more owner of the array; one
 * fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_differences_count(const g40_differences *differences);
G40_API int64_t g40_differences_total(const g40_differences *differences);
G40_API const g40_difference *g40_differences_at(const g40_differences *differences, size_t i);
G40_API const g40_differences *g40_differences_retain(const g40_differences *differences);
G40_API void g40_differences_free(const g40_differences *differences);

/** How many are of each state, and how many of those kept and changed moved; without the limit. Since 0.1. */
G40_API int64_t g40_differences_kept(const g40_differences *differences);
G40_API int64_t g40_differences_changed(const g40_differences *differences);
G40_API int64_t g40_differences_dropped(const g40_differences *differences);
G40_API int64_t g40_differences_added(const g40_differences *differences);
G40_API int64_t g40_differences_moved(const g40_differences *differences);

/* --- a position in both editions --------------------------------------------------------------------------------- */

/** kept, changed, dropped or new. Never NULL. Kept: the same words; signs between them may differ. Since 0.1. */
G40_API const char *g40_difference_state(const g40_difference *difference);
/** Whether it left its place in the order of what both editions have: the fewest that must move make the one order the
 * other. A heading above it may have changed without that. Since 0.1. */
G40_API bool g40_difference_moved(const g40_difference *difference);
/** The share of words that both have, 0..1, rare words counting more; 1 for the same text, 0 for dropped and new. Since
 * 0.1. */
G40_API double g40_difference_likeness(const g40_difference *difference);
/** The position in each edition; NULL: it is not in that one. Since 0.1. */
G40_API const g40_position *g40_difference_before(const g40_difference *difference);
G40_API const g40_position *g40_difference_after(const g40_difference *difference);
/** The words of all its passages in reading form, a line feed between passages; NULL where there is no position. Since
 * 0.1. */
G40_API const char *g40_difference_before_text(const g40_difference *difference);
G40_API const char *g40_difference_after_text(const g40_difference *difference);
/** Of what changed: words of before_text that went, and words of after_text that came, as bytes of each. Never NULL;
 * empty unless the state is changed. Since 0.1. */
G40_API const g40_marks *g40_difference_gone(const g40_difference *difference);
G40_API const g40_marks *g40_difference_come(const g40_difference *difference);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_difference *g40_difference_retain(const g40_difference *difference);
G40_API void g40_difference_release(const g40_difference *difference);

#ifdef __cplusplus
}
#endif

#endif
