#include "extract/automatic.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/sha256.h"
#include "text/fold.h"

enum { LEVELS = 256, ID_DIGITS = 12 };

struct g4_automatic {
  const g4_automatic_kit *kit;
  const g4_text *text;
  g4_coded *coded;
  g4_privates contacts;
  g4_map ids;                    /* of the positions so far, to how often */
  const char *themes[LEVELS];    /* of the open section of each level */
  const g4_portfolio *portfolio; /* that the last heading names */
  const char *theme;             /* of the section that the next segment stands in */
};

int g4_automatic_kit_make(g4_automatic_kit *kit, const g4_registry *registry, g40_error *err) {
  kit->registry = registry;
  int code = g4_portfolios_make(&kit->portfolios, registry, err);
  if (code == G40_OK) {
    code = g4_topics_make(&kit->topics, registry, err);
  }
  if (code != G40_OK) {
    g4_automatic_kit_free(kit);
  }
  return code;
}

void g4_automatic_kit_free(g4_automatic_kit *kit) {
  g4_portfolios_free(&kit->portfolios);
  g4_topics_free(&kit->topics);
}

g4_automatic *g4_automatic_new(const g4_automatic_kit *kit, const g4_text *text, g4_coded *coded, g40_error *err) {
  g4_automatic *in = calloc(1, sizeof *in);
  if (!in) {
    g4_nomem(err);
    return NULL;
  }
  in->kit = kit;
  in->text = text;
  in->coded = coded;
  if (g4_contacts_collect(text, NULL, &in->contacts, err) != G40_OK) {
    g4_automatic_free(in);
    return NULL;
  }
  return in;
}

void g4_automatic_free(g4_automatic *automatic) {
  if (automatic) {
    g4_vec_free(&automatic->contacts);
    g4_map_free(&automatic->ids);
    free(automatic);
  }
}

/* --- anchors */

static int set_ranges(g4_automatic *in, g4_anchor *anchor, const g4_span *ranges, size_t count, g40_error *err) {
  anchor->ranges.items = g4_arena_array(&in->coded->arena, count, sizeof *ranges);
  if (!anchor->ranges.items) {
    return g4_nomem(err);
  }
  memcpy(anchor->ranges.items, ranges, count * sizeof *ranges);
  anchor->ranges.count = count;
  anchor->state = G4_ANCHOR_FOUND;
  return G40_OK;
}

static int anchor_segment(g4_automatic *in, const g4_segment *segment, g4_anchor *anchor, g40_error *err) {
  *anchor = (g4_anchor){.reading = {segment->reading_start, segment->reading_end}};
  return set_ranges(in, anchor, g4_text_segment_ranges(in->text, segment), segment->range_count, err);
}

/* *place: it has one in the source. */
static int anchor_words(g4_automatic *in, g4_span reading, g4_anchor *anchor, bool *placed, g40_error *err) {
  g4_span_list ranges = {0};
  *anchor = (g4_anchor){.reading = reading};
  int code = g4_text_ranges(in->text, reading.start, reading.end, &ranges, err);
  *placed = code == G40_OK && ranges.count > 0;
  if (*placed) {
    code = set_ranges(in, anchor, ranges.items, ranges.count, err);
  }
  for (size_t i = 0; *placed && i < ranges.count; i++) {
    /* Contact data is no name of anything. */
    *placed = !g4_contacts_touch(&in->contacts, ranges.items[i].start, ranges.items[i].end);
  }
  g4_vec_free(&ranges);
  return code;
}

/* --- ids */

/* After the quote, case, accents and line breaks aside, so that the same words keep it; the second of them is -2. */
static const char *make_id(g4_automatic *in, const char *words, size_t n, g40_error *err) {
  char hash[G4_SHA256_TEXT];
  g4_buf folded = {0}, id = {0};
  size_t count = 1;
  const char *copy = NULL;
  if (g4_fold(words, n, &folded, err) == G40_OK) {
    g4_sha256(g4_buf_text(&folded), folded.length, hash);
    g4_buf_add_char(&id, 'p');
    g4_buf_add(&id, hash, ID_DIGITS);
    const char *key = id.failed ? NULL : g4_arena_strdup(&in->coded->arena, g4_buf_text(&id));
    if (key && g4_map_get(&in->ids, key, ID_DIGITS + 1, &count)) {
      g4_buf_add_format(&id, "-%zu", ++count);
    }
    bool kept = key && g4_map_put(&in->ids, key, ID_DIGITS + 1, count);
    copy = !kept || id.failed ? NULL : count == 1 ? key : g4_arena_strdup(&in->coded->arena, g4_buf_text(&id));
    if (!copy) {
      g4_nomem(err);
    }
  }
  g4_buf_free(&folded);
  g4_buf_free(&id);
  return copy;
}

/* --- what a position names */

static bool is_place(const g4_entity *entity) {
  static const char *const kinds[] = {"municipality", "province", "region", "country"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (strcmp(entity->kind, kinds[i]) == 0) {
      return true;
    }
  }
  return false;
}

static int add_role(g4_automatic *in, const g4_mention *mention, const g4_anchor *anchor, g4_coded_position *position,
                    g40_error *err) {
  const g4_registry *registry = in->kit->registry;
  const char *name = g4_role_name(mention->role);
  g4_coded_role role = {.anchor = *anchor, .role = name ? name : "other"};
  role.is_ministry = mention->type == G4_MENTION_MINISTRY;
  if (role.is_ministry && mention->state == G4_RESOLVED && mention->version != G4_NO_VERSION) {
    role.actor = registry->versions.items[mention->version].id;
  } else if (!role.is_ministry && mention->entity >= 0) {
    role.actor = registry->entities.items[mention->entity].id;
  }
  role.state = role.actor ? "resolved" : mention->state == G4_AMBIGUOUS ? "ambiguous" : "unresolved";
  const char *reason = g4_reason_name(mention->reason);
  role.reason = role.actor || mention->state == G4_AMBIGUOUS ? NULL : reason ? reason : "unknown";
  return g4_vec_push(&position->roles, role) ? G40_OK : g4_nomem(err);
}

/* Actors have a role, also the committee by whose name an advice goes; a place without one is a place; an instrument is
 * one whether the registry knows it or its form says so; what only bears a role is no actor. */
static int add_mention(g4_automatic *in, const g4_mention *mention, g4_coded_position *position, g40_error *err) {
  const g4_entity *entity = mention->entity >= 0 ? &in->kit->registry->entities.items[mention->entity] : NULL;
  bool actor = entity && entity->type != G4_INSTRUMENT && entity->type != G4_ADVICE, placed = false;
  bool instrument = !actor && (mention->type == G4_MENTION_INSTRUMENT || mention->type == G4_MENTION_ADVICE);
  g4_anchor anchor;
  if (mention->type == G4_MENTION_OTHER) {
    return G40_OK;
  }
  int code = anchor_words(in, mention->reading, &anchor, &placed, err);
  if (code != G40_OK || !placed) {
    return code;
  }
  g4_coded_mention thing = {.anchor = anchor, .target = entity ? entity->id : NULL};
  if (instrument) {
    thing.is_advice = mention->type == G4_MENTION_ADVICE;
    thing.state = g4_state_name(mention->state);
    return g4_vec_push(&position->instruments, thing) ? G40_OK : g4_nomem(err);
  }
  if (entity && mention->role == G4_ROLE_NONE && is_place(entity)) {
    return g4_vec_push(&position->places, thing) ? G40_OK : g4_nomem(err);
  }
  return add_role(in, mention, &anchor, position, err);
}

static int add_responsible(g4_automatic *in, const char *words, size_t n, g4_coded_position *position, g40_error *err) {
  const g4_portfolio *portfolio = NULL;
  bool several = false;
  int code = g4_portfolio_of(&in->kit->portfolios, words, n, in->coded->meta.date_issued, &portfolio, &several, err);
  portfolio = portfolio || several ? portfolio : in->portfolio;
  if (code != G40_OK || !portfolio) {
    return code;
  }
  g4_buf source = {0};
  g4_buf_add_format(&source, "portfolio: %s", strchr(portfolio->id, '/') + 1);
  g4_coded_responsible one = {.ministry = portfolio->ministry,
                              .source = source.failed ? NULL : g4_arena_strdup(&in->coded->arena, g4_buf_text(&source)),
                              .rule = g4_portfolio_rule,
                              .confidence = g4_portfolio_confidence()};
  g4_buf_free(&source);
  return one.source && g4_vec_push(&position->responsible, one) ? G40_OK : g4_nomem(err);
}

/* --- segments */

static int fill_position(g4_automatic *in, const g4_segment *segment, const g4_judgement *judgement,
                         g4_coded_position *position, g40_error *err) {
  const char *words = g4_buf_text(&in->text->reading.text) + segment->reading_start;
  size_t n = segment->reading_end - segment->reading_start;
  bool ask =
      judgement->kind == G4_KIND_POSITION && judgement->type != G4_TYPE_COMMITMENT && judgement->type != G4_TYPE_RULE;
  g4_anchor quote;
  position->id = make_id(in, words, n, err);
  position->kind = judgement->kind == G4_KIND_PRINCIPLE    ? "principle"
                   : judgement->type == G4_TYPE_COMMITMENT ? "commitment"
                   : judgement->type == G4_TYPE_RULE       ? "rule"
                                                           : "ask";
  position->action = !ask ? NULL : judgement->action ? judgement->action : "other";
  position->theme = in->theme;
  position->method = "rule";
  position->rule = judgement->rule;
  position->confidence = judgement->confidence;
  int code = position->id ? anchor_segment(in, segment, &quote, err) : err->code;
  if (code == G40_OK && !g4_vec_push(&position->quotes, quote)) {
    code = g4_nomem(err);
  }
  if (code == G40_OK && !position->theme) {
    code = g4_topic_of(&in->kit->topics, words, n, &position->theme, err);
  }
  if (code == G40_OK && ask) {
    code = add_responsible(in, words, n, position, err);
  }
  return code;
}

static int add_position(g4_automatic *in, const g4_segment *segment, const g4_judgement *judgement,
                        const g4_mention *mentions, size_t count, g40_error *err) {
  g4_coded_position position = {0};
  int code = fill_position(in, segment, judgement, &position, err);
  for (size_t i = 0; i < count && code == G40_OK; i++) {
    code = add_mention(in, &mentions[i], &position, err);
  }
  if (code == G40_OK && !g4_vec_push(&in->coded->positions, position)) {
    code = g4_nomem(err);
  }
  if (code != G40_OK) {
    g4_coded_position_free(&position);
  }
  return code;
}

/* A section has the theme that its heading names, else that of the section around it. */
static int add_heading(g4_automatic *in, const g4_segment *segment, g40_error *err) {
  const char *words = g4_buf_text(&in->text->reading.text) + segment->reading_start;
  const char *theme = NULL;
  bool several = false;
  int code = g4_topic_of(&in->kit->topics, words, segment->reading_end - segment->reading_start, &theme, err);
  for (int level = segment->level - 1; level > 0 && !theme; level--) {
    theme = in->themes[level];
  }
  in->themes[segment->level] = theme;
  memset(in->themes + segment->level + 1, 0, (size_t)(LEVELS - 1 - segment->level) * sizeof *in->themes);
  in->theme = theme;
  if (code == G40_OK) {
    code = g4_portfolio_of(&in->kit->portfolios, words, segment->reading_end - segment->reading_start,
                           in->coded->meta.date_issued, &in->portfolio, &several, err);
  }
  if (code != G40_OK || !theme) {
    return code;
  }
  size_t n = segment->reading_end - segment->reading_start;
  g4_coded_section section = {.theme = theme, .heading = g4_arena_strndup(&in->coded->arena, words, n)};
  code = section.heading ? anchor_segment(in, segment, &section.anchor, err) : g4_nomem(err);
  return code == G40_OK && !g4_vec_push(&in->coded->sections, section) ? g4_nomem(err) : code;
}

int g4_automatic_add(g4_automatic *automatic, const g4_segment *segment, const g4_judgement *judgement,
                     const g4_mention *mentions, size_t count, g40_error *err) {
  int code = segment->kind == G4_SEGMENT_HEADING ? add_heading(automatic, segment, err) : G40_OK;
  bool held = judgement->kind == G4_KIND_POSITION || judgement->kind == G4_KIND_PRINCIPLE;
  return code == G40_OK && held ? add_position(automatic, segment, judgement, mentions, count, err) : code;
}
