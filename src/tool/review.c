/* tool/review.c - the command review: what a paper's authors may want to look at. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/command.h"
#include "tool/fields.h"
#include "tool/rows.h"
#include "tool/wrap.h"

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
  return tool_json_take(&row);
}

static const tool_field TABLE[] = {
    {.head = {"finding", "bevinding"}, .path = {"label_en", "label_nl"}, .weight = 3, .least = 24},
    {.head = {"quote", "citaat"}, .path = {"quote"}, .weight = 5, .least = 24},
    {.head = {"section", "paragraaf"}, .path = {"section"}, .weight = 2, .least = 12},
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

static size_t count_of(const g40_findings *findings, const sort *one) {
  size_t count = 0;
  for (size_t i = 0; i < g40_findings_count(findings); i++) {
    const g40_finding *finding = g40_findings_at(findings, i);
    const char *lacks = g40_finding_lacks(finding);
    count += strcmp(g40_finding_kind(finding), one->kind) == 0 && (!one->lacks || (lacks && strstr(lacks, one->lacks)));
  }
  return count;
}

static int print_counts(tool_context *context, const g40_findings *findings) {
  tool_lang lang = context->options->lang;
  char number[40];
  const char *before = ": ";
  tool_str text = {0};
  snprintf(number, sizeof number, lang == LANG_NL ? "%zu bevindingen" : "%zu findings", g40_findings_count(findings));
  tool_str_add(&text, number);
  for (int i = 0; i < SORT_COUNT; i++) {
    size_t count = count_of(findings, &SORTS[i]);
    if (count) {
      snprintf(number, sizeof number, "%s%zu ", before, count);
      before = ", ";
      tool_str_add(&text, number);
      tool_str_add(&text, SORTS[i].words[lang]);
    }
  }
  return tool_faint_line(context->out, &text);
}

static json_t *counts_of(const g40_findings *findings) {
  tool_json counts = tool_json_object();
  for (int i = 0; i < SORT_COUNT; i++) {
    char key[60];
    snprintf(key, sizeof key, "%s%s%s", SORTS[i].kind, SORTS[i].lacks ? "_" : "", SORTS[i].lacks ? SORTS[i].lacks : "");
    tool_json_int_put(&counts, key, (int64_t)count_of(findings, &SORTS[i]));
  }
  return tool_json_take(&counts);
}

/* --- the answer */

static json_t *rows_of(const g40_findings *findings) {
  tool_json rows = tool_json_array();
  for (size_t i = 0; i < g40_findings_count(findings); i++) {
    tool_json_add(&rows, tool_row_finding(g40_findings_at(findings, i)));
  }
  return tool_json_take(&rows);
}

static int print_whole(tool_context *context, const g40_findings *findings) {
  tool_json whole = tool_json_object();
  tool_json_text_put(&whole, "document", context->operands[0]);
  tool_json_int_put(&whole, "total", g40_findings_total(findings));
  tool_json_put(&whole, "counts", counts_of(findings));
  tool_json_put(&whole, "rows", rows_of(findings));
  json_t *answer = tool_json_take(&whole);
  if (answer) {
    tool_json_line(context->out, answer, true);
  }
  json_decref(answer);
  return answer ? 0 : -1;
}

static int print_findings(tool_context *context, const g40_findings *findings) {
  const tool_options *options = context->options;
  if (options->format == FORMAT_JSON) {
    return print_whole(context, findings) == 0 ? 0 : tool_no_memory();
  }
  json_t *rows = rows_of(findings);
  int status = rows ? tool_rows_print(rows, TABLE, CSV, options->format, options->lang, context->out) : -1;
  json_decref(rows);
  if (status == 0 && options->format == FORMAT_TABLE) {
    status = print_counts(context, findings);
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
  bool file = strchr(word, '/') && !is_typed_id(word);
  g40_findings *findings = file ? NULL : g40_db_review(context->db, word, contacts, &err);
  if (findings && described) {
    g40_findings_free(findings);
    return refuse(word, "a document of the database; a file of that name is ./NAME", 2);
  }
  if (!findings && !file && err.code == G40_NOT_FOUND && !is_typed_id(word)) {
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
