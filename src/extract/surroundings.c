#include "extract/surroundings.h"

#include "extract/rules.h"

enum {
  SEEN = 3,     /* sentences on each side */
  TOLD = -3,    /* a proposal in a present tense that may tell, among what is told */
  PROPOSED = 2, /* what somebody does, among proposals */
};

static int weight(const g4_judgement *judgement) {
  switch (judgement->kind) {
    case G4_KIND_POSITION:
      return judgement->open == G4_OPEN_UNLESS_PROPOSED ? 0 : 1;
    case G4_KIND_STATEMENT:
      return judgement->rule == g4_rule_name(G4_RULE_STATEMENT_FRAGMENT) ? 0 : -1;
    default:
      return 0;
  }
}

/* How many of the nearest sentences on one side, up to the heading, are positions, less those that are statements. */
static int around(const g4_analysis *analysis, size_t at, int step) {
  int seen = 0, sum = 0;
  for (size_t i = at + (size_t)step; i < analysis->segments.count && seen < SEEN; i += (size_t)step) {
    const g4_segment *segment = &analysis->text.segments.items[i];
    if (segment->kind == G4_SEGMENT_HEADING) {
      break;
    }
    const g4_judgement *judgement = &analysis->segments.items[i].judgement;
    if (segment->kind == G4_SEGMENT_SENTENCE && judgement->rule) {
      sum += weight(judgement);
      seen++;
    }
  }
  return sum;
}

static bool is_told(const g4_analysis *analysis, size_t i) {
  g4_open open = analysis->segments.items[i].judgement.open;
  if (open == G4_OPEN_NOT) {
    return false;
  }
  int sum = around(analysis, i, -1) + around(analysis, i, 1);
  return open == G4_OPEN_UNLESS_TOLD ? sum <= TOLD : sum < PROPOSED;
}

/* Keeps of a segment's mentions what is named whatever the sentence says. `to` is the place for the first. */
static size_t keep_names(g4_analysis *analysis, const g4_read_segment *read, size_t to, bool told) {
  size_t end = read->first + read->count;
  for (size_t i = read->first; i < end; i++) {
    g4_mention mention = analysis->mentions.items[i];
    if (told && mention.type == G4_MENTION_OTHER) {
      continue;
    }
    mention.role = told ? G4_ROLE_NONE : mention.role;
    analysis->mentions.items[to++] = mention;
  }
  return to;
}

void g4_settle(g4_analysis *analysis) {
  for (size_t i = 0; i < analysis->segments.count; i++) {
    g4_judgement *judgement = &analysis->segments.items[i].judgement;
    judgement->told = is_told(analysis, i);
  }
  size_t to = 0;
  for (size_t i = 0; i < analysis->segments.count; i++) {
    g4_read_segment *read = &analysis->segments.items[i];
    g4_judgement *judgement = &read->judgement;
    size_t first = to;
    to = keep_names(analysis, read, to, judgement->told);
    read->first = first;
    read->count = to - first;
    if (judgement->told) {
      g4_rule rule = judgement->open == G4_OPEN_UNLESS_TOLD ? G4_RULE_STATEMENT_TOLD : G4_RULE_STATEMENT_PRESENT;
      *judgement =
          (g4_judgement){.kind = g4_rule_kind(rule), .rule = g4_rule_name(rule), .confidence = g4_rule_precision(rule)};
    }
  }
  analysis->mentions.count = to;
}
