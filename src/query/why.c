/* Why a passage matches an ask: the words and names that they share. */
#include <stdlib.h>
#include <string.h>

#include "index/meaning.h"
#include "query/matching.h"
#include "text/words.h"

enum { SHOWN_WORDS = 8 };

typedef enum { WORDS, COMPOUNDS, CONCEPTS, THEME, REASONS } reason;

/* A word of the passage, or of the heading above it, that the ask has too. */
typedef struct {
  const char *text;
  size_t length;
  uint32_t term;
  float weight;
  reason why;
} shared;

typedef G4_VEC(shared) shared_words;

static int compare_shared(const void *a, const void *b) {
  const shared *x = a, *y = b;
  return x->weight > y->weight ? -1 : x->weight < y->weight ? 1 : x->text < y->text ? -1 : x->text > y->text;
}

static reason reason_of(const g4_subject_term *term, bool part) {
  static const reason reasons[] = {[G4_FROM_ASK] = WORDS, [G4_FROM_NAME] = CONCEPTS, [G4_FROM_AROUND] = THEME};
  return term->from == G4_FROM_ASK && (part || term->part) ? COMPOUNDS : reasons[term->from];
}

/* By the term that weighs most. */
static void weigh_word(const g4_matching *in, const g4_word_terms *terms, shared *one) {
  for (size_t i = 0; i < in->subject.terms.count; i++) {
    const g4_subject_term *wanted = &in->subject.terms.items[i];
    bool whole = terms->whole == wanted->term, part = false;
    for (uint32_t k = 0; k < terms->count; k++) {
      part |= terms->parts[k] == wanted->term;
    }
    if ((whole || part) && in->weights.items[i] > one->weight) {
      one->weight = in->weights.items[i];
      one->term = wanted->term;
      one->why = reason_of(wanted, !whole);
    }
  }
}

/* Each term once. Words that can stand anywhere are not shown. */
static int find_shared(const g4_matching *in, const char *text, bool heading, shared_words *words) {
  const float least = G4_LEAST_WEIGHT;
  size_t n = text ? strlen(text) : 0;
  g4_word word;
  for (size_t at = 0; n && g4_word_next(text, n, at, &word); at = word.end) {
    const g4_word_terms *terms = g4_analyse(in->index->analyser, text + word.start, word.end - word.start, in->err);
    if (!terms) {
      return G40_NOMEM;
    }
    shared one = {.text = text + word.start, .length = word.end - word.start};
    weigh_word(in, terms, &one);
    one.why = heading ? THEME : one.why;
    bool known = one.weight < least;
    for (size_t i = 0; i < words->count && !known; i++) {
      known = words->items[i].term == one.term;
    }
    if (!known && !g4_vec_push(words, one)) {
      return g4_nomem(in->err);
    }
  }
  return G40_OK;
}

static const char *keep(g4_loader *loader, const g4_buf *joined) {
  const char *copy = joined->length ? g4_arena_strdup(&loader->owner->arena, g4_buf_text(joined)) : NULL;
  loader->failed |= joined->failed || (joined->length && !copy) ? G4_TEXT_NOMEM : 0;
  return copy;
}

/* Those for one reason (REASONS: for any), the weightiest first. */
static const char *join(g4_loader *loader, const shared_words *words, reason why) {
  g4_buf joined = {0};
  size_t shown = 0;
  for (size_t i = 0; i < words->count && shown < SHOWN_WORDS; i++) {
    if (why == REASONS || words->items[i].why == why) {
      g4_buf_add_text(&joined, shown++ ? "; " : "");
      g4_buf_add(&joined, words->items[i].text, words->items[i].length);
    }
  }
  const char *joint = keep(loader, &joined);
  g4_buf_free(&joined);
  return joint;
}

static void sort_shared(const shared_words *words) {
  if (words->count > 1) {
    qsort(words->items, words->count, sizeof *words->items, compare_shared);
  }
}

static int add_words(const g4_matching *in, g4_loader *loader, g40_match *row) {
  shared_words words = {0}, above = {0};
  int code = find_shared(in, row->at.text, false, &words);
  sort_shared(&words);
  code = code == G40_OK ? find_shared(in, row->at.section, true, &above) : code;
  sort_shared(&above);
  for (size_t i = 0; i < above.count && code == G40_OK; i++) {
    code = g4_vec_push(&words, above.items[i]) ? G40_OK : g4_nomem(in->err);
  }
  if (code == G40_OK) {
    row->words = join(loader, &words, WORDS);
    row->compounds = join(loader, &words, COMPOUNDS);
    row->concepts = join(loader, &words, CONCEPTS);
    row->theme = join(loader, &words, THEME);
  }
  g4_vec_free(&words);
  g4_vec_free(&above);
  return code;
}

/* --- names */

static bool means_same(const g4_matching *in, const g4_candidate *candidate) {
  for (; candidate; candidate = candidate->next) {
    for (size_t i = 0; candidate->target == G4_TARGET_ENTITY && i < in->subject.entities.count; i++) {
      if (in->subject.entities.items[i] == candidate->index) {
        return true;
      }
    }
  }
  return false;
}

static int add_names(const g4_matching *in, g4_loader *loader, g40_match *row) {
  const g4_spotter *spotter = in->subject.entities.count ? g4_session_spotter(in->session, in->err) : NULL;
  g4_spots spots = {0};
  g4_buf joined = {0};
  int code = spotter ? g4_spotter_find(spotter, row->at.text, strlen(row->at.text), &spots, in->err)
             : in->subject.entities.count ? in->err->code
                                          : G40_OK;
  for (size_t i = 0; i < spots.count && code == G40_OK; i++) {
    if (means_same(in, spots.items[i].first)) {
      g4_buf_add_text(&joined, joined.length ? "; " : "");
      g4_buf_add(&joined, row->at.text + spots.items[i].start, spots.items[i].end - spots.items[i].start);
    }
  }
  row->names = keep(loader, &joined);
  g4_buf_free(&joined);
  g4_vec_free(&spots);
  return code;
}

int g4_matching_explain(const g4_matching *in, g4_loader *loader, g40_match *row) {
  int code = add_words(in, loader, row);
  return code == G40_OK ? add_names(in, loader, row) : code;
}

int g4_matching_searched(const g4_matching *in, g4_loader *loader, const char *text, const char **words,
                         const char **names) {
  g4_buf joined = {0};
  shared_words own = {0};
  int code = find_shared(in, text, false, &own);
  sort_shared(&own);
  *words = code == G40_OK ? join(loader, &own, REASONS) : NULL;
  g4_vec_free(&own);
  for (size_t i = 0; i < in->subject.entities.count; i++) {
    const g4_entity *entity = &in->session->registry.entities.items[in->subject.entities.items[i]];
    if (entity->name.nl) {
      g4_buf_add_text(&joined, joined.length ? "; " : "");
      g4_buf_add_text(&joined, entity->name.nl);
    }
  }
  *names = keep(loader, &joined);
  g4_buf_free(&joined);
  return code;
}
