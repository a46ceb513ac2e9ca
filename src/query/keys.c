#include "query/keys.h"

#include <stdlib.h>
#include <string.h>

void g4_position_keys_free(g4_position_keys *keys) {
  g4_vec_free(&keys->keys);
  g4_vec_free(&keys->documents);
}

/* --- the keys */

/* Columns: document, pk. */
static int read_keys(g4_loader *loader, sqlite3_stmt *statement, g4_position_keys *keys) {
  int code;
  while ((code = g4_store_step(loader->session->store, statement, loader->err)) == 1) {
    int64_t document = sqlite3_column_int64(statement, 0);
    size_t known = keys->documents.count;
    if (!known || keys->documents.items[known - 1].pk != document) {
      g4_keys_document one = {.pk = document, .first = keys->keys.count};
      if (!g4_vec_push(&keys->documents, one)) {
        return g4_nomem(loader->err);
      }
    }
    if (!g4_vec_push(&keys->keys, sqlite3_column_int64(statement, 1))) {
      return g4_nomem(loader->err);
    }
    keys->documents.items[keys->documents.count - 1].count++;
  }
  return code;
}

static int select_keys(g4_loader *loader, const g4_filter *filter, g4_position_keys *keys) {
  g4_store *store = loader->session->store;
  g4_buf sql = {0};
  g4_buf_add_text(&sql, "SELECT p.document, p.pk FROM position p WHERE 1");
  g4_buf_add_text(&sql, g4_buf_text(&filter->condition));
  g4_buf_add_text(&sql, " ORDER BY p.document, p.pk");
  sqlite3_stmt *statement = sql.failed ? NULL : g4_store_prepare(store, g4_buf_text(&sql), loader->err);
  int code = sql.failed  ? g4_nomem(loader->err)
             : statement ? g4_filter_bind(loader->session, filter, statement, 1, loader->err)
                         : loader->err->code;
  code = code == G40_OK ? read_keys(loader, statement, keys) : code;
  sqlite3_finalize(statement);
  g4_buf_free(&sql);
  return code;
}

/* --- their documents */

/* Whether there is such a document: 1, 0 or a negative code. */
static int read_document(g4_loader *loader, sqlite3_stmt *row, g4_keys_document *document) {
  g4_store *store = loader->session->store;
  int code = g4_store_bind(store, row, loader->err, "i", document->pk);
  code = code == G40_OK ? g4_store_step(store, row, loader->err) : code;
  if (code == 1) {
    loader->row = row;
    document->slug = g4_slug(g4_loader_text(loader, 0));
    document->sha256 = g4_loader_text(loader, 1);
    document->issued = g4_loader_text(loader, 2);
    if (document->issued) {
      g4_date_parse(document->issued, &document->date);
    }
  }
  g4_store_done(row);
  return code >= 0 && loader->failed ? g4_store_failed(loader->failed, loader->err) : code;
}

static int compare(const char *a, const char *b) { return a && b ? strcmp(a, b) : (a != NULL) - (b != NULL); }

static int by_date(const void *a, const void *b) {
  const g4_keys_document *first = a, *second = b;
  int order = compare(first->issued, second->issued);
  return order ? order : compare(first->slug, second->slug);
}

/* Positions of a document that is not there, as a damaged file may have them, are left out. */
static int read_documents(g4_loader *loader, g4_position_keys *keys) {
  sqlite3_stmt *row = g4_store_statement(loader->session->store,
                                         "SELECT id, sha256, date_issued FROM document WHERE pk = ?", loader->err);
  int code = row ? G40_OK : loader->err->code;
  size_t kept = 0;
  for (size_t i = 0; i < keys->documents.count && code >= 0; i++) {
    g4_keys_document document = keys->documents.items[i];
    code = read_document(loader, row, &document);
    if (code == 1) {
      keys->documents.items[kept++] = document;
      keys->total += document.count;
    }
  }
  keys->documents.count = kept;
  if (code >= 0 && kept) {
    qsort(keys->documents.items, kept, sizeof *keys->documents.items, by_date);
  }
  return code < 0 ? code : G40_OK;
}

/* --- the page */

/* Where the position with this key stands in the order of the answer; `total`: nowhere. */
static size_t place_of(const g4_position_keys *keys, int64_t pk) {
  size_t before = 0;
  for (size_t i = 0; i < keys->documents.count; i++) {
    const g4_keys_document *document = &keys->documents.items[i];
    for (size_t at = 0; at < document->count; at++) {
      if (keys->keys.items[document->first + at] == pk) {
        return before + at;
      }
    }
    before += document->count;
  }
  return keys->total;
}

static int go_on_after(g4_loader *loader, const char *id, g4_position_keys *keys) {
  g4_store *store = loader->session->store;
  sqlite3_stmt *row =
      g4_store_statement(store, "SELECT pk FROM position WHERE id IN (?1, 'position/' || ?1)", loader->err);
  int code = row ? g4_store_bind(store, row, loader->err, "s", id) : loader->err->code;
  size_t place = keys->total;
  while (code >= 0 && (code = g4_store_step(store, row, loader->err)) == 1 && place == keys->total) {
    place = place_of(keys, sqlite3_column_int64(row, 0));
  }
  if (row) {
    g4_store_done(row);
  }
  if (code >= 0 && place == keys->total) {
    return g4_fail(loader->err, G40_NOT_FOUND, "no row '%.100s' in this listing to go on after", id);
  }
  keys->page_start = place + 1;
  return code < 0 ? code : G40_OK;
}

static int cut_page(g4_loader *loader, const g40_query *query, g4_position_keys *keys) {
  int code = query && query->after ? go_on_after(loader, query->after, keys) : G40_OK;
  if (code == G40_OK) {
    keys->page_length = keys->total - keys->page_start;
    if (query && query->limit > 0 && (uint64_t)query->limit < keys->page_length) {
      keys->page_length = (size_t)query->limit;
    }
  }
  return code;
}

int g4_position_keys_find(g4_loader *loader, const g40_query *query, g4_position_keys *keys) {
  g4_filter filter;
  int code = g4_filter_build(loader->session, query, &filter, loader->err);
  if (code != G40_OK) {
    return code;
  }
  code = query ? g4_filter_add_ids(&filter, &query->values[G4_FILTER_ID], loader->err) : G40_OK;
  code = code == G40_OK ? select_keys(loader, &filter, keys) : code;
  g4_filter_free(&filter);
  code = code == G40_OK ? read_documents(loader, keys) : code;
  return code == G40_OK ? cut_page(loader, query, keys) : code;
}
