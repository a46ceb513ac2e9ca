/* List items, run-in headings and fragments: what has no finite verb. */
#include <string.h>

#include "extract/rules.h"

#define WORD(i) (*g4_parse_at(parse, i))
#define HAS(i, bits) g4_parse_has(parse, i, bits)
#define IS(i, name) (g4_parse_word(parse, i) == G4_W_##name)

enum { LONGEST_RUN_IN = 12, LOOK_BACK = 40, LONGEST_LEAD_IN = 300 };

static const g4_segment *neighbour(const g4_judge_context *context, const g4_segment *segment, int step) {
  const g4_segment *first = context->text->segments.items, *end = first + context->text->segments.count;
  for (const g4_segment *s = segment + step; s >= first && s < end; s += step) {
    if (s->kind == G4_SEGMENT_SENTENCE || s->kind == G4_SEGMENT_HEADING) {
      return s;
    }
  }
  return NULL;
}

static bool ends_with(const g4_judge_context *context, const g4_segment *segment, char mark) {
  return segment->reading_end > segment->reading_start &&
         context->text->reading.text.bytes[segment->reading_end - 1] == mark;
}

/* A short first sentence of a paragraph that goes on. */
static bool is_run_in(const g4_judge_context *context, const g4_segment *segment, const g4_parse *parse) {
  const g4_segment *before = neighbour(context, segment, -1), *next = neighbour(context, segment, 1);
  return parse->count <= LONGEST_RUN_IN && next && next->paragraph == segment->paragraph &&
         (!before || before->paragraph != segment->paragraph) && next->kind == G4_SEGMENT_SENTENCE;
}

/* Whether the words of a lead-in say that a wish follows: "Wij willen:", "Daarom:", "Concreet:". */
static bool wishes(const g4_judge_context *context, const g4_segment *segment) {
  const char *text = context->text->reading.text.bytes;
  size_t at = segment->reading_start, end = segment->reading_end;
  if (end - at > LONGEST_LEAD_IN) {
    at = end - LONGEST_LEAD_IN;
    while ((unsigned char)text[at] >> 6 == 2) {
      at++;
    }
  }
  bool by = false; /* "door" is the last word */
  for (g4_word word; g4_word_next(text, end, at, &word); at = word.end) {
    char bare[G4_LEXIS_LONGEST + 1];
    g4_reading_of_word w = g4_lexis_read(bare, g4_lexis_fold(text + word.start, word.end - word.start, bare));
    if ((w.classes & (G4_LIST | G4_WE | G4_GOAL)) || w.verb == G4_V_willen || w.verb == G4_V_moeten ||
        w.word == G4_W_daarom || w.verb == G4_V_pleit || w.verb == G4_V_ijver || w.verb == G4_V_stref ||
        w.verb == G4_V_vind) {
      return true;
    }
    by = w.word == G4_W_door;
  }
  return by;
}

/* The list that the segment is an item of is led in by a wish. */
static bool in_wish_list(const g4_judge_context *context, const g4_segment *segment) {
  const g4_segment *s = segment;
  for (int steps = 0; steps < LOOK_BACK; steps++) {
    s = neighbour(context, s, -1);
    if (!s) {
      return false;
    }
    if (ends_with(context, s, ':')) {
      return wishes(context, s);
    }
    if (s->kind == G4_SEGMENT_HEADING) {
      return false;
    }
    if (!s->list_item) {
      const g4_segment *before = neighbour(context, s, -1);
      if (!before || before->paragraph != s->paragraph) {
        return false;
      }
    }
  }
  return false;
}

/* A list item, by its mark or by its number. */
static bool is_list(const g4_segment *segment, const g4_parse *parse) {
  return segment->list_item || (parse->count > 2 && WORD(0).number && WORD(1).capital);
}

/* "8. Meer bruggen", without a stop: a heading, or a line of a table of contents. */
static bool is_numbered_title(const g4_judge_context *context, const g4_segment *segment, const g4_parse *parse) {
  const g4_text *text = context->text;
  char last = text->reading.text.bytes[segment->reading_end - 1];
  if (last == '.' || last == ';' || last == ',' || last == '!') {
    return false;
  }
  if (WORD(0).number) {
    return true;
  }
  size_t at = g4_text_segment_ranges(text, segment)->start;
  while (at > 0 && (text->source[at - 1] == ' ' || text->source[at - 1] == '\t')) {
    at--;
  }
  bool dot = at > 0 && (text->source[at - 1] == '.' || text->source[at - 1] == ')');
  return dot && at > 1 && text->source[at - 2] >= '0' && text->source[at - 2] <= '9';
}

/* "Geen vliegtaks", "Invoering van een sociale dienstplicht", "Ambachtsschool terug". */
static bool names_measure(const g4_parse *parse) {
  bool verb = false, head = true; /* what the item is, before "van", "voor" */
  for (int i = 0; i < parse->count; i++) {
    if (WORD(i).nesting != G4_IN_MAIN) {
      continue;
    }
    head &= !(i > 0 && HAS(i, G4_PREP) && !HAS(i, G4_PART | G4_ADV));
    if ((head && HAS(i, G4_COMPARED | G4_ACT_NOUN | G4_BURDEN)) || IS(i, geen)) {
      return true;
    }
    verb |= (WORD(i).forms & G4_INFINITIVE) && !(WORD(i).forms & G4_SURE) && HAS(i + 1, G4_PREP) && i < 3;
  }
  return verb || (parse->count > 1 && IS(parse->count - 1, terug));
}

/* "Geen sleepnetten meer.": a sentence without a verb that says what there is to be. */
static bool bans(const g4_parse *parse) {
  bool opens = IS(0, geen);
  if (!opens || parse->count < 3 || IS(1, van) || IS(1, dan) || IS(1, en)) {
    return false;
  }
  bool act = false;
  for (int i = 1; i < parse->count; i++) {
    if (IS(i, zonder) || IS(i, dan) || IS(i, maar)) { /* "geen welvaart zonder handel", "geen praat, maar daden" */
      return false;
    }
    act |= IS(i, meer) || HAS(i, G4_ACT_NOUN | G4_BURDEN);
  }
  return act;
}

g4_rule g4_rule_of_fragment(const g4_judge_context *context, const g4_segment *segment, const g4_parse *parse) {
  bool nested = WORD(0).nesting == G4_IN_SUBORDINATE || WORD(0).nesting == G4_IN_RELATIVE ||
                WORD(0).nesting == G4_IN_PURPOSE || IS(0, ook) || IS(0, zoals);
  if (is_run_in(context, segment, parse) && !nested) {
    return G4_RULE_OTHER_RUN_IN;
  }
  const g4_wordform *last = &WORD(parse->count - 1);
  bool infinitive = last->verb && (last->particle || !(g4_lexis_verb_at(last->verb)->flags & G4_VERB_NOUN)) &&
                    (last->forms & G4_INFINITIVE) && parse->count > 2 && last->nesting == G4_IN_MAIN;
  if (is_list(segment, parse) && parse->count > 1 && !nested) {
    if (infinitive) {
      return G4_RULE_ITEM_INFINITIVE;
    }
    if (names_measure(parse) && !is_numbered_title(context, segment, parse)) {
      return G4_RULE_ITEM_NOUN;
    }
    if (parse->count > 2 && !last->number && in_wish_list(context, segment)) {
      return G4_RULE_ITEM_WISHED;
    }
  }
  if (bans(parse) && (ends_with(context, segment, '.') || ends_with(context, segment, '!'))) {
    return G4_RULE_ITEM_NOUN;
  }
  return parse->count > 6 && !is_list(segment, parse) && ends_with(context, segment, '.') ? G4_RULE_STATEMENT_FRAGMENT
                                                                                          : G4_RULE_OTHER_FRAGMENT;
}
