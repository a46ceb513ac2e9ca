/* SKOS in Turtle: the schemes of themes, and the vocabularies of kinds, actions and roles. */
#include <stdio.h>
#include <string.h>

#include "export/export.h"
#include "model/vocabulary.h"

static void iri(g4_exporting *e, const char *type, const char *id) {
  g4_sink_char(&e->sink, '<');
  g4_sink_text(&e->sink, e->base);
  g4_sink_text(&e->sink, type);
  g4_sink_iri(&e->sink, id);
  g4_sink_char(&e->sink, '>');
}

static void literal(g4_exporting *e, const char *text, const char *language) {
  g4_sink_string(&e->sink, text, strlen(text));
  g4_sink_char(&e->sink, '@');
  g4_sink_text(&e->sink, language);
}

static void labels(g4_exporting *e, const char *predicate, const char *nl, const char *en) {
  const char *const texts[][2] = {{nl, "nl"}, {en, "en"}};
  for (int i = 0; i < 2; i++) {
    if (texts[i][0]) {
      g4_sink_text(&e->sink, " ;\n  ");
      g4_sink_text(&e->sink, predicate);
      g4_sink_char(&e->sink, ' ');
      literal(e, texts[i][0], texts[i][1]);
    }
  }
}

static void add_scheme(g4_exporting *e, const char *name, const char *nl, const char *en) {
  g4_sink_char(&e->sink, '\n');
  iri(e, "scheme/", name);
  g4_sink_text(&e->sink, " a skos:ConceptScheme");
  labels(e, "skos:prefLabel", nl, en);
  g4_sink_text(&e->sink, " .\n");
}

static void begin_concept(g4_exporting *e, const char *type, const char *id, const char *scheme) {
  g4_sink_char(&e->sink, '\n');
  iri(e, type, id);
  g4_sink_text(&e->sink, " a skos:Concept ;\n  skos:inScheme ");
  iri(e, "scheme/", scheme);
}

static void link_to(g4_exporting *e, const char *predicate, const char *type, const char *id) {
  g4_sink_text(&e->sink, " ;\n  ");
  g4_sink_text(&e->sink, predicate);
  g4_sink_char(&e->sink, ' ');
  iri(e, type, id);
}

static void add_vocabulary(g4_exporting *e, const g4_vocabulary *in) {
  char type[24];
  snprintf(type, sizeof type, "%s/", in->name);
  add_scheme(e, in->name, in->nl, in->en);
  for (size_t i = 0; i < in->count; i++) {
    begin_concept(e, type, in->terms[i].code, in->name);
    labels(e, "skos:prefLabel", in->terms[i].nl, in->terms[i].en);
    g4_sink_text(&e->sink, " ;\n  skos:notation \"");
    g4_sink_text(&e->sink, in->terms[i].code);
    g4_sink_char(&e->sink, '"');
    link_to(e, "skos:topConceptOf", "scheme/", in->name);
    g4_sink_text(&e->sink, " .\n");
  }
}

static int add_theme_scheme(g4_exporting *e, sqlite3_stmt *row, void *context) {
  (void)context;
  add_scheme(e, g4_export_text(row, 0), "thema's", "themes");
  return G40_OK;
}

static int add_name(g4_exporting *e, sqlite3_stmt *row, void *context) {
  const char *text = g4_export_text(row, 0), *language = g4_export_text(row, 1);
  (void)context;
  if (text && language) {
    g4_sink_text(&e->sink, " ;\n  skos:altLabel ");
    literal(e, text, language);
  }
  return G40_OK;
}

static int add_theme(g4_exporting *e, sqlite3_stmt *row, void *context) {
  const char *id = g4_export_text(row, 0), *scheme = g4_export_text(row, 4), *broader = g4_export_text(row, 3);
  (void)context;
  if (!id) {
    return G40_OK;
  }
  begin_concept(e, "", id, scheme);
  labels(e, "skos:prefLabel", g4_export_text(row, 1), g4_export_text(row, 2));
  int code =
      g4_export_rows(e, "SELECT text, language FROM name WHERE target = ?1 AND relation = 'same_as' ORDER BY ordinal",
                     id, add_name, NULL);
  link_to(e, broader ? "skos:broader" : "skos:topConceptOf", broader ? "" : "scheme/", broader ? broader : scheme);
  g4_sink_text(&e->sink, " .\n");
  return code;
}

int g4_export_skos(g4_exporting *e) {
  const g4_vocabulary *in;
  g4_sink_text(&e->sink, "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n");
  for (size_t i = 0; (in = g4_vocabulary_at(i)) != NULL; i++) {
    add_vocabulary(e, in);
  }
  int code = g4_export_rows(e, "SELECT DISTINCT coalesce(scheme, 'themes') FROM theme ORDER BY 1", NULL,
                            add_theme_scheme, NULL);
  if (code == G40_OK) {
    code =
        g4_export_rows(e, "SELECT id, label_nl, label_en, broader, coalesce(scheme, 'themes') FROM theme ORDER BY pk",
                       NULL, add_theme, NULL);
  }
  return code;
}
