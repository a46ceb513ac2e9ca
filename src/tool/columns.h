/* tool/columns.h - the columns of each listing's table and CSV, and the lines of its page. */
#ifndef G40_TOOL_COLUMNS_H
#define G40_TOOL_COLUMNS_H

#include "tool/fields.h"

extern const tool_field tool_position_table[];
extern const tool_field tool_position_csv[];
extern const tool_field tool_stakeholder_table[];
extern const tool_field tool_stakeholder_csv[];
extern const tool_field tool_ministry_table[];
extern const tool_field tool_ministry_csv[];
extern const tool_field tool_theme_table[];
extern const tool_field tool_theme_csv[];
extern const tool_field tool_instrument_table[];
extern const tool_field tool_instrument_csv[];
extern const tool_field tool_figure_table[];
extern const tool_field tool_figure_csv[];
extern const tool_field tool_citation_table[];
extern const tool_field tool_citation_csv[];
extern const tool_field tool_document_table[];
extern const tool_field tool_document_csv[];
extern const tool_field tool_member_table[];
extern const tool_field tool_member_csv[];
extern const tool_field tool_stakeholder_page[];
extern const tool_field tool_theme_page[];
extern const tool_field tool_instrument_page[];
extern const tool_field tool_figure_page[];
extern const tool_field tool_citation_page[];
extern const tool_field tool_document_page[];

#endif
