/* The form that filters a page of papers: its choices are what the listings of the database count. */
#include <string.h>

#include "export/html.h"
#include "model/vocabulary.h"
#include "query/listing.h"

static void begin_choice(g4_page *page, const char *name, g4_page_label label) {
  g4_page_put(page, "<label for=\"f-%t\">%l</label><select id=\"f-%t\" name=\"%t\"><option value=\"\">%l</option>",
              name, label, name, name, G4_L_ALL);
}

static void end_choice(g4_page *page) { g4_page_put(page, "</select>\n"); }

static void put_themes(g4_page *page) {
  begin_choice(page, "theme", G4_L_THEME);
  for (size_t i = 0; i < page->themes->count; i++) {
    const g40_theme *theme = &page->themes->rows[i];
    const char *broader = theme->broader;
    bool used = theme->positions > 0;
    for (size_t k = 0; k < page->themes->count && !used; k++) { /* one below it is */
      const char *above = page->themes->rows[k].broader;
      used = page->themes->rows[k].positions > 0 && above && strcmp(above, theme->id) == 0;
    }
    if (used) {
      const char *language, *label = g4_page_theme(page, theme->slug, &language);
      g4_page_put(page, "<option value=\"%t\" data-broader=\"%t\"%a>%t (%n)</option>", theme->slug,
                  g4_page_slug(broader), language, label, (size_t)theme->positions);
    }
  }
  end_choice(page);
}

static void put_codes(g4_page *page, const char *name, g4_page_label label) {
  const g4_vocabulary *in;
  begin_choice(page, name, label);
  for (size_t i = 0; (in = g4_vocabulary_at(i)) != NULL; i++) {
    for (size_t k = 0; strcmp(in->name, name) == 0 && k < in->count; k++) {
      g4_page_put(page, "<option value=\"%t\">%t</option>", in->terms[k].code,
                  page->dutch ? in->terms[k].nl : in->terms[k].en);
    }
  }
  end_choice(page);
}

static int put_ministries(g4_page *page, const g40_query *query) {
  g40_ministries *ministries = g4_list_ministries(page->e->session, query, page->e->err);
  if (!ministries) {
    return page->e->err->code;
  }
  begin_choice(page, "ministry", G4_L_MINISTRY);
  for (size_t i = 0; i < ministries->count; i++) {
    const g40_ministry *one = &ministries->rows[i];
    if (one->positions + one->responsible > 0) {
      g4_page_put(page, "<option value=\"%t\"%a>%t, %t (%n / %n)</option>", one->version, "nl", one->abbreviation,
                  one->name, (size_t)one->positions, (size_t)one->responsible);
    }
  }
  end_choice(page);
  g4_page_put(page, "<label for=\"f-how\">%l</label><select id=\"f-how\" name=\"how\"><option value=\"\">%l</option>",
              G4_L_MINISTRY_HOW, G4_L_HOW_EITHER);
  g4_page_put(page, "<option value=\"n\">%l</option><option value=\"r\">%l</option>", G4_L_HOW_NAMED,
              G4_L_HOW_RESPONSIBLE);
  end_choice(page);
  g40_ministries_free(ministries);
  return G40_OK;
}

/* Whether a kind was among the rows before. */
static bool is_new(const g40_stakeholders *all, size_t at) {
  for (size_t i = 0; i < at; i++) {
    if (all->rows[i].positions > 0 && strcmp(all->rows[i].kind, all->rows[at].kind) == 0) {
      return false;
    }
  }
  return true;
}

static bool counts(const g40_stakeholder *one) {
  return one->positions > 0 && one->kind && strcmp(one->kind, "ministry") != 0;
}

static int put_stakeholders(g4_page *page, const g40_query *query) {
  g40_stakeholders *all = g4_list_stakeholders(page->e->session, query, page->e->err);
  if (!all) {
    return page->e->err->code;
  }
  begin_choice(page, "stakeholder", G4_L_STAKEHOLDER);
  for (size_t i = 0; i < all->count; i++) {
    const g40_stakeholder *one = &all->rows[i];
    if (counts(one)) {
      const char *name = g4_page_choose(page, one->name, one->name_en);
      g4_page_put(page, "<option value=\"%t\"%a>%t (%n)</option>", g4_page_slug(one->id),
                  name == one->name ? "nl" : "en", name, (size_t)one->positions);
    }
  }
  end_choice(page);
  begin_choice(page, "stakeholder_kind", G4_L_STAKEHOLDER_KIND);
  for (size_t i = 0; i < all->count; i++) {
    if (counts(&all->rows[i]) && is_new(all, i)) {
      g4_page_put(page, "<option value=\"%t\">%t</option>", all->rows[i].kind,
                  g4_page_word(page, "stakeholder_kind", all->rows[i].kind));
    }
  }
  end_choice(page);
  g40_stakeholders_free(all);
  return G40_OK;
}

bool g4_html_is_twin(const g40_document *one, const g40_document *other) {
  return one != other && strcmp(g4_page_title(one), g4_page_title(other)) == 0;
}

void g4_html_document_option(g4_page *page, const g40_document *document, bool twin) {
  g4_page_put(page, "<option value=\"%t\"%a>%t", document->slug, g4_page_text_language(document),
              g4_page_title(document));
  g4_page_put(page, twin ? " (%t)</option>" : "</option>", document->slug);
}

static void put_documents(g4_page *page, const g40_documents *documents) {
  if (documents->count < 2) {
    return;
  }
  begin_choice(page, "document", G4_L_DOCUMENT);
  for (size_t i = 0; i < documents->count; i++) {
    bool twin = false;
    for (size_t k = 0; k < documents->count && !twin; k++) {
      twin = g4_html_is_twin(&documents->rows[i], &documents->rows[k]);
    }
    g4_html_document_option(page, &documents->rows[i], twin);
  }
  end_choice(page);
}

/* The end of a form of filters, which says what passes them. */
void g4_html_end_filters(g4_page *page, g4_page_label counted) {
  g4_page_put(page, "</div>\n<p class=\"result\"><output id=\"count\" aria-live=\"polite\" data-text=\"%l\"></output> ",
              counted);
  g4_page_put(page, "<span id=\"set\" class=\"hint\"></span> <button type=\"reset\">%l</button></p>\n</form>\n",
              G4_L_CLEAR);
}

void g4_html_begin_filters(g4_page *page) {
  g4_page_put(page,
              "<form id=\"filters\" class=\"filters\" role=\"search\" aria-label=\"%l\" hidden>\n<h2 id=\"h-filters\">"
              "<button type=\"button\" id=\"fold\" aria-expanded=\"true\" aria-controls=\"choices\">%l</button></h2>\n"
              "<div id=\"choices\">\n<p class=\"hint\">%l</p>\n",
              G4_L_FILTERS, G4_L_FILTERS, G4_L_FILTERS_HELP);
}

int g4_html_filters(g4_page *page, const g40_documents *documents, const g40_query *query) {
  g4_html_begin_filters(page);
  put_documents(page, documents);
  put_themes(page);
  put_codes(page, "kind", G4_L_KIND);
  put_codes(page, "action", G4_L_ACTION);
  int code = put_ministries(page, query);
  code = code == G40_OK ? put_stakeholders(page, query) : code;
  g4_html_end_filters(page, G4_L_COUNT_OF);
  return code;
}
