#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 1024, LARGEST_CHUNK = 256 * 1024 };

struct g4_chunk {
  g4_chunk *next;
  size_t used, size;
  alignas(max_align_t) unsigned char bytes[];
};

static g4_chunk *add_chunk(g4_arena *arena, size_t at_least) {
  size_t size = arena->next_size ? arena->next_size : FIRST_CHUNK;
  if (size < at_least) {
    size = at_least;
  }
  if (size > SIZE_MAX - sizeof(g4_chunk)) {
    return NULL;
  }
  g4_chunk *chunk = malloc(sizeof *chunk + size);
  if (!chunk) {
    return NULL;
  }
  chunk->used = 0;
  chunk->size = size;
  chunk->next = arena->chunks;
  arena->chunks = chunk;
  arena->next_size = size < LARGEST_CHUNK / 2 ? size * 2 : LARGEST_CHUNK;
  return chunk;
}

static void *reserve(g4_arena *arena, size_t size) {
  const size_t align = alignof(max_align_t);
  if (size > SIZE_MAX - align) {
    return NULL;
  }
  size = (size + align - 1) / align * align;
  g4_chunk *chunk = arena->chunks;
  if (!chunk || chunk->size - chunk->used < size) {
    chunk = add_chunk(arena, size);
    if (!chunk) {
      return NULL;
    }
  }
  void *memory = chunk->bytes + chunk->used;
  chunk->used += size;
  return memory;
}

void *g4_arena_alloc(g4_arena *arena, size_t size) {
  void *memory = reserve(arena, size ? size : 1);
  return memory ? memset(memory, 0, size) : NULL;
}

void *g4_arena_array(g4_arena *arena, size_t count, size_t size) {
  return size && count > SIZE_MAX / size ? NULL : g4_arena_alloc(arena, count * size);
}

char *g4_arena_strndup(g4_arena *arena, const char *text, size_t n) {
  char *copy = n < SIZE_MAX ? reserve(arena, n + 1) : NULL;
  if (copy) {
    if (n) {
      memcpy(copy, text, n);
    }
    copy[n] = '\0';
  }
  return copy;
}

char *g4_arena_strdup(g4_arena *arena, const char *text) { return g4_arena_strndup(arena, text, strlen(text)); }

void g4_arena_free(g4_arena *arena) {
  while (arena->chunks) {
    g4_chunk *chunk = arena->chunks;
    arena->chunks = chunk->next;
    free(chunk);
  }
  arena->next_size = 0;
}
