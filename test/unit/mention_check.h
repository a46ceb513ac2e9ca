/* What is found in a text, as a line that a test can compare. */
#ifndef TEST_UNIT_MENTION_CHECK_H
#define TEST_UNIT_MENTION_CHECK_H

#include "extract/mention.h"

/* Set-up and tear-down of a group: the registry of registry_fixture.h and a few names more, and a finder. */
int mention_set_up(void **state);
int mention_tear_down(void **state);

/* Asserts that the text, read at the date (0: none), names what is expected, in order: "text=rule" each, separated by
 * "; ". A ministry adds its abbreviation and form, "minister van SZW=ministry-title:SZW/post" ("-" unresolved, "?"
 * ambiguous); a name of the registry its id without type, "UWV=registry:uwv". */
void check_mentions(g4_date date, const char *text, const char *expected);
/* The same without a date. */
void check_names(const char *text, const char *expected);

const g4_lexicon *mention_lexicon(void);
const g4_mention_finder *mention_finder(void);
g4_search *mention_search(void);

#endif
