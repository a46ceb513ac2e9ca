#include "tool/command.h"

#include <string.h>

#include "tool/table.h"
#include "tool/wrap.h"

#define PRINTS (OPT_BIT(OPT_DB) | OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_LANG))
#define LISTS (PRINTS | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_AFTER) | OPT_BIT(OPT_AS_OF) | OPT_BIT(OPT_WITH_CONTACTS))
#define FILTERS                                                                                                       \
  (OPT_BIT(OPT_TEXT) | OPT_BIT(OPT_THEME) | OPT_BIT(OPT_MINISTRY) | OPT_BIT(OPT_RESPONSIBLE) |                        \
   OPT_BIT(OPT_STAKEHOLDER) | OPT_BIT(OPT_ROLE) | OPT_BIT(OPT_KIND) | OPT_BIT(OPT_ACTION) | OPT_BIT(OPT_INSTRUMENT) | \
   OPT_BIT(OPT_DOCUMENT))

/* To add a command: a line here, its function, its page in docs/cli.md. */
static const tool_command COMMANDS[] = {
    {"positions", "", 0, 0, LISTS | FILTERS, "what documents want, hold and observe, with the exact words",
     "Filters of different kinds combine with and, a repeated one with or. A ministry's name is read at each "
     "document's "
     "date; with --as-of a name of that day also finds those for which it answers then. A name that the database does "
     "not know is a fault.",
     tool_run_list, TOOL_READS},
    {"stakeholders", "", 0, 0, LISTS | FILTERS, "actors, with how many positions involve them", NULL, tool_run_list,
     TOOL_READS},
    {"ministries", "", 0, 0, LISTS | FILTERS, "ministries by period, and who answers for them now", NULL, tool_run_list,
     TOOL_READS},
    {"themes", "", 0, 0, LISTS | FILTERS, "themes, with how many positions and asks they hold", NULL, tool_run_list,
     TOOL_READS},
    {"instruments", "", 0, 0, LISTS | FILTERS, "laws, programmes, funds and agreements that positions name", NULL,
     tool_run_list, TOOL_READS},
    {"advices", "", 0, 0, LISTS | FILTERS, "reports of commissions that positions name", NULL, tool_run_list,
     TOOL_READS},
    {"figures", "", 0, 0, LISTS | FILTERS, "numbers, what they measure, and the words", NULL, tool_run_list,
     TOOL_READS},
    {"citations", "", 0, 0, LISTS | FILTERS, "links and references, and the words that cite", NULL, tool_run_list,
     TOOL_READS},
    {"documents", "", 0, 0, LISTS | FILTERS, "the papers, who holds them, and their hash", NULL, tool_run_list,
     TOOL_READS},
    {"members", "", 0, 0, LISTS, "members of networks: the cities of the G40", NULL, tool_run_list, TOOL_READS},
    {"show", "ID", 1, 1, PRINTS | OPT_BIT(OPT_AS_OF) | OPT_BIT(OPT_WITH_CONTACTS), "one row whole, with its evidence",
     "ID carries its type, as listings print it: theme/economie, ministry/mnre1045. Without a type it is a position's, "
     "DOCUMENT/NAME.",
     tool_run_show, TOOL_READS},
    {"resolve", "NAME", 1, 1, PRINTS | OPT_BIT(OPT_AS_OF) | OPT_BIT(OPT_DATE),
     "what a ministry's name meant on a date, and who answers now",
     "Without --date a name that ministries bore at different times is ambiguous. A refusal is an answer: the exit "
     "status is 0.",
     tool_run_resolve, TOOL_READS},
    {"text", "DOC", 1, 1, OPT_BIT(OPT_DB) | OPT_BIT(OPT_WITH_CONTACTS), "a document's stored text", NULL, tool_run_text,
     TOOL_READS},
    {"info", "", 0, 0, PRINTS, "what the database holds, versions, and the days that the registry knows", NULL,
     tool_run_info, TOOL_READS},
    {"verify", "", 0, 0, OPT_BIT(OPT_DB), "checks every quote, offset and hash in the database", NULL, tool_run_verify,
     TOOL_READS},
    {"compile", "DIR -o FILE", 1, 1, OPT_BIT(OPT_OUTPUT), "compiles a directory of data files to a database",
     "Every fault is reported as file:line:column: severity: message [code]. Where one is an error nothing is written.",
     tool_run_compile, TOOL_READS},
    {"coding check", "FILE", 1, 1, OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_LANG) | OPT_BIT(OPT_WITH_CONTACTS),
     "looks up a coding file's anchors in its text, and what nothing accounts for",
     "The exit status is 1 where the file has faults, an anchor is ambiguous or orphaned, or a unit of the text (a "
     "sentence, heading, link or contact line) is accounted for by nothing. json, jsonl and csv list the anchors.",
     tool_run_check, TOOL_READS},
    {"ingest", "PATH...", 0, SIZE_MAX, OPT_BIT(OPT_DB) | TOOL_PAPER | OPT_BIT(OPT_META),
     "takes papers into a database file",
     "A file that does not exist yet is made, with the registry of this program. The same content again changes "
     "nothing, a "
     "changed paper replaces its version. --holder, --kind and --date hold for all papers; --date is also the day at "
     "which "
     "ministries are read. Without PATH the rows of --meta name the papers, or --coding its text. A paper that cannot "
     "be "
     "read is a line on standard error and status 1; the others are taken in all the same.",
     tool_run_ingest, TOOL_CREATES},
    {"remove", "DOC", 1, 1, OPT_BIT(OPT_DB), "takes a document out of a database file", NULL, tool_run_remove,
     TOOL_WRITES},
    {"search", "QUERY", 1, 1, LISTS | FILTERS | OPT_BIT(OPT_RELATED),
     "passages by their words, ranked, with the words marked",
     "All words must occur, \"words in quotes\" one behind the other; a trailing * takes any ending, -word must not "
     "occur. "
     "Words are compared by their stems, and compounds are opened: congestie finds netcongestie. Names find what means "
     "the "
     "same, with --related also what is near to it. What begins with - goes behind --.",
     tool_run_search, TOOL_READS},
    {"match", "QUOTE", 0, 1,
     PRINTS | FILTERS | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_AFTER) | OPT_BIT(OPT_WITH_CONTACTS) | OPT_BIT(OPT_POSITION),
     "passages that take up an ask, best first",
     "The ask is a QUOTE, or with --position a position of the database or of the corpus inside the program. Passages "
     "are "
     "compared by shared words, by names that mean the same, and by meaning. Tables show 20 of them, other formats "
     "100; "
     "--limit says how many.",
     tool_run_match, TOOL_READS},
    {"uptake", "", 0, 0,
     PRINTS | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_WITH_CONTACTS) | OPT_BIT(OPT_DOCUMENT) | OPT_BIT(OPT_ASKS) |
         OPT_BIT(OPT_POSITION),
     "which asks come back in which documents, with both quotes",
     "The asks of --asks DOC, or one --position, are looked for in each document of the database, or of --document. An "
     "id is looked up in the database, then in the corpus inside the program. A document takes an ask up, has the same "
     "subject, or neither; how right that is was measured and is said with the answer.",
     tool_run_uptake, TOOL_READS},
    {"compare", "DOC DOC", 2, 2,
     PRINTS | (FILTERS & ~OPT_BIT(OPT_DOCUMENT)) | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_AS_OF) | OPT_BIT(OPT_WITH_CONTACTS),
     "what became of the positions of an earlier edition in a later one",
     "The earlier document comes first. A position is kept, changed (the words that went and came are marked), dropped "
     "or "
     "new, and may have moved. A document is looked up in the database, then in the corpus inside the program.",
     tool_run_compare, TOOL_READS},
    {"network", "", 0, 0,
     PRINTS | FILTERS | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_AS_OF) | OPT_BIT(OPT_WITH_CONTACTS) | OPT_BIT(OPT_BETWEEN) |
         OPT_BIT(OPT_RELATION),
     "who occurs with whom in positions, with the positions",
     "Edges between stakeholders, between stakeholders and ministries, and between themes and ministries, each with "
     "how many "
     "positions name both. A ministry is the version of the document's date, named in the text or responsible by "
     "portfolio.",
     tool_run_network, TOOL_READS},
    {"review", "DOC or FILE", 1, 1,
     PRINTS | TOOL_PAPER | OPT_BIT(OPT_WITH_CONTACTS) | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_ONLY),
     "what a paper's authors may want to look at before they send it",
     "Of a document of the database or, where it has none of that id, of a file (text, Markdown, HTML, PDF), which is "
     "read with --holder, --kind, --date and so on and stored nowhere; ./NAME is always a file, document/ID never one. "
     "Asks that name no addressee, amount (where money is asked), date or instrument; themes under which nothing is "
     "asked; "
     "actors that are named and asked nothing; names that are not known; figures without a source. By kind, the "
     "severest "
     "first, each with the words; tables show 50, of each kind its share. It says what rules did not find; whether it "
     "should be there is for the authors.",
     tool_run_review, TOOL_READS},
    {"reindex", "", 0, 0, OPT_BIT(OPT_DB), "makes the text index of a database file anew", NULL, tool_run_reindex,
     TOOL_WRITES},
    {"export", "--format F -o PATH", 0, 0,
     OPT_BIT(OPT_DB) | OPT_BIT(OPT_FORMAT) | FILTERS | OPT_BIT(OPT_AS_OF) | OPT_BIT(OPT_WITH_CONTACTS) |
         OPT_BIT(OPT_OUTPUT) | OPT_BIT(OPT_BASE) | OPT_BIT(OPT_BETWEEN) | OPT_BIT(OPT_RELATION) | OPT_BIT(OPT_LANG) |
         OPT_BIT(OPT_UPTAKE) | OPT_BIT(OPT_ASKS) | OPT_BIT(OPT_POSITION),
     "writes the database in a form that other tools read",
     "Formats: jsonld (positions and their evidence as linked data), popolo (organisations, posts, memberships, "
     "areas), "
     "skos (themes, actions, roles, in Turtle), csv (a folder with one file a table), graphml (the network, or with "
     "--between and --relation a part of it), html (one page to read, in the language of --lang; with --uptake the "
     "asks of --asks or --position beside what takes them up). PATH is a file, - for standard output, or for csv the "
     "folder.",
     tool_run_export, TOOL_READS},
    {"coding export", "DOC", 1, 1, OPT_BIT(OPT_DB) | OPT_BIT(OPT_WITH_CONTACTS),
     "a document's coding as a file that a person can correct",
     "What rules made is marked 'reviewed: false'. Correct it, say 'reviewed: true', delete what is none, and take it "
     "back "
     "with 'g40 ingest --coding FILE PAPER'. Without --with-contacts the words of contact data cannot be found again.",
     tool_run_coding_export, TOOL_READS},
    {"registry add", "FILE", 1, 1, OPT_BIT(OPT_DB), "adds your own names to a database file",
     "FILE has the form of the registry files (docs/data.md): stakeholders, members, themes, instruments, advices, "
     "portfolios, sources. What you added before under the same ids is replaced. Papers that were taken in before are "
     "not "
     "read again.",
     tool_run_registry_add, TOOL_CREATES},
    {"registry update", "", 0, 0, OPT_BIT(OPT_DB), "brings the facts of this program into a database file",
     "What you added yourself stays.", tool_run_registry_update, TOOL_WRITES},
    {"analyze", "FILE or -", 1, 1, PRINTS | OPT_BIT(OPT_DATE) | OPT_BIT(OPT_WITH_CONTACTS),
     "what the sentences of a text are, and whom and what they name",
     "Nothing is stored. Ministries are read at --date; without it a name that ministries bore at different times is "
     "ambiguous. Offsets are bytes of the file.",
     tool_run_analyze, TOOL_READS},
    {"help", "[COMMAND]", 0, 2, 0, "this help, or a command's", NULL, tool_run_help, TOOL_READS},
};

enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS };

static bool matches(const char *name, const char *const *operands, size_t count, size_t *words) {
  const char *space = strchr(name, ' ');
  if (!space) {
    *words = 1;
    return count > 0 && strcmp(operands[0], name) == 0;
  }
  *words = 2;
  size_t first = (size_t)(space - name);
  return count > 1 && strlen(operands[0]) == first && strncmp(operands[0], name, first) == 0 &&
         strcmp(operands[1], space + 1) == 0;
}

const tool_command *tool_command_find(const char *const *operands, size_t count, size_t *words) {
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    if (matches(COMMANDS[i].name, operands, count, words)) {
      return &COMMANDS[i];
    }
  }
  *words = 0;
  return NULL;
}

bool tool_command_begins(const char *word) {
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    const char *space = strchr(COMMANDS[i].name, ' ');
    size_t length = strlen(word);
    if (space && length == (size_t)(space - COMMANDS[i].name) && strncmp(word, COMMANDS[i].name, length) == 0) {
      return true;
    }
  }
  return false;
}

enum { LABEL = 22 };

static void option_lines(tool_out *out, uint64_t options) {
  for (int i = 0; i < OPT_COUNT; i++) {
    if (options & OPT_BIT(i)) {
      const tool_option *option = tool_option_at(i);
      char label[40];
      snprintf(label, sizeof label, "--%s%s%s", option->name, option->argument ? " " : "",
               option->argument ? option->argument : "");
      tool_pair(out, 2, LABEL, label, option->help);
    }
  }
}

void tool_help(tool_out *out) {
  tool_paragraph(out, 0, "usage: g40 COMMAND [OPTION...]");
  tool_out_text(out, "\n");
  tool_paragraph(out, 0,
                 "Policy positions as data: who wants what from whom, which ministry answers for it then and now, with "
                 "the exact words.");
  tool_out_text(out, "\n");
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    tool_pair(out, 2, LABEL, COMMANDS[i].name, COMMANDS[i].summary);
  }
  tool_out_text(out, "\n");
  option_lines(out, OPT_BIT(OPT_DB) | OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_HELP) | OPT_BIT(OPT_VERSION));
  tool_out_text(out, "\n");
  tool_paragraph(
      out, 0,
      "'g40 help COMMAND' says what a command takes. Options stand before or behind the command. Exit status: "
      "0 done (also when nothing was found), 1 failed, 2 wrong usage.");
}

void tool_help_command(tool_out *out, const tool_command *command) {
  char usage[100];
  snprintf(usage, sizeof usage, "usage: g40 %s%s%s%s", command->name, *command->operands ? " " : "", command->operands,
           command->takes & ~OPT_BIT(OPT_OUTPUT) ? " [OPTION...]" : "");
  tool_paragraph(out, 0, usage);
  tool_out_text(out, "\n");
  tool_paragraph(out, 0, command->summary);
  if (command->details) {
    tool_out_text(out, "\n");
    tool_paragraph(out, 0, command->details);
  }
  tool_out_text(out, "\n");
  option_lines(out, command->takes | OPT_BIT(OPT_HELP));
}
