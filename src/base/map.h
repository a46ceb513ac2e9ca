/* String keys to numbers. Keys are not copied: they must outlive the map. */
#ifndef G4_BASE_MAP_H
#define G4_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *key;
  size_t length, value;
  uint32_t hash;
} g4_map_entry;

typedef struct {
  g4_map_entry *entries; /* in the order in which they came */
  uint32_t *places;      /* of entries, by hash */
  uint8_t *tags; /* a byte of the hash for each place, 0 where it is free: enough for most keys that are not there,
                    and so few bytes that a processor keeps them near */
  size_t count, capacity /* places */;
} g4_map;

/* A zeroed g4_map is an empty map. */
bool g4_map_put(g4_map *map, const char *key, size_t length, size_t value); /* overwrites; false: out of memory */
bool g4_map_get(const g4_map *map, const char *key, size_t length, size_t *value);
void g4_map_free(g4_map *map);

#endif
