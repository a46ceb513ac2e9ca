#include "extension/passages.h"

bool g4_result_evidence(sqlite3_context *context, const g4_evidence *at, int number, int back) {
  const char *const front[G4_FRONT_COLUMNS] = {at->document, at->section, at->quote, at->text};
  const int64_t places[] = {at->start, at->end, at->char_start, at->char_end};
  if (number >= G4_FRONT_COLUMNS && number < back) {
    return false;
  }
  if (number < G4_FRONT_COLUMNS) {
    g4_result_text(context, front[number]);
  } else if (number - back < G4_BACK_COLUMNS - 1) {
    sqlite3_result_int64(context, places[number - back]);
  } else {
    g4_result_text(context, at->sha256);
  }
  return true;
}
