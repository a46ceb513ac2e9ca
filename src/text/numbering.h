/* Line numbers, as drafts have them in a margin: "... maakt duidelijk wat veel 2", or before the line. */
#ifndef G4_TEXT_NUMBERING_H
#define G4_TEXT_NUMBERING_H

#include "text/lines.h"

/* Takes them off the lines. Lines of nothing but their number go; what follows them then follows a blank. */
void g4_numbering_cut(const char *source, g4_lines *lines);

#endif
