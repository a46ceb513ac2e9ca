/* tool/show.c - the command show: one row with its evidence, gathered as JSON and printed in any format. */
#include "tool/show.h"

#include <stdlib.h>
#include <string.h>

#include "tool/command.h"

enum { AROUND = 160 }; /* bytes of context on each side */

typedef struct show {
  const tool_context *context;
  const tool_listing *listing;
  const char *id;
  const g40_info *info;
  tool_moment moment;
  g40_error err;
} show;

/* The value, or NULL with "out of memory" in the record. */
static json_t *checked(show *s, json_t *value) {
  if (!value) {
    s->err = (g40_error){.code = G40_NOMEM, .offset = -1, .message = "out of memory"};
  }
  return value;
}

/* Sets a key to a value that is given away; -1 where either failed (the value NULL: the record says why). */
static int set(show *s, json_t *object, const char *key, json_t *value) {
  if (!value) {
    return -1;
  }
  if (json_object_set_new(object, key, value) != 0) {
    checked(s, NULL);
    return -1;
  }
  return 0;
}

static bool with_contacts(const show *s) { return tool_given(s->context->options, OPT_WITH_CONTACTS); }

static json_t *words_in_context(show *s, const char *document, int64_t start, int64_t end) {
  g40_context *context = g40_db_context(s->context->db, document, start, end, AROUND, with_contacts(s), &s->err);
  json_t *row = context ? checked(s, tool_row_context(context)) : NULL;
  g40_context_free(context);
  return row;
}

static int64_t offset_of(const json_t *row, const char *key) { return json_integer_value(json_object_get(row, key)); }

/* "context": of a position one a passage, of a figure or a citation one. */
static int add_context(show *s, json_t *row) {
  const char *document = tool_get(row, "document");
  const json_t *passages = json_object_get(row, "passages");
  json_t *all = checked(s, json_array());
  size_t count = passages ? json_array_size(passages) : json_is_integer(json_object_get(row, "start"));
  bool ok = all != NULL;
  for (size_t i = 0; ok && i < count; i++) {
    const json_t *ranges = json_object_get(json_array_get(passages, i), "ranges");
    const json_t *first = json_array_get(ranges, 0);
    const json_t *last = ranges ? json_array_get(ranges, json_array_size(ranges) - 1) : NULL;
    int64_t start = passages ? json_integer_value(json_array_get(first, 0)) : offset_of(row, "start");
    int64_t end = passages ? json_integer_value(json_array_get(last, 1)) : offset_of(row, "end");
    json_t *words = words_in_context(s, document, start, end);
    ok = words && (json_array_append_new(all, words) == 0 || checked(s, NULL));
  }
  if (!ok) {
    json_decref(all);
    return -1;
  }
  return set(s, row, "context", all);
}

/* The chain of changes and the transfers from a ministry as it was on a date: arrays that the caller frees. */
static int chain(show *s, const char *name, const char *date, const char *id, json_t **changes, json_t **transfers) {
  *changes = *transfers = NULL;
  g40_resolution *resolution = g40_db_resolve(s->context->db, name, date, s->moment.as_of, &s->err);
  if (!resolution) {
    return -1;
  }
  const g40_ministry *ministry = g40_resolution_ministry(resolution);
  if (ministry && strcmp(g40_ministry_id(ministry), id) == 0) {
    *changes = checked(s, tool_rows_changes(g40_resolution_changes(resolution)));
    *transfers = checked(s, tool_rows_changes(g40_resolution_transfers(resolution)));
  } else {
    *changes = checked(s, json_array());
    *transfers = checked(s, json_array());
  }
  g40_resolution_free(resolution);
  return *changes && *transfers ? 0 : -1;
}

/* The document that a position stands in: title, holder, date. */
static int add_document(show *s, json_t *row) {
  g40_query *query = g40_query_new(&s->err);
  json_t *document = NULL;
  tool_str id = {0};
  tool_str_add(&id, "document/");
  tool_str_add(&id, tool_get(row, "document"));
  if (id.failed) {
    checked(s, NULL);
  } else if (query && g40_query_add_id(query, id.text, &s->err) == G40_OK) {
    g40_documents *documents = g40_db_documents(s->context->db, query, &s->err);
    const g40_document *first = documents ? g40_documents_at(documents, 0) : NULL;
    document = first ? checked(s, tool_row_document(first)) : documents ? json_null() : NULL;
    g40_documents_free(documents);
  }
  tool_str_free(&id);
  g40_query_free(query);
  return set(s, row, "source_document", document);
}

static int add_changes(show *s, json_t *row) {
  const char *date = tool_get(json_object_get(row, "source_document"), "date_issued");
  json_t *ministries = json_object_get(row, "ministries");
  int status = 0;
  for (size_t i = 0; status == 0 && i < json_array_size(ministries); i++) {
    json_t *ministry = json_array_get(ministries, i);
    const char *name = tool_get(ministry, "abbreviation");
    const char *id = tool_get(ministry, "id");
    json_t *changes = NULL;
    json_t *transfers = NULL;
    if (name && id) {
      status = chain(s, name, date, id, &changes, &transfers);
      if (status != 0) {
        json_decref(changes);
        json_decref(transfers);
        break;
      }
    }
    status = set(s, ministry, "changes", changes ? changes : checked(s, json_array()));
    int other = set(s, ministry, "transfers", transfers ? transfers : checked(s, json_array()));
    status = status != 0 ? status : other;
  }
  return status;
}

/* Adds the positions that a filter finds to `all`, each with `relation` where that is given. */
static int gather(show *s, json_t *all, int (*filter)(g40_query *, const char *, g40_error *), const char *relation) {
  g40_query *query = g40_query_new(&s->err);
  int status = query ? g40_query_set_with_contacts(query, with_contacts(s), &s->err) : -1;
  status = status == 0 ? filter(query, s->id, &s->err) : status;
  g40_positions *positions = status == 0 ? g40_db_positions(s->context->db, query, &s->err) : NULL;
  status = positions ? 0 : -1;
  for (size_t i = 0; status == 0 && i < g40_positions_count(positions); i++) {
    json_t *row = checked(s, tool_row_evidence(g40_positions_at(positions, i)));
    if (row && relation) {
      status = set(s, row, "relation", checked(s, tool_json_text(relation)));
    }
    if (!row || json_array_append_new(all, row) != 0) {
      checked(s, NULL);
      status = -1;
    }
  }
  g40_positions_free(positions);
  g40_query_free(query);
  return status;
}

static int add_evidence(show *s, json_t *row) {
  json_t *all = checked(s, json_array());
  int status = all ? gather(s, all, s->listing->evidence, NULL) : -1;
  if (status != 0) {
    json_decref(all);
    return status;
  }
  return set(s, row, "evidence", all);
}

/* --- a ministry: all its versions -------------------------------------------------------------------------------- */

/* Moves what `all` does not yet hold. */
static int unite(show *s, json_t *all, const json_t *more) {
  for (size_t i = 0; i < json_array_size(more); i++) {
    json_t *one = json_array_get(more, i);
    bool known = false;
    for (size_t k = 0; k < json_array_size(all) && !known; k++) {
      known = json_equal(json_array_get(all, k), one) != 0;
    }
    if (!known && json_array_append(all, one) != 0) {
      checked(s, NULL);
      return -1;
    }
  }
  return 0;
}

static int unite_chains(show *s, const json_t *versions, json_t *changes, json_t *transfers) {
  int status = 0;
  for (size_t i = 0; status == 0 && i < json_array_size(versions); i++) {
    const json_t *version = json_array_get(versions, i);
    const char *from = tool_get(version, "valid_from");
    const char *date = from ? from : g40_info_known_from(s->info);
    json_t *more_changes = NULL;
    json_t *more_transfers = NULL;
    const char *name = tool_get(version, "abbreviation");
    status = chain(s, name ? name : tool_get(version, "name"), date, tool_get(version, "id"), &more_changes,
                   &more_transfers);
    status = status == 0 ? unite(s, changes, more_changes) : status;
    status = status == 0 ? unite(s, transfers, more_transfers) : status;
    json_decref(more_changes);
    json_decref(more_transfers);
  }
  return status;
}

static json_t *ministry_object(show *s, const void *rows) {
  json_t *versions = checked(s, tool_listing_rows(s->listing, rows, &s->moment));
  const json_t *last = json_array_get(versions, json_array_size(versions) - 1);
  tool_json object = tool_json_object();
  tool_json_text_put(&object, "id", tool_get(last, "id"));
  tool_json_text_put(&object, "abbreviation", tool_get(last, "abbreviation"));
  tool_json_text_put(&object, "name", tool_get(last, "name"));
  tool_json_text_put(&object, "tooi", tool_get(last, "tooi"));
  tool_json_put(&object, "versions", versions);
  tool_json changes = tool_json_array();
  tool_json transfers = tool_json_array();
  tool_json evidence = tool_json_array();
  json_t *all_changes = tool_json_take(&changes);
  json_t *all_transfers = tool_json_take(&transfers);
  json_t *all_evidence = tool_json_take(&evidence);
  int status = versions && all_changes && all_transfers && all_evidence ? 0 : -1;
  status = status == 0 ? unite_chains(s, versions, all_changes, all_transfers) : status;
  status = status == 0 ? gather(s, all_evidence, g40_query_add_ministry, "named") : status;
  status = status == 0 ? gather(s, all_evidence, g40_query_add_responsible, "responsible") : status;
  tool_json_put(&object, "changes", all_changes);
  tool_json_put(&object, "transfers", all_transfers);
  tool_json_put(&object, "evidence", all_evidence);
  tool_json_text_put(&object, "as_of", s->moment.as_of);
  tool_json_put(&object, "notes", tool_notes(s->moment.beyond, s->moment.before));
  json_t *value = checked(s, tool_json_take(&object));
  if (status != 0) {
    json_decref(value);
    return NULL;
  }
  return value;
}

static json_t *row_object(show *s, const void *rows) {
  json_t *row = checked(s, s->listing->row(rows, 0, &s->moment));
  int status = row ? 0 : -1;
  bool position = strcmp(s->listing->name, "positions") == 0;
  if (status == 0 && position) {
    status = add_document(s, row);
    status = status == 0 ? add_changes(s, row) : status;
  }
  if (status == 0 && s->listing->evidence) {
    status = add_evidence(s, row);
  } else if (status == 0) {
    status = add_context(s, row);
  }
  if (status != 0) {
    json_decref(row);
    return NULL;
  }
  return row;
}

/* --- printing ---------------------------------------------------------------------------------------------------- */

static int print_page(show *s, const json_t *object, bool ministry) {
  tool_page page = {.out = s->context->out, .lang = s->context->options->lang};
  if (ministry) {
    tool_page_ministry(&page, object);
  } else if (strcmp(s->listing->name, "positions") == 0) {
    tool_page_position(&page, object);
  } else {
    tool_page_entity(&page, s->listing, object);
  }
  if (s->listing->has_now) {
    tool_out_text(page.out, "\n");
    page.failed = tool_moment_print(page.out, &s->moment, page.lang, s->info) != 0 || page.failed;
  }
  return page.failed ? tool_no_memory() : 0;
}

static int print_csv(show *s, const void *rows) {
  int status = tool_csv_head(s->listing->csv, s->context->out);
  for (size_t i = 0; status == 0 && i < s->listing->count(rows); i++) {
    json_t *row = s->listing->row(rows, i, &s->moment);
    status = row ? tool_csv_row(s->listing->csv, row, s->context->out) : -1;
    json_decref(row);
  }
  return status == 0 ? 0 : tool_no_memory();
}

static int print(show *s, const void *rows) {
  tool_out *out = s->context->out;
  tool_format format = s->context->options->format;
  bool ministry = strcmp(s->listing->name, "ministries") == 0;
  if (s->listing->count(rows) == 0) {
    tool_str what = {0};
    tool_str_short(&what, s->id, strlen(s->id));
    tool_complain("no row has the id '%s'", what.failed ? "" : what.text);
    tool_str_free(&what);
    return 1;
  }
  if (format == FORMAT_CSV) {
    return print_csv(s, rows);
  }
  json_t *object = ministry ? ministry_object(s, rows) : row_object(s, rows);
  if (!object) {
    return tool_failed(&s->err);
  }
  int status = 0;
  if (format == FORMAT_TABLE) {
    status = print_page(s, object, ministry);
  } else {
    tool_json_line(out, object, format == FORMAT_JSON);
  }
  json_decref(object);
  return status;
}

/* "position/" before an id that has no type that we know. */
static char *whole_id(const char *id, const tool_listing **listing) {
  tool_str whole = {0};
  *listing = tool_listing_of_type(id, strcspn(id, "/"));
  if (!*listing || !strchr(id, '/')) {
    *listing = tool_listing_named("positions");
    tool_str_add(&whole, "position/");
  }
  tool_str_add(&whole, id);
  return tool_str_take(&whole);
}

int tool_run_show(tool_context *context) {
  const tool_options *options = context->options;
  show s = {.context = context};
  char *id = whole_id(context->operands[0], &s.listing);
  if (!id) {
    return tool_no_memory();
  }
  s.id = id;
  g40_info *info = g40_db_info(context->db, &s.err);
  const void *rows = NULL;
  if (info && g40_query_add_id(options->query, id, &s.err) == G40_OK) {
    s.info = info;
    s.moment = tool_moment_of(info, options->as_of);
    rows = s.listing->list(context->db, options->query, &s.err);
  }
  int status = rows ? print(&s, rows) : tool_failed(&s.err);
  if (rows) {
    s.listing->free(rows);
  }
  g40_info_free(info);
  free(id);
  return status;
}
