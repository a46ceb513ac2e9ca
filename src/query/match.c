/* Passages that take up an ask: meaning and shared words, added. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "index/list.h"
#include "index/meaning.h"
#include "query/listing.h"
#include "query/matching.h"
#include "query/units.h"

/* Beside the cosine of meanings; BM25's parameters of shared words. */
static const float WORDS_WEIGHT = 0.3f, K1 = 1.2f, B = 0.3f;
enum { LIMIT = 100, MANY = 4096 };

typedef g4_matching matching;

static const char *term_text(const matching *in, size_t i, size_t *n) {
  return g4_analyser_term(in->index->analyser, in->subject.terms.items[i].term, n);
}

static int weigh_terms(matching *in) {
  for (size_t i = 0; i < in->subject.terms.count; i++) {
    size_t n;
    const char *term = term_text(in, i, &n);
    float weight = g4_vectors_weight(&in->file, g4_vectors_find(&in->file, term, n));
    if (!g4_vec_push(&in->weights, weight * in->subject.terms.items[i].weight)) {
      return g4_nomem(in->err);
    }
  }
  return G40_OK;
}

/* A term that can stand in any sentence does not, be it of the ask itself or of a heading. */
static bool says_something(const matching *in, size_t i) {
  return in->weights.items[i] >= G4_LEAST_WEIGHT * in->subject.terms.items[i].weight;
}

/* --- meaning */

static int compare_meanings(matching *in) {
  const g4_meanings *meanings = g4_index_meanings(in->index, &in->file, in->err);
  float *query = meanings ? calloc(in->file.dimensions, sizeof *query) : NULL;
  if (!query) {
    return meanings ? g4_nomem(in->err) : in->err->code;
  }
  for (size_t i = 0; i < in->subject.terms.count; i++) {
    size_t n;
    const char *term = term_text(in, i, &n);
    int place = g4_vectors_find(&in->file, term, n);
    if (place != G4_NO_VECTOR && says_something(in, i)) {
      g4_vectors_add(&in->file, place, in->weights.items[i], query);
    }
  }
  int code = g4_meanings_compare(in->index, meanings, &in->file, query, in->meanings, in->err);
  free(query);
  return code;
}

/* --- words */

static float saturate(const matching *in, float times, uint32_t slot) {
  return times * (K1 + 1) / (times + K1 * (1 - B + B * (float)in->index->lengths[slot] / in->index->average));
}

/* Adds a term to the passages that have it, and to those below a heading that has it. */
static void add_posting(matching *in, const g4_posting *at, float weight) {
  const g4_index *index = in->index;
  float times = (float)(at->count - at->parts) + G4_PART_WEIGHT * (float)at->parts;
  float score = weight * saturate(in, times, at->slot);
  in->words[at->slot] += score;
  for (uint32_t i = at->slot + 1; index->headings[at->slot] == at->slot && i < index->slots; i++) {
    if (index->headings[i] != at->slot) {
      break;
    }
    in->words[i] += G4_HEADING_WEIGHT * score;
  }
}

static int compare_words(matching *in) {
  g4_postings found = {0};
  float sum = 0;
  int code = G40_OK;
  for (size_t i = 0; i < in->subject.terms.count && code == G40_OK; i++) {
    size_t n;
    const char *term = term_text(in, i, &n);
    if (!says_something(in, i)) {
      continue;
    }
    sum += in->weights.items[i];
    found.items.count = 0;
    code = g4_index_postings(in->index, term, n, &found, in->err);
    for (size_t k = 0; k < found.items.count && code == G40_OK; k++) {
      add_posting(in, &found.items.items[k], in->weights.items[i]);
    }
  }
  in->words_weight = sum > 0 ? WORDS_WEIGHT / sum : 0;
  g4_postings_free(&found);
  return code;
}

static int compare(matching *in) {
  in->words = calloc((size_t)in->index->slots + 1, sizeof *in->words);
  in->meanings = calloc((size_t)in->index->slots + 1, sizeof *in->meanings);
  int code = in->words && in->meanings ? G40_OK : g4_nomem(in->err);
  code = code == G40_OK ? g4_vectors_open(&in->file, in->err) : code;
  code = code == G40_OK ? weigh_terms(in) : code;
  code = code == G40_OK ? compare_meanings(in) : code;
  return code == G40_OK ? compare_words(in) : code;
}

int g4_matching_begin(g4_matching *in, g4_session *session, const char *quote, const g40_position *position,
                      g40_error *err) {
  *in = (g4_matching){.session = session, .err = err, .own = position ? g40_position_document(position) : NULL};
  in->index = g4_index_load(session->store, err);
  int code = in->index ? G40_OK : err->code;
  if (code == G40_OK) {
    code = position ? g4_subject_of_position(session, in->index, position, &in->subject, err)
                    : g4_subject_of_text(session, in->index, quote, &in->subject, err);
  }
  return code == G40_OK ? compare(in) : code;
}

void g4_matching_free(g4_matching *in) {
  g4_subject_free(&in->subject);
  g4_vec_free(&in->weights);
  free(in->words);
  free(in->meanings);
}

/* --- the best */

int g4_matching_own(const g4_matching *in, int64_t *pk) {
  *pk = 0;
  sqlite3_stmt *row =
      in->own ? g4_store_statement(in->session->store, "SELECT pk FROM document WHERE id = 'document/' || ?", in->err)
              : NULL;
  if (!row) {
    return in->own ? in->err->code : G40_OK;
  }
  int code = g4_store_bind(in->session->store, row, in->err, "s", in->own);
  code = code == G40_OK ? g4_store_step(in->session->store, row, in->err) : code;
  *pk = code == 1 ? sqlite3_column_int64(row, 0) : 0;
  g4_store_done(row);
  return code < 0 ? code : G40_OK;
}

/* The row that a page ended with, among those that are ranked. */
static int find_last(const matching *in, const char *key, const uint8_t *allowed, int64_t own, g4_scored *last) {
  int code = g4_unit_find(in->session, in->index, key, &last->slot, in->err);
  if (code != G40_OK) {
    return code;
  }
  const g4_indexed *document = g4_index_document(in->index, last->slot);
  last->score = g4_matching_score(in, last->slot);
  bool ranked = document && document->document != own && g4_matching_counts(in, last->slot) &&
                (!allowed || allowed[last->slot]) && last->score > 0;
  return ranked ? G40_OK : g4_unit_not_found(key, in->err);
}

/* Sentences, not headings; those that have something in common with the ask. */
static int rank(matching *in, const g40_query *query, g4_list *best, int64_t *compared) {
  const g4_index *index = in->index;
  g4_scored after = {0, INFINITY}; /* what is not worse stood on a page before */
  uint8_t *allowed = NULL;
  int64_t own = 0;
  size_t limit = query && query->limit ? (size_t)query->limit : LIMIT;
  float floor = 0; /* what is not above it is not among the best */
  int code = g4_units_allowed(in->session, index, query, &allowed, in->err);
  code = code == G40_OK ? g4_matching_own(in, &own) : code;
  if (code == G40_OK && query && query->after) {
    code = find_last(in, query->after, allowed, own, &after);
  }
  for (size_t d = 0; d < index->documents.count && code == G40_OK; d++) {
    const g4_indexed *document = &index->documents.items[d];
    uint32_t end = document->document == own ? document->first : document->first + document->count;
    for (uint32_t i = document->first; i < end && code == G40_OK; i++) {
      bool counts = g4_matching_counts(in, i) && (!allowed || allowed[i]);
      float score = g4_matching_score(in, i);
      *compared += counts;
      if (!counts || score <= floor || !g4_is_worse((g4_scored){i, score}, after)) {
        continue;
      }
      code = g4_vec_push(best, (g4_scored){i, score}) ? G40_OK : g4_nomem(in->err);
      if (best->count >= limit + MANY) {
        g4_list_best(best, limit);
        floor = best->items[limit - 1].score;
      }
    }
  }
  free(allowed);
  g4_list_best(best, limit);
  return code;
}

/* --- rows */

int g4_matching_row(g4_matching *in, g4_loader *loader, uint32_t slot, g40_match *row) {
  int code = g4_unit_load(loader, in->index, slot, &row->at);
  if (code != G40_OK || loader->failed) {
    return code;
  }
  row->key = g4_unit_key(loader, &row->at);
  row->score = (double)g4_matching_score(in, slot);
  row->meaning = (double)in->meanings[slot];
  return g4_matching_explain(in, loader, row);
}

static int answer(matching *in, g4_loader *loader, const g40_query *query, g40_matches **result) {
  g4_list best = {0};
  int64_t compared = 0;
  void *rows = NULL;
  int code = rank(in, query, &best, &compared);
  if (code == G40_OK) {
    *result = g4_loader_array(loader, best.count, compared, sizeof(g40_match), &rows);
    code = *result ? G40_OK : g4_nomem(in->err);
  }
  for (size_t i = 0; i < best.count && code == G40_OK; i++) {
    code = g4_matching_row(in, loader, best.items[i].slot, &(*result)->rows[i]);
  }
  g4_vec_free(&best);
  return code;
}

g40_matches *g4_answer_match(g4_session *session, const char *quote, const g40_position *position,
                             const g40_query *query, g40_error *err) {
  g4_loader loader;
  g40_matches *matches = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  matching in;
  int code = g4_matching_begin(&in, session, quote, position, err);
  code = code == G40_OK ? answer(&in, &loader, query, &matches) : code;
  g4_matching_free(&in);
  return g4_loader_end(&loader, code, matches);
}
