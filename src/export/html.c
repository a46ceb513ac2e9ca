/* HTML: one page that needs nothing else. What stands around its parts, and their order. */
#include "export/html.h"

#include <string.h>

#include "base/sha256.h"
#include "export/html_assets.h"
#include "export/source.h"
#include "query/listing.h"

/* --- the page itself */

/* 'sha256-...' of a Content-Security-Policy: what is not of these bytes does not run. */
static void put_hash(g4_page *page, const char *name, const char *bytes) {
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  char hex[G4_SHA256_TEXT], base64[45];
  unsigned char raw[33] = {0};
  g4_sha256(bytes, strlen(bytes), hex);
  for (size_t i = 0; i < 64; i++) {
    raw[i / 2] = (unsigned char)(raw[i / 2] << 4 | (hex[i] <= '9' ? hex[i] - '0' : hex[i] - 'a' + 10));
  }
  for (size_t i = 0; i < 44; i++) {
    size_t bit = i * 6, byte = bit / 8, shift = bit % 8;
    unsigned pair = (unsigned)raw[byte] << 8 | (byte + 1 < sizeof raw ? raw[byte + 1] : 0);
    base64[i] = alphabet[pair >> (10 - shift) & 63];
  }
  base64[43] = '=';
  base64[44] = '\0';
  g4_page_put(page, "%t 'sha256-", name);
  g4_sink_text(&page->e->sink, base64);
  g4_page_put(page, "'; ");
}

int g4_html_begin(g4_page *page, const char *title, const char *page_class) {
  g4_page_put(page, "<!DOCTYPE html>\n<html lang=\"%t\" class=\"%t\">\n<head>\n<meta charset=\"utf-8\">\n",
              page->dutch ? "nl" : "en", page_class);
  g4_page_put(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
  put_hash(page, "style-src", g4_report_css);
  put_hash(page, "script-src", g4_report_js);
  g4_page_put(page,
              "img-src data:; base-uri 'none'; form-action 'none'\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
              "<meta name=\"generator\" content=\"libg40 %t\">\n<link rel=\"icon\" href=\"data:,\">\n"
              "<title>%t</title>\n<style>",
              G40_VERSION, title);
  g4_sink_text(&page->e->sink, g4_report_css);
  g4_page_put(page, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">%l</a>\n", G4_L_SKIP);
  return G40_OK;
}

void g4_html_end(g4_page *page) {
  g4_page_put(page, "<script>");
  g4_sink_text(&page->e->sink, g4_report_js);
  g4_page_put(page, "</script>\n</body>\n</html>\n");
}

/* --- a page of papers */

/* Holder, kind and date, each with what sets it apart from the next. */
static void put_origin(g4_page *page, const g40_document *document) {
  if (document->holder_name || document->holder) {
    g4_page_put(page, "<strong>%t</strong> · ",
                document->holder_name ? document->holder_name : g4_page_slug(document->holder));
  }
  if (document->kind) {
    g4_page_put(page, "%t · ", g4_page_word(page, "document_kind", document->kind));
  }
  if (document->date_issued) {
    g4_page_put(page, "<time datetime=\"%t\">%t</time> · ", document->date_issued, document->date_issued);
  }
}

static void put_occasion(g4_page *page, const g40_document *document) {
  const char *occasion = g4_page_choose(page, document->occasion, document->occasion_en);
  if (occasion) {
    g4_page_put(page, "<p class=\"facts\"%a>%t</p>\n", occasion == document->occasion ? "nl" : "en", occasion);
  }
}

static void put_evidence(g4_page *page, const g40_document *document) {
  bool web = document->url && (strncmp(document->url, "https://", 8) == 0 || strncmp(document->url, "http://", 7) == 0);
  g4_page_put(page, "<dl class=\"evidence\">");
  if (web) {
    g4_page_put(page, "<dt>%l</dt><dd><a rel=\"noreferrer\" href=\"%t\">%t</a></dd>", G4_L_SOURCE, document->url,
                document->url);
  } else if (document->url) {
    g4_page_put(page, "<dt>%l</dt><dd>%t</dd>", G4_L_SOURCE, document->url);
  }
  g4_page_put(page, "<dt>%l</dt><dd><code>%t</code></dd></dl>\n", G4_L_SHA256, document->sha256);
}

static void put_legend(g4_page *page) {
  static const char *const kinds[] = {"ask", "commitment", "rule"};
  g4_page_put(page, "<p class=\"hint\">%l: ", G4_L_LEGEND);
  for (int i = 0; i < 3; i++) {
    g4_page_put(page, "<span class=\"k-%t\"><span class=\"kind\">%t</span></span> ", kinds[i],
                g4_page_word(page, "kind", kinds[i]));
  }
  g4_page_put(page, "<span class=\"k-reason\"><span class=\"kind\">%t, %t, %t</span></span></p>\n",
              g4_page_word(page, "kind", "principle"), g4_page_word(page, "kind", "problem"),
              g4_page_word(page, "kind", "observation"));
}

static int put_document(g4_page *page, const g4_position_source *source) {
  const g40_document *document = source->document;
  size_t number = source->next;
  page->document = number;
  page->language = g4_page_text_language(document);
  bool alone = page->documents == 1;
  if (alone) {
    g4_page_put(page, "<section class=\"doc\" id=\"d%n\" data-doc=\"%t\" aria-labelledby=\"h%n\">\n", number,
                document->slug, number);
    g4_page_put(page, "<h2 id=\"h%n\">%l</h2>\n", number, G4_L_TEXT);
  } else {
    g4_page_put(page, "<details class=\"doc\" id=\"d%n\" data-doc=\"%t\">\n<summary><h2 id=\"h%n\"%a>%t</h2>", number,
                document->slug, number, page->language, g4_page_title(document));
    g4_page_put(page, "<span class=\"facts\">");
    put_origin(page, document);
    g4_page_put(page, "<span class=\"hits\">%n</span> %l</span></summary>\n", source->positions->count,
                G4_L_POSITIONS_COUNTED);
    put_occasion(page, document);
  }
  put_legend(page);
  int code = g4_html_paper(page, document, source->positions);
  g4_page_put(page, "<h3 class=\"list\" id=\"l%n\">%l</h3>\n", number, G4_L_POSITIONS);
  if (!source->positions->count) {
    g4_page_put(page, "<p>%l</p>\n", G4_L_NO_POSITIONS);
  }
  g4_page_put(page, source->positions->count ? "<ol class=\"positions\">\n" : "");
  for (size_t i = 0; i < source->positions->count && code == G40_OK; i++) {
    g4_html_position(page, &source->positions->rows[i], source->positions, page->numbered + i + 1);
  }
  g4_page_put(page, source->positions->count ? "</ol>\n" : "");
  page->numbered += source->positions->count;
  put_evidence(page, document);
  g4_page_put(page, alone ? "</section>\n" : "</details>\n");
  return code;
}

static void put_links(g4_page *page) {
  g4_page_put(page, "<nav class=\"parts\" aria-label=\"%l\"><ul>", G4_L_ON_THIS_PAGE);
  if (page->documents == 1) {
    g4_page_put(page, "<li><a href=\"#d1\">%l</a></li><li><a href=\"#l1\">%l</a></li>", G4_L_TEXT, G4_L_POSITIONS);
  } else {
    g4_page_put(page, "<li><a href=\"#main\">%l</a></li>", G4_L_DOCUMENTS);
  }
  g4_page_put(page,
              "<li><a href=\"#table\">%l</a></li><li><a href=\"#network\">%l</a></li><li><a href=\"#about\">%l</a></li>"
              "</ul></nav>\n",
              G4_L_TABLE, G4_L_NETWORK, G4_L_ABOUT);
}

static void put_head(g4_page *page, const g4_position_source *source) {
  const g40_document *only = page->documents == 1 ? &source->documents->rows[0] : NULL;
  if (only) {
    g4_page_put(page, "<header class=\"top\">\n<h1%a>%t</h1>\n<p class=\"facts\">", g4_page_text_language(only),
                g4_page_title(only));
    put_origin(page, only);
    g4_page_put(page, "%n %l, %n %l</p>\n", (size_t)only->positions, G4_L_POSITIONS_COUNTED, (size_t)only->asks,
                G4_L_ASKS_COUNTED);
    put_occasion(page, only);
  } else {
    g4_page_put(page, "<header class=\"top\">\n<h1>%n %l</h1>\n", page->documents, G4_L_DOCUMENTS_COUNTED);
  }
  put_links(page);
  g4_page_put(page, "</header>\n");
}

static void put_panel(g4_page *page) {
  g4_page_put(page,
              "<aside class=\"panel\" id=\"panel\" aria-label=\"%l\" hidden>\n<div class=\"bar\">"
              "<button type=\"button\" id=\"previous\">‹ %l</button>"
              "<button type=\"button\" id=\"next\">%l ›</button>"
              "<button type=\"button\" id=\"close\">%l</button></div>\n",
              G4_L_PANEL, G4_L_PREVIOUS, G4_L_NEXT, G4_L_CLOSE);
  g4_page_put(page, "<p id=\"said\" class=\"unseen\" role=\"status\"></p>\n");
  g4_page_put(page, "<div id=\"chosen\" tabindex=\"-1\" data-back=\"%l\"><p class=\"hint\">%l</p></div>\n</aside>\n",
              G4_L_IN_TEXT, G4_L_PANEL_EMPTY);
}

static int put_about(g4_page *page) {
  g4_date day = page->e->query->as_of;
  char date[G4_DATE_TEXT];
  if (!day) {
    const g4_registry *registry = g4_session_ministries(page->e->session, page->e->err);
    if (!registry) {
      return page->e->err->code;
    }
    day = registry->known_through;
  }
  g4_page_put(page,
              "<section id=\"about\" aria-labelledby=\"h-about\">\n<h2 id=\"h-about\">%l</h2>\n<p>%l %l %t.</p>\n",
              G4_L_ABOUT, G4_L_ABOUT_TEXT, G4_L_NOW_IS, g4_date_format(day, date));
  if (!page->e->query->with_contacts) {
    g4_page_put(page, "<p>%l</p>\n", G4_L_CONTACTS_MASKED);
  }
  g4_page_put(page, "</section>\n");
  return G40_OK;
}

static int put_papers(g4_page *page, g4_position_source *source, const g40_edges *edges) {
  const char *title =
      page->documents == 1 ? g4_page_title(&source->documents->rows[0]) : g4_label_text(G4_L_POSITIONS, page->dutch);
  int code = g4_html_begin(page, title, "papers");
  put_head(page, source);
  g4_page_put(page, "<div class=\"frame\">\n");
  code = code == G40_OK ? g4_html_filters(page, source->documents, page->e->query) : code;
  g4_page_put(page, "<main id=\"main\" tabindex=\"-1\">\n");
  if (!page->documents) {
    g4_page_put(page, "<p>%l</p>\n", G4_L_NO_DOCUMENTS);
  }
  while (code == G40_OK && !g4_sink_failed(&page->e->sink) && (code = g4_source_next(source)) == 1) {
    code = put_document(page, source);
  }
  code = code == G40_OK ? g4_html_table(page, edges) : code;
  code = code == G40_OK ? g4_html_network(page, edges) : code;
  code = code == G40_OK ? put_about(page) : code;
  g4_page_put(page, "</main>\n");
  put_panel(page);
  g4_page_put(page, "</div>\n");
  g4_html_end(page);
  return code;
}

static int export_papers(g4_page *page) {
  g4_exporting *e = page->e;
  g40_query whole = *e->query;
  whole.limit = 0;
  whole.after = NULL;
  g4_position_source source;
  int code = g4_source_open(&source, e);
  code = code == G40_OK ? g4_page_read_names(page) : code;
  g40_themes *themes = code == G40_OK ? g4_list_themes(e->session, &whole, e->err) : NULL;
  g40_edges *edges = themes ? g4_answer_network(e->session, NULL, NULL, &whole, e->err) : NULL;
  code = code == G40_OK && !edges ? e->err->code : code;
  page->themes = themes;
  if (code == G40_OK) {
    page->documents = source.documents->count;
    code = g4_html_want_numbers(page, edges);
  }
  code = code == G40_OK ? put_papers(page, &source, edges) : code;
  g40_edges_free(edges);
  g40_themes_free(themes);
  g4_source_close(&source);
  return code;
}

int g4_export_html(g4_exporting *e) {
  g4_page page = {.e = e, .dutch = e->settings->dutch};
  int code = e->settings->asks ? g4_html_uptake(&page) : export_papers(&page);
  g4_map_free(&page.numbers);
  g4_page_free_names(&page);
  return code;
}
