#include "extract/nouns.h"

const g4_noun_ending g4_noun_endings[] = {
#define NOUN(ending, action, effect) {#ending, G4_ACTION_##action, G4_EFFECT_##effect, G4_BEARER_NONE},
#include "extract/nouns.def"
#undef NOUN
#define BEARER(word, where) {#word, G4_ACTION_NONE, G4_EFFECT_NONE, G4_BEARER_##where},
    BEARER(sectoren, END) BEARER(sector, END) BEARER(gebieden, END) BEARER(terreinen, END) BEARER(industrie, END)
        BEARER(iedereen, WHOLE) BEARER(mensen, WHOLE) BEARER(samenleving, WHOLE) BEARER(maatschappij, WHOLE)
            BEARER(betrokkenen, WHOLE) BEARER(winkels, WHOLE) BEARER(wijken, WHOLE) BEARER(buurten, WHOLE)
                BEARER(dorpen, WHOLE) BEARER(binnensteden, WHOLE) BEARER(regios, WHOLE) BEARER(middenstand, WHOLE)
                    BEARER(platteland, WHOLE)
#undef BEARER
                        {0}};

g4_noun_cue g4_noun_cue_of(const g4_parse *parse, int i) {
  const g4_entry *entry = g4_parse_at(parse, i)->entry;
  return entry ? (g4_noun_cue){(g4_action)entry->action, (g4_effect)entry->effect} : (g4_noun_cue){0};
}

bool g4_noun_is_bearer(const g4_parse *parse, int i) {
  const g4_entry *entry = g4_parse_at(parse, i)->entry;
  return entry && (entry->flags & G4_ENTRY_BEARER);
}
