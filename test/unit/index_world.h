/* A database in memory with documents of made-up sentences, and the same terms in an FTS5 table beside it. */
#ifndef TEST_UNIT_INDEX_WORLD_H
#define TEST_UNIT_INDEX_WORLD_H

#include "index/list.h"
#include "store/document.h"

typedef struct {
  g4_store *store;
  sqlite3 *fts; /* passage(rowid = document * 1000 + ordinal, parts, wholes) */
  uint32_t seed;
} index_world;

void index_world_open(index_world *world);
void index_world_close(index_world *world);
uint32_t index_world_random(index_world *world, uint32_t below);

/* A made-up word of the world's vocabulary. */
const char *index_world_word(index_world *world);
/* Writes `count` documents of `passages` sentences, from `first` on, in one transaction and one batch. */
void index_world_add_batch(index_world *world, int first, int count, int passages);
/* Writes document `number` of `passages` sentences, and indexes it; takes it out again. */
void index_world_add(index_world *world, int number, int passages);
void index_world_remove(index_world *world, int number);
/* Compares the passages of a list with those that FTS5 finds; ends the test where they differ. */
void index_world_compare(index_world *world, const g4_list *list, const char *fts_query);

#endif
