/* tool/main.c - the g40 command: reads the command line, opens the database, runs one command. */
#include <stdlib.h>
#include <string.h>

#include "tool/command.h"

enum { DONE, FAILED, WRONG_USAGE };

int tool_failed(const g40_error *err) {
  tool_complain("%s", err->message);
  return FAILED;
}

int tool_no_memory(void) {
  tool_complain("out of memory");
  return FAILED;
}

/* One line that says what is wrong and where to read more; the command's own help where one is known. */
static int wrong_usage(const tool_command *command, const char *what) {
  const char *name = command ? command->name : "";
  tool_complain("%s (see: g40 help%s%s)", what, *name ? " " : "", name);
  return WRONG_USAGE;
}

static int wrong_word(const tool_command *command, const char *before, const char *word, const char *behind) {
  tool_str what = {0};
  tool_str_add(&what, before);
  tool_str_short(&what, word, strlen(word));
  tool_str_add(&what, behind);
  char *line = tool_str_take(&what);
  int status = line ? wrong_usage(command, line) : tool_no_memory();
  free(line);
  return status;
}

static int unknown_command(const char *const *operands, size_t count) {
  if (count == 0) {
    return wrong_usage(NULL, "which command?");
  }
  if (!tool_command_begins(operands[0])) {
    return wrong_word(NULL, "unknown command '", operands[0], "'");
  }
  if (count == 1) {
    return wrong_word(NULL, "'", operands[0], "' needs a second word");
  }
  tool_str both = {0};
  tool_str_add(&both, operands[0]);
  tool_str_join(&both, " ", operands[1]);
  char *name = tool_str_take(&both);
  int status = name ? wrong_word(NULL, "unknown command '", name, "'") : tool_no_memory();
  free(name);
  return status;
}

int tool_run_help(tool_context *context) {
  if (context->operand_count == 0) {
    tool_help(context->out);
    return DONE;
  }
  size_t words = 0;
  const tool_command *command = tool_command_find(context->operands, context->operand_count, &words);
  if (!command || words < context->operand_count) {
    return unknown_command(context->operands, context->operand_count);
  }
  tool_help_command(context->out, command);
  return DONE;
}

/* Options and operands that the command does not take. */
static int check_usage(const tool_context *context) {
  const tool_command *command = context->command;
  uint64_t foreign = context->options->seen & ~(command->takes | OPT_BIT(OPT_HELP) | OPT_BIT(OPT_VERSION));
  for (int i = 0; i < OPT_COUNT; i++) {
    if (foreign & OPT_BIT(i)) {
      tool_str what = {0};
      tool_str_add(&what, "takes no --");
      tool_str_add(&what, tool_option_at(i)->name);
      char *line = tool_str_take(&what);
      int status = line ? wrong_word(command, command->name, " ", line) : tool_no_memory();
      free(line);
      return status;
    }
  }
  if (context->operand_count < command->least) {
    return wrong_word(command, command->name, " needs ", command->operands);
  }
  if (context->operand_count > command->most) {
    return wrong_word(command, "one word too many: '", context->operands[command->most], "'");
  }
  if (context->options->format == FORMAT_OTHER && command->run != tool_run_export) {
    return wrong_word(command, "--format: '", context->options->values[OPT_FORMAT],
                      "' is none of table, json, jsonl, csv");
  }
  if (command->takes & OPT_BIT(OPT_OUTPUT) && !context->options->output) {
    return wrong_word(command, command->name, " needs -o FILE", "");
  }
  return DONE;
}

static int open_database(tool_context *context) {
  const tool_command *command = context->command;
  const char *path = context->options->db;
  g40_error err;
  if (!(command->takes & OPT_BIT(OPT_DB))) {
    return DONE;
  }
  if (command->access == TOOL_READS) {
    context->db = g40_db_open(path, &err);
  } else if (path) {
    context->db = g40_db_open_writable(path, command->access == TOOL_CREATES, &err);
  } else {
    return wrong_word(command, command->name, " needs --db FILE", "");
  }
  return context->db ? DONE : tool_failed(&err);
}

static int run(tool_context *context) {
  const tool_options *options = context->options;
  size_t words = 0;
  if (tool_given(options, OPT_VERSION)) {
    tool_out_text(context->out, "g40 ");
    tool_out_text(context->out, g40_version());
    tool_out_text(context->out, " (SQLite ");
    tool_out_text(context->out, g40_sqlite_version());
    tool_out_text(context->out, ")\n");
    return DONE;
  }
  bool help = tool_given(options, OPT_HELP);
  if (help && options->operand_count == 0) {
    tool_help(context->out);
    return DONE;
  }
  context->command = tool_command_find(options->operands, options->operand_count, &words);
  if (!context->command) {
    return unknown_command(options->operands, options->operand_count);
  }
  if (help) {
    tool_help_command(context->out, context->command);
    return DONE;
  }
  context->operands = options->operands + words;
  context->operand_count = options->operand_count - words;
  int status = check_usage(context);
  if (status != DONE) {
    return status;
  }
  status = open_database(context);
  return status == DONE ? context->command->run(context) : status;
}

int main(int argc, char **argv) {
  tool_out out;
  tool_options options = {0};
  tool_str message = {0};
  tool_out_open(&out);
  tool_context context = {.options = &options, .out = &out};
  int status = tool_options_parse(&options, argc, argv, &message);
  if (status == DONE) {
    status = run(&context);
  } else if (status == WRONG_USAGE && message.text) {
    size_t words = 0;
    status = wrong_usage(tool_command_find(options.operands, options.operand_count, &words), message.text);
  } else {
    status = tool_no_memory();
  }
  g40_db_free(context.db);
  tool_str_free(&message);
  tool_options_free(&options);
  int written = tool_out_close(&out);
  return status != DONE ? status : written;
}
