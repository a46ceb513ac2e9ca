/* tool/diagnostics.h - faults as lines on standard error: file:line:column: severity: message [code]. */
#ifndef G40_TOOL_DIAGNOSTICS_H
#define G40_TOOL_DIAGNOSTICS_H

#include <g40.h>

/* All of them. 1 where one is an error, else 0. */
int tool_print_diagnostics(const g40_diagnostics *diagnostics);
/* One; line and column 0 and file NULL are left out. */
void tool_complain_at(const char *file, int32_t line, int32_t column, const char *severity, const char *message,
                      const char *code);

#endif
