/* A table-valued function: a table that is there without being created, whose hidden columns are its arguments. */
#ifndef G4_EXTENSION_TABLE_H
#define G4_EXTENSION_TABLE_H

#include "base/buf.h"
#include "extension/connection.h"

enum { G4_ARGUMENTS_MOST = 3 };

/* An argument as it was given; NULL: not given, or NULL. */
typedef sqlite3_value *g4_arguments[G4_ARGUMENTS_MOST];

typedef struct {
  const char *name;
  const char *columns; /* of CREATE TABLE, without the arguments */
  int column_count;
  const char *arguments[G4_ARGUMENTS_MOST]; /* their names; the first must be given */
  double cost;                              /* of a call, in rows of a table that are read */
  bool single;                              /* one row a call */
  /* Makes an answer, or gives NULL. The first argument is a text. */
  void *(*ask)(g4_session *session, const char *first, const g4_arguments arguments, g40_error *err);
  size_t (*count)(const void *answer);
  void (*column)(sqlite3_context *context, const void *answer, size_t row, int column);
  void (*free)(void *answer);
} g4_table;

extern const g4_table g4_table_search, g4_table_match, g4_table_resolve;

/* Makes the table known to a connection, which it then holds. Gives a result of SQLite. */
int g4_table_register(const g4_table *table, g4_connection *connection);

/* Arguments as what they must be: a text without NUL; a whole number from 1 on (0: not given). */
int g4_argument_text(sqlite3_value *value, const char *name, const char **text, g40_error *err);
int g4_argument_most(sqlite3_value *value, const char *name, int64_t *number, g40_error *err);

/* Results: a text, copied (NULL: NULL); what a buffer holds, which is emptied. */
void g4_result_text(sqlite3_context *context, const char *text);
void g4_result_buffer(sqlite3_context *context, g4_buf *buffer);

#endif
