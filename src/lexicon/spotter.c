#include "lexicon/spotter.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon/noun.h"
#include "lexicon/tokens.h"
#include "text/chars.h"
#include "text/fold.h"

void g4_spotter_free(g4_spotter *spotter) {
  if (!spotter) {
    return;
  }
  g4_map_free(&spotter->by_key);
  g4_map_free(&spotter->by_token);
  g4_vec_free(&spotter->names);
  g4_vec_free(&spotter->starts);
  g4_arena_free(&spotter->arena);
  free(spotter);
}

int g4_spotter_fold(const char *text, size_t n, bool plain, g4_buf *out) {
  if (!plain) {
    return g4_fold(text, n, out, NULL);
  }
  size_t start = out->length;
  g4_buf_add(out, text, n);
  for (size_t i = start; i < out->length; i++) {
    out->bytes[i] = g4_ascii_lower(out->bytes[i]);
  }
  return out->failed ? G40_NOMEM : G40_OK;
}

/* "VVD's" */
static bool is_genitive(g4_slice name, g4_slice token) {
  return token.length == name.length + 2 && memcmp(token.text, name.text, name.length) == 0 &&
         memcmp(token.text + name.length, "'s", 2) == 0;
}

bool g4_spot_last_matches(const g4_spot_name *name, g4_slice token) {
  g4_slice last = name->tokens[name->count - 1];
  if (!last.length || last.text[0] != token.text[0]) { /* no ending changes the first letter */
    return false;
  }
  switch (name->kind) {
    case G4_SPOT_COMMON:
      return g4_noun_matches(last, token);
    case G4_SPOT_ABBREVIATION:
    case G4_SPOT_PROPER:
      return g4_slice_equal(last, token) || is_genitive(last, token);
    default:
      return g4_slice_equal(last, token);
  }
}

/* One word, and at least two letters and half of them upper-case: EZ, IenW, SoZaWe, but not ProRail. */
static bool looks_abbreviated(const char *name) {
  size_t upper = 0, letters = 0, n = strlen(name);
  for (size_t at = 0, length; at < n; at += length) {
    g4_char_class kind = g4_char_at(name + at, n - at, &length);
    if (kind == G4_CHAR_SPACE) {
      return false;
    }
    upper += kind == G4_CHAR_UPPER;
    letters += g4_char_is_letter(kind);
  }
  return upper >= 2 && upper * 2 >= letters;
}

static bool has_capital(const char *name) {
  g4_word word;
  return g4_word_next(name, strlen(name), 0, &word) && word.capital;
}

/* Splits a name into the tokens of `name`, and writes what it is compared by to `key`. False: out of memory. */
static bool tokenise(g4_spotter *spotter, const char *text, g4_spot_name *name, g4_buf *key) {
  size_t n = strlen(text);
  g4_tokens tokens = g4_tokens_of(text, n);
  g4_token token;
  while (g4_tokens_next(&tokens, &token)) {
    name->count++;
  }
  g4_slice *slices = g4_arena_array(&spotter->arena, name->count, sizeof *slices);
  unsigned char *gaps = g4_arena_alloc(&spotter->arena, name->count);
  g4_buf_add_format(key, "%d", (int)name->kind);
  tokens = g4_tokens_of(text, n);
  for (size_t i = 0; slices && gaps && g4_tokens_next(&tokens, &token); i++) {
    gaps[i] = i ? token.gap : (unsigned char)G4_GAP_JOIN;
    g4_buf_add_char(key, (char)gaps[i]);
    size_t start = key->length;
    if (g4_spotter_fold(text + token.start, token.end - token.start, token.plain, key)) {
      return false;
    }
    slices[i].length = key->length - start;
    slices[i].text = g4_arena_strndup(&spotter->arena, key->bytes + start, slices[i].length);
    if (!slices[i].text) {
      return false;
    }
  }
  name->tokens = slices;
  name->gaps = gaps;
  return slices && gaps;
}

static bool keep_case(g4_spotter *spotter, const char *text, g4_spot_name *name, g4_buf *key) {
  if (name->kind != G4_SPOT_ABBREVIATION) {
    return true;
  }
  g4_buf_add_char(key, '\n');
  size_t start = key->length;
  if (g4_fold_keep_case(text, strlen(text), key, NULL)) {
    return false;
  }
  name->cased.length = key->length - start;
  name->cased.text = g4_arena_strndup(&spotter->arena, key->bytes + start, name->cased.length);
  return name->cased.text != NULL;
}

/* Puts the name among those that start with the token: longer ones and better kinds first. */
static bool add_start(g4_spotter *spotter, const g4_spot_name *name, const char *token, size_t n) {
  size_t slot = spotter->starts.count;
  if (!g4_map_get(&spotter->by_token, token, n, &slot)) {
    const char *kept = g4_arena_strndup(&spotter->arena, token, n);
    if (!kept || !g4_vec_push(&spotter->starts, NULL) || !g4_map_put(&spotter->by_token, kept, n, slot)) {
      return false;
    }
  }
  g4_spot_link *link = g4_arena_alloc(&spotter->arena, sizeof *link), **at = &spotter->starts.items[slot];
  while (*at &&
         ((*at)->name->count > name->count || ((*at)->name->count == name->count && (*at)->name->kind <= name->kind))) {
    at = &(*at)->next;
  }
  if (link) {
    *link = (g4_spot_link){*at, name, name->count > 1 ? name->tokens[1].text[0] : '\0'};
    *at = link;
  }
  return link != NULL;
}

/* A name of one token starts with that in all its forms. */
static bool add_starts(g4_spotter *spotter, const g4_spot_name *name) {
  g4_slice first = name->tokens[0];
  if (!add_start(spotter, name, first.text, first.length)) {
    return false;
  }
  if (name->count > 1 || name->kind == G4_SPOT_TITLE) {
    return true;
  }
  if (name->kind != G4_SPOT_COMMON) {
    g4_buf genitive = {0};
    g4_buf_add(&genitive, first.text, first.length);
    g4_buf_add_text(&genitive, "'s");
    bool done = !genitive.failed && add_start(spotter, name, genitive.bytes, genitive.length);
    g4_buf_free(&genitive);
    return done;
  }
  g4_noun_form forms[G4_NOUN_FORMS];
  size_t count = g4_noun_forms(first, forms);
  for (size_t i = 1; i < count; i++) { /* the first is the token itself */
    if (!add_start(spotter, name, forms[i].text, forms[i].length)) {
      return false;
    }
  }
  return true;
}

/* The name that is compared like the draft; a new one where there is none. NULL: out of memory. */
static g4_spot_name *find_or_add(g4_spotter *spotter, const g4_spot_name *draft, const g4_buf *key) {
  size_t slot = spotter->names.count;
  if (g4_map_get(&spotter->by_key, key->bytes, key->length, &slot)) {
    return spotter->names.items[slot];
  }
  const char *kept = g4_arena_strndup(&spotter->arena, key->bytes, key->length);
  g4_spot_name *name = g4_arena_alloc(&spotter->arena, sizeof *name);
  if (!kept || !name) {
    return NULL;
  }
  *name = *draft;
  if (!g4_vec_push(&spotter->names, name) || !g4_map_put(&spotter->by_key, kept, key->length, slot) ||
      !add_starts(spotter, name)) {
    return NULL;
  }
  spotter->longest = name->count > spotter->longest ? name->count : spotter->longest;
  return name;
}

static bool add_candidate(g4_spotter *spotter, g4_spot_name *name, g4_candidate candidate) {
  if (name->last && name->last->target == candidate.target && name->last->index == candidate.index) {
    return true;
  }
  g4_candidate *item = g4_arena_alloc(&spotter->arena, sizeof *item);
  if (!item) {
    return false;
  }
  *item = candidate;
  if (name->last) {
    name->last->next = item;
  } else {
    name->first = item;
  }
  name->last = item;
  return true;
}

static bool add_name(g4_spotter *spotter, const char *text, g4_spot_kind kind, g4_candidate candidate) {
  g4_buf key = {0};
  g4_spot_name draft = {.kind = kind}, *name = NULL;
  bool done = tokenise(spotter, text, &draft, &key) && keep_case(spotter, text, &draft, &key) && !key.failed;
  if (done && draft.count) {
    name = find_or_add(spotter, &draft, &key);
    done = name && add_candidate(spotter, name, candidate);
  }
  g4_buf_free(&key);
  return done;
}

static bool add_forms(g4_spotter *spotter, g4_forms forms, g4_spot_kind kind, g4_candidate candidate) {
  bool done = true;
  for (size_t i = 0; i < forms.count && done; i++) {
    const char *text = forms.items[i].text;
    done = add_name(spotter, text, looks_abbreviated(text) ? G4_SPOT_ABBREVIATION : kind, candidate);
  }
  return done;
}

static bool add_ministries(g4_spotter *spotter) {
  bool done = true;
  for (size_t i = 0; i < spotter->registry->versions.count && done; i++) {
    const g4_ministry_version *version = &spotter->registry->versions.items[i];
    g4_candidate candidate = {.target = G4_TARGET_VERSION, .by = G4_BY_ABBREVIATION, .index = (int)i};
    done = add_name(spotter, version->abbreviation, G4_SPOT_ABBREVIATION, candidate) &&
           add_forms(spotter, version->aliases, G4_SPOT_TITLE, candidate);
    candidate.by = G4_BY_NAME;
    done = done && add_name(spotter, version->name, G4_SPOT_TITLE, candidate);
  }
  for (size_t i = 0; i < spotter->registry->posts.count && done; i++) {
    const g4_post *post = &spotter->registry->posts.items[i];
    g4_candidate candidate = {.target = G4_TARGET_POST, .by = G4_BY_NAME, .index = (int)i};
    done = add_name(spotter, post->name, G4_SPOT_TITLE, candidate) &&
           add_forms(spotter, post->aliases, G4_SPOT_TITLE, candidate);
  }
  for (size_t i = 0; i < spotter->registry->not_ministries.count && done; i++) {
    const g4_not_ministry *item = &spotter->registry->not_ministries.items[i];
    g4_candidate candidate = {.target = G4_TARGET_NOT_MINISTRY, .by = G4_BY_NAME, .index = (int)i};
    done = add_forms(spotter, (g4_forms){&(g4_form){item->name, "nl"}, 1}, G4_SPOT_TITLE, candidate) &&
           add_forms(spotter, item->aliases, G4_SPOT_TITLE, candidate);
  }
  return done;
}

static bool add_entities(g4_spotter *spotter) {
  bool done = true;
  for (size_t i = 0; i < spotter->registry->entities.count && done; i++) {
    const g4_entity *entity = &spotter->registry->entities.items[i];
    if (!(spotter->types & G4_TYPE(entity->type))) {
      continue;
    }
    g4_candidate candidate = {.target = G4_TARGET_ENTITY, .by = G4_BY_NAME, .index = (int)i};
    bool proper = entity->type == G4_STAKEHOLDER && has_capital(entity->name.nl);
    g4_form name = {entity->name.nl, "nl"};
    done = add_forms(spotter, (g4_forms){&name, 1}, proper ? G4_SPOT_PROPER : G4_SPOT_COMMON, candidate);
    for (size_t k = 0; k < entity->same_as.count && done; k++) {
      g4_form other = entity->same_as.items[k];
      if (other.language && strcmp(other.language, "nl") != 0) {
        continue;
      }
      proper = entity->type == G4_STAKEHOLDER && has_capital(other.text);
      done = add_forms(spotter, (g4_forms){&other, 1}, proper ? G4_SPOT_PROPER : G4_SPOT_COMMON, candidate);
    }
  }
  return done;
}

/* Puts the links of each token beside each other: there are some thousand, and those of a frequent word are walked
 * along wherever it stands. */
static bool pack_links(g4_spotter *spotter) {
  size_t count = 0;
  for (size_t i = 0; i < spotter->starts.count; i++) {
    for (const g4_spot_link *link = spotter->starts.items[i]; link; link = link->next) {
      count++;
    }
  }
  g4_spot_link *packed = g4_arena_array(&spotter->arena, count, sizeof *packed);
  for (size_t i = 0; packed && i < spotter->starts.count; i++) {
    const g4_spot_link *link = spotter->starts.items[i];
    spotter->starts.items[i] = packed;
    for (; link; link = link->next, packed++) {
      *packed = *link;
      packed->next = link->next ? packed + 1 : NULL;
    }
  }
  return count == 0 || packed;
}

g4_spotter *g4_spotter_new(const g4_registry *registry, unsigned types, g40_error *err) {
  g4_spotter *spotter = calloc(1, sizeof *spotter);
  if (spotter) {
    spotter->registry = registry;
    spotter->types = types;
    if (add_ministries(spotter) && add_entities(spotter) && pack_links(spotter)) {
      return spotter;
    }
  }
  g4_spotter_free(spotter);
  g4_nomem(err);
  return NULL;
}
