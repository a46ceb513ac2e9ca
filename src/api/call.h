/* What every entry point does first and last. */
#ifndef G4_API_CALL_H
#define G4_API_CALL_H

#include <pthread.h>
#include <stdbool.h>

#include "g40/db.h"
#include "model/progress.h"
#include "query/session.h"

struct g40_db {
  pthread_mutex_t lock;
  g4_session *session; /* NULL: closed */
  char *path;          /* NULL: the embedded corpus */
  bool writable;
  g4_progress progress; /* of long calls */
};

enum { G4_TEXT_MAX = 65536 }; /* bytes of a text argument */

/* Where failures go: the caller's record, or a spare one, so that the rooms below always have one. */
typedef struct {
  g40_db *db;
  g40_error *err, spare;
  bool reading;
} g4_call;

void g4_call_start(g4_call *call, g40_error *err);
/* Starts a call and locks the handle; NULL, with the error set, for no handle or a closed one. */
g4_session *g4_call_enter(g4_call *call, g40_db *db, g40_error *err);
/* The same for a call that only reads: it sees one state of the database. */
g4_session *g4_call_read(g4_call *call, g40_db *db, g40_error *err);
void g4_call_leave(g4_call *call);

/* Text arguments: not NULL (`what` names the argument), valid UTF-8, not longer than G4_TEXT_MAX. */
int g4_check_text(const char *text, const char *what, g40_error *err);
/* A date argument: NULL gives 0. */
int g4_check_date(const char *text, const char *what, g4_date *date, g40_error *err);
/* A path argument: not NULL, not empty. */
int g4_check_path(const char *path, const char *what, g40_error *err);

#endif
