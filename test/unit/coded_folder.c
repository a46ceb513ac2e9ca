#include "unit/coded_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

void write_file(const char *path, const char *words, const char *more) {
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fprintf(file, "%s%s", words, more);
  fclose(file);
}

coded_folder *coded_folder_new(const char *paper, const char *coding) {
  coded_folder *in = calloc(1, sizeof *in);
  assert_non_null(in);
  snprintf(in->folder, sizeof in->folder, "/tmp/g40-unit-XXXXXX");
  assert_non_null(mkdtemp(in->folder));
  snprintf(in->db, sizeof in->db, "%s/a.g40", in->folder);
  snprintf(in->paper, sizeof in->paper, "%s/paper.txt", in->folder);
  snprintf(in->coding, sizeof in->coding, "%s/coding.yaml", in->folder);
  write_file(in->paper, paper, "");
  write_file(in->coding, coding, "");
  return in;
}

int coded_folder_free(coded_folder *in) {
  remove(in->db);
  remove(in->paper);
  remove(in->coding);
  int left = rmdir(in->folder);
  free(in);
  return left;
}
