/* Personal contact data in a text: what promise 5 of the design hides. */
#ifndef G4_TEXT_CONTACT_H
#define G4_TEXT_CONTACT_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
  G4_CONTACT_EMAIL, /* name@host.nl, name%40host.nl, name [at] host.nl */
  G4_CONTACT_PHONE, /* (06) 1234 5678, 030-1234567, +31 6 ..., 0800 1234 */
  G4_CONTACT_LINK   /* the whole of a mailto: or tel: link */
} g4_contact_kind;

typedef struct {
  size_t start, end; /* bytes */
  g4_contact_kind kind;
} g4_contact;

/* The first contact that starts at or after `from`; false: there is none. Contacts do not overlap: the next one is
 * looked for from its end. Years, amounts, article and document numbers are none. */
bool g4_contact_next(const char *text, size_t n, size_t from, g4_contact *contact);

#endif
