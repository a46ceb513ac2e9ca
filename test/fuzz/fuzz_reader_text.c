/* The reader of plain text, with its encodings. */
#include "fuzz/reader_target.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  read_and_check("nota.txt", bytes, n);
  return 0;
}
