/* Search: what is wanted, as lists of passages that are brought together. */
#include <stdlib.h>
#include <string.h>

#include "index/list.h"
#include "query/facets.h"
#include "query/listing.h"
#include "query/marks.h"
#include "query/suggest.h"
#include "query/units.h"

typedef struct {
  g4_session *session;
  g4_index *index;
  g4_wanted wanted;
  bool any;
  g40_error *err;
} search;

/* --- lists */

static int list_beginning(const search *in, const char *prefix, g4_list *list) {
  g4_phrase phrase;
  g4_list word = {0};
  int code = g4_list_prefix(in->index, prefix, strlen(prefix), list, in->err);
  code = code == G40_OK ? g4_phrase_of(in->index, prefix, strlen(prefix), &phrase, in->err) : code;
  if (code == G40_OK && phrase.count) { /* "bedrijven*": stems are shorter than words */
    code = g4_list_phrase(in->index, phrase.terms, phrase.count, &word, in->err);
    code = code == G40_OK ? g4_list_or(list, &word, G4_OR_MAX, in->err) : code;
  }
  g4_vec_free(&word);
  return code;
}

/* All phrases, of which an item has one or few. */
static int list_phrases(const search *in, const g4_wanted_item *item, g4_list *list) {
  size_t count = item->phrases.count;
  g4_list *lists = calloc(count + 1, sizeof *lists);
  const g4_list **all = calloc(count + 1, sizeof *all);
  int code = lists && all ? G40_OK : g4_nomem(in->err);
  for (size_t i = 0; i < count && code == G40_OK; i++) {
    const g4_phrase *phrase = &item->phrases.items[i];
    code = g4_list_phrase(in->index, phrase->terms, phrase->count, &lists[i], in->err);
    all[i] = &lists[i];
  }
  code = code == G40_OK ? g4_list_all(all, count, list, in->err) : code;
  for (size_t i = 0; lists && i < count; i++) {
    g4_vec_free(&lists[i]);
  }
  free(lists);
  free(all);
  return code;
}

static int list_item(const search *in, const g4_wanted_item *item, g4_list *list) {
  g4_list one = {0};
  int code = item->prefix ? list_beginning(in, item->prefix, list) : list_phrases(in, item, list);
  for (size_t i = 0; i < item->others.count && code == G40_OK; i++) {
    const g4_phrase *phrase = &item->others.items[i];
    code = g4_list_phrase(in->index, phrase->terms, phrase->count, &one, in->err);
    code = code == G40_OK ? g4_list_or(list, &one, G4_OR_MAX, in->err) : code;
  }
  g4_vec_free(&one);
  return code;
}

/* A word that stands in every fourth passage says nothing: beside others it need not be there. */
static bool says_nothing(const search *in, const g4_list *list) { return list->count > in->index->passages / 4; }

static int all_of(const search *in, const g4_list *lists, g4_list *found) {
  const g4_wanted_item *items = in->wanted.items.items;
  const g4_list *required[G4_WANTED_MOST];
  size_t count = in->wanted.items.count, n = 0;
  bool only_common = true;
  for (size_t i = 0; i < count; i++) {
    only_common &= items[i].negated || says_nothing(in, &lists[i]);
  }
  for (size_t i = 0; i < count; i++) {
    if (!items[i].negated && (only_common || !says_nothing(in, &lists[i]))) {
      required[n++] = &lists[i];
    }
  }
  return g4_list_all(required, n, found, in->err);
}

static int any_of(const search *in, const g4_list *lists, g4_list *found) {
  int code = G40_OK;
  for (size_t i = 0; i < in->wanted.items.count && code == G40_OK; i++) {
    if (!in->wanted.items.items[i].negated && !says_nothing(in, &lists[i])) {
      code = g4_list_or(found, &lists[i], G4_OR_SUM, in->err);
    }
  }
  return code;
}

static void drop_negated(const search *in, const g4_list *lists, g4_list *found) {
  for (size_t i = 0; i < in->wanted.items.count; i++) {
    if (in->wanted.items.items[i].negated) {
      g4_list_not(found, &lists[i]);
    }
  }
}

static void filter(g4_list *found, const uint8_t *allowed) {
  size_t kept = 0;
  for (size_t i = 0; i < found->count && allowed; i++) {
    if (allowed[found->items[i].slot]) {
      found->items[kept++] = found->items[i];
    }
  }
  found->count = allowed ? kept : found->count;
}

/* All passages that answer, ascending. */
static int find(search *in, const g40_query *query, g4_list *found) {
  size_t count = in->wanted.items.count;
  uint8_t *allowed = NULL;
  g4_list *lists = calloc(count + 1, sizeof *lists);
  int code = lists ? g4_units_allowed(in->session, in->index, query, &allowed, in->err) : g4_nomem(in->err);
  for (size_t i = 0; i < count && code == G40_OK; i++) {
    code = list_item(in, &in->wanted.items.items[i], &lists[i]);
  }
  code = code == G40_OK ? all_of(in, lists, found) : code;
  if (code == G40_OK) {
    drop_negated(in, lists, found);
    filter(found, allowed);
  }
  if (code == G40_OK && !found->count && count > 1) {
    code = any_of(in, lists, found);
    drop_negated(in, lists, found);
    filter(found, allowed);
    in->any = found->count > 0;
  }
  for (size_t i = 0; lists && i < count; i++) {
    g4_vec_free(&lists[i]);
  }
  free(lists);
  free(allowed);
  return code;
}

/* --- rows */

static const char positions_sql[] = "SELECT x.passage, " G4_REASON_COLUMNS
                                    " FROM index_position x CROSS JOIN position p ON p.pk = x.position" G4_REASON_TABLES
                                    " WHERE x.passage = ? ORDER BY p.pk";

static int fill(search *in, g4_loader *loader, g4_scored from, g40_hit *row) {
  void *positions = NULL;
  int code = g4_unit_load(loader, in->index, from.slot, &row->at);
  if (code != G40_OK || loader->failed) {
    return code;
  }
  row->key = g4_unit_key(loader, &row->at);
  row->score = (double)from.score;
  code = g4_marks_find(loader, in->index, &in->wanted, row->at.text, &row->marks);
  if (code == G40_OK) {
    code =
        g4_loader_children(loader, positions_sql, (int64_t)from.slot, sizeof(g40_reason), g4_read_reason, &positions);
    row->positions = positions;
  }
  return code;
}

static int add_expansions(const search *in, g4_loader *loader, g40_hits *hits) {
  void *rows = NULL;
  size_t count = in->wanted.names.count;
  g40_expansions *made = g4_loader_array(loader, count, (int64_t)count, sizeof(g40_expansion), &rows);
  for (size_t i = 0; i < count && made; i++) {
    const g4_wanted_name *from = &in->wanted.names.items[i];
    const char *texts[] = {from->words, from->id, from->name, from->relation};
    const char **to[] = {&made->rows[i].words, &made->rows[i].id, &made->rows[i].name, &made->rows[i].relation};
    for (int k = 0; k < 4; k++) {
      *to[k] = g4_arena_strdup(&loader->owner->arena, texts[k]);
      if (!*to[k]) {
        return g4_nomem(in->err);
      }
    }
  }
  hits->expansions = made;
  return made ? G40_OK : g4_nomem(in->err);
}

/* Leaves what comes behind the row that a page ended with. */
static int turn_page(const search *in, const char *after, g4_list *found) {
  uint32_t slot = 0;
  size_t last = 0, kept = 0;
  int code = g4_unit_find(in->session, in->index, after, &slot, in->err);
  while (code == G40_OK && last < found->count && found->items[last].slot != slot) {
    last++;
  }
  if (code != G40_OK || last == found->count) {
    return code == G40_OK ? g4_unit_not_found(after, in->err) : code;
  }
  g4_scored from = found->items[last];
  for (size_t i = 0; i < found->count; i++) {
    if (g4_is_worse(found->items[i], from)) {
      found->items[kept++] = found->items[i];
    }
  }
  found->count = kept;
  return G40_OK;
}

static int answer(search *in, g4_loader *loader, const g40_query *query, g40_hits **result) {
  g4_list found = {0};
  int code = find(in, query, &found);
  g40_hits *hits = code == G40_OK ? g4_arena_alloc(&loader->owner->arena, sizeof *hits) : NULL;
  code = code == G40_OK && !hits ? g4_nomem(in->err) : code;
  if (code == G40_OK) {
    *hits = (g40_hits){.owner = loader->owner, .total = (int64_t)found.count, .any = in->any};
    code = g4_facets_count(loader, in->index, &found, &hits->facets);
  }
  if (code == G40_OK && query && query->after) {
    code = turn_page(in, query->after, &found);
  }
  if (code == G40_OK) {
    g4_list_best(&found, query ? (size_t)query->limit : 0);
  }
  code = code == G40_OK ? add_expansions(in, loader, hits) : code;
  if (code == G40_OK && !hits->total) {
    code = g4_suggest(loader, in->index, &in->wanted, &hits->suggestion);
  }
  if (code == G40_OK) {
    void *rows = NULL;
    code = g4_loader_array(loader, found.count, hits->total, sizeof(g40_hit), &rows) ? G40_OK : g4_nomem(in->err);
    hits->rows = rows;
    hits->count = found.count;
  }
  for (size_t i = 0; i < found.count && code == G40_OK; i++) {
    code = fill(in, loader, found.items[i], &hits->rows[i]);
  }
  g4_vec_free(&found);
  *result = hits;
  return code;
}

g40_hits *g4_answer_search(g4_session *session, const char *words, const g40_query *query, bool related,
                           g40_error *err) {
  g4_loader loader;
  g40_hits *hits = NULL;
  if (g4_loader_begin(&loader, session, query, err) != G40_OK) {
    return NULL;
  }
  search in = {.session = session, .err = err};
  in.index = g4_index_load(session->store, err);
  int code = in.index ? g4_wanted_read(session, in.index, words, related, &in.wanted, err) : err->code;
  code = code == G40_OK ? answer(&in, &loader, query, &hits) : code;
  g4_wanted_free(&in.wanted);
  return g4_loader_end(&loader, code, hits);
}
