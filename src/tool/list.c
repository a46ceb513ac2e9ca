/* tool/list.c - the listing commands. */
#include <string.h>

#include "tool/command.h"
#include "tool/listing.h"

enum { TABLE_LIMIT = 50 };

json_t *tool_listing_rows(const tool_listing *listing, const void *rows, const tool_moment *moment) {
  tool_json all = tool_json_array();
  for (size_t i = 0; i < listing->count(rows); i++) {
    tool_json_add(&all, listing->row(rows, i, moment));
  }
  return tool_json_take(&all);
}

tool_moment tool_moment_of(const g40_info *info, const char *as_of) {
  const char *from = g40_info_known_from(info);
  const char *through = g40_info_known_through(info);
  tool_moment moment = {.as_of = as_of ? as_of : through};
  moment.beyond = moment.as_of && through && strcmp(moment.as_of, through) > 0;
  moment.before = moment.as_of && from && strcmp(moment.as_of, from) < 0;
  return moment;
}

int tool_moment_print(tool_out *out, const tool_moment *moment, tool_lang lang, const g40_info *info) {
  bool dutch = lang == LANG_NL;
  tool_str text = {0};
  tool_str_add(&text, dutch ? "nu: " : "now: ");
  tool_str_add(&text, moment->as_of);
  if (moment->beyond) {
    tool_str_add(&text, dutch ? " (het register loopt tot en met " : " (the registry is known through ");
    tool_str_add(&text, g40_info_known_through(info));
    tool_str_add(&text, ")");
  } else if (moment->before) {
    tool_str_add(&text, dutch ? " (het register begint op " : " (the registry is known from ");
    tool_str_add(&text, g40_info_known_from(info));
    tool_str_add(&text, ")");
  }
  return tool_faint_line(out, &text);
}

static int footer(const tool_listing *listing, const void *rows, tool_out *out, tool_lang lang) {
  size_t held = listing->count(rows);
  int64_t total = listing->total(rows);
  char counts[64];
  if ((int64_t)held < total) {
    snprintf(counts, sizeof counts, lang == LANG_NL ? "%zu van %lld " : "%zu of %lld ", held, (long long)total);
  } else {
    snprintf(counts, sizeof counts, "%zu ", held);
  }
  tool_str text = {0};
  tool_str_add(&text, counts);
  tool_str_add(&text, total == 1 ? listing->one[lang] : listing->many[lang]);
  return tool_faint_line(out, &text);
}

static int print_table(tool_context *context, const tool_listing *listing, const void *rows, const tool_moment *moment,
                       const g40_info *info) {
  tool_out *out = context->out;
  tool_lang lang = context->options->lang;
  json_t *all = tool_listing_rows(listing, rows, moment);
  if (!all || tool_fields_table(listing->table, all, lang, out) != 0) {
    json_decref(all);
    return tool_no_memory();
  }
  tool_out_text(out, json_array_size(all) > 0 ? "\n" : "");
  json_decref(all);
  int status = footer(listing, rows, out, lang);
  if (status == 0 && listing->has_now) {
    status = tool_moment_print(out, moment, lang, info);
  }
  return status == 0 ? 0 : tool_no_memory();
}

/* Row by row, so that a long listing is not held twice. */
static int print_rows(tool_context *context, const tool_listing *listing, const void *rows, const tool_moment *moment) {
  tool_out *out = context->out;
  tool_format format = context->options->format;
  size_t count = listing->count(rows);
  if (format == FORMAT_CSV) {
    tool_csv_head(listing->csv, out);
  } else if (format == FORMAT_JSON) {
    tool_out_text(out, count == 0 ? "[" : "[\n");
  }
  for (size_t i = 0; i < count && !out->error; i++) {
    json_t *row = listing->row(rows, i, moment);
    if (!row || (format == FORMAT_CSV && tool_csv_row(listing->csv, row, out) != 0)) {
      json_decref(row);
      return tool_no_memory();
    }
    if (format != FORMAT_CSV) {
      tool_json_print(out, row, format == FORMAT_JSON);
      tool_out_text(out, format == FORMAT_JSON && i + 1 < count ? ",\n" : "\n");
    }
    json_decref(row);
  }
  tool_out_text(out, format == FORMAT_JSON ? "]\n" : "");
  return 0;
}

int tool_run_list(tool_context *context) {
  const tool_options *options = context->options;
  const tool_listing *listing = tool_listing_named(context->command->name);
  bool table = options->format == FORMAT_TABLE;
  g40_error err;
  if (table && !tool_given(options, OPT_LIMIT) && g40_query_set_limit(options->query, TABLE_LIMIT, &err) != G40_OK) {
    return tool_failed(&err);
  }
  g40_info *info = g40_db_info(context->db, &err);
  const void *rows = info ? listing->list(context->db, options->query, &err) : NULL;
  int status;
  if (rows) {
    tool_moment moment = tool_moment_of(info, options->as_of);
    status = table ? print_table(context, listing, rows, &moment, info) : print_rows(context, listing, rows, &moment);
    listing->free(rows);
  } else {
    status = tool_failed(&err);
  }
  g40_info_free(info);
  return status;
}
