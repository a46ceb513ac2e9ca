/* Any bytes as a registry file: read and checked. */
#include "coding/registry_check.h"
#include "coding/registry_file.h"
#include "fuzz/scratch.h"
#include "support/walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g40_error err;
  g4_registry registry = {0};
  walk to;
  g40_diagnostics *faults = g4_diagnostics_new(&err);
  g4_registry_input input = {.registry = &registry, .diagnostics = faults};
  if (g4_registry_read_file(&input, scratch_file("fuzz.yaml", data, size), "fuzz.yaml", "fuzz", &err) == G40_OK) {
    g4_registry_check(&input, &err);
  }
  walk_start(&to);
  walk_diagnostics(&to, faults);
  g4_registry_input_free(&input);
  g4_registry_free(&registry);
  g40_diagnostics_free(faults);
  if (to.broken) {
    __builtin_trap();
  }
  return 0;
}
