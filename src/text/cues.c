#include "text/cues.h"

#include <stdlib.h>
#include <string.h>

#include "text/chars.h"

enum { LONGEST_CUE = 15, LONGEST_ABBREVIATION = 6 };

/* Lower case and without dots, into a C string; false: too long to be in a list. */
static bool normal_form(const char *word, size_t n, char out[LONGEST_CUE + 1]) {
  size_t length = 0;
  for (size_t i = 0; i < n; i++) {
    if (word[i] == '.') {
      continue;
    }
    if (length == LONGEST_CUE) {
      return false;
    }
    out[length++] = g4_ascii_lower(word[i]);
  }
  out[length] = '\0';
  return length > 0;
}

static int compare(const void *key, const void *item) { return strcmp(key, *(const char *const *)item); }

#define FOUND(key, list) (bsearch(key, list, sizeof(list) / sizeof(list)[0], sizeof(list)[0], compare) != NULL)

/* The lists are sorted: they are searched by halves. */

g4_abbreviation g4_abbreviation_of(const char *word, size_t n) {
  static const char *const inner[] = {
      "adhv", "afd", "afz",   "ahw",  "alg", "bijv", "bijz", "burg",  "bvb",  "ca",  "cf",  "cie",  "dd",   "dhr",
      "dir",  "dmv", "dr",    "drs",  "ds",  "dwz",  "eerw", "evt",   "excl", "fam", "geb", "gebr", "gem",  "ic",
      "igv",  "ihb", "ihkv",  "incl", "ing", "inz",  "ipv",  "ir",    "ism",  "itt", "ivm", "jhr",  "kapt", "maw",
      "mbt",  "mbv", "mej",   "mevr", "mln", "mn",   "mr",   "muv",   "mw",   "nav", "nl",  "oa",   "obv",  "ogv",
      "oiv",  "olv", "ongev", "ovv",  "plm", "pp",   "prof", "resp",  "secr", "st",  "tav", "tbv",  "tgv",  "tnv",
      "tov",  "tw",  "tzt",   "vd",   "vgl", "vh",   "vnl",  "voorz", "vw",   "vwb", "wnd", "zg",   "zgn",  "zsm"};
  static const char *const number[] = {"aant", "afb",  "art", "bijl", "bl",  "blz", "fig",   "hfst",   "hst",
                                       "jrg",  "kst",  "max", "min",  "no",  "nr",  "nrs",   "onderd", "pag",
                                       "par",  "parn", "pp",  "rn",   "rnr", "stb", "stcrt", "tab",    "tel"};
  static const char *const open[] = {"aub", "bv", "cq", "dgl", "ea",   "eaa",  "ed",   "enz", "etc",
                                     "ev",  "jl", "mi", "mm",  "nchr", "notk", "nv",   "nvt", "oid",
                                     "pj",  "pm", "pu", "pw",  "svp",  "vchr", "wvttk"};
  char key[LONGEST_CUE + 1];
  if (!normal_form(word, n, key) || strlen(key) > LONGEST_ABBREVIATION) {
    return G4_ABBREVIATION_NONE;
  }
  if (FOUND(key, inner)) {
    return G4_ABBREVIATION_INNER;
  }
  if (FOUND(key, number)) {
    return G4_ABBREVIATION_NUMBER;
  }
  return FOUND(key, open) ? G4_ABBREVIATION_OPEN : G4_ABBREVIATION_NONE;
}

bool g4_is_function_word(const char *word, size_t n) {
  static const char *const words[] = {
      "als", "dat",     "de",      "der",    "des",  "deze", "die",   "dit",    "een", "elke",  "en",    "geen",
      "het", "hun",     "ieder",   "iedere", "mijn", "of",   "omdat", "onze",   "per", "sinds", "te",    "ten",
      "ter", "terwijl", "tijdens", "tussen", "uw",   "van",  "vanaf", "vanuit", "via", "welke", "zoals", "zonder"};
  char key[LONGEST_CUE + 1];
  return normal_form(word, n, key) && FOUND(key, words);
}

bool g4_is_opening_word(const char *word, size_t n) {
  static const char *const words[] = {
      "Aan",      "Al",        "Alle",    "Alleen",   "Als",     "Bij",    "Bovendien", "Daar",     "Daarbij",
      "Daarmee",  "Daarnaast", "Daarom",  "Daarvoor", "Dan",     "Dat",    "De",        "Deze",     "Die",
      "Dit",      "Doe",       "Door",    "Dus",      "Echter",  "Een",    "Elk",       "Elke",     "En",
      "Er",       "Geef",      "Geen",    "Haar",     "Heel",    "Helaas", "Het",       "Hier",     "Hierbij",
      "Hierdoor", "Hiermee",   "Hij",     "Hoe",      "Hoewel",  "Hun",    "Ieder",     "Iedereen", "Ik",
      "In",       "Je",        "Juist",   "Kortom",   "Laat",    "Maak",   "Maar",      "Met",      "Momenteel",
      "Na",       "Naar",      "Naast",   "Net",      "Niemand", "Niet",   "Nog",       "Nu",       "Of",
      "Om",       "Omdat",     "Onder",   "Ons",      "Onze",    "Ook",    "Op",        "Over",     "Regel",
      "Samen",    "Sinds",     "Sommige", "Steeds",   "Stel",    "Stop",   "Te",        "Tegelijk", "Tegelijkertijd",
      "Tevens",   "Tijdens",   "Toch",    "Tot",      "Tussen",  "Uit",    "Uiteraard", "Van",      "Vanaf",
      "Veel",     "Verder",    "Voor",    "Vooral",   "Wanneer", "Want",   "Wat",       "We",       "Wie",
      "Wij",      "Ze",        "Zelfs",   "Zet",      "Zij",     "Zo",     "Zodat",     "Zolang",   "Zonder",
  };
  char key[LONGEST_CUE + 1];
  if (n > LONGEST_CUE) {
    return false;
  }
  memcpy(key, word, n);
  key[n] = '\0';
  return FOUND(key, words);
}
