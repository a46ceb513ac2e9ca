/* Themes and ministries as a table: how many positions of a theme name a ministry, and for how many it is responsible.
 */
#include <string.h>

#include "export/html.h"

typedef struct {
  const char *theme; /* id */
  size_t ministry;   /* column */
  int64_t named, responsible;
} cell;

typedef struct {
  G4_VEC(cell) cells;
  G4_VEC(const g40_edge *) columns; /* one of each version, in order of its key */
} table;

/* A version; where a name without a date leaves it open, the organisation. */
static const char *key_of(const g40_edge *edge) { return edge->to_version ? edge->to_version : edge->to_id; }

static size_t column_of(table *in, const g40_edge *edge, bool *failed) {
  size_t i = 0;
  while (i < in->columns.count && strcmp(key_of(in->columns.items[i]), key_of(edge)) < 0) {
    i++;
  }
  if (i < in->columns.count && strcmp(key_of(in->columns.items[i]), key_of(edge)) == 0) {
    return i;
  }
  if (!g4_vec_push(&in->columns, edge)) {
    *failed = true;
    return 0;
  }
  memmove(in->columns.items + i + 1, in->columns.items + i, (in->columns.count - 1 - i) * sizeof(const g40_edge *));
  in->columns.items[i] = edge;
  return i;
}

static const cell *cell_at(const table *in, const char *theme, size_t column) {
  for (size_t i = 0; i < in->cells.count; i++) {
    if (in->cells.items[i].ministry == column && strcmp(in->cells.items[i].theme, theme) == 0) {
      return &in->cells.items[i];
    }
  }
  return NULL;
}

static bool is_of_theme(const g40_edge *edge) { return strcmp(edge->kind, "theme-ministry") == 0; }

static int gather(table *in, const g40_edges *edges, g40_error *err) {
  bool failed = false;
  for (size_t i = 0; i < edges->count && !failed; i++) { /* all columns first: they move */
    if (is_of_theme(&edges->rows[i])) {
      (void)column_of(in, &edges->rows[i], &failed);
    }
  }
  for (size_t i = 0; i < edges->count && !failed; i++) {
    const g40_edge *edge = &edges->rows[i];
    if (!is_of_theme(edge)) {
      continue;
    }
    size_t column = column_of(in, edge, &failed);
    bool named = edge->relation && strcmp(edge->relation, "named") == 0;
    cell *known = (cell *)cell_at(in, edge->from_id, column);
    if (known) {
      *(named ? &known->named : &known->responsible) = edge->weight;
    } else {
      cell one = {edge->from_id, column, named ? edge->weight : 0, named ? 0 : edge->weight};
      failed = !g4_vec_push(&in->cells, one);
    }
  }
  return failed ? g4_nomem(err) : G40_OK;
}

static void put_number(g4_page *page, const char *theme, const g40_edge *column, int64_t number, bool responsible) {
  if (!number) {
    g4_page_put(page, "<span class=\"none\">0</span>");
    return;
  }
  if (!column->to_version) { /* no filter has it */
    g4_page_put(page, "%n", (size_t)number);
    return;
  }
  const char *language, *label = g4_page_theme(page, g4_page_slug(theme), &language);
  g4_page_put(page, "<a href=\"#f:theme=%t&amp;ministry=%t&amp;how=%t\" aria-label=\"%n, %t, %t, %l\">%n</a>",
              g4_page_slug(theme), column->to_version, responsible ? "r" : "n", (size_t)number, label,
              column->to_abbreviation, responsible ? G4_L_HOW_RESPONSIBLE : G4_L_HOW_NAMED, (size_t)number);
}

static void put_row(g4_page *page, const table *in, const g40_theme *theme) {
  bool any = false;
  for (size_t i = 0; i < in->cells.count && !any; i++) {
    any = strcmp(in->cells.items[i].theme, theme->id) == 0;
  }
  if (!any) {
    return;
  }
  const char *language, *label = g4_page_theme(page, theme->slug, &language);
  g4_page_put(page, "<tr><th scope=\"row\"%a>%t</th>", language, label);
  for (size_t i = 0; i < in->columns.count; i++) {
    const cell *one = cell_at(in, theme->id, i);
    if (!one) {
      g4_page_put(page, "<td></td>");
      continue;
    }
    g4_page_put(page, "<td>");
    put_number(page, theme->id, in->columns.items[i], one->named, false);
    g4_page_put(page, " / ");
    put_number(page, theme->id, in->columns.items[i], one->responsible, true);
    g4_page_put(page, "</td>");
  }
  g4_page_put(page, "</tr>\n");
}

static void put_table(g4_page *page, const table *in) {
  g4_page_put(
      page,
      "<p id=\"table-help\" class=\"hint\">%l</p>\n"
      "<div class=\"scrolls\" role=\"region\" aria-label=\"%l: %l\" tabindex=\"0\">\n"
      "<table class=\"themes\" aria-labelledby=\"h-table\" aria-describedby=\"table-help\">\n<thead><tr><td></td>",
      G4_L_TABLE_HELP, G4_L_TABLE, G4_L_SCROLLS);
  for (size_t i = 0; i < in->columns.count; i++) {
    g4_page_put(
        page, "<th scope=\"col\"%a><abbr title=\"%t\">%t</abbr></th>", "nl", in->columns.items[i]->to_name,
        in->columns.items[i]->to_abbreviation ? in->columns.items[i]->to_abbreviation : in->columns.items[i]->to_name);
  }
  g4_page_put(page, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < page->themes->count; i++) {
    put_row(page, in, &page->themes->rows[i]);
  }
  g4_page_put(page, "</tbody>\n</table>\n</div>\n");
}

int g4_html_table(g4_page *page, const g40_edges *edges) {
  table in = {0};
  int code = gather(&in, edges, page->e->err);
  g4_page_put(page, "<section id=\"table\" aria-labelledby=\"h-table\">\n<h2 id=\"h-table\">%l</h2>\n", G4_L_TABLE);
  if (in.columns.count) {
    put_table(page, &in);
  } else {
    g4_page_put(page, "<p>%l</p>\n", G4_L_NO_TABLE);
  }
  g4_page_put(page, "</section>\n");
  g4_vec_free(&in.cells);
  g4_vec_free(&in.columns);
  return code;
}
