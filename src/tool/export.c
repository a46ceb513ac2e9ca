/* tool/export.c - the command export. */
#include <string.h>

#include "tool/command.h"

static int write_out(void *out, const char *bytes, size_t length) {
  tool_out *to = out;
  tool_out_bytes(to, bytes, length);
  return to->error;
}

static int write_export(tool_context *context, const g40_export *settings, const char *format) {
  const char *path = context->options->output;
  g40_error err;
  if (strcmp(path, "-") != 0) {
    int code = g40_db_export_file(context->db, settings, context->options->query, path, &err);
    return code == G40_OK ? 0 : tool_failed(&err);
  }
  if (strcmp(format, "csv") == 0) {
    tool_complain("csv is a file a table: -o names a folder");
    return 2;
  }
  int code = g40_db_export(context->db, settings, context->options->query, write_out, context->out, &err);
  return code == G40_OK || context->out->error ? 0 : tool_failed(&err);
}

/* What is set wrong is wrong usage. */
static int set(g40_export *settings, const tool_options *options) {
  static const struct {
    int option;
    int (*set)(g40_export *settings, const char *value, g40_error *err);
  } setters[] = {
      {OPT_BASE, g40_export_set_base}, {OPT_BETWEEN, g40_export_set_between}, {OPT_RELATION, g40_export_set_relation}};
  g40_error err;
  for (size_t i = 0; i < sizeof setters / sizeof *setters; i++) {
    const char *value = options->values[setters[i].option];
    if (value && setters[i].set(settings, value, &err) != G40_OK) {
      tool_failed(&err);
      return 2;
    }
  }
  return 0;
}

/* What only a page takes. */
static int set_page(tool_context *context, g40_export *settings, const char *format) {
  const tool_options *options = context->options;
  g40_error err;
  bool uptake = tool_given(options, OPT_UPTAKE);
  if (uptake && strcmp(format, "html") != 0) {
    tool_complain("--uptake is of --format html (see: g40 help export)");
    return 2;
  }
  if (!uptake && (tool_given(options, OPT_ASKS) || tool_given(options, OPT_POSITION))) {
    tool_complain("--asks and --position go with --uptake (see: g40 help export)");
    return 2;
  }
  if (g40_export_set_language(settings, options->lang == LANG_NL ? "nl" : "en", &err) != G40_OK) {
    return tool_failed(&err);
  }
  g40_positions *asks = uptake ? tool_find_asks(context, &err) : NULL;
  int status = (uptake && !asks) || g40_export_set_uptake(settings, asks, &err) != G40_OK ? tool_failed(&err) : 0;
  g40_positions_free(asks);
  return status;
}

int tool_run_export(tool_context *context) {
  const tool_options *options = context->options;
  const char *format = options->values[OPT_FORMAT];
  g40_error err;
  if (!format) {
    tool_complain("export needs --format (see: g40 help export)");
    return 2;
  }
  g40_export *settings = g40_export_new(format, &err);
  if (!settings) {
    tool_failed(&err);
    return err.code == G40_ARGUMENT ? 2 : 1;
  }
  int status = set(settings, options);
  status = status == 0 ? set_page(context, settings, format) : status;
  if (status == 0) {
    status = write_export(context, settings, format);
  }
  g40_export_free(settings);
  return status;
}
