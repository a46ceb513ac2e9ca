#include "query/stored_text.h"

void g4_stored_text_free(g4_stored_text *stored) {
  g4_text_free(&stored->text);
  g4_buf_free(&stored->bytes);
  g4_vec_free(&stored->contacts);
}

int g4_stored_text_read(g4_session *session, const char *document, bool with_contacts, g4_stored_text *stored,
                        g40_error *err) {
  int code = g4_store_read_text(session->store, document, true, &stored->bytes, err);
  if (code == G40_OK && !with_contacts) {
    code = g4_store_read_contacts(session->store, document, stored->bytes.length, &stored->contacts, err);
  }
  g4_buf hints = {0};
  bool hinted = false;
  if (code == G40_OK) {
    code = g4_store_read_hints(session->store, document, &hints, &hinted, err);
  }
  if (code == G40_OK) {
    code = g4_text_read_stored(&stored->text, g4_buf_text(&stored->bytes), stored->bytes.length,
                               hinted ? g4_buf_text(&hints) : NULL, err);
  }
  g4_buf_free(&hints);
  return code;
}
