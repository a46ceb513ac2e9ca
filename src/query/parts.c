#include "query/parts.h"

#include <string.h>

/* --- names by key */

static int read_named(g4_position_parts *parts, const char *sql, int64_t key, g4_named *one) {
  g4_loader *loader = parts->loader;
  g4_store *store = loader->session->store;
  sqlite3_stmt *row = g4_store_statement(store, sql, loader->err);
  int code = row ? g4_store_bind(store, row, loader->err, "i", key) : loader->err->code;
  code = code == G40_OK ? g4_store_step(store, row, loader->err) : code;
  if (code == 1) {
    loader->row = row;
    *one = (g4_named){g4_loader_text(loader, 0), g4_loader_text(loader, 1), g4_loader_text(loader, 2),
                      g4_loader_text(loader, 3)};
  }
  if (row) {
    g4_store_done(row);
  }
  if (code >= 0 && loader->failed) {
    code = g4_store_failed(loader->failed, loader->err);
  }
  return code < 0 ? code : G40_OK;
}

int g4_named_by(g4_position_parts *parts, g4_named_by_key *named, int64_t key, const g4_named **found) {
  bool again = named->items.count && named->last == key;
  size_t place = again ? named->last_place : named->items.count;
  *found = NULL;
  if (!again && !g4_map_get(&named->by_key, (const char *)&key, sizeof key, &place)) {
    g4_named one = {0};
    const char *copy = g4_arena_strndup(&parts->loader->owner->arena, (const char *)&key, sizeof key);
    int code = read_named(parts, named->sql, key, &one);
    if (code != G40_OK) {
      return code;
    }
    if (!copy || !g4_vec_push(&named->items, one) || !g4_map_put(&named->by_key, copy, sizeof key, place)) {
      return g4_nomem(parts->loader->err);
    }
  }
  named->last = key;
  named->last_place = place;
  *found = named->items.items[place].id ? &named->items.items[place] : NULL;
  return G40_OK;
}

void g4_named_by_end(g4_named_by_key *named) {
  g4_map_free(&named->by_key);
  g4_vec_free(&named->items);
}

/* --- passages and ranges */

static void read_span(const g4_loader *loader, int column, int64_t span[4]) {
  for (int i = 0; i < 4; i++) {
    span[i] = g4_loader_number(loader, column + i);
  }
}

/* Columns: position, passage, start, end, char_start, char_end. A passage of one range has no rows of ranges. */
static int read_ranges(g4_position_parts *parts, int64_t pk, int64_t ordinal, g40_passage *passage) {
  g4_loader *loader = parts->loader;
  size_t count = 0;
  int code;
  while ((code = g4_children_next(&parts->ranges, loader, pk)) == 1 &&
         sqlite3_column_int64(loader->row, 1) <= ordinal) {
    bool of_this = sqlite3_column_int64(loader->row, 1) == ordinal;
    g40_range *row = of_this ? g4_loader_gather(loader, count, sizeof *row) : NULL;
    if (row) {
      int64_t span[4];
      read_span(loader, 2, span);
      *row = (g40_range){loader->owner, span[0], span[1], span[2], span[3]};
      count++;
    }
    code = g4_children_pass(&parts->ranges, loader);
    if (code != G40_OK || loader->failed) {
      break;
    }
  }
  if (code >= 0 && !count) {
    void *row = NULL;
    passage->ranges = g4_loader_array(loader, 1, 1, sizeof(g40_range), &row);
    if (row) {
      *(g40_range *)row =
          (g40_range){loader->owner, passage->start, passage->end, passage->char_start, passage->char_end};
    }
  } else if (code >= 0) {
    passage->ranges = g4_loader_gathered(loader, count, sizeof(g40_range));
  }
  return code < 0 ? code : loader->failed ? g4_store_failed(loader->failed, loader->err) : G40_OK;
}

/* Columns: position, quote, the same without contacts where it has any, text, the same without contacts where it has
 * any, start, end, char_start, char_end. Quote and text are often the same. */
static void read_passage(g4_loader *loader, void *into) {
  g40_passage *row = into;
  int64_t span[4];
  bool masks = !loader->with_contacts;
  row->quote = g4_loader_text(loader, masks && sqlite3_column_type(loader->row, 2) != SQLITE_NULL ? 2 : 1);
  const char *last = row->quote;
  row->text = g4_loader_shared(loader, masks && sqlite3_column_type(loader->row, 4) != SQLITE_NULL ? 4 : 3, &last);
  read_span(loader, 5, span);
  row->start = span[0];
  row->end = span[1];
  row->char_start = span[2];
  row->char_end = span[3];
}

static int read_passages(g4_position_parts *parts, int64_t pk, g40_position *position) {
  void *array = NULL;
  int code = g4_children_read(&parts->passages, parts->loader, pk, sizeof(g40_passage), read_passage, &array);
  if (code != G40_OK) {
    return code;
  }
  g40_passages *passages = array;
  for (size_t i = 0; i < passages->count && code == G40_OK; i++) {
    code = read_ranges(parts, pk, (int64_t)i + 1, &passages->rows[i]);
  }
  position->passages = passages;
  if (passages->count) {
    const g40_passage *first = &passages->rows[0];
    position->quote = first->quote;
    position->text = first->text;
    position->start = first->start;
    position->end = first->end;
    position->char_start = first->char_start;
    position->char_end = first->char_end;
  }
  return code;
}

/* --- what it names */

typedef struct {
  g40_mention mention;
  bool has_key;
  int64_t key;
} keyed_mention;

/* Columns: position, key, as_written, start, end, state, kind of what has no key. */
static void read_mention(g4_loader *loader, void *into) {
  keyed_mention *row = into;
  row->has_key = sqlite3_column_type(loader->row, 1) != SQLITE_NULL;
  row->key = sqlite3_column_int64(loader->row, 1);
  row->mention.as_written = g4_loader_text(loader, 2);
  row->mention.start = g4_loader_number(loader, 3);
  row->mention.end = g4_loader_number(loader, 4);
  row->mention.state = g4_loader_word(loader, 5);
  row->mention.kind = row->has_key ? NULL : g4_loader_word(loader, 6);
}

static bool is_advice(const keyed_mention *one) {
  return one->mention.kind && strcmp(one->mention.kind, "advice") == 0;
}

/* Those that are advices, or the others. */
static const g40_mentions *pick(g4_loader *loader, const keyed_mention *all, size_t count, bool advices) {
  size_t kept = 0;
  void *rows = NULL;
  for (size_t i = 0; i < count; i++) {
    kept += is_advice(&all[i]) == advices;
  }
  if (!kept) {
    return g4_loader_empty(loader);
  }
  g40_mentions *array = g4_loader_array(loader, kept, (int64_t)kept, sizeof(g40_mention), &rows);
  g40_mention *to = rows;
  for (size_t i = 0; array && i < count; i++) {
    if (is_advice(&all[i]) == advices) {
      *to++ = all[i].mention;
    }
  }
  return array;
}

/* Advices are instruments of the kind advice: one read, two arrays. Of places, which are none, `advices` is NULL. */
static int read_mentions(g4_position_parts *parts, g4_children *children, g4_named_by_key *names, int64_t pk,
                         const g40_mentions **mentions, const g40_mentions **advices) {
  g4_loader *loader = parts->loader;
  size_t count = 0;
  int code = g4_children_gather(children, loader, pk, sizeof(keyed_mention), read_mention, &count);
  keyed_mention *all = loader->gathered.rows;
  for (size_t i = 0; i < count && code == G40_OK; i++) {
    const g4_named *named = NULL;
    if (all[i].has_key) {
      code = g4_named_by(parts, names, all[i].key, &named);
    }
    if (named) {
      all[i].mention.id = named->id;
      all[i].mention.name = named->name;
      all[i].mention.kind = named->kind;
    }
  }
  *mentions = code == G40_OK ? pick(loader, all, count, false) : NULL;
  if (code == G40_OK && advices) {
    *advices = pick(loader, all, count, true);
  }
  return code == G40_OK && loader->failed ? g4_store_failed(loader->failed, loader->err) : code;
}

static int read_reasons(g4_position_parts *parts, int64_t pk, g40_position *position) {
  bool is_ask = position->kind && strcmp(position->kind, "ask") == 0;
  void *array = NULL;
  int code = g4_children_read(is_ask ? &parts->reasons : &parts->asks, parts->loader, pk, sizeof(g40_reason),
                              g4_read_reason, &array);
  position->reasons = array;
  return code;
}

/* --- all of it */

/* Of what belongs to a position: its key first, and from ?1 on. */
static const char passages_sql[] =
    "SELECT position, quote, masked_quote, text, masked_text, byte_start, byte_end, char_start, char_end FROM "
    "position_passage WHERE position >= ?1 ORDER BY position, ordinal";
static const char ranges_sql[] =
    "SELECT position, passage, byte_start, byte_end, char_start, char_end FROM position_range WHERE position >= ?1"
    " ORDER BY position, passage, ordinal";
static const char roles_sql[] =
    "SELECT position, actor = 'ministry', stakeholder, role, as_written, state, reason, method, byte_start, byte_end,"
    " actor FROM position_role WHERE position >= ?1 ORDER BY position, ordinal";
static const char responsible_sql[] =
    "SELECT position, ministry, source, method FROM position_responsible WHERE position >= ?1 ORDER BY position,"
    " ministry";
static const char instruments_sql[] =
    "SELECT position, instrument, as_written, byte_start, byte_end, state, type FROM position_instrument WHERE position"
    " >= ?1 ORDER BY position, ordinal";
static const char places_sql[] =
    "SELECT position, stakeholder, as_written, byte_start, byte_end, 'resolved', NULL FROM position_place WHERE "
    "position"
    " >= ?1 ORDER BY position, ordinal";
static const char figures_sql[] =
    "SELECT position, id, value, unit, about_nl, about_en, precision, as_written, byte_start, byte_end, char_start,"
    " char_end FROM figure INDEXED BY figure_position WHERE position >= ?1 ORDER BY position, byte_start";
static const char reasons_sql[] = "SELECT x.position, " G4_REASON_COLUMNS
                                  " FROM position_reason x CROSS JOIN position p ON p.pk = x.reason" G4_REASON_TABLES
                                  " WHERE x.position >= ?1 ORDER BY x.position, x.reason";
static const char asks_sql[] =
    "SELECT x.reason, " G4_REASON_COLUMNS
    " FROM position_reason x INDEXED BY position_reason_reason CROSS JOIN position p ON p.pk = "
    "x.position" G4_REASON_TABLES " WHERE x.reason >= ?1 ORDER BY x.reason, x.position";

void g4_position_parts_begin(g4_position_parts *parts, g4_loader *loader) {
  *parts = (g4_position_parts){
      .loader = loader,
      .passages = {.sql = passages_sql},
      .ranges = {.sql = ranges_sql},
      .roles = {.sql = roles_sql},
      .responsible = {.sql = responsible_sql},
      .instruments = {.sql = instruments_sql},
      .places = {.sql = places_sql},
      .figures = {.sql = figures_sql},
      .reasons = {.sql = reasons_sql},
      .asks = {.sql = asks_sql},
      .stakeholders = {.sql = "SELECT id, name_nl, name_en, kind FROM stakeholder WHERE pk = ?"},
      .named_instruments = {.sql = "SELECT id, name_nl, name_en, kind FROM instrument WHERE pk = ?"},
  };
}

void g4_position_parts_end(g4_position_parts *parts) {
  g4_children *const all[] = {&parts->passages,    &parts->ranges,      &parts->roles,
                              &parts->responsible, &parts->instruments, &parts->places,
                              &parts->figures,     &parts->reasons,     &parts->asks};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    g4_children_end(all[i]);
  }
  g4_named_by_end(&parts->stakeholders);
  g4_named_by_end(&parts->named_instruments);
  g4_map_free(&parts->ministries);
  g4_vec_free(&parts->meant);
}

int g4_position_parts_read(g4_position_parts *parts, int64_t pk, g4_date date, g40_position *row) {
  int code = read_passages(parts, pk, row);
  code = code == G40_OK ? g4_load_actors(parts, pk, date, row) : code;
  code = code == G40_OK ? read_mentions(parts, &parts->instruments, &parts->named_instruments, pk, &row->instruments,
                                        &row->advices)
                        : code;
  code = code == G40_OK ? read_mentions(parts, &parts->places, &parts->stakeholders, pk, &row->places, NULL) : code;
  code = code == G40_OK ? read_reasons(parts, pk, row) : code;
  return code == G40_OK ? g4_load_figures(parts, pk, row, &row->figures) : code;
}
