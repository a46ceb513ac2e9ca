#include "query/select.h"

#include <string.h>

/* Each id is bound as given and with the types that the listing has. */
static void write_sql(g4_buf *sql, const g4_listing *listing, const g4_filter *filter, size_t ids) {
  if (filter->any || !listing->hits_only_filtered) {
    g4_buf_add_text(sql, "WITH hits(pk) AS (SELECT p.pk FROM position p WHERE 1");
    g4_buf_add_text(sql, g4_buf_text(&filter->condition));
    g4_buf_add_text(sql, ") ");
  }
  g4_buf_add_text(sql, "SELECT * FROM (");
  g4_buf_add_text(sql, listing->sql);
  g4_buf_add_text(sql, ") AS x WHERE 1");
  for (size_t i = 0; i < ids; i++) {
    g4_buf_add_text(sql, i ? ",?,?,?" : " AND x.id IN (?,?,?");
  }
  g4_buf_add_text(sql, ids ? ")" : "");
  if (filter->any && listing->only_touched) {
    g4_buf_add_text(sql, " AND ");
    g4_buf_add_text(sql, listing->only_touched);
  }
  g4_buf_add_text(sql, " ORDER BY ");
  g4_buf_add_text(sql, listing->order);
}

static int bind_id(g4_loader *loader, sqlite3_stmt *statement, const g4_listing *listing, const char *id, int first) {
  int result = sqlite3_bind_text(statement, first, id, -1, SQLITE_STATIC);
  for (int i = 0; i < 2 && result == SQLITE_OK; i++) {
    const char *type = listing->types[i];
    char *typed = type ? sqlite3_mprintf("%s/%s", type, id) : NULL;
    result = type && !typed ? SQLITE_NOMEM : sqlite3_bind_text(statement, first + 1 + i, typed, -1, sqlite3_free);
  }
  return result == SQLITE_OK ? G40_OK : g4_store_fail(loader->session->store, result, loader->err);
}

/* Every array of the model, and how its rows begin. */
typedef struct {
  g4_owner *owner;
  size_t count;
  int64_t total;
  char *rows;
} any_array;

typedef struct {
  g4_owner *owner;
  const char *id, *second;
} any_row;

/* Index of the first row with this key, or with a key that is this one behind its type; the count: there is none. */
static size_t find_row(const any_array *page, const g4_listing *listing, const char *after, bool typed) {
  for (size_t i = 0; i < page->count; i++) {
    any_row row;
    memcpy(&row, page->rows + i * listing->row_size, sizeof row);
    bool second = listing->second_is_key || (listing->second_without_id && !row.id);
    const char *key = second ? row.second : row.id;
    if (key && strcmp(typed && !second ? g4_slug(key) : key, after) == 0) {
      return i;
    }
  }
  return page->count;
}

/* Leaves the rows behind `after`, at most `limit` of them; the total stays. */
static int cut_page(g4_loader *loader, const g40_query *query, const g4_listing *listing, void *array) {
  any_array page;
  memcpy(&page, array, sizeof page);
  if (query->after) {
    size_t i = find_row(&page, listing, query->after, false);
    i = i < page.count ? i : find_row(&page, listing, query->after, true);
    if (i == page.count) {
      return g4_fail(loader->err, G40_NOT_FOUND, "no row '%.100s' in this listing to go on after", query->after);
    }
    page.rows += (i + 1) * listing->row_size;
    page.count -= i + 1;
  }
  if (query->limit > 0 && (uint64_t)query->limit < page.count) {
    page.count = (size_t)query->limit;
  }
  memcpy(array, &page, sizeof page);
  return G40_OK;
}

static int run(g4_loader *loader, const g40_query *query, const g4_listing *listing, const g4_filter *filter,
               void **array) {
  static const g4_strings none = {0};
  const g4_strings *ids = query ? &query->values[G4_FILTER_ID] : &none;
  g4_buf sql = {0};
  write_sql(&sql, listing, filter, ids->count);
  sqlite3_stmt *statement = NULL;
  int code = sql.failed ? g4_nomem(loader->err) : G40_OK;
  if (code == G40_OK) {
    statement = g4_store_prepare(loader->session->store, g4_buf_text(&sql), loader->err);
    code = statement ? g4_filter_bind(loader->session, filter, statement, 1, loader->err) : loader->err->code;
  }
  for (size_t i = 0; i < ids->count && code == G40_OK; i++) {
    code = bind_id(loader, statement, listing, ids->items[i], (int)(filter->count + 3 * i) + 1);
  }
  if (code == G40_OK) {
    code = g4_loader_rows(loader, statement, listing->row_size, listing->read, array);
  }
  sqlite3_finalize(statement);
  g4_buf_free(&sql);
  return code;
}

int g4_select(g4_loader *loader, const g40_query *query, const g4_listing *listing, void **array) {
  g4_filter filter;
  int code = g4_filter_build(loader->session, query, &filter, loader->err);
  if (code != G40_OK) {
    return code;
  }
  code = run(loader, query, listing, &filter, array);
  g4_filter_free(&filter);
  if (code == G40_OK && query && (query->after || query->limit)) {
    code = cut_page(loader, query, listing, *array);
  }
  return code;
}
