#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unit/mention_check.h"

static void test_ministries__a_full_name_or_abbreviation_behind_the_head(void **state) {
  (void)state;
  check_mentions(20250901, "Het ministerie van EZ betaalt dit uit eigen middelen.",
                 "ministerie van EZ=ministry-title:EZ/ministry");
  check_mentions(20250901, "Het plan ligt bij het Ministerie van Landbouw, Visserij, Voedselzekerheid en Natuur.",
                 "Ministerie van Landbouw, Visserij, Voedselzekerheid en Natuur=ministry-title:LVVN/ministry");
  check_mentions(20250901, "Zie de brief van de Min. van Financiën.", "Min. van Financiën=ministry-title:Fin/ministry");
  check_mentions(20250901, "Het ministerie wacht af, de minister ook.", "");
}

static void test_ministries__a_person_is_a_post(void **state) {
  (void)state;
  check_mentions(20250901, "De minister van SZW en de Staatssecretaris van I&W komen terug.",
                 "minister van SZW=ministry-title:SZW/post; Staatssecretaris van I&W=ministry-title:IenW/post");
  check_mentions(20200101, "De minister voor Rechtsbescherming antwoordt.",
                 "minister voor Rechtsbescherming=ministry-title:JenV/post");
}

static void test_ministries__a_list_names_each(void **state) {
  (void)state;
  check_mentions(20250901, "Ministeries van EZ, KGG en VRO werken samen.",
                 "EZ=ministry-list:EZ/ministry; KGG=ministry-list:KGG/ministry; VRO=ministry-list:VRO/ministry");
  check_mentions(20250901, "Dat is aan andere bewindspersonen (KGG, I&W en LVVN).",
                 "KGG=ministry-list:KGG/post; I&W=ministry-list:IenW/post; LVVN=ministry-list:LVVN/post");
  check_mentions(20250901, "De ministers van Financiën en Defensie tekenen.",
                 "Financiën=ministry-list:Fin/post; Defensie=ministry-list:Def/post");
  check_mentions(20250901, "De minister van VWS en OCW stuurt een brief.",
                 "minister van VWS=ministry-title:VWS/post; OCW=ministry-list:OCW/post");
  check_mentions(20080101, "Ministeries als Economische Zaken, Landbouw en VROM gaan samen.",
                 "Economische Zaken=ministry-list:EZ/ministry; Landbouw=ministry-list:LNV/ministry; "
                 "VROM=ministry-list:VROM/ministry");
}

static void test_ministries__brackets_behind_a_name_are_the_same_mention(void **state) {
  (void)state;
  check_mentions(20250901, "Het Ministerie van Economische Zaken (EZ) betaalt.",
                 "Ministerie van Economische Zaken (EZ)=ministry-title:EZ/ministry");
}

static void test_ministries__abbreviations_stand_alone_and_in_compounds(void **state) {
  (void)state;
  check_mentions(20250901, "De IenW-begroting en niet-BuZa-inkomsten gaan via VWS.",
                 "IenW=ministry-abbreviation:IenW/ministry; BuZa=ministry-abbreviation:BZ/ministry; "
                 "VWS=ministry-abbreviation:VWS/ministry");
  check_mentions(20250901, "VROM bestaat niet meer.", "VROM=ministry-abbreviation:-/ministry");
  check_mentions(20200101, "Dat vraagt EZ.", "EZ=ministry-abbreviation:-/ministry");
  check_mentions(20250901, "AZ speelt thuis tegen Ajax.", "");
  check_mentions(20250901, "De Inspectie SZW en de inspectiedienst SZW controleren.",
                 "Inspectie SZW=registry:inspectie-szw");
  check_names("Dat vraagt EZ.", "EZ=ministry-abbreviation:?/ministry");
}

static void test_ministries__names_without_a_head(void **state) {
  (void)state;
  check_mentions(20200101, "Dit ligt bij Buitenlandse Zaken en niet hier.",
                 "Buitenlandse Zaken=ministry-name:BZ/ministry");
  check_mentions(20250901, "Daarom moet Defensie meer oefenen.", "Defensie=ministry-name:Def/ministry");
  check_mentions(20250901, "Wij investeren in Defensie en in goed onderwijs.", "");
  check_mentions(20080101, "De minister van VWS neemt taken over van Onderwijs en Justitie.",
                 "minister van VWS=ministry-title:VWS/post; Onderwijs=ministry-name:OCW/ministry; "
                 "Justitie=ministry-name:Just/ministry");
  check_mentions(20080101, "De Officier van Justitie eist straf namens de minister van VWS.",
                 "minister van VWS=ministry-title:VWS/post");
  check_mentions(20210601, "De minister van VWS, en niet die van Landbouw, beslist.",
                 "minister van VWS=ministry-title:VWS/post; Landbouw=ministry-list:LNV/post");
}

static void test_ministries__what_is_only_wanted_is_unresolved(void **state) {
  (void)state;
  check_mentions(20250901, "Er komt een ministerie van Digitale Zaken.",
                 "ministerie van Digitale Zaken=ministry-wanted:-/ministry");
  check_mentions(20250901, "Er moet weer een minister van Volkshuisvesting komen.",
                 "minister van Volkshuisvesting=ministry-wanted:-/post");
  check_mentions(20250901, "Het Ministerie van Volkshuisvesting wordt weer in het leven geroepen.",
                 "Ministerie van Volkshuisvesting=ministry-wanted:-/ministry");
  check_mentions(20250901, "We overleggen met de minister van Volkshuisvesting.",
                 "minister van Volkshuisvesting=ministry-title:VRO/post");
  check_mentions(20200101, "Er blijft een minister voor Rechtsbescherming.",
                 "minister voor Rechtsbescherming=ministry-title:JenV/post");
  check_mentions(20250901, "Een staatssecretaris voor dierenwelzijn, natuur en voedsel is nuttig.",
                 "staatssecretaris voor dierenwelzijn, natuur en voedsel=ministry-title:-/post");
}

static void test_ministries__foreign_ones_are_none(void **state) {
  (void)state;
  check_mentions(20250901, "De Duitse minister van Defensie komt langs.", "");
  check_mentions(20250901, "De Franse premier Durand en oud-minister van Defensie Petit waren er.", "");
  check_mentions(20250901, "De ministers van Financiën van de eurolanden vergaderen.", "eurolanden=place-body");
  check_mentions(20250901, "De Europese Unie krijgt een eigen minister van Buitenlandse Zaken.",
                 "Europese Unie=registry:europese-unie");
  check_mentions(20250901, "Het Openbaar Ministerie vervolgt dit.", "");
}

static void test_ministries__a_name_parted_by_a_hyphen_is_read_whole(void **state) {
  (void)state;
  check_mentions(20210601, "Het ministerie van Volksge- zondheid, 31 Welzijn en Sport beslist.",
                 "ministerie van Volksge- zondheid, 31 Welzijn en Sport=ministry-title:VWS/ministry");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ministries__a_full_name_or_abbreviation_behind_the_head),
      cmocka_unit_test(test_ministries__a_person_is_a_post),
      cmocka_unit_test(test_ministries__a_list_names_each),
      cmocka_unit_test(test_ministries__brackets_behind_a_name_are_the_same_mention),
      cmocka_unit_test(test_ministries__abbreviations_stand_alone_and_in_compounds),
      cmocka_unit_test(test_ministries__names_without_a_head),
      cmocka_unit_test(test_ministries__what_is_only_wanted_is_unresolved),
      cmocka_unit_test(test_ministries__foreign_ones_are_none),
      cmocka_unit_test(test_ministries__a_name_parted_by_a_hyphen_is_read_whole),
  };
  return cmocka_run_group_tests(tests, mention_set_up, mention_tear_down);
}
