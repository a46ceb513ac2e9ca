/* tool/show.h - one row whole, printed for people. */
#ifndef G40_TOOL_SHOW_H
#define G40_TOOL_SHOW_H

#include "tool/listing.h"

/* What the layouts share. A failed allocation sticks in `failed`. */
typedef struct tool_page {
  tool_out *out;
  tool_lang lang;
  bool failed;
} tool_page;

/* A strong line between blocks. */
void tool_page_title(tool_page *page, const char *english, const char *dutch);
/* A label and a text that is cleaned first; nothing where the text is NULL or empty. */
void tool_page_pair(tool_page *page, const char *english, const char *dutch, const char *text);
/* The same with a text that was built; it is freed. */
void tool_page_pair_str(tool_page *page, const char *english, const char *dutch, tool_str *text);
/* Changes of ministries, one a line: date, kind, from, to, note. */
void tool_page_changes(tool_page *page, const json_t *changes);
/* The fields that have a value, as pairs. */
void tool_page_fields(tool_page *page, const tool_field *fields, const json_t *row);

void tool_page_position(tool_page *page, const json_t *position);
void tool_page_entity(tool_page *page, const tool_listing *listing, const json_t *row);
void tool_page_ministry(tool_page *page, const json_t *ministry);

#endif
