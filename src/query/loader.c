#include "query/loader.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int g4_loader_begin(g4_loader *loader, g4_session *session, const g40_query *query, g40_error *err) {
  *loader = (g4_loader){.session = session,
                        .as_of = query ? query->as_of : 0,
                        .with_contacts = query && query->with_contacts,
                        .err = err};
  loader->owner = g4_owner_new(err);
  return loader->owner ? G40_OK : G40_NOMEM;
}

void *g4_loader_end(g4_loader *loader, int code, void *result) {
  sqlite3_blob_close(loader->texts);
  loader->texts = NULL;
  g4_map_free(&loader->words);
  g4_vec_free(&loader->kept);
  free(loader->gathered.rows);
  loader->gathered.rows = NULL;
  if (code >= 0 && loader->failed) {
    code = g4_store_failed(loader->failed, loader->err);
  }
  if (code < 0) {
    g4_owner_release(loader->owner);
    return NULL;
  }
  return result;
}

const char *g4_loader_text(g4_loader *loader, int column) {
  return g4_store_text(loader->row, column, &loader->owner->arena, &loader->failed);
}

const char *g4_loader_shared(g4_loader *loader, int column, const char **last) {
  const char *text = (const char *)sqlite3_column_text(loader->row, column);
  if (!text || !*last || strcmp(text, *last) != 0) {
    *last = g4_loader_text(loader, column);
  }
  return *last;
}

/* The same by looking them all up. */
static const char *find_word(g4_loader *loader, int column, const char *text, size_t length) {
  size_t place = loader->kept.count;
  if (g4_map_get(&loader->words, text, length, &place)) {
    return loader->kept.items[place];
  }
  const char *copy = g4_loader_text(loader, column);
  if (copy && (!g4_vec_push(&loader->kept, copy) || !g4_map_put(&loader->words, copy, length, place))) {
    loader->failed |= G4_TEXT_NOMEM;
  }
  return copy;
}

const char *g4_loader_word(g4_loader *loader, int column) {
  const char *text = (const char *)sqlite3_column_text(loader->row, column);
  if (!text) {
    return g4_loader_text(loader, column);
  }
  size_t length = (size_t)sqlite3_column_bytes(loader->row, column);
  size_t few = length * 31 + (unsigned char)text[0] * 7u + (unsigned char)text[length / 2];
  g4_recent_word *recent = &loader->recent[few % G4_RECENT_WORDS];
  if (!recent->word || recent->length != length || memcmp(recent->word, text, length) != 0) {
    *recent = (g4_recent_word){find_word(loader, column, text, length), length};
  }
  return recent->word;
}

int64_t g4_loader_number(const g4_loader *loader, int column) {
  int64_t number = sqlite3_column_int64(loader->row, column);
  return !number && sqlite3_column_type(loader->row, column) == SQLITE_NULL ? -1 : number;
}

const char *g4_slug(const char *id) {
  const char *slash = id ? strchr(id, '/') : NULL;
  return slash ? slash + 1 : id;
}

const char *g4_loader_date(g4_loader *loader, g4_date date) {
  if (!date) {
    return NULL;
  }
  char text[G4_DATE_TEXT];
  const char *copy = g4_arena_strdup(&loader->owner->arena, g4_date_format(date, text));
  loader->failed |= !copy;
  return copy;
}

/* Every array of the model has this layout, and every row begins with its owner. */
typedef struct {
  g4_owner *owner;
  size_t count;
  int64_t total;
  void *rows;
} any_array;

/* The rows lie behind the array. */
static void *make_array(g4_loader *loader, size_t count, int64_t total, size_t row_size, void **rows) {
  bool fits = count <= (SIZE_MAX - sizeof(any_array)) / row_size;
  char *array = fits ? g4_arena_alloc(&loader->owner->arena, sizeof(any_array) + count * row_size) : NULL;
  if (!array) {
    loader->failed |= G4_TEXT_NOMEM;
    return NULL;
  }
  *rows = array + sizeof(any_array);
  any_array made = {loader->owner, count, total, *rows};
  return memcpy(array, &made, sizeof made);
}

void *g4_loader_array(g4_loader *loader, size_t count, int64_t total, size_t row_size, void **rows) {
  char *array = make_array(loader, count, total, row_size, rows);
  for (size_t i = 0; array && i < count; i++) {
    memcpy((char *)*rows + i * row_size, &loader->owner, sizeof loader->owner);
  }
  return array;
}

void *g4_loader_empty(g4_loader *loader) {
  void *rows = NULL;
  loader->empty = loader->empty ? loader->empty : make_array(loader, 0, 0, 1, &rows);
  return loader->empty;
}

/* Rows are gathered outside of the arena: how many there are is known at the end. */
void *g4_loader_gather(g4_loader *loader, size_t count, size_t row_size) {
  size_t need = (count + 1) * row_size;
  if (need > loader->gathered.capacity) {
    void *rows = realloc(loader->gathered.rows, 2 * need);
    if (!rows) {
      loader->failed |= G4_TEXT_NOMEM;
      return NULL;
    }
    loader->gathered.rows = rows;
    loader->gathered.capacity = 2 * need;
  }
  char *row = (char *)loader->gathered.rows + count * row_size;
  memset(row, 0, row_size);
  memcpy(row, &loader->owner, sizeof loader->owner);
  return row;
}

void *g4_loader_gathered(g4_loader *loader, size_t count, size_t row_size) {
  void *rows = NULL;
  if (!count) {
    return g4_loader_empty(loader);
  }
  void *array = make_array(loader, count, (int64_t)count, row_size, &rows);
  return array ? memcpy(rows, loader->gathered.rows, count * row_size), array : NULL;
}

int g4_loader_rows(g4_loader *loader, sqlite3_stmt *statement, size_t row_size, g4_read_row read, void **array) {
  size_t count = 0;
  int code;
  while ((code = g4_store_step(loader->session->store, statement, loader->err)) == 1 && !loader->failed) {
    void *row = g4_loader_gather(loader, count, row_size);
    if (row) {
      count++;
      loader->row = statement;
      read(loader, row);
    }
  }
  g4_store_done(statement);
  if (code >= 0 && !loader->failed) {
    *array = g4_loader_gathered(loader, count, row_size);
  }
  if (code < 0) {
    return code;
  }
  return loader->failed ? g4_store_failed(loader->failed, loader->err) : G40_OK;
}

int g4_loader_children(g4_loader *loader, const char *sql, int64_t key, size_t row_size, g4_read_row read,
                       void **array) {
  sqlite3_stmt *statement = g4_store_statement(loader->session->store, sql, loader->err);
  if (!statement) {
    return loader->err->code;
  }
  if (key >= 0) {
    int code = g4_store_bind(loader->session->store, statement, loader->err, "i", key);
    if (code != G40_OK) {
      return code;
    }
  }
  return g4_loader_rows(loader, statement, row_size, read, array);
}

void g4_loader_ministry(g4_loader *loader, const g4_registry *registry, int version, g40_ministry *row) {
  const g4_ministry_version *from = &registry->versions.items[version];
  g4_arena *arena = &loader->owner->arena;
  struct {
    const char **to, *text;
  } copies[] = {{&row->id, from->id},
                {&row->version, from->key},
                {&row->abbreviation, from->abbreviation},
                {&row->name, from->name},
                {&row->tooi, from->tooi},
                {&row->wikidata, from->wikidata},
                {&row->source, from->from.source},
                {&row->doubt, from->from.doubt}};
  for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
    if (copies[i].text) {
      *copies[i].to = g4_arena_strdup(arena, copies[i].text);
      loader->failed |= !*copies[i].to;
    }
  }
  row->valid_from = g4_loader_date(loader, from->political.from);
  row->valid_to = g4_loader_date(loader, from->political.to);
  row->registered_from = g4_loader_date(loader, from->registered.from);
  row->registered_to = g4_loader_date(loader, from->registered.to);
}

const g40_ministries *g4_loader_ministries(g4_loader *loader, const g4_registry *registry, const g4_indices *versions,
                                           bool with_now) {
  void *rows = NULL;
  g40_ministries *array =
      g4_loader_array(loader, versions->count, (int64_t)versions->count, sizeof(g40_ministry), &rows);
  g4_indices none = {0};
  for (size_t i = 0; array && i < versions->count; i++) {
    g40_ministry *row = &array->rows[i];
    int version = versions->items[i];
    g4_loader_ministry(loader, registry, version, row);
    row->now = with_now ? g4_loader_now(loader, registry, version, 0, &row->before_registry)
                        : g4_loader_ministries(loader, registry, &none, false);
  }
  return array;
}

const g40_ministries *g4_loader_now(g4_loader *loader, const g4_registry *registry, int version, g4_date date,
                                    bool *before_registry) {
  g4_lineage lineage;
  if (g4_lineage_trace(registry, version, date, loader->as_of, &lineage, loader->err) != G40_OK) {
    loader->failed = 1;
    return NULL;
  }
  const g40_ministries *now = g4_loader_ministries(loader, registry, &lineage.now, false);
  *before_registry = lineage.before_known;
  g4_lineage_free(&lineage);
  return now;
}

const char *g4_loader_copy(g4_loader *loader, const char *text) {
  const char *copied = text ? g4_arena_strdup(&loader->owner->arena, text) : NULL;
  loader->failed |= text && !copied ? G4_TEXT_NOMEM : 0;
  return copied;
}

void g4_read_reason(g4_loader *loader, void *into) {
  g40_reason *row = into;
  row->id = g4_loader_text(loader, 1);
  row->kind = g4_loader_word(loader, 2);
  row->at = (g4_evidence){.document = g4_slug(g4_loader_word(loader, 7)),
                          .section = g4_loader_word(loader, 8),
                          .sha256 = g4_loader_word(loader, 9),
                          .quote = g4_loader_text(loader, loader->with_contacts ? 5 : 6),
                          .text = g4_loader_text(loader, loader->with_contacts ? 3 : 4),
                          .start = g4_loader_number(loader, 10),
                          .end = g4_loader_number(loader, 11),
                          .char_start = g4_loader_number(loader, 12),
                          .char_end = g4_loader_number(loader, 13)};
}

const g40_changes *g4_loader_changes(g4_loader *loader, const g4_registry *registry, const g4_indices *changes) {
  void *rows = NULL;
  g40_changes *array = g4_loader_array(loader, changes->count, (int64_t)changes->count, sizeof(g40_change), &rows);
  for (size_t i = 0; array && i < changes->count; i++) {
    const g4_ministry_change *from = &registry->changes.items[changes->items[i]];
    const g4_ministry_version *before = from->from == G4_NO_VERSION ? NULL : &registry->versions.items[from->from];
    const g4_ministry_version *after = from->to == G4_NO_VERSION ? NULL : &registry->versions.items[from->to];
    array->rows[i] = (g40_change){.owner = loader->owner,
                                  .kind = g4_change_kind_name(from->kind),
                                  .date = g4_loader_date(loader, from->date),
                                  .register_date = g4_loader_date(loader, from->register_date),
                                  .note = g4_loader_copy(loader, from->note),
                                  .from_id = before ? g4_loader_copy(loader, before->id) : NULL,
                                  .from_version = before ? g4_loader_copy(loader, before->key) : NULL,
                                  .from_abbreviation = before ? g4_loader_copy(loader, before->abbreviation) : NULL,
                                  .to_id = after ? g4_loader_copy(loader, after->id) : NULL,
                                  .to_version = after ? g4_loader_copy(loader, after->key) : NULL,
                                  .to_abbreviation = after ? g4_loader_copy(loader, after->abbreviation) : NULL};
  }
  return array;
}
