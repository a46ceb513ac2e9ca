#include "unit/judge_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "extract/rules.h"
#include "unit/mention_check.h"

static g4_analyzer *analyzer;

int judge_set_up(void **state) {
  if (mention_set_up(state) != 0) {
    return -1;
  }
  analyzer = g4_analyzer_new(mention_lexicon(), NULL);
  return analyzer ? 0 : -1;
}

int judge_tear_down(void **state) {
  g4_analyzer_free(analyzer);
  parse_end(NULL);
  return mention_tear_down(state);
}

void judge_text(const char *text, g4_analysis *out) {
  *out = (g4_analysis){0};
  assert_int_equal(g4_analyze(analyzer, text, strlen(text), 20250901, NULL, out, NULL), G40_OK);
}

bool judge_decides(const char *rule, const char *text) {
  g4_analysis analysis;
  judge_text(text, &analysis);
  bool found = false;
  for (size_t i = 0; i < analysis.segments.count; i++) {
    const char *decided = analysis.segments.items[i].judgement.rule;
    found |= decided && strcmp(decided, rule) == 0;
  }
  g4_analysis_free(&analysis);
  return found;
}

static const char *or_dash(const char *text) { return text ? text : "-"; }

void check_judged(const char *text, const char *expected) {
  g4_analysis analysis;
  judge_text(text, &analysis);
  assert_true(analysis.segments.count > 0);
  const g4_judgement *judgement = &analysis.segments.items[0].judgement;
  char found[100];
  snprintf(found, sizeof found, "%s %s %s", g4_kind_name(judgement->kind),
           or_dash(g4_position_type_name(judgement->type)), or_dash(judgement->action));
  if (strcmp(found, expected) != 0) {
    fail_msg("%s: %s, not %s (%s)", text, found, expected, or_dash(judgement->rule));
  }
  g4_analysis_free(&analysis);
}

void check_rule(const char *text, const char *expected) {
  g4_analysis analysis;
  judge_text(text, &analysis);
  assert_true(analysis.segments.count > 0);
  const char *rule = analysis.segments.items[0].judgement.rule;
  if (strcmp(or_dash(rule), expected) != 0) {
    fail_msg("%s: %s, not %s", text, or_dash(rule), expected);
  }
  g4_analysis_free(&analysis);
}

void check_roles(const char *text, const char *expected) {
  g4_analysis analysis;
  judge_text(text, &analysis);
  const char *reading = g4_buf_text(&analysis.text.reading.text);
  g4_buf found = {0};
  for (size_t i = 0; i < analysis.mentions.count; i++) {
    const g4_mention *mention = &analysis.mentions.items[i];
    if (mention->role != G4_ROLE_NONE) {
      g4_buf_add_text(&found, found.length ? "; " : "");
      g4_buf_add(&found, reading + mention->reading.start, mention->reading.end - mention->reading.start);
      g4_buf_add_format(&found, "=%s", g4_role_name(mention->role));
    }
  }
  if (strcmp(g4_buf_text(&found), expected) != 0) {
    fail_msg("%s: %s, not %s", text, g4_buf_text(&found), expected);
  }
  g4_buf_free(&found);
  g4_analysis_free(&analysis);
}

static g4_wordbook book;
static g4_endings *endings;

void parse_text(const char *text, g4_parse *parse) {
  endings = endings ? endings : g4_endings_new(NULL);
  book.endings = endings;
  assert_non_null(endings);
  assert_int_equal(g4_wordbook_read(&book, text, strlen(text), NULL), G40_OK);
  g4_parse_words(parse, &book, text, 0, strlen(text));
}

int parse_end(void **state) {
  (void)state;
  g4_wordbook_free(&book);
  g4_endings_free(endings);
  endings = NULL;
  return 0;
}

void parse_sentence(const char *text, g4_parse *parse) {
  static const g4_registry nothing;
  parse_text(text, parse);
  g4_parse_clauses(parse);
  g4_parse_roles(parse, NULL, &nothing, NULL);
}

void check_clauses(const char *text, const char *expected) {
  g4_parse parse;
  parse_sentence(text, &parse);
  char found[300];
  size_t n = 0;
  for (int c = 0; c < parse.clause_count; c++) {
    const g4_wordform *finite = g4_parse_at(&parse, parse.clauses[c].finite);
    n += (size_t)snprintf(found + n, sizeof found - n, "%s%.*s", c ? "|" : "",
                          finite == &parse.none ? 1 : (int)(finite->end - finite->start),
                          finite == &parse.none ? "-" : text + finite->start);
  }
  static const char *const kinds[] = {"", "sub", "rel", "om", "()"};
  for (int i = 0; i < parse.count; i++) {
    if (parse.words[i].nesting != G4_IN_MAIN && (i == 0 || parse.words[i].nesting != parse.words[i - 1].nesting)) {
      n += (size_t)snprintf(found + n, sizeof found - n, " %s:%.*s", kinds[parse.words[i].nesting],
                            (int)(parse.words[i].end - parse.words[i].start), text + parse.words[i].start);
    }
  }
  if (strcmp(found, expected) != 0) {
    fail_msg("%s: %s, not %s", text, found, expected);
  }
}
