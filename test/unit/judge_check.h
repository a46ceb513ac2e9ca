/* What the judge says of a text, as lines that a test can compare. */
#ifndef TEST_UNIT_JUDGE_CHECK_H
#define TEST_UNIT_JUDGE_CHECK_H

#include <stdbool.h>

#include "extract/analysis.h"
#include "extract/parse.h"

/* Set-up and tear-down of a group: the registry of mention_check.h, and an analyzer. */
int judge_set_up(void **state);
int judge_tear_down(void **state);

/* Reads and judges; free with g4_analysis_free(). */
void judge_text(const char *text, g4_analysis *out);
/* Whether the rule decided one of the segments of the text. */
bool judge_decides(const char *rule, const char *text);
/* Asserts what the first segment is: "position ask regulate", "statement - -". */
void check_judged(const char *text, const char *expected);
/* Asserts which rule decided the first segment. */
void check_rule(const char *text, const char *expected);
/* Asserts who bears which role, in order: "gemeente=addressee; schippers=beneficiary". */
void check_roles(const char *text, const char *expected);

/* The words of a text; they live until the next call, and parse_end() frees them. */
void parse_text(const char *text, g4_parse *parse);
/* Words and clauses of a sentence that names nobody. */
void parse_sentence(const char *text, g4_parse *parse);
/* Asserts the finite verbs of the main clauses, "-" for none, then what is nested: "blijft sub:Als". */
void check_clauses(const char *text, const char *expected);
int parse_end(void **state);

#endif
