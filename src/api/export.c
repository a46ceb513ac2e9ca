#include "g40/formats.h"

#include <stdlib.h>
#include <string.h>

#include "api/call.h"
#include "export/place.h"
#include "query/network.h"

g40_export *g40_export_new(const char *format, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (g4_check_text(format, "format", call.err) != G40_OK) {
    return NULL;
  }
  const g4_export_format *found = g4_export_format_named(format);
  if (!found) {
    g4_fail(call.err, G40_ARGUMENT, "format must be jsonld, popolo, skos, csv, graphml or html, not '%.60s'", format);
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
    g40_positions_free(settings->asks);
    free(settings->base);
    free(settings->between);
    free(settings->relation);
    free(settings);
  }
}

const char *g40_export_format_at(size_t i) {
  const g4_export_format *format = g4_export_format_at(i);
  return format ? format->name : NULL;
}

const char *g40_export_table_at(size_t i) { return g4_csv_table_at(i); }

/* Starts a call that sets a word. 0, or the code of a call that is over. */
static int begin_setting(g4_call *call, const g40_export *settings, const char *word, const char *name,
                         g40_error *err) {
  g4_call_start(call, err);
  return settings ? g4_check_text(word, name, call->err)
                  : g4_fail(call->err, G40_ARGUMENT, "settings must not be NULL");
}

/* Puts a copy of a word in the place of the one before. */
static int keep_word(char **kept, const char *word, g40_error *err) {
  char *copy = strdup(word);
  if (!copy) {
    return g4_nomem(err);
  }
  free(*kept);
  *kept = copy;
  return G40_OK;
}

int g40_export_set_table(g40_export *settings, const char *table, g40_error *err) {
  g4_call call;
  int code = begin_setting(&call, settings, table, "table", err);
  const char *name;
  for (size_t i = 0; code == G40_OK && (name = g4_csv_table_at(i)) != NULL; i++) {
    if (strcmp(name, table) == 0) {
      settings->table = i;
      settings->one_table = true;
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
  int code = begin_setting(&call, settings, base, "base", err);
  if (code != G40_OK) {
    return code;
  }
  if (!*base || !is_base(base)) {
    return g4_fail(call.err, G40_ARGUMENT, "base must be an absolute IRI that ends in ':', '/' or '#', not '%.80s'",
                   base);
  }
  return keep_word(&settings->base, base, call.err);
}

int g40_export_set_language(g40_export *settings, const char *language, g40_error *err) {
  g4_call call;
  int code = begin_setting(&call, settings, language, "language", err);
  if (code != G40_OK) {
    return code;
  }
  bool dutch = strcmp(language, "nl") == 0;
  if (!dutch && strcmp(language, "en") != 0) {
    return g4_fail(call.err, G40_ARGUMENT, "language must be nl or en, not '%.40s'", language);
  }
  settings->dutch = dutch;
  return G40_OK;
}

int g40_export_set_uptake(g40_export *settings, const g40_positions *asks, g40_error *err) {
  g4_call call;
  g4_call_start(&call, err);
  if (!settings) {
    return g4_fail(call.err, G40_ARGUMENT, "settings must not be NULL");
  }
  const g40_positions *kept = g40_positions_retain(asks);
  g40_positions_free(settings->asks);
  settings->asks = kept;
  return G40_OK;
}

int g40_export_set_between(g40_export *settings, const char *between, g40_error *err) {
  g4_call call;
  int code = begin_setting(&call, settings, between, "between", err);
  code = code == G40_OK ? g4_network_check(between, NULL, call.err) : code;
  return code == G40_OK ? keep_word(&settings->between, between, call.err) : code;
}

int g40_export_set_relation(g40_export *settings, const char *relation, g40_error *err) {
  g4_call call;
  int code = begin_setting(&call, settings, relation, "relation", err);
  code = code == G40_OK ? g4_network_check(NULL, relation, call.err) : code;
  return code == G40_OK ? keep_word(&settings->relation, relation, call.err) : code;
}

/* Starts a call that exports: the caller sets the sink and leaves. 0, or the code of a call that is over. */
static int begin(g4_call *call, g40_db *db, const g40_export *settings, const g40_query *query, g4_exporting *e,
                 g40_error *err) {
  static const g40_query all = {0};
  g4_session *session = g4_call_read(call, db, err);
  if (!session) {
    return call->err->code;
  }
  if (!settings) {
    g4_fail(call->err, G40_ARGUMENT, "settings must not be NULL");
    g4_call_leave(call);
    return G40_ARGUMENT;
  }
  *e = (g4_exporting){.session = session,
                      .settings = settings,
                      .query = query ? query : &all,
                      .base = settings->base ? settings->base : G4_EXPORT_BASE,
                      .progress = &db->progress,
                      .table = settings->table,
                      .err = call->err};
  return G40_OK;
}

int g40_db_export(g40_db *db, const g40_export *settings, const g40_query *query, g40_write write, void *context,
                  g40_error *err) {
  g4_call call;
  g4_exporting e;
  int code = begin(&call, db, settings, query, &e, err);
  if (code != G40_OK) {
    return code;
  }
  if (write) {
    e.sink = (g4_sink){.write = write, .context = context};
    code = g4_export_run(&e);
    g4_sink_free(&e.sink);
  } else {
    code = g4_fail(call.err, G40_ARGUMENT, "write must not be NULL");
  }
  g4_call_leave(&call);
  return code;
}

int g40_db_export_fd(g40_db *db, const g40_export *settings, const g40_query *query, int fd, g40_error *err) {
  g4_export_fd to = {.fd = fd};
  return g40_db_export(db, settings, query, g4_export_write_fd, &to, err);
}

int g40_db_export_file(g40_db *db, const g40_export *settings, const g40_query *query, const char *out,
                       g40_error *err) {
  g4_call call;
  g4_exporting e;
  int code = begin(&call, db, settings, query, &e, err);
  if (code != G40_OK) {
    return code;
  }
  code = g4_check_path(out, "out", call.err);
  if (code == G40_OK) {
    code = g4_export_to_place(&e, out);
  }
  g4_call_leave(&call);
  return code;
}
