/* What two texts differ in, word by word. */
#ifndef G4_TEXT_DIFFERENCE_H
#define G4_TEXT_DIFFERENCE_H

#include "base/error.h"
#include "base/vec.h"
#include "text/span.h"

typedef G4_VEC(g4_span) g4_word_spans;

/* The words of each text that are not in a longest common run of words of both, in order; words side by side are one
 * span. Signs between words do not count. Where both texts have thousands of words between the first and the last
 * difference, all of these count as different: time and memory stay bounded. G40_NOMEM or 0. */
int g4_difference(const char *before, const char *after, g4_word_spans *gone, g4_word_spans *come, g40_error *err);

#endif
