/* The registry of one database brought into another: built-in rows give way, a user's own stay. Rows that documents
 * point to keep their pk. */
#include "store/registry.h"

typedef struct {
  const char *from, *into; /* a row of the one, column by column, into the other */
} transfer;

/* What is built in is old until the newer registry has it too. */
static const char begin[] =
    "UPDATE source SET origin = 'old' WHERE origin = 'builtin';"
    "UPDATE stakeholder SET origin = 'old' WHERE origin = 'builtin';"
    "UPDATE ministry_version SET origin = 'old' WHERE origin = 'builtin';"
    "UPDATE theme SET origin = 'old' WHERE origin = 'builtin';"
    "UPDATE instrument SET origin = 'old' WHERE origin = 'builtin';"
    "DELETE FROM ministry_change WHERE origin = 'builtin'; DELETE FROM post WHERE origin = 'builtin';"
    "DELETE FROM portfolio WHERE origin = 'builtin'; DELETE FROM member WHERE origin = 'builtin';"
    "DELETE FROM name WHERE origin = 'builtin'";

/* What stayed old goes, but for what documents and a user's rows point to. */
static const char end[] =
    "DELETE FROM ministry_version WHERE origin = 'old' AND pk NOT IN (SELECT from_version FROM ministry_change WHERE"
    " from_version IS NOT NULL UNION SELECT to_version FROM ministry_change WHERE to_version IS NOT NULL);"
    "DELETE FROM theme WHERE origin = 'old' AND pk NOT IN (SELECT theme FROM position WHERE theme IS NOT NULL UNION"
    " SELECT theme FROM section WHERE theme IS NOT NULL);"
    "DELETE FROM instrument WHERE origin = 'old' AND pk NOT IN (SELECT instrument FROM position_instrument WHERE"
    " instrument IS NOT NULL);"
    "DELETE FROM stakeholder WHERE origin = 'old' AND pk NOT IN (SELECT holder FROM document WHERE holder IS NOT NULL"
    " UNION SELECT stakeholder FROM position_role WHERE stakeholder IS NOT NULL UNION SELECT ministry FROM"
    " position_responsible UNION SELECT stakeholder FROM position_place UNION SELECT ministry FROM ministry_version "
    "UNION"
    " SELECT ministry FROM post UNION SELECT ministry FROM portfolio UNION SELECT network FROM member UNION SELECT"
    " stakeholder FROM member UNION SELECT labour_market_region FROM member WHERE labour_market_region IS NOT NULL "
    "UNION"
    " SELECT province FROM member WHERE province IS NOT NULL);"
    "DELETE FROM source WHERE origin = 'old';"
    "UPDATE stakeholder SET origin = 'builtin' WHERE origin = 'old';"
    "UPDATE ministry_version SET origin = 'builtin' WHERE origin = 'old';"
    "UPDATE theme SET origin = 'builtin' WHERE origin = 'old';"
    "UPDATE instrument SET origin = 'builtin' WHERE origin = 'old'";

#define STAKEHOLDER "(SELECT pk FROM stakeholder WHERE id = "
#define VERSION "(SELECT pk FROM ministry_version WHERE key = "

static const transfer transfers[] = {
    {"SELECT key, value FROM meta WHERE key IN ('known_from', 'known_through', 'minister_voor_until')",
     "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"},
    {"SELECT id, title, url, licence, note FROM source WHERE origin = 'builtin' ORDER BY id",
     "INSERT INTO source(id, title, url, licence, note, origin) VALUES(?, ?, ?, ?, ?, 'builtin') ON CONFLICT(id) DO "
     "UPDATE"
     " SET title = excluded.title, url = excluded.url, licence = excluded.licence, note = excluded.note, origin ="
     " 'builtin' WHERE origin = 'old'"},
    {"SELECT id, kind, name_nl, name_en, broader, tooi, cbs_code, oin, wikidata, source, doubt FROM stakeholder WHERE"
     " origin = 'builtin' ORDER BY pk",
     "INSERT INTO stakeholder(id, kind, name_nl, name_en, broader, tooi, cbs_code, oin, wikidata, source, doubt, "
     "origin)"
     " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'builtin') ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, name_nl ="
     " excluded.name_nl, name_en = excluded.name_en, broader = excluded.broader, tooi = excluded.tooi, cbs_code ="
     " excluded.cbs_code, oin = excluded.oin, wikidata = excluded.wikidata, source = excluded.source, doubt ="
     " excluded.doubt, origin = 'builtin' WHERE origin = 'old'"},
    {"SELECT v.key, s.id, v.abbreviation, v.name, v.political_from, v.political_to, v.register_from, v.register_to,"
     " v.tooi_version, v.owms, v.wikidata, v.oin, v.source, v.doubt FROM ministry_version v JOIN stakeholder s ON s.pk "
     "="
     " v.ministry WHERE v.origin = 'builtin' ORDER BY v.pk",
     "INSERT INTO ministry_version(key, ministry, abbreviation, name, political_from, political_to, register_from,"
     " register_to, tooi_version, owms, wikidata, oin, source, doubt, origin) VALUES(?, " STAKEHOLDER
     "?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'builtin') ON CONFLICT(key) DO UPDATE SET ministry = excluded.ministry,"
     " abbreviation = excluded.abbreviation, name = excluded.name, political_from = excluded.political_from, "
     "political_to"
     " = excluded.political_to, register_from = excluded.register_from, register_to = excluded.register_to, "
     "tooi_version"
     " = excluded.tooi_version, owms = excluded.owms, wikidata = excluded.wikidata, oin = excluded.oin, source ="
     " excluded.source, doubt = excluded.doubt, origin = 'builtin' WHERE origin = 'old'"},
    {"SELECT c.kind, c.political_date, c.register_date, f.key, t.key, c.note, c.source, c.doubt FROM ministry_change c"
     " LEFT JOIN ministry_version f ON f.pk = c.from_version LEFT JOIN ministry_version t ON t.pk = c.to_version WHERE"
     " c.origin = 'builtin' ORDER BY c.pk",
     "INSERT INTO ministry_change(kind, political_date, register_date, from_version, to_version, note, source, doubt,"
     " origin) VALUES(?, ?, ?, " VERSION "?), " VERSION "?), ?, ?, ?, 'builtin')"},
    {"SELECT p.name, s.id, p.valid_from, p.valid_to, p.source, p.doubt FROM post p JOIN stakeholder s ON s.pk ="
     " p.ministry WHERE p.origin = 'builtin' ORDER BY p.pk",
     "INSERT INTO post(name, ministry, valid_from, valid_to, source, doubt, origin) VALUES(?, " STAKEHOLDER
     "?), ?, ?, ?, ?, 'builtin')"},
    {"SELECT p.id, p.field_nl, p.field_en, p.terms, s.id, p.valid_from, p.valid_to, p.source, p.doubt FROM portfolio p"
     " JOIN stakeholder s ON s.pk = p.ministry WHERE p.origin = 'builtin' ORDER BY p.pk",
     "INSERT OR IGNORE INTO portfolio(id, field_nl, field_en, terms, ministry, valid_from, valid_to, source, doubt, "
     "origin)"
     " VALUES(?, ?, ?, ?, " STAKEHOLDER "?), ?, ?, ?, ?, 'builtin')"},
    {"SELECT id, label_nl, label_en, broader, scheme, source, doubt FROM theme WHERE origin = 'builtin' ORDER BY pk",
     "INSERT INTO theme(id, label_nl, label_en, broader, scheme, source, doubt, origin) VALUES(?, ?, ?, ?, ?, ?, ?,"
     " 'builtin') ON CONFLICT(id) DO UPDATE SET label_nl = excluded.label_nl, label_en = excluded.label_en, broader ="
     " excluded.broader, scheme = excluded.scheme, source = excluded.source, doubt = excluded.doubt, origin = 'builtin'"
     " WHERE origin = 'old'"},
    {"SELECT id, kind, name_nl, name_en, url, date, source, doubt FROM instrument WHERE origin = 'builtin' ORDER BY pk",
     "INSERT INTO instrument(id, kind, name_nl, name_en, url, date, source, doubt, origin) VALUES(?, ?, ?, ?, ?, ?, ?, "
     "?,"
     " 'builtin') ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, name_nl = excluded.name_nl, name_en ="
     " excluded.name_en, url = excluded.url, date = excluded.date, source = excluded.source, doubt = excluded.doubt,"
     " origin = 'builtin' WHERE origin = 'old'"},
    {"SELECT n.id, s.id, l.id, p.id, m.source, m.doubt FROM member m JOIN stakeholder n ON n.pk = m.network JOIN"
     " stakeholder s ON s.pk = m.stakeholder LEFT JOIN stakeholder l ON l.pk = m.labour_market_region LEFT JOIN"
     " stakeholder p ON p.pk = m.province WHERE m.origin = 'builtin' ORDER BY n.pk, s.pk",
     "INSERT OR IGNORE INTO member(network, stakeholder, labour_market_region, province, source, doubt, origin)"
     " VALUES(" STAKEHOLDER "?), " STAKEHOLDER "?), " STAKEHOLDER "?), " STAKEHOLDER "?), ?, ?, 'builtin')"},
    {"SELECT target, ordinal, text, language, relation, source, doubt FROM name WHERE origin = 'builtin' ORDER BY "
     "target,"
     " ordinal",
     "INSERT OR IGNORE INTO name(target, ordinal, text, language, relation, source, doubt, origin) VALUES(?, ?, ?, ?, "
     "?,"
     " ?, ?, 'builtin')"}};

static int known_through(g4_store *store, int64_t *day, g40_error *err) {
  return g4_store_number(store, "SELECT CAST(replace(value, '-', '') AS INTEGER) FROM meta WHERE key = 'known_through'",
                         0, day, err);
}

int g4_store_update_registry(g4_store *store, g4_store *from, g40_error *err) {
  int64_t here = 0, there = 0;
  int code = g4_store_begin(store, err);
  if (code == G40_OK) {
    code = known_through(store, &here, err);
  }
  if (code == G40_OK) {
    code = known_through(from, &there, err);
  }
  if (code == G40_OK && there < here) {
    code = g4_fail(err, G40_UNSUPPORTED, "the registry of the file is newer (%lld) than the library's (%lld)",
                   (long long)here, (long long)there);
  }
  if (code == G40_OK) {
    code = g4_store_script(store, begin, err);
  }
  for (size_t i = 0; i < sizeof transfers / sizeof *transfers && code == G40_OK; i++) {
    code = g4_store_copy_rows(store, transfers[i].into, from, transfers[i].from, err);
  }
  if (code == G40_OK) {
    code = g4_store_script(store, end, err);
  }
  if (code == G40_OK) {
    code = g4_store_commit(store, err);
  }
  g4_store_rollback(store);
  return code;
}
