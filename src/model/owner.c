#include "model/owner.h"

#include <stdlib.h>

g4_owner *g4_owner_new(g40_error *err) {
  g4_owner *owner = calloc(1, sizeof *owner);
  if (!owner) {
    g4_nomem(err);
    return NULL;
  }
  atomic_init(&owner->references, 1);
  return owner;
}

void g4_owner_retain(g4_owner *owner) { atomic_fetch_add_explicit(&owner->references, 1, memory_order_relaxed); }

void g4_owner_release(g4_owner *owner) {
  if (atomic_fetch_sub_explicit(&owner->references, 1, memory_order_acq_rel) == 1) {
    g4_arena_free(&owner->arena);
    for (size_t i = 0; i < sizeof owner->kept / sizeof *owner->kept; i++) {
      if (owner->kept[i]) {
        g4_owner_release(owner->kept[i]);
      }
    }
    free(owner);
  }
}

void g4_owner_keep(g4_owner *owner, g4_owner *other) {
  if (other) {
    g4_owner_retain(other);
    owner->kept[owner->kept[0] != NULL] = other;
  }
}
