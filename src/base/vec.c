#include "base/vec.h"

#include <stdint.h>

bool g4_vec_make_room(void **items, size_t count, size_t *capacity, size_t item_size) {
  if (count < *capacity) {
    return true;
  }
  size_t wanted = *capacity ? *capacity * 2 : 8;
  if (wanted < *capacity || wanted > SIZE_MAX / item_size) {
    return false;
  }
  void *grown = realloc(*items, wanted * item_size);
  if (!grown) {
    return false;
  }
  *items = grown;
  *capacity = wanted;
  return true;
}
