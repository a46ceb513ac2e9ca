/* The one text index: which words stand in which passages, in ordinary tables (store/schema.sql), for search and match.
 * Passages are known by a number that runs through the file; positions of coders are found through their passages. */
#ifndef G4_INDEX_INDEX_H
#define G4_INDEX_INDEX_H

#include "base/vec.h"
#include "index/analyser.h"
#include "index/wording.h"
#include "store/store.h"

/* --- writing: inside the caller's transaction, so that rows and index never differ */

/* Documents that are indexed together: much of what they write is held in memory, so that it is written once. All in
 * one transaction, and nothing else may read or change the index before g4_batch_write(). */
typedef struct g4_batch g4_batch;
g4_batch *g4_batch_new(g4_store *store, g40_error *err);
/* Indexes a document (id) whose rows were written, with its words; NULL: they are read from the rows. On failure the
 * batch is as it was, and the caller rolls back what was written. G40_REINDEX: another analyser made the index of this
 * file. */
int g4_batch_add(g4_batch *batch, const char *id, const g4_wording *wording, g40_error *err);
/* Writes what is held. */
int g4_batch_write(g4_batch *batch, g40_error *err);
bool g4_batch_holds(const g4_batch *batch);
void g4_batch_free(g4_batch *batch);

/* A batch of one document. */
int g4_index_add(g4_store *store, const char *id, g40_error *err);
/* Takes a document out, before its rows go. */
int g4_index_remove(g4_store *store, int64_t document, g40_error *err);
/* Makes all of it anew. */
int g4_index_rebuild(g4_store *store, g40_error *err);
/* Makes one segment of all: what is read most is then read fastest. */
int g4_index_merge_all(g4_store *store, g40_error *err);

/* --- reading */

typedef struct {
  int64_t document; /* pk */
  uint32_t first, count;
} g4_indexed;

#define G4_NO_HEADING UINT32_MAX

/* Passages with a number, ascending. */
typedef struct {
  uint32_t slot;
  float score;
} g4_scored;
typedef G4_VEC(g4_scored) g4_list;

typedef struct {
  g4_store *store;
  g4_analyser *analyser;
  bool loaded;
  int64_t version[2]; /* of the database, as it was loaded */
  G4_VEC(int64_t) segments;
  G4_VEC(g4_indexed) documents; /* by first */
  uint8_t *lengths;             /* words of each passage; 0: it has none, or there is no such passage */
  uint32_t *headings;           /* of each passage the one above it; its own number: it is one; or G4_NO_HEADING */
  uint32_t slots;               /* one more than the highest number of a passage */
  uint32_t passages;            /* that have words */
  float average;                /* words of these */
  float norms[256];             /* of BM25, by length */
  G4_VEC(g4_list *) lists;      /* see list.h: by number of the term; NULL: not read */
  size_t listed;                /* passages in them */
  void *kept;                   /* what a room above made of it, and how that is freed; NULL: nothing */
  void (*give_back)(void *kept);
  struct g4_meanings *meanings; /* see meaning.h; NULL until they are asked for */
} g4_index;

/* The analyser and nothing else; lives as long as the store. NULL: out of memory. */
g4_index *g4_index_of(g4_store *store, g40_error *err);
/* Forgets words and terms where they are very many, and what knows them by number. */
void g4_index_trim(g4_index *index);
/* What is in the file now; inside one read transaction. G40_REINDEX, G40_CORRUPT, G40_NOMEM: NULL. */
g4_index *g4_index_load(g4_store *store, g40_error *err);

/* The document of a passage. */
const g4_indexed *g4_index_document(const g4_index *index, uint32_t slot);

typedef struct {
  uint32_t slot;  /* the passage */
  uint32_t count; /* how often */
  uint32_t parts; /* ... of these as a part of a compound */
  uint32_t at;    /* its positions begin here in `positions` */
} g4_posting;

typedef struct {
  G4_VEC(g4_posting) items; /* ascending */
  G4_VEC(uint32_t) positions;
} g4_postings;

/* Appends where a term stands, without positions. Nothing where it does not. */
int g4_index_postings(g4_index *index, const char *term, size_t n, g4_postings *out, g40_error *err);
/* Where it stands in the passages of `only`, all of which have it, with positions; `out` is empty before. */
int g4_index_positions(g4_index *index, const char *term, size_t n, const g4_list *only, g4_postings *out,
                       g40_error *err);
void g4_postings_free(g4_postings *postings);
/* Appends passages and how often. */
int g4_index_counts(g4_index *index, const char *term, size_t n, g4_list *out, g40_error *err);

/* Calls `each` for all terms that begin so, in every segment; a result other than 0 ends it. */
typedef int (*g4_each_term)(void *context, const char *term, size_t n, int64_t passages);
int g4_index_terms(g4_index *index, const char *prefix, size_t n, g4_each_term each, void *context, g40_error *err);

#endif
