#include "ingest/order.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/map.h"
#include "ingest/csv.h"
#include "ingest/files.h"
#include "text/address.h"
#include "text/contact.h"
#include "text/utf8.h"

typedef enum { PATH, ID, HOLDER, KIND, DATE, TITLE, URL, CODING, COLUMNS } column;

static const char *const column_names[COLUMNS] = {"path", "id", "holder", "kind", "date", "title", "url", "coding"};

typedef struct {
  g4_jobs *jobs;
  const g40_ingest *order;
  const g4_lexicon *lexicon;
  g40_diagnostics *diagnostics;
  g40_error *err;
  int columns[COLUMNS]; /* which field of a row; -1: none */
  size_t fields;        /* in the first row */
  const char *folder;   /* of the CSV file */
  g4_map rows;          /* absolute path to its place among `said` */
  G4_VEC(g4_job) said;  /* a row each */
  const char *holder;   /* the last that was looked up, and its id */
  const char *holder_id;
} maker;

bool g4_is_document_kind(const char *kind) {
  static const char *const kinds[] = {"position_paper", "manifesto", "coalition_agreement", "motion", "letter",
                                      "report",         "other"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (strcmp(kind, kinds[i]) == 0) {
      return true;
    }
  }
  return false;
}

const char *g4_said_fault(const char *name, const char *text) {
  g4_contact contact;
  if (strcmp(name, "url") == 0 && !g4_is_web_address(text)) {
    return "is no web address: it begins with http:// or https://";
  }
  return g4_contact_next(text, strlen(text), 0, &contact)
             ? "holds contact data of a person, and is shown as it is: leave it out"
             : NULL;
}

/* The id of the one stakeholder with that name. G40_NOT_FOUND: none or several. */
static int find_holder(maker *in, const char *name, const char **id, g40_error *err) {
  if (in->holder && strcmp(in->holder, name) == 0) {
    *id = in->holder_id;
    return G40_OK;
  }
  g4_indices matches = {0};
  int code = g4_lexicon_find(in->lexicon, G4_TYPE(G4_STAKEHOLDER), name, &matches, err);
  if (code == G40_OK && matches.count != 1) {
    code = g4_fail(err, G40_NOT_FOUND,
                   matches.count ? "the holder '%.80s' is ambiguous, give its id"
                                 : "unknown holder '%.80s': the registry has no stakeholder of that name",
                   name);
  }
  if (code == G40_OK) {
    in->holder = name;
    in->holder_id = *id = g4_lexicon_registry(in->lexicon)->entities.items[matches.items[0]].id;
  }
  g4_vec_free(&matches);
  return code;
}

/* --- the CSV file */

static int read_head(maker *in, const g4_csv_row *row) {
  for (int k = 0; k < COLUMNS; k++) {
    in->columns[k] = -1;
  }
  for (size_t i = 0; i < row->fields.count; i++) {
    int k = 0;
    while (k < COLUMNS && strcmp(row->fields.items[i], column_names[k]) != 0) {
      k++;
    }
    if (k == COLUMNS || in->columns[k] >= 0) {
      return g4_fail(in->err, G40_INVALID, "%s: line %d: %s column '%.40s'", in->order->meta, row->line,
                     k == COLUMNS ? "unknown" : "a second", row->fields.items[i]);
    }
    in->columns[k] = (int)i;
  }
  in->fields = row->fields.count;
  if (in->columns[PATH] < 0) {
    return g4_fail(in->err, G40_INVALID, "%s: line %d: there is no column 'path'", in->order->meta, row->line);
  }
  return G40_OK;
}

static const char *field(const maker *in, const g4_csv_row *row, column which) {
  int i = in->columns[which];
  const char *value = i >= 0 && (size_t)i < row->fields.count ? row->fields.items[i] : "";
  return *value ? value : NULL;
}

static void row_fault(maker *in, const g4_csv_row *row, const char *what) {
  g4_diagnose(in->diagnostics, G4_ERROR, in->order->meta, row->line, 0, "meta", "%s", what);
  in->jobs->failed++;
}

/* A path as it can be opened: from the working directory, else from the folder of the CSV file. */
static const char *place(maker *in, const char *path) {
  if (path[0] == '/' || access(path, F_OK) == 0) {
    return path;
  }
  const char *beside = g4_join_path(&in->jobs->arena, in->folder, path);
  return beside && access(beside, F_OK) == 0 ? beside : path;
}

/* Paths are compared as absolute ones; what does not exist as it is written. In the arena; NULL: out of memory. */
static const char *absolute(maker *in, const char *path) {
  char *real = g4_absolute_path(path);
  const char *copy = g4_arena_strdup(&in->jobs->arena, real ? real : path);
  free(real);
  return copy;
}

/* An id with its type; *good is false for what is none. NULL: out of memory, or no good. */
static const char *typed_id(maker *in, const char *id, bool *good) {
  static const char type[] = "document/";
  id += strncmp(id, type, sizeof type - 1) == 0 ? sizeof type - 1 : 0;
  *good = *id != '\0' && id[strcspn(id, "/ \t\r\n")] == '\0';
  char *typed = *good ? g4_arena_alloc(&in->jobs->arena, sizeof type + strlen(id)) : NULL;
  if (typed) {
    memcpy(typed, type, sizeof type - 1);
    memcpy(typed + sizeof type - 1, id, strlen(id) + 1);
  }
  return typed;
}

/* A row may end early, as hand-made tables do: what it does not say is absent. One that goes on past the head has a
 * comma too many, and no telling which. *good: there is no such fault. */
static int check_form(maker *in, const g4_csv_row *row, bool *good) {
  static const column texts[] = {ID, TITLE, URL};
  g4_buf what = {0};
  if (row->fields.count > in->fields) {
    g4_buf_add_format(&what, "%zu fields, and the first row has %zu: a text with a comma stands in quotes",
                      row->fields.count, in->fields);
  } else if (!field(in, row, PATH)) {
    g4_buf_add_text(&what, "no path");
  }
  for (size_t i = 0; i < sizeof texts / sizeof *texts && !what.length; i++) {
    const char *text = field(in, row, texts[i]);
    const char *fault = text ? g4_said_fault(column_names[texts[i]], text) : NULL;
    if (fault) {
      g4_buf_add_format(&what, "'%s' %s", column_names[texts[i]], fault);
    }
  }
  *good = !what.length;
  if (what.length && !what.failed) {
    row_fault(in, row, g4_buf_text(&what));
  }
  int code = what.failed ? g4_nomem(in->err) : G40_OK;
  g4_buf_free(&what);
  return code;
}

static int read_row(maker *in, const g4_csv_row *row) {
  const char *path = field(in, row, PATH), *date = field(in, row, DATE), *holder = field(in, row, HOLDER);
  size_t unused;
  bool good = true;
  g40_error why = {0};
  int code = check_form(in, row, &good);
  if (code != G40_OK || !good) {
    return code;
  }
  const char *coding = field(in, row, CODING);
  g4_job job = {place(in, path),
                {field(in, row, ID), NULL, field(in, row, KIND), field(in, row, TITLE), field(in, row, URL),
                 coding ? place(in, coding) : NULL, 0}};
  job.said.id = job.said.id ? typed_id(in, job.said.id, &good) : NULL;
  const char *key = absolute(in, job.path);
  if (!key || (good && !job.said.id && field(in, row, ID))) {
    return g4_nomem(in->err);
  }
  if (!good) {
    row_fault(in, row, "'id' is a word without spaces and slashes");
  } else if (date && !g4_date_parse(date, &job.said.date)) {
    row_fault(in, row, "'date' is no date of the form YYYY-MM-DD");
  } else if (job.said.kind && !g4_is_document_kind(job.said.kind)) {
    row_fault(in, row,
              "'kind' is none of position_paper, manifesto, coalition_agreement, motion, letter, report, other");
  } else if (holder && find_holder(in, holder, &job.said.holder, &why) != G40_OK) {
    if (why.code != G40_NOT_FOUND) {
      return g4_fail(in->err, why.code, "%s", why.message);
    }
    row_fault(in, row, why.message);
  } else if (g4_map_get(&in->rows, key, strlen(key), &unused)) {
    row_fault(in, row, "a second row for this path");
  } else if (!g4_map_put(&in->rows, key, strlen(key), in->said.count) || !g4_vec_push(&in->said, job)) {
    return g4_nomem(in->err);
  }
  return G40_OK;
}

static int read_rows(maker *in, const g4_buf *bytes) {
  size_t bad = 0;
  if (!g4_utf8_valid(g4_buf_text(bytes), bytes->length, &bad) || memchr(g4_buf_text(bytes), 0, bytes->length)) {
    return g4_fail(in->err, G40_INVALID, "%s is not a UTF-8 text", in->order->meta);
  }
  g4_csv csv = g4_csv_of(g4_buf_text(bytes), bytes->length);
  g4_csv_row row = {0};
  g40_error why = {0};
  bool more = false, head = true;
  int code = G40_OK;
  do {
    code = g4_csv_next(&csv, &in->jobs->arena, &row, &more, &why);
    if (code != G40_OK) {
      g4_fail(in->err, code, "%s: %s", in->order->meta, why.message);
    } else if (more) {
      code = head ? read_head(in, &row) : read_row(in, &row);
    } else if (head) {
      code = g4_fail(in->err, G40_INVALID, "%s is empty: its first row names the columns", in->order->meta);
    }
    head = false;
  } while (code == G40_OK && more);
  g4_csv_row_free(&row);
  return code;
}

static int read_meta(maker *in) {
  const char *slash = strrchr(in->order->meta, '/');
  g4_buf bytes = {0};
  in->folder = slash ? g4_arena_strndup(&in->jobs->arena, in->order->meta, (size_t)(slash - in->order->meta) + 1) : ".";
  int code = in->folder ? g4_read_file(in->order->meta, &bytes, in->err) : g4_nomem(in->err);
  if (code == G40_OK) {
    code = read_rows(in, &bytes);
  }
  g4_buf_free(&bytes);
  return code;
}

/* --- jobs */

/* What the CSV file does not say of a file is said of all. */
static g4_said fill(const g4_said *row, const g4_said *all) {
  return (g4_said){row->id ? row->id : all->id,       row->holder ? row->holder : all->holder,
                   row->kind ? row->kind : all->kind, row->title ? row->title : all->title,
                   row->url ? row->url : all->url,    row->coding ? row->coding : all->coding,
                   row->date ? row->date : all->date};
}

static int add_job(maker *in, const g4_job *job, const g4_said *all) {
  g4_job made = {job->path, fill(&job->said, all)};
  return g4_vec_push(&in->jobs->items, made) ? G40_OK : g4_nomem(in->err);
}

static int add_path(maker *in, const char *path, const g4_said *all) {
  const char *key = absolute(in, path);
  size_t i;
  if (!key) {
    return g4_nomem(in->err);
  }
  g4_job job = {.path = path};
  if (g4_map_get(&in->rows, key, strlen(key), &i) && i < in->said.count) {
    job.said = in->said.items[i].said;
  }
  return add_job(in, &job, all);
}

static int add_jobs(maker *in, const g4_said *all) {
  const g40_ingest *order = in->order;
  int code = G40_OK;
  for (size_t i = 0; i < order->paths.count && code == G40_OK; i++) {
    code = add_path(in, order->paths.items[i], all);
  }
  for (size_t i = 0; !order->paths.count && i < in->said.count && code == G40_OK; i++) {
    code = add_job(in, &in->said.items[i], all);
  }
  if (code == G40_OK && !order->paths.count && !order->meta && order->said.coding) {
    g4_job job = {0};
    code = add_job(in, &job, all);
  }
  return code;
}

int g4_jobs_make(g4_jobs *jobs, const g40_ingest *order, const g4_lexicon *lexicon, g40_diagnostics *diagnostics,
                 g40_error *err) {
  *jobs = (g4_jobs){0};
  maker in = {.jobs = jobs, .order = order, .lexicon = lexicon, .diagnostics = diagnostics, .err = err};
  g4_said all = order->said;
  int code = all.holder ? find_holder(&in, all.holder, &all.holder, err) : G40_OK;
  if (code == G40_OK && order->meta) {
    code = read_meta(&in);
  }
  if (code == G40_OK) {
    code = add_jobs(&in, &all);
  }
  if (code == G40_OK && jobs->items.count > 1 && (all.title || all.url || all.coding)) {
    code = g4_fail(err, G40_ARGUMENT, "title, url and coding are said of one file, not of %zu: use a meta file",
                   jobs->items.count);
  }
  if (code == G40_OK && !jobs->items.count && !jobs->failed) {
    code = g4_fail(err, G40_ARGUMENT, "there is no file to take in");
  }
  g4_map_free(&in.rows);
  g4_vec_free(&in.said);
  if (code != G40_OK) {
    g4_jobs_free(jobs);
  }
  return code;
}

void g4_jobs_free(g4_jobs *jobs) {
  g4_vec_free(&jobs->items);
  g4_arena_free(&jobs->arena);
  *jobs = (g4_jobs){0};
}
