/* The small corpus of test/data as a database file of its own, which a test may change, and a session on it. */
#ifndef TEST_UNIT_QUERY_WORLD_H
#define TEST_UNIT_QUERY_WORLD_H

#include "query/listing.h"

typedef struct {
  char folder[40], path[60];
  g4_session *session;
  g40_query *query; /* without filters */
} query_world;

/* For cmocka: *state becomes a query_world. */
int query_world_set_up(void **state);
int query_world_tear_down(void **state);

/* Runs SQL on the file as any other program would, and opens a new session on it. */
void query_world_change(query_world *world, const char *sql);

#endif
