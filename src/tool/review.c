/* tool/review.c - the command review: what a paper's authors may want to look at. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/command.h"
#include "tool/fields.h"
#include "tool/rows.h"
#include "tool/wrap.h"

enum { TABLE_LIMIT = 50 };

static json_t *lacks_of(const g40_finding *finding) {
  const char *at = g40_finding_lacks(finding);
  tool_json words = tool_json_array();
  while (at && *at) {
    size_t n = strcspn(at, ",");
    tool_json_add(&words, json_stringn(at, n));
    at += n + strspn(at + n, ", ");
  }
  return tool_json_take(&words);
}

json_t *tool_row_finding(const g40_finding *finding) {
  tool_json row = tool_json_object();
  tool_json_text_put(&row, "kind", g40_finding_kind(finding));
  tool_json_text_put(&row, "severity", g40_finding_severity(finding));
  tool_json_put(&row, "lacks", lacks_of(finding));
  tool_json_text_put(&row, "subject", g40_finding_subject(finding));
  tool_json_text_put(&row, "label_nl", g40_finding_label_nl(finding));
  tool_json_text_put(&row, "label_en", g40_finding_label_en(finding));
  tool_json_text_put(&row, "position", g40_finding_position(finding));
  tool_json_text_put(&row, "document", g40_finding_document(finding));
  tool_json_text_put(&row, "section", g40_finding_section(finding));
  tool_json_text_put(&row, "quote", g40_finding_quote(finding));
  tool_json_put(&row, "start", tool_json_offset(g40_finding_start(finding)));
  tool_json_put(&row, "end", tool_json_offset(g40_finding_end(finding)));
  tool_json_put(&row, "char_start", tool_json_offset(g40_finding_char_start(finding)));
  tool_json_put(&row, "char_end", tool_json_offset(g40_finding_char_end(finding)));
  tool_json_text_put(&row, "sha256", g40_finding_sha256(finding));
  tool_json_put(&row, "page", g40_finding_page(finding) ? json_integer(g40_finding_page(finding)) : json_null());
  return tool_json_take(&row);
}

static char *cell_severity(const json_t *row, tool_lang lang) {
  static const char *const dutch[] = {"high", "hoog", "medium", "middel", "low", "laag"};
  const char *word = tool_get(row, "severity");
  for (size_t i = 0; lang == LANG_NL && i < sizeof dutch / sizeof *dutch; i += 2) {
    word = strcmp(word, dutch[i]) == 0 ? dutch[i + 1] : word;
  }
  return strdup(word);
}

/* "p. 4, Wonen". */
static char *cell_place(const json_t *row, tool_lang lang) {
  char page[40];
  const json_t *number = json_object_get(row, "page");
  tool_str text = {0};
  (void)lang;
  if (json_is_integer(number)) {
    snprintf(page, sizeof page, "p. %lld", (long long)json_integer_value(number));
    tool_str_add(&text, page);
  }
  tool_str_join(&text, ", ", tool_get(row, "section"));
  return tool_str_take(&text);
}

static const tool_field TABLE[] = {
    {.head = {"severity", "gewicht"}, .cell = cell_severity, .least = 8},
    {.head = {"finding", "bevinding"}, .path = {"label_en", "label_nl"}, .weight = 3, .least = 22},
    {.head = {"quote", "citaat"}, .path = {"quote"}, .weight = 5, .least = 22},
    {.head = {"where", "waar"}, .cell = cell_place, .weight = 2, .least = 12},
    TOOL_FIELDS_END,
};

static const tool_field CSV[] = {
    {.head = {"kind"}, .path = {"kind"}},
    {.head = {"lacks"}, .path = {"lacks"}},
    {.head = {"subject"}, .path = {"subject"}},
    {.head = {"label_nl"}, .path = {"label_nl"}},
    {.head = {"label_en"}, .path = {"label_en"}},
    {.head = {"position"}, .path = {"position"}},
    {.head = {"document"}, .path = {"document"}},
    {.head = {"section"}, .path = {"section"}},
    {.head = {"quote"}, .path = {"quote"}},
    {.head = {"start"}, .path = {"start"}},
    {.head = {"end"}, .path = {"end"}},
    {.head = {"char_start"}, .path = {"char_start"}},
    {.head = {"char_end"}, .path = {"char_end"}},
    {.head = {"sha256"}, .path = {"sha256"}},
    {.head = {"severity"}, .path = {"severity"}},
    {.head = {"page"}, .path = {"page"}},
    TOOL_FIELDS_END,
};

/* --- counts */

typedef struct {
  const char *kind, *lacks; /* lacks: of an ask, or NULL for all of the kind */
  const char *words[2];     /* by language */
} sort;

static const sort SORTS[] = {
    {"ask_lacks", "addressee", {"asks without addressee", "vragen zonder geadresseerde"}},
    {"ask_lacks", "amount", {"without amount", "zonder bedrag"}},
    {"ask_lacks", "date", {"without date", "zonder termijn"}},
    {"ask_lacks", "instrument", {"without instrument", "zonder instrument"}},
    {"theme_without_ask", NULL, {"themes without an ask", "thema's zonder vraag"}},
    {"actor_not_asked", NULL, {"actors asked nothing", "actoren zonder vraag"}},
    {"name_unresolved", NULL, {"names not known", "namen niet bekend"}},
    {"figure_without_source", NULL, {"figures without a source", "cijfers zonder bron"}},
};
enum { SORT_COUNT = sizeof SORTS / sizeof *SORTS };

static const char *const KINDS[][3] = {
    {"ask_lacks", "Asks that leave something open", "Vragen die iets openlaten"},
    {"theme_without_ask", "Headings under which nothing is asked", "Koppen waaronder niets wordt gevraagd"},
    {"actor_not_asked", "Named, and asked nothing", "Genoemd, en niets gevraagd"},
    {"name_unresolved", "Names that are not known", "Namen die niet bekend zijn"},
    {"figure_without_source", "Figures without a source", "Cijfers zonder bron"},
};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

static bool is_of(const g40_finding *finding, const sort *one) {
  const char *lacks = g40_finding_lacks(finding);
  return strcmp(g40_finding_kind(finding), one->kind) == 0 && (!one->lacks || (lacks && strstr(lacks, one->lacks)));
}

/* What --only says; NULL for all. */
static bool passes(const g40_finding *finding, const char *only) {
  const char *lacks = g40_finding_lacks(finding);
  return !only || strcmp(g40_finding_kind(finding), only) == 0 || (lacks && strstr(lacks, only));
}

static bool is_known(const char *only) {
  bool known = false;
  for (int i = 0; i < SORT_COUNT; i++) {
    known |= strcmp(only, SORTS[i].kind) == 0 || (SORTS[i].lacks && strcmp(only, SORTS[i].lacks) == 0);
  }
  return known;
}

/* --- what is shown: `limit` rows, of each kind its share, so that one of many findings leaves the others room */

typedef struct {
  const g40_findings *findings;
  const char *only;
  size_t of[KIND_COUNT], shown[KIND_COUNT], total, count; /* that pass; of them those that are shown */
} choice;

static size_t kind_of(const g40_finding *finding) {
  size_t kind = 0;
  while (kind + 1 < KIND_COUNT && strcmp(g40_finding_kind(finding), KINDS[kind][0]) != 0) {
    kind++;
  }
  return kind;
}

static choice choose(const g40_findings *findings, const char *only, size_t limit) {
  choice made = {.findings = findings, .only = only};
  for (size_t i = 0; i < g40_findings_count(findings); i++) {
    const g40_finding *one = g40_findings_at(findings, i);
    made.of[kind_of(one)] += passes(one, only);
    made.total += passes(one, only);
  }
  while (made.count < made.total && (!limit || made.count < limit)) {
    for (size_t kind = 0; kind < KIND_COUNT && (!limit || made.count < limit); kind++) {
      bool more = made.shown[kind] < made.of[kind];
      made.shown[kind] += more;
      made.count += more;
    }
  }
  return made;
}

/* The rows of one kind, or of all (KIND_COUNT). */
static json_t *rows_of(const choice *made, size_t kind) {
  size_t seen[KIND_COUNT] = {0};
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_findings_count(made->findings); i++) {
    const g40_finding *one = g40_findings_at(made->findings, i);
    size_t its = kind_of(one);
    if (passes(one, made->only) && seen[its]++ < made->shown[its] && (kind == KIND_COUNT || kind == its)) {
      tool_json_add(&rows, tool_row_finding(one));
    }
  }
  return tool_json_take(&rows);
}

static size_t count_of(const choice *made, const sort *one) {
  size_t count = 0;
  for (size_t i = 0; i < g40_findings_count(made->findings); i++) {
    const g40_finding *finding = g40_findings_at(made->findings, i);
    count += passes(finding, made->only) && is_of(finding, one);
  }
  return count;
}

static size_t count_severity(const choice *made, const char *severity) {
  size_t count = 0;
  for (size_t i = 0; i < g40_findings_count(made->findings); i++) {
    const g40_finding *finding = g40_findings_at(made->findings, i);
    count += passes(finding, made->only) && strcmp(g40_finding_severity(finding), severity) == 0;
  }
  return count;
}

/* --- the answer */

static int print_counts(tool_context *context, const choice *made) {
  tool_lang lang = context->options->lang;
  char number[60];
  const char *before = ": ";
  tool_str text = {0};
  bool all = made->count == made->total, dutch = lang == LANG_NL;
  const char *many = tool_ending((long long)made->total, dutch ? "en" : "s");
  if (all) {
    snprintf(number, sizeof number, dutch ? "%zu bevinding%s" : "%zu finding%s", made->count, many);
  } else {
    snprintf(number, sizeof number, dutch ? "%zu van %zu bevinding%s" : "%zu of %zu finding%s", made->count,
             made->total, many);
  }
  tool_str_add(&text, number);
  for (int i = 0; i < SORT_COUNT; i++) {
    size_t count = count_of(made, &SORTS[i]);
    if (count) {
      snprintf(number, sizeof number, "%s%zu ", before, count);
      before = ", ";
      tool_str_add(&text, number);
      tool_str_add(&text, SORTS[i].words[lang]);
    }
  }
  return tool_faint_line(context->out, &text);
}

static int print_kind(tool_context *context, const choice *made, size_t kind) {
  tool_lang lang = context->options->lang;
  char number[60];
  json_t *rows = rows_of(made, kind);
  if (!rows) {
    return -1;
  }
  bool all = made->shown[kind] == made->of[kind];
  snprintf(number, sizeof number,
           all               ? ": %zu\n\n"
           : lang == LANG_NL ? ": %zu van %zu\n\n"
                             : ": %zu of %zu\n\n",
           made->shown[kind], made->of[kind]);
  tool_out_style(context->out, TOOL_STRONG);
  tool_out_text(context->out, KINDS[kind][lang == LANG_NL ? 2 : 1]);
  tool_out_style(context->out, TOOL_PLAIN);
  tool_out_text(context->out, number);
  int status = tool_fields_table(TABLE, rows, lang, context->out);
  tool_out_text(context->out, "\n");
  json_decref(rows);
  return status;
}

static int print_table(tool_context *context, const choice *made) {
  int status = 0;
  for (size_t kind = 0; kind < KIND_COUNT && status == 0; kind++) {
    status = made->shown[kind] ? print_kind(context, made, kind) : 0;
  }
  return status == 0 ? print_counts(context, made) : status;
}

static json_t *counts_of(const choice *made) {
  static const char *const severities[] = {"high", "medium", "low"};
  tool_json counts = tool_json_object();
  for (int i = 0; i < SORT_COUNT; i++) {
    char key[60];
    snprintf(key, sizeof key, "%s%s%s", SORTS[i].kind, SORTS[i].lacks ? "_" : "", SORTS[i].lacks ? SORTS[i].lacks : "");
    tool_json_int_put(&counts, key, (int64_t)count_of(made, &SORTS[i]));
  }
  for (size_t i = 0; i < sizeof severities / sizeof *severities; i++) {
    tool_json_int_put(&counts, severities[i], (int64_t)count_severity(made, severities[i]));
  }
  return tool_json_take(&counts);
}

static int print_whole(tool_context *context, const choice *made) {
  tool_json whole = tool_json_object();
  tool_json_text_put(&whole, "document", context->operands[0]);
  tool_json_int_put(&whole, "total", (int64_t)made->total);
  tool_json_put(&whole, "counts", counts_of(made));
  tool_json_put(&whole, "rows", rows_of(made, KIND_COUNT));
  json_t *answer = tool_json_take(&whole);
  if (answer) {
    tool_json_line(context->out, answer, true);
  }
  json_decref(answer);
  return answer ? 0 : -1;
}

static int print_findings(tool_context *context, const g40_findings *findings) {
  const tool_options *options = context->options;
  const char *limit = options->values[OPT_LIMIT];
  size_t most = limit ? (size_t)strtoull(limit, NULL, 10) : options->format == FORMAT_TABLE ? TABLE_LIMIT : 0;
  choice made = choose(findings, options->values[OPT_ONLY], most);
  int status = 0;
  if (options->format == FORMAT_TABLE) {
    status = print_table(context, &made);
  } else if (options->format == FORMAT_JSON) {
    status = print_whole(context, &made);
  } else {
    json_t *rows = rows_of(&made, KIND_COUNT);
    status = rows ? tool_rows_print(rows, TABLE, CSV, options->format, options->lang, context->out) : -1;
    json_decref(rows);
  }
  return status == 0 ? 0 : tool_no_memory();
}

static bool is_typed_id(const char *word) { return strncmp(word, "document/", sizeof "document/" - 1) == 0; }

static g40_findings *review_file(const tool_context *context, bool contacts, g40_error *err) {
  g40_ingest *paper = g40_ingest_new(err);
  bool ready = paper && tool_describe_paper(context->options, paper, err) == G40_OK &&
               g40_ingest_add_path(paper, context->operands[0], err) == G40_OK;
  g40_findings *findings = ready ? g40_db_review_file(context->db, paper, contacts, err) : NULL;
  g40_ingest_free(paper);
  return findings;
}

static int refuse(const char *word, const char *why, int status) {
  char *shown = tool_clean(word);
  if (!shown) {
    return tool_no_memory();
  }
  tool_complain("'%s' is %s (see: g40 help review)", shown, why);
  free(shown);
  return status;
}

/* An id of the database is the document; any other word is a file, and what has a slash is one at once. */
int tool_run_review(tool_context *context) {
  const char *word = context->operands[0];
  bool contacts = tool_given(context->options, OPT_WITH_CONTACTS), described = context->options->seen & TOOL_PAPER;
  g40_error err = {0};
  const char *only = context->options->values[OPT_ONLY];
  if (only && !is_known(only)) {
    return refuse(only, "no kind of finding", 2);
  }
  bool file = strchr(word, '/') && !is_typed_id(word);
  g40_findings *findings = file ? NULL : g40_db_review(context->db, word, contacts, &err);
  if (findings && described) {
    g40_findings_free(findings);
    return refuse(word, "a document of the database; a file of that name is ./NAME", 2);
  }
  /* A file's name may be bytes that no id has. */
  bool no_id = err.code == G40_NOT_FOUND || err.code == G40_ARGUMENT;
  if (!findings && !file && no_id && !is_typed_id(word)) {
    file = access(word, F_OK) == 0;
    if (!file) {
      return refuse(word, "no document of the database, and no file", 1);
    }
  }
  if (file) {
    findings = review_file(context, contacts, &err);
  }
  int status = findings ? print_findings(context, findings) : tool_failed(&err);
  g40_findings_free(findings);
  return status;
}
