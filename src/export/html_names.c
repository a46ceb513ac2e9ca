/* English names of the registry, for pages in English: rows of positions, edges and mentions carry the Dutch ones. */
#include <string.h>

#include "export/html.h"
#include "store/sqlite.h"

static int keep_name(g4_exporting *e, sqlite3_stmt *row, void *context) {
  g4_page *page = context;
  const char *id = g4_export_text(row, 0), *name = g4_export_text(row, 1);
  if (!id || !name) {
    return G40_OK;
  }
  const char *kept_id = g4_arena_strdup(&page->names, id), *kept_name = g4_arena_strdup(&page->names, name);
  if (!kept_id || !kept_name || !g4_vec_push(&page->english, kept_name) ||
      !g4_map_put(&page->english_by_id, kept_id, strlen(kept_id), page->english.count - 1)) {
    return g4_nomem(e->err);
  }
  return G40_OK;
}

int g4_page_read_names(g4_page *page) {
  static const char sql[] =
      "SELECT id, name_en FROM stakeholder WHERE name_en IS NOT NULL"
      " UNION ALL SELECT id, name_en FROM instrument WHERE name_en IS NOT NULL";
  return page->dutch ? G40_OK : g4_export_rows(page->e, sql, NULL, keep_name, page);
}

void g4_page_free_names(g4_page *page) {
  g4_map_free(&page->english_by_id);
  g4_vec_free(&page->english);
  g4_arena_free(&page->names);
}

const char *g4_page_english(const g4_page *page, const char *id) {
  size_t at;
  return id && g4_map_get(&page->english_by_id, id, strlen(id), &at) ? page->english.items[at] : NULL;
}
