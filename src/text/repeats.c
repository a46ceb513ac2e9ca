#include "text/repeats.h"

#include <stdlib.h>

enum { SMALLEST_TABLE = 256, NEAR_PAGES = 2 };

static g4_repeat *slot(g4_repeat *entries, size_t capacity, uint64_t hash) {
  size_t i = (size_t)(hash >> 8) & (capacity - 1);
  while (entries[i].hash && entries[i].hash != hash) {
    i = (i + 1) & (capacity - 1);
  }
  return &entries[i];
}

static bool grow(g4_repeats *repeats) {
  size_t capacity = repeats->capacity ? repeats->capacity * 2 : SMALLEST_TABLE;
  g4_repeat *entries = calloc(capacity, sizeof *entries);
  if (!entries) {
    return false;
  }
  for (size_t i = 0; i < repeats->capacity; i++) {
    if (repeats->entries[i].hash) {
      *slot(entries, capacity, repeats->entries[i].hash) = repeats->entries[i];
    }
  }
  free(repeats->entries);
  repeats->entries = entries;
  repeats->capacity = capacity;
  return true;
}

bool g4_goes_on(uint32_t number, uint32_t before, uint32_t most) { return number > before && number - before <= most; }

bool g4_repeats_add(g4_repeats *repeats, uint64_t hash, g4_occurrence occurrence) {
  if (repeats->count * 2 >= repeats->capacity && !grow(repeats)) {
    return false;
  }
  g4_repeat *entry = slot(repeats->entries, repeats->capacity, hash);
  if (!entry->hash) {
    *entry = (g4_repeat){.hash = hash, .first = occurrence.at};
    repeats->count++;
  } else {
    bool numbered = entry->number && g4_goes_on(occurrence.number, entry->number, G4_LONGEST_STEP);
    entry->near += numbered || g4_goes_on(occurrence.page, entry->page, NEAR_PAGES);
  }
  entry->count++;
  entry->glued += occurrence.glued;
  entry->page = occurrence.page;
  entry->number = occurrence.number;
  entry->last = occurrence.at;
  return true;
}

const g4_repeat *g4_repeats_get(const g4_repeats *repeats, uint64_t hash) {
  if (!repeats->capacity) {
    return NULL;
  }
  const g4_repeat *entry = slot(repeats->entries, repeats->capacity, hash);
  return entry->hash ? entry : NULL;
}

void g4_repeats_free(g4_repeats *repeats) {
  free(repeats->entries);
  *repeats = (g4_repeats){0};
}
