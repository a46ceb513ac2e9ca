/* g40.h - libg40: policy positions as data. Includes every module.
 *
 * Who wants what from whom, which ministry answers for it then and now, with the exact words:
 *
 *     #include <g40.h>
 *     #include <stdio.h>
 *
 *     int main(void) {
 *       g40_error err;
 *       g40_db *db = g40_db_open(NULL, &err);
 *       g40_query *query = g40_query_new(&err);
 *       if (!db || !query || g40_query_add_responsible(query, "SZW", &err) != G40_OK) {
 *         fprintf(stderr, "%s\n", err.message);
 *         return 1;
 *       }
 *       g40_positions *asks = g40_db_positions(db, query, &err);
 *       for (size_t i = 0; i < g40_positions_count(asks); i++) {
 *         puts(g40_position_text(g40_positions_at(asks, i)));
 *       }
 *       g40_positions_free(asks);
 *       g40_query_free(query);
 *       g40_db_free(db);
 *       return 0;
 *     }
 *
 * Rules that hold everywhere: handles are opaque; `_free(NULL)` does nothing; any order of frees is right; strings are
 * UTF-8 and owned by the row that gave them, and NULL is absent; a getter of NULL gives NULL, 0 or -1; errors are in
 * the record that you pass, never in global state. One comment stands for all that follows it without an empty line.
 */
#ifndef G40_H
#define G40_H

#include "g40/analyze.h"
#include "g40/citation.h"
#include "g40/compare.h"
#include "g40/data.h"
#include "g40/db.h"
#include "g40/diagnostics.h"
#include "g40/document.h"
#include "g40/error.h"
#include "g40/export.h"
#include "g40/figure.h"
#include "g40/formats.h"
#include "g40/ingest.h"
#include "g40/instrument.h"
#include "g40/match.h"
#include "g40/member.h"
#include "g40/ministry.h"
#include "g40/network.h"
#include "g40/options.h"
#include "g40/position.h"
#include "g40/query.h"
#include "g40/resolve.h"
#include "g40/review.h"
#include "g40/search.h"
#include "g40/stakeholder.h"
#include "g40/theme.h"
#include "g40/uptake.h"
#include "g40/version.h"

#endif
