/* Memory that is freed all at once. Rows and their strings live in the arena of their result. */
#ifndef G4_BASE_ARENA_H
#define G4_BASE_ARENA_H

#include <stddef.h>

typedef struct g4_chunk g4_chunk;

typedef struct {
  g4_chunk *chunks;
  size_t next_size;
} g4_arena;

/* A zeroed g4_arena is an empty arena. */
void *g4_arena_alloc(g4_arena *arena, size_t size);                  /* zeroed; NULL: out of memory */
void *g4_arena_array(g4_arena *arena, size_t count, size_t size);    /* the same, count * size checked */
char *g4_arena_strndup(g4_arena *arena, const char *text, size_t n); /* adds a NUL */
char *g4_arena_strdup(g4_arena *arena, const char *text);            /* NULL for out of memory; text not NULL */
void g4_arena_free(g4_arena *arena);

#endif
