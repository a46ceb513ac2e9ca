/* A database in memory with the registry of another: for what is looked at and not kept. */
#include "store/store.h"

typedef struct {
  const char *from, *into;
} table;

/* Whole rows with their keys. A file from elsewhere may have more columns than ours, so all are named. */
static const table registry[] = {
    {"SELECT key, value FROM meta", "INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)"},
    {"SELECT id, title, url, licence, note, origin FROM source",
     "INSERT INTO source(id, title, url, licence, note, origin) VALUES(?, ?, ?, ?, ?, ?)"},
    {"SELECT pk, id, kind, name_nl, name_en, broader, tooi, cbs_code, oin, wikidata, source, doubt, origin FROM"
     " stakeholder ORDER BY pk",
     "INSERT INTO stakeholder(pk, id, kind, name_nl, name_en, broader, tooi, cbs_code, oin, wikidata, source, doubt,"
     " origin) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {"SELECT pk, key, ministry, abbreviation, name, political_from, political_to, register_from, register_to,"
     " tooi_version, owms, wikidata, oin, source, doubt, origin FROM ministry_version ORDER BY pk",
     "INSERT INTO ministry_version(pk, key, ministry, abbreviation, name, political_from, political_to, register_from,"
     " register_to, tooi_version, owms, wikidata, oin, source, doubt, origin) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
     " ?, ?, ?, ?, ?)"},
    {"SELECT pk, kind, political_date, register_date, from_version, to_version, note, source, doubt, origin FROM"
     " ministry_change ORDER BY pk",
     "INSERT INTO ministry_change(pk, kind, political_date, register_date, from_version, to_version, note, source,"
     " doubt, origin) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {"SELECT pk, name, ministry, valid_from, valid_to, source, doubt, origin FROM post ORDER BY pk",
     "INSERT INTO post(pk, name, ministry, valid_from, valid_to, source, doubt, origin) VALUES(?, ?, ?, ?, ?, ?, ?,"
     " ?)"},
    {"SELECT pk, id, field_nl, field_en, terms, ministry, valid_from, valid_to, source, doubt, origin FROM portfolio"
     " ORDER BY pk",
     "INSERT INTO portfolio(pk, id, field_nl, field_en, terms, ministry, valid_from, valid_to, source, doubt, origin)"
     " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {"SELECT pk, id, label_nl, label_en, broader, scheme, source, doubt, origin FROM theme ORDER BY pk",
     "INSERT INTO theme(pk, id, label_nl, label_en, broader, scheme, source, doubt, origin) VALUES(?, ?, ?, ?, ?, ?,"
     " ?, ?, ?)"},
    {"SELECT pk, id, kind, name_nl, name_en, url, date, source, doubt, origin FROM instrument ORDER BY pk",
     "INSERT INTO instrument(pk, id, kind, name_nl, name_en, url, date, source, doubt, origin) VALUES(?, ?, ?, ?, ?,"
     " ?, ?, ?, ?, ?)"},
    {"SELECT network, stakeholder, labour_market_region, province, source, doubt, origin FROM member",
     "INSERT INTO member(network, stakeholder, labour_market_region, province, source, doubt, origin) VALUES(?, ?, ?,"
     " ?, ?, ?, ?)"},
    {"SELECT target, ordinal, text, language, relation, source, doubt, origin FROM name",
     "INSERT INTO name(target, ordinal, text, language, relation, source, doubt, origin) VALUES(?, ?, ?, ?, ?, ?, ?,"
     " ?)"}};

g4_store *g4_store_scratch(g4_store *like, g40_error *err) {
  g4_store *store = g4_store_create(err);
  int code = store ? G40_OK : err->code;
  for (size_t i = 0; i < sizeof registry / sizeof *registry && code == G40_OK; i++) {
    code = g4_store_copy_rows(store, registry[i].into, like, registry[i].from, err);
  }
  if (code == G40_OK) {
    code = g4_store_script(store, "COMMIT; PRAGMA temp_store=MEMORY", err);
  }
  if (code != G40_OK) {
    g4_store_close(store);
    return NULL;
  }
  return store;
}
