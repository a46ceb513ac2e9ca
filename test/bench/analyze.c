/* Analysing texts in memory (segments, clauses, names, kinds, roles; no database, no reader) against splitting the same
 * bytes into an array of words by a plain loop; in turn in one run, in CPU time of one thread. The texts: the .txt
 * files of G40_BENCH_DIR, else of ../shared/corpus/bench; every EACHth of them. */
#include <g40.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/vec.h"
#include "extract/analysis.h"
#include "ingest/files.h"
#include "measure.h"
#include "query/session.h"

enum { ROUNDS = 3, EACH = 8 };

typedef G4_VEC(g4_buf) texts;

static texts read_texts(const char *folder) {
  g4_arena arena = {0};
  g4_names names = {0};
  texts all = {0};
  g40_error err;
  size_t seen = 0;
  if (g4_list_folder(folder, &arena, &names, &err) != G40_OK) {
    return all;
  }
  for (size_t i = 0; i < names.count; i++) {
    size_t n = strlen(names.items[i]);
    g4_buf bytes = {0};
    if (n < 5 || strcmp(names.items[i] + n - 4, ".txt") != 0 || seen++ % EACH) {
      continue;
    }
    if (g4_read_file(g4_join_path(&arena, folder, names.items[i]), &bytes, &err) != G40_OK ||
        !g4_vec_push(&all, bytes)) {
      bench_fail("analyze", names.items[i]);
    }
  }
  g4_vec_free(&names);
  g4_arena_free(&arena);
  return all;
}

typedef struct {
  size_t start, length;
} word;

typedef G4_VEC(word) words;

/* Letters, digits and bytes beyond ASCII make words. */
static void split(const g4_buf *in, words *out) {
  out->count = 0;
  for (size_t i = 0; i < in->length;) {
    size_t start = i;
    for (; i < in->length; i++) {
      unsigned char c = (unsigned char)in->bytes[i];
      if (c < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
        break;
      }
    }
    if (i > start) {
      if (!g4_vec_push(out, ((word){start, i - start}))) {
        bench_fail("analyze", "out of memory");
      }
    } else {
      i++;
    }
  }
}

static size_t analyse(g4_analyzer *analyzer, const g4_buf *in) {
  g4_analysis analysis;
  g40_error err;
  if (g4_analyze(analyzer, in->bytes, in->length, 0, NULL, &analysis, &err) != G40_OK) {
    return 0; /* a text in another encoding */
  }
  size_t segments = analysis.segments.count;
  g4_analysis_free(&analysis);
  return segments;
}

/* An analyzer a round: what one found out of the words of these texts would serve the next round. */
static void measure(const texts *all, const g4_lexicon *lexicon) {
  g40_error err;
  double best = 0, bytes = 0;
  words pieces = {0};
  for (size_t i = 0; i < all->count; i++) {
    bytes += (double)all->items[i].length;
  }
  for (int round = 0; round < ROUNDS; round++) {
    size_t found = 0, segments = 0;
    g4_analyzer *analyzer = g4_analyzer_new(lexicon, &err);
    if (!analyzer) {
      bench_fail("analyze", err.message);
    }
    double start = bench_seconds(CLOCK_THREAD_CPUTIME_ID);
    for (size_t i = 0; i < all->count; i++) {
      split(&all->items[i], &pieces);
      found += pieces.count;
    }
    double peer = bench_seconds(CLOCK_THREAD_CPUTIME_ID) - start;
    start = bench_seconds(CLOCK_THREAD_CPUTIME_ID);
    for (size_t i = 0; i < all->count; i++) {
      segments += analyse(analyzer, &all->items[i]);
    }
    double ours = bench_seconds(CLOCK_THREAD_CPUTIME_ID) - start;
    g4_analyzer_free(analyzer);
    printf("  %.1f MB, %zu words, %zu segments: analysis %.3f of a word split's speed\n", bytes / 1e6, found, segments,
           peer / ours);
    best = peer / ours > best ? peer / ours : best;
  }
  g4_vec_free(&pieces);
  printf("analyze / word split: %.3fx (the bar is 0.05x)\n", best);
}

int main(void) {
  const char *folder = getenv("G40_BENCH_DIR");
  g40_error err;
  texts all = read_texts(folder ? folder : SOURCE_DIR "/../shared/corpus/bench");
  if (!all.count) {
    printf("There are no texts to measure with: set G40_BENCH_DIR.\n");
    return 0;
  }
  g4_store *store =
      g4_store_open(getenv("G40_CORPUS") ? getenv("G40_CORPUS") : SOURCE_DIR "/build/corpus.g40", 0, &err);
  g4_session *session = store ? g4_session_new(store, &err) : NULL;
  const g4_lexicon *lexicon = session ? g4_session_lexicon(session, &err) : NULL;
  if (!lexicon) {
    bench_fail("analyze", err.message);
  }
  measure(&all, lexicon);
  g4_session_free(session);
  for (size_t i = 0; i < all.count; i++) {
    g4_buf_free(&all.items[i]);
  }
  g4_vec_free(&all);
  return 0;
}
