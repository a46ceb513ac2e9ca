#include "query/facets.h"

#include <stdlib.h>
#include <string.h>

enum { THEME, MINISTRY, STAKEHOLDER, DOCUMENT, YEAR, KINDS };
static const char *const kinds[KINDS] = {"theme", "ministry", "stakeholder", "document", "year"};

/* A theme, ministry, ... */
typedef struct {
  int kind;
  const char *id, *name;
} value;

/* What stands where: values of passage i are values_of[starts[i]] up to starts[i + 1]. */
typedef struct {
  g4_arena arena;
  G4_VEC(value) values;
  uint32_t *starts;
  G4_VEC(uint32_t) values_of;
  G4_VEC(uint32_t) document_values, year_values; /* of each document of the index; NO_VALUE: none */
} facet_table;

#define NO_VALUE UINT32_MAX

static void free_table(void *kept) {
  facet_table *table = kept;
  g4_vec_free(&table->values);
  g4_vec_free(&table->values_of);
  g4_vec_free(&table->document_values);
  g4_vec_free(&table->year_values);
  free(table->starts);
  g4_arena_free(&table->arena);
  free(table);
}

/* A value of which the row has the id and the name in columns `at` and after it. */
static int add_value(facet_table *table, int kind, sqlite3_stmt *row, int at, g40_error *err) {
  int failed = 0;
  value one = {.kind = kind, .id = g4_store_text(row, at, &table->arena, &failed)};
  one.name = g4_store_text(row, at + 1, &table->arena, &failed);
  if (failed || !one.id) {
    return g4_store_failed(failed, err);
  }
  one.name = one.name ? one.name : one.id;
  return g4_vec_push(&table->values, one) ? G40_OK : g4_nomem(err);
}

/* Rows by kind and pk: all passages of a value come together. */
static const char values_sql[] =
    "SELECT DISTINCT 0, t.pk, x.passage, t.id, t.label_nl FROM index_position x JOIN position p ON p.pk = x.position"
    " JOIN theme t ON t.pk = p.theme"
    " UNION SELECT CASE r.actor WHEN 'ministry' THEN 1 ELSE 2 END, s.pk, x.passage, s.id, s.name_nl FROM"
    " index_position x JOIN position_role r ON r.position = x.position JOIN stakeholder s ON s.pk = r.stakeholder"
    " ORDER BY 1, 2, 3";

typedef struct {
  uint32_t slot, value;
} pair;

typedef G4_VEC(pair) pairs;

static int read_values(g4_store *store, const g4_index *index, facet_table *table, pairs *found, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store, values_sql, err);
  int code = row ? G40_OK : err->code;
  int64_t last[2] = {-1, -1};
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    int64_t kind = sqlite3_column_int64(row, 0), pk = sqlite3_column_int64(row, 1);
    int64_t slot = sqlite3_column_int64(row, 2);
    code = G40_OK;
    if (kind != last[0] || pk != last[1]) {
      code = add_value(table, (int)kind, row, 3, err);
      last[0] = kind;
      last[1] = pk;
    }
    if (code == G40_OK && slot >= 0 && slot < index->slots &&
        !g4_vec_push(found, (pair){(uint32_t)slot, (uint32_t)table->values.count - 1})) {
      code = g4_nomem(err);
    }
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

static int group_values(const g4_index *index, facet_table *table, const pairs *found, g40_error *err) {
  table->starts = calloc((size_t)index->slots + 2, sizeof *table->starts);
  if (!table->starts) {
    return g4_nomem(err);
  }
  for (size_t i = 0; i < found->count; i++) {
    table->starts[found->items[i].slot + 2]++;
    if (!g4_vec_push(&table->values_of, 0)) {
      return g4_nomem(err);
    }
  }
  for (uint32_t i = 0; i < index->slots; i++) {
    table->starts[i + 2] += table->starts[i + 1];
  }
  for (size_t i = 0; i < found->count; i++) {
    table->values_of.items[table->starts[found->items[i].slot + 1]++] = found->items[i].value;
  }
  return G40_OK;
}

/* The value of a year, which several documents may have. */
static int year_value(facet_table *table, const char *date, uint32_t *number, g40_error *err) {
  char year[5] = {0};
  g4_date day = 0;
  *number = NO_VALUE;
  if (!date || !g4_date_parse(date, &day)) {
    return G40_OK;
  }
  memcpy(year, date, 4);
  for (size_t i = 0; i < table->values.count; i++) {
    if (table->values.items[i].kind == YEAR && strcmp(table->values.items[i].id, year) == 0) {
      *number = (uint32_t)i;
      return G40_OK;
    }
  }
  *number = (uint32_t)table->values.count;
  const char *id = g4_arena_strdup(&table->arena, year);
  return id && g4_vec_push(&table->values, ((value){YEAR, id, id})) ? G40_OK : g4_nomem(err);
}

static int read_document(g4_store *store, int64_t pk, facet_table *table, g40_error *err) {
  static const char sql[] = "SELECT id, coalesce(title, id), date_issued FROM document WHERE pk = ?";
  sqlite3_stmt *row = g4_store_statement(store, sql, err);
  uint32_t document = (uint32_t)table->values.count, year = NO_VALUE;
  int code = row ? g4_store_bind(store, row, err, "i", pk) : err->code;
  code = code == G40_OK ? g4_store_step(store, row, err) : code;
  if (code == 1) {
    code = add_value(table, DOCUMENT, row, 0, err);
    code = code == G40_OK ? year_value(table, (const char *)sqlite3_column_text(row, 2), &year, err) : code;
  } else {
    document = NO_VALUE;
  }
  if (row) {
    g4_store_done(row);
  }
  if (code == G40_OK && (!g4_vec_push(&table->document_values, document) || !g4_vec_push(&table->year_values, year))) {
    code = g4_nomem(err);
  }
  return code;
}

static int read_table(g4_store *store, const g4_index *index, facet_table *table, g40_error *err) {
  pairs found = {0};
  int code = read_values(store, index, table, &found, err);
  code = code == G40_OK ? group_values(index, table, &found, err) : code;
  for (size_t i = 0; i < index->documents.count && code == G40_OK; i++) {
    code = read_document(store, index->documents.items[i].document, table, err);
  }
  g4_vec_free(&found);
  return code;
}

static const facet_table *table_of(g4_loader *loader, g4_index *index) {
  if (!index->kept) {
    facet_table *table = calloc(1, sizeof *table);
    if (!table) {
      g4_nomem(loader->err);
      return NULL;
    }
    if (read_table(loader->session->store, index, table, loader->err) != G40_OK) {
      free_table(table);
      return NULL;
    }
    index->kept = table;
    index->give_back = free_table;
  }
  return index->kept;
}

static void count(const facet_table *table, const g4_index *index, const g4_list *list, uint32_t *counts) {
  size_t document = 0;
  for (size_t i = 0; i < list->count; i++) {
    uint32_t slot = list->items[i].slot;
    for (size_t k = table->starts[slot]; k < table->starts[slot + 1] && k < table->values_of.count; k++) {
      counts[table->values_of.items[k]]++;
    }
    while (document < index->documents.count &&
           slot >= index->documents.items[document].first + index->documents.items[document].count) {
      document++;
    }
    if (document < index->documents.count) {
      uint32_t own[2] = {table->document_values.items[document], table->year_values.items[document]};
      for (int k = 0; k < 2; k++) {
        if (own[k] != NO_VALUE) {
          counts[own[k]]++;
        }
      }
    }
  }
}

static int compare_facets(const void *a, const void *b) {
  const g40_facet *x = a, *y = b;
  if (x->kind != y->kind) {
    int order[2] = {0, 0};
    for (int i = 0; i < KINDS; i++) {
      order[0] = kinds[i] == x->kind ? i : order[0];
      order[1] = kinds[i] == y->kind ? i : order[1];
    }
    return order[0] - order[1];
  }
  return x->passages > y->passages ? -1 : x->passages < y->passages ? 1 : strcmp(x->id, y->id);
}

static int make_rows(g4_loader *loader, const facet_table *table, const uint32_t *counts, const g40_facets **facets) {
  void *rows = NULL;
  size_t used = 0, at = 0;
  for (size_t i = 0; i < table->values.count; i++) {
    used += counts[i] > 0;
  }
  g40_facets *made = g4_loader_array(loader, used, (int64_t)used, sizeof(g40_facet), &rows);
  for (size_t i = 0; i < table->values.count && made; i++) {
    const value *from = &table->values.items[i];
    if (counts[i]) {
      g40_facet *row = &made->rows[at++];
      row->kind = kinds[from->kind];
      row->id = g4_arena_strdup(&loader->owner->arena, from->id);
      row->name = g4_arena_strdup(&loader->owner->arena, from->name);
      row->passages = counts[i];
      if (!row->id || !row->name) {
        return g4_nomem(loader->err);
      }
    }
  }
  if (made && at > 1) {
    qsort(made->rows, at, sizeof *made->rows, compare_facets);
  }
  *facets = made;
  return made ? G40_OK : g4_nomem(loader->err);
}

int g4_facets_count(g4_loader *loader, g4_index *index, const g4_list *list, const g40_facets **facets) {
  const facet_table *table = table_of(loader, index);
  uint32_t *counts = table ? calloc(table->values.count + 1, sizeof *counts) : NULL;
  if (!counts) {
    return table ? g4_nomem(loader->err) : loader->err->code;
  }
  count(table, index, list, counts);
  int code = make_rows(loader, table, counts, facets);
  free(counts);
  return code;
}
