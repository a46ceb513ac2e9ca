/* tool/rows.h - rows of the library as JSON, one builder a type (docs/cli.md lists the fields). NULL: no memory. */
#ifndef G40_TOOL_ROWS_H
#define G40_TOOL_ROWS_H

#include <g40.h>

#include "tool/json.h"

/* The day for which "now" is answered, and how it lies to what the registry knows. */
typedef struct tool_moment {
  const char *as_of;
  bool beyond, before;
} tool_moment;

json_t *tool_row_position(const g40_position *position, const tool_moment *moment);
json_t *tool_row_ministry(const g40_ministry *ministry, const tool_moment *moment);
json_t *tool_row_stakeholder(const g40_stakeholder *stakeholder);
json_t *tool_row_theme(const g40_theme *theme);
json_t *tool_row_instrument(const g40_instrument *instrument);
json_t *tool_row_figure(const g40_figure *figure);
json_t *tool_row_citation(const g40_citation *citation);
json_t *tool_row_document(const g40_document *document);
json_t *tool_row_member(const g40_member *member);
json_t *tool_row_resolution(const g40_resolution *resolution, const char *name);
json_t *tool_row_hit(const g40_hit *hit);
json_t *tool_row_match(const g40_match *match);
json_t *tool_row_uptake(const g40_uptake *uptake);
json_t *tool_row_edge(const g40_edge *edge, const tool_moment *moment);
json_t *tool_row_difference(const g40_difference *difference);
json_t *tool_row_finding(const g40_finding *finding);
json_t *tool_row_info(const g40_info *info);
json_t *tool_row_anchor(const g40_anchor *anchor);
/* What a position's kind, words and place are, for lists of evidence. */
json_t *tool_row_evidence(const g40_position *position);
json_t *tool_row_context(const g40_context *context);

/* Those who answer now: id, abbreviation, name, version of each. */
json_t *tool_rows_now(const g40_ministries *now);
/* Positions in short: id, kind, text of each. */
json_t *tool_rows_reasons(const g40_reasons *reasons);
json_t *tool_rows_changes(const g40_changes *changes);
json_t *tool_notes(bool beyond, bool before);

#endif
