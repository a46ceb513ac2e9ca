/* Files and handles that the jobs work on. */
#ifndef TEST_FAULT_WORLD_H
#define TEST_FAULT_WORLD_H

#include "support/questions.h"

enum { WORLD_PATH = 128 };

typedef struct {
  char folder[64];           /* made for the test, in memory where the system has such a place */
  char database[WORLD_PATH]; /* test/data/small, compiled */
  uint64_t content;          /* hash of that file */
  const question *question;
  bool embedded; /* ask the embedded corpus instead */
  g40_db *db;
} world;

/* Makes the folder and the database. Returns 0, as cmocka wants it of a group's set-up. */
int world_setup(void **state);
int world_teardown(void **state);

/* The preparation of a job that asks: opens what is to be asked. Its end: closes it; true where the file is as it was.
 */
bool world_open(void *context);
bool world_close(void *context, int code);

/* Hash of a file's bytes; 0 where there is no file. */
uint64_t world_hash(const char *path);
bool world_copy(const char *from, const char *to);
bool world_write(const char *path, const char *text);

/* Hash of all rows of a database, with its schema; 0 where SQLite finds it damaged. A journal beside the file is played
 * back first, on copies: `scratch` is where they go. */
uint64_t world_dump(const char *path, const char *scratch);

#endif
