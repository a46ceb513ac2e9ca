/* The scenario in C. Usage: scenario QUESTIONS SOURCE OWN */
#include <g40.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "columns.h"

enum { MOST_WORDS = 8, LONGEST = 4096 };

typedef struct {
  char *names[MOST_WORDS], *values[MOST_WORDS];
  int count;
} question;

static const char *value_of(const question *asked, const char *name) {
  for (int i = 0; i < asked->count; i++) {
    if (strcmp(asked->names[i], name) == 0) {
      return asked->values[i];
    }
  }
  return NULL;
}

/* --- printing ------------------------------------------------------------------------------------------------------
 */

static void put_words(const char *text) {
  for (; *text; text++) {
    if (*text == '\n') {
      fputs("\\n", stdout);
    } else {
      putchar(*text);
    }
  }
  putchar('\n');
}

static void put_text(int depth, const char *name, const char *text) {
  if (text) {
    printf("%*s%s: ", 2 * depth, "", name);
    put_words(text);
  }
}

static void put_number(int depth, const char *name, int64_t number) {
  if (number >= 0) {
    printf("%*s%s: %lld\n", 2 * depth, "", name, (long long)number);
  }
}

static void put_flag(int depth, const char *name, bool flag) { put_text(depth, name, flag ? "true" : "false"); }

static void put_rows(int depth, const char *name, const table *of, const void *array);
static void put_row(int depth, const table *of, const void *row);

static void put_one(int depth, const char *name, const table *of, const void *row) {
  if (row) {
    printf("%*s%s\n", 2 * depth, "", name);
    put_row(depth + 1, of, row);
  }
}

static void put_field(int depth, const column *field, const void *row) {
  switch (field->kind) {
    case COLUMN_TEXT:
      put_text(depth, field->name, field->get.text(row));
      break;
    case COLUMN_DOUBLE:
      printf("%*s%s: %.6f\n", 2 * depth, "", field->name, field->get.real(row));
      break;
    case COLUMN_BOOL:
      put_flag(depth, field->name, field->get.flag(row));
      break;
    case COLUMN_ROWS:
      put_rows(depth, field->name, field->table, field->get.rows(row));
      break;
    case COLUMN_ROW:
      put_one(depth, field->name, field->table, field->get.rows(row));
      break;
    default:
      put_number(depth, field->name, field->get.number(row));
  }
}

/* Fields by name, which is the one order that all languages have. */
static void put_row(int depth, const table *of, const void *row) {
  const char *last = "";
  for (size_t done = 0; done < of->width; done++) {
    const column *next = NULL;
    for (size_t i = 0; i < of->width; i++) {
      const column *field = &of->columns[i];
      if (strcmp(field->name, last) > 0 && (!next || strcmp(field->name, next->name) < 0)) {
        next = field;
      }
    }
    put_field(depth, next, row);
    last = next->name;
  }
}

static void put_rows(int depth, const char *name, const table *of, const void *array) {
  for (size_t i = 0; i < of->count(array); i++) {
    printf("%*s%s %zu\n", 2 * depth, "", name, i + 1);
    put_row(depth + 1, of, of->at(array, i));
  }
}

static void put_all(const table *of, const void *array, int64_t total) {
  if (array) {
    printf("  %zu of %lld\n", of->count(array), (long long)total);
    put_rows(1, "row", of, array);
    of->free(array);
  }
}

/* --- asking ------------------------------------------------------------------------------------------------------- */

typedef int (*add)(g40_query *query, const char *value, g40_error *err);
static const struct {
  const char *name;
  add add;
} filters[] = {
    {"id", g40_query_add_id},
    {"text", g40_query_add_text},
    {"theme", g40_query_add_theme},
    {"ministry", g40_query_add_ministry},
    {"responsible", g40_query_add_responsible},
    {"stakeholder", g40_query_add_stakeholder},
    {"role", g40_query_add_role},
    {"kind", g40_query_add_kind},
    {"action", g40_query_add_action},
    {"instrument", g40_query_add_instrument},
    {"document", g40_query_add_document},
    {"as_of", g40_query_set_as_of},
};

static g40_query *make_query(const question *asked, g40_error *err) {
  g40_query *query = g40_query_new(err);
  bool good = query;
  for (size_t f = 0; f < sizeof filters / sizeof *filters; f++) {
    for (int i = 0; good && i < asked->count; i++) {
      good = strcmp(asked->names[i], filters[f].name) != 0 || filters[f].add(query, asked->values[i], err) == G40_OK;
    }
  }
  const char *limit = value_of(asked, "limit"), *contacts = value_of(asked, "with_contacts");
  good = good && (!limit || g40_query_set_limit(query, strtoll(limit, NULL, 10), err) == G40_OK);
  good = good && g40_query_set_with_contacts(query, contacts && strcmp(contacts, "true") == 0, err) == G40_OK;
  if (!good) {
    g40_query_free(query);
    return NULL;
  }
  return query;
}

/* The questions whose answer is an array of rows. Returns false for another question. */
static bool ask_rows(g40_db *db, const char *what, const question *asked, g40_error *err) {
#define LISTING(NAME, ROWS)                                 \
  if (strcmp(what, #NAME) == 0) {                           \
    g40_##ROWS *rows = g40_db_##NAME(db, query, err);       \
    put_all(&table_##ROWS, rows, g40_##ROWS##_total(rows)); \
  }
  static const char *const known[] = {"positions", "ministries", "stakeholders", "themes",    "instruments",
                                      "advices",   "figures",    "citations",    "documents", "members",
                                      "search",    "match",      "uptake",       "network"};
  bool ours = false;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    ours = ours || strcmp(what, known[i]) == 0;
  }
  g40_query *query = ours ? make_query(asked, err) : NULL;
  if (!query) {
    return ours;
  }
  LISTING(positions, positions)
  LISTING(ministries, ministries)
  LISTING(stakeholders, stakeholders)
  LISTING(themes, themes)
  LISTING(instruments, instruments)
  LISTING(advices, instruments)
  LISTING(figures, figures)
  LISTING(citations, citations)
  LISTING(documents, documents)
  LISTING(members, members)
  if (strcmp(what, "search") == 0) {
    g40_hits *rows = g40_db_search(db, value_of(asked, "words"), query, false, err);
    put_all(&table_hits, rows, g40_hits_total(rows));
  } else if (strcmp(what, "match") == 0) {
    g40_matches *rows = g40_db_match(db, value_of(asked, "quote"), query, err);
    put_all(&table_matches, rows, g40_matches_total(rows));
  } else if (strcmp(what, "network") == 0) {
    g40_edges *rows = g40_db_network(db, value_of(asked, "between"), value_of(asked, "relation"), query, err);
    put_all(&table_edges, rows, g40_edges_total(rows));
  } else if (strcmp(what, "uptake") == 0) {
    g40_db *corpus = g40_db_open(NULL, err);
    g40_query *only = g40_query_new(err);
    g40_query_add_kind(only, "ask", err);
    g40_positions *asks = g40_db_positions(corpus, only, err);
    g40_uptakes *rows = g40_db_uptake(db, asks, query, err);
    put_all(&table_uptakes, rows, g40_uptakes_total(rows));
    g40_positions_free(asks);
    g40_query_free(only);
    g40_db_free(corpus);
  }
  g40_query_free(query);
  return true;
}

static void put_resolution(const g40_resolution *found) {
  put_text(1, "as_of", g40_resolution_as_of(found));
  put_flag(1, "before_registry", g40_resolution_before_registry(found));
  put_flag(1, "beyond_registry", g40_resolution_beyond_registry(found));
  put_rows(1, "candidates", &table_ministries, g40_resolution_candidates(found));
  put_rows(1, "changes", &table_changes, g40_resolution_changes(found));
  put_text(1, "date", g40_resolution_date(found));
  put_text(1, "form", g40_resolution_form(found));
  put_one(1, "ministry", &table_ministries, g40_resolution_ministry(found));
  put_rows(1, "now", &table_ministries, g40_resolution_now(found));
  put_text(1, "post", g40_resolution_post(found));
  put_text(1, "reason", g40_resolution_reason(found));
  put_text(1, "state", g40_resolution_state(found));
  put_rows(1, "transfers", &table_changes, g40_resolution_transfers(found));
}

static void put_info(const g40_info *info) {
  put_number(1, "asks", g40_info_asks(info));
  put_number(1, "documents", g40_info_documents(info));
  put_text(1, "known_from", g40_info_known_from(info));
  put_text(1, "known_through", g40_info_known_through(info));
  put_number(1, "ministries", g40_info_ministries(info));
  put_text(1, "path", g40_info_path(info));
  put_number(1, "positions", g40_info_positions(info));
  put_number(1, "schema_version", g40_info_schema_version(info));
  put_number(1, "stakeholders", g40_info_stakeholders(info));
  put_text(1, "written_by", g40_info_written_by(info));
}

static void ingest(g40_db *db, const question *asked, g40_error *err) {
  const char *kind = value_of(asked, "kind"), *date = value_of(asked, "date");
  g40_ingest *order = g40_ingest_new(err);
  bool good = order && g40_ingest_add_path(order, value_of(asked, "path"), err) == G40_OK;
  good = good && (!kind || g40_ingest_set_kind(order, kind, err) == G40_OK);
  good = good && (!date || g40_ingest_set_date(order, date, err) == G40_OK);
  g40_ingested *done = good ? g40_db_ingest(db, order, err) : NULL;
  if (done) {
    put_number(1, "added", g40_ingested_added(done));
    put_rows(1, "diagnostics", &table_diagnostics, g40_ingested_diagnostics(done));
    put_number(1, "failed", g40_ingested_failed(done));
    put_number(1, "replaced", g40_ingested_replaced(done));
    put_number(1, "unchanged", g40_ingested_unchanged(done));
  }
  g40_ingested_free(done);
  g40_ingest_free(order);
}

static void put_context(g40_db *db, const question *asked, g40_error *err) {
  int64_t start = strtoll(value_of(asked, "start"), NULL, 10), end = strtoll(value_of(asked, "end"), NULL, 10);
  g40_context *found = g40_db_context(db, value_of(asked, "document"), start, end, 200, false, err);
  if (found) {
    char words[LONGEST];
    snprintf(words, sizeof words, "  %s|%s|%s", g40_context_before(found), g40_context_quote(found),
             g40_context_after(found));
    put_words(words);
  }
  g40_context_free(found);
}

static g40_positions *edition(g40_db *db, const char *document, g40_error *err) {
  g40_query *query = g40_query_new(err);
  bool good = query && g40_query_add_document(query, document, err) == G40_OK;
  g40_positions *rows = good ? g40_db_positions(db, query, err) : NULL;
  g40_query_free(query);
  return rows;
}

static void compare(g40_db *db, const question *asked, g40_error *err) {
  g40_query *query = make_query(asked, err);
  g40_positions *before = query ? edition(db, value_of(asked, "before"), err) : NULL;
  g40_positions *after = before ? edition(db, value_of(asked, "after"), err) : NULL;
  g40_differences *rows = after ? g40_compare(before, after, query, err) : NULL;
  put_all(&table_differences, rows, g40_differences_total(rows));
  g40_positions_free(after);
  g40_positions_free(before);
  g40_query_free(query);
}

static int write_words(void *file, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, file) == length ? 0 : 1;
}

/* Printed when it is whole: a failure prints nothing but itself. */
static void export(g40_db *db, const question *asked, g40_error *err) {
  const char *of = value_of(asked, "table"), *base = value_of(asked, "base");
  char *words = NULL;
  size_t length = 0;
  FILE *file = open_memstream(&words, &length);
  g40_query *query = make_query(asked, err);
  g40_export *how = query && file ? g40_export_new(value_of(asked, "format"), err) : NULL;
  bool good = how && (!of || g40_export_set_table(how, of, err) == G40_OK);
  good = good && (!base || g40_export_set_base(how, base, err) == G40_OK);
  good = good && g40_db_export(db, how, query, write_words, file, err) == G40_OK;
  if (file && fclose(file) == 0 && good) {
    printf("  ");
    put_words(words);
  }
  free(words);
  g40_export_free(how);
  g40_query_free(query);
}

static void ask(g40_db *db, const char *what, const question *asked, g40_error *err) {
  const char *document = value_of(asked, "document"), *words = value_of(asked, "text");
  if (ask_rows(db, what, asked, err)) {
    return;
  }
  if (strcmp(what, "resolve") == 0) {
    g40_resolution *found =
        g40_db_resolve(db, value_of(asked, "name"), value_of(asked, "date"), value_of(asked, "as_of"), err);
    if (found) {
      put_resolution(found);
    }
    g40_resolution_free(found);
  } else if (strcmp(what, "analyze") == 0) {
    g40_segments *rows = g40_analyze(words, (int64_t)strlen(words), value_of(asked, "date"), false, err);
    put_all(&table_segments, rows, g40_segments_total(rows));
  } else if (strcmp(what, "verify") == 0) {
    g40_diagnostics *rows = g40_db_verify(db, err);
    put_all(&table_diagnostics, rows, g40_diagnostics_total(rows));
  } else if (strcmp(what, "info") == 0) {
    g40_info *info = g40_db_info(db, err);
    put_info(info);
    g40_info_free(info);
  } else if (strcmp(what, "context") == 0) {
    put_context(db, asked, err);
  } else if (strcmp(what, "compare") == 0) {
    compare(db, asked, err);
  } else if (strcmp(what, "export") == 0) {
    export(db, asked, err);
  } else if (strcmp(what, "ingest") == 0) {
    ingest(db, asked, err);
  } else if (strcmp(what, "text") == 0 || strcmp(what, "coding") == 0) {
    bool coding = *what == 'c';
    g40_text *text = coding ? g40_db_coding(db, document, false, err) : g40_db_text(db, document, false, err);
    if (text && coding) {
      printf("  ");
      put_words(g40_text_bytes(text));
    } else if (text) {
      printf("  %lld\n", (long long)g40_text_length(text));
    }
    g40_text_free(text);
  } else if (strcmp(what, "remove") == 0 ? g40_db_remove(db, document, err) == G40_OK
                                         : g40_db_close(db, err) == G40_OK) {
    puts("  done");
  }
}

/* --- the file ------------------------------------------------------------------------------------------------------
 */

/* `text` with `what` replaced, in memory of the caller. */
static char *replaced(const char *text, const char *what, const char *with) {
  size_t size = strlen(text) + 8 * strlen(with) + 1;
  char *made = malloc(size), *to = made;
  for (const char *found; made && (found = strstr(text, what)); text = found + strlen(what)) {
    to += snprintf(to, size - (size_t)(to - made), "%.*s%s", (int)(found - text), text, with);
  }
  if (made) {
    snprintf(to, size - (size_t)(to - made), "%s", text);
  }
  return made;
}

static question split(char *line) {
  question asked = {0};
  for (char *at = strchr(line, '\t'); at && asked.count < MOST_WORDS; at = strchr(at, '\t')) {
    *at++ = '\0';
    asked.names[asked.count] = at;
    char *equals = strchr(at, '=');
    *equals = '\0';
    asked.values[asked.count++] = at = equals + 1;
  }
  return asked;
}

int main(int argc, char **argv) {
  char line[LONGEST];
  g40_error err;
  FILE *file = argc == 4 ? fopen(argv[1], "r") : NULL;
  g40_db *corpus = g40_db_open(NULL, &err), *own = NULL;
  if (!file || !corpus) {
    return 1;
  }
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = '\0';
    if (*line == '#') {
      continue;
    }
    puts(line);
    char *words = replaced(line, "SOURCE", argv[2]);
    question asked = split(words);
    err = (g40_error){0};
    if (strcmp(words, "own") == 0) {
      own = g40_db_open_writable(argv[3], true, &err);
      puts("  done");
    } else {
      ask(own ? own : corpus, words, &asked, &err);
    }
    if (err.code) {
      char *first = replaced(err.message, argv[2], "SOURCE"), *message = replaced(first, argv[3], "OWN");
      printf("  %s %d %s\n", g40_error_name(err.code), (int)err.offset, message);
      free(first);
      free(message);
    }
    free(words);
  }
  fclose(file);
  g40_db_free(own);
  g40_db_free(corpus);
  return 0;
}
