#include "model/rows.h"

G4_DEFINE_ARRAY(matches, match)
G4_DEFINE_EVIDENCE(match)
G4_DEFINE_TEXT(match, key)
G4_DEFINE_TEXT(match, names)
G4_DEFINE_TEXT(match, words)
G4_DEFINE_TEXT(match, compounds)
G4_DEFINE_TEXT(match, concepts)
G4_DEFINE_TEXT(match, theme)
G4_DEFINE_NUMBER(match, double, score)
G4_DEFINE_NUMBER(match, double, meaning)
