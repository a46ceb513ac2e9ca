#include "unit/registry_fixture.h"

#include <string.h>

#include "base/buf.h"

enum { MOST = 4 };

typedef struct {
  const char *organisation, *abbreviation, *name;
  g4_date from, to;
  const char *aliases[MOST];
} version_fact;

static const version_fact version_facts[] = {
    {"mnre1010", "AZ", "Algemene Zaken", 0, 0, {NULL}},
    {"mnre1013", "BZ", "Buitenlandse Zaken", 0, 0, {"BuZa"}},
    {"mnre1018", "Def", "Defensie", 0, 0, {"Defensie"}},
    {"mnre1025", "VWS", "Volksgezondheid, Welzijn en Sport", 0, 0, {NULL}},
    {"mnre1034", "BZK", "Binnenlandse Zaken en Koninkrijksrelaties", 0, 0, {"BiZa"}},
    {"mnre1040", "EZ", "Economische Zaken", 0, 20101014, {NULL}},
    {"mnre1045", "ELenI", "Economische Zaken, Landbouw en Innovatie", 20101014, 20121105, {"EL&I"}},
    {"mnre1045", "EZ", "Economische Zaken", 20121105, 20171026, {NULL}},
    {"mnre1045", "EZK", "Economische Zaken en Klimaat", 20171026, 20240702, {NULL}},
    {"mnre1045", "EZ", "Economische Zaken", 20240702, 20260223, {NULL}},
    {"mnre1045", "EZK", "Economische Zaken en Klimaat", 20260223, 0, {NULL}},
    {"mnre1058", "Just", "Justitie", 0, 20101014, {"Justitie"}},
    {"mnre1058", "VenJ", "Veiligheid en Justitie", 20101014, 20171026, {"V&J"}},
    {"mnre1058", "JenV", "Justitie en Veiligheid", 20171026, 0, {"J&V", "JV"}},
    {"mnre1073", "SZW", "Sociale Zaken en Werkgelegenheid", 0, 0, {"SoZaWe"}},
    {"mnre1090", "Fin", "Financiën", 0, 0, {"Financiën"}},
    {"mnre1109", "OCW", "Onderwijs, Cultuur en Wetenschap", 20030701, 0, {"OC&W", "OCenW"}},
    {"mnre1130", "IenM", "Infrastructuur en Milieu", 20101014, 20171026, {"I&M"}},
    {"mnre1130", "IenW", "Infrastructuur en Waterstaat", 20171026, 0, {"I&W", "IW"}},
    {"mnre1150", "LNV", "Landbouw, Natuur en Voedselkwaliteit", 20030701, 20101014, {NULL}},
    {"mnre1153", "LNV", "Landbouw, Natuur en Voedselkwaliteit", 20171026, 20240702, {NULL}},
    {"mnre1153", "LVVN", "Landbouw, Visserij, Voedselzekerheid en Natuur", 20240702, 0, {NULL}},
    {"mnre1162", "AenM", "Asiel en Migratie", 20240702, 20260223, {"A&M"}},
    {"mnre1171", "VRO", "Volkshuisvesting en Ruimtelijke Ordening", 20240702, 20260223, {NULL}},
    {"mnre1182", "KGG", "Klimaat en Groene Groei", 20240702, 20260223, {NULL}},
    {"mnre0170", "VenW", "Verkeer en Waterstaat", 0, 20101014, {"V&W"}},
    {"mnre0180", "VROM", "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", 19821104, 20101014, {NULL}},
    {"mnre1109", "OCenW", "Onderwijs, Cultuur en Wetenschappen", 19940822, 20030701, {"OC&W", "OCW"}},
    {"mnre1150", "LNV", "Landbouw, Natuurbeheer en Visserij", 19891114, 20030701, {NULL}},
};

typedef struct {
  g4_change_kind kind;
  g4_date date;
  const char *from, *from_abbreviation, *to, *to_abbreviation;
} change_fact;

static const change_fact change_facts[] = {
    {G4_CHANGE_MERGE, 20101014, "mnre1040", "EZ", "mnre1045", "ELenI"},
    {G4_CHANGE_MERGE, 20101014, "mnre1150", "LNV", "mnre1045", "ELenI"},
    {G4_CHANGE_MERGE, 20101014, "mnre0170", "VenW", "mnre1130", "IenM"},
    {G4_CHANGE_MERGE, 20101014, "mnre0180", "VROM", "mnre1130", "IenM"},
    {G4_CHANGE_TASK_TRANSFER, 20101014, "mnre0180", "VROM", "mnre1034", "BZK"},
    {G4_CHANGE_RENAME, 20101014, "mnre1058", "Just", "mnre1058", "VenJ"},
    {G4_CHANGE_TASK_TRANSFER, 20101014, "mnre1034", "BZK", "mnre1058", "VenJ"},
    {G4_CHANGE_RENAME, 20121105, "mnre1045", "ELenI", "mnre1045", "EZ"},
    {G4_CHANGE_RENAME, 20171026, "mnre1045", "EZ", "mnre1045", "EZK"},
    {G4_CHANGE_TASK_TRANSFER, 20171026, "mnre1130", "IenM", "mnre1045", "EZK"},
    {G4_CHANGE_SPLIT, 20171026, "mnre1045", "EZ", "mnre1153", "LNV"},
    {G4_CHANGE_RENAME, 20171026, "mnre1130", "IenM", "mnre1130", "IenW"},
    {G4_CHANGE_RENAME, 20171026, "mnre1058", "VenJ", "mnre1058", "JenV"},
    {G4_CHANGE_TASK_TRANSFER, 20171026, "mnre1130", "IenM", "mnre1034", "BZK"},
    {G4_CHANGE_RENAME, 20240702, "mnre1045", "EZK", "mnre1045", "EZ"},
    {G4_CHANGE_SPLIT, 20240702, "mnre1045", "EZK", "mnre1182", "KGG"},
    {G4_CHANGE_RENAME, 20240702, "mnre1153", "LNV", "mnre1153", "LVVN"},
    {G4_CHANGE_SPLIT, 20240702, "mnre1034", "BZK", "mnre1171", "VRO"},
    {G4_CHANGE_SPLIT, 20240702, "mnre1058", "JenV", "mnre1162", "AenM"},
    {G4_CHANGE_RENAME, 20260223, "mnre1045", "EZ", "mnre1045", "EZK"},
    {G4_CHANGE_MERGE, 20260223, "mnre1182", "KGG", "mnre1045", "EZK"},
    {G4_CHANGE_MERGE, 20260223, "mnre1171", "VRO", "mnre1034", "BZK"},
    {G4_CHANGE_MERGE, 20260223, "mnre1162", "AenM", "mnre1058", "JenV"},
    {G4_CHANGE_RENAME, 20030701, "mnre1109", "OCenW", "mnre1109", "OCW"},
    {G4_CHANGE_RENAME, 20030701, "mnre1150", "LNV", "mnre1150", "LNV"},
    {G4_CHANGE_TASK_TRANSFER, 20101014, "mnre1058", "Just", "mnre1034", "BZK"},
    {G4_CHANGE_TASK_TRANSFER, 20121105, "mnre1034", "BZK", "mnre1058", "VenJ"},
    {G4_CHANGE_TASK_TRANSFER, 20121105, "mnre1034", "BZK", "mnre1073", "SZW"},
};

typedef struct {
  const char *name, *ministry;
  g4_date from, to;
  const char *aliases[MOST];
} post_fact;

static const post_fact post_facts[] = {
    {"Minister voor Ontwikkelingssamenwerking", "ministry/mnre1013", 19891107, 20101014, {NULL}},
    {"Minister voor Vreemdelingenzaken en Integratie", "ministry/mnre1058", 20020722, 20070222, {NULL}},
    {"Minister voor Bestuurlijke Vernieuwing en Koninkrijksrelaties", "ministry/mnre1034", 20030527, 20070222, {NULL}},
    {"Minister voor Wonen, Wijken en Integratie", "ministry/mnre0180", 20070222, 20101014, {NULL}},
    {"Minister voor Jeugd en Gezin", "ministry/mnre1025", 20070222, 20101014, {NULL}},
    {"Minister voor Immigratie, Integratie en Asiel", "ministry/mnre1034", 20101014, 20121105, {NULL}},
    {"Minister voor Wonen en Rijksdienst", "ministry/mnre1034", 20121105, 20171026, {NULL}},
    {"Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking", "ministry/mnre1013", 20121105, 20240702, {NULL}},
    {"Minister voor Rechtsbescherming", "ministry/mnre1058", 20171026, 20240702, {NULL}},
    {"Minister voor Basis- en Voortgezet Onderwijs en Media", "ministry/mnre1109", 20171026, 20220110, {NULL}},
    {"Minister voor Medische Zorg", "ministry/mnre1025", 20171026, 20220110, {NULL}},
    {"Minister voor Milieu en Wonen", "ministry/mnre1034", 20191101, 20200414, {NULL}},
    {"Minister voor Volkshuisvesting en Ruimtelijke Ordening",
     "ministry/mnre1034",
     20220110,
     20240702,
     {"Minister voor VRO"}},
    {"Minister voor Klimaat en Energie", "ministry/mnre1045", 20220110, 20240702, {NULL}},
    {"Minister voor Natuur en Stikstof", "ministry/mnre1153", 20220110, 20240702, {NULL}},
    {"Minister voor Armoedebeleid, Participatie en Pensioenen", "ministry/mnre1073", 20220110, 20240702, {NULL}},
    {"Minister voor Primair en Voortgezet Onderwijs", "ministry/mnre1109", 20220110, 20240702, {NULL}},
    {"Minister voor Langdurige Zorg en Sport", "ministry/mnre1025", 20220110, 20240702, {NULL}},
    {"Minister voor Buitenlandse Handel en Ontwikkelingshulp", "ministry/mnre1013", 20240702, 20250603, {NULL}},
    {"Minister van Buitenlandse Handel en Ontwikkelingssamenwerking", "ministry/mnre1013", 20260223, 0, {NULL}},
    {"Minister van Asiel en Migratie", "ministry/mnre1058", 20260223, 0, {NULL}},
    {"Minister van Volkshuisvesting en Ruimtelijke Ordening", "ministry/mnre1034", 20260223, 0, {NULL}},
    {"Minister van Klimaat en Groene Groei", "ministry/mnre1045", 20260223, 0, {NULL}},
    {"Minister van Werk en Participatie", "ministry/mnre1073", 20260223, 0, {NULL}},
    {"Minister van Langdurige Zorg, Jeugd en Sport", "ministry/mnre1025", 20260223, 0, {NULL}},
    {"Staatssecretaris Herstel Groningen", "ministry/mnre1034", 20240702, 20260223, {NULL}},
};

typedef struct {
  g4_entity_type type;
  const char *id, *kind, *nl, *en;
  const char *same_as[MOST];
} entity_fact;

static const entity_fact entity_facts[] = {
    {G4_STAKEHOLDER, "stakeholder/gemeenten", "municipality", "gemeenten", "municipalities", {NULL}},
    {G4_STAKEHOLDER, "stakeholder/rijk", "government", "Rijk", "national government", {"rijksoverheid"}},
    {G4_STAKEHOLDER, "stakeholder/gemeente-groningen", "municipality", "Groningen", NULL, {"gemeente Groningen"}},
    {G4_STAKEHOLDER, "stakeholder/provincie-groningen", "province", "Groningen", NULL, {"provincie Groningen"}},
    {G4_STAKEHOLDER, "stakeholder/gemeente-den-bosch", "municipality", "'s-Hertogenbosch", NULL, {"Den Bosch"}},
    {G4_STAKEHOLDER, "stakeholder/mkb", "company", "mkb", "SMEs", {"midden- en kleinbedrijf"}},
    {G4_STAKEHOLDER, "stakeholder/ondernemers", "company", "ondernemers", "entrepreneurs", {NULL}},
    {G4_STAKEHOLDER, "stakeholder/g40", "network", "G40", "G40", {"G40-steden", "Stedennetwerk G40"}},
    {G4_STAKEHOLDER, "stakeholder/d66", "party", "D66", "D66", {NULL}},
    {G4_STAKEHOLDER, "stakeholder/werknemers", "population_group", "werknemers", "employees", {NULL}},
    {G4_THEME, "theme/economie", NULL, "Economie", "Economy", {NULL}},
    {G4_THEME, "theme/werk", NULL, "Werk", "Work", {NULL}},
    {G4_INSTRUMENT, "instrument/participatiewet", "law", "Participatiewet", "Participation Act", {NULL}},
    {G4_INSTRUMENT, "instrument/banenafspraak", "agreement", "Banenafspraak", NULL, {NULL}},
    {G4_ADVICE, "advice/commissie-borstlap", "advice", "Commissie Regulering van Werk", NULL, {"commissie-Borstlap"}},
};

typedef struct {
  const char *name;
  const char *aliases[MOST];
} not_ministry_fact;

static const not_ministry_fact not_ministry_facts[] = {
    {"Openbaar Ministerie", {"OM"}},
    {"Europees Openbaar Ministerie", {"EOM"}},
    {"minister van Staat", {NULL}},
};

#define LENGTH(table) (sizeof(table) / sizeof *(table))

static g4_forms forms_of(g4_registry *registry, const char *const *texts) {
  g4_forms forms = {g4_arena_array(&registry->arena, MOST, sizeof(g4_form)), 0};
  while (forms.items && forms.count < MOST && texts[forms.count]) {
    forms.items[forms.count] = (g4_form){texts[forms.count], "nl"};
    forms.count++;
  }
  return forms;
}

static bool add_version(g4_registry *registry, const version_fact *fact) {
  g4_buf id = {0}, key = {0};
  char start[G4_DATE_TEXT];
  g4_buf_add_format(&id, "ministry/%s", fact->organisation);
  g4_buf_add_format(&key, "%s@%s", fact->organisation, g4_date_format(fact->from, start));
  g4_ministry_version version = {
      .abbreviation = fact->abbreviation, .name = fact->name, .political = {fact->from, fact->to}};
  bool done = !id.failed && !key.failed && (version.id = g4_arena_strdup(&registry->arena, id.bytes)) &&
              (version.key = g4_arena_strdup(&registry->arena, key.bytes));
  version.aliases = forms_of(registry, fact->aliases);
  g4_buf_free(&id);
  g4_buf_free(&key);
  return done && version.aliases.items && g4_vec_push(&registry->versions, version);
}

/* The version of an organisation and abbreviation that holds on a date, or until it. */
static int version_of(const g4_registry *registry, const char *organisation, const char *abbreviation, g4_date date,
                      bool until) {
  for (size_t i = 0; i < registry->versions.count; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    g4_period period = version->political;
    bool holds = until ? period.from < date && (!period.to || date <= period.to) : g4_period_holds(period, date);
    if (holds && strcmp(strchr(version->id, '/') + 1, organisation) == 0 &&
        strcmp(version->abbreviation, abbreviation) == 0) {
      return (int)i;
    }
  }
  return G4_NO_VERSION;
}

static bool add_change(g4_registry *registry, const change_fact *fact) {
  g4_ministry_change change = {.kind = fact->kind, .date = fact->date};
  change.from = version_of(registry, fact->from, fact->from_abbreviation, fact->date, true);
  change.to = version_of(registry, fact->to, fact->to_abbreviation, fact->date, false);
  return change.from != G4_NO_VERSION && change.to != G4_NO_VERSION && g4_vec_push(&registry->changes, change);
}

static bool add_post(g4_registry *registry, const post_fact *fact) {
  g4_post post = {.name = fact->name, .ministry = fact->ministry, .period = {fact->from, fact->to}};
  post.aliases = forms_of(registry, fact->aliases);
  return post.aliases.items && g4_vec_push(&registry->posts, post);
}

static bool add_entity(g4_registry *registry, const entity_fact *fact) {
  g4_entity entity = {.type = fact->type, .id = fact->id, .kind = fact->kind, .name = {fact->nl, fact->en}};
  entity.same_as = forms_of(registry, fact->same_as);
  return entity.same_as.items && g4_vec_push(&registry->entities, entity);
}

static bool add_not_ministry(g4_registry *registry, const not_ministry_fact *fact) {
  g4_not_ministry item = {.name = fact->name, .aliases = forms_of(registry, fact->aliases)};
  return item.aliases.items && g4_vec_push(&registry->not_ministries, item);
}

int registry_fixture(g4_registry *registry) {
  registry->known_from = 19821104;
  registry->known_through = 20260519;
  registry->minister_voor_until = 20260223;
  bool done = true;
  for (size_t i = 0; done && i < LENGTH(version_facts); i++) {
    done = add_version(registry, &version_facts[i]);
  }
  for (size_t i = 0; done && i < LENGTH(change_facts); i++) {
    done = add_change(registry, &change_facts[i]);
  }
  for (size_t i = 0; done && i < LENGTH(post_facts); i++) {
    done = add_post(registry, &post_facts[i]);
  }
  for (size_t i = 0; done && i < LENGTH(entity_facts); i++) {
    done = add_entity(registry, &entity_facts[i]);
  }
  for (size_t i = 0; done && i < LENGTH(not_ministry_facts); i++) {
    done = add_not_ministry(registry, &not_ministry_facts[i]);
  }
  return done ? g4_registry_sort(registry, NULL) : G40_NOMEM;
}

int fixture_version(const g4_registry *registry, const char *abbreviation, g4_date date) {
  for (size_t i = 0; i < registry->versions.count; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    if (strcmp(version->abbreviation, abbreviation) == 0 && g4_period_holds(version->political, date)) {
      return (int)i;
    }
  }
  return G4_NO_VERSION;
}
