/* Everything that can be asked of a database: each question once, in a form that tests repeat. */
#ifndef TEST_SUPPORT_QUESTIONS_H
#define TEST_SUPPORT_QUESTIONS_H

#include "support/walk.h"

typedef struct {
  const char *name;
  /* Asks, walks over the whole answer, frees it. Returns 0 or the code of the error. */
  int (*ask)(g40_db *db, walk *to, g40_error *err);
} question;

/* They fit the database of test/data/small, and say little or G40_NOT_FOUND about others. */
extern const question questions[];
extern const size_t question_count;

/* Asks all of them. The answers and the codes of failures go into the walk; returns how many failed. */
size_t ask_everything(g40_db *db, walk *to);
/* Only `count` of them from the one numbered `first` on, round and round. */
size_t ask_some(g40_db *db, walk *to, size_t first, size_t count);

#endif
