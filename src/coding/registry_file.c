#include "coding/registry_file.h"

#include <string.h>

#include "coding/yaml.h"

typedef struct {
  g4_yaml yaml;
  g4_registry *registry;
  g4_registry_input *input;
  const char *source; /* the file's own, for items without one */
  const char *origin;
} reader;

/* Reads one item of a list. */
typedef void (*read_item)(reader *in, yaml_node_t *item);

static const char *const stakeholder_kinds[] = {
    "government",       "municipality", "province",   "country", "network",       "region",
    "agency",           "inspectorate", "company",    "union",   "employer_body", "education",
    "population_group", "commission",   "parliament", "party",   "european",      "foreign",
    "judiciary",        "post",         "other",      NULL};
static const char *const instrument_kinds[] = {"law",    "programme", "fund",   "agreement", "agenda",
                                               "vision", "pilot",     "scheme", "tax",       "benefit",
                                               "report", "plan",      "treaty", "code",      NULL};
static const char *const advice_kinds[] = {"advice", NULL};

static g4_provenance provenance(reader *in, yaml_node_t *item) {
  const char *source = g4_yaml_text(&in->yaml, item, "source");
  return (g4_provenance){source ? source : in->source, g4_yaml_text(&in->yaml, item, "doubt"), in->origin,
                         g4_yaml_mark(&in->yaml, item)};
}

static void keep_result(reader *in, bool pushed) { in->yaml.failed |= !pushed; }

static void read_source(reader *in, yaml_node_t *item) {
  static const char *const keys[] = {"id", "title", "url", "licence", "note", NULL};
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  g4_source source = {g4_yaml_need_id(yaml, item, "id"), g4_yaml_need_text(yaml, item, "title"),
                      g4_yaml_text(yaml, item, "url"),   g4_yaml_text(yaml, item, "licence"),
                      g4_yaml_text(yaml, item, "note"),  g4_yaml_mark(yaml, item)};
  if (source.id && source.title) {
    keep_result(in, g4_vec_push(&in->registry->sources, source));
  }
}

static void read_version(reader *in, yaml_node_t *item, yaml_node_t *ministry, const char *organisation) {
  static const char *const keys[] = {"abbreviation", "name",     "aliases", "political", "register", "tooi_version",
                                     "owms",         "wikidata", "oin",     "source",    "doubt",    NULL};
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  g4_ministry_version version = {.abbreviation = g4_yaml_need_text(yaml, item, "abbreviation"),
                                 .name = g4_yaml_need_text(yaml, item, "name"),
                                 .aliases = g4_yaml_forms(yaml, item, "aliases"),
                                 .political = g4_yaml_period(yaml, item, "political"),
                                 .registered = g4_yaml_period(yaml, item, "register"),
                                 .tooi = g4_yaml_text(yaml, ministry, "tooi"),
                                 .tooi_version = g4_yaml_text(yaml, item, "tooi_version"),
                                 .owms = g4_yaml_text(yaml, item, "owms"),
                                 .wikidata = g4_yaml_text(yaml, item, "wikidata"),
                                 .oin = g4_yaml_text(yaml, item, "oin"),
                                 .from = provenance(in, item)};
  char start[G4_DATE_TEXT];
  version.id = g4_yaml_format(yaml, "ministry/%s", organisation);
  version.key = g4_yaml_format(yaml, "%s@%s", organisation, g4_date_format(version.political.from, start));
  const char *shared_doubt = g4_yaml_text(yaml, ministry, "doubt");
  version.from.doubt = version.from.doubt ? version.from.doubt : shared_doubt;
  const char *shared_source = g4_yaml_text(yaml, ministry, "source");
  if (shared_source && !g4_yaml_get(yaml, item, "source")) {
    version.from.source = shared_source;
  }
  if (version.abbreviation && version.name && version.id && version.key) {
    keep_result(in, g4_vec_push(&in->registry->versions, version));
  }
}

static void read_ministry(reader *in, yaml_node_t *item) {
  static const char *const keys[] = {"organisation", "tooi", "versions", "source", "doubt", NULL};
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  const char *organisation = g4_yaml_need_id(yaml, item, "organisation");
  yaml_node_t *versions = g4_yaml_get(yaml, item, "versions");
  size_t count = g4_yaml_count(yaml, versions);
  if (!count) {
    g4_yaml_fault(yaml, item, "missing-key", "a ministry needs at least one of 'versions'");
  }
  for (size_t i = 0; organisation && i < count; i++) {
    read_version(in, g4_yaml_item(yaml, versions, i), item, organisation);
  }
}

static void read_post(reader *in, yaml_node_t *item) {
  static const char *const keys[] = {"name", "aliases", "organisation", "period", "source", "doubt", NULL};
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  const char *organisation = g4_yaml_need_id(yaml, item, "organisation");
  g4_post post = {.name = g4_yaml_need_text(yaml, item, "name"),
                  .aliases = g4_yaml_forms(yaml, item, "aliases"),
                  .period = g4_yaml_period(yaml, item, "period"),
                  .from = provenance(in, item)};
  post.ministry = organisation ? g4_yaml_format(yaml, "ministry/%s", organisation) : NULL;
  if (post.name && post.ministry) {
    keep_result(in, g4_vec_push(&in->registry->posts, post));
  }
}

static void read_portfolio(reader *in, yaml_node_t *item) {
  static const char *const keys[] = {"id", "field", "terms", "organisation", "period", "source", "doubt", NULL};
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  const char *id = g4_yaml_need_id(yaml, item, "id");
  const char *organisation = g4_yaml_need_id(yaml, item, "organisation");
  g4_portfolio portfolio = {.field = g4_yaml_label(yaml, item, "field"),
                            .terms = g4_yaml_forms(yaml, item, "terms"),
                            .period = g4_yaml_period(yaml, item, "period"),
                            .from = provenance(in, item)};
  if (!portfolio.field.nl) {
    g4_yaml_fault(yaml, item, "missing-key", "'field' needs a Dutch name");
    return;
  }
  portfolio.id = id ? g4_yaml_format(yaml, "portfolio/%s", id) : NULL;
  portfolio.ministry = organisation ? g4_yaml_format(yaml, "ministry/%s", organisation) : NULL;
  if (portfolio.id && portfolio.ministry) {
    keep_result(in, g4_vec_push(&in->registry->portfolios, portfolio));
  }
}

static const char *typed_id(reader *in, yaml_node_t *item, const char *key, g4_entity_type type) {
  const char *id = g4_yaml_text(&in->yaml, item, key);
  return id ? g4_yaml_format(&in->yaml, "%s/%s", g4_entity_type_name(type), id) : NULL;
}

static void keep_entity(reader *in, yaml_node_t *item, g4_entity *entity) {
  g4_yaml *yaml = &in->yaml;
  g4_yaml_need_id(yaml, item, "id");
  entity->id = typed_id(in, item, "id", entity->type);
  entity->broader = typed_id(in, item, "broader", entity->type);
  entity->from = provenance(in, item);
  if (!entity->name.nl) {
    g4_yaml_fault(yaml, item, "missing-key", "a Dutch name is missing ('name' or 'label')");
  } else if (entity->id) {
    keep_result(in, g4_vec_push(&in->registry->entities, *entity));
  }
}

static void need_kind(reader *in, yaml_node_t *item, const char *const *kinds, g4_entity *entity) {
  entity->kind = g4_yaml_word(&in->yaml, item, "kind", kinds);
  if (!g4_yaml_get(&in->yaml, item, "kind")) {
    g4_yaml_fault(&in->yaml, item, "missing-key", "'kind' is missing");
  }
  if (!entity->kind) {
    entity->kind = "other";
  }
}

static void read_stakeholder(reader *in, yaml_node_t *item) {
  static const char *const keys[] = {"id",       "kind", "name",     "same_as", "related", "broader", "tooi",
                                     "cbs_code", "oin",  "wikidata", "source",  "doubt",   NULL};
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  g4_entity entity = {.type = G4_STAKEHOLDER,
                      .name = g4_yaml_label(yaml, item, "name"),
                      .same_as = g4_yaml_forms(yaml, item, "same_as"),
                      .related = g4_yaml_forms(yaml, item, "related"),
                      .tooi = g4_yaml_text(yaml, item, "tooi"),
                      .cbs_code = g4_yaml_text(yaml, item, "cbs_code"),
                      .oin = g4_yaml_text(yaml, item, "oin"),
                      .wikidata = g4_yaml_text(yaml, item, "wikidata")};
  need_kind(in, item, stakeholder_kinds, &entity);
  keep_entity(in, item, &entity);
}

static void read_theme(reader *in, yaml_node_t *item) {
  static const char *const keys[] = {"id", "label", "broader", "scheme", "same_as", "related", "source", "doubt", NULL};
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  g4_entity entity = {.type = G4_THEME,
                      .kind = "theme",
                      .name = g4_yaml_label(yaml, item, "label"),
                      .same_as = g4_yaml_forms(yaml, item, "same_as"),
                      .related = g4_yaml_forms(yaml, item, "related"),
                      .scheme = g4_yaml_text(yaml, item, "scheme")};
  keep_entity(in, item, &entity);
}

static void read_named_text(reader *in, yaml_node_t *item, g4_entity_type type, const char *const *kinds) {
  static const char *const keys[] = {"id",  "kind", "name",   "same_as", "related", "broader",
                                     "url", "date", "source", "doubt",   NULL};
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  g4_entity entity = {.type = type,
                      .kind = "advice",
                      .name = g4_yaml_label(yaml, item, "name"),
                      .same_as = g4_yaml_forms(yaml, item, "same_as"),
                      .related = g4_yaml_forms(yaml, item, "related"),
                      .url = g4_yaml_text(yaml, item, "url")};
  if (g4_yaml_date(yaml, item, "date")) {
    entity.date = g4_yaml_text(yaml, item, "date");
  }
  if (type == G4_INSTRUMENT || g4_yaml_get(yaml, item, "kind")) {
    need_kind(in, item, kinds, &entity);
  }
  keep_entity(in, item, &entity);
}

static void read_instrument(reader *in, yaml_node_t *item) {
  read_named_text(in, item, G4_INSTRUMENT, instrument_kinds);
}

static void read_advice(reader *in, yaml_node_t *item) { read_named_text(in, item, G4_ADVICE, advice_kinds); }

static void read_member(reader *in, yaml_node_t *item) {
  static const char *const keys[] = {"network", "stakeholder", "labour_market_region", "province", "source",
                                     "doubt",   NULL};
  if (!g4_yaml_mapping(&in->yaml, item, keys)) {
    return;
  }
  g4_yaml_need_text(&in->yaml, item, "network");
  g4_yaml_need_text(&in->yaml, item, "stakeholder");
  g4_member member = {typed_id(in, item, "network", G4_STAKEHOLDER), typed_id(in, item, "stakeholder", G4_STAKEHOLDER),
                      typed_id(in, item, "labour_market_region", G4_STAKEHOLDER),
                      typed_id(in, item, "province", G4_STAKEHOLDER), provenance(in, item)};
  if (member.network && member.stakeholder) {
    keep_result(in, g4_vec_push(&in->registry->members, member));
  }
}

static void read_not_ministry(reader *in, yaml_node_t *item) {
  static const char *const keys[] = {"name", "aliases", "source", "doubt", NULL};
  if (!g4_yaml_mapping(&in->yaml, item, keys)) {
    return;
  }
  g4_not_ministry entry = {g4_yaml_need_text(&in->yaml, item, "name"), g4_yaml_forms(&in->yaml, item, "aliases"),
                           provenance(in, item)};
  if (entry.name) {
    keep_result(in, g4_vec_push(&in->registry->not_ministries, entry));
  }
}

static void read_version_name(reader *in, yaml_node_t *item, const char *key, const char **organisation,
                              const char **abbreviation) {
  g4_yaml *yaml = &in->yaml;
  yaml_node_t *pair = g4_yaml_get(yaml, item, key);
  if (!pair) {
    return;
  }
  if (pair->type != YAML_SEQUENCE_NODE || g4_yaml_count(yaml, pair) != 2) {
    g4_yaml_fault(yaml, pair, "form", "'%s' is [organisation, abbreviation]", key);
    return;
  }
  *organisation = g4_yaml_node_text(yaml, g4_yaml_item(yaml, pair, 0));
  *abbreviation = g4_yaml_node_text(yaml, g4_yaml_item(yaml, pair, 1));
}

static void read_change(reader *in, yaml_node_t *item) {
  static const char *const keys[] = {"kind", "date", "register_date", "from", "to", "note", "source", "doubt", NULL};
  g4_yaml *yaml = &in->yaml;
  if (!g4_yaml_mapping(yaml, item, keys)) {
    return;
  }
  g4_pending_change pending = {.change = {.from = G4_NO_VERSION,
                                          .to = G4_NO_VERSION,
                                          .date = g4_yaml_date(yaml, item, "date"),
                                          .register_date = g4_yaml_date(yaml, item, "register_date"),
                                          .note = g4_yaml_text(yaml, item, "note"),
                                          .provenance = provenance(in, item)}};
  const char *kind = g4_yaml_need_text(yaml, item, "kind");
  if (kind && g4_change_kind_parse(kind, &pending.change.kind) != G40_OK) {
    g4_yaml_fault(yaml, item, "vocabulary", "'%s' is not a known kind of change", kind);
    return;
  }
  if (!pending.change.date) {
    g4_yaml_fault(yaml, item, "missing-key", "a change needs a 'date'");
    return;
  }
  read_version_name(in, item, "from", &pending.from_organisation, &pending.from_abbreviation);
  read_version_name(in, item, "to", &pending.to_organisation, &pending.to_abbreviation);
  keep_result(in, g4_vec_push(&in->input->changes, pending));
}

static void read_list(reader *in, const char *key, read_item read) {
  yaml_node_t *list = g4_yaml_get(&in->yaml, in->yaml.root, key);
  size_t count = g4_yaml_count(&in->yaml, list);
  for (size_t i = 0; i < count; i++) {
    read(in, g4_yaml_item(&in->yaml, list, i));
  }
}

/* Of all files together one says it. */
static void read_known(reader *in, const char *key, g4_date *known) {
  g4_date date = g4_yaml_date(&in->yaml, in->yaml.root, key);
  if (date && *known) {
    g4_yaml_fault(&in->yaml, g4_yaml_get(&in->yaml, in->yaml.root, key), "duplicate", "a second '%s'", key);
  }
  *known = date ? date : *known;
}

static void read_root(reader *in) {
  static const char *const keys[] = {"source",      "known_from", "known_through",  "minister_voor_until",
                                     "sources",     "ministries", "changes",        "posts",
                                     "portfolios",  "members",    "stakeholders",   "themes",
                                     "instruments", "advices",    "not_ministries", NULL};
  g4_yaml *yaml = &in->yaml;
  if (!yaml->root || !g4_yaml_mapping(yaml, yaml->root, keys)) {
    return;
  }
  in->source = g4_yaml_text(yaml, yaml->root, "source");
  read_known(in, "known_from", &in->registry->known_from);
  read_known(in, "known_through", &in->registry->known_through);
  read_known(in, "minister_voor_until", &in->registry->minister_voor_until);
  read_list(in, "sources", read_source);
  read_list(in, "ministries", read_ministry);
  read_list(in, "changes", read_change);
  read_list(in, "posts", read_post);
  read_list(in, "portfolios", read_portfolio);
  read_list(in, "stakeholders", read_stakeholder);
  read_list(in, "members", read_member);
  read_list(in, "themes", read_theme);
  read_list(in, "instruments", read_instrument);
  read_list(in, "advices", read_advice);
  read_list(in, "not_ministries", read_not_ministry);
}

int g4_registry_read_file(g4_registry_input *input, const char *path, const char *shown, const char *origin,
                          g40_error *err) {
  reader in = {.registry = input->registry, .input = input, .origin = origin};
  int code = g4_yaml_open(&in.yaml, path, shown, &input->registry->arena, input->diagnostics, err);
  if (code != G40_OK) {
    return code;
  }
  read_root(&in);
  bool failed = in.yaml.failed;
  g4_yaml_close(&in.yaml);
  return failed ? g4_nomem(err) : g4_diagnostics_check(input->diagnostics, err);
}

void g4_registry_input_free(g4_registry_input *input) { g4_vec_free(&input->changes); }
