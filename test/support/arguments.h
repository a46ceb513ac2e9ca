/* Calls with bad arguments, made by arguments.py from the public headers: every function that can fail, each argument.
 */
#ifndef TEST_SUPPORT_ARGUMENTS_H
#define TEST_SUPPORT_ARGUMENTS_H

#include <g40.h>
#include <stdbool.h>
#include <stddef.h>

/* What a call gets where it is not the one that is bad. */
typedef struct {
  g40_db *db;
  g40_query *query;
  g40_ingest *ingest;
  g40_options *options;
  g40_export *settings;
  g40_write write;
  int fd;
  const g40_position *position;
  const g40_positions *asks;
  const char *path, *data, *out, *coding;
  const char *huge;
} good_arguments;

typedef struct {
  const char *function, *parameter, *what;
  int (*call)(const good_arguments *good, g40_error *err); /* gives the code */
  bool must_fail;                                          /* otherwise it may also be an answer */
} bad_call;

extern const bad_call bad_calls[];
extern const size_t bad_call_count;
extern const size_t fallible_functions; /* how many functions they are about */

#endif
