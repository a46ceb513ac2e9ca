#include "unit/mention_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/registry_fixture.h"

static g4_registry registry;
static g4_lexicon *lexicon;
static g4_mention_finder *finder;
static g4_search *search;

typedef struct {
  g4_entity_type type;
  const char *id, *kind, *name, *other;
} more_fact;

static const more_fact more[] = {
    {G4_STAKEHOLDER, "stakeholder/overheid", "government", "overheid", "overheden"},
    {G4_STAKEHOLDER, "stakeholder/rijk-zelf", "government", "het Kabinet", NULL},
    {G4_STAKEHOLDER, "stakeholder/uwv", "agency", "UWV", NULL},
    {G4_STAKEHOLDER, "stakeholder/europese-unie", "european", "Europese Unie", "EU"},
    {G4_STAKEHOLDER, "stakeholder/scholen", "education", "scholen", "school"},
    {G4_STAKEHOLDER, "stakeholder/ouderen", "population_group", "ouderen", "oudere"},
    {G4_STAKEHOLDER, "stakeholder/regios", "region", "regio's", NULL},
    {G4_STAKEHOLDER, "stakeholder/nederland", "country", "Nederland", NULL},
    {G4_STAKEHOLDER, "stakeholder/wijken", "other", "wijken", NULL},
    {G4_STAKEHOLDER, "stakeholder/commissie-borstlap", "commission", "Commissie Regulering van Werk", NULL},
    {G4_STAKEHOLDER, "stakeholder/inspectie-szw", "inspectorate", "Inspectie SZW", NULL},
    {G4_INSTRUMENT, "instrument/bijstand", "benefit", "bijstand", "bijstandsuitkering"},
    {G4_INSTRUMENT, "instrument/aow", "benefit", "AOW", NULL},
    {G4_INSTRUMENT, "instrument/minimumloon", "scheme", "minimumloon", NULL},
    {G4_ADVICE, "advice/een-zeker-bestaan", "advice", "Een zeker bestaan", NULL},
};

static bool add_more(void) {
  for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
    g4_entity entity = {.type = more[i].type, .id = more[i].id, .kind = more[i].kind, .name = {more[i].name, NULL}};
    entity.same_as.items = g4_arena_array(&registry.arena, 1, sizeof *entity.same_as.items);
    if (!entity.same_as.items || !g4_vec_push(&registry.entities, entity)) {
      return false;
    }
    if (more[i].other) {
      g4_entity *added = &registry.entities.items[registry.entities.count - 1];
      added->same_as.items[0] = (g4_form){more[i].other, "nl"};
      added->same_as.count = 1;
    }
  }
  return true;
}

int mention_set_up(void **state) {
  (void)state;
  if (registry_fixture(&registry) || !add_more()) {
    return -1;
  }
  lexicon = g4_lexicon_new(&registry, NULL);
  finder = lexicon ? g4_mention_finder_new(lexicon, NULL) : NULL;
  search = finder ? g4_search_new(finder, NULL) : NULL;
  return search ? 0 : -1;
}

int mention_tear_down(void **state) {
  (void)state;
  g4_search_free(search);
  g4_mention_finder_free(finder);
  g4_lexicon_free(lexicon);
  g4_registry_free(&registry);
  registry = (g4_registry){0};
  return 0;
}

const g4_lexicon *mention_lexicon(void) { return lexicon; }

const g4_mention_finder *mention_finder(void) { return finder; }

g4_search *mention_search(void) { return search; }

static void describe(const g4_text *text, const g4_mention *mention, g4_buf *out) {
  if (out->length) {
    g4_buf_add_text(out, "; ");
  }
  const char *reading = g4_buf_text(&text->reading.text);
  g4_buf_add(out, reading + mention->reading.start, mention->reading.end - mention->reading.start);
  g4_buf_add_format(out, "=%s", mention->rule);
  if (mention->type == G4_MENTION_MINISTRY) {
    const char *abbreviation = mention->state == G4_AMBIGUOUS ? "?"
                               : mention->version == G4_NO_VERSION
                                   ? "-"
                                   : registry.versions.items[mention->version].abbreviation;
    g4_buf_add_format(out, ":%s/%s", abbreviation, g4_name_form_name(mention->form));
  } else if (mention->entity >= 0) {
    g4_buf_add_format(out, ":%s", strchr(registry.entities.items[mention->entity].id, '/') + 1);
  }
}

void check_mentions(g4_date date, const char *text, const char *expected) {
  g4_text read;
  g4_mentions mentions = {0};
  g4_buf found = {0};
  assert_int_equal(g4_text_read(&read, text, strlen(text), NULL), G40_OK);
  for (size_t i = 0; i < read.segments.count; i++) {
    assert_int_equal(g4_mentions_find(search, &read, &read.segments.items[i], date, &mentions, NULL), G40_OK);
  }
  for (size_t i = 0; i < mentions.count; i++) {
    describe(&read, &mentions.items[i], &found);
  }
  assert_string_equal(g4_buf_text(&found), expected);
  g4_buf_free(&found);
  g4_vec_free(&mentions);
  g4_text_free(&read);
}

void check_names(const char *text, const char *expected) { check_mentions(0, text, expected); }
