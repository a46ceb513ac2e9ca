#include "lexicon/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "text/fold.h"

typedef struct {
  g4_candidate *first, *last;
} candidate_list;

typedef struct {
  g4_full_name_link *first, *last;
} link_list;

struct g4_lexicon {
  const g4_registry *registry;
  g4_arena arena; /* keys, candidates, full names */
  g4_map names;   /* to the index of a candidate_list */
  G4_VEC(candidate_list) candidates;
  g4_map parts; /* to the index of a link_list */
  G4_VEC(link_list) links;
  g4_buf scratch; /* while it is built */
};

const g4_registry *g4_lexicon_registry(const g4_lexicon *lexicon) { return lexicon->registry; }

void g4_lexicon_free(g4_lexicon *lexicon) {
  if (!lexicon) {
    return;
  }
  g4_map_free(&lexicon->names);
  g4_map_free(&lexicon->parts);
  g4_vec_free(&lexicon->candidates);
  g4_vec_free(&lexicon->links);
  g4_buf_free(&lexicon->scratch);
  g4_arena_free(&lexicon->arena);
  free(lexicon);
}

/* Folds into the scratch buffer; the slice holds until the next fold. */
static int fold(g4_lexicon *lexicon, const char *text, g4_slice *folded, g40_error *err) {
  g4_buf_clear(&lexicon->scratch);
  int code = g4_fold(text, strlen(text), &lexicon->scratch, err);
  if (code) {
    return code;
  }
  *folded = g4_slice_trim((g4_slice){g4_buf_text(&lexicon->scratch), lexicon->scratch.length});
  return G40_OK;
}

static bool add_candidate(g4_lexicon *lexicon, g4_slice key, g4_candidate candidate) {
  size_t slot = lexicon->candidates.count;
  if (!g4_map_get(&lexicon->names, key.text, key.length, &slot)) {
    const char *kept = g4_arena_strndup(&lexicon->arena, key.text, key.length);
    if (!kept || !g4_vec_push(&lexicon->candidates, (candidate_list){0}) ||
        !g4_map_put(&lexicon->names, kept, key.length, slot)) {
      return false;
    }
  }
  candidate_list *list = &lexicon->candidates.items[slot];
  if (list->last && list->last->target == candidate.target && list->last->index == candidate.index) {
    return true; /* two names of one thing that fold to the same */
  }
  g4_candidate *item = g4_arena_alloc(&lexicon->arena, sizeof *item);
  if (!item) {
    return false;
  }
  *item = candidate;
  if (list->last) {
    list->last->next = item;
  } else {
    list->first = item;
  }
  list->last = item;
  return true;
}

static int add_name(g4_lexicon *lexicon, const char *name, g4_target target, g4_name_kind by, size_t index,
                    g40_error *err) {
  g4_slice key;
  int code = name ? fold(lexicon, name, &key, err) : G40_OK;
  if (code || !name || !key.length) {
    return code;
  }
  g4_candidate candidate = {.target = target, .by = by, .index = (int)index};
  return add_candidate(lexicon, key, candidate) ? G40_OK : g4_nomem(err);
}

/* An id and the id without its type: "ministry/mnre1045", "mnre1045". */
static int add_id(g4_lexicon *lexicon, const char *id, g4_target target, size_t index, g40_error *err) {
  const char *slash = strchr(id, '/');
  int code = add_name(lexicon, id, target, G4_BY_ID, index, err);
  return code || !slash ? code : add_name(lexicon, slash + 1, target, G4_BY_ID, index, err);
}

static int add_forms(g4_lexicon *lexicon, g4_forms forms, g4_target target, g4_name_kind by, size_t index,
                     g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < forms.count && !code; i++) {
    code = add_name(lexicon, forms.items[i].text, target, by, index, err);
  }
  return code;
}

static bool add_part(g4_lexicon *lexicon, const g4_full_name *name, g4_slice part) {
  size_t slot = lexicon->links.count;
  if (!g4_map_get(&lexicon->parts, part.text, part.length, &slot) &&
      (!g4_vec_push(&lexicon->links, (link_list){0}) || !g4_map_put(&lexicon->parts, part.text, part.length, slot))) {
    return false;
  }
  link_list *list = &lexicon->links.items[slot];
  if (list->last && list->last->name == name) {
    return true;
  }
  g4_full_name_link *link = g4_arena_alloc(&lexicon->arena, sizeof *link);
  if (!link) {
    return false;
  }
  link->name = name;
  if (list->last) {
    list->last->next = link;
  } else {
    list->first = link;
  }
  list->last = link;
  return true;
}

/* Reads a full name and puts it under each of its parts. */
static bool add_parts(g4_lexicon *lexicon, g4_slice folded, g4_full_name draft) {
  folded.text = g4_arena_strndup(&lexicon->arena, folded.text, folded.length);
  if (!folded.text) {
    return false;
  }
  g4_title title;
  g4_title_parse(folded.text, folded.length, &title);
  g4_parts parts;
  g4_parts_split(title.field, &parts);
  g4_slice *kept = g4_arena_array(&lexicon->arena, parts.count, sizeof *kept);
  g4_full_name *name = g4_arena_alloc(&lexicon->arena, sizeof *name);
  if (!kept || !name) {
    return false;
  }
  memcpy(kept, parts.items, parts.count * sizeof *kept);
  *name = draft;
  name->head = title.head;
  name->parts = kept;
  name->count = parts.count;
  for (size_t i = 0; i < parts.count; i++) {
    if (!add_part(lexicon, name, kept[i])) {
      return false;
    }
  }
  return true;
}

static int add_full_name(g4_lexicon *lexicon, const char *text, g4_full_name draft, g40_error *err) {
  g4_slice folded;
  int code = fold(lexicon, text, &folded, err);
  if (code) {
    return code;
  }
  return add_parts(lexicon, folded, draft) ? G40_OK : g4_nomem(err);
}

static int add_versions(g4_lexicon *lexicon, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < lexicon->registry->versions.count && !code; i++) {
    const g4_ministry_version *version = &lexicon->registry->versions.items[i];
    code = add_id(lexicon, version->id, G4_TARGET_VERSION, i, err);
    code = code ? code : add_name(lexicon, version->key, G4_TARGET_VERSION, G4_BY_ID, i, err);
    code = code ? code : add_name(lexicon, version->abbreviation, G4_TARGET_VERSION, G4_BY_ABBREVIATION, i, err);
    code = code ? code : add_forms(lexicon, version->aliases, G4_TARGET_VERSION, G4_BY_ABBREVIATION, i, err);
    g4_full_name draft = {.target = G4_TARGET_VERSION, .index = (int)i};
    code = code ? code : add_full_name(lexicon, version->name, draft, err);
  }
  return code;
}

static int add_posts(g4_lexicon *lexicon, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < lexicon->registry->posts.count && !code; i++) {
    const g4_post *post = &lexicon->registry->posts.items[i];
    g4_full_name draft = {.target = G4_TARGET_POST, .index = (int)i};
    code = add_full_name(lexicon, post->name, draft, err);
    draft.alias = true;
    for (size_t k = 0; k < post->aliases.count && !code; k++) {
      code = add_full_name(lexicon, post->aliases.items[k].text, draft, err);
    }
  }
  return code;
}

static int add_entities(g4_lexicon *lexicon, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < lexicon->registry->entities.count && !code; i++) {
    const g4_entity *entity = &lexicon->registry->entities.items[i];
    code = add_id(lexicon, entity->id, G4_TARGET_ENTITY, i, err);
    code = code ? code : add_name(lexicon, entity->name.nl, G4_TARGET_ENTITY, G4_BY_NAME, i, err);
    code = code ? code : add_name(lexicon, entity->name.en, G4_TARGET_ENTITY, G4_BY_NAME, i, err);
    code = code ? code : add_forms(lexicon, entity->same_as, G4_TARGET_ENTITY, G4_BY_NAME, i, err);
  }
  return code;
}

static int add_not_ministries(g4_lexicon *lexicon, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < lexicon->registry->not_ministries.count && !code; i++) {
    const g4_not_ministry *item = &lexicon->registry->not_ministries.items[i];
    code = add_name(lexicon, item->name, G4_TARGET_NOT_MINISTRY, G4_BY_NAME, i, err);
    code = code ? code : add_forms(lexicon, item->aliases, G4_TARGET_NOT_MINISTRY, G4_BY_NAME, i, err);
  }
  return code;
}

g4_lexicon *g4_lexicon_new(const g4_registry *registry, g40_error *err) {
  g4_lexicon *lexicon = calloc(1, sizeof *lexicon);
  if (!lexicon) {
    g4_nomem(err);
    return NULL;
  }
  lexicon->registry = registry;
  if (add_versions(lexicon, err) || add_posts(lexicon, err) || add_entities(lexicon, err) ||
      add_not_ministries(lexicon, err)) {
    g4_lexicon_free(lexicon);
    return NULL;
  }
  g4_buf_free(&lexicon->scratch);
  return lexicon;
}

int g4_lexicon_fold(const char *name, g4_buf *out) {
  size_t n = strnlen(name, G4_NAME_MAX + 1);
  if (n > G4_NAME_MAX) {
    return G40_NOT_FOUND;
  }
  return g4_fold(name, n, out, NULL);
}

const g4_candidate *g4_lexicon_exact(const g4_lexicon *lexicon, g4_slice folded) {
  size_t slot;
  bool found = g4_map_get(&lexicon->names, folded.text, folded.length, &slot);
  return found ? lexicon->candidates.items[slot].first : NULL;
}

const g4_full_name_link *g4_lexicon_with_part(const g4_lexicon *lexicon, g4_slice part) {
  size_t slot;
  bool found = g4_map_get(&lexicon->parts, part.text, part.length, &slot);
  return found ? lexicon->links.items[slot].first : NULL;
}

/* Adds the entities among the candidates that the name finds in this way. */
static bool collect(const g4_lexicon *lexicon, const g4_candidate *candidate, unsigned types, bool by_id,
                    g4_indices *matches) {
  for (; candidate; candidate = candidate->next) {
    if (candidate->target == G4_TARGET_ENTITY && (candidate->by == G4_BY_ID) == by_id &&
        (types & G4_TYPE(lexicon->registry->entities.items[candidate->index].type)) &&
        !g4_indices_add(matches, candidate->index)) {
      return false;
    }
  }
  return true;
}

int g4_lexicon_find(const g4_lexicon *lexicon, unsigned types, const char *name, g4_indices *matches, g40_error *err) {
  *matches = (g4_indices){0};
  g4_buf folded = {0};
  int code = g4_lexicon_fold(name, &folded);
  if (!code) {
    const g4_candidate *first =
        g4_lexicon_exact(lexicon, g4_slice_trim((g4_slice){g4_buf_text(&folded), folded.length}));
    bool done = collect(lexicon, first, types, true, matches) &&
                (matches->count || collect(lexicon, first, types, false, matches));
    code = done ? G40_OK : G40_NOMEM;
  }
  g4_buf_free(&folded);
  if (code == G40_NOMEM) {
    g4_vec_free(matches);
    return g4_nomem(err);
  }
  return G40_OK;
}
