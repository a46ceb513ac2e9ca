/* tool/listing.h - what the listing commands list: the library's array behind one face, and the columns. */
#ifndef G40_TOOL_LISTING_H
#define G40_TOOL_LISTING_H

#include "tool/fields.h"
#include "tool/rows.h"

typedef struct tool_listing {
  const char *name;             /* the command, and of an id the part before the slash where `type` is NULL */
  const char *one[2], *many[2]; /* what is counted, by language */
  const char *type;             /* of ids that `show` takes; NULL: none of its own */
  bool has_now;                 /* rows say who answers now */
  const void *(*list)(g40_db *db, const g40_query *query, g40_error *err);
  size_t (*count)(const void *rows);
  int64_t (*total)(const void *rows);
  json_t *(*row)(const void *rows, size_t i, const tool_moment *moment);
  void (*free)(const void *rows);
  int (*evidence)(g40_query *query, const char *name, g40_error *err); /* positions that touch a row, or NULL */
  const tool_field *table, *csv;
  const tool_field *page; /* of show; NULL where it has a layout of its own */
} tool_listing;

/* By the command's name or the type of an id (of `length` bytes); NULL: none. */
const tool_listing *tool_listing_named(const char *name);
const tool_listing *tool_listing_of_type(const char *type, size_t length);

/* All rows of the array. NULL: no memory. */
json_t *tool_listing_rows(const tool_listing *listing, const void *rows, const tool_moment *moment);

/* The as-of date of the options, or the last day that the registry knows; `info` must outlive it. */
tool_moment tool_moment_of(const g40_info *info, const char *as_of);

/* "now: 2026-05-19", and in words where the registry does not know that day. -1 where memory ran out. */
int tool_moment_print(tool_out *out, const tool_moment *moment, tool_lang lang, const g40_info *info);

#endif
