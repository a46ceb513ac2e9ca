#define _XOPEN_SOURCE 700 /* realpath() */
#include "ingest/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int g4_list_folder(const char *path, g4_arena *arena, g4_names *names, g40_error *err) {
  DIR *folder = opendir(path);
  if (!folder) {
    return g4_fail(err, G40_IO, "cannot read the folder %s: %s", path, strerror(errno));
  }
  int code = G40_OK;
  const struct dirent *entry;
  while (code == G40_OK && (entry = readdir(folder))) {
    if (entry->d_name[0] != '.') {
      const char *copy = g4_arena_strdup(arena, entry->d_name);
      code = copy && g4_vec_push(names, copy) ? G40_OK : g4_nomem(err);
    }
  }
  closedir(folder);
  if (code == G40_OK && names->count > 1) {
    qsort(names->items, names->count, sizeof *names->items, compare_names);
  }
  return code;
}

static int read_all(FILE *file, const char *path, g4_buf *bytes, g40_error *err) {
  char chunk[65536];
  size_t n;
  while ((n = fread(chunk, 1, sizeof chunk, file)) > 0) {
    g4_buf_add(bytes, chunk, n);
    if (bytes->failed) {
      return g4_nomem(err);
    }
  }
  return ferror(file) ? g4_fail(err, G40_IO, "cannot read %s", path) : G40_OK;
}

int g4_read_file(const char *path, g4_buf *bytes, g40_error *err) {
  struct stat status;
  if (stat(path, &status) != 0) {
    return g4_fail(err, G40_IO, "cannot read %s: %s", path, strerror(errno));
  }
  if (!S_ISREG(status.st_mode)) {
    return g4_fail(err, G40_IO, "cannot read %s: it is not a regular file", path);
  }
  FILE *file = fopen(path, "rb");
  if (!file) {
    return g4_fail(err, G40_IO, "cannot read %s: %s", path, strerror(errno));
  }
  int code = read_all(file, path, bytes, err);
  fclose(file);
  return code;
}

const char *g4_join_path(g4_arena *arena, const char *folder, const char *name) {
  size_t length = strlen(folder), more = strlen(name);
  char *path = g4_arena_alloc(arena, length + more + 2);
  if (path) {
    memcpy(path, folder, length);
    path[length] = '/';
    memcpy(path + length + 1, name, more + 1);
  }
  return path;
}

char *g4_absolute_path(const char *path) { return realpath(path, NULL); }

bool g4_is_folder(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}
