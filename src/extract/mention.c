#include "extract/mention.h"

#include <stdlib.h>

#include "extract/search.h"

const char *g4_mention_type_name(g4_mention_type type) {
  static const char *const names[] = {"ministry",   "government", "organisation", "group",
                                      "instrument", "advice",     "other"};
  return names[type];
}

const char *g4_role_name(g4_role role) {
  static const char *const names[] = {NULL,          "addressee", "executor",        "partner",
                                      "beneficiary", "affected",  "cited_authority", "other"};
  return names[role];
}

void g4_mention_finder_free(g4_mention_finder *finder) {
  if (finder) {
    g4_spotter_free(finder->spotter);
    g4_endings_free(finder->endings);
    free(finder->uses);
    free(finder);
  }
}

g4_mention_finder *g4_mention_finder_new(const g4_lexicon *lexicon, g40_error *err) {
  const g4_registry *registry = g4_lexicon_registry(lexicon);
  g4_mention_finder *finder = calloc(1, sizeof *finder);
  if (!finder) {
    g4_nomem(err);
    return NULL;
  }
  finder->lexicon = lexicon;
  finder->registry = registry;
  finder->uses = calloc(registry->entities.count + 1, sizeof *finder->uses);
  finder->endings = g4_endings_new(err);
  finder->spotter =
      g4_spotter_new(registry, G4_TYPE(G4_STAKEHOLDER) | G4_TYPE(G4_INSTRUMENT) | G4_TYPE(G4_ADVICE), err);
  if (!finder->uses || !finder->endings || !finder->spotter) {
    g4_mention_finder_free(finder);
    g4_nomem(err);
    return NULL;
  }
  for (size_t i = 0; i < registry->entities.count; i++) {
    finder->uses[i] = g4_entity_use_of(&registry->entities.items[i]);
  }
  return finder;
}

g4_search *g4_search_new(const g4_mention_finder *finder, g40_error *err) {
  g4_search *search = calloc(1, sizeof *search);
  if (!search) {
    g4_nomem(err);
    return NULL;
  }
  search->finder = finder;
  search->book.endings = finder->endings;
  search->book.spotter = finder->spotter;
  return search;
}

void g4_search_free(g4_search *search) {
  if (search) {
    g4_wordbook_free(&search->book);
    g4_view_free(&search->view);
    g4_vec_free(&search->tokens);
    g4_vec_free(&search->spots);
    g4_vec_free(&search->found);
    free(search);
  }
}

const g4_wordbook *g4_search_words(const g4_search *search) { return &search->book; }

/* By place; at one place the longest first, and what the registry knows before what was found by form. */
static int by_place(const void *a, const void *b) {
  const g4_mention *x = a, *y = b;
  if (x->reading.start != y->reading.start) {
    return x->reading.start < y->reading.start ? -1 : 1;
  }
  if (x->reading.end != y->reading.end) {
    return x->reading.end > y->reading.end ? -1 : 1;
  }
  return (x->entity < 0) - (y->entity < 0);
}

/* A name found by its form may be one that the registry has for an instrument or advice and would not take for one
 * where it stands ("commissie-X" has a small letter), or took for the committee. */
static bool recognise(const g4_search *search, g4_mention *mention) {
  const g4_registry *registry = search->finder->registry;
  bool thing = mention->type == G4_MENTION_INSTRUMENT || mention->type == G4_MENTION_ADVICE;
  bool known = mention->entity >= 0 && registry->entities.items[mention->entity].type != G4_STAKEHOLDER;
  if (!thing || known || mention->state == G4_AMBIGUOUS) {
    return true;
  }
  g4_buf name = {0};
  g4_indices found = {0};
  g4_buf_add(&name, search->view.text + mention->reading.start, mention->reading.end - mention->reading.start);
  bool done = !name.failed && g4_lexicon_find(search->finder->lexicon, G4_TYPE(G4_INSTRUMENT) | G4_TYPE(G4_ADVICE),
                                              g4_buf_text(&name), &found, NULL) == G40_OK;
  if (done && found.count) {
    bool several = found.count > 1;
    mention->entity = several ? -1 : found.items[0];
    mention->state = several ? G4_AMBIGUOUS : G4_RESOLVED;
    mention->reason = G4_REASON_NONE;
    mention->type = several ? mention->type : (g4_mention_type)search->finder->uses[mention->entity].type;
  }
  g4_vec_free(&found);
  g4_buf_free(&name);
  return done;
}

/* What overlaps: the one that starts first stays, of several the longest. */
static bool settle(g4_search *search, size_t offset, g4_mentions *mentions) {
  if (search->found.count > 1) {
    qsort(search->found.items, search->found.count, sizeof *search->found.items, by_place);
  }
  size_t end = 0;
  for (size_t i = 0; i < search->found.count; i++) {
    g4_mention mention = search->found.items[i];
    if (mention.reading.start < end) {
      continue;
    }
    end = mention.reading.end;
    if (!recognise(search, &mention)) {
      return false;
    }
    mention.reading.start += offset;
    mention.reading.end += offset;
    if (!g4_vec_push(mentions, mention)) {
      return false;
    }
  }
  return true;
}

/* The names of the registry, spotted among the words. */
static int spot(g4_search *search, const char *text, g40_error *err) {
  const g4_book_word *words = search->book.words.items;
  search->tokens.count = 0;
  search->spots.count = 0;
  size_t from = 0;
  g4_spot_part one;
  for (size_t i = 0; i < search->book.words.count; i++) {
    if (!g4_spot_tokens_add(&search->tokens, text, from, &words[i].at, g4_book_parts(&words[i], &one))) {
      return g4_nomem(err);
    }
    from = words[i].at.end;
  }
  return g4_spotter_match(text, &search->tokens, &search->spots, err);
}

int g4_mentions_find(g4_search *search, const g4_text *text, const g4_segment *segment, g4_date date,
                     g4_mentions *mentions, g40_error *err) {
  const char *words = text->reading.text.bytes + segment->reading_start;
  size_t length = segment->reading_end - segment->reading_start;
  int code = g4_wordbook_read(&search->book, words, length, err);
  if (code || (segment->kind != G4_SEGMENT_HEADING && segment->kind != G4_SEGMENT_SENTENCE)) {
    return code;
  }
  search->date = date;
  search->found.count = 0;
  code = g4_view_fill(&search->view, &search->book, words, length, err);
  code = code ? code : spot(search, words, err);
  if (code) {
    return code;
  }
  search->failed = false;
  static void (*const finders[])(g4_search *) = {g4_find_ministries, g4_find_known, g4_find_actors, g4_find_instruments,
                                                 g4_find_titles};
  for (size_t i = 0; i < sizeof finders / sizeof *finders && !search->failed; i++) {
    finders[i](search);
  }
  return search->failed || !settle(search, segment->reading_start, mentions) ? g4_nomem(err) : G40_OK;
}
