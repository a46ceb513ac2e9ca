#include "query/subject.h"

#include <string.h>

#include "index/meaning.h"
#include "text/words.h"

/* How much counts what stands around an ask, or is known of a name in it. */
static const float NAME_WEIGHT = 0.5f, AROUND_WEIGHT = 0.3f;

void g4_subject_free(g4_subject *subject) {
  g4_vec_free(&subject->terms);
  g4_vec_free(&subject->entities);
}

typedef struct {
  g4_session *session;
  g4_index *index;
  g4_subject *subject;
  g40_error *err;
} making;

/* Of a term that comes more than once the highest weight counts. */
static bool add_term(g4_subject *subject, g4_subject_term one) {
  for (size_t i = 0; i < subject->terms.count; i++) {
    g4_subject_term *known = &subject->terms.items[i];
    if (known->term == one.term) {
      *known = one.weight > known->weight ? one : *known;
      return true;
    }
  }
  return g4_vec_push(&subject->terms, one);
}

static int add_words(const making *in, const char *text, float weight, g4_from from) {
  size_t n = text ? strlen(text) : 0;
  g4_word word;
  for (size_t at = 0; n && g4_word_next(text, n, at, &word); at = word.end) {
    const g4_word_terms *terms = g4_analyse(in->index->analyser, text + word.start, word.end - word.start, in->err);
    bool added =
        terms && (!terms->count || add_term(in->subject, (g4_subject_term){terms->whole, weight, from, false}));
    for (uint32_t i = 0; added && terms->count > 1 && i < terms->count; i++) {
      added = add_term(in->subject, (g4_subject_term){terms->parts[i], weight * G4_PART_WEIGHT, from, true});
    }
    if (!added) {
      return g4_nomem(in->err);
    }
  }
  return G40_OK;
}

static int add_forms(const making *in, const g4_forms *forms) {
  int code = G40_OK;
  for (size_t i = 0; i < forms->count && code == G40_OK; i++) {
    if (strcmp(forms->items[i].language, "nl") == 0) {
      code = add_words(in, forms->items[i].text, NAME_WEIGHT, G4_FROM_NAME);
    }
  }
  return code;
}

/* All names of what is named, and the terms that are related to it. */
static int add_entity(const making *in, int index) {
  const g4_entity *entity = &in->session->registry.entities.items[index];
  for (size_t i = 0; i < in->subject->entities.count; i++) {
    if (in->subject->entities.items[i] == index) {
      return G40_OK;
    }
  }
  if (!g4_vec_push(&in->subject->entities, index)) {
    return g4_nomem(in->err);
  }
  int code = add_words(in, entity->name.nl, NAME_WEIGHT, G4_FROM_NAME);
  code = code == G40_OK ? add_forms(in, &entity->same_as) : code;
  return code == G40_OK ? add_forms(in, &entity->related) : code;
}

static int add_names(const making *in, const char *text) {
  const g4_spotter *spotter = g4_session_spotter(in->session, in->err);
  g4_spots spots = {0};
  int code = spotter ? g4_spotter_find(spotter, text, strlen(text), &spots, in->err) : in->err->code;
  for (size_t i = 0; i < spots.count && code == G40_OK; i++) {
    for (const g4_candidate *one = spots.items[i].first; one && code == G40_OK; one = one->next) {
      code = one->target == G4_TARGET_ENTITY ? add_entity(in, one->index) : G40_OK;
    }
  }
  g4_vec_free(&spots);
  return code;
}

static int add_text(const making *in, const char *text) {
  int code = add_words(in, text, 1, G4_FROM_ASK);
  return code == G40_OK ? add_names(in, text) : code;
}

int g4_subject_of_text(g4_session *session, g4_index *index, const char *text, g4_subject *subject, g40_error *err) {
  making in = {session, index, subject, err};
  return add_text(&in, text);
}

/* --- positions */

static int add_id(const making *in, const char *id) {
  const g4_lexicon *lexicon = g4_session_lexicon(in->session, in->err);
  g4_indices found = {0};
  int code = lexicon ? G40_OK : in->err->code;
  if (code == G40_OK && id) { /* another database may know other names */
    code = g4_lexicon_find(lexicon, G4_ANY_TYPE, id, &found, in->err);
  }
  for (size_t i = 0; i < found.count && code == G40_OK; i++) {
    code = add_entity(in, found.items[i]);
  }
  g4_vec_free(&found);
  return code;
}

static int add_mentions(const making *in, const g40_mentions *mentions) {
  int code = G40_OK;
  for (size_t i = 0; i < g40_mentions_count(mentions) && code == G40_OK; i++) {
    code = add_id(in, g40_mention_id(g40_mentions_at(mentions, i)));
  }
  return code;
}

static int add_coded(const making *in, const g40_position *position) {
  const g40_stakeholder_roles *roles = g40_position_stakeholders(position);
  int code = add_mentions(in, g40_position_instruments(position));
  code = code == G40_OK ? add_mentions(in, g40_position_advices(position)) : code;
  for (size_t i = 0; i < g40_stakeholder_roles_count(roles) && code == G40_OK; i++) {
    code = add_id(in, g40_stakeholder_role_id(g40_stakeholder_roles_at(roles, i)));
  }
  return code;
}

/* The heading, the theme's label, and the positions that give reasons. */
static int add_around(const making *in, const g40_position *position) {
  const g40_reasons *reasons = g40_position_reasons(position);
  const g4_registry *registry = &in->session->registry;
  const char *theme = g40_position_theme(position);
  int code = add_words(in, g40_position_section(position), AROUND_WEIGHT, G4_FROM_AROUND);
  for (size_t i = 0; i < registry->entities.count && theme && code == G40_OK; i++) {
    const g4_entity *entity = &registry->entities.items[i];
    if (entity->type == G4_THEME && strcmp(strchr(entity->id, '/') + 1, theme) == 0) {
      code = add_words(in, entity->name.nl, AROUND_WEIGHT, G4_FROM_AROUND);
    }
  }
  for (size_t i = 0; i < g40_reasons_count(reasons) && code == G40_OK; i++) {
    code = add_words(in, g40_reason_text(g40_reasons_at(reasons, i)), AROUND_WEIGHT, G4_FROM_AROUND);
  }
  return code;
}

int g4_subject_of_position(g4_session *session, g4_index *index, const g40_position *position, g4_subject *subject,
                           g40_error *err) {
  making in = {session, index, subject, err};
  const g40_passages *passages = g40_position_passages(position);
  int code = G40_OK;
  for (size_t i = 0; i < g40_passages_count(passages) && code == G40_OK; i++) {
    code = add_text(&in, g40_passage_text(g40_passages_at(passages, i)));
  }
  code = code == G40_OK ? add_coded(&in, position) : code;
  return code == G40_OK ? add_around(&in, position) : code;
}
