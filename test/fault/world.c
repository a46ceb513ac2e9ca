#include "fault/world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault/sqlite_faults.h"

enum { PIECE = 1 << 16 };

/* libyaml 0.2.5 itself loses what it has of a list or a mapping when memory runs out in the middle of it. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);

__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void) {
  return "leak:yaml_parser_load\n";
}

/* Tests hash and copy files tens of thousands of times: in large pieces, eight bytes at once. */
uint64_t world_hash(const char *path) {
  static uint64_t bytes[PIECE / sizeof(uint64_t)];
  FILE *file = fopen(path, "rb");
  if (!file) {
    return 0;
  }
  setvbuf(file, NULL, _IONBF, 0);
  walk all;
  walk_start(&all);
  for (size_t n = fread(bytes, 1, sizeof bytes, file); n > 0; n = fread(bytes, 1, sizeof bytes, file)) {
    memset((char *)bytes + n, 0, sizeof bytes - n);
    for (size_t i = 0; i < (n + sizeof *bytes - 1) / sizeof *bytes; i++) {
      all.hash = (all.hash ^ bytes[i]) * 1099511628211u;
      all.hash ^= all.hash >> 32;
    }
  }
  fclose(file);
  return all.hash;
}

bool world_copy(const char *from, const char *to) {
  static char bytes[PIECE];
  FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
  bool done = in && out;
  for (size_t n = done ? fread(bytes, 1, sizeof bytes, in) : 0; n > 0 && done; n = fread(bytes, 1, sizeof bytes, in)) {
    done = fwrite(bytes, 1, n, out) == n;
  }
  done = (!in || fclose(in) == 0) && done;
  return (!out || fclose(out) == 0) && done;
}

int world_setup(void **state) {
  static world made;
  struct stat status;
  bool memory = stat("/dev/shm", &status) == 0 && access("/dev/shm", W_OK) == 0;
  if (sqlite_faults_install() != 0) {
    return -1;
  }
  made = (world){.question = NULL};
  snprintf(made.folder, sizeof made.folder, "%s/g40-faults-XXXXXX", memory ? "/dev/shm" : "/tmp");
  if (!mkdtemp(made.folder)) {
    return -1;
  }
  snprintf(made.database, sizeof made.database, "%s/small.g40", made.folder);
  g40_error err;
  g40_diagnostics *faults = g40_compile(DATA_DIR "/small", made.database, &err);
  int failed = !faults || g40_diagnostics_errors(faults) ? -1 : 0;
  g40_diagnostics_free(faults);
  made.content = world_hash(made.database);
  *state = &made;
  return failed;
}

int world_teardown(void **state) {
  world *made = *state;
  remove(made->database);
  return rmdir(made->folder); /* fails where something was left behind */
}
