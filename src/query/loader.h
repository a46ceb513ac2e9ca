/* From rows of SQLite to rows of the model, in the arena of one result. */
#ifndef G4_QUERY_LOADER_H
#define G4_QUERY_LOADER_H

#include "base/map.h"
#include "model/rows.h"
#include "query/filter.h"

enum { G4_RECENT_WORDS = 256 };
typedef struct {
  const char *word; /* NULL: none yet */
  size_t length;
} g4_recent_word;

typedef struct {
  g4_session *session;
  g4_owner *owner;
  sqlite3_stmt *row;   /* the statement that stands on the current row */
  sqlite3_blob *texts; /* open on the text of a document, for units.h; NULL: not open */
  g4_date as_of;       /* of "now"; 0: known_through */
  bool with_contacts;
  int failed;         /* memory ran out */
  int64_t parts;      /* counted by a reader for whoever called it */
  const char *sha256; /* of the row before */
  g4_map words;       /* those that many rows have, kept once: index in `kept` */
  G4_VEC(const char *) kept;
  g4_recent_word recent[G4_RECENT_WORDS]; /* of these, where a few bytes tell them apart */
  struct {
    void *rows;
    size_t capacity;
  } gathered;  /* rows on their way into an array */
  void *empty; /* the array without rows */
  g40_error *err;
} g4_loader;

/* Begins a result. G40_NOMEM or 0. */
int g4_loader_begin(g4_loader *loader, g4_session *session, const g40_query *query, g40_error *err);
/* Ends it: `result` as it is, or NULL and everything freed when something failed (`code`, or memory). */
void *g4_loader_end(g4_loader *loader, int code, void *result);

/* Columns of the current row. */
const char *g4_loader_text(g4_loader *loader, int column);
/* The same for what is often the same as in the row before: then both share one copy, which `*last` keeps. */
const char *g4_loader_shared(g4_loader *loader, int column, const char **last);
/* The same for words of which there are few: all rows share one copy. */
const char *g4_loader_word(g4_loader *loader, int column);
int64_t g4_loader_number(const g4_loader *loader, int column); /* -1 for NULL */
/* The part of an id behind its type, in the same memory; NULL for NULL. */
const char *g4_slug(const char *id);

/* Reads the current row into a zeroed row of the model whose owner is set. */
typedef void (*g4_read_row)(g4_loader *loader, void *row);

/* A g40_reason, of a position p: behind the first column. CROSS JOIN: read in the order of the first table. */
#define G4_REASON_COLUMNS                                                                                     \
  "p.id, p.kind, q.text, coalesce(q.masked_text, q.text), q.quote, coalesce(q.masked_quote, q.quote), d.id, " \
  "h.heading,"                                                                                                \
  " d.sha256, q.byte_start, q.byte_end, q.char_start, q.char_end"
#define G4_REASON_TABLES                                                                                             \
  " CROSS JOIN position_passage q ON q.position = p.pk AND q.ordinal = 1 CROSS JOIN document d ON d.pk = p.document" \
  " LEFT JOIN section h ON h.pk = p.section"
void g4_read_reason(g4_loader *loader, void *into);

/* Reads all rows of a cached statement (already bound) into a new array of the model. Returns 0 or a negative code. */
int g4_loader_rows(g4_loader *loader, sqlite3_stmt *statement, size_t row_size, g4_read_row read, void **array);
/* The same for constant SQL with one number bound, or none when `key` is negative. */
int g4_loader_children(g4_loader *loader, const char *sql, int64_t key, size_t row_size, g4_read_row read,
                       void **array);
/* The same by hand: a zeroed row behind `count` others, then the array of them all. NULL: out of memory. */
void *g4_loader_gather(g4_loader *loader, size_t count, size_t row_size);
void *g4_loader_gathered(g4_loader *loader, size_t count, size_t row_size);
/* The array without rows, whatever they are; NULL: out of memory. */
void *g4_loader_empty(g4_loader *loader);
/* An array of `count` zeroed rows whose owners are set, and the rows; NULL: out of memory. */
void *g4_loader_array(g4_loader *loader, size_t count, int64_t total, size_t row_size, void **rows);

/* Ministries by index in the registry. With a date, each gets the versions that answer for it on the as-of date. */
const g40_ministries *g4_loader_ministries(g4_loader *loader, const g4_registry *registry, const g4_indices *versions,
                                           bool with_now);
void g4_loader_ministry(g4_loader *loader, const g4_registry *registry, int version, g40_ministry *row);
/* Who answers on the as-of date for a version as it stood on `date`, and whether its line goes back past what is known.
 * NULL when memory ran out. */
const g40_ministries *g4_loader_now(g4_loader *loader, const g4_registry *registry, int version, g4_date date,
                                    bool *before_registry);
const g40_changes *g4_loader_changes(g4_loader *loader, const g4_registry *registry, const g4_indices *changes);
/* A text in the arena; NULL for NULL. */
const char *g4_loader_copy(g4_loader *loader, const char *text);
/* A date as text in the arena; NULL for none. */
const char *g4_loader_date(g4_loader *loader, g4_date date);

#endif
