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

static uint8_t tag_of(uint32_t hash) { return (uint8_t)(hash >> 24 | 1); }

/* The slot of the key, or the free one where it belongs. */
static size_t slot_of(const g4_map *map, const char *key, size_t length, uint32_t hash) {
  size_t slot = hash & (map->capacity - 1);
  for (; map->tags[slot]; slot = (slot + 1) & (map->capacity - 1)) {
    if (map->tags[slot] == tag_of(hash)) {
      const g4_map_entry *entry = &map->entries[map->places[slot]];
      if (entry->hash == hash && entry->length == length && memcmp(entry->key, key, length) == 0) {
        break;
      }
    }
  }
  return slot;
}

/* Three of four slots may be used. */
static size_t most_entries(size_t capacity) { return capacity / 4 * 3; }

static bool grow(g4_map *map) {
  size_t capacity = map->capacity ? map->capacity * 2 : 16;
  if (capacity > UINT32_MAX) {
    return false;
  }
  g4_map_entry *entries = realloc(map->entries, most_entries(capacity) * sizeof *entries);
  map->entries = entries ? entries : map->entries;
  uint32_t *places = calloc(capacity, sizeof *places);
  uint8_t *tags = calloc(capacity, sizeof *tags);
  if (!entries || !places || !tags) {
    free(places);
    free(tags);
    return false;
  }
  for (size_t k = 0; k < map->count; k++) {
    size_t slot = entries[k].hash & (capacity - 1);
    while (tags[slot]) {
      slot = (slot + 1) & (capacity - 1);
    }
    tags[slot] = tag_of(entries[k].hash);
    places[slot] = (uint32_t)k;
  }
  free(map->places);
  free(map->tags);
  map->places = places;
  map->tags = tags;
  map->capacity = capacity;
  return true;
}

bool g4_map_put(g4_map *map, const char *key, size_t length, size_t value) {
  if (map->count >= most_entries(map->capacity) && !grow(map)) {
    return false;
  }
  uint32_t hash = hash_of(key, length);
  size_t slot = slot_of(map, key, length, hash);
  if (map->tags[slot]) {
    map->entries[map->places[slot]].value = value;
    return true;
  }
  map->tags[slot] = tag_of(hash);
  map->places[slot] = (uint32_t)map->count;
  map->entries[map->count++] = (g4_map_entry){key, length, value, hash};
  return true;
}

bool g4_map_get(const g4_map *map, const char *key, size_t length, size_t *value) {
  if (!map->count) {
    return false;
  }
  size_t slot = slot_of(map, key, length, hash_of(key, length));
  if (!map->tags[slot]) {
    return false;
  }
  *value = map->entries[map->places[slot]].value;
  return true;
}

void g4_map_free(g4_map *map) {
  free(map->entries);
  free(map->places);
  free(map->tags);
  *map = (g4_map){0};
}
