#include "query/children.h"

enum { STEPS = 8 }; /* to a key further on than this it is cheaper to search */

static int step(g4_children *children, g4_loader *loader) {
  int code = g4_store_step(loader->session->store, children->row, loader->err);
  children->over = code != 1;
  children->key = code == 1 ? sqlite3_column_int64(children->row, 0) : 0;
  return code < 0 ? code : G40_OK;
}

static int search(g4_children *children, g4_loader *loader, int64_t key) {
  g4_store *store = loader->session->store;
  if (!children->row) {
    children->row = g4_store_statement(store, children->sql, loader->err);
  }
  if (!children->row) {
    return loader->err->code;
  }
  g4_store_done(children->row);
  int code = g4_store_bind(store, children->row, loader->err, "i", key);
  return code == G40_OK ? step(children, loader) : code;
}

int g4_children_next(g4_children *children, g4_loader *loader, int64_t key) {
  int code = G40_OK;
  if (!children->row || key < children->asked) {
    code = search(children, loader, key);
  }
  for (int i = 0; i < STEPS && code == G40_OK && !children->over && children->key < key; i++) {
    code = step(children, loader);
  }
  if (code == G40_OK && !children->over && children->key < key) {
    code = search(children, loader, key);
  }
  children->asked = key;
  loader->row = children->row;
  return code == G40_OK ? !children->over && children->key == key : code;
}

int g4_children_pass(g4_children *children, g4_loader *loader) { return step(children, loader); }

int g4_children_gather(g4_children *children, g4_loader *loader, int64_t key, size_t row_size, g4_read_row read,
                       size_t *count) {
  int code;
  while ((code = g4_children_next(children, loader, key)) == 1 && !loader->failed) {
    void *row = g4_loader_gather(loader, *count, row_size);
    if (row) {
      ++*count;
      read(loader, row);
    }
    code = g4_children_pass(children, loader);
    if (code != G40_OK) {
      break;
    }
  }
  return code >= 0 && loader->failed ? g4_store_failed(loader->failed, loader->err) : code < 0 ? code : G40_OK;
}

int g4_children_read(g4_children *children, g4_loader *loader, int64_t key, size_t row_size, g4_read_row read,
                     void **array) {
  size_t count = 0;
  int code = g4_children_gather(children, loader, key, row_size, read, &count);
  if (code == G40_OK) {
    *array = g4_loader_gathered(loader, count, row_size);
    code = *array ? G40_OK : g4_store_failed(loader->failed, loader->err);
  }
  return code;
}

void g4_children_end(g4_children *children) {
  if (children->row) {
    g4_store_done(children->row);
    children->row = NULL;
  }
}
