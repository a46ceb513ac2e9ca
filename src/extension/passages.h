/* What the tables of passages share: columns in front of their own, and behind them. */
#ifndef G4_EXTENSION_PASSAGES_H
#define G4_EXTENSION_PASSAGES_H

#include "extension/table.h"
#include "model/rows.h"

#define G4_PASSAGE_FRONT "document TEXT, section TEXT, quote TEXT, text TEXT"
#define G4_PASSAGE_BACK "byte_start INTEGER, byte_end INTEGER, char_start INTEGER, char_end INTEGER, sha256 TEXT"

enum { G4_FRONT_COLUMNS = 4, G4_BACK_COLUMNS = 5 };

/* Answers a column that all have; `back`: the number of the first one behind the table's own. False: it is its own. */
bool g4_result_evidence(sqlite3_context *context, const g4_evidence *at, int number, int back);

#endif
