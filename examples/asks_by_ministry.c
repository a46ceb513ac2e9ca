/* The asks of the embedded corpus by responsible ministry: then and now, with the exact words.
 * Build: cc asks_by_ministry.c $(pkg-config --cflags --libs g40) */
#include <g40.h>
#include <stdio.h>
#include <string.h>

/* Prints text in lines of at most 96 characters, indented. Continuation bytes of UTF-8 take no column. */
static void print_wrapped(const char *text, const char *mark) {
  int column = 0;
  printf("  %s ", mark);
  while (*text) {
    size_t word = strcspn(text, " ");
    int width = 0;
    for (size_t i = 0; i < word; i++) {
      width += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    if (column && column + 1 + width > 92) {
      printf("\n    ");
      column = 0;
    }
    printf("%s%.*s", column ? " " : "", (int)word, text);
    column += width + (column > 0);
    text += word + (text[word] == ' ');
  }
  printf("\n");
}

/* The ministries that the document itself names in this position, as it writes them. */
static void print_named(const g40_position *ask) {
  const g40_ministry_roles *roles = g40_position_ministries(ask);
  int count = 0;
  for (size_t i = 0; i < g40_ministry_roles_count(roles); i++) {
    const g40_ministry_role *role = g40_ministry_roles_at(roles, i);
    if (g40_ministry_role_as_written(role)) {
      printf("%s%s", count++ ? ", " : "    * the paper names ", g40_ministry_role_as_written(role));
    }
  }
  printf("%s", count ? "\n" : "");
}

static void print_heading(const g40_ministry *ministry) {
  const g40_ministries *now = g40_ministry_now(ministry);
  int asks = (int)g40_ministry_responsible(ministry);
  printf("\n%s, %s: %d %s; now", g40_ministry_abbreviation(ministry), g40_ministry_name(ministry), asks,
         asks == 1 ? "ask" : "asks");
  for (size_t i = 0; i < g40_ministries_count(now); i++) {
    printf("%s %s", i ? "," : "", g40_ministry_abbreviation(g40_ministries_at(now, i)));
  }
  printf("%s\n", g40_ministries_count(now) ? "" : " nobody");
}

static int print_asks(g40_db *db, const g40_ministry *ministry, g40_error *err) {
  g40_query *query = g40_query_new(err);
  g40_positions *asks = NULL;
  if (query && g40_query_add_kind(query, "ask", err) == G40_OK &&
      g40_query_add_responsible(query, g40_ministry_version(ministry), err) == G40_OK) {
    asks = g40_db_positions(db, query, err);
  }
  g40_query_free(query);
  if (!asks) {
    return err->code;
  }
  print_heading(ministry);
  for (size_t i = 0; i < g40_positions_count(asks); i++) {
    const g40_position *ask = g40_positions_at(asks, i);
    print_wrapped(g40_position_text(ask), "-");
    print_named(ask);
  }
  g40_positions_free(asks);
  return G40_OK;
}

int main(void) {
  g40_error err;
  g40_db *db = g40_db_open(NULL, &err);
  g40_query *asks = db ? g40_query_new(&err) : NULL;
  g40_ministries *ministries = NULL;
  if (asks && g40_query_add_kind(asks, "ask", &err) == G40_OK) {
    ministries = g40_db_ministries(db, asks, &err);
  }
  int code = ministries ? G40_OK : err.code;
  for (size_t i = 0; i < g40_ministries_count(ministries) && code == G40_OK; i++) {
    const g40_ministry *ministry = g40_ministries_at(ministries, i);
    if (g40_ministry_responsible(ministry) > 0) {
      code = print_asks(db, ministry, &err);
    }
  }
  if (code != G40_OK) {
    fprintf(stderr, "asks_by_ministry: %s\n", err.message);
  }
  g40_ministries_free(ministries);
  g40_query_free(asks);
  g40_db_free(db);
  return code != G40_OK;
}
