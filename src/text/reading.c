#include "text/reading.h"

#include "base/bytes.h"
#include "text/chars.h"
#include "text/utf8.h"

static void copy(g4_reading *reading, size_t from, const char *bytes, size_t n) {
  reading->failed = reading->failed || !g4_offsets_add(&reading->map, reading->text.length, from);
  g4_buf_add(&reading->text, bytes, n);
}

/* One space, unless the text has none to part or ends with one: a line may hold nothing to read. */
static void space(g4_reading *reading, size_t from) {
  char last = reading->text.length ? reading->text.bytes[reading->text.length - 1] : ' ';
  if (last != ' ' && last != '\n') {
    copy(reading, from, " ", 1);
  }
}

/* Bytes from the start of text that are the same in reading form: no white space but single spaces, nothing invisible.
 */
static bool is_plain(unsigned char byte) { return byte < 0x80 && g4_ascii_chars[byte] != G4_CHAR_SPACE; }

/* The same of eight bytes at once, where all are printable ASCII: no two of them on end are spaces. */
static bool is_plain_eight(const char *text) {
  const uint64_t each = UINT64_C(0x0101010101010101), high = each * 0x80, space = each * ' ';
  uint64_t bytes = g4_bytes_eight(text);
  uint64_t wide_or_control = (bytes | (bytes - space)) & high;
  uint64_t spaces = ~((bytes ^ space) + each * 0x7F) & high; /* the high bit of each byte that is one */
  return !wide_or_control && !(spaces & spaces >> 8);
}

static size_t plain_run(const char *text, size_t n) {
  for (size_t i = 0;;) {
    while (i + 8 <= n && is_plain_eight(text + i)) {
      i += 7; /* what follows the last byte is seen in the next step */
    }
    while (i < n && is_plain((unsigned char)text[i])) {
      i++;
    }
    if (i + 1 >= n) {
      return i;
    }
    unsigned char byte = (unsigned char)text[i];
    bool single = byte == ' ' && is_plain((unsigned char)text[i + 1]);
    bool pair = byte >= 0xC3 && byte < 0xE0; /* all of two bytes but the no-break space and the soft hyphen */
    if (!single && !pair) {
      return i;
    }
    i += 2;
  }
}

/* White space from `at` to the next thing to read becomes one space; invisible characters nothing. None is added where
 * nothing follows: `last` says that the line ends at `end`. */
static size_t add_space(g4_reading *reading, size_t at, size_t end, bool last) {
  bool found = false;
  size_t start = at;
  while (at < end) {
    size_t length;
    uint32_t code = g4_utf8_decode(reading->source + at, end - at, &length);
    if (!g4_char_is_space(code) && !g4_char_is_invisible(code)) {
      break;
    }
    found = found || g4_char_is_space(code);
    at += length;
  }
  if (found && (at < end || !last)) {
    space(reading, start);
  }
  return at;
}

static void add_unmarked(g4_reading *reading, size_t at, size_t end, bool last) {
  const char *source = reading->source;
  while (at < end) {
    size_t length = plain_run(source + at, end - at);
    if (!length) {
      uint32_t code = g4_utf8_decode(source + at, end - at, &length);
      if (g4_char_is_space(code) || g4_char_is_invisible(code)) {
        at = add_space(reading, at, end, last);
        continue;
      }
    }
    copy(reading, at, source + at, length);
    at += length;
  }
}

/* The first mark that ends behind `at`. */
static size_t first_mark(const g4_reading *reading, size_t at) {
  size_t low = 0, high = reading->mark_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (reading->marks[middle].end <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

static void add_stretch(g4_reading *reading, size_t at, size_t end) {
  for (size_t k = first_mark(reading, at); at < end; k++) {
    bool marked = k < reading->mark_count && reading->marks[k].start < end;
    size_t stop = marked ? reading->marks[k].start : end;
    if (stop > at) {
      add_unmarked(reading, at, stop, !marked);
    }
    at = marked ? reading->marks[k].end : end;
  }
}

void g4_reading_add(g4_reading *reading, const g4_hyphens *hyphens, const g4_line *lines, size_t count) {
  size_t begin = reading->text.length;
  for (size_t i = 0; i < count && !reading->failed; i++) {
    size_t start = lines[i].start, end = lines[i].end;
    g4_join join = G4_JOIN_KEEP;
    if (i + 1 < count) {
      join = g4_hyphens_join(hyphens, reading->source, &lines[i], &lines[i + 1]);
    }
    if (join == G4_JOIN_DROP) {
      size_t length;
      g4_utf8_decode_before(reading->source, end, &length);
      end -= length;
      g4_trim(reading->source, &start, &end);
    }
    add_stretch(reading, start, end);
    if (join == G4_JOIN_SPACE) {
      space(reading, end);
    }
  }
  reading->failed = reading->failed || reading->text.failed;
  g4_buf *text = &reading->text;
  while (!reading->failed && text->length > begin && text->bytes[text->length - 1] == ' ') { /* nothing came behind */
    text->bytes[--text->length] = '\0';
  }
}

void g4_reading_part(g4_reading *reading, char c) {
  size_t length = reading->text.length;
  size_t end = length ? g4_offsets_origin(&reading->map, length - 1) + 1 : 0;
  if (c == ' ') {
    space(reading, end);
  } else {
    copy(reading, end, &c, 1);
  }
}

void g4_reading_free(g4_reading *reading) {
  g4_buf_free(&reading->text);
  g4_offsets_free(&reading->map);
  *reading = (g4_reading){0};
}
