/* tool/database.c - commands about a database as a whole: info, text, verify, compile. */
#include <string.h>

#include "tool/command.h"
#include "tool/diagnostics.h"
#include "tool/show.h"

int tool_print_diagnostics(const g40_diagnostics *diagnostics) {
  for (size_t i = 0; i < g40_diagnostics_count(diagnostics); i++) {
    const g40_diagnostic *one = g40_diagnostics_at(diagnostics, i);
    const char *file = g40_diagnostic_file(one);
    tool_complain_at(file, g40_diagnostic_line(one), g40_diagnostic_column(one), g40_diagnostic_severity(one),
                     g40_diagnostic_message(one), g40_diagnostic_code(one));
  }
  return g40_diagnostics_errors(diagnostics) > 0;
}

void tool_complain_at(const char *file, int32_t line, int32_t column, const char *severity, const char *message,
                      const char *code) {
  char place[32] = "";
  if (line > 0 && column > 0) {
    snprintf(place, sizeof place, ":%ld:%ld", (long)line, (long)column);
  } else if (line > 0) {
    snprintf(place, sizeof place, ":%ld", (long)line);
  }
  tool_complain_plain("%s%s%s%s: %s [%s]", file ? file : "", place, file ? ": " : "", severity, message, code);
}

int tool_run_info(tool_context *context) {
  static const tool_field fields[] = {
      {.head = {"version", "versie"}, .path = {"version"}},
      {.head = {"sqlite", "SQLite"}, .path = {"sqlite"}},
      {.head = {"path", "bestand"}, .path = {"path"}},
      {.head = {"embedded", "ingebouwd"}, .path = {"embedded"}},
      {.head = {"schema"}, .path = {"schema"}},
      {.head = {"written_by", "geschreven door"}, .path = {"written_by"}},
      {.head = {"known_from", "bekend vanaf"}, .path = {"known_from"}},
      {.head = {"known_through", "bekend tot en met"}, .path = {"known_through"}},
      {.head = {"documents", "documenten"}, .path = {"documents"}},
      {.head = {"positions", "standpunten"}, .path = {"positions"}},
      {.head = {"asks", "vragen"}, .path = {"asks"}},
      {.head = {"stakeholders", "partijen"}, .path = {"stakeholders"}},
      {.head = {"ministries", "ministeries"}, .path = {"ministries"}},
      TOOL_FIELDS_END,
  };
  const tool_options *options = context->options;
  g40_error err;
  g40_info *info = g40_db_info(context->db, &err);
  if (!info) {
    return tool_failed(&err);
  }
  json_t *row = tool_row_info(info);
  int status = 0;
  if (row && options->format == FORMAT_CSV) {
    status = tool_csv_head(fields, context->out) || tool_csv_row(fields, row, context->out);
  } else if (row && options->format == FORMAT_TABLE) {
    tool_page page = {.out = context->out, .lang = options->lang};
    tool_page_fields(&page, fields, row);
    status = page.failed;
  } else if (row) {
    tool_json_line(context->out, row, options->format == FORMAT_JSON);
  }
  status = row && status == 0 ? 0 : tool_no_memory();
  json_decref(row);
  g40_info_free(info);
  return status;
}

int tool_run_text(tool_context *context) {
  bool with_contacts = tool_given(context->options, OPT_WITH_CONTACTS);
  g40_error err;
  g40_text *text = g40_db_text(context->db, context->operands[0], with_contacts, &err);
  if (!text) {
    return tool_failed(&err);
  }
  tool_out_data(context->out, g40_text_bytes(text), (size_t)g40_text_length(text));
  g40_text_free(text);
  return 0;
}

int tool_run_verify(tool_context *context) {
  g40_error err;
  g40_info *info = g40_db_info(context->db, &err);
  g40_diagnostics *faults = info ? g40_db_verify(context->db, &err) : NULL;
  int status = faults ? tool_print_diagnostics(faults) : tool_failed(&err);
  if (faults && status == 0) {
    long long positions = g40_info_positions(info);
    long long documents = g40_info_documents(info);
    char line[160];
    snprintf(line, sizeof line, "verified: %lld position%s in %lld document%s, all quotes, offsets and hashes hold\n",
             positions, tool_ending(positions, "s"), documents, tool_ending(documents, "s"));
    tool_out_text(context->out, line);
  }
  g40_diagnostics_free(faults);
  g40_info_free(info);
  return status;
}

/* What the new file holds, read from the file itself. */
static int print_compiled(tool_context *context, const char *from, const char *to) {
  g40_error err;
  g40_db *db = g40_db_open(to, &err);
  g40_info *info = db ? g40_db_info(db, &err) : NULL;
  int status = info ? 0 : tool_failed(&err);
  if (info) {
    long long documents = g40_info_documents(info);
    long long positions = g40_info_positions(info), asks = g40_info_asks(info);
    long long stakeholders = g40_info_stakeholders(info), ministries = g40_info_ministries(info);
    char counts[200];
    snprintf(counts, sizeof counts,
             ": %lld document%s, %lld position%s (%lld ask%s), %lld stakeholder%s, %lld ministr%s; schema %ld\n",
             documents, tool_ending(documents, "s"), positions, tool_ending(positions, "s"), asks,
             tool_ending(asks, "s"), stakeholders, tool_ending(stakeholders, "s"), ministries,
             ministries == 1 ? "y" : "ies", (long)g40_info_schema_version(info));
    tool_out_text(context->out, "compiled ");
    tool_out_data(context->out, from, strlen(from));
    tool_out_text(context->out, " to ");
    tool_out_data(context->out, to, strlen(to));
    tool_out_text(context->out, counts);
  }
  g40_info_free(info);
  g40_db_free(db);
  return status;
}

int tool_run_compile(tool_context *context) {
  const char *from = context->operands[0];
  const char *to = context->options->output;
  g40_error err;
  g40_diagnostics *faults = g40_compile(from, to, &err);
  if (!faults) {
    return tool_failed(&err);
  }
  int status = tool_print_diagnostics(faults);
  g40_diagnostics_free(faults);
  return status == 0 ? print_compiled(context, from, to) : status;
}
