/* Exports of a database of papers against `sqlite3 .dump` of the tables that they read, each as a program of its own,
 * in turn in one run; and what an export has resident at most. The papers: the .txt files of G40_BENCH_DIR, else of
 * ../shared/corpus/bench. The command: G40, else build/g40. */
#include <fcntl.h>
#include <g40.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "measure.h"

enum { ROUNDS = 5, FORMATS = 3 };

static const char tables[] =
    ".dump position position_passage position_range position_reason position_role position_responsible"
    " position_instrument position_place figure citation document stakeholder ministry_version ministry_change theme"
    " instrument name member";
static const char tables_of_csv[] =
    ".dump position position_passage position_reason position_role position_responsible position_instrument figure"
    " citation document stakeholder ministry_version ministry_change theme instrument name member section passage";

/* Of the programs that have ended: on a machine that does other work too, this is what can be compared. */
static double cpu_seconds(void) {
  struct rusage used;
  getrusage(RUSAGE_CHILDREN, &used);
  return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static double run(const char *const *arguments) {
  double start = cpu_seconds();
  int status = 0;
  pid_t child = fork();
  if (child == 0) {
    int nothing = open("/dev/null", O_WRONLY);
    dup2(nothing, STDOUT_FILENO);
    execvp(arguments[0], (char *const *)(size_t)arguments);
    _exit(127);
  }
  if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    bench_fail("export", arguments[0]);
  }
  return cpu_seconds() - start;
}

static void ingest(const char *tool, const char *database, const char *folder) {
  static const char script[] = "exec \"$0\" ingest --db \"$1\" \"$2\"/*.txt 2>/dev/null";
  const char *const arguments[] = {"sh", "-c", script, tool, database, folder, NULL};
  run(arguments);
}

static void measure(const char *tool, const char *database, const char *format, const char *out) {
  const char *const dump[] = {"sqlite3", database, strcmp(format, "csv") == 0 ? tables_of_csv : tables, NULL};
  const char *const export[] = {tool, "export", "--db", database, "--format", format, "-o", out, NULL};
  double ours[ROUNDS], theirs[ROUNDS];
  for (int i = 0; i < ROUNDS; i++) {
    theirs[i] = run(dump);
    ours[i] = run(export);
  }
  printf("export %s: %.2fx the CPU time of sqlite3 .dump of the tables that it reads, median of %d (bar: 2x)\n", format,
         bench_median(ours, ROUNDS) / bench_median(theirs, ROUNDS), ROUNDS);
}

int main(void) {
  static const char *const formats[FORMATS] = {"jsonld", "graphml", "csv"};
  const char *folder = getenv("G40_BENCH_DIR"), *tool = getenv("G40");
  char scratch[] = "/tmp/g40-export-XXXXXX", database[64], out[64], away[80];
  folder = folder ? folder : SOURCE_DIR "/../shared/corpus/bench";
  if (access(folder, R_OK) != 0) {
    printf("export: no papers in %s\n", folder);
    return 0;
  }
  if (!mkdtemp(scratch)) {
    bench_fail("export", "no folder to work in");
  }
  snprintf(database, sizeof database, "%s/papers.g40", scratch);
  snprintf(out, sizeof out, "%s/tables", scratch);
  ingest(tool ? tool : "build/g40", database, folder);
  for (int i = 0; i < FORMATS; i++) {
    measure(tool ? tool : "build/g40", database, formats[i], strcmp(formats[i], "csv") == 0 ? out : "-");
  }
  snprintf(away, sizeof away, "%s", scratch);
  const char *const remove_all[] = {"rm", "-r", away, NULL};
  run(remove_all);
  return 0;
}
