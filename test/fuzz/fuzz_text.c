/* Any UTF-8 as a text: taken apart, and each segment must lie in it and read as it says. */
#include "fuzz/scratch.h"
#include "text/segment.h"
#include "text/utf8.h"

static void must(int holds) {
  if (!holds) {
    __builtin_trap();
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g40_error err;
  g4_text text = {0};
  const char *bytes = (const char *)data;
  if (!g4_utf8_valid(bytes, size, NULL) || g4_text_read(&text, bytes, size, &err) != G40_OK) {
    return 0;
  }
  size_t length = text.reading.text.length;
  must(g4_utf8_valid(g4_buf_text(&text.reading.text), length, NULL));
  for (size_t i = 0; i < text.segments.count; i++) {
    const g4_segment *segment = &text.segments.items[i];
    const g4_span *ranges = g4_text_segment_ranges(&text, segment);
    must(segment->reading_start <= segment->reading_end && segment->reading_end <= length && segment->range_count > 0);
    for (size_t k = 0; k < segment->range_count; k++) {
      must(ranges[k].start < ranges[k].end && ranges[k].end <= size);
      must(k == 0 || ranges[k - 1].end <= ranges[k].start);
      must(g4_utf8_is_boundary(bytes, size, ranges[k].start) && g4_utf8_is_boundary(bytes, size, ranges[k].end));
    }
  }
  g4_text_free(&text);
  return 0;
}
