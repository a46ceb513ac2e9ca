/* What is made of the output of pdftotext. The program itself is not ours to fuzz. */
#include <stdint.h>
#include <stdlib.h>

#include "reader/layout.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* The first byte says in which pieces the rest arrives. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  g4_layout layout = {.most = 1 << 20};
  size_t step = n ? (size_t)bytes[0] + 1 : 1;
  for (size_t at = 1; at < n; at += step) {
    if (!g4_layout_take(&layout, (const char *)bytes + at, n - at < step ? n - at : step)) {
      break;
    }
  }
  g4_layout_finish(&layout);
  if (layout.text.failed || !g4_utf8_valid(g4_buf_text(&layout.text), layout.text.length, NULL)) {
    abort();
  }
  g4_buf_free(&layout.text);
  return 0;
}
