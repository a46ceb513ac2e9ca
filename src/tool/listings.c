/* tool/listings.c - the table of listings. */
#include <string.h>

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

#define SAME(path_name) .path = {path_name, NULL}
#define PLAIN(field_name)                                    \
  {                                                          \
    .head = {field_name, NULL}, .path = { field_name, NULL } \
  }
#define NUMBER(english, dutch, path_name) \
  { .head = {english, dutch}, SAME(path_name), .right = true }
#define COLUMN(english, dutch, path_name) \
  { .head = {english, dutch}, SAME(path_name) }
#define WIDE(english, dutch, english_path, dutch_path) \
  { .head = {english, dutch}, .path = {english_path, dutch_path}, .weight = 3 }
#define CELL(english, dutch, function) \
  { .head = {english, dutch}, .cell = (function) }

static const tool_field position_table[] = {CELL("id", NULL, tool_cell_short_id),
                                            COLUMN("kind", "soort", "kind"),
                                            {.head = {"who", "wie"}, .cell = tool_cell_who, .weight = 2},
                                            WIDE("quote", "citaat", "text", NULL),
                                            TOOL_FIELDS_END};
static const tool_field position_csv[] = {PLAIN("id"),
                                          PLAIN("document"),
                                          PLAIN("theme"),
                                          PLAIN("section"),
                                          PLAIN("kind"),
                                          PLAIN("action"),
                                          PLAIN("quote"),
                                          PLAIN("text"),
                                          PLAIN("start"),
                                          PLAIN("end"),
                                          PLAIN("char_start"),
                                          PLAIN("char_end"),
                                          PLAIN("summary_nl"),
                                          PLAIN("summary_en"),
                                          PLAIN("method"),
                                          PLAIN("rule"),
                                          PLAIN("confidence"),
                                          CELL("ministries", NULL, tool_cell_named),
                                          CELL("ministries_as_written", NULL, tool_cell_named_as_written),
                                          CELL("ministries_now", NULL, tool_cell_named_now),
                                          CELL("responsible", NULL, tool_cell_responsible),
                                          CELL("responsible_now", NULL, tool_cell_responsible_now),
                                          CELL("stakeholders", NULL, tool_cell_stakeholders),
                                          COLUMN("instruments", NULL, "instruments.name"),
                                          COLUMN("advices", NULL, "advices.name"),
                                          CELL("figures", NULL, tool_cell_figures),
                                          COLUMN("places", NULL, "places.name"),
                                          COLUMN("reasons", NULL, "reasons.id"),
                                          PLAIN("as_of"),
                                          TOOL_FIELDS_END};

static const tool_field stakeholder_table[] = {COLUMN("id", NULL, "id"), COLUMN("kind", "soort", "kind"),
                                               WIDE("name", "naam", "name_en", "name"),
                                               NUMBER("positions", "standpunten", "positions"), TOOL_FIELDS_END};
static const tool_field stakeholder_csv[] = {PLAIN("id"),       PLAIN("kind"),      PLAIN("name"),
                                             PLAIN("name_en"),  PLAIN("positions"), COLUMN("names", NULL, "names.text"),
                                             PLAIN("broader"),  PLAIN("tooi"),      PLAIN("cbs_code"),
                                             PLAIN("wikidata"), PLAIN("source"),    PLAIN("doubt"),
                                             TOOL_FIELDS_END};

static const tool_field ministry_table[] = {COLUMN("id", NULL, "id"),
                                            COLUMN("short", "afkorting", "abbreviation"),
                                            WIDE("name", "naam", "name", NULL),
                                            {.head = {"period", "periode"}, .cell = tool_cell_period, .weight = 2},
                                            CELL("now", "nu", tool_cell_now),
                                            NUMBER("named", "genoemd", "positions"),
                                            NUMBER("responsible", "verantw.", "responsible"),
                                            TOOL_FIELDS_END};
static const tool_field ministry_csv[] = {PLAIN("id"),
                                          PLAIN("abbreviation"),
                                          PLAIN("name"),
                                          PLAIN("valid_from"),
                                          PLAIN("valid_to"),
                                          PLAIN("tooi"),
                                          COLUMN("now", NULL, "now.abbreviation"),
                                          COLUMN("now_id", NULL, "now.id"),
                                          PLAIN("version"),
                                          PLAIN("registered_from"),
                                          PLAIN("registered_to"),
                                          PLAIN("positions"),
                                          PLAIN("responsible"),
                                          PLAIN("wikidata"),
                                          PLAIN("source"),
                                          PLAIN("doubt"),
                                          PLAIN("as_of"),
                                          TOOL_FIELDS_END};

static const tool_field theme_table[] = {COLUMN("id", NULL, "id"), WIDE("label", "naam", "label_en", "label_nl"),
                                         NUMBER("positions", "standpunten", "positions"),
                                         NUMBER("asks", "vragen", "asks"), TOOL_FIELDS_END};
static const tool_field theme_csv[] = {PLAIN("id"),        PLAIN("theme"),   PLAIN("label_nl"),
                                       PLAIN("label_en"),  PLAIN("broader"), PLAIN("scheme"),
                                       PLAIN("positions"), PLAIN("asks"),    TOOL_FIELDS_END};

static const tool_field instrument_table[] = {COLUMN("id", NULL, "id"),
                                              COLUMN("kind", "soort", "kind"),
                                              WIDE("name", "naam", "name_en", "name"),
                                              WIDE("quote", "citaat", "quote", NULL),
                                              NUMBER("positions", "standpunten", "positions"),
                                              TOOL_FIELDS_END};
static const tool_field instrument_csv[] = {PLAIN("id"),
                                            PLAIN("kind"),
                                            PLAIN("name"),
                                            PLAIN("name_en"),
                                            PLAIN("positions"),
                                            PLAIN("quote"),
                                            COLUMN("names", NULL, "names.text"),
                                            PLAIN("url"),
                                            PLAIN("date"),
                                            PLAIN("source"),
                                            PLAIN("doubt"),
                                            TOOL_FIELDS_END};

static const tool_field figure_table[] = {
    CELL("value", "waarde", tool_cell_value),     WIDE("about", "waarvan", "about_en", "about"),
    COLUMN("precision", "precisie", "precision"), WIDE("quote", "citaat", "quote", NULL),
    CELL("id", NULL, tool_cell_short_id),         TOOL_FIELDS_END};
static const tool_field figure_csv[] = {PLAIN("id"),       PLAIN("document"), PLAIN("position"), PLAIN("value"),
                                        PLAIN("unit"),     PLAIN("about"),    PLAIN("about_en"), PLAIN("precision"),
                                        PLAIN("quote"),    PLAIN("start"),    PLAIN("end"),      PLAIN("char_start"),
                                        PLAIN("char_end"), TOOL_FIELDS_END};

static const tool_field citation_table[] = {WIDE("quote", "citaat", "quote", NULL), COLUMN("kind", "soort", "kind"),
                                            WIDE("address", "adres", "url", NULL), CELL("id", NULL, tool_cell_short_id),
                                            TOOL_FIELDS_END};
static const tool_field citation_csv[] = {
    PLAIN("id"),       PLAIN("document"),   PLAIN("position"), PLAIN("url"),   PLAIN("kind"),
    PLAIN("target"),   PLAIN("quote"),      PLAIN("start"),    PLAIN("end"),   PLAIN("char_start"),
    PLAIN("char_end"), PLAIN("link_start"), PLAIN("link_end"), TOOL_FIELDS_END};

static const tool_field document_table[] = {COLUMN("id", NULL, "id"),
                                            WIDE("title", "titel", "title", NULL),
                                            COLUMN("holder", "houder", "holder_name"),
                                            COLUMN("kind", "soort", "kind"),
                                            COLUMN("date", "datum", "date_issued"),
                                            NUMBER("positions", "standpunten", "positions"),
                                            NUMBER("asks", "vragen", "asks"),
                                            TOOL_FIELDS_END};
static const tool_field document_csv[] = {
    PLAIN("id"),          PLAIN("document"),   PLAIN("title"),       PLAIN("holder"),         PLAIN("holder_name"),
    PLAIN("kind"),        PLAIN("language"),   PLAIN("date_issued"), PLAIN("date_precision"), PLAIN("occasion"),
    PLAIN("occasion_en"), PLAIN("url"),        PLAIN("licence"),     PLAIN("sha256"),         PLAIN("source_sha256"),
    PLAIN("bytes"),       PLAIN("characters"), PLAIN("positions"),   PLAIN("asks"),           TOOL_FIELDS_END};

static const tool_field member_table[] = {
    COLUMN("name", "naam", "name"),
    COLUMN("CBS code", "CBS-code", "cbs_code"),
    {.head = {"labour-market region", "arbeidsmarktregio"}, SAME("labour_market_region"), .weight = 2},
    COLUMN("province", "provincie", "province"),
    COLUMN("id", NULL, "id"),
    TOOL_FIELDS_END};
static const tool_field member_csv[] = {PLAIN("id"),       PLAIN("network"), PLAIN("name"),
                                        PLAIN("cbs_code"), PLAIN("tooi"),    PLAIN("labour_market_region"),
                                        PLAIN("province"), PLAIN("oin"),     PLAIN("wikidata"),
                                        PLAIN("source"),   TOOL_FIELDS_END};

static const tool_listing LISTINGS[] = {
    {.name = "positions",
     .one = {"position", "standpunt"},
     .many = {"positions", "standpunten"},
     .type = "position",
     .has_now = true,
     CALLS(positions),
     .table = position_table,
     .csv = position_csv},
    {.name = "stakeholders",
     .one = {"stakeholder", "partij"},
     .many = {"stakeholders", "partijen"},
     .type = "stakeholder",
     CALLS(stakeholders),
     .evidence = g40_query_add_stakeholder,
     .table = stakeholder_table,
     .csv = stakeholder_csv},
    {.name = "ministries",
     .one = {"ministry by period", "ministerie per periode"},
     .many = {"ministries by period", "ministeries per periode"},
     .type = "ministry",
     .has_now = true,
     CALLS(ministries),
     .table = ministry_table,
     .csv = ministry_csv},
    {.name = "themes",
     .one = {"theme", "thema"},
     .many = {"themes", "thema's"},
     .type = "theme",
     CALLS(themes),
     .evidence = g40_query_add_theme,
     .table = theme_table,
     .csv = theme_csv},
    {.name = "instruments",
     .one = {"instrument", "instrument"},
     .many = {"instruments", "instrumenten"},
     .type = "instrument",
     CALLS(instruments),
     .evidence = g40_query_add_instrument,
     .table = instrument_table,
     .csv = instrument_csv},
    {.name = "advices",
     .one = {"advice", "advies"},
     .many = {"advices", "adviezen"},
     .type = "advice",
     CALLS(advices),
     .evidence = g40_query_add_instrument,
     .table = instrument_table,
     .csv = instrument_csv},
    {.name = "figures",
     .one = {"figure", "getal"},
     .many = {"figures", "getallen"},
     .type = "figure",
     CALLS(figures),
     .table = figure_table,
     .csv = figure_csv},
    {.name = "citations",
     .one = {"citation", "verwijzing"},
     .many = {"citations", "verwijzingen"},
     .type = "citation",
     CALLS(citations),
     .table = citation_table,
     .csv = citation_csv},
    {.name = "documents",
     .one = {"document", "document"},
     .many = {"documents", "documenten"},
     .type = "document",
     CALLS(documents),
     .evidence = g40_query_add_document,
     .table = document_table,
     .csv = document_csv},
    {.name = "members",
     .one = {"member", "lid"},
     .many = {"members", "leden"},
     CALLS(members),
     .table = member_table,
     .csv = member_csv},
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
