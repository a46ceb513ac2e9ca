/* tool/export.c - the command export: files that are whole or not there. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/command.h"

static int cannot_write(const char *path) {
  tool_complain("cannot write '%s': %s", path, strerror(errno));
  return 1;
}

/* Two texts as one, or NULL. */
static char *joined(const char *first, const char *second, const char *third) {
  tool_str text = {0};
  tool_str_add(&text, first);
  tool_str_add(&text, second);
  tool_str_add(&text, third);
  return tool_str_take(&text);
}

/* Written beside its place and put there when it is whole. */
static int write_file(tool_context *context, const g40_export *settings, const char *path) {
  char *beside = joined(path, ".new", "");
  if (!beside) {
    return tool_no_memory();
  }
  g40_error err = {0};
  int status = 0;
  int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) {
    status = cannot_write(path);
  } else {
    if (g40_db_export_fd(context->db, settings, context->options->query, fd, &err) != G40_OK) {
      status = tool_failed(&err);
    }
    if ((close(fd) != 0 || (status == 0 && rename(beside, path) != 0)) && status == 0) {
      status = cannot_write(path);
    }
    if (status != 0) {
      unlink(beside);
    }
  }
  free(beside);
  return status;
}

static int write_out(void *out, const char *bytes, size_t length) {
  tool_out *to = out;
  tool_out_bytes(to, bytes, length);
  return to->error;
}

static int write_tables(tool_context *context, g40_export *settings, const char *folder) {
  int status = 0;
  const char *table;
  g40_error err;
  if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
    return cannot_write(folder);
  }
  for (size_t i = 0; status == 0 && (table = g40_export_table_at(i)) != NULL; i++) {
    char *name = joined(folder, "/", table);
    char *path = name ? joined(name, ".csv", "") : NULL;
    if (!path) {
      status = tool_no_memory();
    } else if (g40_export_set_table(settings, table, &err) != G40_OK) {
      status = tool_failed(&err);
    } else {
      status = write_file(context, settings, path);
    }
    free(name);
    free(path);
  }
  return status;
}

static int write_export(tool_context *context, g40_export *settings, const char *format) {
  const char *path = context->options->output;
  g40_error err;
  bool out = strcmp(path, "-") == 0;
  if (strcmp(format, "csv") == 0) {
    if (out) {
      tool_complain("csv is a file a table: -o names a folder");
      return 2;
    }
    return write_tables(context, settings, path);
  }
  if (!out) {
    return write_file(context, settings, path);
  }
  int code = g40_db_export(context->db, settings, context->options->query, write_out, context->out, &err);
  return code == G40_OK || context->out->error ? 0 : tool_failed(&err);
}

int tool_run_export(tool_context *context) {
  const tool_options *options = context->options;
  const char *format = options->values[OPT_FORMAT], *base = options->values[OPT_BASE];
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
  int status = 0;
  if (base && g40_export_set_base(settings, base, &err) != G40_OK) {
    tool_failed(&err);
    status = 2;
  }
  if (status == 0) {
    status = write_export(context, settings, format);
  }
  g40_export_free(settings);
  return status;
}
