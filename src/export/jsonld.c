/* JSON-LD: one document with a graph, a node a line. Ids are written whole, so that no reader needs a base. */
#include <stdio.h>
#include <string.h>

#include "export/jsonld_context.h"
#include "export/source.h"
#include "model/vocabulary.h"

typedef struct {
  g4_exporting *e;
  g4_json json;
} writer;

static void put_id(writer *w, const char *key, const char *type, const char *id) {
  g4_json_iri(&w->json, key, w->e->base, type, id);
}

static void begin(writer *w, const char *type, const char *prefix, const char *id) {
  g4_json_line(&w->json);
  g4_json_object(&w->json, NULL);
  put_id(w, "id", prefix, id);
  g4_json_text(&w->json, "type", type);
}

static void in_language(writer *w, const char *text, const char *language) {
  if (text) {
    g4_json_object(&w->json, NULL);
    g4_json_text(&w->json, "@value", text);
    g4_json_text(&w->json, "@language", language);
    g4_json_object_end(&w->json);
  }
}

static void labels(writer *w, const char *key, const char *nl, const char *en) {
  if (nl || en) {
    g4_json_array(&w->json, key);
    in_language(w, nl, "nl");
    in_language(w, en, "en");
    g4_json_array_end(&w->json);
  }
}

static void end(writer *w) { g4_json_object_end(&w->json); }

/* --- vocabulary and registry */

static void add_term(writer *w, const char *vocabulary, const g4_term *term) {
  char type[24];
  snprintf(type, sizeof type, "%s/", vocabulary);
  begin(w, "skos:Concept", type, term->code);
  labels(w, "label", term->nl, term->en);
  put_id(w, "inScheme", "scheme/", vocabulary);
  end(w);
}

static void add_vocabularies(writer *w) {
  const g4_vocabulary *in;
  for (size_t i = 0; (in = g4_vocabulary_at(i)) != NULL; i++) {
    begin(w, "skos:ConceptScheme", "scheme/", in->name);
    labels(w, "label", in->nl, in->en);
    end(w);
    for (size_t k = 0; k < in->count; k++) {
      add_term(w, in->name, &in->terms[k]);
    }
  }
}

static int add_theme_scheme(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  (void)e;
  begin(w, "skos:ConceptScheme", "scheme/", g4_export_text(row, 0));
  labels(w, "label", "thema's", "themes");
  end(w);
  return G40_OK;
}

static int add_theme(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  (void)e;
  begin(w, "skos:Concept", "", g4_export_text(row, 0));
  labels(w, "label", g4_export_text(row, 1), g4_export_text(row, 2));
  put_id(w, "broader", "", g4_export_text(row, 3));
  put_id(w, "inScheme", "scheme/", g4_export_text(row, 4));
  end(w);
  return G40_OK;
}

static int add_stakeholder(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  const char *kind = g4_export_text(row, 1);
  bool group = kind && (strcmp(kind, "population_group") == 0 || strcmp(kind, "region") == 0);
  begin(w, group ? "skos:Concept" : "org:Organization", "", g4_export_text(row, 0));
  labels(w, "label", g4_export_text(row, 2), g4_export_text(row, 3));
  put_id(w, "broader", "", g4_export_text(row, 4));
  g4_json_text(&w->json, "exactMatch", g4_export_text(row, 5));
  g4_json_text(&w->json, "identifier", g4_export_text(row, 6));
  (void)e;
  end(w);
  return G40_OK;
}

static int add_version(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  (void)e;
  begin(w, "org:FormalOrganization", "ministry-version/", g4_export_text(row, 0));
  put_id(w, "versionOf", "", g4_export_text(row, 1));
  g4_json_text(&w->json, "altLabel", g4_export_text(row, 2));
  labels(w, "label", g4_export_text(row, 3), NULL);
  g4_json_text(&w->json, "validFrom", g4_export_text(row, 4));
  g4_json_text(&w->json, "validTo", g4_export_text(row, 5));
  g4_json_text(&w->json, "note", g4_export_text(row, 6));
  end(w);
  return G40_OK;
}

static int add_change(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  (void)e;
  begin(w, "org:ChangeEvent", "ministry-change/", g4_export_text(row, 0));
  g4_json_text(&w->json, "altLabel", g4_export_text(row, 1));
  g4_json_text(&w->json, "changed", g4_export_text(row, 2));
  put_id(w, "original", "ministry-version/", g4_export_text(row, 3));
  put_id(w, "resulting", "ministry-version/", g4_export_text(row, 4));
  g4_json_text(&w->json, "note", g4_export_text(row, 5));
  end(w);
  return G40_OK;
}

static int add_instrument(g4_exporting *e, sqlite3_stmt *row, void *context) {
  writer *w = context;
  (void)e;
  begin(w, "schema:CreativeWork", "", g4_export_text(row, 0));
  labels(w, "label", g4_export_text(row, 1), g4_export_text(row, 2));
  g4_json_text(&w->json, "altLabel", g4_export_text(row, 3));
  g4_json_text(&w->json, "url", g4_export_text(row, 4));
  end(w);
  return G40_OK;
}

static const struct {
  const char *sql;
  g4_export_row add;
} registry_rows[] = {
    {"SELECT DISTINCT coalesce(scheme, 'themes') FROM theme ORDER BY 1", add_theme_scheme},
    {"SELECT id, label_nl, label_en, broader, coalesce(scheme, 'themes') FROM theme ORDER BY pk", add_theme},
    {"SELECT id, kind, name_nl, name_en, broader, tooi, cbs_code FROM stakeholder ORDER BY id", add_stakeholder},
    {"SELECT v.key, s.id, v.abbreviation, v.name, v.political_from, v.political_to, v.doubt FROM ministry_version v"
     " JOIN stakeholder s ON s.pk = v.ministry ORDER BY v.pk",
     add_version},
    {"SELECT c.political_date || '-' || c.kind || '-' || coalesce(f.key, '') || '-' || coalesce(t.key, ''), c.kind,"
     " c.political_date, f.key, t.key, c.note FROM ministry_change c LEFT JOIN ministry_version f ON f.pk ="
     " c.from_version LEFT JOIN ministry_version t ON t.pk = c.to_version ORDER BY c.political_date, c.pk",
     add_change},
    {"SELECT id, name_nl, name_en, kind, url FROM instrument ORDER BY id", add_instrument},
};

/* --- documents and positions */

static void add_document(writer *w, const g40_document *document) {
  g4_json *json = &w->json;
  begin(w, "schema:CreativeWork", "", document->id);
  g4_json_text(json, "title", document->title);
  put_id(w, "holder", "", document->holder);
  g4_json_text(json, "altLabel", document->kind);
  g4_json_text(json, "language", document->language);
  g4_json_text(json, "date", document->date_issued);
  g4_json_text(json, "url", document->url);
  g4_json_text(json, "licence", document->licence);
  g4_json_text(json, "sha256", document->sha256);
  end(w);
}

/* A range whose words are known gets both selectors; contact data has a mark in its place, which is no exact text. */
static void add_target(writer *w, const char *document, const g40_range *range, const char *words, size_t length) {
  g4_json *json = &w->json;
  g4_json_object(json, NULL);
  g4_json_text(json, "type", "oa:SpecificResource");
  put_id(w, "targetSource", "document/", document);
  g4_json_array(json, "selector");
  if (words) {
    g4_json_object(json, NULL);
    g4_json_text(json, "type", "oa:TextQuoteSelector");
    g4_json_part(json, "exact", words, length);
    g4_json_object_end(json);
  }
  g4_json_object(json, NULL);
  g4_json_text(json, "type", "oa:TextPositionSelector");
  g4_json_integer(json, "start", range->char_start);
  g4_json_integer(json, "end", range->char_end);
  g4_json_object_end(json);
  g4_json_array_end(json);
  g4_json_object_end(json);
}

static void add_annotation(writer *w, const g40_position *position, const g40_passage *passage) {
  g4_json *json = &w->json;
  size_t left = strlen(passage->quote), whole = 0;
  const char *at = passage->quote;
  const g40_ranges *ranges = passage->ranges;
  for (size_t i = 0; i < ranges->count; i++) {
    whole += (size_t)(ranges->rows[i].end - ranges->rows[i].start) + (i > 0);
  }
  bool exact = whole == left;
  g4_json_object(json, NULL);
  g4_json_text(json, "type", "oa:Annotation");
  put_id(w, "body", "", position->id);
  g4_json_text(json, "motivation", "oa:identifying");
  g4_json_array(json, "target");
  for (size_t i = 0; i < ranges->count; i++) {
    size_t length = (size_t)(ranges->rows[i].end - ranges->rows[i].start);
    add_target(w, position->document, &ranges->rows[i], exact ? at : NULL, length);
    at += exact ? length + 1 : 0;
  }
  g4_json_array_end(json);
  g4_json_object_end(json);
}

static void add_now(writer *w, const g40_ministries *now) {
  g4_json_array(&w->json, "now");
  for (size_t i = 0; i < now->count; i++) {
    put_id(w, NULL, "ministry-version/", now->rows[i].version);
  }
  g4_json_array_end(&w->json);
}

static void add_roles(writer *w, const g40_position *position) {
  g4_json *json = &w->json;
  g4_json_array(json, "role");
  for (size_t i = 0; i < position->stakeholders->count; i++) {
    const g40_stakeholder_role *role = &position->stakeholders->rows[i];
    g4_json_object(json, NULL);
    put_id(w, "roleOf", "role/", role->role);
    put_id(w, "actor", "", role->id);
    g4_json_text(json, "asWritten", role->as_written);
    g4_json_text(json, "state", role->state);
    g4_json_text(json, "stateReason", role->reason);
    g4_json_object_end(json);
  }
  for (size_t i = 0; i < position->ministries->count; i++) {
    const g40_ministry_role *role = &position->ministries->rows[i];
    g4_json_object(json, NULL);
    put_id(w, "roleOf", "role/", role->relation);
    put_id(w, "actor", "", role->id);
    put_id(w, "version", "ministry-version/", role->version);
    g4_json_text(json, "asWritten", role->as_written);
    g4_json_text(json, "state", role->state);
    g4_json_text(json, "stateReason", role->reason);
    g4_json_text(json, "source", role->source);
    add_now(w, role->now);
    g4_json_object_end(json);
  }
  g4_json_array_end(json);
}

/* What the registry does not know is a thing without an id, called as it is written. */
static void add_mention(writer *w, const g40_mention *mention) {
  if (mention->id) {
    put_id(w, NULL, "", mention->id);
    return;
  }
  g4_json_object(&w->json, NULL);
  g4_json_text(&w->json, "type", "schema:CreativeWork");
  g4_json_text(&w->json, "asWritten", mention->as_written);
  g4_json_text(&w->json, "state", mention->state);
  g4_json_object_end(&w->json);
}

static void add_named(writer *w, const g40_position *position) {
  const g40_mentions *const lists[] = {position->instruments, position->advices};
  g4_json_array(&w->json, "instrument");
  for (size_t i = 0; i < 2; i++) {
    for (size_t k = 0; k < lists[i]->count; k++) {
      add_mention(w, &lists[i]->rows[k]);
    }
  }
  g4_json_array_end(&w->json);
  g4_json_array(&w->json, "figure");
  for (size_t i = 0; i < position->figures->count; i++) {
    const g40_figure *figure = &position->figures->rows[i];
    g4_json_object(&w->json, NULL);
    g4_json_text(&w->json, "type", "schema:QuantitativeValue");
    g4_json_real(&w->json, "value", figure->value);
    g4_json_text(&w->json, "unit", figure->unit);
    labels(w, "about", figure->about, figure->about_en);
    g4_json_object_end(&w->json);
  }
  g4_json_array_end(&w->json);
}

static void add_position(writer *w, const g40_position *position) {
  g4_json *json = &w->json;
  begin(w, "schema:Claim", "", position->id);
  put_id(w, "document", "document/", position->document);
  put_id(w, "kind", "kind/", position->kind);
  put_id(w, "action", "action/", position->action);
  put_id(w, "theme", "theme/", position->theme);
  g4_json_text(json, "text", position->text);
  labels(w, "abstract", position->summary_nl, position->summary_en);
  g4_json_text(json, "method", position->method);
  g4_json_text(json, "rule", position->rule);
  g4_json_real(json, "confidence", position->confidence);
  g4_json_array(json, "annotation");
  for (size_t i = 0; i < position->passages->count; i++) {
    add_annotation(w, position, &position->passages->rows[i]);
  }
  g4_json_array_end(json);
  add_roles(w, position);
  add_named(w, position);
  if (position->kind && strcmp(position->kind, "ask") == 0) {
    g4_json_array(json, "reason");
    for (size_t i = 0; i < position->reasons->count; i++) {
      put_id(w, NULL, "", position->reasons->rows[i].id);
    }
    g4_json_array_end(json);
  }
  end(w);
}

static int add_positions(writer *w) {
  g4_position_source source;
  int code = g4_source_open(&source, w->e);
  while (code == G40_OK && !g4_sink_failed(&w->e->sink) && (code = g4_source_next(&source)) == 1) {
    add_document(w, source.document);
    for (size_t i = 0; i < source.positions->count; i++) {
      add_position(w, &source.positions->rows[i]);
    }
    code = G40_OK;
  }
  g4_source_close(&source);
  return code;
}

int g4_export_jsonld(g4_exporting *e) {
  writer w = {.e = e, .json = {.sink = &e->sink}};
  int code = G40_OK;
  g4_json_object(&w.json, NULL);
  g4_jsonld_context(&w.json, e->base);
  g4_json_array(&w.json, "@graph");
  add_vocabularies(&w);
  for (size_t i = 0; i < sizeof registry_rows / sizeof *registry_rows && code == G40_OK; i++) {
    code = g4_export_rows(e, registry_rows[i].sql, NULL, registry_rows[i].add, &w);
  }
  if (code == G40_OK) {
    code = add_positions(&w);
  }
  g4_sink_char(&e->sink, '\n');
  g4_json_array_end(&w.json);
  g4_json_object_end(&w.json);
  g4_sink_char(&e->sink, '\n');
  return code;
}
