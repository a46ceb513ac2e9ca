/* g40/error.h - error codes and the caller-owned error record.
 *
 * Every function that can fail takes a g40_error as its last argument. It may be NULL.
 * Nothing is kept per thread or per process: what went wrong is in the record that you passed.
 */
#ifndef G40_ERROR_H
#define G40_ERROR_H

#include <stdint.h>

#include "g40/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Result codes. Zero is success, failures are negative and never renumbered. Since 0.1. */
enum {
  G40_OK = 0,
  G40_FAILED = -1,      /**< something that no other code names. Since 0.1. */
  G40_NOMEM = -2,       /**< memory ran out; the handle is as before the call. Since 0.1. */
  G40_ARGUMENT = -3,    /**< an argument is not of the documented form; the message names it. Since 0.1. */
  G40_NOT_FOUND = -4,   /**< a name or id that the database does not know. Since 0.1. */
  G40_IO = -5,          /**< a file cannot be read or written. Since 0.1. */
  G40_CORRUPT = -6,     /**< not a libg40 database, or a damaged one. Since 0.1. */
  G40_UNSUPPORTED = -7, /**< a newer schema or an unknown feature. Since 0.1. */
  G40_BUSY = -8,        /**< another process holds the file's lock. Since 0.1. */
  G40_CLOSED = -9,      /**< the handle was closed. Since 0.1. */
  G40_INVALID = -10,    /**< input has faults; a g40_diagnostics lists them. Since 0.1. */
  G40_CANCELLED = -11,  /**< the progress callback asked to stop. Since 0.1. */
  G40_REINDEX = -12,    /**< the text index was made by another analyser. Since 0.1. */
  G40_READONLY = -13    /**< the database cannot be written. Since 0.1. */
};

/** One failure. Caller-owned; its size is frozen. Since 0.1. */
typedef struct g40_error {
  int32_t code;      /**< one of the codes above. Since 0.1. */
  int32_t offset;    /**< byte offset of the fault in the argument, or -1. Since 0.1. */
  char message[248]; /**< one line of UTF-8, NUL-terminated. Since 0.1. */
} g40_error;

/** The symbolic name of a code ("G40_BUSY"), or "G40_UNKNOWN". Static, never NULL. Since 0.1. */
G40_API const char *g40_error_name(int code);

#ifdef __cplusplus
}
#endif

#endif
