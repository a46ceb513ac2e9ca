/* Names of the registry among the words of a query, and words that Dutch writes as one. */
#include <stdlib.h>
#include <string.h>

#include "query/wanted.h"
#include "text/chars.h"

enum { LONGEST_NAME = 8, SHORT = 3 };

typedef struct {
  g4_session *session;
  g4_index *index;
  g4_wanted *wanted;
  const g4_lexicon *lexicon;
  bool related;
  g40_error *err;
} naming;

static bool is_same(const g4_phrase *a, const g4_phrase *b) {
  return a->count == b->count && memcmp(a->terms, b->terms, a->count * sizeof *a->terms) == 0;
}

/* Whether the terms are looked for already: mkb'ers has those of mkb. */
static bool is_known(const g4_wanted_item *item, const g4_phrase *phrase) {
  bool known = item->phrases.count == 1 && is_same(&item->phrases.items[0], phrase);
  for (size_t i = 0; i < item->others.count && !known; i++) {
    known = is_same(&item->others.items[i], phrase);
  }
  return known;
}

static int add_other(const naming *in, g4_wanted_item *item, const char *words, const char *id, const char *name,
                     const char *relation) {
  g4_phrase phrase;
  int code = g4_phrase_of(in->index, name, strlen(name), &phrase, in->err);
  if (code != G40_OK || !phrase.count || is_known(item, &phrase)) {
    return code;
  }
  return g4_vec_push(&item->others, phrase) &&
                 g4_vec_push(&in->wanted->names, (g4_wanted_name){words, id, name, relation})
             ? G40_OK
             : g4_nomem(in->err);
}

static int add_forms(const naming *in, g4_wanted_item *item, const char *words, const char *id, const g4_forms *forms,
                     const char *relation) {
  int code = G40_OK;
  for (size_t i = 0; i < forms->count && code == G40_OK; i++) {
    if (strcmp(forms->items[i].language, "nl") == 0) {
      code = add_other(in, item, words, id, forms->items[i].text, relation);
    }
  }
  return code;
}

static int add_candidate(const naming *in, g4_wanted_item *item, const char *words, const g4_candidate *one) {
  const g4_registry *registry = &in->session->registry;
  if (one->target == G4_TARGET_VERSION) {
    const g4_ministry_version *version = &registry->versions.items[one->index];
    int code = add_other(in, item, words, version->id, version->abbreviation, "same_as");
    code = code == G40_OK ? add_other(in, item, words, version->id, version->name, "same_as") : code;
    return code == G40_OK ? add_forms(in, item, words, version->id, &version->aliases, "same_as") : code;
  }
  if (one->target != G4_TARGET_ENTITY) {
    return G40_OK;
  }
  const g4_entity *entity = &registry->entities.items[one->index];
  if (entity->type == G4_THEME) { /* its label is a heading of one paper */
    return G40_OK;
  }
  int code = add_other(in, item, words, entity->id, entity->name.nl, "same_as");
  code = code == G40_OK ? add_forms(in, item, words, entity->id, &entity->same_as, "same_as") : code;
  return code == G40_OK && in->related ? add_forms(in, item, words, entity->id, &entity->related, "related") : code;
}

/* What the words name; also where the kind of thing was left out: Borstlap is commissie Borstlap. */
static int find_name(const naming *in, const char *words, const g4_candidate **found) {
  static const char *const heads[] = {"", "commissie "};
  g4_buf folded = {0};
  int code = G40_OK;
  *found = NULL;
  for (size_t i = 0; i < sizeof heads / sizeof *heads && code == G40_OK && !*found; i++) {
    g4_buf whole = {0};
    g4_buf_add_text(&whole, heads[i]);
    g4_buf_add_text(&whole, words);
    g4_buf_clear(&folded);
    code = whole.failed ? G40_NOMEM : g4_lexicon_fold(g4_buf_text(&whole), &folded);
    if (code == G40_OK) {
      *found = g4_lexicon_exact(in->lexicon, (g4_slice){g4_buf_text(&folded), folded.length});
    }
    code = code == G40_NOT_FOUND ? G40_OK : code;
    g4_buf_free(&whole);
  }
  g4_buf_free(&folded);
  return code == G40_OK ? G40_OK : g4_nomem(in->err);
}

/* Words of the text, from one item's to another's. */
static const char *typed_words(const naming *in, size_t first, size_t last) {
  const g4_wanted *wanted = in->wanted;
  size_t start = wanted->items.items[first].typed.start, end = wanted->items.items[last].typed.end;
  return g4_arena_strndup(&in->wanted->arena, wanted->text + start, end - start);
}

/* "om" is not the Openbaar Ministerie: short words name something only in capitals, with a sign in them, or where the
 * registry writes the name so: mkb. */
static bool may_name(const char *words) {
  size_t n = strlen(words), lower = 0;
  for (size_t i = 0; i < n; i++) {
    lower += words[i] >= 'a' && words[i] <= 'z';
  }
  return n > SHORT || lower < n;
}

static bool is_written_so(const naming *in, const g4_candidate *one, const char *words) {
  if (one->target != G4_TARGET_ENTITY) {
    return false;
  }
  const g4_entity *entity = &in->session->registry.entities.items[one->index];
  bool same = entity->name.nl && strcmp(entity->name.nl, words) == 0;
  for (size_t i = 0; i < entity->same_as.count && !same; i++) {
    same = strcmp(entity->same_as.items[i].text, words) == 0;
  }
  return same;
}

/* Makes one item of several: they are looked for together. */
static int join_items(const naming *in, size_t first, size_t last) {
  g4_wanted_item *to = &in->wanted->items.items[first];
  for (size_t i = first + 1; i <= last; i++) {
    g4_wanted_item *from = &in->wanted->items.items[i];
    for (size_t k = 0; k < from->phrases.count; k++) {
      if (!g4_vec_push(&to->phrases, from->phrases.items[k])) {
        return g4_nomem(in->err);
      }
    }
    to->typed.end = from->typed.end;
    g4_vec_free(&from->phrases);
    g4_vec_free(&from->others);
  }
  size_t left = in->wanted->items.count - last - 1;
  memmove(to + 1, in->wanted->items.items + last + 1, left * sizeof *to);
  in->wanted->items.count -= last - first;
  return G40_OK;
}

static int try_name(const naming *in, size_t first, size_t last, bool *found) {
  const char *words = typed_words(in, first, last);
  const g4_candidate *candidates = NULL;
  int code = words ? G40_OK : g4_nomem(in->err);
  if (code == G40_OK) {
    code = find_name(in, words, &candidates);
  }
  while (candidates && !may_name(words) && !is_written_so(in, candidates, words)) {
    candidates = candidates->next;
  }
  *found = candidates != NULL;
  if (code == G40_OK && *found) {
    code = join_items(in, first, last);
  }
  for (; candidates && code == G40_OK; candidates = candidates->next) {
    if (may_name(words) || is_written_so(in, candidates, words)) {
      code = add_candidate(in, &in->wanted->items.items[first], words, candidates);
    }
  }
  return code;
}

/* "arbeids markt": one word, where the index has it as one. */
static int try_compound(const naming *in, size_t first) {
  g4_wanted *wanted = in->wanted;
  const g4_wanted_item *a = &wanted->items.items[first], *b = a + 1;
  g4_buf joined = {0};
  g4_postings found = {0};
  g4_buf_add(&joined, wanted->text + a->typed.start, a->typed.end - a->typed.start);
  g4_buf_add(&joined, wanted->text + b->typed.start, b->typed.end - b->typed.start);
  const g4_word_terms *terms =
      joined.failed ? NULL : g4_analyse(in->index->analyser, joined.bytes, joined.length, in->err);
  int code = terms ? G40_OK : g4_nomem(in->err);
  if (code == G40_OK && terms->count) {
    size_t n;
    const char *term = g4_analyser_term(in->index->analyser, terms->whole, &n);
    code = g4_index_postings(in->index, term, n, &found, in->err);
  }
  if (code == G40_OK && found.items.count) {
    g4_phrase phrase = {0};
    for (; phrase.count < terms->count; phrase.count++) {
      phrase.terms[phrase.count] = terms->parts[phrase.count];
    }
    code = join_items(in, first, first + 1);
    if (code == G40_OK && !g4_vec_push(&wanted->items.items[first].others, phrase)) {
      code = g4_nomem(in->err);
    }
  }
  g4_postings_free(&found);
  g4_buf_free(&joined);
  return code;
}

static bool is_word(const g4_wanted *wanted, size_t i) {
  return i < wanted->items.count && wanted->items.items[i].word;
}

int g4_wanted_add_names(g4_session *session, g4_index *index, bool related, g4_wanted *wanted, g40_error *err) {
  naming in = {session, index, wanted, g4_session_lexicon(session, err), related, err};
  int code = in.lexicon ? G40_OK : err->code;
  for (size_t i = 0; i < wanted->items.count && code == G40_OK; i++) {
    size_t last = i;
    while (last + 1 < i + LONGEST_NAME && is_word(wanted, i) && is_word(wanted, last + 1)) {
      last++;
    }
    bool found = false;
    for (size_t end = last + 1; end-- > i && is_word(wanted, i) && !found && code == G40_OK;) {
      code = try_name(&in, i, end, &found);
    }
    if (code == G40_OK && !found && is_word(wanted, i) && is_word(wanted, i + 1)) {
      code = try_compound(&in, i);
    }
  }
  return code;
}
