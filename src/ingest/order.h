/* An order to take documents in, as the caller gave it; and the jobs that it becomes. */
#ifndef G4_INGEST_ORDER_H
#define G4_INGEST_ORDER_H

#include "base/arena.h"
#include "base/date.h"
#include "base/vec.h"
#include "g40/ingest.h"
#include "lexicon/lexicon.h"
#include "model/diagnose.h"

/* What is said of a file; NULL (0): nothing. */
typedef struct {
  const char *id, *holder, *kind, *title, *url, *coding;
  g4_date date;
} g4_said;

struct g40_ingest {
  g4_arena arena;
  G4_VEC(const char *) paths;
  g4_said said;
  const char *meta;
  int32_t threads;
  g40_progress progress;
  void *context;
};

/* One file. The holder is an id, looked up. */
typedef struct {
  const char *path; /* NULL: the text that the coding names */
  g4_said said;
} g4_job;

typedef struct {
  g4_arena arena;
  G4_VEC(g4_job) items;
  size_t failed; /* rows of the CSV file that cannot be used: each has its diagnostic */
} g4_jobs;

/* Makes jobs of an order: reads its CSV file, looks up holders. Faults of rows are diagnostics; what the whole call
 * rests on fails: G40_ARGUMENT, G40_NOT_FOUND, G40_IO, G40_NOMEM. */
int g4_jobs_make(g4_jobs *jobs, const g40_ingest *order, const g4_lexicon *lexicon, g40_diagnostics *diagnostics,
                 g40_error *err);
void g4_jobs_free(g4_jobs *jobs);

/* Whether the word is a kind of document. */
bool g4_is_document_kind(const char *kind);
/* Why a text cannot stand for what is said under that name (title, url, id), as the rest of a message that begins with
 * the name: NULL where it can. Such texts are shown as they are: none holds contact data of a person. */
const char *g4_said_fault(const char *name, const char *text);

#endif
