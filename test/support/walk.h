/* Visiting everything that a result holds: every getter that the public headers declare, by code that walk.py makes
 * from them. What is read goes into a hash, so that two results can be compared without memory of their own. */
#ifndef TEST_SUPPORT_WALK_H
#define TEST_SUPPORT_WALK_H

#include <g40.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint64_t hash;
  size_t strings, rows;
  size_t broken; /* strings that are not UTF-8 */
} walk;

void walk_start(walk *to);
void walk_string(walk *to, const char *text);
void walk_number(walk *to, int64_t number);
void walk_real(walk *to, double number);

/* walk_positions(to, positions), walk_position(to, position), ... for every type that has getters; NULL is allowed. */
#include "walk_types.h"

/* Calls every getter, retain and free with NULL. Returns the name of one that gave something, or NULL. */
const char *walk_nulls(void);

#endif
