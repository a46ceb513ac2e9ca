/* A document in the tables as a g4_coded: words and where they stood, anchors not looked up. */
#include <string.h>

#include "store/document.h"

typedef struct {
  g4_store *store;
  g4_coded *coded;
  int64_t document;
  bool with_contacts;
  sqlite3_stmt *row;
  int failed;
  G4_VEC(int64_t) pks; /* of the positions, ascending */
} reader;

typedef void (*read_row)(reader *in);

static const char *text(reader *in, int column) {
  return g4_store_text(in->row, column, &in->coded->arena, &in->failed);
}

static void keep_result(reader *in, bool pushed) { in->failed |= !pushed; }

static g4_anchor anchor(reader *in, int words, int start) {
  return (g4_anchor){.words = text(in, words), .at = (size_t)sqlite3_column_int64(in->row, start) + 1};
}

static g4_coded_position *position(reader *in, int column) {
  int64_t pk = sqlite3_column_int64(in->row, column);
  size_t low = 0, high = in->pks.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (in->pks.items[middle] < pk) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < in->pks.count && in->pks.items[low] == pk ? &in->coded->positions.items[low] : NULL;
}

/* "position/<document>/<id>" and "theme/<id>" without what stands before the last part. */
static const char *last_part(const char *id) {
  const char *slash = id ? strrchr(id, '/') : NULL;
  return slash ? slash + 1 : id;
}

static void read_meta(reader *in) {
  g4_coded_meta *meta = &in->coded->meta;
  const char *date = (const char *)sqlite3_column_text(in->row, 5);
  meta->id = text(in, 0);
  meta->title = text(in, 1);
  meta->holder = text(in, 2);
  meta->kind = text(in, 3);
  meta->language = text(in, 4);
  if (date && !g4_date_parse(date, &meta->date_issued)) {
    meta->date_issued = 0;
  }
  meta->date_precision = text(in, 6);
  meta->occasion.nl = text(in, 7);
  meta->occasion.en = text(in, 8);
  meta->url = text(in, 9);
  meta->licence = text(in, 10);
  meta->text_file = text(in, 11);
}

static void read_section(reader *in) {
  g4_coded_section section = {.heading = text(in, 0), .theme = text(in, 1)};
  section.anchor = (g4_anchor){.words = section.heading, .at = (size_t)sqlite3_column_int64(in->row, 2) + 1};
  keep_result(in, g4_vec_push(&in->coded->sections, section));
}

static void read_position(reader *in) {
  int64_t pk = sqlite3_column_int64(in->row, 0);
  g4_coded_position one = {.id = last_part(text(in, 1)),
                           .kind = text(in, 2),
                           .theme = text(in, 3),
                           .action = text(in, 4),
                           .summary = {text(in, 5), text(in, 6)},
                           .method = text(in, 7),
                           .rule = text(in, 8),
                           .confidence = sqlite3_column_double(in->row, 9),
                           .reviewed = sqlite3_column_int(in->row, 10) != 0};
  if (one.id && one.kind) {
    keep_result(in, g4_vec_push(&in->pks, pk) && g4_vec_push(&in->coded->positions, one));
  }
}

static void read_quote(reader *in) {
  g4_coded_position *of = position(in, 0);
  g4_anchor quote = anchor(in, in->with_contacts || sqlite3_column_type(in->row, 2) == SQLITE_NULL ? 1 : 2, 3);
  if (of && quote.words) {
    keep_result(in, g4_vec_push(&of->quotes, quote));
  }
}

static void read_role(reader *in) {
  g4_coded_position *of = position(in, 0);
  const char *actor = (const char *)sqlite3_column_text(in->row, 4);
  g4_coded_role role = {.anchor = anchor(in, 1, 2),
                        .actor = text(in, 3),
                        .is_ministry = actor && strcmp(actor, "ministry") == 0,
                        .role = text(in, 5),
                        .state = text(in, 6),
                        .reason = text(in, 7)};
  if (of && role.anchor.words) {
    keep_result(in, g4_vec_push(&of->roles, role));
  }
}

static void read_responsible(reader *in) {
  g4_coded_position *of = position(in, 0);
  g4_coded_responsible one = {.ministry = text(in, 1), .source = text(in, 2)};
  if (sqlite3_column_int(in->row, 5)) { /* found by a rule of its own */
    one.rule = text(in, 3);
    one.confidence = sqlite3_column_double(in->row, 4);
  }
  if (of && one.ministry && one.source) {
    keep_result(in, g4_vec_push(&of->responsible, one));
  }
}

static void read_instrument(reader *in) {
  g4_coded_position *of = position(in, 0);
  const char *type = (const char *)sqlite3_column_text(in->row, 4);
  g4_coded_mention mention = {.anchor = anchor(in, 1, 2),
                              .target = text(in, 3),
                              .is_advice = type && strcmp(type, "advice") == 0,
                              .state = text(in, 5)};
  if (of && mention.anchor.words) {
    keep_result(in, g4_vec_push(&of->instruments, mention));
  }
}

static void read_place(reader *in) {
  g4_coded_position *of = position(in, 0);
  g4_coded_mention mention = {.anchor = anchor(in, 1, 2), .target = text(in, 3)};
  if (of && mention.anchor.words && mention.target) {
    keep_result(in, g4_vec_push(&of->places, mention));
  }
}

static void read_figure(reader *in) {
  g4_coded_position *of = position(in, 0);
  g4_coded_figure figure = {.anchor = anchor(in, 1, 2),
                            .value = sqlite3_column_double(in->row, 3),
                            .unit = text(in, 4),
                            .about = {text(in, 5), text(in, 6)},
                            .precision = text(in, 7)};
  if (of && figure.anchor.words) {
    keep_result(in, g4_vec_push(&of->figures, figure));
  }
}

static void read_reason(reader *in) {
  g4_coded_position *of = position(in, 0);
  const char *reason = last_part(text(in, 1));
  if (of && reason) {
    keep_result(in, g4_vec_push(&of->reasons, reason));
  }
}

static void read_citation(reader *in) {
  g4_coded_citation citation = {.anchor = anchor(in, 0, 1),
                                .url = text(in, 2),
                                .kind = text(in, 3),
                                .position = last_part(text(in, 4)),
                                .target = text(in, 5)};
  if (citation.anchor.words && citation.url) {
    keep_result(in, g4_vec_push(&in->coded->citations, citation));
  }
}

static void read_verdict(reader *in) {
  bool placed = sqlite3_column_type(in->row, 5) != SQLITE_NULL;
  g4_coded_verdict verdict = {.anchor = {.words = text(in, in->with_contacts ? 3 : 4),
                                         .at = placed ? (size_t)sqlite3_column_int64(in->row, 5) + 1 : 0,
                                         .quotes = true},
                              .ask = text(in, 0),
                              .verdict = text(in, 1),
                              .note = text(in, 2)};
  if (verdict.ask && verdict.verdict) {
    keep_result(in, g4_vec_push(&in->coded->verdicts, verdict));
  }
}

static int read_table(reader *in, const char *sql, read_row read, g40_error *err) {
  in->row = g4_store_statement(in->store, sql, err);
  int code = in->row ? g4_store_bind(in->store, in->row, err, "i", in->document) : err->code;
  while (code == G40_OK && (code = g4_store_step(in->store, in->row, err)) == 1) {
    read(in);
    code = in->failed ? g4_store_failed(in->failed, err) : G40_OK;
  }
  if (in->row) {
    g4_store_done(in->row);
  }
  return code;
}

int g4_store_read_coded(g4_store *store, int64_t document, bool with_contacts, g4_coded *coded, g40_error *err) {
#define PART(columns, table) "SELECT x.position, " columns " FROM position p JOIN " table " x ON x.position = p.pk"
  static const struct {
    const char *sql;
    read_row read;
  } tables[] = {
      {"SELECT d.id, d.title, s.id, d.kind, d.language, d.date_issued, d.date_precision, d.occasion_nl, d.occasion_en,"
       " d.url, d.licence, d.source_name FROM document d LEFT JOIN stakeholder s ON s.pk = d.holder WHERE d.pk = ?",
       read_meta},
      {"SELECT x.heading, t.id, x.byte_start FROM section x JOIN theme t ON t.pk = x.theme WHERE x.document = ?"
       " ORDER BY x.ordinal",
       read_section},
      {"SELECT p.pk, p.id, p.kind, t.id, p.action, p.summary_nl, p.summary_en, p.method, p.rule, p.confidence,"
       " p.reviewed FROM position p LEFT JOIN theme t ON t.pk = p.theme WHERE p.document = ? ORDER BY p.pk",
       read_position},
      {PART("x.text, x.masked_text, x.byte_start",
            "position_passage") " WHERE p.document = ? ORDER BY x.position, x.ordinal",
       read_quote},
      {PART("x.as_written, x.byte_start, s.id, x.actor, x.role, x.state, x.reason",
            "position_role") " LEFT JOIN stakeholder s ON s.pk = x.stakeholder WHERE p.document = ? ORDER BY "
                             "x.position, x.ordinal",
       read_role},
      {PART("s.id, x.source, x.rule, x.confidence, x.rule IS NOT NULL AND x.rule IS NOT p.rule",
            "position_responsible") " JOIN stakeholder s ON s.pk = x.ministry WHERE p.document = ? ORDER BY "
                                    "x.position, s.id",
       read_responsible},
      {PART("x.as_written, x.byte_start, i.id, x.type, x.state",
            "position_instrument") " LEFT JOIN instrument i ON i.pk = x.instrument WHERE p.document = ? ORDER BY "
                                   "x.position, x.ordinal",
       read_instrument},
      {PART("x.as_written, x.byte_start, s.id", "position_place") " JOIN stakeholder s ON s.pk = x.stakeholder WHERE "
                                                                  "p.document = ? ORDER BY x.position, x.ordinal",
       read_place},
      {"SELECT x.position, x.as_written, x.byte_start, x.value, x.unit, x.about_nl, x.about_en, x.precision FROM "
       "figure x"
       " WHERE x.document = ? AND x.position IS NOT NULL ORDER BY x.pk",
       read_figure},
      {"SELECT x.position, r.id FROM position p JOIN position_reason x ON x.position = p.pk JOIN position r ON r.pk ="
       " x.reason WHERE p.document = ? ORDER BY x.position, x.reason",
       read_reason},
      {"SELECT x.as_written, x.byte_start, x.url, x.kind, p.id, x.target FROM citation x LEFT JOIN position p ON p.pk ="
       " x.position WHERE x.document = ? ORDER BY x.pk",
       read_citation},
      {"SELECT ask, verdict, note, words, masked_words, byte_start FROM verdict WHERE document = ? ORDER BY ask",
       read_verdict}};
#undef PART
  reader in = {.store = store, .coded = coded, .document = document, .with_contacts = with_contacts};
  int code = G40_OK;
  for (size_t i = 0; i < sizeof tables / sizeof *tables && code == G40_OK; i++) {
    code = read_table(&in, tables[i].sql, tables[i].read, err);
  }
  g4_vec_free(&in.pks);
  return code;
}
