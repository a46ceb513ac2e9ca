#include "base/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"

enum { CHUNK = 8 };

static uint64_t mix(uint64_t hash, uint64_t chunk) {
  hash = (hash ^ chunk) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

/* Eight bytes a step, the last ones again where there are too few: words of a text are looked up by the million. */
static uint32_t hash_of(const char *key, size_t length) {
  uint64_t hash = length;
  if (length >= CHUNK) {
    for (size_t at = 0; at + CHUNK < length; at += CHUNK) {
      hash = mix(hash, g4_bytes_eight(key + at));
    }
    return (uint32_t)mix(hash, g4_bytes_eight(key + length - CHUNK));
  }
  if (length >= CHUNK / 2) {
    return (uint32_t)mix(hash, g4_bytes_four(key) << 32 | g4_bytes_four(key + length - CHUNK / 2));
  }
  uint64_t few = 0;
  for (size_t at = 0; at < length; at++) {
    few = few << 8 | (unsigned char)key[at];
  }
  return (uint32_t)mix(hash, few);
}

/* The entry that holds the key, or the free one where it belongs. */
static g4_map_entry *slot(g4_map_entry *entries, size_t capacity, const char *key, size_t length, uint32_t hash) {
  size_t i = hash & (capacity - 1);
  while (entries[i].key &&
         (entries[i].hash != hash || entries[i].length != length || memcmp(entries[i].key, key, length) != 0)) {
    i = (i + 1) & (capacity - 1);
  }
  return &entries[i];
}

static bool grow(g4_map *map) {
  size_t capacity = map->capacity ? map->capacity * 2 : 16;
  g4_map_entry *entries = calloc(capacity, sizeof *entries);
  if (!entries) {
    return false;
  }
  for (size_t i = 0; i < map->capacity; i++) {
    const g4_map_entry *old = &map->entries[i];
    if (old->key) {
      *slot(entries, capacity, old->key, old->length, old->hash) = *old;
    }
  }
  free(map->entries);
  map->entries = entries;
  map->capacity = capacity;
  return true;
}

bool g4_map_put(g4_map *map, const char *key, size_t length, size_t value) {
  if (map->count * 4 >= map->capacity * 3 && !grow(map)) {
    return false;
  }
  uint32_t hash = hash_of(key, length);
  g4_map_entry *entry = slot(map->entries, map->capacity, key, length, hash);
  if (!entry->key) {
    *entry = (g4_map_entry){key, length, hash, value};
    map->count++;
  }
  entry->value = value;
  return true;
}

bool g4_map_get(const g4_map *map, const char *key, size_t length, size_t *value) {
  if (!map->count) {
    return false;
  }
  const g4_map_entry *entry = slot(map->entries, map->capacity, key, length, hash_of(key, length));
  if (!entry->key) {
    return false;
  }
  *value = entry->value;
  return true;
}

void g4_map_free(g4_map *map) {
  free(map->entries);
  *map = (g4_map){0};
}
