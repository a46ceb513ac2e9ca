#include "g40/formats.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/call.h"
#include "export/export.h"

g40_export *g40_export_new(const char *format, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (g4_check_text(format, "format", call.err) != G40_OK) {
    return NULL;
  }
  const g4_export_format *found = g4_export_format_named(format);
  if (!found) {
    g4_fail(call.err, G40_ARGUMENT, "format must be jsonld, popolo, skos or csv, not '%.60s'", format);
    return NULL;
  }
  g40_export *settings = calloc(1, sizeof *settings);
  if (!settings) {
    g4_nomem(call.err);
    return NULL;
  }
  settings->format = found;
  return settings;
}

void g40_export_free(g40_export *settings) {
  if (settings) {
    free(settings->base);
    free(settings);
  }
}

const char *g40_export_format_at(size_t i) {
  const g4_export_format *format = g4_export_format_at(i);
  return format ? format->name : NULL;
}

const char *g40_export_table_at(size_t i) { return g4_csv_table_at(i); }

int g40_export_set_table(g40_export *settings, const char *table, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!settings) {
    return g4_fail(call.err, G40_ARGUMENT, "settings must not be NULL");
  }
  int code = g4_check_text(table, "table", call.err);
  const char *name;
  for (size_t i = 0; code == G40_OK && (name = g4_csv_table_at(i)) != NULL; i++) {
    if (strcmp(name, table) == 0) {
      settings->table = i;
      return G40_OK;
    }
  }
  return code == G40_OK ? g4_fail(call.err, G40_ARGUMENT, "there is no table '%.60s'", table) : code;
}

/* An absolute IRI: a scheme, and nothing that would have to be escaped. */
static bool is_base(const char *iri) {
  size_t length = strlen(iri),
         scheme = strspn(iri, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
  for (const char *c = iri; *c; c++) {
    if ((unsigned char)*c <= 0x20 || strchr("<>\"{}|\\^`", *c)) {
      return false;
    }
  }
  return scheme > 0 && iri[scheme] == ':' && strchr(":/#", iri[length - 1]);
}

int g40_export_set_base(g40_export *settings, const char *base, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!settings) {
    return g4_fail(call.err, G40_ARGUMENT, "settings must not be NULL");
  }
  int code = g4_check_text(base, "base", call.err);
  if (code != G40_OK) {
    return code;
  }
  if (!*base || !is_base(base)) {
    return g4_fail(call.err, G40_ARGUMENT, "base must be an absolute IRI that ends in ':', '/' or '#', not '%.80s'",
                   base);
  }
  char *copy = strdup(base);
  if (!copy) {
    return g4_nomem(call.err);
  }
  free(settings->base);
  settings->base = copy;
  return G40_OK;
}

int g40_db_export(g40_db *db, const g40_export *settings, const g40_query *query, g40_write write, void *context,
                  g40_error *err) {
  static const g40_query all = {0};
  g4_call call;
  g4_session *session = g4_call_read(&call, db, err);
  if (!session) {
    return call.err->code;
  }
  int code = G40_OK;
  if (!settings || !write) {
    code = g4_fail(call.err, G40_ARGUMENT, "%s must not be NULL", settings ? "write" : "settings");
  } else {
    g4_exporting e = {.session = session,
                      .settings = settings,
                      .query = query ? query : &all,
                      .base = settings->base ? settings->base : G4_EXPORT_BASE,
                      .sink = {.write = write, .context = context},
                      .err = call.err};
    code = g4_export_run(&e);
    g4_sink_free(&e.sink);
  }
  g4_call_leave(&call);
  return code;
}

static int write_to_fd(void *context, const char *bytes, size_t length) {
  const int *fd = context;
  while (length) {
    ssize_t written = write(*fd, bytes, length);
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written <= 0) {
      return -1;
    }
    bytes += written;
    length -= (size_t)written;
  }
  return 0;
}

int g40_db_export_fd(g40_db *db, const g40_export *settings, const g40_query *query, int fd, g40_error *err) {
  return g40_db_export(db, settings, query, write_to_fd, &fd, err);
}
