#include "model/rows.h"

G4_DEFINE_ARRAY(differences, difference)
G4_DEFINE_NUMBER(differences, int64_t, kept)
G4_DEFINE_NUMBER(differences, int64_t, changed)
G4_DEFINE_NUMBER(differences, int64_t, dropped)
G4_DEFINE_NUMBER(differences, int64_t, added)
G4_DEFINE_NUMBER(differences, int64_t, moved)
G4_DEFINE_TEXT(difference, state)
G4_DEFINE_NUMBER(difference, bool, moved)
G4_DEFINE_NUMBER(difference, double, likeness)
const g40_position *g40_difference_before(const g40_difference *one) { return one ? one->before : NULL; }
const g40_position *g40_difference_after(const g40_difference *one) { return one ? one->after : NULL; }
G4_DEFINE_TEXT(difference, before_text)
G4_DEFINE_TEXT(difference, after_text)
G4_DEFINE_PART(difference, marks, gone)
G4_DEFINE_PART(difference, marks, come)
