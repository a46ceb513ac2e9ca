/* Faults below SQLite and libyaml: their memory comes from the counted malloc of unit/faults.h, and each call of the
 * file system can be made to fail. */
#ifndef TEST_FAULT_SQLITE_FAULTS_H
#define TEST_FAULT_SQLITE_FAULTS_H

#include <stdbool.h>

/* Before the first use of SQLite in the program. Returns 0, or what SQLite says. */
int sqlite_faults_install(void);

/* Whether the k-th allocation of the last run was one of SQLite's own. */
bool sqlite_faults_own(long k);

/* As faults_start() and faults_stop(), for calls of the file system: open, read, write, truncate, sync, size, lock,
 * delete and access. */
void io_faults_start(long k);
long io_faults_stop(void);

#endif
