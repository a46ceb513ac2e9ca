#include "export/html_labels.h"

#include <stddef.h>
#include <string.h>

#define LABEL(id, nl, en) {nl, en},
static const char *const texts[G4_LABEL_COUNT][2] = {
#include "export/html_labels.def"
};
#undef LABEL

const char *g4_label_text(g4_page_label label, bool dutch) { return texts[label][dutch ? 0 : 1]; }

static const struct {
  const char *list, *code, *nl, *en;
} words[] = {
    {"stakeholder_kind", "ministry", "ministerie", "ministry"},
    {"stakeholder_kind", "government", "overheid", "government"},
    {"stakeholder_kind", "municipality", "gemeente", "municipality"},
    {"stakeholder_kind", "province", "provincie", "province"},
    {"stakeholder_kind", "region", "regio", "region"},
    {"stakeholder_kind", "network", "netwerk", "network"},
    {"stakeholder_kind", "parliament", "parlement", "parliament"},
    {"stakeholder_kind", "agency", "uitvoeringsorganisatie", "agency"},
    {"stakeholder_kind", "inspectorate", "inspectie", "inspectorate"},
    {"stakeholder_kind", "judiciary", "rechterlijke macht", "judiciary"},
    {"stakeholder_kind", "education", "onderwijs", "education"},
    {"stakeholder_kind", "company", "bedrijven", "company"},
    {"stakeholder_kind", "employer_body", "werkgeversorganisatie", "employer body"},
    {"stakeholder_kind", "union", "vakbond", "union"},
    {"stakeholder_kind", "european", "Europees", "European"},
    {"stakeholder_kind", "foreign", "buitenlands", "foreign"},
    {"stakeholder_kind", "country", "land", "country"},
    {"stakeholder_kind", "population_group", "bevolkingsgroep", "population group"},
    {"stakeholder_kind", "party", "politieke partij", "political party"},
    {"stakeholder_kind", "commission", "commissie", "commission"},
    {"stakeholder_kind", "post", "ambt", "post"},
    {"stakeholder_kind", "organisation", "organisatie", "organisation"},
    {"stakeholder_kind", "group", "groep", "group"},
    {"stakeholder_kind", "other", "anders", "other"},
    {"document_kind", "position_paper", "standpuntenpaper", "position paper"},
    {"document_kind", "manifesto", "verkiezingsprogramma", "manifesto"},
    {"document_kind", "coalition_agreement", "coalitieakkoord", "coalition agreement"},
    {"document_kind", "motion", "motie", "motion"},
    {"document_kind", "letter", "brief", "letter"},
    {"document_kind", "report", "rapport", "report"},
    {"document_kind", "other", "ander document", "other document"},
    {"instrument_kind", "law", "wet", "law"},
    {"instrument_kind", "programme", "programma", "programme"},
    {"instrument_kind", "fund", "fonds", "fund"},
    {"instrument_kind", "agreement", "akkoord", "agreement"},
    {"instrument_kind", "agenda", "agenda", "agenda"},
    {"instrument_kind", "vision", "visie", "vision"},
    {"instrument_kind", "pilot", "proef", "pilot"},
    {"instrument_kind", "benefit", "uitkering", "benefit"},
    {"instrument_kind", "scheme", "regeling", "scheme"},
    {"instrument_kind", "plan", "plan", "plan"},
    {"instrument_kind", "tax", "belasting", "tax"},
    {"instrument_kind", "treaty", "verdrag", "treaty"},
    {"instrument_kind", "code", "code", "code"},
    {"instrument_kind", "advice", "advies", "advice"},
    {"state", "resolved", "herleid", "resolved"},
    {"state", "ambiguous", "meerduidig", "ambiguous"},
    {"state", "unresolved", "niet herleid", "unresolved"},
    {"reason", "unknown", "onbekend", "unknown"},
    {"reason", "incomplete", "onvolledig", "incomplete"},
    {"reason", "not_a_ministry", "geen ministerie", "not a ministry"},
    {"reason", "renamed", "heette toen anders", "had another name then"},
    {"reason", "ended", "bestond niet meer", "had ended"},
    {"reason", "not_yet", "bestond nog niet", "did not exist yet"},
    {"method", "curated", "met de hand gecodeerd", "coded by hand"},
    {"method", "rule", "gelezen door een regel", "read by a rule"},
    {"uptake", "taken_up", "overgenomen", "taken up"},
    {"uptake", "same_subject", "zelfde onderwerp", "same subject"},
    {"uptake", "not_found", "niet gevonden", "not found"},
    {"verdict", "literal", "letterlijk overgenomen", "taken up literally"},
    {"verdict", "same_aim", "zelfde doel", "same aim"},
    {"verdict", "weaker", "zwakker", "weaker"},
    {"verdict", "stronger", "sterker", "stronger"},
    {"verdict", "contrary", "tegengesteld", "contrary"},
    {"verdict", "none", "niet overgenomen", "not taken up"},
    {"relation", "named", "genoemd", "named"},
    {"relation", "responsible", "verantwoordelijk", "responsible"},
    {"precision", "exact", "precies", "exact"},
    {"precision", "approximate", "ongeveer", "approximate"},
    {"precision", "at_least", "minstens", "at least"},
    {"precision", "at_most", "hoogstens", "at most"},
    {"precision", "target", "streefgetal", "target"},
};

const char *g4_label_word(const char *list, const char *code, bool dutch) {
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (strcmp(words[i].list, list) == 0 && strcmp(words[i].code, code) == 0) {
      return dutch ? words[i].nl : words[i].en;
    }
  }
  return NULL;
}
