/* String keys to numbers. Keys are not copied: they must outlive the map. */
#ifndef G4_BASE_MAP_H
#define G4_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *key;
  size_t length;
  uint32_t hash;
  size_t value;
} g4_map_entry;

typedef struct {
  g4_map_entry *entries;
  size_t count, capacity;
} g4_map;

/* A zeroed g4_map is an empty map. */
bool g4_map_put(g4_map *map, const char *key, size_t length, size_t value); /* overwrites; false: out of memory */
bool g4_map_get(const g4_map *map, const char *key, size_t length, size_t *value);
void g4_map_free(g4_map *map);

#endif
