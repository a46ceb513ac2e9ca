#include "tool/out.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "tool/str.h"
#include "tool/wrap.h"

enum { WIDTH_LEAST = 20, WIDTH_MOST = 1000, WIDTH_UNKNOWN = 100 };

/* Writes to a closed stream must fail, not land in the file that is opened next: occupy 0, 1 and 2, the wrong way
 * round. */
static void occupy_standard_streams(void) {
  for (int fd = 0; fd <= 2; fd++) {
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
      int taken = open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
      if (taken >= 0 && taken != fd) {
        close(taken);
      }
    }
  }
}

static size_t terminal_width(bool terminal) {
  const char *columns = getenv("COLUMNS");
  long width = 0;
  if (columns && *columns) {
    char *end = NULL;
    errno = 0;
    width = strtol(columns, &end, 10);
    if (errno || *end || width < 0) {
      width = 0;
    }
  }
  struct winsize size;
  if (width == 0 && terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    width = size.ws_col;
  }
  if (width == 0) {
    return WIDTH_UNKNOWN;
  }
  return (size_t)(width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width);
}

void tool_out_open(tool_out *out) {
  occupy_standard_streams();
  signal(SIGPIPE, SIG_IGN);
  const char *no_color = getenv("NO_COLOR");
  const char *term = getenv("TERM");
  bool terminal = isatty(STDOUT_FILENO) != 0;
  bool dumb = !term || !*term || strcmp(term, "dumb") == 0;
  *out = (tool_out){.file = stdout, .terminal = terminal};
  out->colour = terminal && !dumb && !(no_color && *no_color);
  out->width = terminal_width(terminal);
}

void tool_out_bytes(tool_out *out, const char *bytes, size_t length) {
  if (length == 0 || out->error) {
    return;
  }
  errno = 0;
  if (fwrite(bytes, 1, length, out->file) != length) {
    out->error = errno ? errno : EIO;
  }
}

void tool_out_text(tool_out *out, const char *text) {
  if (text) {
    tool_out_bytes(out, text, strlen(text));
  }
}

void tool_out_spaces(tool_out *out, size_t count) {
  while (count-- > 0) {
    tool_out_bytes(out, " ", 1);
  }
}

void tool_out_style(tool_out *out, tool_style style) {
  static const char *const codes[] = {"\033[0m", "\033[1m", "\033[36m", "\033[2m"};
  if (out->colour) {
    tool_out_text(out, codes[style]);
  }
}

void tool_out_data(tool_out *out, const char *bytes, size_t length) {
  if (!out->terminal) {
    tool_out_bytes(out, bytes, length);
    return;
  }
  tool_str clean = {0};
  tool_clean_lines(&clean, bytes, length);
  if (clean.failed) {
    out->error = ENOMEM;
  } else {
    tool_out_bytes(out, clean.text, clean.length);
  }
  tool_str_free(&clean);
}

int tool_out_close(tool_out *out) {
  errno = 0;
  if (fclose(out->file) != 0 && !out->error) {
    out->error = errno ? errno : EIO;
  }
  if (out->error && out->error != EPIPE) {
    tool_complain("cannot write the output: %s", strerror(out->error));
  }
  return out->error ? 1 : 0;
}

__attribute__((format(printf, 2, 0))) static void complain(const char *before, const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, again);
  va_end(again);
  char *line = length < 0 ? NULL : malloc((size_t)length + 1);
  char *clean = NULL;
  if (line) {
    vsnprintf(line, (size_t)length + 1, format, arguments);
    clean = tool_clean(line);
  }
  fprintf(stderr, "%s%s\n", before, clean ? clean : "out of memory");
  free(clean);
  free(line);
}

void tool_complain(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  complain("g40: ", format, arguments);
  va_end(arguments);
}

void tool_complain_plain(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  complain("", format, arguments);
  va_end(arguments);
}
