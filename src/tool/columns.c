#include "tool/columns.h"

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
  { .head = {english, dutch}, .path = {english_path, dutch_path}, .weight = 4, .least = 20 }
#define ID \
  { .head = {"id", NULL}, .path = {"id", NULL}, .weight = 2 }
#define SHORT_ID \
  { .head = {"id", NULL}, .cell = tool_cell_short_id, .weight = 2 }
#define CELL(english, dutch, function) \
  { .head = {english, dutch}, .cell = (function) }

const tool_field tool_position_table[] = {SHORT_ID,
                                          COLUMN("kind", "soort", "kind"),
                                          {.head = {"who", "wie"}, .cell = tool_cell_who, .weight = 2, .least = 18},
                                          WIDE("quote", "citaat", "text", NULL),
                                          TOOL_FIELDS_END};
const tool_field tool_position_csv[] = {PLAIN("id"),
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
                                        CELL("instruments", NULL, tool_cell_instruments),
                                        CELL("advices", NULL, tool_cell_advices),
                                        CELL("figures", NULL, tool_cell_figures),
                                        COLUMN("places", NULL, "places.name"),
                                        COLUMN("reasons", NULL, "reasons.id"),
                                        PLAIN("as_of"),
                                        PLAIN("notes"),
                                        PLAIN("sha256"),
                                        TOOL_FIELDS_END};

const tool_field tool_stakeholder_table[] = {ID, COLUMN("kind", "soort", "kind"),
                                             WIDE("name", "naam", "name_en", "name"),
                                             NUMBER("positions", "standpunten", "positions"), TOOL_FIELDS_END};
const tool_field tool_stakeholder_csv[] = {PLAIN("id"),
                                           PLAIN("kind"),
                                           PLAIN("name"),
                                           PLAIN("name_en"),
                                           PLAIN("positions"),
                                           CELL("names", NULL, tool_cell_names),
                                           CELL("related", NULL, tool_cell_related),
                                           PLAIN("broader"),
                                           PLAIN("tooi"),
                                           PLAIN("cbs_code"),
                                           PLAIN("wikidata"),
                                           PLAIN("source"),
                                           PLAIN("doubt"),
                                           TOOL_FIELDS_END};

const tool_field tool_ministry_table[] = {
    {.head = {"id", NULL}, SAME("id"), .weight = 2, .least = 9},
    {.head = {"short", "kort"}, SAME("abbreviation"), .least = 5},
    {.head = {"name", "naam"}, SAME("name"), .weight = 4, .least = 16},
    {.head = {"period", "periode"}, .cell = tool_cell_period, .weight = 2, .least = 12},
    {.head = {"now", "nu"}, .cell = tool_cell_now, .least = 6},
    NUMBER("named", "genoemd", "positions"),
    NUMBER("resp.", "verantw.", "responsible"),
    TOOL_FIELDS_END};
const tool_field tool_ministry_csv[] = {PLAIN("id"),
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
                                        PLAIN("notes"),
                                        TOOL_FIELDS_END};

const tool_field tool_theme_table[] = {ID, WIDE("label", "naam", "label_en", "label_nl"),
                                       NUMBER("positions", "standpunten", "positions"),
                                       NUMBER("asks", "vragen", "asks"), TOOL_FIELDS_END};
const tool_field tool_theme_csv[] = {PLAIN("id"),        PLAIN("theme"),   PLAIN("label_nl"),
                                     PLAIN("label_en"),  PLAIN("broader"), PLAIN("scheme"),
                                     PLAIN("positions"), PLAIN("asks"),    TOOL_FIELDS_END};

const tool_field tool_instrument_table[] = {ID,
                                            COLUMN("kind", "soort", "kind"),
                                            WIDE("name", "naam", "name_en", "name"),
                                            WIDE("quote", "citaat", "quote", NULL),
                                            NUMBER("positions", "standpunten", "positions"),
                                            TOOL_FIELDS_END};
const tool_field tool_instrument_csv[] = {PLAIN("id"),
                                          PLAIN("kind"),
                                          PLAIN("name"),
                                          PLAIN("name_en"),
                                          PLAIN("positions"),
                                          PLAIN("quote"),
                                          CELL("names", NULL, tool_cell_names),
                                          CELL("related", NULL, tool_cell_related),
                                          PLAIN("url"),
                                          PLAIN("date"),
                                          PLAIN("source"),
                                          PLAIN("doubt"),
                                          TOOL_FIELDS_END};

const tool_field tool_figure_table[] = {CELL("value", "waarde", tool_cell_value),
                                        WIDE("about", "waarvan", "about_en", "about"),
                                        COLUMN("precision", "precisie", "precision"),
                                        WIDE("quote", "citaat", "quote", NULL),
                                        ID,
                                        TOOL_FIELDS_END};
const tool_field tool_figure_csv[] = {PLAIN("id"),       PLAIN("document"), PLAIN("position"), PLAIN("value"),
                                      PLAIN("unit"),     PLAIN("about"),    PLAIN("about_en"), PLAIN("precision"),
                                      PLAIN("quote"),    PLAIN("start"),    PLAIN("end"),      PLAIN("char_start"),
                                      PLAIN("char_end"), PLAIN("section"),  PLAIN("sha256"),   TOOL_FIELDS_END};

const tool_field tool_citation_table[] = {WIDE("quote", "citaat", "quote", NULL), COLUMN("kind", "soort", "kind"),
                                          WIDE("address", "adres", "url", NULL), ID, TOOL_FIELDS_END};
const tool_field tool_citation_csv[] = {PLAIN("id"),       PLAIN("document"),   PLAIN("position"), PLAIN("url"),
                                        PLAIN("kind"),     PLAIN("target"),     PLAIN("quote"),    PLAIN("start"),
                                        PLAIN("end"),      PLAIN("char_start"), PLAIN("char_end"), PLAIN("link_start"),
                                        PLAIN("link_end"), PLAIN("section"),    PLAIN("sha256"),   TOOL_FIELDS_END};

const tool_field tool_document_table[] = {ID,
                                          WIDE("title", "titel", "title", NULL),
                                          COLUMN("holder", "houder", "holder_name"),
                                          COLUMN("kind", "soort", "kind"),
                                          COLUMN("date", "datum", "date_issued"),
                                          NUMBER("positions", "standpunten", "positions"),
                                          NUMBER("asks", "vragen", "asks"),
                                          TOOL_FIELDS_END};
const tool_field tool_document_csv[] = {
    PLAIN("id"),          PLAIN("document"),   PLAIN("title"),       PLAIN("holder"),         PLAIN("holder_name"),
    PLAIN("kind"),        PLAIN("language"),   PLAIN("date_issued"), PLAIN("date_precision"), PLAIN("occasion"),
    PLAIN("occasion_en"), PLAIN("url"),        PLAIN("licence"),     PLAIN("sha256"),         PLAIN("source_sha256"),
    PLAIN("bytes"),       PLAIN("characters"), PLAIN("positions"),   PLAIN("asks"),           TOOL_FIELDS_END};

const tool_field tool_member_table[] = {
    COLUMN("name", "naam", "name"),
    COLUMN("CBS code", "CBS-code", "cbs_code"),
    {.head = {"labour-market region", "arbeidsmarktregio"}, SAME("labour_market_region"), .weight = 2},
    COLUMN("province", "provincie", "province"),
    ID,
    TOOL_FIELDS_END};
const tool_field tool_member_csv[] = {PLAIN("id"),       PLAIN("network"), PLAIN("name"),
                                      PLAIN("cbs_code"), PLAIN("tooi"),    PLAIN("labour_market_region"),
                                      PLAIN("province"), PLAIN("oin"),     PLAIN("wikidata"),
                                      PLAIN("source"),   TOOL_FIELDS_END};

/* --- pages of show ------------------------------------------------------------------------------------------- */

const tool_field tool_stakeholder_page[] = {WIDE("name", "naam", "name_en", "name"),
                                            COLUMN("kind", "soort", "kind"),
                                            CELL("names", "namen", tool_cell_names),
                                            CELL("related", "verwant", tool_cell_related),
                                            COLUMN("part of", "deel van", "broader"),
                                            COLUMN("TOOI", NULL, "tooi"),
                                            COLUMN("CBS code", "CBS-code", "cbs_code"),
                                            COLUMN("Wikidata", NULL, "wikidata"),
                                            COLUMN("source", "bron", "source"),
                                            COLUMN("doubt", "twijfel", "doubt"),
                                            TOOL_FIELDS_END};
const tool_field tool_theme_page[] = {WIDE("label", "naam", "label_en", "label_nl"),
                                      COLUMN("part of", "deel van", "broader"), COLUMN("scheme", "indeling", "scheme"),
                                      COLUMN("asks", "vragen", "asks"), TOOL_FIELDS_END};
const tool_field tool_instrument_page[] = {
    WIDE("name", "naam", "name_en", "name"),  COLUMN("kind", "soort", "kind"),
    CELL("names", "namen", tool_cell_names),  CELL("related", "verwant", tool_cell_related),
    COLUMN("written", "geschreven", "quote"), COLUMN("address", "adres", "url"),
    COLUMN("date", "datum", "date"),          COLUMN("source", "bron", "source"),
    COLUMN("doubt", "twijfel", "doubt"),      TOOL_FIELDS_END};
const tool_field tool_figure_page[] = {
    CELL("value", "waarde", tool_cell_value),     WIDE("about", "waarvan", "about_en", "about"),
    COLUMN("precision", "precisie", "precision"), COLUMN("document", NULL, "document"),
    COLUMN("section", "kop", "section"),          COLUMN("SHA-256", NULL, "sha256"),
    COLUMN("position", "standpunt", "position"),  TOOL_FIELDS_END};
const tool_field tool_citation_page[] = {
    COLUMN("address", "adres", "url"),           COLUMN("kind", "soort", "kind"),
    COLUMN("target", "doel", "target"),          COLUMN("document", NULL, "document"),
    COLUMN("section", "kop", "section"),         COLUMN("SHA-256", NULL, "sha256"),
    COLUMN("position", "standpunt", "position"), TOOL_FIELDS_END};
const tool_field tool_document_page[] = {COLUMN("title", "titel", "title"),
                                         COLUMN("holder", "houder", "holder_name"),
                                         COLUMN("kind", "soort", "kind"),
                                         COLUMN("language", "taal", "language"),
                                         COLUMN("date", "datum", "date_issued"),
                                         COLUMN("precision", "precisie", "date_precision"),
                                         WIDE("occasion", "aanleiding", "occasion_en", "occasion"),
                                         COLUMN("address", "adres", "url"),
                                         COLUMN("licence", "licentie", "licence"),
                                         COLUMN("SHA-256", NULL, "sha256"),
                                         COLUMN("bytes", NULL, "bytes"),
                                         COLUMN("characters", "tekens", "characters"),
                                         COLUMN("asks", "vragen", "asks"),
                                         TOOL_FIELDS_END};
