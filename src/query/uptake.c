/* Asks x documents: whether the best passage of a document takes up an ask. */
#include <stdlib.h>
#include <string.h>

#include "index/list.h"
#include "query/listing.h"
#include "query/matching.h"
#include "query/units.h"

/* Chosen and measured from judged passages. */
#define NUMBER(name, value) static const double name = value;
#include "query/uptake.def"
#undef NUMBER

typedef enum { TAKES_UP, ON_SUBJECT, NOT_FOUND } state;

/* A document and its best passage. */
typedef struct {
  const char *document; /* slug */
  bool any;             /* there is a passage */
  uint32_t slot;
  double margin;
  state state;
  const char *verdict, *note; /* of a person; NULL: none */
} cell;

typedef struct {
  g4_session *session;
  g4_loader *loader;
  g4_matching matching; /* of the ask in hand */
  uint8_t *allowed;     /* passages that pass the filters; NULL: all */
  const char **slugs;   /* of index->documents, in its order */
  G4_VEC(cell) cells;   /* of the ask in hand */
  G4_VEC(g40_uptake) rows;
  size_t limit; /* of rows; 0: all */
  int64_t total;
  g40_error *err;
} uptake;

/* --- documents */

static int read_slugs(uptake *in, const g4_index *index) {
  static const char sql[] = "SELECT id FROM document WHERE pk = ?";
  in->slugs = calloc(index->documents.count + 1, sizeof *in->slugs);
  sqlite3_stmt *row = in->slugs ? g4_store_statement(in->session->store, sql, in->err) : NULL;
  int code = row ? G40_OK : in->slugs ? in->err->code : g4_nomem(in->err);
  for (size_t i = 0; i < index->documents.count && code == G40_OK; i++) {
    code = g4_store_bind(in->session->store, row, in->err, "i", index->documents.items[i].document);
    code = code == G40_OK ? g4_store_step(in->session->store, row, in->err) : code;
    if (code == 1) {
      in->loader->row = row;
      in->slugs[i] = g4_slug(g4_loader_text(in->loader, 0));
    }
    g4_store_done(row);
    if (code >= 0 && !in->slugs[i]) {
      code = in->loader->failed ? g4_store_failed(in->loader->failed, in->err)
                                : g4_fail(in->err, G40_CORRUPT, "the text index knows a document that is not there");
    }
    code = code < 0 ? code : G40_OK;
  }
  return code;
}

/* --- what an ask usually reaches */

/* The score that one passage in a hundred has; few passages say little, so it is drawn to what asks have on average. */
static int usual_score(const uptake *in, int64_t own, double *usual) {
  const g4_index *index = in->matching.index;
  g4_list scores = {0};
  int code = G40_OK;
  for (size_t d = 0; d < index->documents.count && code == G40_OK; d++) {
    const g4_indexed *document = &index->documents.items[d];
    for (uint32_t i = document->first; document->document != own && i < document->first + document->count; i++) {
      if (g4_matching_counts(&in->matching, i) &&
          !g4_vec_push(&scores, (g4_scored){i, g4_matching_score(&in->matching, i)})) {
        code = g4_nomem(in->err);
        break;
      }
    }
  }
  double count = (double)scores.count, reached = 0;
  if (scores.count) {
    g4_list_best(&scores, scores.count / (size_t)ONE_IN + 1);
    reached = (double)scores.items[scores.count - 1].score;
  }
  *usual = (count * reached + USUAL_PASSAGES * USUAL) / (count + USUAL_PASSAGES);
  g4_vec_free(&scores);
  return code;
}

/* --- cells */

static cell best_of(const uptake *in, const g4_indexed *document, double usual) {
  cell best = {.state = NOT_FOUND};
  float score = 0;
  for (uint32_t i = document->first; i < document->first + document->count; i++) {
    if (g4_matching_counts(&in->matching, i) && (!in->allowed || in->allowed[i]) &&
        (!best.any || g4_matching_score(&in->matching, i) > score)) {
      score = g4_matching_score(&in->matching, i);
      best.slot = i;
      best.any = true;
    }
  }
  best.margin = (double)score - usual;
  if (best.any) {
    best.state = best.margin >= TAKEN_UP ? TAKES_UP : best.margin >= SAME_SUBJECT ? ON_SUBJECT : NOT_FOUND;
  }
  return best;
}

/* What a person judged wins over the score, and the passage is the one that it rests on. */
static int judge(uptake *in, const g40_position *ask, const g4_indexed *document, double usual, cell *one) {
  static const char sql[] =
      "SELECT v.verdict, v.note, (SELECT s.ordinal FROM passage s WHERE s.document = v.document AND s.byte_start <="
      " v.byte_start AND s.byte_end > v.byte_start ORDER BY s.ordinal LIMIT 1) FROM verdict v"
      " WHERE v.document = ? AND v.ask = ? AND (v.byte_start IS NOT NULL OR v.words IS NULL)";
  sqlite3_stmt *row = g4_store_statement(in->session->store, sql, in->err);
  int code = row ? g4_store_bind(in->session->store, row, in->err, "is", document->document, g40_position_id(ask))
                 : in->err->code;
  code = code == G40_OK ? g4_store_step(in->session->store, row, in->err) : code;
  if (code == 1) {
    in->loader->row = row;
    one->verdict = g4_loader_text(in->loader, 0);
    one->note = g4_loader_text(in->loader, 1);
    int64_t ordinal = g4_loader_number(in->loader, 2);
    const char *verdict = one->verdict ? one->verdict : "";
    one->state = strcmp(verdict, "none") == 0 ? NOT_FOUND : strcmp(verdict, "contrary") == 0 ? ON_SUBJECT : TAKES_UP;
    if (ordinal > 0 && ordinal <= document->count) {
      one->any = true;
      one->slot = document->first + (uint32_t)ordinal - 1;
      one->margin = (double)g4_matching_score(&in->matching, one->slot) - usual;
    }
  }
  if (row) {
    g4_store_done(row);
  }
  return code < 0 ? code : in->loader->failed ? g4_store_failed(in->loader->failed, in->err) : G40_OK;
}

static int compare_cells(const void *a, const void *b) {
  const cell *x = a, *y = b;
  if (x->state != y->state) {
    return x->state < y->state ? -1 : 1;
  }
  if (x->margin != y->margin) {
    return x->margin > y->margin ? -1 : 1;
  }
  return strcmp(x->document, y->document);
}

static int make_cells(uptake *in, const g40_position *ask) {
  const g4_index *index = in->matching.index;
  int64_t own = 0;
  double usual = 0;
  in->cells.count = 0;
  int code = g4_matching_own(&in->matching, &own);
  code = code == G40_OK ? usual_score(in, own, &usual) : code;
  for (size_t d = 0; d < index->documents.count && code == G40_OK; d++) {
    cell one = best_of(in, &index->documents.items[d], usual);
    one.document = in->slugs[d];
    code = one.any || !in->allowed ? judge(in, ask, &index->documents.items[d], usual, &one) : G40_OK;
    if (index->documents.items[d].document != own && (one.any || !in->allowed) && code == G40_OK &&
        !g4_vec_push(&in->cells, one)) {
      code = g4_nomem(in->err);
    }
  }
  if (code == G40_OK && in->cells.count > 1) {
    qsort(in->cells.items, in->cells.count, sizeof *in->cells.items, compare_cells);
  }
  return code;
}

/* --- rows */

/* What all rows of an ask share. */
static int start_row(uptake *in, const g40_position *ask, g40_uptake *row) {
  *row = (g40_uptake){.owner = in->loader->owner,
                      .ask = g4_loader_copy(in->loader, g40_position_id(ask)),
                      .ask_document = g4_loader_copy(in->loader, g40_position_document(ask)),
                      .ask_section = g4_loader_copy(in->loader, g40_position_section(ask)),
                      .ask_sha256 = g4_loader_copy(in->loader, g40_position_sha256(ask)),
                      .ask_quote = g4_loader_copy(in->loader, g40_position_quote(ask)),
                      .ask_text = g4_loader_copy(in->loader, g40_position_text(ask)),
                      .ask_start = g40_position_start(ask),
                      .ask_end = g40_position_end(ask),
                      .ask_char_start = g40_position_char_start(ask),
                      .ask_char_end = g40_position_char_end(ask)};
  return g4_matching_searched(&in->matching, in->loader, row->ask_text, &row->words, &row->names);
}

static int add_row(uptake *in, const g40_uptake *shared, const cell *from) {
  static const char *const states[] = {"taken_up", "same_subject", "not_found"};
  g40_uptake row = *shared;
  int code = G40_OK;
  row.document = from->document;
  row.state = states[from->state];
  row.verdict = from->verdict;
  row.note = from->note;
  row.margin = from->margin;
  if (from->any) {
    g40_match *match = g4_arena_alloc(&in->loader->owner->arena, sizeof *match);
    if (!match) {
      return g4_nomem(in->err);
    }
    *match = (g40_match){.owner = in->loader->owner};
    code = g4_matching_row(&in->matching, in->loader, from->slot, match);
    row.match = match;
  }
  return code != G40_OK || g4_vec_push(&in->rows, row) ? code : g4_nomem(in->err);
}

static bool is_full(const uptake *in) { return in->limit && in->rows.count >= in->limit; }

static int follow(uptake *in, const g40_position *ask) {
  g40_uptake shared;
  int code = g4_matching_begin(&in->matching, in->session, NULL, ask, in->err);
  if (code == G40_OK && !in->slugs) {
    code = read_slugs(in, in->matching.index);
  }
  code = code == G40_OK ? make_cells(in, ask) : code;
  if (code == G40_OK && !is_full(in)) {
    code = start_row(in, ask, &shared);
  }
  in->total += code == G40_OK ? (int64_t)in->cells.count : 0;
  for (size_t i = 0; i < in->cells.count && code == G40_OK && !is_full(in); i++) {
    code = add_row(in, &shared, &in->cells.items[i]);
  }
  g4_matching_free(&in->matching);
  return code;
}

static g40_uptakes *finish(const uptake *in) {
  g4_arena *arena = &in->loader->owner->arena;
  g40_uptakes *array = g4_arena_alloc(arena, sizeof *array);
  g40_uptake *rows = g4_arena_array(arena, in->rows.count, sizeof *rows);
  if (!array || !rows) {
    g4_nomem(in->err);
    return NULL;
  }
  if (in->rows.count) {
    memcpy(rows, in->rows.items, in->rows.count * sizeof *rows);
  }
  *array = (g40_uptakes){.owner = in->loader->owner,
                         .count = in->rows.count,
                         .total = in->total,
                         .rows = rows,
                         .precision = PRECISION,
                         .recall = RECALL,
                         .subject_precision = SUBJECT_PRECISION,
                         .subject_recall = SUBJECT_RECALL,
                         .passage_precision = PASSAGE_PRECISION};
  return array;
}

g40_uptakes *g4_answer_uptake(g4_session *session, const g40_positions *asks, const g40_query *query,
                              const g4_progress *progress, g40_error *err) {
  g4_loader loader;
  uptake in = {.session = session, .loader = &loader, .limit = query ? (size_t)query->limit : 0, .err = err};
  g40_uptakes *result = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  const g4_index *index = g4_index_load(session->store, err);
  int64_t count = (int64_t)g40_positions_count(asks);
  int code = index ? g4_units_allowed(session, index, query, &in.allowed, err) : err->code;
  for (int64_t i = 0; i < count && code == G40_OK; i++) {
    code = g4_progress_tell(progress, i, count, "asks", err);
    code = code == G40_OK ? follow(&in, g40_positions_at(asks, (size_t)i)) : code;
  }
  if (code == G40_OK && !(result = finish(&in))) {
    code = err->code;
  }
  g4_vec_free(&in.cells);
  g4_vec_free(&in.rows);
  free(in.allowed);
  free(in.slugs);
  return g4_loader_end(&loader, code, result);
}
