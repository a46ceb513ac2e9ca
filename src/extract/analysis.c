#include "extract/analysis.h"

#include <pthread.h>
#include <stdlib.h>

#include "extract/search.h"
#include "extract/surroundings.h"

struct g4_analyzer {
  g4_mention_finder *finder;
  const g4_registry *registry;
  pthread_mutex_t lock;
  g4_search *idle; /* what they found out of words serves the next text */
};

g4_analyzer *g4_analyzer_new(const g4_lexicon *lexicon, g40_error *err) {
  g4_analyzer *analyzer = calloc(1, sizeof *analyzer);
  g4_mention_finder *finder = g4_mention_finder_new(lexicon, err);
  if (!analyzer || !finder || pthread_mutex_init(&analyzer->lock, NULL) != 0) {
    g4_mention_finder_free(finder);
    free(analyzer);
    g4_nomem(err);
    return NULL;
  }
  analyzer->finder = finder;
  analyzer->registry = g4_lexicon_registry(lexicon);
  return analyzer;
}

void g4_analyzer_free(g4_analyzer *analyzer) {
  if (analyzer) {
    while (analyzer->idle) {
      g4_search *search = analyzer->idle;
      analyzer->idle = search->next;
      g4_search_free(search);
    }
    pthread_mutex_destroy(&analyzer->lock);
    g4_mention_finder_free(analyzer->finder);
    free(analyzer);
  }
}

/* A search that nobody uses, or a new one. NULL: out of memory. */
static g4_search *take_search(g4_analyzer *analyzer, g40_error *err) {
  pthread_mutex_lock(&analyzer->lock);
  g4_search *search = analyzer->idle;
  analyzer->idle = search ? search->next : NULL;
  pthread_mutex_unlock(&analyzer->lock);
  return search ? search : g4_search_new(analyzer->finder, err);
}

static void give_back(g4_analyzer *analyzer, g4_search *search) {
  pthread_mutex_lock(&analyzer->lock);
  search->next = analyzer->idle;
  analyzer->idle = search;
  pthread_mutex_unlock(&analyzer->lock);
}

static int read_segment(g4_search *search, const g4_judge_context *context, const g4_segment *segment, g4_date date,
                        g4_analysis *out, g40_error *err) {
  g4_read_segment read = {.first = out->mentions.count};
  int code = g4_mentions_find(search, &out->text, segment, date, &out->mentions, err);
  if (code == G40_OK) {
    code = g4_judge(context, g4_search_words(search), segment, &out->mentions, read.first, &read.judgement, err);
  }
  if (code == G40_OK) {
    read.count = out->mentions.count - read.first;
    code = g4_vec_push(&out->segments, read) ? G40_OK : g4_nomem(err);
  }
  return code;
}

int g4_analyze(g4_analyzer *analyzer, const char *source, size_t length, g4_date date, const char *holder,
               g4_analysis *out, g40_error *err) {
  *out = (g4_analysis){0};
  int code = g4_text_read(&out->text, source, length, err);
  return code == G40_OK ? g4_analyze_text(analyzer, date, holder, out, err) : code;
}

int g4_analyze_text(g4_analyzer *analyzer, g4_date date, const char *holder, g4_analysis *out, g40_error *err) {
  g4_judge_context context = {.text = &out->text, .registry = analyzer->registry, .holder = holder};
  g4_search *search = take_search(analyzer, err);
  int code = search ? G40_OK : G40_NOMEM;
  for (size_t i = 0; i < out->text.segments.count && code == G40_OK; i++) {
    code = read_segment(search, &context, &out->text.segments.items[i], date, out, err);
  }
  if (code == G40_OK) {
    g4_settle(out);
  }
  if (search) {
    give_back(analyzer, search);
  }
  if (code != G40_OK) {
    g4_analysis_free(out);
  }
  return code;
}

void g4_analysis_free(g4_analysis *analysis) {
  g4_text_free(&analysis->text);
  g4_vec_free(&analysis->segments);
  g4_vec_free(&analysis->mentions);
  *analysis = (g4_analysis){0};
}
