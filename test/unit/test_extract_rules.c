#include "extract/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/judge_check.h"

/* As in docs/rules.md: two texts that the rule decides, and one that it does not. */
static const struct {
  const char *rule, *first, *second, *counter;
} examples[] = {
    {"ask.imperative", "Verlaag het havengeld.", "Zorg dat elke brug een leuning krijgt.", "Zorg is duur geworden."},
    {"ask.request", "Wij roepen de reders op hun schepen te isoleren.",
     "Van de bakkers verwachten we minder zout in het brood.", "De bakkers vragen een hogere prijs."},
    {"ask.must-act", "Reders moeten hun schepen isoleren.", "De havenmeester dient de kade te verlichten.",
     "Iedereen moet genieten."},
    {"ask.must-passive", "De kade moet worden verlicht.", "Oude sluizen dienen te worden hersteld.",
     "De kade wordt al jaren vaak overspoeld."},
    {"ask.must-get", "Vissers moeten meer tijd krijgen.", "Musea moeten extra budget krijgen.",
     "Iedereen moet een kans krijgen."},
    {"ask.must-come", "Er moet een brug over de rivier komen.", "Daarom moet er een loket voor schippers komen.",
     "Er kwam een brug over de rivier."},
    {"ask.must-can", "Schippers moeten hun vergunning online kunnen verlengen.",
     "Vissers moeten bij storm kunnen schuilen.", "Mensen moeten zichzelf kunnen ontplooien."},
    {"ask.must-become", "De dijken moeten hoger worden.", "Het tarief voor de veerpont moet omlaag.",
     "Het leven moet mooi zijn."},
    {"ask.public-present", "De gemeente plaatst bankjes langs de kade.", "Nederland bepleit een verbod op sleepnetten.",
     "De gemeente plaatst nu vaak te weinig bankjes."},
    {"ask.public-goes", "De overheid gaat alle bruggen keuren.", "De gemeente gaat de haven verdiepen.",
     "De gemeente ging de haven verdiepen."},
    {"ask.public-can", "De overheid kan de veerdiensten redden door de accijns te verlagen.",
     "De gemeente kan schippers helpen door het havengeld te verlagen.", "De gemeente kan een lening krijgen."},
    {"ask.needed-that", "Belangrijk is dat de sluizen worden hersteld.",
     "Het is nodig dat elke haven een reddingsboot krijgt.", "Het is belangrijk dat je gelukkig bent."},
    {"commitment.present", "We verlagen het havengeld.", "Oude sluizen herstellen we binnen vier jaar.",
     "We wonen aan het water."},
    {"commitment.goes", "We gaan de veerdiensten uitbreiden.", "Wij zullen de visrechten herverdelen.",
     "We zullen nog lang leven."},
    {"commitment.must", "We moeten de vaargeul verdiepen.", "Daarom moeten we de loodsplicht afschaffen.",
     "We moeten zuinig zijn."},
    {"commitment.want-act", "Wij willen de loodsplicht afschaffen.", "De Waterpartij wil alle sluizen automatiseren.",
     "De schippers willen de loodsplicht afschaffen."},
    {"commitment.want-thing", "Wij willen een verbod op sleepnetten.", "We willen meer ligplaatsen voor zeilschepen.",
     "Wij willen een land waarin iedereen vrij is."},
    {"commitment.want-that", "We willen dat elke haven een reddingsboot krijgt.",
     "Wij willen dat de vaargeul wordt verdiept.", "We willen dat iedereen gelukkig is."},
    {"commitment.favour", "Wij zijn voor een maximumsnelheid op het water.",
     "De Waterpartij is voorstander van gratis veerponten.", "Wij zijn zuinig op de natuur."},
    {"commitment.advocate", "Wij pleiten voor stille motoren.", "We streven naar duizend nieuwe ligplaatsen.",
     "De schippers varen naar de haven."},
    {"commitment.goal", "Ons doel is 50 schone havens.", "Onze inzet is minder lawaai op het water.",
     "Ons doel is een mooie wereld."},
    {"commitment.means", "Dat betekent dat we de vaargeul moeten verdiepen.",
     "Dit betekent dat wij de tarieven moeten verlagen.", "Dat betekent dat we in een delta wonen."},
    {"commitment.opinion", "Wij vinden dat de loodsplicht moet worden afgeschaft.",
     "De Waterpartij vindt dat schippers minder belasting moeten betalen.", "Wij vinden dat de zee mooi is."},
    {"rule.passive", "De loodsplicht wordt afgeschaft.", "Voortaan worden lege netten opgehaald.",
     "Netten worden nu vaak in zee gegooid."},
    {"rule.becomes", "De veerpont wordt gratis.", "Een reddingsvest wordt onderdeel van de uitrusting.",
     "De zee wordt steeds warmer."},
    {"rule.comes", "Er komt een keurmerk voor stille boten.", "In elke haven komt een reddingsboot.",
     "Er komen steeds minder vissen."},
    {"rule.gets", "Schippers krijgen een eigen loket.", "Elke haven krijgt een reddingsboot.",
     "Dit plan krijgt vaak kritiek."},
    {"rule.stays", "De veerpont blijft gratis.", "Het loket blijft behouden.", "Dat blijft lastig."},
    {"rule.goes", "Het havengeld gaat omlaag.", "De accijns op diesel gaat omhoog.", "De zon gaat onder."},
    {"rule.duty", "Reders zijn verantwoordelijk voor hun afval.", "Een reddingsvest is verplicht.",
     "Dat is verplicht."},
    {"rule.right", "Opvarenden hebben recht op een reddingsvest.", "De schipper heeft recht op een ligplaats.",
     "Schippers hebben een hond."},
    {"rule.may", "Zeilschepen mogen gratis aanleggen.", "Sleepnetten mogen niet worden gebruikt.",
     "De zee mag geen stortplaats zijn."},
    {"rule.holds", "In de haven geldt een snelheid van 6 kilometer per uur.", "Voor roeiboten geldt geen loodsplicht.",
     "Die regel geldt al lang."},
    {"rule.only", "De sluis is open, tenzij het mist.", "De steiger is alleen voor reddingsboten.", "Water is nat."},
    {"rule.needed-for", "Een loket is nodig om schippers te helpen.",
     "Extra loodsen zijn nodig om de haven open te houden.", "Een loket is handig om schippers te helpen."},
    {"rule.means", "Dat betekent dat de netten worden opgehaald.", "Dit betekent dat reders hun afval moeten scheiden.",
     "Dat betekent dat vissen schaars zijn."},
    {"rule.actor-present", "• Reders scheiden hun afval.", "• Scholen geven les in zwemmen.",
     "Reders scheiden hun afval."},
    {"rule.actor-among", "We verlagen het havengeld. Reders bouwen stille schepen. De sluizen worden hersteld.",
     "Wij willen een verbod op sleepnetten. Scholen verzorgen zwemlessen. Er komt een loket voor schippers.",
     "De zee is diep. Reders bouwen stille schepen. Dat is mooi."},
    {"rule.will", "De vaargeul zal worden verdiept.", "De overheid zal de sluizen herstellen.", "De zee zal stijgen."},
    {"item.noun", "• Afschaffing van de loodsplicht", "• Geen sleepnetten meer in kustwater", "• De zee en wij"},
    {"item.infinitive", "• Oude sluizen herstellen", "• Alle stuwen gratis openstellen", "• Veel mooie havens"},
    {"item.wished", "Wij willen:\n\n• Stille boten op alle meren\n\n• Veilige steigers voor zwemmers\n",
     "Daarom:\n\n• Schone stranden langs de kust\n\n• Rustige havens voor vogels\n", "• Stille boten op alle meren"},
    {"principle.we-are", "Wij zijn trots op onze dijken.", "We zijn zuinig op het water.",
     "Wij zijn voor een verbod op sleepnetten."},
    {"principle.value", "Wij geloven in schoon water.", "We vinden rust op het water belangrijk.",
     "Wij vinden dat de loodsplicht moet worden afgeschaft."},
    {"principle.vague-act", "Wij kiezen voor de zee.", "We bouwen aan een delta voor later.",
     "We bouwen duizend ligplaatsen."},
    {"principle.want-state", "Wij willen een zee waarin vissen leven.", "We willen een sterke visserij.",
     "Wij willen een verbod op sleepnetten."},
    {"principle.must-be", "De zee moet mooi zijn.", "We moeten zuinig zijn.", "De dijken moeten hoger worden."},
    {"principle.must-can", "Iedereen moet kunnen zwemmen.", "Mensen moeten de kans krijgen om te dromen.",
     "Schippers moeten hun vergunning online kunnen verlengen."},
    {"principle.may-not", "De zee mag geen stortplaats zijn.", "Rust mag niet ten koste gaan van veiligheid.",
     "Sleepnetten mogen niet worden gebruikt."},
    {"principle.needed", "Rust op het water is belangrijk.", "Een sterke kustwacht is nodig.",
     "Een loket is nodig om schippers te helpen."},
    {"principle.deserves", "De kustwacht verdient respect.", "Vissers verdienen rust.",
     "De kustwacht krijgt nieuwe boten."},
    {"principle.goal", "Ons doel is een mooie wereld.", "Uitgangspunt is dat de zee van niemand is.",
     "Ons doel is 50 schone havens."},
    {"statement.question", "Wie redt de zee?", "Waarom vissen we zoveel?", "We redden de zee."},
    {"statement.past", "De vissers vingen steeds minder.", "Vroeger was de zee schoon.", "De vissers vangen minder."},
    {"statement.perfect", "De visstand is gehalveerd.", "Reders hebben jaren gewacht.",
     "De visstand moet worden gehalveerd."},
    {"statement.consequence", "Zo blijft het water schoon.", "Daarmee helpen we de vissers.",
     "Daarom helpen we de vissers."},
    {"statement.reason", "Want de zee is groot.", "Vissen kennen immers geen grenzen.", "We beschermen de vissen."},
    {"statement.now", "Reders gooien nu vaak afval overboord.", "Er komen steeds minder vissen.",
     "Reders krijgen een boete."},
    {"statement.wish-of-others", "De schippers willen rust.", "Veel vissers willen stoppen.",
     "We willen rust op het water."},
    {"statement.can", "Vissen kunnen niet praten.", "De zee kan gevaarlijk zijn.", "De zee moet schoon worden."},
    {"statement.is", "De zee is diep.", "Vissers zijn vaak van huis.", "De zee moet worden beschermd."},
    {"statement.present", "De haven ligt aan de zee.", "Vissers leven van de vangst.",
     "De vissers moeten de haven verlaten."},
    {"statement.told", "De zee is vuil. De vissen zijn schaars. Netten worden in zee gegooid. De vissers zijn boos.",
     "De zee is druk. De haven was vol. De kade wordt met kranen gevuld. De schippers zijn moe.",
     "We verlagen het havengeld. Netten worden in zee gegooid. We herstellen de sluis."},
    {"statement.fragment", "Ook om de vissers in de haven een beter leven te geven.",
     "Zodat de vissers in de haven later rustig kunnen slapen.", "De vissers in de haven slapen rustig."},
    {"other.heading", "1. De zee\n\nDe zee is diep.\n\n2. De haven\n\nDe haven is rustig.\n",
     "1.1 Vissen en mensen\n\nVissen zwemmen.\n\n1.2 Boten en havens\n\nBoten varen.\n", "De zee is diep."},
    {"other.run-in-heading", "• Schone zee. De zee is diep en vol vissen.",
     "• Rust in de haven. Wij verlagen het havengeld.", "De haven is rustig."},
    {"other.lead-in", "Dit willen wij bereiken:", "Wij nemen de volgende maatregelen:", "Wij nemen maatregelen."},
    {"other.fragment", "De zee", "Vissen en mensen", "De zee is diep."},
};

/* Constructions that decide beside the examples of the page. */
static const struct {
  const char *rule, *text;
} constructions[] = {
    {"rule.passive", "De loods wordt beter gewaardeerd."},
    {"rule.holds", "Op het meer gaat een maximum gelden."},
    {"rule.comes", "Bij onvoldoende onderhoud vervalt de vergunning."},
    {"statement.is", "Reders zijn niet aansprakelijk."},
    {"statement.present", "Wij hebben de opdracht de zee te bewaren."},
    {"principle.vague-act", "Wij vervullen op zee een belangrijke rol."},
    {"commitment.favour", "Zo zijn wij voorstander van gratis veerponten."},
    {"ask.must-passive", "Overwogen moet worden om een brug te bouwen."},
    {"commitment.must", "Zolang de overlast bestaat moeten we de sluis sluiten."},
    {"rule.passive", "Reders die stiekem sjoemelen worden beboet."},
    {"commitment.present", "Minder lawaai We verlagen het havengeld."},
    {"ask.must-passive", "Er moe-ten bruggen wor-den gebouwd."},
    {"rule.passive", "De kade langs de rivier wordt verbreed door:"},
    {"rule.will", "Nederland zal de sluizen herstellen."},
    {"principle.must-be", "De sluis moet worden gezien als een poort."},
    {"principle.needed", "Het loket blijft nodig."},
    {"rule.right", "Schippers komen in aanmerking voor een lening."},
    {"statement.now", "Er worden in de haven veel boten gestolen."},
    {"statement.consequence", "Daardoor moeten schippers lang wachten."},
    {"rule.duty", "Het onderhoud van de kade is een taak van de gemeente."},
    {"rule.may", "De steiger mag de vaart niet belemmeren."},
    {"rule.comes", "De loodsplicht vervalt."},
    {"statement.present", "De haven krijgt te maken met verzanding."},
    {"statement.present", "De zee speelt een sleutelrol."},
    {"commitment.opinion", "Wij menen dat de tol moet worden afgeschaft."},
    {"ask.must-become", "De oude loodsplicht moet verdwijnen."},
    {"ask.must-become", "Het loket moet behouden blijven."},
    {"ask.must-become", "De veerpont moet gratis zijn."},
    {"ask.must-become", "Het moet mogelijk zijn om op de kade te overnachten."},
    {"ask.must-become", "De loodsplicht moet uit de wet."},
    {"ask.must-become", "Het varen op zee moet aantrekkelijker worden."},
    {"principle.must-be", "De schipper moet centraal staan."},
    {"principle.must-be", "Bezuinigen moet niet ten koste van de vissers gaan."},
    {"statement.now", "Steeds minder vissers moeten steeds meer vis vangen."},
    {"statement.now", "Schippers moeten vaak lang wachten."},
    {"ask.must-act", "Reders moeten de regels van de haven naleven."},
    {"ask.must-can", "Jongeren moeten kunnen wisselen van vaarbewijs."},
    {"rule.may", "Reders mogen geen belangen hebben in werven."},
    {"rule.may", "Er mag geen stuwdam in de rivier komen."},
    {"rule.may", "Kinderen mogen niet op de kade werken."},
    {"principle.may-not", "Je mag trots zijn op je haven."},
    {"principle.may-not", "Dat mag niet leiden tot angst."},
    {"rule.only", "Sleepnetten kunnen alleen met een vergunning worden gebruikt."},
    {"statement.can", "Alleen zo kan de zee worden gered."},
    {"statement.consequence", "Het visbestand wordt hierdoor bedreigd."},
    {"statement.now", "Op zee worden hoge golven verwacht."},
    {"rule.duty", "Van schippers wordt verwacht dat zij hun motor uitzetten."},
    {"ask.needed-that", "Het is nodig om de sluizen te herstellen."},
    {"principle.needed", "Het is niet wenselijk dat de duinen worden bebouwd."},
    {"rule.right", "Oude schippers houden recht op een ligplaats."},
    {"rule.means", "Voor havens geldt dat het afval moet worden gescheiden."},
    {"rule.goes", "De snelheid op het meer gaat naar 9 kilometer per uur."},
    {"rule.goes", "Zij gaan strenger toezien op het havengeld."},
    {"ask.public-goes", "Nederland blijft investeren in dijken."},
    {"statement.present", "Van de vangst blijft weinig over."},
    {"rule.comes", "Er komen reddingsboten ter beschikking."},
    {"commitment.want-thing", "Sleepnetten willen we niet meer."},
    {"commitment.favour", "SLOEP is tegen het verhogen van het havengeld."},
    {"commitment.present", "Partij voor de Dijken verlaagt het havengeld."},
    {"principle.vague-act", "Wij houden hieraan vast."},
    {"principle.vague-act", "Wij willen schippers inspireren."},
    {"statement.present", "Stem voor de zee!"},
    {"commitment.opinion", "Wat ons betreft gebeurt het toezicht door de havenmeester."},
    {"ask.must-act", "Als maximum moet hier een snelheid van negen kilometer gelden."},
    {"rule.passive", "Het niet hebben van een vaarbewijs wordt bestraft."},
    {"item.noun", "Geen sleepnetten meer in de Waddenzee."},
    {"statement.now", "Verwacht wordt dat er storm komt."},
    {"rule.passive", "Langs de kade wordt al het riet gekapt."},
    {"ask.must-become", "In elke haven moeten reddingsboten beschikbaar zijn."},
    {"statement.present", "Laat de zee schoon zijn."},
    {"statement.is", "De sluis is en blijft een zwakke plek."},
    {"commitment.present", "EEN VEILIGE HAVEN 12 We verdiepen de vaargeul."},
    {"rule.becomes", "Wij staan voor een zee die schoon is, daarom wordt het havengeld hoger."},
    {"rule.becomes", "Keuring van boten en andere producten wordt onderdeel van de wet."},
};

enum { EXAMPLES = sizeof examples / sizeof examples[0] };

static void test_rules__decide_their_examples_and_not_their_counter_example(void **state) {
  (void)state;
  for (size_t i = 0; i < EXAMPLES; i++) {
    if (!judge_decides(examples[i].rule, examples[i].first)) {
      fail_msg("%s does not decide: %s", examples[i].rule, examples[i].first);
    }
    if (!judge_decides(examples[i].rule, examples[i].second)) {
      fail_msg("%s does not decide: %s", examples[i].rule, examples[i].second);
    }
    if (judge_decides(examples[i].rule, examples[i].counter)) {
      fail_msg("%s decides: %s", examples[i].rule, examples[i].counter);
    }
  }
}

static void test_rules__decide_constructions_of_their_kind(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof constructions / sizeof constructions[0]; i++) {
    check_rule(constructions[i].text, constructions[i].rule);
  }
}

static void test_rules__each_has_examples(void **state) {
  (void)state;
  for (int rule = 0; rule < G4_RULE_COUNT; rule++) {
    bool found = false;
    for (size_t i = 0; i < EXAMPLES; i++) {
      found |= strcmp(examples[i].rule, g4_rule_name((g4_rule)rule)) == 0;
    }
    if (!found) {
      fail_msg("%s has no examples", g4_rule_name((g4_rule)rule));
    }
  }
}

static void test_rules__each_has_a_measured_precision(void **state) {
  (void)state;
  for (int rule = 0; rule < G4_RULE_COUNT; rule++) {
    double precision = g4_rule_precision((g4_rule)rule);
    if (!(precision > 0 && precision <= 1)) {
      fail_msg("%s has precision %f: run tools/rule_precision.py", g4_rule_name((g4_rule)rule), precision);
    }
  }
  assert_true(g4_rule_precision(G4_RULE_NONE) == 0);
}

static void test_rules__names_tell_the_kind(void **state) {
  (void)state;
  for (int rule = 0; rule < G4_RULE_COUNT; rule++) {
    const char *name = g4_rule_name((g4_rule)rule);
    const char *kind = g4_kind_name(g4_rule_kind((g4_rule)rule));
    if (g4_rule_kind((g4_rule)rule) == G4_KIND_POSITION) {
      assert_non_null(g4_position_type_name(g4_rule_type((g4_rule)rule)));
    } else {
      assert_int_equal(strncmp(name, kind, strlen(kind)), 0);
      assert_int_equal(g4_rule_type((g4_rule)rule), G4_TYPE_NONE);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rules__decide_their_examples_and_not_their_counter_example),
      cmocka_unit_test(test_rules__decide_constructions_of_their_kind),
      cmocka_unit_test(test_rules__each_has_examples),
      cmocka_unit_test(test_rules__each_has_a_measured_precision),
      cmocka_unit_test(test_rules__names_tell_the_kind),
  };
  return cmocka_run_group_tests(tests, judge_set_up, judge_tear_down);
}
