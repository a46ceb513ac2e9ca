#include <string.h>

#include "store/registry.h"

/* Terms stand in one text, a term a line. False: out of memory. */
static bool split_terms(const char *terms, g4_arena *arena, g4_forms *forms) {
  size_t lines = 1;
  for (const char *c = terms; *c; c++) {
    lines += *c == '\n';
  }
  forms->items = g4_arena_array(arena, lines, sizeof *forms->items);
  for (const char *at = terms; forms->items && *at;) {
    size_t n = strcspn(at, "\n");
    const char *text = g4_arena_strndup(arena, at, n);
    if (!text) {
      return false;
    }
    if (n) {
      forms->items[forms->count++] = (g4_form){text, "nl"};
    }
    at += n + (at[n] == '\n');
  }
  return forms->items != NULL;
}

static int read_row(sqlite3_stmt *row, g4_registry *registry, g40_error *err) {
  g4_arena *arena = &registry->arena;
  int failed = 0;
  g4_portfolio portfolio = {.id = g4_store_text(row, 0, arena, &failed),
                            .ministry = g4_store_text(row, 1, arena, &failed),
                            .field = {g4_store_text(row, 2, arena, &failed), NULL},
                            .from = {.origin = g4_store_text(row, 6, arena, &failed)}};
  const char *terms = (const char *)sqlite3_column_text(row, 3);
  const char *from = (const char *)sqlite3_column_text(row, 4), *to = (const char *)sqlite3_column_text(row, 5);
  if (failed || (terms && !split_terms(terms, arena, &portfolio.terms))) {
    return g4_nomem(err);
  }
  bool dated =
      (!from || g4_date_parse(from, &portfolio.period.from)) && (!to || g4_date_parse(to, &portfolio.period.to));
  if (!portfolio.id || !portfolio.ministry || !dated) {
    return G40_OK;
  }
  return g4_vec_push(&registry->portfolios, portfolio) ? G40_OK : g4_nomem(err);
}

int g4_store_read_portfolios(g4_store *store, g4_registry *registry, g40_error *err) {
  sqlite3_stmt *row = g4_store_prepare(store,
                                       "SELECT p.id, s.id, p.field_nl, p.terms, p.valid_from, p.valid_to, p.origin FROM"
                                       " portfolio p JOIN stakeholder s ON s.pk = p.ministry ORDER BY p.pk",
                                       err);
  int code = row ? G40_OK : err->code;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    code = read_row(row, registry, err);
  }
  sqlite3_finalize(row);
  return code;
}

int g4_store_read_sources(g4_store *store, g4_registry *registry, g40_error *err) {
  sqlite3_stmt *row = g4_store_prepare(store, "SELECT id, title FROM source WHERE origin = 'builtin' ORDER BY id", err);
  int code = row ? G40_OK : err->code, failed = 0;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    g4_source source = {.id = g4_store_text(row, 0, &registry->arena, &failed),
                        .title = g4_store_text(row, 1, &registry->arena, &failed)};
    code = !failed && (!source.id || g4_vec_push(&registry->sources, source)) ? G40_OK : g4_nomem(err);
  }
  sqlite3_finalize(row);
  return code;
}
