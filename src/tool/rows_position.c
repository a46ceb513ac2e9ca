/* tool/rows_position.c - a position with its parts as JSON. */
#include "tool/rows.h"

static json_t *pair(int64_t start, int64_t end) {
  tool_json range = tool_json_array();
  tool_json_add(&range, json_integer(start));
  tool_json_add(&range, json_integer(end));
  return tool_json_take(&range);
}

static json_t *passage_row(const g40_passage *passage) {
  const g40_ranges *ranges = g40_passage_ranges(passage);
  tool_json row = tool_json_object();
  tool_json bytes = tool_json_array();
  tool_json characters = tool_json_array();
  for (size_t i = 0; i < g40_ranges_count(ranges); i++) {
    const g40_range *range = g40_ranges_at(ranges, i);
    tool_json_add(&bytes, pair(g40_range_start(range), g40_range_end(range)));
    tool_json_add(&characters, pair(g40_range_char_start(range), g40_range_char_end(range)));
  }
  tool_json_text_put(&row, "quote", g40_passage_quote(passage));
  tool_json_put(&row, "ranges", tool_json_take(&bytes));
  tool_json_put(&row, "char_ranges", tool_json_take(&characters));
  tool_json_text_put(&row, "text", g40_passage_text(passage));
  return tool_json_take(&row);
}

static json_t *passage_rows(const g40_passages *passages) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_passages_count(passages); i++) {
    tool_json_add(&rows, passage_row(g40_passages_at(passages, i)));
  }
  return tool_json_take(&rows);
}

static json_t *ministry_role_row(const g40_ministry_role *role) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "id", g40_ministry_role_id(role));
  tool_json_text_put(&row, "abbreviation", g40_ministry_role_abbreviation(role));
  tool_json_text_put(&row, "name", g40_ministry_role_name(role));
  tool_json_text_put(&row, "relation", g40_ministry_role_relation(role));
  tool_json_text_put(&row, "as_written", g40_ministry_role_as_written(role));
  tool_json_text_put(&row, "source", g40_ministry_role_source(role));
  tool_json_text_put(&row, "state", g40_ministry_role_state(role));
  tool_json_put(&row, "now", tool_rows_now(g40_ministry_role_now(role)));
  tool_json_text_put(&row, "version", g40_ministry_role_version(role));
  tool_json_text_put(&row, "reason", g40_ministry_role_reason(role));
  tool_json_text_put(&row, "method", g40_ministry_role_method(role));
  tool_json_put(&row, "start", tool_json_offset(g40_ministry_role_start(role)));
  tool_json_put(&row, "end", tool_json_offset(g40_ministry_role_end(role)));
  return tool_json_take(&row);
}

static json_t *ministry_role_rows(const g40_ministry_roles *roles) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_ministry_roles_count(roles); i++) {
    tool_json_add(&rows, ministry_role_row(g40_ministry_roles_at(roles, i)));
  }
  return tool_json_take(&rows);
}

static json_t *stakeholder_role_row(const g40_stakeholder_role *role) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "id", g40_stakeholder_role_id(role));
  tool_json_text_put(&row, "name", g40_stakeholder_role_name(role));
  tool_json_text_put(&row, "kind", g40_stakeholder_role_kind(role));
  tool_json_text_put(&row, "role", g40_stakeholder_role_role(role));
  tool_json_text_put(&row, "as_written", g40_stakeholder_role_as_written(role));
  tool_json_text_put(&row, "name_en", g40_stakeholder_role_name_en(role));
  tool_json_text_put(&row, "state", g40_stakeholder_role_state(role));
  tool_json_text_put(&row, "reason", g40_stakeholder_role_reason(role));
  tool_json_text_put(&row, "method", g40_stakeholder_role_method(role));
  tool_json_put(&row, "start", tool_json_offset(g40_stakeholder_role_start(role)));
  tool_json_put(&row, "end", tool_json_offset(g40_stakeholder_role_end(role)));
  return tool_json_take(&row);
}

static json_t *stakeholder_role_rows(const g40_stakeholder_roles *roles) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_stakeholder_roles_count(roles); i++) {
    tool_json_add(&rows, stakeholder_role_row(g40_stakeholder_roles_at(roles, i)));
  }
  return tool_json_take(&rows);
}

static json_t *mention_rows(const g40_mentions *mentions) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_mentions_count(mentions); i++) {
    const g40_mention *mention = g40_mentions_at(mentions, i);
    tool_json row = tool_json_object();
    tool_json_text_put(&row, "id", g40_mention_id(mention));
    tool_json_text_put(&row, "name", g40_mention_name(mention));
    tool_json_text_put(&row, "kind", g40_mention_kind(mention));
    tool_json_text_put(&row, "as_written", g40_mention_as_written(mention));
    tool_json_put(&row, "start", tool_json_offset(g40_mention_start(mention)));
    tool_json_put(&row, "end", tool_json_offset(g40_mention_end(mention)));
    tool_json_text_put(&row, "state", g40_mention_state(mention));
    tool_json_add(&rows, tool_json_take(&row));
  }
  return tool_json_take(&rows);
}

static json_t *figure_rows(const g40_figures *figures) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_figures_count(figures); i++) {
    tool_json_add(&rows, tool_row_figure(g40_figures_at(figures, i)));
  }
  return tool_json_take(&rows);
}

json_t *tool_rows_reasons(const g40_reasons *reasons) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_reasons_count(reasons); i++) {
    const g40_reason *reason = g40_reasons_at(reasons, i);
    tool_json row = tool_json_object();
    tool_json_text_put(&row, "id", g40_reason_id(reason));
    tool_json_text_put(&row, "kind", g40_reason_kind(reason));
    tool_json_text_put(&row, "text", g40_reason_text(reason));
    tool_json_text_put(&row, "document", g40_reason_document(reason));
    tool_json_text_put(&row, "section", g40_reason_section(reason));
    tool_json_text_put(&row, "quote", g40_reason_quote(reason));
    tool_json_put(&row, "start", tool_json_offset(g40_reason_start(reason)));
    tool_json_put(&row, "end", tool_json_offset(g40_reason_end(reason)));
    tool_json_put(&row, "char_start", tool_json_offset(g40_reason_char_start(reason)));
    tool_json_put(&row, "char_end", tool_json_offset(g40_reason_char_end(reason)));
    tool_json_text_put(&row, "sha256", g40_reason_sha256(reason));
    tool_json_add(&rows, tool_json_take(&row));
  }
  return tool_json_take(&rows);
}

/* Whether a ministry in it has a line that goes back past what the registry knows. */
static bool is_before(const g40_ministry_roles *roles) {
  bool before = false;
  for (size_t i = 0; i < g40_ministry_roles_count(roles); i++) {
    before = before || g40_ministry_role_before_registry(g40_ministry_roles_at(roles, i));
  }
  return before;
}

json_t *tool_row_position(const g40_position *position, const tool_moment *moment) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "id", g40_position_id(position));
  tool_json_text_put(&row, "document", g40_position_document(position));
  tool_json_text_put(&row, "theme", g40_position_theme(position));
  tool_json_text_put(&row, "kind", g40_position_kind(position));
  tool_json_text_put(&row, "action", g40_position_action(position));
  tool_json_text_put(&row, "quote", g40_position_quote(position));
  tool_json_text_put(&row, "text", g40_position_text(position));
  tool_json_int_put(&row, "start", g40_position_start(position));
  tool_json_int_put(&row, "end", g40_position_end(position));
  tool_json_int_put(&row, "char_start", g40_position_char_start(position));
  tool_json_int_put(&row, "char_end", g40_position_char_end(position));
  tool_json_put(&row, "passages", passage_rows(g40_position_passages(position)));
  tool_json_text_put(&row, "summary_nl", g40_position_summary_nl(position));
  tool_json_text_put(&row, "summary_en", g40_position_summary_en(position));
  tool_json_text_put(&row, "method", g40_position_method(position));
  tool_json_text_put(&row, "rule", g40_position_rule(position));
  tool_json_put(&row, "confidence", tool_json_number(g40_position_confidence(position)));
  tool_json_put(&row, "ministries", ministry_role_rows(g40_position_ministries(position)));
  tool_json_put(&row, "stakeholders", stakeholder_role_rows(g40_position_stakeholders(position)));
  tool_json_put(&row, "instruments", mention_rows(g40_position_instruments(position)));
  tool_json_put(&row, "advices", mention_rows(g40_position_advices(position)));
  tool_json_put(&row, "figures", figure_rows(g40_position_figures(position)));
  tool_json_put(&row, "places", mention_rows(g40_position_places(position)));
  tool_json_put(&row, "reasons", tool_rows_reasons(g40_position_reasons(position)));
  tool_json_text_put(&row, "section", g40_position_section(position));
  tool_json_text_put(&row, "as_of", moment->as_of);
  tool_json_put(&row, "notes",
                tool_notes(moment->beyond, moment->before || is_before(g40_position_ministries(position))));
  tool_json_text_put(&row, "sha256", g40_position_sha256(position));
  return tool_json_take(&row);
}

json_t *tool_row_evidence(const g40_position *position) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "position", g40_position_id(position));
  tool_json_text_put(&row, "kind", g40_position_kind(position));
  tool_json_text_put(&row, "quote", g40_position_quote(position));
  tool_json_text_put(&row, "text", g40_position_text(position));
  tool_json_text_put(&row, "document", g40_position_document(position));
  tool_json_int_put(&row, "start", g40_position_start(position));
  tool_json_int_put(&row, "end", g40_position_end(position));
  tool_json_int_put(&row, "char_start", g40_position_char_start(position));
  tool_json_int_put(&row, "char_end", g40_position_char_end(position));
  tool_json_text_put(&row, "section", g40_position_section(position));
  tool_json_text_put(&row, "sha256", g40_position_sha256(position));
  return tool_json_take(&row);
}

json_t *tool_row_context(const g40_context *context) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "before", g40_context_before(context));
  tool_json_text_put(&row, "quote", g40_context_quote(context));
  tool_json_text_put(&row, "after", g40_context_after(context));
  return tool_json_take(&row);
}
