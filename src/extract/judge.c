#include "extract/actions.h"
#include "extract/roles.h"
#include "extract/rules.h"

/* "worden gekapt", "wordt drukker": policy is made of other verbs (afschaffen, invoeren), and "voortaan", "daartoe",
 * "niet meer" say that it is. */
static g4_open open_of(const g4_parse *parse, g4_rule rule, int deciding) {
  if (rule == G4_RULE_RULE_ACTOR_AMONG) {
    return G4_OPEN_UNLESS_PROPOSED;
  }
  if (deciding == G4_NOWHERE || (rule != G4_RULE_RULE_PASSIVE && rule != G4_RULE_RULE_BECOMES)) {
    return G4_OPEN_NOT;
  }
  const g4_clause *clause = &parse->clauses[deciding];
  g4_action action = rule == G4_RULE_RULE_PASSIVE ? g4_action_of_verb(clause->verb, clause->particle) : G4_ACTION_NONE;
  bool weak = action == G4_ACTION_NONE || action == G4_ACTION_OTHER || action == G4_ACTION_FUND;
  if (!weak || g4_clause_has(parse, clause, G4_FIRM | G4_DUTY)) {
    return G4_OPEN_NOT;
  }
  for (int i = clause->first; i < clause->end; i++) {
    uint16_t word = g4_parse_word(parse, i), next = g4_parse_word(parse, i + 1);
    bool ends = g4_parse_has(parse, i, G4_NEG) && (next == G4_W_meer || next == G4_W_langer);
    if (ends || word == G4_W_daartoe || word == G4_W_hiertoe || word == G4_W_daarvoor || word == G4_W_hiervoor) {
      return G4_OPEN_NOT;
    }
  }
  return G4_OPEN_UNLESS_TOLD;
}

int g4_judge(const g4_judge_context *context, const g4_wordbook *book, const g4_segment *segment, g4_mentions *mentions,
             size_t first, g4_judgement *judgement, g40_error *err) {
  g4_parse parse;
  g4_mention *own =
      first ? mentions->items + first : mentions->items; /* those of the segment; NULL where there are none */
  g4_parse_words(&parse, book, context->text->reading.text.bytes, segment->reading_start, segment->reading_end);
  g4_parse_mentions(&parse, own, mentions->count - first);
  g4_parse_clauses(&parse);
  g4_parse_roles(&parse, own, context->registry, context->holder);
  int deciding;
  g4_rule rule = g4_rule_of_sentence(context, segment, &parse, &deciding);
  g4_kind kind = g4_rule_kind(rule);
  *judgement = (g4_judgement){
      kind, g4_rule_type(rule), NULL, g4_rule_name(rule), g4_rule_precision(rule), open_of(&parse, rule, deciding),
      false};
  if (kind == G4_KIND_POSITION) {
    judgement->action = g4_action_name(g4_action_of(&parse, rule, deciding));
  }
  return kind == G4_KIND_POSITION ? g4_roles_set(&parse, deciding, mentions, first, err) : G40_OK;
}

const char *g4_kind_name(g4_kind kind) {
  static const char *const names[] = {"other", "statement", "principle", "position"};
  return names[kind];
}

const char *g4_position_type_name(g4_position_type type) {
  static const char *const names[] = {NULL, "ask", "commitment", "rule"};
  return names[type];
}
