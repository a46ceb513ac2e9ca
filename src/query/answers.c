#include "query/listing.h"
#include "query/loader.h"
#include "store/document.h"

static int count_rows(g4_session *session, const char *sql, int64_t *count, g40_error *err) {
  return g4_store_number(session->store, sql, 0, count, err);
}

static int meta(g4_loader *loader, const char *key, const char **value) {
  sqlite3_stmt *statement =
      g4_store_statement(loader->session->store, "SELECT value FROM meta WHERE key = ?", loader->err);
  if (!statement) {
    return loader->err->code;
  }
  int code = g4_store_bind(loader->session->store, statement, loader->err, "s", key);
  if (code == G40_OK) {
    code = g4_store_step(loader->session->store, statement, loader->err);
  }
  if (code == 1) {
    loader->row = statement;
    *value = g4_loader_text(loader, 0);
    code = G40_OK;
  }
  g4_store_done(statement);
  return code;
}

g40_info *g4_answer_info(g4_session *session, const char *path, g40_error *err) {
  g4_loader loader;
  if (g4_loader_begin(&loader, session, NULL, err) != G40_OK) {
    return NULL;
  }
  g40_info *info = g4_arena_alloc(&loader.owner->arena, sizeof *info);
  if (!info) {
    return g4_loader_end(&loader, g4_nomem(err), NULL);
  }
  info->owner = loader.owner;
  info->path = path ? g4_arena_strdup(&loader.owner->arena, path) : NULL;
  loader.failed |= path && !info->path;
  struct {
    const char *key, **value;
  } texts[] = {
      {"known_from", &info->known_from}, {"known_through", &info->known_through}, {"written_by", &info->written_by}};
  struct {
    const char *sql;
    int64_t *count;
  } counts[] = {{"SELECT count(*) FROM document", &info->documents},
                {"SELECT count(*) FROM position", &info->positions},
                {"SELECT count(*) FROM position WHERE kind = 'ask'", &info->asks},
                {"SELECT count(*) FROM stakeholder", &info->stakeholders},
                {"SELECT count(*) FROM ministry_version", &info->ministries}};
  int64_t version = 0;
  int code = count_rows(session, "PRAGMA user_version", &version, err);
  info->schema_version = (int32_t)version;
  for (size_t i = 0; i < sizeof texts / sizeof *texts && code == G40_OK; i++) {
    code = meta(&loader, texts[i].key, texts[i].value);
  }
  for (size_t i = 0; i < sizeof counts / sizeof *counts && code == G40_OK; i++) {
    code = count_rows(session, counts[i].sql, counts[i].count, err);
  }
  return g4_loader_end(&loader, code, info);
}

g40_text *g4_answer_text(g4_session *session, const char *document, bool with_contacts, g40_error *err) {
  g4_loader loader;
  if (g4_loader_begin(&loader, session, NULL, err) != G40_OK) {
    return NULL;
  }
  g4_buf bytes = {0};
  int code = g4_store_read_text(session->store, document, with_contacts, &bytes, err);
  g40_text *text = NULL;
  if (code == G40_OK) {
    text = g4_arena_alloc(&loader.owner->arena, sizeof *text);
    char *copy = g4_arena_strndup(&loader.owner->arena, g4_buf_text(&bytes), bytes.length);
    if (text && copy) {
      *text = (g40_text){loader.owner, copy, (int64_t)bytes.length};
    } else {
      code = g4_nomem(err);
    }
  }
  g4_buf_free(&bytes);
  return g4_loader_end(&loader, code, text);
}
