#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool make_room(g4_buf *buf, size_t n) {
  if (buf->failed) {
    return false;
  }
  if (n >= SIZE_MAX - buf->length) {
    buf->failed = true;
    return false;
  }
  size_t need = buf->length + n + 1;
  if (need > buf->capacity) {
    size_t capacity = buf->capacity ? buf->capacity : 64;
    while (capacity < need) {
      capacity = capacity > SIZE_MAX / 2 ? need : capacity * 2;
    }
    char *bytes = realloc(buf->bytes, capacity);
    if (!bytes) {
      buf->failed = true;
      return false;
    }
    buf->bytes = bytes;
    buf->capacity = capacity;
  }
  return true;
}

void g4_buf_add(g4_buf *buf, const void *bytes, size_t n) {
  if (make_room(buf, n)) {
    if (n) {
      memcpy(buf->bytes + buf->length, bytes, n);
    }
    buf->length += n;
    buf->bytes[buf->length] = '\0';
  }
}

void g4_buf_add_char(g4_buf *buf, char c) { g4_buf_add(buf, &c, 1); }

void g4_buf_add_text(g4_buf *buf, const char *text) { g4_buf_add(buf, text, strlen(text)); }

void g4_buf_add_args(g4_buf *buf, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  int n = vsnprintf(NULL, 0, format, again);
  va_end(again);
  if (n < 0) {
    buf->failed = true;
  } else if (make_room(buf, (size_t)n)) {
    vsnprintf(buf->bytes + buf->length, (size_t)n + 1, format, args);
    buf->length += (size_t)n;
  }
}

void g4_buf_add_format(g4_buf *buf, const char *format, ...) {
  va_list args;
  va_start(args, format);
  g4_buf_add_args(buf, format, args);
  va_end(args);
}

void g4_buf_clear(g4_buf *buf) {
  buf->length = 0;
  if (buf->bytes) {
    buf->bytes[0] = '\0';
  }
}

const char *g4_buf_text(const g4_buf *buf) {
  if (buf->failed) {
    return NULL;
  }
  return buf->bytes ? buf->bytes : "";
}

void g4_buf_free(g4_buf *buf) {
  free(buf->bytes);
  *buf = (g4_buf){0};
}
