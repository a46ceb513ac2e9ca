/* Xapian beside our index, over the same terms; only where its headers were found: it is GPL, and nothing but this
 * benchmark may be linked with it. */
#ifndef BENCH_XAPIAN_H
#define BENCH_XAPIAN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { XAPIAN_AND, XAPIAN_OR, XAPIAN_PHRASE } xapian_how;

typedef struct {
  const char *text;
  uint32_t position;
} xapian_term;

/* A database in a temporary folder. NULL: built without Xapian. Any other failure ends the program. */
void *xapian_new(void);
void xapian_add(void *peer, uint32_t id, const xapian_term *terms, size_t count);
/* What was added can be asked for. */
void xapian_ready(void *peer);
/* The sum of the ids of the best `limit`. */
size_t xapian_ask(void *peer, xapian_how how, const char *const *terms, size_t count, unsigned limit);
void xapian_free(void *peer);

#ifdef __cplusplus
}
#endif

#endif
