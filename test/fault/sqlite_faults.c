#include "fault/sqlite_faults.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "store/sqlite.h"
#include "unit/faults.h"

/* --- memory: each block begins with its size, for xSize */

enum { HEADER = 16, MARKS = 200000 };

static bool marks[MARKS];

bool sqlite_faults_own(long k) { return k < MARKS && marks[k]; }

static void mark(void) {
  long k = faults_seen() + 1;
  if (k < MARKS) {
    marks[k] = true;
  }
}

static void *take(int size) {
  mark();
  char *block = malloc((size_t)size + HEADER);
  if (!block) {
    return NULL;
  }
  memcpy(block, &size, sizeof size);
  return block + HEADER;
}

static void give(void *memory) {
  if (memory) {
    free((char *)memory - HEADER);
  }
}

static void *resize(void *memory, int size) {
  mark();
  char *block = realloc((char *)memory - HEADER, (size_t)size + HEADER);
  if (!block) {
    return NULL;
  }
  memcpy(block, &size, sizeof size);
  return block + HEADER;
}

static int size_of(void *memory) {
  int size = 0;
  if (memory) {
    memcpy(&size, (char *)memory - HEADER, sizeof size);
  }
  return size;
}

static int round_up(int size) { return (size + 7) & ~7; }

static int start(void *unused) {
  (void)unused;
  return SQLITE_OK;
}

static void stop(void *unused) { (void)unused; }

/* libyaml asks these of itself; a program's own come first. */
#define VISIBLE __attribute__((visibility("default")))
VISIBLE void *yaml_malloc(size_t size);
VISIBLE void *yaml_realloc(void *memory, size_t size);
VISIBLE void yaml_free(void *memory);
VISIBLE char *yaml_strdup(const char *text);

void *yaml_malloc(size_t size) { return malloc(size ? size : 1); }

void *yaml_realloc(void *memory, size_t size) { return realloc(memory, size ? size : 1); }

void yaml_free(void *memory) { free(memory); }

char *yaml_strdup(const char *text) {
  char *copy = text ? malloc(strlen(text) + 1) : NULL;
  return copy ? strcpy(copy, text) : NULL;
}

/* --- files: a layer over the system's own. Its files hold the other's file behind themselves. */

static long seen, failing;

static bool refuse(void) { return ++seen == failing; }

void io_faults_start(long k) {
  seen = 0;
  failing = k;
  memset(marks, 0, sizeof marks);
}

long io_faults_stop(void) {
  failing = 0;
  return seen;
}

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
} layer;

static sqlite3_vfs *below;

#define REAL(file) ((layer *)(file))->real
#define CALL(file, method, ...) REAL(file)->pMethods->method(REAL(file), __VA_ARGS__)

static int layer_close(sqlite3_file *file) { return REAL(file)->pMethods->xClose(REAL(file)); }

static int layer_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at) {
  return refuse() ? SQLITE_IOERR_READ : CALL(file, xRead, to, n, at);
}

static int layer_write(sqlite3_file *file, const void *from, int n, sqlite3_int64 at) {
  return refuse() ? (failing % 2 ? SQLITE_FULL : SQLITE_IOERR_WRITE) : CALL(file, xWrite, from, n, at);
}

static int layer_truncate(sqlite3_file *file, sqlite3_int64 size) {
  return refuse() ? SQLITE_IOERR_TRUNCATE : CALL(file, xTruncate, size);
}

static int layer_sync(sqlite3_file *file, int flags) {
  return refuse() ? SQLITE_IOERR_FSYNC : CALL(file, xSync, flags);
}

static int layer_size(sqlite3_file *file, sqlite3_int64 *size) {
  return refuse() ? SQLITE_IOERR_FSTAT : CALL(file, xFileSize, size);
}

static int layer_lock(sqlite3_file *file, int lock) { return refuse() ? SQLITE_BUSY : CALL(file, xLock, lock); }

static int layer_unlock(sqlite3_file *file, int lock) { return CALL(file, xUnlock, lock); }

static int layer_reserved(sqlite3_file *file, int *out) {
  return REAL(file)->pMethods->xCheckReservedLock(REAL(file), out);
}

static int layer_control(sqlite3_file *file, int op, void *argument) { return CALL(file, xFileControl, op, argument); }

static int layer_sector(sqlite3_file *file) { return REAL(file)->pMethods->xSectorSize(REAL(file)); }

static int layer_features(sqlite3_file *file) { return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file)); }

/* Version 1: no shared memory and no mapped reads that would pass by. */
static const sqlite3_io_methods methods = {.iVersion = 1,
                                           .xClose = layer_close,
                                           .xRead = layer_read,
                                           .xWrite = layer_write,
                                           .xTruncate = layer_truncate,
                                           .xSync = layer_sync,
                                           .xFileSize = layer_size,
                                           .xLock = layer_lock,
                                           .xUnlock = layer_unlock,
                                           .xCheckReservedLock = layer_reserved,
                                           .xFileControl = layer_control,
                                           .xSectorSize = layer_sector,
                                           .xDeviceCharacteristics = layer_features};

static int layer_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)vfs;
  layer *made = (layer *)file;
  *made = (layer){.real = (sqlite3_file *)(made + 1)};
  int result = refuse() ? SQLITE_CANTOPEN : below->xOpen(below, name, made->real, flags, out);
  made->base.pMethods = result == SQLITE_OK ? &methods : NULL;
  return result;
}

static int layer_delete(sqlite3_vfs *vfs, const char *name, int sync) {
  (void)vfs;
  return refuse() ? SQLITE_IOERR_DELETE : below->xDelete(below, name, sync);
}

static int layer_access(sqlite3_vfs *vfs, const char *name, int flags, int *out) {
  (void)vfs;
  return refuse() ? SQLITE_IOERR_ACCESS : below->xAccess(below, name, flags, out);
}

static int layer_path(sqlite3_vfs *vfs, const char *name, int size, char *out) {
  (void)vfs;
  return below->xFullPathname(below, name, size, out);
}

int sqlite_faults_install(void) {
  static const sqlite3_mem_methods memory = {take, give, resize, size_of, round_up, start, stop, NULL};
  static sqlite3_vfs vfs;
  int result = sqlite3_config(SQLITE_CONFIG_MALLOC, &memory);
  below = result == SQLITE_OK ? sqlite3_vfs_find(NULL) : NULL;
  if (!below) {
    return result == SQLITE_OK ? SQLITE_ERROR : result;
  }
  vfs = *below;
  vfs.iVersion = 1;
  vfs.szOsFile = (int)sizeof(layer) + below->szOsFile;
  vfs.zName = "faults";
  vfs.xOpen = layer_open;
  vfs.xDelete = layer_delete;
  vfs.xAccess = layer_access;
  vfs.xFullPathname = layer_path;
  return sqlite3_vfs_register(&vfs, 1);
}
