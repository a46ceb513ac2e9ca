/* tool/options.h - the command line as a struct. */
#ifndef G40_TOOL_OPTIONS_H
#define G40_TOOL_OPTIONS_H

#include <g40.h>

#include "tool/str.h"

/* Options by number; a command says with a set of them which it takes. */
enum {
  OPT_HELP,
  OPT_VERSION,
  OPT_DB,
  OPT_FORMAT,
  OPT_LANG,
  OPT_LIMIT,
  OPT_AFTER,
  OPT_AS_OF,
  OPT_DATE,
  OPT_WITH_CONTACTS,
  OPT_OUTPUT,
  OPT_TEXT,
  OPT_THEME,
  OPT_MINISTRY,
  OPT_RESPONSIBLE,
  OPT_STAKEHOLDER,
  OPT_ROLE,
  OPT_KIND,
  OPT_ACTION,
  OPT_INSTRUMENT,
  OPT_DOCUMENT,
  OPT_HOLDER,
  OPT_TITLE,
  OPT_URL,
  OPT_CODING,
  OPT_META,
  OPT_POSITION,
  OPT_RELATED,
  OPT_ASKS,
  OPT_BETWEEN,
  OPT_RELATION,
  OPT_BASE,
  OPT_UPTAKE,
  OPT_ONLY,
  OPT_COUNT
};
#define OPT_BIT(option) ((uint64_t)1 << (option))

typedef enum { FORMAT_TABLE, FORMAT_JSON, FORMAT_JSONL, FORMAT_CSV, FORMAT_OTHER } tool_format;
typedef enum { LANG_EN, LANG_NL } tool_lang;

typedef struct tool_option {
  const char *name;     /* without -- */
  const char *argument; /* how help names it; NULL: takes none */
  const char *help;
  int (*filter)(g40_query *query, const char *value, g40_error *err); /* of a filter */
} tool_option;

typedef struct tool_options {
  uint64_t seen; /* the options given */
  const char *db, *as_of, *date, *output;
  const char *values[OPT_COUNT]; /* as written, of those that take one; the last one counts */
  tool_format format;
  tool_lang lang;
  g40_query *query; /* filters, as-of, after, limit, contacts */
  struct {
    int option;
    const char *value;
  } * filters; /* once more, in the order given */
  size_t filter_count;
  const char **operands;
  size_t operand_count;
} tool_options;

/* The option with this number. */
const tool_option *tool_option_at(int option);

/* Reads the command line. 0; 2 with the fault in `message` (a wrong command line); 1 likewise (memory ran out). What
 * was read before the fault is in `options`, which the caller frees in every case. */
int tool_options_parse(tool_options *options, int argc, char **argv, tool_str *message);
void tool_options_free(tool_options *options);
/* Another query with the same filters, as-of and contacts, for a command that asks twice; NULL with the error set. */
g40_query *tool_options_query(const tool_options *options, g40_error *err);

static inline bool tool_given(const tool_options *options, int option) {
  return (options->seen & OPT_BIT(option)) != 0;
}

#endif
