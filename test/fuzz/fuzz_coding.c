/* Any bytes as a coding file beside a small text: read, looked up and checked. */
#include <string.h>

#include "fuzz/scratch.h"
#include "support/walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char text[] =
      "Wonen in de stad\n\nWij vragen het volgende. Het Rijk moet 15% van de woningen betalen volgens de Bouwwet.\n"
      "Het ministerie van EZ bouwt aan een\nwarmte-\nnet, zegt de Bouwraad. Er zijn te weinig huizen.\n\n"
      "jan@example.invalid\n";
  g40_error err;
  walk to;
  scratch_file("paper.txt", (const uint8_t *)text, strlen(text));
  g40_check *check = g40_coding_check(scratch_file("coding.yaml", data, size), size % 2 != 0, &err);
  walk_start(&to);
  walk_check(&to, check);
  g40_check_free(check);
  if (to.broken) {
    __builtin_trap();
  }
  return 0;
}
