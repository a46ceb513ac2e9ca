/* The text index against FTS5 (detail=full, optimised) and, where it is installed, Xapian over the same passages and
 * terms, query by query in turn in one run: ratios of medians. The queries come twice:
 * the second time all are warm. Without ../shared/corpus/bench there is nothing to measure with. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "index/list.h"
#include "index/meaning.h"
#include "ingest/files.h"
#include "measure.h"
#include "query/facets.h"
#include "query/listing.h"
#include "query/query.h"
#include "store/document.h"
#include "support/xapian.h"
#include "text/words.h"

enum { PASSAGES = 100000, QUERIES = 400, TOP = 20, ASKS = 50, TERMS = 3 };

static g40_error err;
static g4_store *store;
static g4_session *session;
static g4_index *text_index;
static sqlite3 *fts;
static void *xapian;
static int64_t written;

static void check(int code) {
  if (code < 0) {
    bench_fail("index", err.message);
  }
}

static uint32_t below(uint32_t limit) {
  static uint32_t seed = 11;
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % limit;
}

/* --- the same passages in both */

static void run_fts(const char *sql) {
  char *message = NULL;
  if (sqlite3_exec(fts, sql, NULL, NULL, &message) != SQLITE_OK) {
    bench_fail("index", message);
  }
}

static void write_document(const char *folder, const char *name) {
  g4_arena arena = {0};
  g4_buf bytes = {0};
  g4_text text = {0};
  g4_coded coded = {0};
  char id[256];
  snprintf(id, sizeof id, "document/%.200s", name);
  check(g4_read_file(g4_join_path(&arena, folder, name), &bytes, &err));
  check(g4_text_read(&text, g4_buf_text(&bytes), bytes.length, &err));
  coded.meta.id = id;
  g4_document document = {
      .coded = &coded, .text = &text, .bytes = g4_buf_text(&bytes), .length = bytes.length, .origin = "user"};
  check(g4_store_write_document(store, &document, &err));
  check(g4_index_add(store, id, &err));
  written += (int64_t)text.segments.count;
  g4_text_free(&text);
  g4_buf_free(&bytes);
  g4_arena_free(&arena);
}

static bool write_all(const char *folder) {
  g4_arena arena = {0};
  g4_names names = {0};
  if (g4_list_folder(folder, &arena, &names, &err) != G40_OK) {
    return false;
  }
  store = g4_store_create(&err);
  if (!store) {
    bench_fail("index", err.message);
  }
  for (size_t i = 0; i < names.count && written < PASSAGES; i++) {
    write_document(folder, names.items[i]);
  }
  check(g4_index_merge_all(store, &err));
  check(g4_store_commit(store, &err));
  g4_vec_free(&names);
  g4_arena_free(&arena);
  return true;
}

typedef G4_VEC(xapian_term) xapian_terms;

static void note_term(xapian_terms *terms, uint32_t term, uint32_t position) {
  size_t n;
  if (!g4_vec_push(terms, (xapian_term){g4_analyser_term(text_index->analyser, term, &n), position})) {
    bench_fail("index", "out of memory");
  }
}

/* Parts of all words, and whole compounds in a second column. */
static void fill_peers(void) {
  static const char sql[] =
      "SELECT x.first + s.ordinal - 1, s.text FROM index_document x JOIN passage s ON s.document ="
      " x.document WHERE s.kind IN ('heading', 'sentence') ORDER BY 1";
  sqlite3_stmt *row = g4_store_prepare(store, sql, &err), *put = NULL;
  g4_buf columns[2] = {{0}, {0}};
  xapian_terms terms_of = {0};
  xapian = xapian_new();
  sqlite3_open(":memory:", &fts);
  run_fts(
      "CREATE VIRTUAL TABLE p USING fts5(parts, wholes, content='', tokenize = \"unicode61 tokenchars '&'\"); BEGIN");
  sqlite3_prepare_v2(fts, "INSERT INTO p(rowid, parts, wholes) VALUES(?, ?, ?)", -1, &put, NULL);
  while (g4_store_step(store, row, &err) == 1) {
    const char *text = (const char *)sqlite3_column_text(row, 1);
    g4_word word;
    uint32_t position = 0;
    terms_of.count = 0;
    g4_buf_clear(&columns[0]);
    g4_buf_clear(&columns[1]);
    for (size_t at = 0; g4_word_next(text, strlen(text), at, &word); at = word.end) {
      const g4_word_terms *terms = g4_analyse(text_index->analyser, text + word.start, word.end - word.start, &err);
      for (uint32_t i = 0; i <= terms->count && terms->count; i++) {
        bool whole = i == terms->count;
        size_t n;
        const char *term = g4_analyser_term(text_index->analyser, whole ? terms->whole : terms->parts[i], &n);
        if (!whole || terms->count > 1) {
          g4_buf_add(&columns[whole], term, n);
          g4_buf_add_char(&columns[whole], ' ');
          note_term(&terms_of, whole ? terms->whole : terms->parts[i], position + (whole ? 0 : i));
        }
      }
      position += terms->count;
    }
    sqlite3_bind_int64(put, 1, sqlite3_column_int64(row, 0));
    sqlite3_bind_text(put, 2, g4_buf_text(&columns[0]), -1, SQLITE_STATIC);
    sqlite3_bind_text(put, 3, g4_buf_text(&columns[1]), -1, SQLITE_STATIC);
    if (sqlite3_step(put) != SQLITE_DONE) {
      bench_fail("index", sqlite3_errmsg(fts));
    }
    sqlite3_reset(put);
    if (xapian) {
      xapian_add(xapian, (uint32_t)sqlite3_column_int64(row, 0) + 1, terms_of.items, terms_of.count);
    }
  }
  if (xapian) {
    xapian_ready(xapian);
  }
  g4_vec_free(&terms_of);
  sqlite3_finalize(put);
  sqlite3_finalize(row);
  g4_buf_free(&columns[0]);
  g4_buf_free(&columns[1]);
  run_fts("COMMIT; INSERT INTO p(p) VALUES('optimize')");
}

/* --- queries from the texts themselves */

typedef struct {
  uint32_t terms[TERMS];
  uint32_t words[2]; /* one behind the other */
} query_terms;

typedef struct {
  uint32_t terms[512];
  float weights[512];
  size_t count;
} passage_terms;

static char *passage_text(uint32_t *slot) {
  static const char sql[] =
      "SELECT s.text FROM index_document x JOIN passage s ON s.document = x.document AND s.ordinal ="
      " ?1 - x.first + 1 WHERE ?1 >= x.first AND ?1 < x.first + length(x.lengths)";
  for (;;) {
    *slot = below(text_index->slots);
    if (text_index->lengths[*slot] < 8 || text_index->lengths[*slot] > 60) {
      continue;
    }
    sqlite3_stmt *row = g4_store_statement(store, sql, &err);
    check(g4_store_bind(store, row, &err, "i", (int64_t)*slot));
    check(g4_store_step(store, row, &err));
    char *text = strdup((const char *)sqlite3_column_text(row, 0));
    g4_store_done(row);
    return text;
  }
}

static void read_terms(const char *text, const g4_vectors_file *file, passage_terms *in) {
  g4_word word;
  in->count = 0;
  for (size_t at = 0; g4_word_next(text, strlen(text), at, &word); at = word.end) {
    const g4_word_terms *terms = g4_analyse(text_index->analyser, text + word.start, word.end - word.start, &err);
    for (uint32_t i = 0; i < terms->count && in->count < 512; i++) {
      size_t n;
      const char *term = g4_analyser_term(text_index->analyser, terms->parts[i], &n);
      in->terms[in->count] = terms->parts[i];
      in->weights[in->count++] = g4_vectors_weight(file, g4_vectors_find(file, term, n));
    }
  }
}

static void draw(const g4_vectors_file *file, query_terms *query) {
  for (;;) {
    passage_terms in;
    uint32_t slot;
    char *text = passage_text(&slot);
    read_terms(text, file, &in);
    free(text);
    size_t found = 0;
    for (size_t tries = 0; tries < 200 && found < TERMS && in.count > 3; tries++) {
      size_t i = below((uint32_t)in.count);
      bool fresh = in.weights[i] > 2;
      for (size_t k = 0; k < found; k++) {
        fresh = fresh && query->terms[k] != in.terms[i];
      }
      if (fresh) {
        query->terms[found++] = in.terms[i];
      }
    }
    size_t at = in.count > 3 ? below((uint32_t)in.count - 1) : 0;
    if (found == TERMS && in.weights[at] > 2) {
      query->words[0] = in.terms[at];
      query->words[1] = in.terms[at + 1];
      return;
    }
  }
}

static void add_quoted(g4_buf *to, const uint32_t *terms, size_t count) {
  g4_buf_add_char(to, '"');
  for (size_t i = 0; i < count; i++) {
    size_t n;
    const char *text = g4_analyser_term(text_index->analyser, terms[i], &n);
    g4_buf_add_text(to, i ? " " : "");
    g4_buf_add(to, text, n);
  }
  g4_buf_add_char(to, '"');
}

static size_t ask_fts(const char *query) {
  static sqlite3_stmt *row;
  size_t sum = 0;
  if (!row) {
    sqlite3_prepare_v2(fts, "SELECT rowid, bm25(p) AS b FROM p WHERE p MATCH ? ORDER BY b LIMIT 20", -1, &row, NULL);
  }
  sqlite3_bind_text(row, 1, query, -1, SQLITE_STATIC);
  while (sqlite3_step(row) == SQLITE_ROW) {
    sum += (size_t)sqlite3_column_int64(row, 0);
  }
  sqlite3_reset(row);
  return sum;
}

typedef enum { ONE_TERM, ALL_TERMS, ANY_TERM, PHRASE, SHAPES } shape;

static const char *const between[] = {"", " AND ", " OR ", ""};

static size_t terms_in(shape what) { return what == ALL_TERMS || what == ANY_TERM ? TERMS : what == PHRASE ? 2 : 1; }

static void ask_index(shape what, const query_terms *query, g4_list *found) {
  const g4_list *lists[TERMS];
  size_t count = terms_in(what);
  if (what == PHRASE) {
    check(g4_list_phrase(text_index, query->words, count, found, &err));
  } else if (what == ALL_TERMS) {
    for (size_t i = 0; i < count; i++) {
      lists[i] = g4_list_of(text_index, query->terms[i], &err);
      check(lists[i] ? G40_OK : err.code);
    }
    check(g4_list_all(lists, count, found, &err));
  } else {
    check(g4_list_term(text_index, query->terms[0], found, &err));
    for (size_t i = 1; i < count; i++) {
      lists[i] = g4_list_of(text_index, query->terms[i], &err);
      check(lists[i] ? g4_list_or(found, lists[i], G4_OR_SUM, &err) : err.code);
    }
  }
  g4_list_best(found, TOP);
}

static void ask_xapian(shape what, const query_terms *query) {
  static const xapian_how how[] = {XAPIAN_AND, XAPIAN_AND, XAPIAN_OR, XAPIAN_PHRASE};
  const char *terms[TERMS];
  size_t n;
  for (size_t i = 0; i < terms_in(what); i++) {
    terms[i] = g4_analyser_term(text_index->analyser, what == PHRASE ? query->words[i] : query->terms[i], &n);
  }
  xapian_ask(xapian, how[what], terms, terms_in(what), TOP);
}

static void write_query(shape what, const query_terms *query, g4_buf *text) {
  for (size_t k = 0; k < (what == PHRASE ? 1 : terms_in(what)); k++) {
    g4_buf_add_text(text, k ? between[what] : what == PHRASE ? "parts : " : "");
    add_quoted(text, what == PHRASE ? query->words : &query->terms[k], what == PHRASE ? 2 : 1);
  }
}

typedef struct {
  double ours[QUERIES], fts[QUERIES], xapian[QUERIES];
} timings;

/* What each one takes, in turn. */
static void time_query(shape what, const query_terms *query, timings *to, int i) {
  static g4_list found;
  g4_buf text = {0};
  write_query(what, query, &text);
  double times[4] = {bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6};
  check(g4_index_load(store, &err) ? G40_OK : err.code); /* as each search does: the file may have changed */
  ask_index(what, query, &found);
  times[1] = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
  ask_fts(g4_buf_text(&text));
  times[2] = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
  if (xapian) {
    ask_xapian(what, query);
  }
  times[3] = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
  to->ours[i] = times[1] - times[0];
  to->fts[i] = times[2] - times[1];
  to->xapian[i] = times[3] - times[2];
  g4_buf_free(&text);
}

static void print_timings(shape what, timings *in) {
  static const char *const names[] = {"one term", "3 terms, all of them", "3 terms, any of them", "phrase of two"};
  static const double bars[] = {0.1, 0.25, 0.1, 0.5};
  double a = bench_median(in->ours, QUERIES), b = bench_median(in->fts, QUERIES), c = bench_median(in->xapian, QUERIES);
  printf("  %s, best %d: %.3fx of FTS5 (bar %.2fx)", names[what], TOP, a / b, bars[what]);
  if (xapian) {
    printf(", %.2fx of Xapian", a / c);
  }
  printf("; microseconds: %.1f, %.1f, %.1f\n", a, b, c);
}

static void measure_queries(const g4_vectors_file *file) {
  static timings all[SHAPES];
  static query_terms queries[QUERIES];
  for (int i = 0; i < QUERIES; i++) {
    draw(file, &queries[i]);
  }
  for (int time = 1; time <= 2; time++) {
    for (int i = 0; i < QUERIES * SHAPES; i++) {
      time_query((shape)(i / QUERIES), &queries[i % QUERIES], &all[i / QUERIES], i % QUERIES);
    }
    printf("%d queries, %s%s\n", QUERIES, time == 1 ? "the first time" : "again",
           xapian ? "" : " (Xapian is not here)");
    for (shape what = ONE_TERM; what < SHAPES; what++) {
      print_timings(what, &all[what]);
    }
  }
}

/* --- asks */

static void measure_matching(const g4_vectors_file *file) {
  double ours = 0, first = 0, light = 0, heavy = 0;
  g40_query query = {.limit = TOP};
  for (int i = 0; i < ASKS; i++) {
    uint32_t slot;
    char *text = passage_text(&slot);
    passage_terms in;
    read_terms(text, file, &in);
    g4_buf all = {0}, some = {0};
    for (size_t k = 0; k < in.count; k++) {
      g4_buf_add_text(&all, all.length ? " OR " : "");
      add_quoted(&all, &in.terms[k], 1);
      if (in.weights[k] > 2) {
        g4_buf_add_text(&some, some.length ? " OR " : "");
        add_quoted(&some, &in.terms[k], 1);
      }
    }
    double start = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
    g40_matches *matches = g4_answer_match(session, text, NULL, &query, &err);
    double end = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
    if (!matches) {
      bench_fail("index", err.message);
    }
    ours += end - start;
    first += i ? 0 : end - start;
    g40_matches_free(matches);
    start = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
    ask_fts(some.length ? g4_buf_text(&some) : "\"en\"");
    light += bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6 - start;
    start = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
    ask_fts(g4_buf_text(&all));
    heavy += bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6 - start;
    g4_buf_free(&all);
    g4_buf_free(&some);
    free(text);
  }
  printf(
      "%d asks matched, rows and vectors included: %.3fx of FTS5 OR without stop words (bar 0.3x), %.3fx with all words"
      " (bar 0.05x); milliseconds: %.0f, of these the first %.0f; %.0f, %.0f\n",
      ASKS, ours / light, ours / heavy, ours / 1e3, first / 1e3, light / 1e3, heavy / 1e3);
}

/* --- counts */

static void make_positions(void) {
  check(g4_store_begin(store, &err));
  check(g4_store_script(
      store,
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
      " INSERT INTO theme(pk, id, label_nl, origin) SELECT 1000 + i, 'theme/t' || i, 't' || i, 'user' FROM n;"
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
      " INSERT INTO stakeholder(pk, id, kind, name_nl, origin) SELECT 5000 + i, 'stakeholder/s' || i, 'other', 's' || "
      "i,"
      " 'user' FROM n;"
      "INSERT INTO position(pk, id, document, theme, kind, method, confidence, reviewed, origin)"
      " SELECT x.first + s.ordinal, 'position/' || (x.first + s.ordinal), s.document, 1001 + s.pk % 20, 'ask', 'rule', "
      "1, 0,"
      " 'user' FROM index_document x JOIN passage s ON s.document = x.document;"
      "INSERT INTO index_position(passage, position) SELECT pk - 1, pk FROM position;"
      "INSERT INTO position_role(position, ordinal, stakeholder, actor, role, as_written, state, method, confidence,"
      " byte_start, byte_end, char_start, char_end) SELECT pk, 1, 5001 + pk * 7919 % 200, 'other', 'other', '', "
      "'resolved',"
      " 'rule', 1, 0, 0, 0, 0 FROM position",
      &err));
  check(g4_store_commit(store, &err));
}

static void step_all(const char *sql) {
  sqlite3_stmt *row = g4_store_statement(store, sql, &err);
  while (row && g4_store_step(store, row, &err) == 1) {
  }
  g4_store_done(row);
}

static void measure_counts(void) {
  static double ours[21], theirs[21];
  make_positions();
  text_index = g4_index_load(store, &err);
  g4_list all = {0};
  for (uint32_t i = 0; i < text_index->slots; i++) {
    if (text_index->lengths[i] && !g4_vec_push(&all, (g4_scored){i, 1})) {
      bench_fail("index", "out of memory");
    }
  }
  for (int i = 0; i < 21; i++) {
    g4_loader loader;
    const g40_facets *facets = NULL;
    double start = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
    check(g4_loader_begin(&loader, session, NULL, &err));
    check(g4_facets_count(&loader, text_index, &all, &facets));
    g4_owner_release(loader.owner);
    double middle = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
    step_all(
        "SELECT t.id, count(*) FROM index_position x JOIN position p ON p.pk = x.position JOIN theme t ON t.pk ="
        " p.theme GROUP BY t.id");
    step_all(
        "SELECT s.id, count(*) FROM index_position x JOIN position_role r ON r.position = x.position JOIN stakeholder s"
        " ON s.pk = r.stakeholder GROUP BY s.id");
    step_all("SELECT d.id, count(*) FROM passage s JOIN document d ON d.pk = s.document GROUP BY d.id");
    theirs[i] = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6 - middle;
    ours[i] = middle - start;
  }
  double a = bench_median(ours, 21), b = bench_median(theirs, 21);
  printf("counts beside %zu hits: %.3fx of GROUP BY over joined tables (bar 0.1x)\n", all.count, a / b);
  g4_vec_free(&all);
}

/* --- the network */

/* Every position names a second stakeholder, one of two hundred. */
static void measure_network(void) {
  static const char second[] =
      "INSERT INTO position_role(position, ordinal, stakeholder, actor, role, as_written, state, method, confidence,"
      " byte_start, byte_end, char_start, char_end) SELECT pk, 2, 5001 + pk * 104729 % 199, 'other', 'other', '',"
      " 'resolved', 'rule', 1, 0, 0, 0, 0 FROM position";
  static double ours[9], theirs[9];
  g40_query query = {.limit = TOP};
  check(g4_store_begin(store, &err));
  check(g4_store_script(store, second, &err));
  check(g4_store_commit(store, &err));
  for (int i = 0; i < 9; i++) {
    double start = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
    g40_edges *edges = g4_answer_network(session, "stakeholder-stakeholder", NULL, &query, &err);
    double middle = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6;
    if (!edges || edges->count != TOP) {
      bench_fail("index", edges ? "the network has no edges" : err.message);
    }
    g40_edges_free(edges);
    step_all(
        "SELECT a.stakeholder, b.stakeholder, count(DISTINCT a.position) FROM position_role a JOIN position_role b ON"
        " b.position = a.position AND b.stakeholder > a.stakeholder GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 20");
    theirs[i] = bench_seconds(CLOCK_THREAD_CPUTIME_ID) * 1e6 - middle;
    ours[i] = middle - start;
  }
  double a = bench_median(ours, 9), b = bench_median(theirs, 9);
  printf(
      "network of stakeholders, %d edges with their positions: %.2fx of a self-join with GROUP BY that gives pairs and"
      " counts alone; milliseconds: %.0f, %.0f\n",
      TOP, a / b, a / 1e3, b / 1e3);
}

static int64_t number_of(sqlite3 *db, const char *sql) {
  sqlite3_stmt *row = NULL;
  int64_t value = 0;
  if (sqlite3_prepare_v2(db, sql, -1, &row, NULL) == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW) {
    value = sqlite3_column_int64(row, 0);
  }
  sqlite3_finalize(row);
  return value;
}

static void measure_size(void) {
  int64_t ours = number_of(g4_store_sqlite(store), "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'index_%'");
  int64_t theirs = number_of(fts, "SELECT sum(pgsize) FROM dbstat");
  printf("size: %.2fx of FTS5 detail=full without content (bar 1x; %.1f and %.1f MB)\n", (double)ours / (double)theirs,
         (double)ours / 1e6, (double)theirs / 1e6);
}

int main(void) {
  g4_vectors_file file;
  if (!write_all(SOURCE_DIR "/../shared/corpus/bench")) {
    printf("there is no ../shared/corpus/bench: nothing to measure with\n");
    return 0;
  }
  check(g4_vectors_open(&file, &err));
  session = g4_session_new(store, &err);
  text_index = session ? g4_index_load(store, &err) : NULL;
  if (!text_index) {
    bench_fail("index", err.message);
  }
  fill_peers();
  printf("%u passages\n", text_index->passages);
  measure_size();
  measure_queries(&file);
  measure_matching(&file);
  measure_counts();
  measure_network();
  g4_session_free(session);
  sqlite3_close(fts);
  xapian_free(xapian);
  return 0;
}
