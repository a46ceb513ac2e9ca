/* tool/rows_entity.c - the other rows as JSON. */
#include <string.h>

#include "tool/rows.h"

json_t *tool_notes(bool beyond, bool before) {
  tool_json notes = tool_json_array();
  if (beyond) {
    tool_json_add(&notes, tool_json_text("beyond_registry"));
  }
  if (before) {
    tool_json_add(&notes, tool_json_text("before_registry"));
  }
  return tool_json_take(&notes);
}

json_t *tool_rows_now(const g40_ministries *now) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_ministries_count(now); i++) {
    const g40_ministry *ministry = g40_ministries_at(now, i);
    tool_json row = tool_json_object();
    tool_json_text_put(&row, "id", g40_ministry_id(ministry));
    tool_json_text_put(&row, "abbreviation", g40_ministry_abbreviation(ministry));
    tool_json_text_put(&row, "name", g40_ministry_name(ministry));
    tool_json_text_put(&row, "version", g40_ministry_version(ministry));
    tool_json_add(&rows, tool_json_take(&row));
  }
  return tool_json_take(&rows);
}

static json_t *change_end(const char *id, const char *abbreviation, const char *version) {
  if (!id) {
    return json_null();
  }
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "id", id);
  tool_json_text_put(&row, "abbreviation", abbreviation);
  tool_json_text_put(&row, "version", version);
  return tool_json_take(&row);
}

json_t *tool_rows_changes(const g40_changes *changes) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_changes_count(changes); i++) {
    const g40_change *change = g40_changes_at(changes, i);
    tool_json row = tool_json_object();
    tool_json_text_put(&row, "kind", g40_change_kind(change));
    tool_json_text_put(&row, "date", g40_change_date(change));
    tool_json_text_put(&row, "register_date", g40_change_register_date(change));
    tool_json_put(
        &row, "from",
        change_end(g40_change_from_id(change), g40_change_from_abbreviation(change), g40_change_from_version(change)));
    tool_json_put(
        &row, "to",
        change_end(g40_change_to_id(change), g40_change_to_abbreviation(change), g40_change_to_version(change)));
    tool_json_text_put(&row, "note", g40_change_note(change));
    tool_json_add(&rows, tool_json_take(&row));
  }
  return tool_json_take(&rows);
}

json_t *tool_row_ministry(const g40_ministry *ministry, const tool_moment *moment) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "id", g40_ministry_id(ministry));
  tool_json_text_put(&row, "abbreviation", g40_ministry_abbreviation(ministry));
  tool_json_text_put(&row, "name", g40_ministry_name(ministry));
  tool_json_text_put(&row, "valid_from", g40_ministry_valid_from(ministry));
  tool_json_text_put(&row, "valid_to", g40_ministry_valid_to(ministry));
  tool_json_text_put(&row, "tooi", g40_ministry_tooi(ministry));
  tool_json_put(&row, "now", tool_rows_now(g40_ministry_now(ministry)));
  tool_json_text_put(&row, "version", g40_ministry_version(ministry));
  tool_json_text_put(&row, "registered_from", g40_ministry_registered_from(ministry));
  tool_json_text_put(&row, "registered_to", g40_ministry_registered_to(ministry));
  tool_json_int_put(&row, "positions", g40_ministry_positions(ministry));
  tool_json_int_put(&row, "responsible", g40_ministry_responsible(ministry));
  tool_json_text_put(&row, "wikidata", g40_ministry_wikidata(ministry));
  tool_json_text_put(&row, "source", g40_ministry_source(ministry));
  tool_json_text_put(&row, "doubt", g40_ministry_doubt(ministry));
  tool_json_text_put(&row, "as_of", moment->as_of);
  tool_json_put(&row, "notes", tool_notes(moment->beyond, moment->before || g40_ministry_before_registry(ministry)));
  return tool_json_take(&row);
}

static json_t *name_rows(const g40_names *names) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_names_count(names); i++) {
    const g40_name *name = g40_names_at(names, i);
    tool_json row = tool_json_object();
    tool_json_text_put(&row, "text", g40_name_text(name));
    tool_json_text_put(&row, "language", g40_name_language(name));
    tool_json_text_put(&row, "relation", g40_name_relation(name));
    tool_json_add(&rows, tool_json_take(&row));
  }
  return tool_json_take(&rows);
}

json_t *tool_row_stakeholder(const g40_stakeholder *stakeholder) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "id", g40_stakeholder_id(stakeholder));
  tool_json_text_put(&row, "kind", g40_stakeholder_kind(stakeholder));
  tool_json_text_put(&row, "name", g40_stakeholder_name(stakeholder));
  tool_json_text_put(&row, "name_en", g40_stakeholder_name_en(stakeholder));
  tool_json_int_put(&row, "positions", g40_stakeholder_positions(stakeholder));
  tool_json_put(&row, "names", name_rows(g40_stakeholder_names(stakeholder)));
  tool_json_text_put(&row, "broader", g40_stakeholder_broader(stakeholder));
  tool_json_text_put(&row, "tooi", g40_stakeholder_tooi(stakeholder));
  tool_json_text_put(&row, "cbs_code", g40_stakeholder_cbs_code(stakeholder));
  tool_json_text_put(&row, "wikidata", g40_stakeholder_wikidata(stakeholder));
  tool_json_text_put(&row, "source", g40_stakeholder_source(stakeholder));
  tool_json_text_put(&row, "doubt", g40_stakeholder_doubt(stakeholder));
  return tool_json_take(&row);
}

json_t *tool_row_theme(const g40_theme *theme) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "id", g40_theme_id(theme));
  tool_json_text_put(&row, "theme", g40_theme_slug(theme));
  tool_json_text_put(&row, "label_nl", g40_theme_label_nl(theme));
  tool_json_text_put(&row, "label_en", g40_theme_label_en(theme));
  tool_json_text_put(&row, "broader", g40_theme_broader(theme));
  tool_json_text_put(&row, "scheme", g40_theme_scheme(theme));
  tool_json_int_put(&row, "positions", g40_theme_positions(theme));
  tool_json_int_put(&row, "asks", g40_theme_asks(theme));
  return tool_json_take(&row);
}

json_t *tool_row_instrument(const g40_instrument *instrument) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "id", g40_instrument_id(instrument));
  tool_json_text_put(&row, "kind", g40_instrument_kind(instrument));
  tool_json_text_put(&row, "name", g40_instrument_name(instrument));
  tool_json_text_put(&row, "name_en", g40_instrument_name_en(instrument));
  tool_json_int_put(&row, "positions", g40_instrument_positions(instrument));
  tool_json_text_put(&row, "quote", g40_instrument_quote(instrument));
  tool_json_put(&row, "names", name_rows(g40_instrument_names(instrument)));
  tool_json_text_put(&row, "url", g40_instrument_url(instrument));
  tool_json_text_put(&row, "date", g40_instrument_date(instrument));
  tool_json_text_put(&row, "source", g40_instrument_source(instrument));
  tool_json_text_put(&row, "doubt", g40_instrument_doubt(instrument));
  return tool_json_take(&row);
}

json_t *tool_row_figure(const g40_figure *figure) {
  tool_json row = tool_json_object();
  tool_json_put(&row, "value", tool_json_number(g40_figure_value(figure)));
  tool_json_text_put(&row, "unit", g40_figure_unit(figure));
  tool_json_text_put(&row, "about", g40_figure_about(figure));
  tool_json_text_put(&row, "quote", g40_figure_quote(figure));
  tool_json_put(&row, "start", tool_json_offset(g40_figure_start(figure)));
  tool_json_put(&row, "end", tool_json_offset(g40_figure_end(figure)));
  tool_json_text_put(&row, "document", g40_figure_document(figure));
  tool_json_text_put(&row, "id", g40_figure_id(figure));
  tool_json_text_put(&row, "position", g40_figure_position(figure));
  tool_json_text_put(&row, "about_en", g40_figure_about_en(figure));
  tool_json_text_put(&row, "precision", g40_figure_precision(figure));
  tool_json_put(&row, "char_start", tool_json_offset(g40_figure_char_start(figure)));
  tool_json_put(&row, "char_end", tool_json_offset(g40_figure_char_end(figure)));
  tool_json_text_put(&row, "section", g40_figure_section(figure));
  tool_json_text_put(&row, "sha256", g40_figure_sha256(figure));
  return tool_json_take(&row);
}

json_t *tool_row_citation(const g40_citation *citation) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "url", g40_citation_url(citation));
  tool_json_text_put(&row, "kind", g40_citation_kind(citation));
  tool_json_text_put(&row, "quote", g40_citation_quote(citation));
  tool_json_text_put(&row, "id", g40_citation_id(citation));
  tool_json_text_put(&row, "document", g40_citation_document(citation));
  tool_json_text_put(&row, "position", g40_citation_position(citation));
  tool_json_text_put(&row, "target", g40_citation_target(citation));
  tool_json_put(&row, "start", tool_json_offset(g40_citation_start(citation)));
  tool_json_put(&row, "end", tool_json_offset(g40_citation_end(citation)));
  tool_json_put(&row, "char_start", tool_json_offset(g40_citation_char_start(citation)));
  tool_json_put(&row, "char_end", tool_json_offset(g40_citation_char_end(citation)));
  tool_json_put(&row, "link_start", tool_json_offset(g40_citation_link_start(citation)));
  tool_json_put(&row, "link_end", tool_json_offset(g40_citation_link_end(citation)));
  tool_json_text_put(&row, "section", g40_citation_section(citation));
  tool_json_text_put(&row, "sha256", g40_citation_sha256(citation));
  return tool_json_take(&row);
}

json_t *tool_row_document(const g40_document *document) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "id", g40_document_id(document));
  tool_json_text_put(&row, "document", g40_document_slug(document));
  tool_json_text_put(&row, "title", g40_document_title(document));
  tool_json_text_put(&row, "holder", g40_document_holder(document));
  tool_json_text_put(&row, "holder_name", g40_document_holder_name(document));
  tool_json_text_put(&row, "kind", g40_document_kind(document));
  tool_json_text_put(&row, "language", g40_document_language(document));
  tool_json_text_put(&row, "date_issued", g40_document_date_issued(document));
  tool_json_text_put(&row, "date_precision", g40_document_date_precision(document));
  tool_json_text_put(&row, "occasion", g40_document_occasion(document));
  tool_json_text_put(&row, "occasion_en", g40_document_occasion_en(document));
  tool_json_text_put(&row, "url", g40_document_url(document));
  tool_json_text_put(&row, "licence", g40_document_licence(document));
  tool_json_text_put(&row, "sha256", g40_document_sha256(document));
  tool_json_text_put(&row, "source_sha256", g40_document_source_sha256(document));
  tool_json_int_put(&row, "bytes", g40_document_bytes(document));
  tool_json_int_put(&row, "characters", g40_document_characters(document));
  tool_json_int_put(&row, "positions", g40_document_positions(document));
  tool_json_int_put(&row, "asks", g40_document_asks(document));
  return tool_json_take(&row);
}

json_t *tool_row_member(const g40_member *member) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "name", g40_member_name(member));
  tool_json_text_put(&row, "cbs_code", g40_member_cbs_code(member));
  tool_json_text_put(&row, "tooi", g40_member_tooi(member));
  tool_json_text_put(&row, "labour_market_region", g40_member_labour_market_region(member));
  tool_json_text_put(&row, "id", g40_member_id(member));
  tool_json_text_put(&row, "network", g40_member_network(member));
  tool_json_text_put(&row, "province", g40_member_province(member));
  tool_json_text_put(&row, "oin", g40_member_oin(member));
  tool_json_text_put(&row, "wikidata", g40_member_wikidata(member));
  tool_json_text_put(&row, "source", g40_member_source(member));
  return tool_json_take(&row);
}

static json_t *candidate_rows(const g40_ministries *candidates) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_ministries_count(candidates); i++) {
    const g40_ministry *ministry = g40_ministries_at(candidates, i);
    tool_json row = tool_json_object();
    tool_json_text_put(&row, "id", g40_ministry_id(ministry));
    tool_json_text_put(&row, "abbreviation", g40_ministry_abbreviation(ministry));
    tool_json_text_put(&row, "name", g40_ministry_name(ministry));
    tool_json_text_put(&row, "valid_from", g40_ministry_valid_from(ministry));
    tool_json_text_put(&row, "valid_to", g40_ministry_valid_to(ministry));
    tool_json_text_put(&row, "version", g40_ministry_version(ministry));
    tool_json_add(&rows, tool_json_take(&row));
  }
  return tool_json_take(&rows);
}

json_t *tool_row_resolution(const g40_resolution *resolution, const char *name) {
  const g40_ministry *ministry = g40_resolution_ministry(resolution);
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "state", g40_resolution_state(resolution));
  tool_json_text_put(&row, "reason", g40_resolution_reason(resolution));
  tool_json_text_put(&row, "id", ministry ? g40_ministry_id(ministry) : NULL);
  tool_json_text_put(&row, "abbreviation", ministry ? g40_ministry_abbreviation(ministry) : NULL);
  tool_json_text_put(&row, "name", ministry ? g40_ministry_name(ministry) : NULL);
  tool_json_text_put(&row, "form", g40_resolution_form(resolution));
  tool_json_text_put(&row, "valid_from", ministry ? g40_ministry_valid_from(ministry) : NULL);
  tool_json_text_put(&row, "valid_to", ministry ? g40_ministry_valid_to(ministry) : NULL);
  tool_json_put(&row, "now", tool_rows_now(g40_resolution_now(resolution)));
  tool_json_put(&row, "changes", tool_rows_changes(g40_resolution_changes(resolution)));
  tool_json_put(&row, "transfers", tool_rows_changes(g40_resolution_transfers(resolution)));
  tool_json_put(&row, "candidates", candidate_rows(g40_resolution_candidates(resolution)));
  tool_json_text_put(&row, "query", name);
  tool_json_text_put(&row, "date", g40_resolution_date(resolution));
  tool_json_text_put(&row, "as_of", g40_resolution_as_of(resolution));
  tool_json_put(&row, "notes",
                tool_notes(g40_resolution_beyond_registry(resolution), g40_resolution_before_registry(resolution)));
  tool_json_text_put(&row, "version", ministry ? g40_ministry_version(ministry) : NULL);
  tool_json_text_put(&row, "post", g40_resolution_post(resolution));
  tool_json_text_put(&row, "tooi", ministry ? g40_ministry_tooi(ministry) : NULL);
  tool_json_text_put(&row, "source", ministry ? g40_ministry_source(ministry) : NULL);
  tool_json_text_put(&row, "doubt", ministry ? g40_ministry_doubt(ministry) : NULL);
  return tool_json_take(&row);
}

json_t *tool_row_info(const g40_info *info) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "version", g40_version());
  tool_json_text_put(&row, "sqlite", g40_sqlite_version());
  tool_json_text_put(&row, "path", g40_info_path(info));
  tool_json_put(&row, "embedded", json_boolean(!g40_info_path(info)));
  tool_json_int_put(&row, "schema", g40_info_schema_version(info));
  tool_json_text_put(&row, "written_by", g40_info_written_by(info));
  tool_json_text_put(&row, "known_from", g40_info_known_from(info));
  tool_json_text_put(&row, "known_through", g40_info_known_through(info));
  tool_json_int_put(&row, "documents", g40_info_documents(info));
  tool_json_int_put(&row, "positions", g40_info_positions(info));
  tool_json_int_put(&row, "asks", g40_info_asks(info));
  tool_json_int_put(&row, "stakeholders", g40_info_stakeholders(info));
  tool_json_int_put(&row, "ministries", g40_info_ministries(info));
  return tool_json_take(&row);
}

json_t *tool_row_anchor(const g40_anchor *anchor) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "owner", g40_anchor_owner(anchor));
  tool_json_text_put(&row, "words", g40_anchor_words(anchor));
  tool_json_text_put(&row, "state", g40_anchor_state(anchor));
  tool_json_put(&row, "start", tool_json_offset(g40_anchor_start(anchor)));
  tool_json_put(&row, "end", tool_json_offset(g40_anchor_end(anchor)));
  tool_json_int_put(&row, "line", g40_anchor_line(anchor));
  tool_json_int_put(&row, "column", g40_anchor_column(anchor));
  return tool_json_take(&row);
}
