/* Whether a figure's number is the one that its words say. */
#ifndef G4_CODING_FIGURE_VALUE_H
#define G4_CODING_FIGURE_VALUE_H

#include <stdbool.h>

/* Words without a digit ("een derde") agree with any number; of several numbers any may be meant. Dutch signs: 100.000
 * and 1,5; duizend, miljoen, miljard behind it count. */
bool g4_figure_agrees(const char *words, double value);

#endif
