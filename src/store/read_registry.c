#include <string.h>

#include "base/map.h"
#include "store/registry.h"

/* What reading a table needs: where from, where to, and whether memory ran out. */
typedef struct {
  g4_store *store;
  g4_registry *registry;
  sqlite3_stmt *row;
  G4_VEC(int64_t) pks; /* of the versions, in the registry's order */
  int failed;
} reader;

typedef void (*read_row)(reader *in);

static const char *text(reader *in, int column) {
  return g4_store_text(in->row, column, &in->registry->arena, &in->failed);
}

static g4_date date(reader *in, int column) {
  const char *value = (const char *)sqlite3_column_text(in->row, column);
  g4_date parsed = 0;
  return value && g4_date_parse(value, &parsed) ? parsed : 0;
}

static void keep_result(reader *in, bool pushed) { in->failed |= !pushed; }

static int read_table(reader *in, const char *sql, read_row read, g40_error *err) {
  in->row = g4_store_prepare(in->store, sql, err);
  if (!in->row) {
    return err->code;
  }
  int code;
  while ((code = g4_store_step(in->store, in->row, err)) == 1 && !in->failed) {
    read(in);
  }
  sqlite3_finalize(in->row);
  return in->failed ? g4_store_failed(in->failed, err) : code;
}

static void read_meta(reader *in) {
  const char *key = (const char *)sqlite3_column_text(in->row, 0);
  if (key && strcmp(key, "known_from") == 0) {
    in->registry->known_from = date(in, 1);
  } else if (key && strcmp(key, "known_through") == 0) {
    in->registry->known_through = date(in, 1);
  } else if (key && strcmp(key, "minister_voor_until") == 0) {
    in->registry->minister_voor_until = date(in, 1);
  }
}

static void read_version(reader *in) {
  g4_ministry_version version = {.id = text(in, 0),
                                 .key = text(in, 1),
                                 .abbreviation = text(in, 2),
                                 .name = text(in, 3),
                                 .political = {date(in, 4), date(in, 5)},
                                 .registered = {date(in, 6), date(in, 7)},
                                 .tooi = text(in, 8),
                                 .wikidata = text(in, 9),
                                 .from = {.source = text(in, 10), .doubt = text(in, 11), .origin = text(in, 12)}};
  if (!version.id || !version.key || !version.abbreviation || !version.name) {
    return;
  }
  int64_t pk = sqlite3_column_int64(in->row, 13);
  keep_result(in, g4_vec_push(&in->pks, pk) && g4_vec_push(&in->registry->versions, version));
}

/* NULL reads as 0, which no row has. */
static int version_index(const reader *in, int column) {
  int64_t pk = sqlite3_column_int64(in->row, column);
  for (size_t i = 0; i < in->pks.count; i++) {
    if (in->pks.items[i] == pk) {
      return (int)i;
    }
  }
  return G4_NO_VERSION;
}

static void read_change(reader *in) {
  g4_ministry_change change = {.date = date(in, 1),
                               .register_date = date(in, 2),
                               .from = version_index(in, 3),
                               .to = version_index(in, 4),
                               .note = text(in, 5),
                               .provenance = {.source = text(in, 6), .doubt = text(in, 7), .origin = text(in, 8)}};
  const char *kind = (const char *)sqlite3_column_text(in->row, 0);
  if (kind && change.date && g4_change_kind_parse(kind, &change.kind) == G40_OK) {
    keep_result(in, g4_vec_push(&in->registry->changes, change));
  }
}

int g4_store_read_ministries(g4_store *store, g4_registry *registry, g40_error *err) {
  reader in = {.store = store, .registry = registry};
  int code = read_table(&in, "SELECT key, value FROM meta", read_meta, err);
  if (code == G40_OK) {
    code = read_table(&in,
                      "SELECT s.id, v.key, v.abbreviation, v.name, v.political_from, v.political_to, v.register_from,"
                      " v.register_to, s.tooi, v.wikidata, v.source, v.doubt, v.origin, v.pk"
                      " FROM ministry_version v CROSS JOIN stakeholder s ON s.pk = v.ministry",
                      read_version, err);
  }
  if (code == G40_OK) {
    code = read_table(&in,
                      "SELECT kind, political_date, register_date, from_version, to_version, note, source, doubt,"
                      " origin FROM ministry_change",
                      read_change, err);
  }
  if (code == G40_OK) { /* sorting here is cheaper than preparing SQL that sorts */
    code = g4_registry_sort(registry, err);
  }
  g4_vec_free(&in.pks);
  return code;
}

static void read_post(reader *in) {
  g4_post post = {.name = text(in, 0),
                  .ministry = text(in, 1),
                  .period = {date(in, 2), date(in, 3)},
                  .from = {.source = text(in, 4), .doubt = text(in, 5), .origin = text(in, 6)}};
  if (post.name && post.ministry) {
    keep_result(in, g4_vec_push(&in->registry->posts, post));
  }
}

static void push_entity(reader *in, const g4_entity *entity) {
  if (entity->id && entity->kind && entity->name.nl) {
    keep_result(in, g4_vec_push(&in->registry->entities, *entity));
  }
}

static void read_stakeholder(reader *in) {
  g4_entity entity = {.type = G4_STAKEHOLDER,
                      .id = text(in, 0),
                      .kind = text(in, 1),
                      .name = {text(in, 2), text(in, 3)},
                      .broader = text(in, 4),
                      .from = {.origin = text(in, 5)}};
  push_entity(in, &entity);
}

static void read_theme(reader *in) {
  g4_entity entity = {.type = G4_THEME,
                      .id = text(in, 0),
                      .kind = "theme",
                      .name = {text(in, 1), text(in, 2)},
                      .broader = text(in, 3),
                      .from = {.origin = text(in, 4)}};
  push_entity(in, &entity);
}

static void read_instrument(reader *in) {
  g4_entity entity = {
      .id = text(in, 0), .kind = text(in, 1), .name = {text(in, 2), text(in, 3)}, .from = {.origin = text(in, 4)}};
  entity.type = entity.kind && strcmp(entity.kind, "advice") == 0 ? G4_ADVICE : G4_INSTRUMENT;
  push_entity(in, &entity);
}

/* Names stand in a table of their own, sorted by what they name; each is put with its owner by a map of targets. */
typedef struct {
  const char *target, *relation;
  g4_form form;
} named;

typedef struct {
  reader in;
  G4_VEC(named) names;
  g4_arena targets; /* until the names are with their owners */
} name_reader;

/* One of a few words, without a copy of its own where it is known. */
static const char *word(reader *in, int column) {
  static const char *const known[] = {"nl", "en", "name", "same_as", "related", "builtin", "user"};
  const char *value = (const char *)sqlite3_column_text(in->row, column);
  for (size_t i = 0; value && i < sizeof known / sizeof *known; i++) {
    if (strcmp(value, known[i]) == 0) {
      return known[i];
    }
  }
  return text(in, column);
}

static void read_name(reader *in) {
  name_reader *names = (name_reader *)in;
  named name = {g4_store_text(in->row, 0, &names->targets, &in->failed), word(in, 1), {text(in, 2), word(in, 3)}};
  if (name.target && name.relation && name.form.text && name.form.language) {
    keep_result(in, g4_vec_push(&names->names, name));
  }
}

/* Forms of one target and relation: they stand together. */
static g4_forms take_forms(name_reader *names, size_t *at, const char *relation) {
  size_t first = *at, count = 0;
  const named *items = names->names.items;
  while (first + count < names->names.count && strcmp(items[first + count].target, items[first].target) == 0 &&
         strcmp(items[first + count].relation, relation) == 0) {
    count++;
  }
  g4_forms forms = {NULL, 0};
  if (count) {
    forms.items = g4_arena_array(&names->in.registry->arena, count, sizeof *forms.items);
    if (!forms.items) {
      names->in.failed = 1;
      return forms;
    }
    for (size_t i = 0; i < count; i++) {
      forms.items[forms.count++] = items[first + i].form;
    }
  }
  *at += count;
  return forms;
}

static g4_forms join_names(name_reader *names, const g4_map *targets, const char *target, g4_forms *related) {
  g4_forms none = {NULL, 0};
  size_t at;
  *related = none;
  if (!g4_map_get(targets, target, strlen(target), &at)) {
    return none;
  }
  g4_forms same = take_forms(names, &at, "same_as");
  if (at < names->names.count && strcmp(names->names.items[at].target, target) == 0) {
    *related = take_forms(names, &at, "related");
  }
  return same;
}

void g4_store_post_target(const g4_post *post, g4_buf *target) {
  char start[G4_DATE_TEXT];
  g4_buf_add_format(target, "post/%s@%s", post->name, g4_date_format(post->period.from, start));
}

static void attach_not_ministries(name_reader *names) {
  g4_registry *registry = names->in.registry;
  static const char prefix[] = "not_ministry/";
  for (size_t i = 0; i < names->names.count; i++) {
    const named *first = &names->names.items[i];
    if (strncmp(first->target, prefix, sizeof prefix - 1) == 0 && strcmp(first->relation, "name") == 0) {
      g4_not_ministry entry = {.name = first->form.text};
      size_t at = i + 1;
      if (at < names->names.count && strcmp(names->names.items[at].target, first->target) == 0) {
        entry.aliases = take_forms(names, &at, "same_as");
      }
      keep_result(&names->in, g4_vec_push(&registry->not_ministries, entry));
    }
  }
}

static bool index_targets(name_reader *names, g4_map *targets) {
  bool done = true;
  for (size_t i = 0; i < names->names.count && done; i++) {
    const char *target = names->names.items[i].target;
    if (i == 0 || strcmp(names->names.items[i - 1].target, target) != 0) {
      done = g4_map_put(targets, target, strlen(target), i);
    }
  }
  return done;
}

static void attach_to_ministries(name_reader *names, const g4_map *targets) {
  g4_registry *registry = names->in.registry;
  g4_forms unused;
  g4_buf post = {0};
  for (size_t i = 0; i < registry->versions.count; i++) {
    g4_ministry_version *version = &registry->versions.items[i];
    version->aliases = join_names(names, targets, version->key, &unused);
  }
  for (size_t i = 0; i < registry->posts.count; i++) {
    g4_buf_clear(&post);
    g4_store_post_target(&registry->posts.items[i], &post);
    names->in.failed |= post.failed;
    registry->posts.items[i].aliases = join_names(names, targets, post.failed ? "" : g4_buf_text(&post), &unused);
  }
  g4_buf_free(&post);
  attach_not_ministries(names);
}

static void attach_to_entities(name_reader *names, const g4_map *targets) {
  g4_registry *registry = names->in.registry;
  for (size_t i = 0; i < registry->entities.count; i++) {
    g4_entity *entity = &registry->entities.items[i];
    entity->same_as = join_names(names, targets, entity->id, &entity->related);
  }
}

typedef struct {
  const char *sql;
  read_row read;
} table;

/* Reads the tables, of which the last is of names, and puts the names with their owners. */
static int read_named(g4_store *store, g4_registry *registry, const table *tables, size_t count,
                      void (*attach)(name_reader *names, const g4_map *targets), g40_error *err) {
  name_reader names = {.in = {.store = store, .registry = registry}};
  g4_map targets = {0};
  int code = G40_OK;
  for (size_t i = 0; i < count && code == G40_OK; i++) {
    code = read_table(&names.in, tables[i].sql, tables[i].read, err);
  }
  if (code == G40_OK) {
    keep_result(&names.in, index_targets(&names, &targets));
    attach(&names, &targets);
    code = names.in.failed ? g4_store_failed(names.in.failed, err) : G40_OK;
  }
  g4_map_free(&targets);
  g4_vec_free(&names.names);
  g4_arena_free(&names.targets);
  return code;
}

int g4_store_read_ministry_names(g4_store *store, g4_registry *registry, g40_error *err) {
  static const table tables[] = {
      {"SELECT p.name, s.id, p.valid_from, p.valid_to, p.source, p.doubt, p.origin FROM post p"
       " JOIN stakeholder s ON s.pk = p.ministry ORDER BY p.pk",
       read_post},
      {"SELECT target, relation, text, language FROM"
       " (SELECT * FROM name WHERE target IN (SELECT key FROM ministry_version)"
       " UNION ALL SELECT * FROM name WHERE target >= 'post/' AND target < 'post0'"
       " UNION ALL SELECT * FROM name WHERE target >= 'not_ministry/' AND target < 'not_ministry0')"
       " ORDER BY target, ordinal",
       read_name}};
  return read_named(store, registry, tables, sizeof tables / sizeof *tables, attach_to_ministries, err);
}

int g4_store_read_entities(g4_store *store, g4_registry *registry, g40_error *err) {
  static const table tables[] = {
      {"SELECT id, kind, name_nl, name_en, broader, origin FROM stakeholder WHERE kind <> 'ministry' ORDER BY pk",
       read_stakeholder},
      {"SELECT id, label_nl, label_en, broader, origin FROM theme ORDER BY pk", read_theme},
      {"SELECT id, kind, name_nl, name_en, origin FROM instrument ORDER BY pk", read_instrument},
      {"SELECT target, relation, text, language FROM name WHERE target < 'post/' OR target >= 'post0'"
       " ORDER BY target, ordinal",
       read_name}};
  return read_named(store, registry, tables, sizeof tables / sizeof *tables, attach_to_entities, err);
}

int g4_store_read_names(g4_store *store, g4_registry *registry, g40_error *err) {
  int code = g4_store_read_ministry_names(store, registry, err);
  return code == G40_OK ? g4_store_read_entities(store, registry, err) : code;
}
