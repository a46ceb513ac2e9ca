#include "coding/coding_file.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "coding/figure_value.h"
#include "coding/yaml.h"
#include "model/vocabulary.h"
#include "text/address.h"

static const char *const document_kinds[] = {
    "position_paper", "manifesto", "coalition_agreement", "motion", "letter", "report", "other", NULL};
static const char *const precisions[] = {"day", "month", "season", "year", NULL};
static const char *const states[] = {"resolved", "ambiguous", "unresolved", NULL};
static const char *const reasons[] = {"unknown", "incomplete", "not_a_ministry", "renamed", "ended", "not_yet", NULL};
static const char *const figure_precisions[] = {"exact",   "rounded", "approximate", "at_least",
                                                "at_most", "target",  NULL};
static const char *const contact_kinds[] = {"email", "phone", "person", NULL};

/* What the items of a list are read into, beside the coded document itself. */
typedef struct {
  g4_yaml yaml;
  g4_coded *coded;
} reader;

typedef void (*read_item)(reader *in, yaml_node_t *item, void *into);

static void read_list(reader *in, yaml_node_t *mapping, const char *key, read_item read, void *into) {
  yaml_node_t *list = g4_yaml_get(&in->yaml, mapping, key);
  size_t count = g4_yaml_count(&in->yaml, list);
  for (size_t i = 0; i < count; i++) {
    read(in, g4_yaml_item(&in->yaml, list, i), into);
  }
}

static void keep_result(reader *in, bool pushed) { in->yaml.failed |= !pushed; }

static const char *typed_id(reader *in, yaml_node_t *item, const char *key, const char *type) {
  const char *id = g4_yaml_text(&in->yaml, item, key);
  return id ? g4_yaml_format(&in->yaml, "%s/%s", type, id) : NULL;
}

static const char *need_word(reader *in, yaml_node_t *item, const char *key, const char *const *allowed) {
  if (!g4_yaml_get(&in->yaml, item, key)) {
    g4_yaml_fault(&in->yaml, item, "missing-key", "'%s' is missing", key);
  }
  return g4_yaml_word(&in->yaml, item, key, allowed);
}

/* The anchor whose words stand under `key`; its words are NULL where they are missing. */
static g4_anchor read_anchor(reader *in, yaml_node_t *item, const char *key) {
  g4_yaml *yaml = &in->yaml;
  yaml_node_t *node = g4_yaml_get(yaml, item, key);
  g4_anchor anchor = {.words = g4_yaml_need_text(yaml, item, key),
                      .after = g4_yaml_text(yaml, item, "after"),
                      .mark = g4_yaml_mark(yaml, node ? node : item)};
  double nth;
  if (g4_yaml_number(yaml, item, "nth", &nth)) {
    if (nth < 1 || nth > 1000 || nth != (int)nth) {
      g4_yaml_fault(yaml, item, "number", "'nth' counts from 1");
    } else {
      anchor.nth = (int)nth;
    }
  }
  return anchor;
}

static void read_role(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"as_written", "nth",   "stakeholder", "ministry", "actor",
                                     "role",       "state", "reason",      NULL};
  static const char *const actors[] = {"ministry", "stakeholder", NULL};
  g4_coded_position *position = into;
  if (!g4_yaml_mapping(&in->yaml, item, keys)) {
    return;
  }
  const char *stakeholder = typed_id(in, item, "stakeholder", "stakeholder");
  const char *ministry = typed_id(in, item, "ministry", "ministry");
  g4_coded_role role = {.anchor = read_anchor(in, item, "as_written"),
                        .actor = ministry ? ministry : stakeholder,
                        .role = need_word(in, item, "role", g4_role_codes),
                        .state = g4_yaml_word(&in->yaml, item, "state", states),
                        .reason = g4_yaml_word(&in->yaml, item, "reason", reasons)};
  const char *actor = g4_yaml_word(&in->yaml, item, "actor", actors);
  role.is_ministry = !stakeholder && !(actor && strcmp(actor, "stakeholder") == 0);
  if (stakeholder && ministry) {
    g4_yaml_fault(&in->yaml, item, "form", "a role has a 'stakeholder' or a 'ministry', not both");
  }
  if (!role.state) {
    role.state = "resolved";
  }
  if ((strcmp(role.state, "resolved") == 0) != (role.actor != NULL)) {
    g4_yaml_fault(&in->yaml, item, "form",
                  role.actor ? "what is resolved has no 'state'" : "a role without an actor needs a 'state'");
  }
  if (role.anchor.words && role.role) {
    keep_result(in, g4_vec_push(&position->roles, role));
  }
}

/* The measured precision of a rule. */
static void read_confidence(reader *in, yaml_node_t *item, double *confidence) {
  double value = 0;
  if (g4_yaml_number(&in->yaml, item, "confidence", &value)) {
    if (value < 0 || value > 1) {
      g4_yaml_fault(&in->yaml, item, "number", "'confidence' is between 0 and 1");
    } else {
      *confidence = value;
    }
  }
}

static void read_responsible(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"ministry", "source", "rule", "confidence", NULL};
  g4_coded_position *position = into;
  if (!g4_yaml_mapping(&in->yaml, item, keys)) {
    return;
  }
  g4_yaml_need_text(&in->yaml, item, "ministry");
  g4_coded_responsible responsible = {.ministry = typed_id(in, item, "ministry", "ministry"),
                                      .source = g4_yaml_need_text(&in->yaml, item, "source"),
                                      .mark = g4_yaml_mark(&in->yaml, item)};
  if (!position->reviewed) {
    responsible.rule = g4_yaml_text(&in->yaml, item, "rule");
    read_confidence(in, item, &responsible.confidence);
  }
  if (responsible.ministry && responsible.source) {
    keep_result(in, g4_vec_push(&position->responsible, responsible));
  }
}

/* `type` is the key of its id too. */
static void read_thing(reader *in, yaml_node_t *item, const char *type, g4_coded_position *position) {
  g4_coded_mention mention = {.anchor = read_anchor(in, item, "as_written"),
                              .target = typed_id(in, item, type, type),
                              .state = g4_yaml_word(&in->yaml, item, "state", states),
                              .is_advice = strcmp(type, "advice") == 0};
  if (!g4_yaml_get(&in->yaml, item, "state")) {
    g4_yaml_need_text(&in->yaml, item, type);
    mention.state = "resolved";
  } else if (mention.state && (strcmp(mention.state, "resolved") == 0) != (mention.target != NULL)) {
    g4_yaml_fault(&in->yaml, item, "form",
                  mention.target ? "what is resolved has no 'state'" : "what has no id is ambiguous or unresolved");
  }
  if (mention.anchor.words && mention.state) {
    keep_result(in, g4_vec_push(&position->instruments, mention));
  }
}

static void read_instrument(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"as_written", "nth", "instrument", "state", NULL};
  if (g4_yaml_mapping(&in->yaml, item, keys)) {
    read_thing(in, item, "instrument", into);
  }
}

static void read_advice(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"as_written", "nth", "advice", "state", NULL};
  if (g4_yaml_mapping(&in->yaml, item, keys)) {
    read_thing(in, item, "advice", into);
  }
}

static void read_place(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"as_written", "nth", "stakeholder", NULL};
  g4_coded_position *position = into;
  if (g4_yaml_mapping(&in->yaml, item, keys)) {
    g4_yaml_need_text(&in->yaml, item, "stakeholder");
    g4_coded_mention mention = {.anchor = read_anchor(in, item, "as_written"),
                                .target = typed_id(in, item, "stakeholder", "stakeholder")};
    if (mention.anchor.words && mention.target) {
      keep_result(in, g4_vec_push(&position->places, mention));
    }
  }
}

static void read_figure(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"as_written", "nth", "value", "unit", "about", "precision", NULL};
  g4_coded_position *position = into;
  if (!g4_yaml_mapping(&in->yaml, item, keys)) {
    return;
  }
  g4_coded_figure figure = {.anchor = read_anchor(in, item, "as_written"),
                            .unit = g4_yaml_text(&in->yaml, item, "unit"),
                            .precision = g4_yaml_word(&in->yaml, item, "precision", figure_precisions),
                            .about = g4_yaml_label(&in->yaml, item, "about")};
  if (!g4_yaml_get(&in->yaml, item, "value")) {
    g4_yaml_fault(&in->yaml, item, "missing-key", "'value' is missing");
  } else if (g4_yaml_number(&in->yaml, item, "value", &figure.value) && figure.anchor.words) {
    if (!g4_figure_agrees(figure.anchor.words, figure.value)) {
      g4_yaml_fault(&in->yaml, g4_yaml_get(&in->yaml, item, "value"), "figure", "the words say another number than %s",
                    g4_yaml_text(&in->yaml, item, "value"));
    }
    keep_result(in, g4_vec_push(&position->figures, figure));
  }
}

static void read_reason(reader *in, yaml_node_t *item, void *into) {
  g4_coded_position *position = into;
  const char *id = g4_yaml_node_text(&in->yaml, item);
  if (id) {
    keep_result(in, g4_vec_push(&position->reasons, id));
  }
}

static void read_quote(reader *in, yaml_node_t *item, void *into) {
  g4_coded_position *position = into;
  g4_anchor anchor = {
      .words = g4_yaml_node_text(&in->yaml, item), .mark = g4_yaml_mark(&in->yaml, item), .quotes = true};
  if (anchor.words) {
    keep_result(in, g4_vec_push(&position->quotes, anchor));
  }
}

/* Where the quotes stood in the text: a number each. */
static void read_places(reader *in, yaml_node_t *item, g4_coded_position *position) {
  yaml_node_t *list = g4_yaml_get(&in->yaml, item, "at");
  size_t count = g4_yaml_count(&in->yaml, list);
  for (size_t i = 0; i < count && i < position->quotes.count; i++) {
    const char *text = g4_yaml_node_text(&in->yaml, g4_yaml_item(&in->yaml, list, i));
    char *end = NULL;
    unsigned long long at = text && *text >= '0' && *text <= '9' ? strtoull(text, &end, 10) : 0;
    if (!end || *end || at >= UINT32_MAX) {
      g4_yaml_fault(&in->yaml, list, "number", "'at' lists bytes of the text");
      return;
    }
    position->quotes.items[i].at = (size_t)at + 1;
  }
}

/* What a rule made and nobody reviewed stays the rule's. */
static void read_method(reader *in, yaml_node_t *item, g4_coded_position *position) {
  const char *rule = g4_yaml_text(&in->yaml, item, "rule");
  position->method = "curated";
  position->confidence = 1;
  if (rule && !position->reviewed) {
    position->method = "rule";
    position->rule = rule;
    read_confidence(in, item, &position->confidence);
  }
}

static void read_position(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"id",      "kind",     "theme", "action",      "quotes",      "after",   "at",
                                     "reasons", "summary",  "roles", "responsible", "instruments", "advices", "figures",
                                     "places",  "reviewed", "rule",  "confidence",  NULL};
  (void)into;
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  g4_coded_position position = {.id = g4_yaml_need_id(yaml, item, "id"),
                                .kind = need_word(in, item, "kind", g4_kind_codes),
                                .theme = typed_id(in, item, "theme", "theme"),
                                .action = g4_yaml_word(yaml, item, "action", g4_action_codes),
                                .summary = g4_yaml_label(yaml, item, "summary"),
                                .reviewed = g4_yaml_flag(yaml, item, "reviewed"),
                                .mark = g4_yaml_mark(yaml, item)};
  read_method(in, item, &position);
  read_list(in, item, "quotes", read_quote, &position);
  read_places(in, item, &position);
  read_list(in, item, "reasons", read_reason, &position);
  read_list(in, item, "roles", read_role, &position);
  read_list(in, item, "responsible", read_responsible, &position);
  read_list(in, item, "instruments", read_instrument, &position);
  read_list(in, item, "advices", read_advice, &position);
  read_list(in, item, "figures", read_figure, &position);
  read_list(in, item, "places", read_place, &position);
  const char *after = g4_yaml_text(yaml, item, "after");
  if (position.quotes.count) {
    position.quotes.items[0].after = after;
  } else {
    g4_yaml_fault(yaml, item, "missing-key", "a position needs at least one of 'quotes'");
  }
  if (!g4_vec_push(&in->coded->positions, position)) {
    in->yaml.failed = true;
    g4_coded_position_free(&position);
  }
}

static void read_section(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"heading", "theme", NULL};
  (void)into;
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  g4_coded_section section = {.heading = g4_yaml_text(yaml, item, "heading"),
                              .theme = typed_id(in, item, "theme", "theme"),
                              .mark = g4_yaml_mark(yaml, item)};
  section.anchor = (g4_anchor){.words = section.heading, .mark = section.mark};
  keep_result(in, g4_vec_push(&in->coded->sections, section));
}

static void read_of(reader *in, yaml_node_t *item, void *into) {
  g4_coded_context *context = into;
  const char *id = g4_yaml_node_text(&in->yaml, item);
  if (id) {
    keep_result(in, g4_vec_push(&context->of, id));
  }
}

static void read_context(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"quote", "after", "of", NULL};
  (void)into;
  if (!g4_yaml_mapping(&in->yaml, item, keys)) {
    return;
  }
  g4_coded_context context = {.anchor = read_anchor(in, item, "quote")};
  context.anchor.quotes = true;
  read_list(in, item, "of", read_of, &context);
  if (!context.of.count) {
    g4_yaml_fault(&in->yaml, item, "missing-key", "'of' names the positions that this leads up to");
  }
  if (!context.anchor.words || !g4_vec_push(&in->coded->context, context)) {
    in->yaml.failed |= context.anchor.words != NULL;
    g4_vec_free(&context.of);
  }
}

static void read_citation(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"url", "kind", "cited_by", "after", "nth", "position", "target", NULL};
  (void)into;
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  g4_coded_citation citation = {.anchor = read_anchor(in, item, "cited_by"),
                                .url = g4_yaml_need_text(yaml, item, "url"),
                                .kind = g4_yaml_need_text(yaml, item, "kind"),
                                .position = g4_yaml_text(yaml, item, "position"),
                                .target = g4_yaml_text(yaml, item, "target"),
                                .mark = g4_yaml_mark(yaml, item)};
  if (citation.url && (strncmp(citation.url, "mailto:", 7) == 0 || strncmp(citation.url, "tel:", 4) == 0)) {
    g4_yaml_fault(yaml, item, "contact", "a '%.7s' address is a contact, never a citation", citation.url);
  } else if (citation.url && citation.kind && citation.anchor.words) {
    keep_result(in, g4_vec_push(&in->coded->citations, citation));
  }
}

static void read_contact(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"as_written", "kind", "after", NULL};
  (void)into;
  if (!g4_yaml_mapping(&in->yaml, item, keys)) {
    return;
  }
  g4_coded_contact contact = {read_anchor(in, item, "as_written"), need_word(in, item, "kind", contact_kinds)};
  contact.anchor.secret = true;
  if (contact.anchor.words && contact.kind) {
    keep_result(in, g4_vec_push(&in->coded->contacts, contact));
  }
}

/* One for an ask: with two, none would win. */
static bool is_judged(const g4_coded *coded, const char *ask) {
  for (size_t i = 0; i < coded->verdicts.count; i++) {
    if (strcmp(coded->verdicts.items[i].ask, ask) == 0) {
      return true;
    }
  }
  return false;
}

/* The words that a verdict rests on; of "none" there are none. */
static bool read_verdict_words(reader *in, yaml_node_t *item, g4_coded_verdict *verdict) {
  bool none = strcmp(verdict->verdict, "none") == 0, has = g4_yaml_get(&in->yaml, item, "quote") != NULL;
  double at = 0;
  if (none && has) {
    g4_yaml_fault(&in->yaml, item, "form", "the verdict none has no 'quote'");
    return false;
  }
  if (none) {
    verdict->anchor.mark = g4_yaml_mark(&in->yaml, item);
    return true;
  }
  verdict->anchor = read_anchor(in, item, "quote");
  verdict->anchor.quotes = true;
  if (g4_yaml_number(&in->yaml, item, "at", &at)) {
    if (at < 0 || at >= UINT32_MAX || at != (double)(uint32_t)at) {
      g4_yaml_fault(&in->yaml, item, "number", "'at' is a byte of the text");
      return false;
    }
    verdict->anchor.at = (size_t)at + 1;
  }
  return verdict->anchor.words != NULL;
}

static void read_verdict(reader *in, yaml_node_t *item, void *into) {
  static const char *const keys[] = {"ask", "verdict", "quote", "after", "at", "note", NULL};
  static const char *const verdicts[] = {"literal", "same_aim", "weaker", "stronger", "contrary", "none", NULL};
  (void)into;
  if (!g4_yaml_mapping(&in->yaml, item, keys)) {
    return;
  }
  const char *ask = g4_yaml_need_text(&in->yaml, item, "ask");
  g4_coded_verdict verdict = {.ask = typed_id(in, item, "ask", "position"),
                              .verdict = need_word(in, item, "verdict", verdicts),
                              .note = g4_yaml_text(&in->yaml, item, "note")};
  const char *slash = ask ? strchr(ask, '/') : NULL;
  if (ask && (!slash || slash == ask || !slash[1] || strchr(slash + 1, '/'))) {
    g4_yaml_fault(&in->yaml, item, "form", "'ask' is the id of a position: DOCUMENT/NAME");
  } else if (verdict.ask && is_judged(in->coded, verdict.ask)) {
    g4_yaml_fault(&in->yaml, item, "doubled", "this ask has a verdict already");
  } else if (verdict.ask && verdict.verdict && read_verdict_words(in, item, &verdict)) {
    keep_result(in, g4_vec_push(&in->coded->verdicts, verdict));
  }
}

static void read_meta(reader *in, yaml_node_t *meta) {
  static const char *const keys[] = {"title",    "holder", "kind", "language", "date_issued", "date_precision",
                                     "occasion", "url",    "text", "licence",  NULL};
  g4_yaml *yaml = &in->yaml;
  g4_coded_meta *into = &in->coded->meta;
  if (!meta || !g4_yaml_mapping(yaml, meta, keys)) {
    return;
  }
  into->title = g4_yaml_text(yaml, meta, "title");
  into->holder = typed_id(in, meta, "holder", "stakeholder");
  into->kind = g4_yaml_word(yaml, meta, "kind", document_kinds);
  into->language = g4_yaml_text(yaml, meta, "language");
  into->date_issued = g4_yaml_date(yaml, meta, "date_issued");
  into->date_precision = g4_yaml_word(yaml, meta, "date_precision", precisions);
  into->occasion = g4_yaml_label(yaml, meta, "occasion");
  into->url = g4_yaml_text(yaml, meta, "url");
  if (into->url && !g4_is_web_address(into->url)) {
    g4_yaml_fault(yaml, g4_yaml_get(yaml, meta, "url"), "url",
                  "'url' is no web address: it begins with http:// or https://");
  }
  into->licence = g4_yaml_text(yaml, meta, "licence");
  into->text_file = g4_yaml_text(yaml, meta, "text");
  if (into->text_file && (strchr(into->text_file, '/') || strchr(into->text_file, '\\'))) {
    g4_yaml_fault(yaml, meta, "form", "'text' names a file beside the coding file, without a folder");
    into->text_file = NULL;
  }
}

/* As ingest makes them of names of files: whatever letters, and no way to another folder. */
static void read_document_id(reader *in) {
  g4_yaml *yaml = &in->yaml;
  yaml_node_t *node = g4_yaml_get(yaml, yaml->root, "document");
  const char *id = g4_yaml_need_text(yaml, yaml->root, "document");
  in->coded->meta.id = id ? g4_yaml_format(yaml, "document/%s", id) : NULL;
  in->coded->mark = g4_yaml_mark(yaml, node ? node : yaml->root);
  bool odd = id && (!*id || *id == '.');
  for (const char *c = id; c && *c; c++) {
    odd |= (unsigned char)*c < 0x80 && !(*c >= 'a' && *c <= 'z') && !(*c >= 'A' && *c <= 'Z') &&
           !(*c >= '0' && *c <= '9') && !strchr("-_.", *c);
  }
  if (odd) {
    g4_yaml_fault(yaml, node, "id", "'%.100s' is no id of a document: letters, digits, '-', '_', '.'", id);
  }
}

static void read_root(reader *in) {
  static const char *const keys[] = {"document",  "meta",     "sections", "positions", "context",
                                     "citations", "contacts", "verdicts", NULL};
  g4_yaml *yaml = &in->yaml;
  in->coded->mark = g4_yaml_mark(yaml, yaml->root);
  if (!yaml->root) {
    g4_yaml_fault(yaml, NULL, "form", "the file is empty");
    return;
  }
  if (!g4_yaml_mapping(yaml, yaml->root, keys)) {
    return;
  }
  read_document_id(in);
  read_meta(in, g4_yaml_get(yaml, yaml->root, "meta"));
  read_list(in, yaml->root, "sections", read_section, NULL);
  read_list(in, yaml->root, "positions", read_position, NULL);
  read_list(in, yaml->root, "context", read_context, NULL);
  read_list(in, yaml->root, "citations", read_citation, NULL);
  read_list(in, yaml->root, "contacts", read_contact, NULL);
  read_list(in, yaml->root, "verdicts", read_verdict, NULL);
}

static int read_opened(reader *in, g40_error *err) {
  if (in->yaml.loaded) {
    read_root(in);
  }
  bool failed = in->yaml.failed;
  g4_yaml_close(&in->yaml);
  return failed ? g4_nomem(err) : g4_diagnostics_check(in->yaml.diagnostics, err);
}

int g4_coding_read_file(g4_coded *coded, const char *path, const char *shown, g40_diagnostics *diagnostics,
                        g40_error *err) {
  reader in = {.coded = coded};
  int code = g4_yaml_open(&in.yaml, path, shown, &coded->arena, diagnostics, err);
  return code == G40_OK ? read_opened(&in, err) : code;
}

int g4_coding_read_text(g4_coded *coded, const char *text, size_t n, const char *shown, g40_diagnostics *diagnostics,
                        g40_error *err) {
  reader in = {.coded = coded};
  int code = g4_yaml_open_bytes(&in.yaml, text, n, shown, &coded->arena, diagnostics, err);
  return code == G40_OK ? read_opened(&in, err) : code;
}
