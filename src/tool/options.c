#include "tool/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NO_MEMORY = 1, WRONG = 2, SHORT_OPERAND = 1, LONG_BASE = 256 };

static const tool_option OPTIONS[OPT_COUNT] = {
    [OPT_HELP] = {"help", NULL, "show this help", NULL},
    [OPT_VERSION] = {"version", NULL, "show the version", NULL},
    [OPT_DB] = {"db", "FILE", "the database; without it the corpus inside the program", NULL},
    [OPT_FORMAT] = {"format", "F", "table (default), json, jsonl or csv; of export: see there", NULL},
    [OPT_LANG] = {"lang", "L", "language of heads, labels and summaries in tables: en (default) or nl", NULL},
    [OPT_LIMIT] = {"limit", "N", "at most N rows, 0 = all (default: 50 in tables, else all)", NULL},
    [OPT_AFTER] = {"after", "ID", "rows that come after the one with this id (of search and match: with this key)",
                   NULL},
    [OPT_AS_OF] = {"as-of", "DATE", "who answers now: on this day (default: the last day that the registry knows)",
                   NULL},
    [OPT_DATE] = {"date", "DATE", "the day on which the name was used; of a paper: when it was issued", NULL},
    [OPT_WITH_CONTACTS] = {"with-contacts", NULL, "show contact data of persons instead of [contact]", NULL},
    [OPT_OUTPUT] = {"output", "FILE", "the file to write, also -o", NULL},
    [OPT_TEXT] = {"text", "Q", "words that it contains", g40_query_add_text},
    [OPT_THEME] = {"theme", "T", "theme, or one wider", g40_query_add_theme},
    [OPT_MINISTRY] = {"ministry", "M", "ministry that it names", g40_query_add_ministry},
    [OPT_RESPONSIBLE] = {"responsible", "M", "ministry responsible by portfolio", g40_query_add_responsible},
    [OPT_STAKEHOLDER] = {"stakeholder", "S", "stakeholder that it names", g40_query_add_stakeholder},
    [OPT_ROLE] = {"role", "R", "role of that stakeholder or ministry: addressee, executor, partner, ...",
                  g40_query_add_role},
    [OPT_KIND] = {"kind", "K",
                  "ask, commitment, rule, principle, problem or observation; of a paper: manifesto, letter, ...",
                  g40_query_add_kind},
    [OPT_ACTION] = {"action", "A", "what is asked: allow, fund, regulate, ...", g40_query_add_action},
    [OPT_INSTRUMENT] = {"instrument", "I", "law, programme, fund or advice that it names", g40_query_add_instrument},
    [OPT_DOCUMENT] = {"document", "D", "document that it stands in", g40_query_add_document},
    [OPT_HOLDER] = {"holder", "S", "stakeholder whose paper it is", NULL},
    [OPT_TITLE] = {"title", "TITLE", "title of the paper", NULL},
    [OPT_URL] = {"url", "URL", "where the paper stands", NULL},
    [OPT_CODING] = {"coding", "FILE", "what people read in the paper: a coding file", NULL},
    [OPT_META] = {"meta", "FILE", "a CSV file with a row a path: path, id, holder, kind, date, title, url, coding",
                  NULL},
    [OPT_POSITION] = {"position", "ID", "a position of the database, or of the corpus inside the program", NULL},
    [OPT_BASE] = {"base", "IRI", "what ids are made IRIs with (urn:libg40:)", NULL},
    [OPT_UPTAKE] = {"uptake", NULL, "the page shows which asks come back in which documents (html)", NULL},
    [OPT_ONLY] = {"only", "KIND",
                  "ask_lacks, theme_without_ask, actor_not_asked, name_unresolved, figure_without_source; or what asks "
                  "lack: addressee, amount, date, instrument",
                  NULL},
    [OPT_RELATED] = {"related", NULL, "look for related terms too", NULL},
    [OPT_ASKS] = {"asks", "DOC", "document whose asks are followed (default: the paper inside the program)", NULL},
    [OPT_BETWEEN] = {"between", "B", "stakeholder-stakeholder, stakeholder-ministry or theme-ministry (default: all)",
                     NULL},
    [OPT_RELATION] = {"relation", "R",
                      "how a ministry takes part: responsible, named, or a role (default: the first two)", NULL},
};

const tool_option *tool_option_at(int option) { return &OPTIONS[option]; }

static int out_of_memory(tool_str *message) {
  tool_str_add(message, "out of memory");
  return NO_MEMORY;
}

/* WRONG with "--option: 'value' PROBLEM". */
static int wrong_value(tool_str *message, int option, const char *value, const char *problem) {
  tool_str_add(message, "--");
  tool_str_add(message, OPTIONS[option].name);
  tool_str_add(message, ": '");
  tool_str_short(message, value, strlen(value));
  tool_str_add(message, "' ");
  tool_str_add(message, problem);
  return message->failed ? NO_MEMORY : WRONG;
}

/* The library's answer to a setter: what it does not accept was written wrong. */
static int from_library(tool_str *message, int option, const char *value, int code, const g40_error *err) {
  if (code == G40_OK) {
    return 0;
  }
  if (code == G40_NOMEM) {
    return out_of_memory(message);
  }
  return wrong_value(message, option, value, *value ? err->message : "is empty");
}

static int parse_word(const char *value, const char *const *words) {
  for (int i = 0; words[i]; i++) {
    if (strcmp(value, words[i]) == 0) {
      return i;
    }
  }
  return -1;
}

static int parse_limit(tool_options *options, const char *value, tool_str *message) {
  char *end = NULL;
  errno = 0;
  long long limit = strtoll(value, &end, 10);
  if (value[0] < '0' || value[0] > '9' || *end || errno) {
    return wrong_value(message, OPT_LIMIT, value, "is not a number of rows (0, 1, 2, ...)");
  }
  g40_error err;
  return from_library(message, OPT_LIMIT, value, g40_query_set_limit(options->query, limit, &err), &err);
}

/* Both dates are checked by the library; --date is none of a query's, so a scratch one reads it. */
static int parse_date(tool_options *options, int option, const char *value, tool_str *message) {
  g40_error err;
  g40_query *query = option == OPT_AS_OF ? options->query : g40_query_new(&err);
  if (!query) {
    return out_of_memory(message);
  }
  int code = g40_query_set_as_of(query, value, &err);
  if (query != options->query) {
    g40_query_free(query);
  }
  if (code == G40_ARGUMENT) {
    return wrong_value(message, option, value, "is not a date (YYYY-MM-DD)");
  }
  *(option == OPT_AS_OF ? &options->as_of : &options->date) = value;
  return from_library(message, option, value, code, &err);
}

static int parse_value(tool_options *options, int option, const char *value, tool_str *message) {
  static const char *const formats[] = {"table", "json", "jsonl", "csv", NULL};
  static const char *const langs[] = {"en", "nl", NULL};
  g40_error err;
  int word;
  options->seen |= OPT_BIT(option);
  options->values[option] = value;
  if (OPTIONS[option].filter) {
    options->filters[options->filter_count].option = option;
    options->filters[options->filter_count++].value = value;
    return from_library(message, option, value, OPTIONS[option].filter(options->query, value, &err), &err);
  }
  switch (option) {
    case OPT_DB:
      options->db = value;
      return *value ? 0 : wrong_value(message, option, value, "is empty");
    case OPT_OUTPUT:
      options->output = value;
      return *value ? 0 : wrong_value(message, option, value, "is empty");
    case OPT_FORMAT:
      word = parse_word(value, formats);
      options->format = word >= 0 ? (tool_format)word : FORMAT_OTHER;
      return 0;
    case OPT_LANG:
      word = parse_word(value, langs);
      options->lang = (tool_lang)word;
      return word >= 0 ? 0 : wrong_value(message, option, value, "is none of en, nl");
    case OPT_LIMIT:
      return parse_limit(options, value, message);
    case OPT_AFTER:
      if (!*value) {
        return wrong_value(message, option, value, "is empty");
      }
      return from_library(message, option, value, g40_query_set_after(options->query, value, &err), &err);
    case OPT_AS_OF:
    case OPT_DATE:
      return parse_date(options, option, value, message);
    case OPT_BASE:
    case OPT_HOLDER:
    case OPT_TITLE:
    case OPT_URL:
    case OPT_CODING:
    case OPT_META:
    case OPT_POSITION:
    case OPT_ASKS:
    case OPT_BETWEEN:
    case OPT_RELATION:
      return *value ? 0 : wrong_value(message, option, value, "is empty");
    case OPT_WITH_CONTACTS:
      return from_library(message, option, "", g40_query_set_with_contacts(options->query, true, &err), &err);
    default:
      return 0;
  }
}

/* What getopt_long() refused in `word`. */
static int wrong_option(const char *word, bool missing, tool_str *message) {
  size_t length = strcspn(word, "=");
  int option = 0;
  while (option < OPT_COUNT && (strncmp(word, "--", 2) != 0 || strlen(OPTIONS[option].name) + 2 != length ||
                                strncmp(word + 2, OPTIONS[option].name, length - 2) != 0)) {
    option++;
  }
  if (missing && (option < OPT_COUNT || word[1] != '-')) {
    tool_str_short(message, word, strlen(word));
    tool_str_add(message, " needs a value");
  } else if (option < OPT_COUNT) {
    tool_str_bytes(message, word, length);
    tool_str_add(message, " takes no value");
  } else {
    tool_str_add(message, "unknown option '");
    tool_str_short(message, word, length);
    tool_str_add(message, "'");
  }
  return message->failed ? NO_MEMORY : WRONG;
}

static void list_long_options(struct option longs[OPT_COUNT + 1]) {
  memset(longs, 0, (OPT_COUNT + 1) * sizeof *longs);
  for (int i = 0; i < OPT_COUNT; i++) {
    longs[i].name = OPTIONS[i].name;
    longs[i].has_arg = OPTIONS[i].argument ? required_argument : no_argument;
    longs[i].val = LONG_BASE + i;
  }
}

int tool_options_parse(tool_options *options, int argc, char **argv, tool_str *message) {
  struct option longs[OPT_COUNT + 1];
  g40_error err;
  list_long_options(longs);
  options->query = g40_query_new(&err);
  options->operands = calloc((size_t)argc + 1, sizeof *options->operands);
  options->filters = calloc((size_t)argc + 1, sizeof *options->filters);
  if (!options->query || !options->operands || !options->filters) {
    return out_of_memory(message);
  }
  opterr = 0;
  int status = 0;
  while (status == 0 && optind < argc) {
    /* "-": operands come as they stand, so that argv[optind] is the word that is read next. */
    const char *word = argv[optind];
    int found = getopt_long(argc, argv, "-:ho:", longs, NULL);
    if (found == -1) {
      break;
    }
    if (found == SHORT_OPERAND) {
      options->operands[options->operand_count++] = optarg;
    } else if (found == '?' || found == ':') {
      status = wrong_option(word, found == ':', message);
    } else if (found == 'h' || found == 'o') {
      status = parse_value(options, found == 'h' ? OPT_HELP : OPT_OUTPUT, optarg, message);
    } else if (strcspn(word + 2, "=") != strlen(OPTIONS[found - LONG_BASE].name)) {
      status = wrong_option(word, false, message); /* getopt_long() takes abbreviations; we do not */
    } else {
      status = parse_value(options, found - LONG_BASE, optarg, message);
    }
  }
  while (status == 0 && optind < argc) {
    options->operands[options->operand_count++] = argv[optind++];
  }
  return status;
}

void tool_options_free(tool_options *options) {
  g40_query_free(options->query);
  free(options->operands);
  free(options->filters);
  *options = (tool_options){0};
}

g40_query *tool_options_query(const tool_options *options, g40_error *err) {
  g40_query *query = g40_query_new(err);
  int code = query ? g40_query_set_with_contacts(query, tool_given(options, OPT_WITH_CONTACTS), err) : err->code;
  code = code == G40_OK ? g40_query_set_as_of(query, options->as_of, err) : code;
  for (size_t i = 0; i < options->filter_count && code == G40_OK; i++) {
    code = OPTIONS[options->filters[i].option].filter(query, options->filters[i].value, err);
  }
  if (code != G40_OK) {
    g40_query_free(query);
    return NULL;
  }
  return query;
}
