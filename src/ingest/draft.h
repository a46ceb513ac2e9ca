/* A file in hand: read and analysed in one thread, written in another. */
#ifndef G4_INGEST_DRAFT_H
#define G4_INGEST_DRAFT_H

#include "extract/analysis.h"
#include "extract/automatic.h"
#include "extract/coded.h"
#include "index/wording.h"
#include "ingest/order.h"
#include "ingest/source.h"
#include "store/document.h"

/* What reading a document needs besides its file; immutable, shared by threads. */
typedef struct {
  g4_registry registry;
  g4_lexicon *lexicon;
  g4_analyzer *analyzer;
  g4_automatic_kit automatic;
} g4_kit;

/* Reads the registry of a database. */
int g4_kit_make(g4_kit *kit, g4_store *store, g40_error *err);
void g4_kit_free(g4_kit *kit);

/* A zeroed g4_draft is an empty one. */
typedef struct {
  const char *path;             /* of the text; NULL: not known yet */
  g40_diagnostics *diagnostics; /* of this file; NULL: none */
  g40_error err;                /* what ends the whole call: G40_NOMEM */
  bool failed;                  /* this file cannot be taken in: the diagnostics say why */
  int fault;                    /* the code of that; 0: it is at fault itself */
  bool read;                    /* text and coding were read */
  bool coding;                  /* ... and there is a coding */
  bool analysed;
  g4_arena arena;
  g4_paper paper;
  g4_buf hints; /* of the paper, in written form; empty: none */
  char key[G4_SHA256_TEXT];
  char coding_sha256[G4_SHA256_TEXT];
  g4_coded_meta said;   /* by the coding */
  g4_analysis analysis; /* its text; of a document without a coding all of it */
  g4_coded coded;
  g4_privates contacts; /* of text and coding */
  g4_wording wording;   /* of the text, without them */
  g4_coded kept; /* reviewed in an older version of the text: what is not found in this one, and strings of the rest */
} g4_draft;

/* Reads the file and its coding. Failures are kept in the draft. */
void g4_draft_read(g4_draft *draft, const g4_job *job);
/* What is said of the document: by the order, else by the coding, else in the database. The id is left as it is. */
void g4_draft_meta(const g4_draft *draft, const g4_job *job, const g4_stored *stored, g4_coded_meta *meta);
/* Whether that, the content and the coding are what the database has. */
bool g4_draft_is_stored(const g4_draft *draft, const g4_coded_meta *meta, const g4_stored *stored);
/* Takes the text apart and reads it with what is said of it; again where it was read with something else. */
void g4_draft_analyse(g4_draft *draft, const g4_kit *kit, const g4_coded_meta *meta);
/* Finds the contacts and the words of what was analysed; again where the coding was changed since. */
void g4_draft_word(g4_draft *draft);
void g4_draft_free(g4_draft *draft);

/* One line about the file. */
void g4_draft_fault(g4_draft *draft, g4_severity severity, const char *code, const char *format, ...) G4_PRINTF(4, 5);

#endif
