/* A page of uptake: each ask beside what takes it up in each document, and an overview of both. */
#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "export/html.h"
#include "query/listing.h"

typedef struct {
  g4_page *page;
  const g40_positions *asks;
  const g40_uptakes *uptakes;
  G4_VEC(const g40_document *) documents; /* those with a row, in the order of the listing */
} uptake_page;

static bool is(const char *text, const char *word) { return text && strcmp(text, word) == 0; }

static const g40_document *document_of(const uptake_page *in, const char *slug) {
  for (size_t i = 0; i < in->documents.count; i++) {
    if (is(in->documents.items[i]->slug, slug)) {
      return in->documents.items[i];
    }
  }
  return NULL;
}

static const char *name_of(const uptake_page *in, const char *slug) {
  const g40_document *document = document_of(in, slug);
  return document ? g4_page_title(document) : slug;
}

static const char *holder_of(const uptake_page *in, const char *slug) {
  const g40_document *document = document_of(in, slug);
  return document && document->holder_name ? document->holder_name : NULL;
}

/* Of the text of a document. Asks may come from another database, whose documents are not known here. */
static const char *language_of(const uptake_page *in, const char *slug) {
  return g4_page_text_language(document_of(in, slug));
}

static bool has_twin(const uptake_page *in, const g40_document *one) {
  bool twin = false;
  for (size_t i = 0; i < in->documents.count && !twin; i++) {
    twin = g4_html_is_twin(one, in->documents.items[i]);
  }
  return twin;
}

/* --- filters */

static void put_parties(uptake_page *in) {
  g4_page *page = in->page;
  g4_page_put(page,
              "<label for=\"f-party\">%l</label><select id=\"f-party\" name=\"party\"><option value=\"\">%l</option>",
              G4_L_PARTY, G4_L_ALL);
  for (size_t i = 0; i < in->documents.count; i++) {
    const g40_document *one = in->documents.items[i];
    bool seen = !one->holder;
    for (size_t k = 0; k < i && !seen; k++) {
      seen = is(in->documents.items[k]->holder, one->holder);
    }
    if (!seen) {
      g4_page_put(page, "<option value=\"%t\">%t</option>", one->holder, one->holder_name);
    }
  }
  for (size_t i = 0; i < in->documents.count; i++) {
    g4_html_document_option(page, in->documents.items[i], has_twin(in, in->documents.items[i]));
  }
  g4_page_put(page, "</select>\n");
}

static void put_filters(uptake_page *in) {
  static const char *const states[] = {"taken_up", "same_subject", "not_found"};
  g4_page *page = in->page;
  g4_html_begin_filters(page);
  put_parties(in);
  g4_page_put(page,
              "<label for=\"f-state\">%l</label><select id=\"f-state\" name=\"state\"><option value=\"\">%l</option>",
              G4_L_STATE, G4_L_ALL);
  for (int i = 0; i < 3; i++) {
    g4_page_put(page, "<option value=\"%t\">%t</option>", states[i], g4_page_word(page, "uptake", states[i]));
  }
  g4_page_put(page, "</select>\n");
  g4_html_end_filters(page, G4_L_COUNT_PAIRS);
}

/* --- an ask in a document */

static void put_why(g4_page *page, const g40_match *match, const char *language) {
  if (match->names || match->words) {
    g4_page_put(page, "<p class=\"why\">%l: ", G4_L_SHARED);
    if (match->names) {
      g4_page_put(page, "<span%a>%t</span>", "nl", match->names);
    }
    if (match->words) {
      g4_page_put(page, match->names ? "; <span%a>%t</span>" : "<span%a>%t</span>", language, match->words);
    }
    g4_page_put(page, "</p>\n");
  }
}

static void put_passage(g4_page *page, const g40_match *match, const char *language) {
  g4_page_put(page, "<blockquote%a>%t</blockquote>\n<p class=\"place\">", language, match->at.text);
  if (match->at.section) {
    g4_page_put(page, "<span%a>%t</span> · ", language, match->at.section);
  }
  g4_page_put(page, "%l %n–%n</p>\n", G4_L_BYTES, (size_t)match->at.start, (size_t)match->at.end);
  put_why(page, match, language);
}

static void put_searched(g4_page *page, const g40_uptake *row, const char *language) {
  g4_page_put(page, "<p class=\"searched\">%l: <span%a>", G4_L_SEARCHED, language);
  g4_page_put(page, "%t%t%t</span></p>\n", row->words, row->words && row->names ? "; " : "", row->names);
}

static void put_pair(uptake_page *in, const g40_uptake *row, size_t number, size_t place) {
  g4_page *page = in->page;
  const g40_document *document = document_of(in, row->document);
  const char *language = g4_page_text_language(document), *holder = holder_of(in, row->document);
  const char *name = name_of(in, row->document);
  bool found = !is(row->state, "not_found");
  g4_page_put(page, "<article class=\"pair u-%t\" id=\"u%n-%n\" data-state=\"%t\" data-party=\"%t %t\">\n", row->state,
              number, place, row->state, document ? document->holder : NULL, row->document);
  g4_page_put(page, "<h3><span%a>%t</span>", language, name);
  if (holder && strncmp(name, holder, strlen(holder)) != 0) {
    g4_page_put(page, " <span class=\"holder\">%t</span>", holder);
  }
  if (document && has_twin(in, document)) {
    g4_page_put(page, " <span class=\"holder\">(%t)</span>", document->slug);
  }
  g4_page_put(page, "</h3>\n<p class=\"outcome\"><span class=\"badge\">%t</span> ",
              g4_page_word(page, "uptake", row->state));
  if (row->verdict) {
    g4_page_put(page, "<strong class=\"person\">%l: %t</strong></p>\n", G4_L_BY_PERSON,
                g4_page_word(page, "verdict", row->verdict));
  } else {
    g4_page_put(page, "<span class=\"machine\">%l</span></p>\n", G4_L_BY_MACHINE);
  }
  if (row->note) {
    g4_page_put(page, "<p class=\"note\">%l: %t</p>\n", G4_L_NOTE, row->note);
  }
  if (row->match && found) {
    put_passage(page, row->match, language);
  } else {
    put_searched(page, row, language_of(in, row->ask_document));
    if (row->match) {
      g4_page_put(page, "<details><summary>%l</summary>\n", G4_L_NEAREST);
      put_passage(page, row->match, language);
      g4_page_put(page, "</details>\n");
    } else {
      g4_page_put(page, "<p>%l</p>\n", G4_L_NO_PASSAGE);
    }
  }
  g4_page_put(page, "</article>\n");
}

/* --- asks */

static void put_ask(uptake_page *in, const g40_position *ask, size_t number, size_t first) {
  g4_page *page = in->page;
  g4_page_put(page,
              "<section class=\"ask\" id=\"a%n\" aria-labelledby=\"ha%n\">\n<div class=\"asked\">\n<h2 id=\"ha%n\">%l "
              "%n</h2>\n",
              number, number, number, G4_L_ASK, number);
  g4_page_put(page, "<blockquote%a>%t</blockquote>\n", language_of(in, ask->document), ask->text);
  g4_page_put(page, "<p class=\"place\">%t · %l %n–%n<br><code>%t</code></p>\n", ask->document, G4_L_BYTES,
              (size_t)ask->start, (size_t)ask->end, ask->id);
  const char *summary = g4_page_choose(page, ask->summary_nl, ask->summary_en);
  if (summary) {
    g4_page_put(page, "<p%a>%t</p>\n", summary == ask->summary_nl ? "nl" : "en", summary);
  }
  g4_page_put(page, "</div>\n<div class=\"pairs\">\n");
  for (size_t i = first, place = 1; i < in->uptakes->count && is(in->uptakes->rows[i].ask, ask->id); i++, place++) {
    put_pair(in, &in->uptakes->rows[i], number, place);
  }
  g4_page_put(page, "</div>\n</section>\n");
}

/* The place of a document among the rows of an ask, from 1; 0: it is not there. */
static size_t place_of(const uptake_page *in, const char *ask, size_t first, const char *document) {
  for (size_t i = first; i < in->uptakes->count && is(in->uptakes->rows[i].ask, ask); i++) {
    if (is(in->uptakes->rows[i].document, document)) {
      return i - first + 1;
    }
  }
  return 0;
}

static const char *sign_of(const g40_uptake *row) {
  return is(row->state, "taken_up") ? "●" : is(row->state, "same_subject") ? "◐" : "○";
}

static void put_overview_row(uptake_page *in, const g40_position *ask, size_t number, size_t first) {
  g4_page *page = in->page;
  g4_page_put(page, "<tr><th scope=\"row\"><a href=\"#a%n\"%a>%n. %t</a></th>", number, language_of(in, ask->document),
              number, ask->text);
  for (size_t i = 0; i < in->documents.count; i++) {
    const g40_document *document = in->documents.items[i];
    size_t place = place_of(in, ask->id, first, document->slug);
    if (!place) {
      g4_page_put(page, "<td></td>");
      continue;
    }
    const g40_uptake *row = &in->uptakes->rows[first + place - 1];
    g4_page_put(page, "<td class=\"u-%t\"><a href=\"#u%n-%n\" aria-label=\"%t: %t%t%t\">%t</a></td>", row->state,
                number, place, g4_page_title(document), g4_page_word(page, "uptake", row->state),
                row->verdict ? ", " : "", row->verdict ? g4_label_text(G4_L_BY_PERSON, page->dutch) : "", sign_of(row));
  }
  g4_page_put(page, "</tr>\n");
}

static size_t rows_of(const uptake_page *in, size_t first, const char *ask) {
  size_t at = first;
  while (at < in->uptakes->count && is(in->uptakes->rows[at].ask, ask)) {
    at++;
  }
  return at - first;
}

/* Holder and year where both are known: titles are long. The style turns it upright. */
static void put_short_name(g4_page *page, const g40_document *document) {
  const char *title = g4_page_title(document);
  if (document->holder_name && document->date_issued) {
    g4_page_put(page, "<th scope=\"col\"><span><abbr title=\"%t\">%t ", title, document->holder_name);
    g4_page_text(page, document->date_issued, strcspn(document->date_issued, "-"));
    g4_page_put(page, "</abbr></span></th>");
  } else {
    g4_page_put(page, "<th scope=\"col\"><span%a>%t</span></th>", g4_page_text_language(document), title);
  }
}

static void put_overview(uptake_page *in) {
  static const char *const states[] = {"taken_up", "same_subject", "not_found"};
  static const char *const signs[] = {"●", "◐", "○"};
  g4_page *page = in->page;
  g4_page_put(page,
              "<section id=\"overview\" aria-labelledby=\"h-overview\">\n<h2 id=\"h-overview\">%l</h2>\n<p>%l</p>\n<p>",
              G4_L_OVERVIEW, G4_L_OVERVIEW_HELP);
  for (int i = 0; i < 3; i++) {
    g4_page_put(page, "<span class=\"sign u-%t\"><span>%t</span> %t</span> ", states[i], signs[i],
                g4_page_word(page, "uptake", states[i]));
  }
  g4_page_put(page,
              "</p>\n<div class=\"scrolls overview-box\" role=\"region\" aria-label=\"%l: %l\" tabindex=\"0\">\n"
              "<table class=\"overview\" aria-labelledby=\"h-overview\">\n<thead><tr><th scope=\"col\">%l</th>",
              G4_L_OVERVIEW, G4_L_SCROLLS, G4_L_ASK);
  for (size_t i = 0; i < in->documents.count; i++) {
    put_short_name(page, in->documents.items[i]);
  }
  g4_page_put(page, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0, first = 0; i < in->asks->count; first += rows_of(in, first, in->asks->rows[i].id), i++) {
    put_overview_row(in, &in->asks->rows[i], i + 1, first);
  }
  g4_page_put(page, "</tbody>\n</table>\n</div>\n</section>\n");
}

/* --- the page */

/* Puts a label whose {names} stand for words. */
static void put_measured(uptake_page *in) {
  g4_page *page = in->page;
  const g40_uptakes *u = in->uptakes;
  char numbers[3][8];
  const char *names[] = {"{precision}", "{recall}", "{passage}", "{taken_up}"};
  const char *values[] = {numbers[0], numbers[1], numbers[2], g4_page_word(page, "uptake", "taken_up")};
  snprintf(numbers[0], sizeof numbers[0], "%.0f%%", u->precision * 100);
  snprintf(numbers[1], sizeof numbers[1], "%.0f%%", u->recall * 100);
  snprintf(numbers[2], sizeof numbers[2], "%.0f%%", u->passage_precision * 100);
  const char *text = g4_label_text(G4_L_MEASURED, page->dutch);
  for (const char *brace; (brace = strchr(text, '{')) != NULL;) {
    g4_page_text(page, text, (size_t)(brace - text));
    text = strchr(brace, '}') + 1;
    for (int i = 0; i < 4; i++) {
      if (strncmp(brace, names[i], strlen(names[i])) == 0) {
        g4_page_put(page, "%t", values[i]);
      }
    }
  }
  g4_page_text(page, text, strlen(text));
}

static void put_page(uptake_page *in) {
  g4_page *page = in->page;
  g4_html_begin(page, g4_label_text(G4_L_UPTAKE, page->dutch), "uptake");
  g4_page_put(page, "<header class=\"top\">\n<h1>%l</h1>\n<p class=\"facts\">%l</p>\n", G4_L_UPTAKE, G4_L_UPTAKE_HELP);
  g4_page_put(page,
              "<nav class=\"parts\" aria-label=\"%l\"><ul><li><a href=\"#overview\">%l</a></li>"
              "<li><a href=\"#asks\">%l</a></li><li><a href=\"#about\">%l</a></li></ul></nav>\n</header>\n",
              G4_L_ON_THIS_PAGE, G4_L_OVERVIEW, G4_L_ASKS, G4_L_ABOUT);
  g4_page_put(page, "<div class=\"frame\">\n");
  put_filters(in);
  g4_page_put(page, "<main id=\"main\" tabindex=\"-1\">\n");
  if (!in->asks->count) {
    g4_page_put(page, "<p>%l</p>\n", G4_L_NO_ASKS);
  }
  put_overview(in);
  g4_page_put(page, "<div id=\"asks\">\n");
  for (size_t i = 0, first = 0; i < in->asks->count; first += rows_of(in, first, in->asks->rows[i].id), i++) {
    put_ask(in, &in->asks->rows[i], i + 1, first);
  }
  g4_page_put(page, "</div>\n<section id=\"about\" aria-labelledby=\"h-about\">\n<h2 id=\"h-about\">%l</h2>\n<p>",
              G4_L_ABOUT);
  put_measured(in);
  g4_page_put(page, "</p>\n<p>%l</p>\n</section>\n</main>\n</div>\n", G4_L_ABOUT_TEXT);
  g4_html_end(page);
}

static bool has_rows(const g40_uptakes *uptakes, const char *slug) {
  for (size_t i = 0; i < uptakes->count; i++) {
    if (is(uptakes->rows[i].document, slug)) {
      return true;
    }
  }
  return false;
}

static int keep_documents(uptake_page *in, const g40_documents *all) {
  for (size_t i = 0; i < all->count; i++) {
    if (has_rows(in->uptakes, all->rows[i].slug) && !g4_vec_push(&in->documents, &all->rows[i])) {
      return g4_nomem(in->page->e->err);
    }
  }
  return G40_OK;
}

int g4_html_uptake(g4_page *page) {
  g4_exporting *e = page->e;
  uptake_page in = {.page = page, .asks = e->settings->asks};
  g40_query query = *e->query;
  query.limit = 0;
  query.after = NULL;
  g40_uptakes *uptakes = g4_answer_uptake(e->session, in.asks, &query, e->progress, e->err);
  if (!uptakes) {
    return e->err->code;
  }
  in.uptakes = uptakes;
  g40_documents *all = g4_list_documents(e->session, NULL, e->err);
  int code = all ? keep_documents(&in, all) : e->err->code;
  if (code == G40_OK) {
    put_page(&in);
  }
  g4_vec_free(&in.documents);
  g40_documents_free(all);
  g40_uptakes_free(uptakes);
  return code;
}
