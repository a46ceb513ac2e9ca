/* The network as a drawing and as a table. The drawing is an arc diagram: names below each other, an arc for each edge.
 * It needs no simulation, so it is the same every time, and names stay readable on a phone. */
#include <math.h>
#include <string.h>

#include "export/html.h"

enum {
  SHOWN_POSITIONS = 12, /* of an edge */
  LABEL_WIDTH = 168,
  WIDTH = 340,
  ROW = 18,
  LABEL_LONGEST = 24 /* characters */
};

typedef struct {
  const char *key, *name;
  bool ministry;
  int64_t weight;
} node;

typedef G4_VEC(node) node_list;

static const char *to_key(const g40_edge *edge) { return edge->to_version ? edge->to_version : edge->to_id; }
static const char *to_name(const g40_edge *edge) {
  return edge->to_abbreviation ? edge->to_abbreviation : edge->to_name;
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

static void put_node(g4_page *page, const node *one, size_t row) {
  size_t y = row * ROW + ROW / 2, shown = cut_name(one->name, LABEL_LONGEST);
  g4_page_put(page, "<text x=\"%n\" y=\"%n\"><title>%t</title>", (size_t)LABEL_WIDTH - 8, y + 4, one->name);
  g4_page_text(page, one->name, shown);
  g4_page_put(page, one->name[shown] ? "…</text>" : "</text>");
  g4_page_put(page, "<circle class=\"%t\" cx=\"%n\" cy=\"%n\" r=\"4\"/>\n", one->ministry ? "ministry" : "actor",
              (size_t)LABEL_WIDTH, y);
}

static void put_edge(g4_page *page, const g40_edge *edge, const node_list *nodes) {
  size_t from = row_of(nodes, edge->from_id), to = row_of(nodes, to_key(edge));
  size_t apart = from > to ? from - to : to - from;
  size_t reach = LABEL_WIDTH + 24 + apart * (WIDTH - LABEL_WIDTH) * 9 / 8 / (nodes->count + 1);
  size_t width = 10 + (size_t)(6 * sqrt((double)edge->weight)); /* in tenths */
  g4_page_put(page, "<path class=\"%t\" stroke-width=\"%n.%n\" d=\"M%n %n",
              edge->relation ? edge->relation : "together", width / 10, width % 10, (size_t)LABEL_WIDTH,
              from * ROW + ROW / 2);
  g4_page_put(page, "C%n %n %n %n %n %n\"/>\n", reach, from * ROW + ROW / 2, reach, to * ROW + ROW / 2,
              (size_t)LABEL_WIDTH, to * ROW + ROW / 2);
}

static int put_drawing(g4_page *page, const g40_edge *const *edges, size_t count) {
  node_list nodes = {0};
  bool ok = true;
  for (size_t i = 0; i < count && ok; i++) {
    ok = count_node(&nodes, (node){edges[i]->from_id, edges[i]->from_name, false, edges[i]->weight}) &&
         count_node(&nodes, (node){to_key(edges[i]), to_name(edges[i]), with_ministry(edges[i]), edges[i]->weight});
  }
  if (ok) {
    qsort(nodes.items, nodes.count, sizeof *nodes.items, compare_nodes);
    g4_page_put(page,
                "<svg role=\"img\" aria-labelledby=\"h-network network-help\" viewBox=\"0 0 %n %n\" lang=\"nl\">\n",
                (size_t)WIDTH, nodes.count * ROW);
    for (size_t i = count; i-- > 0;) { /* the heaviest last, on top */
      put_edge(page, edges[i], &nodes);
    }
    for (size_t i = 0; i < nodes.count; i++) {
      put_node(page, &nodes.items[i], i);
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
    g4_page_put(
        page, "<tr><th scope=\"row\" lang=\"nl\">%t</th><td lang=\"nl\">%t</td><td>%t</td><td>%n</td><td>",
        edge->from_name, to_name(edge),
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
    code = put_drawing(page, drawn, count);
    put_table(page, drawn, count);
  } else {
    g4_page_put(page, "<p>%l</p>\n", G4_L_NO_NETWORK);
  }
  g4_page_put(page, "</section>\n");
  return code;
}
