/* tool/listings.c - the table of listings. */
#include <string.h>

#include "tool/columns.h"
#include "tool/listing.h"

/* The library's functions for one kind of row behind pointers of one type. */
#define LIBRARY(plural, noun, list_call, row_expression)                                  \
  static const void *plural##_list(g40_db *db, const g40_query *query, g40_error *err) {  \
    return list_call(db, query, err);                                                     \
  }                                                                                       \
  static size_t plural##_count(const void *rows) { return g40_##noun##_count(rows); }     \
  static int64_t plural##_total(const void *rows) { return g40_##noun##_total(rows); }    \
  static json_t *plural##_row(const void *rows, size_t i, const tool_moment *moment) {    \
    (void)moment;                                                                         \
    return row_expression;                                                                \
  }                                                                                       \
  /* The arrays are immutable, so pointers to them are const; only this takes it away. */ \
  static void plural##_free(const void *rows) { g40_##noun##_free((void *)(uintptr_t)rows); }

LIBRARY(positions, positions, g40_db_positions, tool_row_position(g40_positions_at(rows, i), moment))
LIBRARY(stakeholders, stakeholders, g40_db_stakeholders, tool_row_stakeholder(g40_stakeholders_at(rows, i)))
LIBRARY(ministries, ministries, g40_db_ministries, tool_row_ministry(g40_ministries_at(rows, i), moment))
LIBRARY(themes, themes, g40_db_themes, tool_row_theme(g40_themes_at(rows, i)))
LIBRARY(instruments, instruments, g40_db_instruments, tool_row_instrument(g40_instruments_at(rows, i)))
LIBRARY(advices, instruments, g40_db_advices, tool_row_instrument(g40_instruments_at(rows, i)))
LIBRARY(figures, figures, g40_db_figures, tool_row_figure(g40_figures_at(rows, i)))
LIBRARY(citations, citations, g40_db_citations, tool_row_citation(g40_citations_at(rows, i)))
LIBRARY(documents, documents, g40_db_documents, tool_row_document(g40_documents_at(rows, i)))
LIBRARY(members, members, g40_db_members, tool_row_member(g40_members_at(rows, i)))

#define CALLS(plural) \
  .list = plural##_list, .count = plural##_count, .total = plural##_total, .row = plural##_row, .free = plural##_free

static const tool_listing LISTINGS[] = {
    {.name = "positions",
     .one = {"position", "standpunt"},
     .many = {"positions", "standpunten"},
     .type = "position",
     .has_now = true,
     CALLS(positions),
     .table = tool_position_table,
     .csv = tool_position_csv},
    {.name = "stakeholders",
     .one = {"stakeholder", "partij"},
     .many = {"stakeholders", "partijen"},
     .type = "stakeholder",
     CALLS(stakeholders),
     .evidence = g40_query_add_stakeholder,
     .table = tool_stakeholder_table,
     .csv = tool_stakeholder_csv,
     .page = tool_stakeholder_page},
    {.name = "ministries",
     .one = {"ministry by period", "ministerie per periode"},
     .many = {"ministries by period", "ministeries per periode"},
     .type = "ministry",
     .has_now = true,
     CALLS(ministries),
     .table = tool_ministry_table,
     .csv = tool_ministry_csv},
    {.name = "themes",
     .one = {"theme", "thema"},
     .many = {"themes", "thema's"},
     .type = "theme",
     CALLS(themes),
     .evidence = g40_query_add_theme,
     .table = tool_theme_table,
     .csv = tool_theme_csv,
     .page = tool_theme_page},
    {.name = "instruments",
     .one = {"instrument", "instrument"},
     .many = {"instruments", "instrumenten"},
     .type = "instrument",
     CALLS(instruments),
     .evidence = g40_query_add_instrument,
     .table = tool_instrument_table,
     .csv = tool_instrument_csv,
     .page = tool_instrument_page},
    {.name = "advices",
     .one = {"advice", "advies"},
     .many = {"advices", "adviezen"},
     .type = "advice",
     CALLS(advices),
     .evidence = g40_query_add_instrument,
     .table = tool_instrument_table,
     .csv = tool_instrument_csv,
     .page = tool_instrument_page},
    {.name = "figures",
     .one = {"figure", "getal"},
     .many = {"figures", "getallen"},
     .type = "figure",
     CALLS(figures),
     .table = tool_figure_table,
     .csv = tool_figure_csv,
     .page = tool_figure_page},
    {.name = "citations",
     .one = {"citation", "verwijzing"},
     .many = {"citations", "verwijzingen"},
     .type = "citation",
     CALLS(citations),
     .table = tool_citation_table,
     .csv = tool_citation_csv,
     .page = tool_citation_page},
    {.name = "documents",
     .one = {"document", "document"},
     .many = {"documents", "documenten"},
     .type = "document",
     CALLS(documents),
     .evidence = g40_query_add_document,
     .table = tool_document_table,
     .csv = tool_document_csv,
     .page = tool_document_page},
    {.name = "members",
     .one = {"member", "lid"},
     .many = {"members", "leden"},
     CALLS(members),
     .table = tool_member_table,
     .csv = tool_member_csv},
};

enum { LISTING_COUNT = sizeof LISTINGS / sizeof *LISTINGS };

const tool_listing *tool_listing_named(const char *name) {
  for (size_t i = 0; i < LISTING_COUNT; i++) {
    if (strcmp(LISTINGS[i].name, name) == 0) {
      return &LISTINGS[i];
    }
  }
  return NULL;
}

const tool_listing *tool_listing_of_type(const char *type, size_t length) {
  for (size_t i = 0; i < LISTING_COUNT; i++) {
    const char *known = LISTINGS[i].type;
    if (known && strlen(known) == length && strncmp(known, type, length) == 0) {
      return &LISTINGS[i];
    }
  }
  return NULL;
}
