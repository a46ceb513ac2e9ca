/* What keeps the rows of one result alive: a reference count and the arena that holds them.
 * Every array and every row begins with a pointer to it, so that any of them can be kept alone. */
#ifndef G4_MODEL_OWNER_H
#define G4_MODEL_OWNER_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

typedef struct g4_owner {
  atomic_size_t references;
  struct g4_owner *kept[2]; /* results whose rows this one's rows hold; NULL: none */
  g4_arena arena;
} g4_owner;

/* With one reference; NULL: out of memory. */
g4_owner *g4_owner_new(g40_error *err);
void g4_owner_retain(g4_owner *owner);
void g4_owner_release(g4_owner *owner);
/* Keeps another result alive as long as this one; at most two of them. NULL keeps nothing. */
void g4_owner_keep(g4_owner *owner, g4_owner *other);

/* struct g40_<plural>: the array of struct g40_<row>. */
#define G4_ARRAY_TYPE(plural, row) \
  struct g40_##plural {            \
    g4_owner *owner;               \
    size_t count;                  \
    int64_t total;                 \
    struct g40_##row *rows;        \
  }

/* The public functions of an array and of keeping its rows. */
#define G4_DEFINE_ARRAY(plural, row)                                                           \
  size_t g40_##plural##_count(const g40_##plural *array) { return array ? array->count : 0; }  \
  int64_t g40_##plural##_total(const g40_##plural *array) { return array ? array->total : 0; } \
  const g40_##row *g40_##plural##_at(const g40_##plural *array, size_t i) {                    \
    return array && i < array->count ? &array->rows[i] : NULL;                                 \
  }                                                                                            \
  const g40_##plural *g40_##plural##_retain(const g40_##plural *array) {                       \
    if (array) {                                                                               \
      g4_owner_retain(array->owner);                                                           \
    }                                                                                          \
    return array;                                                                              \
  }                                                                                            \
  void g40_##plural##_free(const g40_##plural *array) {                                        \
    if (array) {                                                                               \
      g4_owner_release(array->owner);                                                          \
    }                                                                                          \
  }                                                                                            \
  const g40_##row *g40_##row##_retain(const g40_##row *one) {                                  \
    if (one) {                                                                                 \
      g4_owner_retain(one->owner);                                                             \
    }                                                                                          \
    return one;                                                                                \
  }                                                                                            \
  void g40_##row##_release(const g40_##row *one) {                                             \
    if (one) {                                                                                 \
      g4_owner_release(one->owner);                                                            \
    }                                                                                          \
  }

/* A getter; NULL has no text, no number. */
#define G4_DEFINE_TEXT(row, field) \
  const char *g40_##row##_##field(const g40_##row *one) { return one ? one->field : NULL; }
#define G4_DEFINE_NUMBER(row, type, field) \
  type g40_##row##_##field(const g40_##row *one) { return one ? one->field : 0; }
#define G4_DEFINE_PART(row, plural, field) \
  const g40_##plural *g40_##row##_##field(const g40_##row *one) { return one ? one->field : NULL; }

#endif
