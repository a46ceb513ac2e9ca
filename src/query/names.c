#include <string.h>

#include "lexicon/resolve.h"
#include "query/filter.h"
#include "query/loader.h"
#include "query/meant.h"
#include "text/fold.h"
#include "text/json.h"

static void add_id(g4_buf *json, const char *id) {
  g4_buf_add_text(json, json->length > 1 ? "," : "");
  g4_json_string(json, id, strlen(id));
}

/* A ministry is a stakeholder too: the organisations that bore the name on any date. */
static int add_organisations(const g4_lexicon *lexicon, const char *name, g4_buf *json, g40_error *err) {
  const g4_registry *registry = g4_lexicon_registry(lexicon);
  g4_resolution ever;
  int code = g4_resolve(lexicon, name, 0, 0, &ever, err);
  if (code != G40_OK) {
    return code;
  }
  for (size_t i = 0; i < registry->versions.count; i++) {
    const char *id = registry->versions.items[i].id;
    bool means = strcmp(id, name) == 0 || (ever.state == G4_RESOLVED && ever.version == (int)i);
    for (size_t k = 0; ever.state == G4_AMBIGUOUS && k < ever.candidates.count; k++) {
      means |= ever.candidates.items[k] == (int)i;
    }
    if (means) {
      add_id(json, id);
    }
  }
  g4_resolution_free(&ever);
  return G40_OK;
}

/* An id, with or without its type, is found without reading all names. *found: whether it was one. */
static int add_by_id(g4_session *session, const char *name, unsigned types, g4_buf *json, bool *found, g40_error *err) {
  static const struct {
    unsigned types;
    const char *sql;
  } tables[] = {{G4_TYPE(G4_STAKEHOLDER), "SELECT id FROM stakeholder WHERE id IN (?1, 'stakeholder/' || ?1)"},
                {G4_TYPE(G4_THEME), "SELECT id FROM theme WHERE id IN (?1, 'theme/' || ?1)"},
                {G4_TYPE(G4_INSTRUMENT) | G4_TYPE(G4_ADVICE),
                 "SELECT id FROM instrument WHERE id IN (?1, 'instrument/' || ?1, 'advice/' || ?1)"}};
  *found = false;
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    if (!(types & tables[i].types)) {
      continue;
    }
    sqlite3_stmt *statement = g4_store_statement(session->store, tables[i].sql, err);
    int code = statement ? g4_store_bind(session->store, statement, err, "s", name) : err->code;
    while (code >= 0 && (code = g4_store_step(session->store, statement, err)) == 1) {
      const char *id = (const char *)sqlite3_column_text(statement, 0);
      if (id) {
        add_id(json, id);
        *found = true;
      }
    }
    if (statement) {
      g4_store_done(statement);
    }
    if (code < 0) {
      return code;
    }
  }
  return G40_OK;
}

/* *found: whether the registry has it. */
static int add_by_name(g4_session *session, const char *name, unsigned types, g4_buf *json, bool *found,
                       g40_error *err) {
  const g4_lexicon *lexicon = g4_session_lexicon(session, err);
  if (!lexicon) {
    return err->code;
  }
  g4_indices matches;
  size_t before = json->length;
  int code = g4_lexicon_find(lexicon, types, name, &matches, err);
  if (code == G40_OK && !matches.count && (types & G4_TYPE(G4_STAKEHOLDER))) {
    code = add_organisations(lexicon, name, json, err);
  }
  for (size_t k = 0; k < matches.count && code == G40_OK; k++) {
    add_id(json, session->registry.entities.items[matches.items[k]].id);
  }
  *found = json->length > before;
  g4_vec_free(&matches);
  return code;
}

static int add_entity(g4_session *session, const char *name, unsigned types, g4_buf *json, bool *found,
                      g40_error *err) {
  int code = add_by_id(session, name, types, json, found, err);
  code = code == G40_OK && !*found ? add_by_name(session, name, types, json, found, err) : code;
  return code == G40_OK && json->failed ? g4_nomem(err) : code;
}

static int unknown(const char *what, const char *name, g40_error *err) {
  return g4_fail(err, G40_NOT_FOUND, "unknown %s '%.100s'", what, name);
}

int g4_filter_entities(g4_session *session, const g4_strings *names, unsigned types, const char *what, g4_buf *json,
                       g40_error *err) {
  int code = G40_OK;
  g4_buf_add_char(json, '[');
  for (size_t i = 0; i < names->count && code == G40_OK; i++) {
    bool found = false;
    code = add_entity(session, names->items[i], types, json, &found, err);
    code = code == G40_OK && !found ? unknown(what, names->items[i], err) : code;
  }
  g4_buf_add_char(json, ']');
  return code == G40_OK && json->failed ? g4_nomem(err) : code;
}

/* --- instruments that the registry does not know */

/* Adds the folded name; *found: also where it stands in a text as a name that the registry did not know. */
static int add_written(g4_session *session, const char *name, g4_buf *json, bool *found, g40_error *err) {
  g4_buf folded = {0};
  int code = g4_fold(name, strlen(name), &folded, err);
  if (code == G40_OK) {
    add_id(json, g4_buf_text(&folded));
  }
  if (code == G40_OK && !*found) {
    sqlite3_stmt *row = g4_store_statement(
        session->store, "SELECT 1 FROM position_instrument WHERE instrument IS NULL AND folded = ? LIMIT 1", err);
    code = row ? g4_store_bind(session->store, row, err, "s", g4_buf_text(&folded)) : err->code;
    code = code == G40_OK ? g4_store_step(session->store, row, err) : code;
    if (row) {
      g4_store_done(row);
    }
    *found = code == 1;
    code = code < 0 ? code : G40_OK;
  }
  g4_buf_free(&folded);
  return code;
}

int g4_filter_instruments(g4_session *session, const g4_strings *names, g4_buf *ids, g4_buf *folded, g40_error *err) {
  int code = G40_OK;
  g4_buf_add_char(ids, '[');
  g4_buf_add_char(folded, '[');
  for (size_t i = 0; i < names->count && code == G40_OK; i++) {
    bool found = false;
    code = add_entity(session, names->items[i], G4_TYPE(G4_INSTRUMENT) | G4_TYPE(G4_ADVICE), ids, &found, err);
    code = code == G40_OK ? add_written(session, names->items[i], folded, &found, err) : code;
    code = code == G40_OK && !found ? unknown("instrument", names->items[i], err) : code;
  }
  g4_buf_add_char(ids, ']');
  g4_buf_add_char(folded, ']');
  return code == G40_OK && (ids->failed || folded->failed) ? g4_nomem(err) : code;
}

/* One ministry that a document names (or that answers for an ask of it). */
typedef struct {
  int64_t document, stakeholder;
  const char *ministry;   /* id; owned by the registry */
  const char *as_written; /* the words, where the document has no date and they decide; else NULL */
  g4_date date;
  int version; /* that the document means, or G4_NO_VERSION */
} named_ministry;

typedef struct {
  G4_VEC(named_ministry) items;
  g4_arena arena;
} named_ministries;

static void free_named(named_ministries *named) {
  g4_vec_free(&named->items);
  g4_arena_free(&named->arena);
}

/* One row of read_named(). */
static int add_named(g4_session *session, sqlite3_stmt *row, named_ministries *named, g40_error *err) {
  named_ministry one = {.document = sqlite3_column_int64(row, 0), .stakeholder = sqlite3_column_int64(row, 1)};
  const char *id = (const char *)sqlite3_column_text(row, 2);
  const char *date = (const char *)sqlite3_column_text(row, 3);
  const char *words = (const char *)sqlite3_column_text(row, 4);
  if (date) {
    g4_date_parse(date, &one.date);
  }
  for (size_t i = 0; id && i < session->registry.versions.count && !one.ministry; i++) {
    const char *known = session->registry.versions.items[i].id;
    one.ministry = strcmp(known, id) == 0 ? known : NULL;
  }
  if (!one.ministry) {
    return G40_OK;
  }
  if (words && !(one.as_written = g4_arena_strdup(&named->arena, words))) {
    return g4_nomem(err);
  }
  int code = g4_version_meant(session, one.ministry, one.as_written, one.date, &one.version, err);
  return code == G40_OK && !g4_vec_push(&named->items, one) ? g4_nomem(err) : code;
}

static int read_named(g4_session *session, bool responsible, named_ministries *named, g40_error *err) {
  static const char roles[] =
      "SELECT DISTINCT p.document, s.pk, s.id, d.date_issued, CASE WHEN d.date_issued IS NULL THEN r.as_written END"
      " FROM position_role r JOIN position p ON p.pk = r.position JOIN document d ON d.pk = p.document"
      " JOIN stakeholder s ON s.pk = r.stakeholder WHERE r.actor = 'ministry' ORDER BY 1, 2, 5";
  static const char portfolios[] =
      "SELECT DISTINCT p.document, s.pk, s.id, d.date_issued, NULL FROM position_responsible r JOIN position p ON p.pk "
      "="
      " r.position JOIN document d ON d.pk = p.document JOIN stakeholder s ON s.pk = r.ministry ORDER BY 1, 2";
  sqlite3_stmt *statement = g4_store_statement(session->store, responsible ? portfolios : roles, err);
  if (!statement) {
    return err->code;
  }
  int code;
  while ((code = g4_store_step(session->store, statement, err)) == 1) {
    code = add_named(session, statement, named, err);
    if (code != G40_OK) {
      break;
    }
  }
  g4_store_done(statement);
  return code < 0 ? code : G40_OK;
}

/* What a name of a filter means, apart from the document's date. */
typedef struct {
  const char *text;
  const char *id; /* the name is the id of a ministry or of a version */
  int version;    /* that version, or G4_NO_VERSION */
  int on_as_of;   /* the version that it means on the as-of date, or G4_NO_VERSION */
  g4_date as_of;  /* 0: not asked for */
} ministry_name;

static int read_name(const g4_lexicon *lexicon, const char *text, g4_date as_of, ministry_name *name, g40_error *err) {
  const g4_registry *registry = g4_lexicon_registry(lexicon);
  *name = (ministry_name){.text = text, .version = G4_NO_VERSION, .on_as_of = G4_NO_VERSION, .as_of = as_of};
  name->version = g4_registry_version(registry, text);
  for (size_t i = 0; i < registry->versions.count && !name->id; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    bool is_id = strcmp(version->id, text) == 0 || strcmp(g4_slug(version->id), text) == 0;
    name->id = is_id || (int)i == name->version ? version->id : NULL;
  }
  g4_resolution ever;
  int code = g4_resolve(lexicon, text, 0, 0, &ever, err);
  if (code != G40_OK) {
    return code;
  }
  if (!name->id && ever.state == G4_UNRESOLVED) {
    code = g4_fail(err, G40_NOT_FOUND, "unknown ministry '%.100s' (%s)", text, g4_reason_name(ever.reason));
  }
  g4_resolution_free(&ever);
  if (code == G40_OK && as_of) {
    g4_resolution then;
    code = g4_resolve(lexicon, text, as_of, as_of, &then, err);
    if (code == G40_OK) {
      name->on_as_of = then.state == G4_RESOLVED ? then.version : G4_NO_VERSION;
      g4_resolution_free(&then);
    }
    if (name->id) {
      name->on_as_of = g4_registry_version_on(registry, name->id, as_of);
    }
  }
  return code;
}

/* Whether the name, read at the document's date, means this ministry. */
static int fits_then(const g4_lexicon *lexicon, const ministry_name *name, const named_ministry *one, bool *fits,
                     g40_error *err) {
  const g4_registry *registry = g4_lexicon_registry(lexicon);
  if (name->id) {
    *fits = strcmp(name->id, one->ministry) == 0 && (name->version == G4_NO_VERSION || name->version == one->version);
    return G40_OK;
  }
  g4_resolution then;
  int code = g4_resolve(lexicon, name->text, one->date, 0, &then, err);
  if (code == G40_OK) {
    *fits = then.state == G4_RESOLVED && strcmp(registry->versions.items[then.version].id, one->ministry) == 0 &&
            (one->date || then.version == one->version);
    g4_resolution_free(&then);
  }
  return code;
}

/* Whether the ministry of then is answered for, on the as-of date, by the version that the name means on that date. */
static int fits_now(const g4_registry *registry, const ministry_name *name, const named_ministry *one, bool *fits,
                    g40_error *err) {
  if (name->on_as_of == G4_NO_VERSION || one->version == G4_NO_VERSION) {
    return G40_OK;
  }
  g4_lineage lineage;
  int code = g4_lineage_trace(registry, one->version, one->date, name->as_of, &lineage, err);
  for (size_t i = 0; code == G40_OK && i < lineage.now.count; i++) {
    *fits |= lineage.now.items[i] == name->on_as_of;
  }
  if (code == G40_OK) {
    g4_lineage_free(&lineage);
  }
  return code;
}

/* [document, stakeholder], and the words where they decide. */
static void add_pair(const named_ministry *one, g4_buf *json) {
  g4_buf_add_format(json, "%s[%lld,%lld", json->length > 1 ? "," : "", (long long)one->document,
                    (long long)one->stakeholder);
  if (one->as_written) {
    g4_buf_add_char(json, ',');
    g4_json_string(json, one->as_written, strlen(one->as_written));
  }
  g4_buf_add_char(json, ']');
}

static int add_fitting(const g4_lexicon *lexicon, const ministry_name *name, const named_ministries *named,
                       g4_buf *json, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < named->items.count && code == G40_OK; i++) {
    const named_ministry *one = &named->items.items[i];
    bool fits = false;
    code = fits_then(lexicon, name, one, &fits, err);
    if (code == G40_OK && !fits) {
      code = fits_now(g4_lexicon_registry(lexicon), name, one, &fits, err);
    }
    if (code == G40_OK && fits) {
      add_pair(one, json);
    }
  }
  return code;
}

int g4_filter_ministries(g4_session *session, const g4_strings *names, bool responsible, g4_date as_of, g4_buf *json,
                         g40_error *err) {
  const g4_lexicon *lexicon = g4_session_ministry_names(session, err);
  if (!lexicon) {
    return err->code;
  }
  named_ministries named = {0};
  int code = read_named(session, responsible, &named, err);
  g4_buf_add_char(json, '[');
  for (size_t i = 0; i < names->count && code == G40_OK; i++) {
    ministry_name name;
    code = read_name(lexicon, names->items[i], as_of, &name, err);
    if (code == G40_OK) {
      code = add_fitting(lexicon, &name, &named, json, err);
    }
  }
  g4_buf_add_char(json, ']');
  free_named(&named);
  return code == G40_OK && json->failed ? g4_nomem(err) : code;
}
