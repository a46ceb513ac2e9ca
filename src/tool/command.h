/* tool/command.h - the commands: what each takes, says of itself and runs. */
#ifndef G40_TOOL_COMMAND_H
#define G40_TOOL_COMMAND_H

#include "tool/options.h"
#include "tool/out.h"

typedef struct tool_command tool_command;

/* What a command has in hand. */
typedef struct tool_context {
  const tool_command *command;
  const tool_options *options;
  const char *const *operands; /* those behind the command's name */
  size_t operand_count;
  g40_db *db; /* of a command that reads one */
  tool_out *out;
} tool_context;

/* What a command does with its database. */
typedef enum { TOOL_READS, TOOL_WRITES, TOOL_CREATES } tool_access; /* the last two need --db */

struct tool_command {
  const char *name;     /* may have two words: "coding check" */
  const char *operands; /* how help names them */
  size_t least, most;   /* number of operands */
  uint64_t takes;       /* options, besides --help and --version; with --db the database is opened for it */
  const char *summary;  /* one line */
  const char *details;  /* a paragraph, or NULL */
  int (*run)(tool_context *context); /* 0 done, 1 failed after a line on standard error */
  tool_access access;
};

/* The command that the operands begin with, and how many words its name has; NULL: none. */
const tool_command *tool_command_find(const char *const *operands, size_t count, size_t *words);
/* Whether the word is the first of a name of two. */
bool tool_command_begins(const char *word);

void tool_help(tool_out *out);
void tool_help_command(tool_out *out, const tool_command *command);

/* The fault of a call as a line on standard error; returns 1. */
int tool_failed(const g40_error *err);
int tool_no_memory(void);

/* Options that say something of a paper, and telling it. */
#define TOOL_PAPER                                                                                       \
  (OPT_BIT(OPT_HOLDER) | OPT_BIT(OPT_KIND) | OPT_BIT(OPT_DATE) | OPT_BIT(OPT_TITLE) | OPT_BIT(OPT_URL) | \
   OPT_BIT(OPT_CODING))
int tool_describe_paper(const tool_options *options, g40_ingest *ingest, g40_error *err);

/* The asks that --asks or --position names, or those of the embedded paper: looked up in the database, then in the
 * corpus inside the program. NULL on failure. */
g40_positions *tool_find_asks(tool_context *context, g40_error *err);

int tool_run_list(tool_context *context);
int tool_run_show(tool_context *context);
int tool_run_resolve(tool_context *context);
int tool_run_text(tool_context *context);
int tool_run_info(tool_context *context);
int tool_run_compile(tool_context *context);
int tool_run_verify(tool_context *context);
int tool_run_check(tool_context *context);
int tool_run_ingest(tool_context *context);
int tool_run_remove(tool_context *context);
int tool_run_coding_export(tool_context *context);
int tool_run_registry_add(tool_context *context);
int tool_run_registry_update(tool_context *context);
int tool_run_analyze(tool_context *context);
int tool_run_search(tool_context *context);
int tool_run_match(tool_context *context);
int tool_run_uptake(tool_context *context);
int tool_run_compare(tool_context *context);
int tool_run_network(tool_context *context);
int tool_run_review(tool_context *context);
int tool_run_export(tool_context *context);
int tool_run_reindex(tool_context *context);
int tool_run_help(tool_context *context);

#endif
