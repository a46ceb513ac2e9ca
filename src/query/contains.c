#include "query/contains.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "text/fold.h"

/* Whether a folded text has one of the needles, which are folded and stand in lines. A fold has no line feed. */
static bool has_any(const char *text, const char *needles, char *needle) {
  for (const char *at = needles; *at;) {
    size_t n = strcspn(at, "\n");
    memcpy(needle, at, n);
    needle[n] = '\0';
    if (strstr(text, needle)) {
      return true;
    }
    at += n + (at[n] == '\n');
  }
  return false;
}

/* Both are NUL-terminated by SQLite, and a fold holds no NUL that matters: a quote has none. */
static void contains(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const char *text = (const char *)sqlite3_value_text(values[0]);
  const char *needles = (const char *)sqlite3_value_text(values[1]);
  if (!text || !needles) {
    sqlite3_result_int(context, 0);
    return;
  }
  g4_buf folded = {0};
  char *needle = malloc(strlen(needles) + 1);
  if (!needle || g4_fold(text, (size_t)sqlite3_value_bytes(values[0]), &folded, NULL) != G40_OK) {
    sqlite3_result_error_nomem(context);
  } else {
    sqlite3_result_int(context, has_any(g4_buf_text(&folded), needles, needle));
  }
  free(needle);
  g4_buf_free(&folded);
}

/* A connection of others gets no function of ours: nothing that is asked there filters by text. */
int g4_contains_register(g4_store *store, g40_error *err) {
  if (g4_store_is_borrowed(store)) {
    return G40_OK;
  }
  int result = sqlite3_create_function_v2(g4_store_sqlite(store), "g4_contains", 2,
                                          SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, contains, NULL,
                                          NULL, NULL);
  return result == SQLITE_OK ? G40_OK : g4_store_fail(store, result, err);
}
