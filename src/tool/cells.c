/* tool/cells.c - cells that say more than one value of a row. */
#include <string.h>

#include "tool/fields.h"
#include "tool/listing.h"
#include "tool/wrap.h"

#define ARROW " \xe2\x86\x92 "

static bool is(const char *a, const char *b) { return a && b && strcmp(a, b) == 0; }

static bool is_responsible(const json_t *ministry) { return is(tool_get(ministry, "relation"), "responsible"); }

/* Abbreviation, else name, else the words with why they are not resolved. */
static void then(tool_str *text, const json_t *ministry) {
  const char *name = tool_get(ministry, "abbreviation");
  name = name ? name : tool_get(ministry, "name");
  if (name) {
    tool_str_add(text, name);
    return;
  }
  const char *reason = tool_get(ministry, "reason");
  const char *written = tool_get(ministry, "as_written"); /* of what is responsible by portfolio there is none */
  tool_str_add(text, written ? written : tool_get(ministry, "id"));
  tool_str_add(text, " (");
  tool_str_add(text, tool_get(ministry, "state"));
  tool_str_add(text, reason ? ": " : "");
  tool_str_add(text, reason);
  tool_str_add(text, ")");
}

static void now_names(tool_str *text, const json_t *now) {
  for (size_t i = 0; i < json_array_size(now); i++) {
    const json_t *ministry = json_array_get(now, i);
    const char *name = tool_get(ministry, "abbreviation");
    tool_str_add(text, i > 0 ? " + " : "");
    tool_str_add(text, name ? name : tool_get(ministry, "name"));
  }
}

void tool_then_now(tool_str *text, const json_t *ministry) {
  const json_t *now = json_object_get(ministry, "now");
  const json_t *first = json_array_get(now, 0);
  then(text, ministry);
  bool same = json_array_size(now) == 1 && is(tool_get(first, "abbreviation"), tool_get(ministry, "abbreviation"));
  if (!same && tool_get(ministry, "version")) {
    tool_str_add(text, ARROW);
    now_names(text, now);
    tool_str_add(text, json_array_size(now) == 0 ? "-" : "");
  }
}

const char *tool_short_id(const char *id) {
  static const char type[] = "position/";
  if (!id || strncmp(id, type, sizeof type - 1) != 0) {
    return id;
  }
  const char *rest = id + sizeof type - 1; /* of a document called "theme" it would be a theme's */
  return tool_listing_of_type(rest, strcspn(rest, "/")) ? id : rest;
}

char *tool_cell_short_id(const json_t *row, tool_lang lang) {
  (void)lang;
  tool_str text = {0};
  tool_str_add(&text, tool_short_id(tool_get(row, "id")));
  return tool_str_take(&text);
}

/* The stakeholders and ministries in a role, comma between. */
static void in_role(tool_str *text, const json_t *row, const char *role, bool stakeholders, tool_lang lang) {
  const json_t *list = json_object_get(row, "stakeholders");
  for (size_t i = 0; stakeholders && i < json_array_size(list); i++) {
    const json_t *stakeholder = json_array_get(list, i);
    const char *name = tool_name_of(stakeholder, lang);
    if (is(tool_get(stakeholder, "role"), role)) {
      tool_str_join(text, ", ", name ? name : tool_get(stakeholder, "as_written"));
    }
  }
  list = json_object_get(row, "ministries");
  for (size_t i = 0; i < json_array_size(list); i++) {
    if (is(tool_get(json_array_get(list, i), "relation"), role)) {
      tool_str_join(text, ", ", "");
      tool_then_now(text, json_array_get(list, i));
    }
  }
}

char *tool_cell_who(const json_t *row, tool_lang lang) {
  static const char *const roles[] = {"addressee", "executor", "partner", "cited_authority", "beneficiary",
                                      "affected",  "holder",   "other",   "responsible"};
  enum { STAKEHOLDERS_TOO = 2 }; /* of the first two roles; who else occurs would fill the column */
  tool_str text = {0};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
    tool_str names = {0};
    in_role(&names, row, roles[i], i < STAKEHOLDERS_TOO, lang);
    if (names.length > 0) {
      tool_str_join(&text, TOOL_BREAK, roles[i]);
      tool_str_add(&text, ": ");
      tool_str_add(&text, names.text);
    }
    text.failed = text.failed || names.failed;
    tool_str_free(&names);
  }
  return tool_str_take(&text);
}

/* One item for each ministry that is (not) responsible. */
static char *ministries(const json_t *row, bool responsible, void (*add)(tool_str *, const json_t *)) {
  const json_t *list = json_object_get(row, "ministries");
  tool_str text = {0};
  bool first = true;
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *ministry = json_array_get(list, i);
    if (is_responsible(ministry) == responsible) {
      tool_str_add(&text, first ? "" : "; ");
      add(&text, ministry);
      first = false;
    }
  }
  return tool_str_take(&text);
}

static void add_written(tool_str *text, const json_t *ministry) {
  tool_str_add(text, tool_get(ministry, "as_written"));
}

static void add_now(tool_str *text, const json_t *ministry) { now_names(text, json_object_get(ministry, "now")); }

char *tool_cell_named(const json_t *row, tool_lang lang) {
  (void)lang;
  return ministries(row, false, then);
}

char *tool_cell_named_as_written(const json_t *row, tool_lang lang) {
  (void)lang;
  return ministries(row, false, add_written);
}

char *tool_cell_named_now(const json_t *row, tool_lang lang) {
  (void)lang;
  return ministries(row, false, add_now);
}

char *tool_cell_responsible(const json_t *row, tool_lang lang) {
  (void)lang;
  return ministries(row, true, then);
}

char *tool_cell_responsible_now(const json_t *row, tool_lang lang) {
  (void)lang;
  return ministries(row, true, add_now);
}

char *tool_cell_stakeholders(const json_t *row, tool_lang lang) {
  const json_t *list = json_object_get(row, "stakeholders");
  tool_str text = {0};
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *stakeholder = json_array_get(list, i);
    const char *name = tool_name_of(stakeholder, lang);
    tool_str_join(&text, "; ", name ? name : tool_get(stakeholder, "as_written"));
    tool_str_add(&text, " (");
    tool_str_add(&text, tool_get(stakeholder, "role"));
    tool_str_add(&text, ")");
  }
  return tool_str_take(&text);
}

/* Names of instruments, advices or places; the words where the registry does not know them. */
static char *mentions(const json_t *row, const char *key) {
  const json_t *list = json_object_get(row, key);
  tool_str text = {0};
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *one = json_array_get(list, i);
    const char *name = tool_get(one, "name");
    tool_str_join(&text, "; ", name ? name : tool_get(one, "as_written"));
  }
  return tool_str_take(&text);
}

char *tool_cell_instruments(const json_t *row, tool_lang lang) {
  (void)lang;
  return mentions(row, "instruments");
}

char *tool_cell_advices(const json_t *row, tool_lang lang) {
  (void)lang;
  return mentions(row, "advices");
}

static void value_and_unit(tool_str *text, const json_t *figure) {
  const json_t *value = json_object_get(figure, "value");
  const char *unit = tool_get(figure, "unit");
  if (json_is_number(value)) {
    tool_str_number(text, json_number_value(value));
  }
  tool_str_add(text, unit ? " " : "");
  tool_str_add(text, unit);
}

char *tool_cell_value(const json_t *row, tool_lang lang) {
  (void)lang;
  tool_str text = {0};
  value_and_unit(&text, row);
  return tool_str_take(&text);
}

char *tool_cell_figures(const json_t *row, tool_lang lang) {
  (void)lang;
  const json_t *list = json_object_get(row, "figures");
  tool_str text = {0};
  for (size_t i = 0; i < json_array_size(list); i++) {
    tool_str_join(&text, "; ", "");
    value_and_unit(&text, json_array_get(list, i));
  }
  return tool_str_take(&text);
}

char *tool_cell_period(const json_t *row, tool_lang lang) {
  (void)lang;
  const char *from = tool_get(row, "valid_from");
  const char *to = tool_get(row, "valid_to");
  tool_str text = {0};
  tool_str_add(&text, from ? from : "...");
  tool_str_add(&text, " \xe2\x80\x93 ");
  tool_str_add(&text, to ? to : "...");
  return tool_str_take(&text);
}

char *tool_cell_now(const json_t *row, tool_lang lang) {
  (void)lang;
  tool_str text = {0};
  now_names(&text, json_object_get(row, "now"));
  return tool_str_take(&text);
}

static char *names_where(const json_t *row, bool related) {
  const json_t *list = json_object_get(row, "names");
  tool_str text = {0};
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *name = json_array_get(list, i);
    if (is(tool_get(name, "relation"), "related") == related) {
      tool_str_join(&text, "; ", tool_get(name, "text"));
    }
  }
  return tool_str_take(&text);
}

char *tool_cell_names(const json_t *row, tool_lang lang) {
  (void)lang;
  return names_where(row, false);
}

char *tool_cell_related(const json_t *row, tool_lang lang) {
  (void)lang;
  return names_where(row, true);
}
