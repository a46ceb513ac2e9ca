/* What people judged: whether a document takes up an ask. */
#include "store/writer.h"

/* Words that are not found any more are kept without a place. */
static int write_verdict(g4_writer *writer, const g4_coded_verdict *verdict) {
  const g4_anchor *anchor = &verdict->anchor;
  bool found = anchor->state == G4_ANCHOR_FOUND;
  g4_buf masked = {0};
  if (found) {
    g4_contacts_mask_reading(&writer->contacts, writer->document->text, anchor->reading.start, anchor->reading.end,
                             &masked);
  } else if (anchor->words) {
    g4_contacts_mask_words(anchor->words, &masked);
  }
  g4_place place = found ? g4_writer_anchor_place(writer, anchor) : (g4_place){-1, -1, -1, -1};
  int code =
      masked.failed
          ? g4_nomem(writer->err)
          : g4_store_run(writer->store,
                         "INSERT INTO verdict(document, ask, verdict, note, words, masked_words, byte_start,"
                         " byte_end, char_start, char_end) VALUES(?, ?, ?, ?, ?, ?, nullif(?, -1), nullif(?, -1),"
                         " nullif(?, -1), nullif(?, -1))",
                         writer->err, "isssssiiii", writer->pk, verdict->ask, verdict->verdict, verdict->note,
                         anchor->words, anchor->words ? g4_buf_text(&masked) : NULL, place.start, place.end,
                         place.char_start, place.char_end);
  g4_buf_free(&masked);
  return code;
}

int g4_write_verdicts(g4_writer *writer) {
  const g4_coded *coded = writer->document->coded;
  int code = G40_OK;
  for (size_t i = 0; i < coded->verdicts.count && code == G40_OK; i++) {
    code = write_verdict(writer, &coded->verdicts.items[i]);
  }
  return code;
}
