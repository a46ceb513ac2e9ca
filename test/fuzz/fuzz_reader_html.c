/* The reader of HTML. */
#include "fuzz/reader_target.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  read_and_check("nota.html", bytes, n);
  return 0;
}
