/* A growing array of one type: G4_VEC(int) numbers = {0}; if (!g4_vec_push(&numbers, 7)) ... out of memory. */
#ifndef G4_BASE_VEC_H
#define G4_BASE_VEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#define G4_VEC(type)        \
  struct {                  \
    type *items;            \
    size_t count, capacity; \
  }

/* Room for one more item; false when memory ran out, and then nothing changed. */
bool g4_vec_make_room(void **items, size_t count, size_t *capacity, size_t item_size);

#ifdef __clang_analyzer__ /* which cannot know that an array with room is not NULL */
#define G4_VEC_HAS_ROOM(vec) false
#else
#define G4_VEC_HAS_ROOM(vec) ((vec)->count < (vec)->capacity)
#endif

#define g4_vec_reserve(vec) \
  (G4_VEC_HAS_ROOM(vec) ||  \
   g4_vec_make_room((void **)&(vec)->items, (vec)->count, &(vec)->capacity, sizeof *(vec)->items))
#define g4_vec_push(vec, ...) (g4_vec_reserve(vec) ? ((vec)->items[(vec)->count++] = (__VA_ARGS__), true) : false)
#define g4_vec_free(vec) (free((vec)->items), (vec)->items = NULL, (vec)->count = 0, (vec)->capacity = 0)

#endif
