/* The network as a drawing and as a table. The drawing is an arc diagram: names below each other, an arc for each edge.
 * It needs no simulation, so it is the same every time, and names stay readable on a phone. */
#include <math.h>
#include <string.h>

#include "export/html.h"

enum {
  SHOWN_POSITIONS = 12, /* of an edge */
  LABEL_WIDTH = 184,
  WIDTH = 340,
  ROW = 18,
  GAP = 12,          /* above the ministries */
  LABEL_LONGEST = 24 /* characters */
};

typedef struct {
  const char *key, *name, *language;
  bool ministry;
  int64_t weight;
} node;

typedef G4_VEC(node) node_list;

static const char *to_key(const g40_edge *edge) { return edge->to_version ? edge->to_version : edge->to_id; }
/* What an end of an edge is called on this page, and in which language that is. */
static const char *name_of(const g4_page *page, const char *id, const char *dutch, const char **language) {
  const char *english = g4_page_english(page, id);
  *language = english ? "en" : "nl";
  return english ? english : dutch;
}
static const char *to_name(const g4_page *page, const g40_edge *edge, const char **language) {
  if (edge->to_abbreviation) {
    *language = NULL; /* letters of no language */
    return edge->to_abbreviation;
  }
  return name_of(page, edge->to_id, edge->to_name, language);
}
static bool with_ministry(const g40_edge *edge) { return strcmp(edge->kind, "stakeholder-ministry") == 0; }

static bool count_node(node_list *nodes, node one) {
  for (size_t i = 0; i < nodes->count; i++) {
    if (strcmp(nodes->items[i].key, one.key) == 0) {
      nodes->items[i].weight += one.weight;
      return true;
    }
  }
  return g4_vec_push(nodes, one);
}

static int compare_nodes(const void *a, const void *b) {
  const node *x = a, *y = b;
  if (x->ministry != y->ministry) {
    return x->ministry ? 1 : -1;
  }
  if (x->weight != y->weight) {
    return x->weight > y->weight ? -1 : 1;
  }
  return strcmp(x->key, y->key);
}

static size_t row_of(const node_list *nodes, const char *key) {
  size_t i = 0;
  while (i < nodes->count && strcmp(nodes->items[i].key, key) != 0) {
    i++;
  }
  return i;
}

/* Bytes of the first characters of a name. */
static size_t cut_name(const char *name, size_t characters) {
  size_t at = 0;
  for (size_t seen = 0; name[at]; at++) {
    if (((unsigned char)name[at] & 0xC0) != 0x80 && seen++ == characters) {
      break;
    }
  }
  return at;
}

static size_t middle_of(const node_list *nodes, size_t row) {
  return row * ROW + ROW / 2 + (nodes->items[row].ministry ? GAP : 0);
}

/* `data-n` and `data-e` let the script show the edges of a name that is pointed to. */
static void put_node(g4_page *page, const node_list *nodes, size_t row) {
  const node *one = &nodes->items[row];
  size_t y = middle_of(nodes, row), shown = cut_name(one->name, LABEL_LONGEST);
  g4_page_put(page, "<g data-n=\"%n\"%a><text x=\"%n\" y=\"%n\"><title>%t</title>", row, one->language,
              (size_t)LABEL_WIDTH - 8, y + 4, one->name);
  g4_page_text(page, one->name, shown);
  g4_page_put(page, one->name[shown] ? "…</text>" : "</text>");
  g4_page_put(page, "<circle class=\"%t\" cx=\"%n\" cy=\"%n\" r=\"4\"/></g>\n", one->ministry ? "ministry" : "actor",
              (size_t)LABEL_WIDTH, y);
}

static void put_edge(g4_page *page, const g40_edge *edge, const node_list *nodes, int64_t heaviest) {
  size_t from = row_of(nodes, edge->from_id), to = row_of(nodes, to_key(edge));
  size_t apart = from > to ? from - to : to - from;
  size_t reach = LABEL_WIDTH + 24 + apart * (WIDTH - LABEL_WIDTH) * 9 / 8 / (nodes->count + 1);
  double most = heaviest > 16 ? (double)heaviest : 16;
  size_t width = 8 + (size_t)(32 * sqrt((double)edge->weight / most)); /* in tenths */
  g4_page_put(page, "<path class=\"%t\" data-e=\"%n %n\" stroke-width=\"%n.%n\" d=\"M%n %n",
              edge->relation ? edge->relation : "together", from, to, width / 10, width % 10, (size_t)LABEL_WIDTH,
              middle_of(nodes, from));
  g4_page_put(page, "C%n %n %n %n %n %n\"/>\n", reach, middle_of(nodes, from), reach, middle_of(nodes, to),
              (size_t)LABEL_WIDTH, middle_of(nodes, to));
}

static void put_legend(g4_page *page) {
  g4_page_put(page,
              "<p class=\"hint legend\" aria-hidden=\"true\"><span class=\"dot\">%l</span> <span class=\"dot "
              "ministry\">%l</span> <span class=\"stroke\">%l</span> ",
              G4_L_STAKEHOLDER, G4_L_MINISTRY, G4_L_TOGETHER);
  g4_page_put(page, "<span class=\"stroke named\">%l</span> <span class=\"stroke responsible\">%l</span></p>\n",
              G4_L_HOW_NAMED, G4_L_LEGEND_RESPONSIBLE);
}

static int put_drawing(g4_page *page, const g40_edge *const *edges, size_t count) {
  node_list nodes = {0};
  int64_t heaviest = 0;
  bool ok = true;
  for (size_t i = 0; i < count && ok; i++) {
    const g40_edge *one = edges[i];
    node from = {.key = one->from_id, .weight = one->weight};
    node to = {.key = to_key(one), .ministry = with_ministry(one), .weight = one->weight};
    from.name = name_of(page, one->from_id, one->from_name, &from.language);
    to.name = to_name(page, one, &to.language);
    ok = count_node(&nodes, from) && count_node(&nodes, to);
    heaviest = one->weight > heaviest ? one->weight : heaviest;
  }
  if (ok) {
    qsort(nodes.items, nodes.count, sizeof *nodes.items, compare_nodes);
    g4_page_put(page, "<svg role=\"img\" aria-labelledby=\"h-network network-help\" viewBox=\"0 0 %n %n\">\n",
                (size_t)WIDTH, nodes.count * ROW + GAP);
    for (size_t i = count; i-- > 0;) { /* the heaviest last, on top */
      put_edge(page, edges[i], &nodes, heaviest);
    }
    for (size_t i = 0; i < nodes.count; i++) {
      put_node(page, &nodes, i);
    }
    g4_page_put(page, "</svg>\n");
  }
  g4_vec_free(&nodes);
  return ok ? G40_OK : g4_nomem(page->e->err);
}

static void put_positions(g4_page *page, const g40_reasons *behind) {
  for (size_t i = 0; i < behind->count && i < SHOWN_POSITIONS; i++) {
    size_t number = 0;
    const char *id = behind->rows[i].id;
    if (g4_map_get(&page->numbers, id, strlen(id), &number) && number) {
      g4_page_put(page, i ? " <a href=\"#p%n\">%n</a>" : "<a href=\"#p%n\">%n</a>", number, number);
    }
  }
  if (behind->count > SHOWN_POSITIONS) {
    g4_page_put(page, " %l", G4_L_MORE);
  }
}

static void put_table(g4_page *page, const g40_edge *const *edges, size_t count) {
  g4_page_put(page,
              "<div class=\"scrolls\" role=\"region\" aria-label=\"%l: %l\" tabindex=\"0\">\n<table "
              "class=\"edges\">\n<thead><tr>"
              "<th scope=\"col\">%l</th><th scope=\"col\">%l</th><th scope=\"col\">%l</th><th scope=\"col\">%l</th>"
              "<th scope=\"col\">%l</th></tr></thead>\n<tbody>\n",
              G4_L_NETWORK, G4_L_SCROLLS, G4_L_FROM, G4_L_WITH, G4_L_RELATION, G4_L_COUNT, G4_L_POSITIONS);
  for (size_t i = 0; i < count; i++) {
    const g40_edge *edge = edges[i];
    const char *from_language, *to_language;
    const char *from = name_of(page, edge->from_id, edge->from_name, &from_language);
    const char *to = to_name(page, edge, &to_language);
    g4_page_put(
        page, "<tr><th scope=\"row\"%a>%t</th><td%a>%t</td><td>%t</td><td>%n</td><td>", from_language, from,
        to_language, to,
        edge->relation ? g4_page_word(page, "relation", edge->relation) : g4_label_text(G4_L_TOGETHER, page->dutch),
        (size_t)edge->weight);
    put_positions(page, edge->positions);
    g4_page_put(page, "</td></tr>\n");
  }
  g4_page_put(page, "</tbody>\n</table>\n</div>\n");
}

static size_t select_drawn(const g40_edges *edges, const g40_edge *drawn[G4_HTML_DRAWN], size_t *total) {
  size_t count = 0;
  *total = 0;
  for (size_t i = 0; i < edges->count; i++) {
    if (strcmp(edges->rows[i].kind, "theme-ministry") != 0) {
      if (count < G4_HTML_DRAWN) {
        drawn[count++] = &edges->rows[i];
      }
      ++*total;
    }
  }
  return count;
}

int g4_html_want_numbers(g4_page *page, const g40_edges *edges) {
  const g40_edge *drawn[G4_HTML_DRAWN];
  size_t total, count = select_drawn(edges, drawn, &total);
  for (size_t i = 0; i < count; i++) {
    const g40_reasons *behind = drawn[i]->positions;
    for (size_t k = 0; k < behind->count && k < SHOWN_POSITIONS; k++) {
      if (!g4_map_put(&page->numbers, behind->rows[k].id, strlen(behind->rows[k].id), 0)) {
        return g4_nomem(page->e->err);
      }
    }
  }
  return G40_OK;
}

int g4_html_network(g4_page *page, const g40_edges *edges) {
  const g40_edge *drawn[G4_HTML_DRAWN];
  size_t total, count = select_drawn(edges, drawn, &total);
  int code = G40_OK;
  g4_page_put(page, "<section id=\"network\" aria-labelledby=\"h-network\">\n<h2 id=\"h-network\">%l</h2>\n",
              G4_L_NETWORK);
  if (count) {
    g4_page_put(page, "<p id=\"network-help\" class=\"hint\">%l</p>\n<p>%n %l %n.</p>\n", G4_L_NETWORK_HELP, count,
                G4_L_NETWORK_SHOWN, total);
    put_legend(page);
    code = put_drawing(page, drawn, count);
    put_table(page, drawn, count);
  } else {
    g4_page_put(page, "<p>%l</p>\n", G4_L_NO_NETWORK);
  }
  g4_page_put(page, "</section>\n");
  return code;
}
