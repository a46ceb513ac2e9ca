/* Which version of a ministry a document means: the one rule for rows and for filters. */
#ifndef G4_QUERY_MEANT_H
#define G4_QUERY_MEANT_H

#include "query/session.h"

/* The version of an organisation on the document's date. Without a date (0) the one that the words name, where they
 * name one alone, else the only one that the organisation ever was; G4_NO_VERSION: none then, or several. `as_written`
 * may be NULL. Reads all names only where they decide. Returns 0 or a negative code. */
int g4_version_meant(g4_session *session, const char *ministry_id, const char *as_written, g4_date date, int *version,
                     g40_error *err);

#endif
