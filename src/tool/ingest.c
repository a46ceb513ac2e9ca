/* tool/ingest.c - commands that change a database file: ingest, remove, registry; and coding export. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/command.h"
#include "tool/diagnostics.h"
#include "tool/wrap.h"

/* Ctrl-C: the papers that are whole by then stay. A second one ends the program at once. */
static volatile sig_atomic_t interrupted;

static void interrupt(int number) {
  (void)number;
  interrupted = 1;
}

static void watch_signals(void) {
  struct sigaction action = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
}

/* What is shown while it runs, on a terminal only. */
typedef struct {
  bool shown;
  int64_t done;
} progress;

enum { NAME_WIDTH = 50 };

static int show_progress(void *context, int64_t done, int64_t total, const char *what) {
  progress *p = context;
  p->done = done;
  if (p->shown) {
    char *name = what ? tool_clean(what) : NULL;
    size_t length = name ? strlen(name) : 0;
    const char *end = !name ? "" : length > NAME_WIDTH ? name + length - NAME_WIDTH : name;
    fprintf(stderr, "\r\033[K");
    if (what) {
      fprintf(stderr, "%lld of %lld  %s", (long long)done, (long long)total, end);
    }
    fflush(stderr);
    free(name);
  }
  return interrupted;
}

static int add_paths(const tool_context *context, g40_ingest *ingest, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < context->operand_count && code == G40_OK; i++) {
    code = g40_ingest_add_path(ingest, context->operands[i], err);
  }
  return code;
}

int tool_describe_paper(const tool_options *options, g40_ingest *ingest, g40_error *err) {
  static const struct {
    int option;
    int (*set)(g40_ingest *ingest, const char *value, g40_error *err);
  } setters[] = {{OPT_HOLDER, g40_ingest_set_holder}, {OPT_KIND, g40_ingest_set_kind},
                 {OPT_DATE, g40_ingest_set_date},     {OPT_TITLE, g40_ingest_set_title},
                 {OPT_URL, g40_ingest_set_url},       {OPT_CODING, g40_ingest_set_coding},
                 {OPT_META, g40_ingest_set_meta}};
  int code = G40_OK;
  for (size_t i = 0; i < sizeof setters / sizeof *setters && code == G40_OK; i++) {
    if (tool_given(options, setters[i].option)) {
      code = setters[i].set(ingest, options->values[setters[i].option], err);
    }
  }
  return code;
}

static int print_result(tool_context *context, const g40_ingested *result) {
  char line[200];
  snprintf(line, sizeof line, "%lld added, %lld replaced, %lld unchanged, %lld failed\n",
           (long long)g40_ingested_added(result), (long long)g40_ingested_replaced(result),
           (long long)g40_ingested_unchanged(result), (long long)g40_ingested_failed(result));
  tool_print_diagnostics(g40_ingested_diagnostics(result));
  tool_out_text(context->out, line);
  return g40_ingested_failed(result) > 0;
}

int tool_run_ingest(tool_context *context) {
  progress p = {.shown = isatty(STDERR_FILENO) != 0};
  g40_error err;
  if (!context->operand_count && !tool_given(context->options, OPT_META) && !tool_given(context->options, OPT_CODING)) {
    tool_complain("ingest needs PATH... (see: g40 help ingest)");
    return 2;
  }
  g40_ingest *ingest = g40_ingest_new(&err);
  bool ready = ingest && tool_describe_paper(context->options, ingest, &err) == G40_OK &&
               add_paths(context, ingest, &err) == G40_OK &&
               g40_ingest_set_progress(ingest, show_progress, &p, &err) == G40_OK;
  watch_signals();
  g40_ingested *result = ready ? g40_db_ingest(context->db, ingest, &err) : NULL;
  int status = 1;
  if (result) {
    status = print_result(context, result);
  } else {
    if (p.shown) {
      fprintf(stderr, "\r\033[K");
    }
    if (ready && err.code == G40_CANCELLED) {
      tool_complain("cancelled: %lld of %zu paper%s %s done", (long long)p.done, context->operand_count,
                    tool_ending((long long)context->operand_count, "s"), p.done == 1 ? "was" : "were");
    } else {
      tool_failed(&err);
    }
  }
  g40_ingested_free(result);
  g40_ingest_free(ingest);
  return status;
}

int tool_run_remove(tool_context *context) {
  g40_error err;
  return g40_db_remove(context->db, context->operands[0], &err) == G40_OK ? 0 : tool_failed(&err);
}

int tool_run_coding_export(tool_context *context) {
  bool with_contacts = tool_given(context->options, OPT_WITH_CONTACTS);
  g40_error err;
  g40_text *text = g40_db_coding(context->db, context->operands[0], with_contacts, &err);
  if (!text) {
    return tool_failed(&err);
  }
  tool_out_data(context->out, g40_text_bytes(text), (size_t)g40_text_length(text));
  g40_text_free(text);
  return 0;
}

int tool_run_registry_add(tool_context *context) {
  g40_error err;
  g40_diagnostics *faults = g40_db_registry_add(context->db, context->operands[0], &err);
  if (!faults) {
    return tool_failed(&err);
  }
  int status = tool_print_diagnostics(faults);
  g40_diagnostics_free(faults);
  return status;
}

int tool_run_registry_update(tool_context *context) {
  g40_error err;
  return g40_db_registry_update(context->db, &err) == G40_OK ? 0 : tool_failed(&err);
}
