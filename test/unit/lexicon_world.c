#include "unit/lexicon_world.h"

#include "unit/registry_fixture.h"

g4_registry registry;
g4_lexicon *lexicon;
g4_spotter *spotter;

int lexicon_world_set_up(void **state) {
  (void)state;
  if (registry_fixture(&registry)) {
    return -1;
  }
  lexicon = g4_lexicon_new(&registry, NULL);
  spotter = g4_spotter_new(&registry, G4_ANY_TYPE, NULL);
  return lexicon && spotter ? 0 : -1;
}

int lexicon_world_tear_down(void **state) {
  (void)state;
  g4_spotter_free(spotter);
  g4_lexicon_free(lexicon);
  g4_registry_free(&registry);
  return 0;
}
