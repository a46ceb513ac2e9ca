#include "text/offsets.h"

bool g4_offsets_add(g4_offsets *map, size_t derived, size_t origin) {
  if (map->count) {
    g4_offset_run *last = &map->items[map->count - 1];
    if (derived - last->derived == origin - last->origin && derived >= last->derived) {
      return true;
    }
    if (last->derived == derived) {
      last->origin = origin;
      return true;
    }
  }
  return g4_vec_push(map, (g4_offset_run){derived, origin});
}

size_t g4_offsets_origin(const g4_offsets *map, size_t derived) {
  size_t low = 0, high = map->count; /* runs before low start at or before `derived` */
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (map->items[middle].derived <= derived) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (!low) {
    return derived;
  }
  const g4_offset_run *run = &map->items[low - 1];
  size_t origin = run->origin + (derived - run->derived);
  bool bounded = low < map->count && map->items[low].origin >= run->origin;
  return bounded && origin > map->items[low].origin ? map->items[low].origin : origin;
}

void g4_offsets_free(g4_offsets *map) { g4_vec_free(map); }
