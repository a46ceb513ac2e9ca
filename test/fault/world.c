#include "fault/world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault/sqlite_faults.h"

/* libyaml 0.2.5 itself loses what it has of a list or a mapping when memory runs out in the middle of it. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);

__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void) {
  return "leak:yaml_parser_load\n";
}

uint64_t world_hash(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    return 0;
  }
  walk bytes;
  walk_start(&bytes);
  for (int c = getc(file); c != EOF; c = getc(file)) {
    bytes.hash = (bytes.hash ^ (uint64_t)c) * 1099511628211u;
  }
  fclose(file);
  return bytes.hash;
}

bool world_copy(const char *from, const char *to) {
  FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
  bool done = in && out;
  for (int c = done ? getc(in) : EOF; c != EOF && done; c = getc(in)) {
    done = putc(c, out) != EOF;
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
