/* What a page carries besides its text: running heads and feet, page numbers, tables of contents, links back to them,
 * letters set one below the other. Found by how they repeat and where they stand, never by what a party calls them. */
#ifndef G4_TEXT_NOISE_H
#define G4_TEXT_NOISE_H

#include "text/lines.h"

/* Flags the noise among the lines. A line that noise is glued to ("... zijn\nKop van de pagina15bestraft.") is cut into
 * several, so the number of lines may grow. */
int g4_noise_find(const char *source, g4_lines *lines, g40_error *err);

#endif
