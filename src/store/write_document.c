#include <string.h>

#include "base/sha256.h"
#include "store/writer.h"
#include "text/utf8.h"

g4_place g4_writer_place(const g4_writer *writer, size_t start, size_t end) {
  return (g4_place){(int64_t)start, (int64_t)end, g4_char_index_at(&writer->characters, start),
                    g4_char_index_at(&writer->characters, end)};
}

g4_place g4_writer_anchor_place(const g4_writer *writer, const g4_anchor *anchor) {
  return g4_writer_place(writer, anchor->ranges.items[0].start, anchor->ranges.items[anchor->ranges.count - 1].end);
}

static int write_row(g4_writer *writer) {
  const g4_document *document = writer->document;
  const g4_coded_meta *meta = &document->coded->meta;
  char made[G4_SHA256_TEXT], date[G4_DATE_TEXT];
  const char *hash = document->sha256 ? document->sha256 : made;
  if (!document->sha256) {
    g4_sha256(document->bytes, document->length, made);
  }
  g4_place all = g4_writer_place(writer, 0, document->length);
  int code = g4_store_run(
      writer->store,
      "INSERT OR REPLACE INTO document(pk, id, title, holder, kind, language, date_issued, date_precision, occasion_nl,"
      " occasion_en, url, licence, sha256, source_sha256, bytes, characters, origin, source_name, source_key,"
      " coding_sha256, format, encoding) VALUES(nullif(?, 0), ?, ?, (SELECT pk FROM stakeholder WHERE id = ?), ?, ?, "
      "?, ?, ?, ?, ?, ?, ?,"
      " ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      writer->err, "isssssssssssssiissssss", document->pk, meta->id, meta->title, meta->holder, meta->kind,
      meta->language, meta->date_issued ? g4_date_format(meta->date_issued, date) : NULL, meta->date_precision,
      meta->occasion.nl, meta->occasion.en, meta->url, meta->licence, hash,
      document->source_sha256 ? document->source_sha256 : hash, all.end, all.char_end, document->origin,
      document->source_name, document->source_key, document->coding_sha256, document->format, document->encoding);
  if (code == G40_OK) {
    writer->pk = g4_store_last_rowid(writer->store);
    code = g4_store_run(writer->store, "INSERT INTO document_text(document, text, hints) VALUES(?, ?, ?)", writer->err,
                        "ibs", writer->pk, (const void *)document->bytes, (int64_t)document->length, document->hints);
  }
  return code;
}

static int write_pages(g4_writer *writer) {
  const g4_document *document = writer->document;
  int code = G40_OK;
  for (size_t i = 0; document->page_count > 1 && i < document->page_count && code == G40_OK; i++) {
    g4_place place = g4_writer_place(writer, document->pages[i], document->pages[i]);
    code = g4_store_run(writer->store, "INSERT INTO page(document, number, byte_start, char_start) VALUES(?, ?, ?, ?)",
                        writer->err, "iiii", writer->pk, (int64_t)i + 1, place.start, place.char_start);
  }
  return code;
}

int g4_store_write_document(g4_store *store, const g4_document *document, g40_error *err) {
  g4_writer writer = {.store = store, .document = document, .err = err};
  writer.slug = strchr(document->coded->meta.id, '/') + 1;
  g4_privates contacts = {0};
  int code = document->contacts ? G40_OK : g4_contacts_collect(document->text, document->coded, &contacts, err);
  writer.contacts = document->contacts ? *document->contacts : contacts;
  if (code == G40_OK && !g4_char_index_build(&writer.characters, document->bytes, document->length)) {
    code = g4_nomem(err);
  }
  if (code == G40_OK) {
    code = write_row(&writer);
  }
  if (code == G40_OK) {
    code = write_pages(&writer);
  }
  if (code == G40_OK) {
    code = g4_write_text(&writer);
  }
  if (code == G40_OK) {
    code = g4_write_positions(&writer);
  }
  if (code == G40_OK) {
    code = g4_write_verdicts(&writer);
  }
  g4_vec_free(&contacts);
  g4_vec_free(&writer.sections);
  g4_char_index_free(&writer.characters);
  return code;
}

/* Offsets in a damaged file may lie anywhere. */
static bool contacts_fit(const g4_privates *contacts, size_t length) {
  size_t at = 0;
  for (size_t i = 0; i < contacts->count; i++) {
    if (contacts->items[i].start < at || contacts->items[i].end < contacts->items[i].start ||
        contacts->items[i].end > length) {
      return false;
    }
    at = contacts->items[i].end;
  }
  return true;
}

int g4_store_read_contacts(g4_store *store, const char *document, size_t length, g4_privates *contacts,
                           g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store,
                                         "SELECT c.byte_start, c.byte_end FROM contact c JOIN document d ON d.pk ="
                                         " c.document WHERE d.id IN (?1, 'document/' || ?1) ORDER BY c.byte_start",
                                         err);
  int code = row ? g4_store_bind(store, row, err, "s", document) : err->code;
  while (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    g4_private one = {(size_t)sqlite3_column_int64(row, 0), (size_t)sqlite3_column_int64(row, 1), NULL};
    code = g4_vec_push(contacts, one) ? G40_OK : g4_nomem(err);
  }
  if (row) {
    g4_store_done(row);
  }
  if (code == G40_OK && !contacts_fit(contacts, length)) {
    code = g4_fail(err, G40_CORRUPT, "the database is damaged: contact ranges do not fit the text");
  }
  return code;
}

int g4_store_read_hints(g4_store *store, const char *document, g4_buf *hints, bool *known, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store,
                                         "SELECT t.hints FROM document d JOIN document_text t ON t.document = d.pk"
                                         " WHERE d.id IN (?1, 'document/' || ?1)",
                                         err);
  int code = row ? g4_store_bind(store, row, err, "s", document) : err->code;
  *known = false;
  if (code == G40_OK && (code = g4_store_step(store, row, err)) == 1) {
    const char *text = (const char *)sqlite3_column_text(row, 0);
    *known = text != NULL;
    g4_buf_add_text(hints, text ? text : "");
    code = hints->failed ? g4_nomem(err) : G40_OK;
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}

static int copy_text(g4_store *store, const char *document, const char *text, size_t length, bool with_contacts,
                     g4_buf *bytes, g40_error *err) {
  g4_privates contacts = {0};
  int code = with_contacts ? G40_OK : g4_store_read_contacts(store, document, length, &contacts, err);
  if (code == G40_OK && length && !text) {
    code = g4_nomem(err);
  }
  if (code == G40_OK) {
    g4_contacts_mask_bytes(&contacts, length ? text : "", 0, length, bytes);
    code = bytes->failed ? g4_nomem(err) : G40_OK;
  }
  if (code == G40_OK && !g4_utf8_valid(g4_buf_text(bytes), bytes->length, NULL)) {
    code = g4_fail(err, G40_CORRUPT, "the database is damaged: the text of '%.100s' is not UTF-8", document);
  }
  g4_vec_free(&contacts);
  return code;
}

int g4_store_read_text(g4_store *store, const char *document, bool with_contacts, g4_buf *bytes, g40_error *err) {
  sqlite3_stmt *row = g4_store_statement(store,
                                         "SELECT t.text FROM document d JOIN document_text t ON t.document = d.pk"
                                         " WHERE d.id IN (?1, 'document/' || ?1)",
                                         err);
  int code = row ? g4_store_bind(store, row, err, "s", document) : err->code;
  if (code == G40_OK) {
    int found = g4_store_step(store, row, err);
    code = found == 1   ? copy_text(store, document, sqlite3_column_blob(row, 0), (size_t)sqlite3_column_bytes(row, 0),
                                    with_contacts, bytes, err)
           : found == 0 ? g4_fail(err, G40_NOT_FOUND, "unknown document '%.100s'", document)
                        : found;
  }
  if (row) {
    g4_store_done(row);
  }
  return code;
}
