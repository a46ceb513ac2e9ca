#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "store/registry.h"

/* A date as text in a caller's buffer, or NULL for none. */
static const char *date_text(g4_date date, char text[G4_DATE_TEXT]) { return date ? g4_date_format(date, text) : NULL; }

static int write_meta(g4_store *store, const g4_registry *registry, g40_error *err) {
  const struct {
    const char *key;
    g4_date date;
  } days[] = {{"known_from", registry->known_from},
              {"known_through", registry->known_through},
              {"minister_voor_until", registry->minister_voor_until}};
  int code = G40_OK;
  for (size_t i = 0; i < sizeof days / sizeof *days && code == G40_OK; i++) {
    char text[G4_DATE_TEXT];
    if (days[i].date) {
      code = g4_store_run(store, "INSERT INTO meta(key, value) VALUES(?, ?)", err, "ss", days[i].key,
                          g4_date_format(days[i].date, text));
    }
  }
  return code;
}

static int write_sources(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < registry->sources.count && code == G40_OK; i++) {
    const g4_source *source = &registry->sources.items[i];
    code = g4_store_run(store,
                        "INSERT INTO source(id, title, url, licence, note, origin) VALUES(?, ?, ?, ?, ?, 'builtin')",
                        err, "sssss", source->id, source->title, source->url, source->licence, source->note);
  }
  return code;
}

static int write_forms(g4_store *store, const char *target, const g4_forms *forms, const char *relation,
                       const g4_provenance *from, int64_t *ordinal, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < forms->count && code == G40_OK; i++) {
    code = g4_store_run(store,
                        "INSERT INTO name(target, ordinal, text, language, relation, source, doubt, origin)"
                        " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                        err, "sissssss", target, ++*ordinal, forms->items[i].text, forms->items[i].language, relation,
                        from->source, from->doubt, from->origin);
  }
  return code;
}

static int write_entity(g4_store *store, const g4_entity *entity, g40_error *err) {
  const g4_provenance *from = &entity->from;
  int64_t ordinal = 0;
  int code;
  if (entity->type == G4_STAKEHOLDER) {
    code = g4_store_run(store,
                        "INSERT INTO stakeholder(id, kind, name_nl, name_en, broader, tooi, cbs_code, oin, wikidata,"
                        " source, doubt, origin) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE"
                        " SET kind = excluded.kind, name_nl = excluded.name_nl, name_en = excluded.name_en, broader ="
                        " excluded.broader, tooi = excluded.tooi, cbs_code = excluded.cbs_code, oin = excluded.oin,"
                        " wikidata = excluded.wikidata, source = excluded.source, doubt = excluded.doubt",
                        err, "ssssssssssss", entity->id, entity->kind, entity->name.nl, entity->name.en,
                        entity->broader, entity->tooi, entity->cbs_code, entity->oin, entity->wikidata, from->source,
                        from->doubt, from->origin);
  } else if (entity->type == G4_THEME) {
    code = g4_store_run(store,
                        "INSERT INTO theme(id, label_nl, label_en, broader, scheme, source, doubt, origin)"
                        " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET label_nl = excluded.label_nl,"
                        " label_en = excluded.label_en, broader = excluded.broader, scheme = excluded.scheme, source ="
                        " excluded.source, doubt = excluded.doubt",
                        err, "ssssssss", entity->id, entity->name.nl, entity->name.en, entity->broader, entity->scheme,
                        from->source, from->doubt, from->origin);
  } else {
    code = g4_store_run(store,
                        "INSERT INTO instrument(id, kind, name_nl, name_en, url, date, source, doubt, origin)"
                        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, name_nl"
                        " = excluded.name_nl, name_en = excluded.name_en, url = excluded.url, date = excluded.date,"
                        " source = excluded.source, doubt = excluded.doubt",
                        err, "sssssssss", entity->id, entity->kind, entity->name.nl, entity->name.en, entity->url,
                        entity->date, from->source, from->doubt, from->origin);
  }
  if (code == G40_OK) {
    code = write_forms(store, entity->id, &entity->same_as, "same_as", from, &ordinal, err);
  }
  if (code == G40_OK) {
    code = write_forms(store, entity->id, &entity->related, "related", from, &ordinal, err);
  }
  return code;
}

/* The lasting organisation bears the name of its newest version. */
static int write_organisation(g4_store *store, const g4_ministry_version *newest, g40_error *err) {
  return g4_store_run(store,
                      "INSERT INTO stakeholder(id, kind, name_nl, tooi, oin, wikidata, source, doubt, origin)"
                      " VALUES(?, 'ministry', ?, ?, ?, ?, ?, ?, ?)",
                      err, "ssssssss", newest->id, newest->name, newest->tooi, newest->oin, newest->wikidata,
                      newest->from.source, newest->from.doubt, newest->from.origin);
}

static int write_version(g4_store *store, const g4_ministry_version *version, g40_error *err) {
  char from[G4_DATE_TEXT], to[G4_DATE_TEXT], rfrom[G4_DATE_TEXT], rto[G4_DATE_TEXT];
  int64_t ordinal = 0;
  int code = g4_store_run(
      store,
      "INSERT INTO ministry_version(key, ministry, abbreviation, name, political_from, political_to, register_from,"
      " register_to, tooi_version, owms, wikidata, oin, source, doubt, origin)"
      " VALUES(?, (SELECT pk FROM stakeholder WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      err, "sssssssssssssss", version->key, version->id, version->abbreviation, version->name,
      date_text(version->political.from, from), date_text(version->political.to, to),
      date_text(version->registered.from, rfrom), date_text(version->registered.to, rto), version->tooi_version,
      version->owms, version->wikidata, version->oin, version->from.source, version->from.doubt, version->from.origin);
  if (code == G40_OK) {
    code = write_forms(store, version->key, &version->aliases, "same_as", &version->from, &ordinal, err);
  }
  return code;
}

static int write_versions(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < registry->versions.count && code == G40_OK; i++) {
    const g4_ministry_version *version = &registry->versions.items[i];
    if (i + 1 == registry->versions.count || strcmp(version[1].id, version->id) != 0) {
      code = write_organisation(store, version, err);
    }
  }
  for (size_t i = 0; i < registry->versions.count && code == G40_OK; i++) {
    code = write_version(store, &registry->versions.items[i], err);
  }
  return code;
}

static const char *version_key(const g4_registry *registry, int version) {
  return version == G4_NO_VERSION ? NULL : registry->versions.items[version].key;
}

static int write_changes(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < registry->changes.count && code == G40_OK; i++) {
    const g4_ministry_change *change = &registry->changes.items[i];
    char date[G4_DATE_TEXT], registered[G4_DATE_TEXT];
    code = g4_store_run(store,
                        "INSERT INTO ministry_change(kind, political_date, register_date, from_version, to_version,"
                        " note, source, doubt, origin) VALUES(?, ?, ?, (SELECT pk FROM ministry_version WHERE key = ?),"
                        " (SELECT pk FROM ministry_version WHERE key = ?), ?, ?, ?, ?)",
                        err, "sssssssss", g4_change_kind_name(change->kind), date_text(change->date, date),
                        date_text(change->register_date, registered), version_key(registry, change->from),
                        version_key(registry, change->to), change->note, change->provenance.source,
                        change->provenance.doubt, change->provenance.origin);
  }
  return code;
}

static int write_post_names(g4_store *store, const g4_post *post, g40_error *err) {
  g4_buf target = {0};
  int64_t ordinal = 0;
  g4_store_post_target(post, &target);
  int code = target.failed
                 ? g4_nomem(err)
                 : write_forms(store, g4_buf_text(&target), &post->aliases, "same_as", &post->from, &ordinal, err);
  g4_buf_free(&target);
  return code;
}

static int write_posts(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < registry->posts.count && code == G40_OK; i++) {
    const g4_post *post = &registry->posts.items[i];
    char from[G4_DATE_TEXT], to[G4_DATE_TEXT];
    code = g4_store_run(store,
                        "INSERT INTO post(name, ministry, valid_from, valid_to, source, doubt, origin)"
                        " VALUES(?, (SELECT pk FROM stakeholder WHERE id = ?), ?, ?, ?, ?, ?)",
                        err, "sssssss", post->name, post->ministry, date_text(post->period.from, from),
                        date_text(post->period.to, to), post->from.source, post->from.doubt, post->from.origin);
    if (code == G40_OK && post->aliases.count) {
      code = write_post_names(store, post, err);
    }
  }
  return code;
}

static int write_not_ministries(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < registry->not_ministries.count && code == G40_OK; i++) {
    const g4_not_ministry *entry = &registry->not_ministries.items[i];
    char target[40];
    int64_t ordinal = 0;
    g4_form name = {entry->name, "nl"};
    g4_forms names = {&name, 1};
    snprintf(target, sizeof target, "not_ministry/%zu", i + 1);
    code = write_forms(store, target, &names, "name", &entry->from, &ordinal, err);
    if (code == G40_OK) {
      code = write_forms(store, target, &entry->aliases, "same_as", &entry->from, &ordinal, err);
    }
  }
  return code;
}

/* Terms are one text, a term a line: they are only read as a whole. */
static int write_portfolio(g4_store *store, const g4_portfolio *portfolio, g40_error *err) {
  char from[G4_DATE_TEXT], to[G4_DATE_TEXT];
  g4_buf terms = {0};
  for (size_t i = 0; i < portfolio->terms.count; i++) {
    g4_buf_add_text(&terms, i ? "\n" : "");
    g4_buf_add_text(&terms, portfolio->terms.items[i].text);
  }
  int code = terms.failed
                 ? g4_nomem(err)
                 : g4_store_run(store,
                                "INSERT INTO portfolio(id, field_nl, field_en, terms, ministry, valid_from,"
                                " valid_to, source, doubt, origin) VALUES(?, ?, ?, ?,"
                                " (SELECT pk FROM stakeholder WHERE id = ?), ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE"
                                " SET field_nl = excluded.field_nl, field_en = excluded.field_en, terms ="
                                " excluded.terms, ministry = excluded.ministry, valid_from ="
                                " excluded.valid_from, valid_to = excluded.valid_to, source ="
                                " excluded.source, doubt = excluded.doubt",
                                err, "ssssssssss", portfolio->id, portfolio->field.nl, portfolio->field.en,
                                g4_buf_text(&terms), portfolio->ministry, date_text(portfolio->period.from, from),
                                date_text(portfolio->period.to, to), portfolio->from.source, portfolio->from.doubt,
                                portfolio->from.origin);
  g4_buf_free(&terms);
  return code;
}

static int write_member(g4_store *store, const g4_member *member, g40_error *err) {
  return g4_store_run(store,
                      "INSERT INTO member(network, stakeholder, labour_market_region, province, source, doubt,"
                      " origin) VALUES((SELECT pk FROM stakeholder WHERE id = ?), (SELECT pk FROM stakeholder WHERE"
                      " id = ?), (SELECT pk FROM stakeholder WHERE id = ?), (SELECT pk FROM stakeholder WHERE id ="
                      " ?), ?, ?, ?) ON CONFLICT(network, stakeholder) DO UPDATE SET labour_market_region ="
                      " excluded.labour_market_region, province = excluded.province, source = excluded.source, doubt ="
                      " excluded.doubt WHERE origin = excluded.origin",
                      err, "sssssss", member->network, member->stakeholder, member->labour_market_region,
                      member->province, member->from.source, member->from.doubt, member->from.origin);
}

static int write_members(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < registry->members.count && code == G40_OK; i++) {
    code = write_member(store, &registry->members.items[i], err);
  }
  return code;
}

static int write_entities(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < registry->entities.count && code == G40_OK; i++) {
    code = write_entity(store, &registry->entities.items[i], err);
  }
  return code;
}

static int write_portfolios(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < registry->portfolios.count && code == G40_OK; i++) {
    code = write_portfolio(store, &registry->portfolios.items[i], err);
  }
  return code;
}

int g4_store_write_registry(g4_store *store, const g4_registry *registry, g40_error *err) {
  typedef int (*writer)(g4_store *, const g4_registry *, g40_error *);
  static const writer writers[] = {write_meta,     write_sources, write_versions,       write_changes,   write_posts,
                                   write_entities, write_members, write_not_ministries, write_portfolios};
  int code = G40_OK;
  for (size_t i = 0; i < sizeof writers / sizeof *writers && code == G40_OK; i++) {
    code = writers[i](store, registry, err);
  }
  return code;
}

/* --- a user's own */

static int add_entity(g4_store *store, const g4_entity *entity, g40_error *err) {
  int code = g4_store_run(store, "DELETE FROM name WHERE target = ?", err, "s", entity->id);
  return code == G40_OK ? write_entity(store, entity, err) : code;
}

int g4_store_add_registry(g4_store *store, const g4_registry *registry, g40_error *err) {
  int code = G40_OK;
  for (size_t i = 0; i < registry->sources.count && code == G40_OK; i++) {
    const g4_source *source = &registry->sources.items[i];
    code = !source->mark.file
               ? G40_OK
               : g4_store_run(store,
                              "INSERT INTO source(id, title, url, licence, note, origin) VALUES(?, ?, ?,"
                              " ?, ?, 'user') ON CONFLICT(id) DO UPDATE SET title = excluded.title, url ="
                              " excluded.url, licence = excluded.licence, note = excluded.note",
                              err, "sssss", source->id, source->title, source->url, source->licence, source->note);
  }
  for (size_t i = 0; i < registry->entities.count && code == G40_OK; i++) {
    code = registry->entities.items[i].from.mark.file ? add_entity(store, &registry->entities.items[i], err) : G40_OK;
  }
  for (size_t i = 0; i < registry->members.count && code == G40_OK; i++) {
    code = registry->members.items[i].from.mark.file ? write_member(store, &registry->members.items[i], err) : G40_OK;
  }
  for (size_t i = 0; i < registry->portfolios.count && code == G40_OK; i++) {
    bool own = registry->portfolios.items[i].from.mark.file != NULL;
    code = own ? write_portfolio(store, &registry->portfolios.items[i], err) : G40_OK;
  }
  return code;
}
