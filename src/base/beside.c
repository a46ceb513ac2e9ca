#include "base/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PLACES = 100 };

int g4_beside_open(const char *path, g4_buf *name) {
  int file = -1;
  for (int i = 0; file < 0 && i < PLACES; i++) {
    g4_buf_clear(name);
    g4_buf_add_format(name, "%s.new-%ld-%d", path, (long)getpid(), i);
    file = name->failed ? -1 : open(g4_buf_text(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0 && errno != EEXIST) {
      break;
    }
  }
  return file;
}

bool g4_beside_is_device(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}
