/* What the parts of an HTML page share: the page on its way, and how text gets into it. */
#ifndef G4_EXPORT_HTML_H
#define G4_EXPORT_HTML_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "export/export.h"
#include "export/html_labels.h"
#include "model/rows.h"

typedef struct {
  g4_exporting *e;
  bool dutch;
  size_t numbered; /* positions written so far: a position is known on the page by its number */
  size_t documents;
  size_t document;      /* number of the one in hand, from 1 */
  const char *language; /* of its text */
  const g40_themes *themes;
  g4_map numbers; /* of ids of positions that the network points to; 0: not met yet */
  g4_map english_by_id;
  G4_VEC(const char *) english; /* names; kept, as their ids, in `names` */
  g4_arena names;
} g4_page;

/* Writes a template: %t is a text, escaped so that it is text in an element, in an attribute and in SVG, NULL is
 * nothing; %l a label; %n a number (size_t); %a the language of an element, as an attribute where it is not the page's;
 * %% a percent sign. All else stands as it is: templates are constants. */
void g4_page_put(g4_page *page, const char *template, ...);
/* So many bytes of text, escaped. */
void g4_page_text(g4_page *page, const char *text, size_t n);

/* The one that the page's language asks for; the other where it is NULL. */
static inline const char *g4_page_choose(const g4_page *page, const char *nl, const char *en) {
  return page->dutch ? (nl ? nl : en) : (en ? en : nl);
}
/* A code of the vocabulary (kind, action, role) or of one of the lists of html_labels.h in words. */
const char *g4_page_word(const g4_page *page, const char *list, const char *code);
/* A theme's label, by its slug, and its language (NULL: not known). */
const char *g4_page_theme(const g4_page *page, const char *slug, const char **language);
/* Reads what g4_page_english knows; afterwards to be freed. */
int g4_page_read_names(g4_page *page);
void g4_page_free_names(g4_page *page);
/* The English name of a stakeholder, instrument or advice; NULL on a Dutch page, and where the registry has none. */
const char *g4_page_english(const g4_page *page, const char *id);
/* An id without its type. */
const char *g4_page_slug(const char *id);
/* What a document is called: its title, or its slug. */
const char *g4_page_title(const g40_document *document);
/* The language of its text, Dutch where it is not known; NULL is allowed. */
const char *g4_page_text_language(const g40_document *document);

/* The parts of a page, in its order. Each returns 0 or a negative code. */
int g4_html_filters(g4_page *page, const g40_documents *documents, const g40_query *query);
int g4_html_paper(g4_page *page, const g40_document *document, const g40_positions *positions);
void g4_html_position(g4_page *page, const g40_position *position, const g40_positions *all, size_t number);
int g4_html_table(g4_page *page, const g40_edges *edges);
int g4_html_network(g4_page *page, const g40_edges *edges);
int g4_html_uptake(g4_page *page);

enum { G4_HTML_DRAWN = 36 }; /* edges of the network; more cannot be told apart */
/* Asks for the numbers of positions that the network points to, before the papers are written. */
int g4_html_want_numbers(g4_page *page, const g40_edges *edges);

/* A document as a choice; with its slug where another one has its title. */
void g4_html_document_option(g4_page *page, const g40_document *document, bool twin);
bool g4_html_is_twin(const g40_document *one, const g40_document *other);
/* What stands around the choices of a form of filters; `counted` is the text of its count. */
void g4_html_begin_filters(g4_page *page);
void g4_html_end_filters(g4_page *page, g4_page_label counted);

/* Of the page itself. */
int g4_html_begin(g4_page *page, const char *title, const char *page_class);
void g4_html_end(g4_page *page);

#endif
