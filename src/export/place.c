#include "export/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/beside.h"

/* A file on its way. */
typedef struct {
  const char *path;
  const char *beside; /* NULL: written in its place */
} written;

typedef struct {
  g4_exporting *e;
  g4_arena arena;
  G4_VEC(written) files;
} placing;

static int cannot_write(g40_error *err, const char *path, int why) {
  return g4_fail(err, G40_IO, "cannot write '%.120s': %s", path, strerror(why));
}

int g4_export_write_fd(void *context, const char *bytes, size_t length) {
  g4_export_fd *to = context;
  while (length) {
    ssize_t n = write(to->fd, bytes, length);
    if (n < 0 && errno == EINTR) {
      continue;
    }
    if (n <= 0) {
      to->error = errno;
      return -1;
    }
    bytes += n;
    length -= (size_t)n;
  }
  return 0;
}

static int open_file(placing *in, written *file, int *fd) {
  g40_error *err = in->e->err;
  if (g4_beside_is_device(file->path)) {
    *fd = open(file->path, O_WRONLY | O_CLOEXEC);
    return *fd < 0 ? cannot_write(err, file->path, errno) : G40_OK;
  }
  g4_buf name = {0};
  *fd = g4_beside_open(file->path, &name);
  int code = *fd >= 0 ? G40_OK : name.failed ? g4_nomem(err) : cannot_write(err, file->path, errno);
  file->beside = code == G40_OK ? g4_arena_strdup(&in->arena, g4_buf_text(&name)) : NULL;
  if (code == G40_OK && !file->beside) {
    close(*fd);
    remove(g4_buf_text(&name));
    code = g4_nomem(err);
  }
  g4_buf_free(&name);
  return code;
}

static int write_file(placing *in, const char *path) {
  g40_error *err = in->e->err;
  written file = {.path = path};
  g4_export_fd to = {.fd = -1};
  if (!g4_vec_reserve(&in->files)) {
    return g4_nomem(err);
  }
  int code = open_file(in, &file, &to.fd);
  if (code != G40_OK) {
    return code;
  }
  in->files.items[in->files.count++] = file;
  in->e->sink = (g4_sink){.write = g4_export_write_fd, .context = &to};
  code = g4_export_run(in->e);
  if (in->e->sink.refused) {
    code = cannot_write(err, path, to.error);
  }
  g4_sink_free(&in->e->sink);
  if (close(to.fd) != 0 && code == G40_OK) {
    code = cannot_write(err, path, errno);
  }
  return code;
}

static int write_tables(placing *in, const char *folder) {
  g40_error *err = in->e->err;
  const char *table;
  int code = G40_OK;
  if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
    return cannot_write(err, folder, errno);
  }
  for (size_t i = 0; code == G40_OK && (table = g4_csv_table_at(i)) != NULL; i++) {
    g4_buf name = {0};
    g4_buf_add_format(&name, "%s/%s.csv", folder, table);
    const char *path = name.failed ? NULL : g4_arena_strdup(&in->arena, g4_buf_text(&name));
    g4_buf_free(&name);
    in->e->table = i;
    code = path ? write_file(in, path) : g4_nomem(err);
  }
  return code;
}

/* All are whole: into their places. What cannot be moved, and what was not asked for any more, goes. */
static int put_in_place(placing *in, int code) {
  for (size_t i = 0; i < in->files.count; i++) {
    const written *file = &in->files.items[i];
    if (file->beside && code == G40_OK && rename(file->beside, file->path) != 0) {
      code = cannot_write(in->e->err, file->path, errno);
    }
    if (file->beside && code != G40_OK) {
      remove(file->beside);
    }
  }
  return code;
}

int g4_export_to_place(g4_exporting *e, const char *path) {
  placing in = {.e = e};
  int code = e->settings->format->tables && !e->settings->one_table ? write_tables(&in, path) : write_file(&in, path);
  code = put_in_place(&in, code);
  g4_vec_free(&in.files);
  g4_arena_free(&in.arena);
  return code;
}
